//! The signature: proof that whoever asks holds the key (RFC 2986 §3).

use igc_crypto::{SignatureVerifier, VerifyError};
use igc_x509::{CertificationRequest, Oid, oid};

use crate::finding::{Finding, FindingKind, Severity};

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
    // Only an error refuses the request in the signature's place; a remark on the key does not.
    let refuses = |finding: &Finding| finding.severity() == Severity::Error;
    let told = weak || findings.iter().any(refuses);
    match verdict {
        Ok(()) => {}
        Err(VerifyError::Invalid) => findings.push(Finding::new(FindingKind::Signature, FIELD)),
        // The request is refused already, for its key or its digest: a second reason helps nobody.
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
