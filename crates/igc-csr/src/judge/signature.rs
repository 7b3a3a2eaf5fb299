//! The signature: proof that whoever asks holds the key (RFC 2986 §3).

use igc_crypto::{SignatureVerifier, VerifyError};
use igc_x509::{CertificationRequest, Oid, oid};

use crate::finding::{Finding, FindingKind};

const FIELD: &str = "signature";

pub(super) fn judge(
    csr: &CertificationRequest<'_>,
    verifier: &dyn SignatureVerifier,
    findings: &mut Vec<Finding>,
) {
    let algorithm = csr.signature_algorithm();
    let weak = is_weak(algorithm.oid);
    if weak {
        findings.push(
            Finding::new(FindingKind::SignatureAlgorithm, FIELD)
                .expecting("sha256WithRSAEncryption"),
        );
    }
    let verdict = verifier.verify(&algorithm, &csr.public_key(), csr.info(), csr.signature());
    let told = weak || findings.iter().any(|finding| finding.field == "publicKey");
    match verdict {
        Ok(()) => {}
        Err(VerifyError::Invalid) => findings.push(Finding::new(FindingKind::Signature, FIELD)),
        // Why it could not be verified was already told by a finding of its own.
        Err(_) if told => {}
        Err(_) => findings.push(Finding::new(FindingKind::SignatureUnsupported, FIELD)),
    }
}

/// Digests for which collisions are made: a request so signed could be another's.
const fn is_weak(algorithm: Oid<'_>) -> bool {
    matches!(
        algorithm,
        oid::MD5_WITH_RSA_ENCRYPTION
            | oid::SHA1_WITH_RSA_ENCRYPTION
            | oid::ECDSA_WITH_SHA1
            | oid::DSA_WITH_SHA1
    )
}
