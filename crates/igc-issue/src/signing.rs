//! From a blueprint to a certificate: write, lint, sign, verify.
//!
//! The order is in the types: only [`LintedTbs`] can be signed, and only linting makes one.

use igc_crypto::{SignatureVerifier, SigningKey};
use igc_x509::{Certificate, SubjectPublicKeyInfo, Validity};

use crate::blueprint::{Blueprint, rsa_algorithm, signed};
use crate::error::IssueError;
use crate::lint::lint;

/// Bytes that were read back and found to be what was meant.
pub(crate) struct LintedTbs {
    tbs: Vec<u8>,
    algorithm: Vec<u8>,
}

impl Blueprint<'_> {
    /// Writes the part to be signed and lints it.
    pub(crate) fn linted(
        &self,
        issuer_validity: Option<Validity>,
    ) -> Result<LintedTbs, IssueError> {
        let tbs = self.to_tbs();
        let findings = lint(&tbs, self, issuer_validity);
        if findings.is_empty() {
            Ok(LintedTbs { tbs, algorithm: rsa_algorithm(self.signature_algorithm) })
        } else {
            Err(IssueError::Lint(findings))
        }
    }
}

impl LintedTbs {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.tbs
    }

    /// Signs these very bytes; gives the certificate once its signature verifies with `issuer_key`.
    pub(crate) fn sign(
        &self,
        key: &dyn SigningKey,
        issuer_key: &SubjectPublicKeyInfo<'_>,
        verifier: &dyn SignatureVerifier,
    ) -> Result<Vec<u8>, IssueError> {
        if key.algorithm_der() != self.algorithm {
            return Err(IssueError::Sign);
        }
        let signature = key.sign(&self.tbs).map_err(|_| IssueError::Sign)?;
        let der = signed(&self.tbs, &self.algorithm, &signature);
        let certificate = Certificate::parse(&der).map_err(|_| IssueError::SelfCheck)?;
        if certificate.tbs() != self.tbs {
            return Err(IssueError::SelfCheck);
        }
        verifier
            .verify(
                &certificate.signature_algorithm(),
                issuer_key,
                certificate.tbs(),
                certificate.signature(),
            )
            .map_err(|_| IssueError::SelfCheck)?;
        Ok(der)
    }
}
