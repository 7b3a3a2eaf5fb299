//! What a search spends and remembers: signatures verified, names compared.

use std::collections::BTreeMap;

use igc_crypto::{SignatureVerifier, VerifyError};
use igc_x509::{Certificate, SubjectPublicKeyInfo};

use crate::{
    PathErrorKind,
    budget::{Budget, Left},
    validate::Link,
};

/// The verifier, with the memory of one search and what is left of its budget.
pub(crate) struct Work<'v> {
    verifier: &'v dyn SignatureVerifier,
    /// By number of the certificate and of its issuer.
    verified: BTreeMap<(usize, usize), Result<(), VerifyError>>,
    signatures: Left,
    pub(crate) names: Left,
    pub(crate) policies: Left,
}

impl<'v> Work<'v> {
    pub(crate) const fn new(verifier: &'v dyn SignatureVerifier, budget: Budget) -> Self {
        Self {
            verifier,
            verified: BTreeMap::new(),
            signatures: Left::new(budget.signatures),
            names: Left::new(budget.names),
            policies: Left::new(budget.policies),
        }
    }

    /// Verifies the signature on a certificate once per issuer.
    pub(crate) fn verify(
        &mut self,
        link: &Link<'_>,
        issuer_id: usize,
        issuer_key: &SubjectPublicKeyInfo<'_>,
    ) -> Result<(), PathErrorKind> {
        let certificate = &link.certificate;
        let place = (link.id, issuer_id);
        let outcome = match self.verified.get(&place) {
            Some(known) => *known,
            None => {
                if !self.signatures.take(1) {
                    return Err(PathErrorKind::BudgetSignatures);
                }
                let outcome = self.verifier.verify(
                    &certificate.signature_algorithm(),
                    issuer_key,
                    certificate.tbs(),
                    certificate.signature(),
                );
                self.verified.insert(place, outcome);
                outcome
            }
        };
        match outcome {
            Ok(()) => Ok(()),
            Err(VerifyError::Invalid) => Err(PathErrorKind::Signature),
            Err(_) => Err(PathErrorKind::SignatureUnsupported {
                algorithm: certificate.signature_algorithm().oid.to_owned(),
            }),
        }
    }

    /// Whether a certificate is signed by its own key, whatever names it bears.
    pub(crate) fn is_self_signed(&mut self, certificate: &Certificate<'_>) -> bool {
        self.signatures.take(1)
            && self
                .verifier
                .verify(
                    &certificate.signature_algorithm(),
                    &certificate.public_key(),
                    certificate.tbs(),
                    certificate.signature(),
                )
                .is_ok()
    }

    /// Whether this signature is known not to verify.
    pub(crate) fn is_dead(&self, id: usize, issuer_id: usize) -> bool {
        matches!(self.verified.get(&(id, issuer_id)), Some(Err(_)))
    }
}
