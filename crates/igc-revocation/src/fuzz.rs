//! Properties for the fuzzers; also run as tests.

use igc_crypto::{SignatureVerifier, VerifyError, VerifyingKey};
use igc_x509::{AlgorithmIdentifier, Certificate, CertificateList, SubjectPublicKeyInfo, Time};

use crate::{CertStatus, CrlIssuer, CrlPolicy, crl_status};

/// Answers every signature the same way.
struct Always(Result<(), VerifyError>);

impl SignatureVerifier for Always {
    fn prepare(&self, _: &SubjectPublicKeyInfo<'_>) -> Result<Box<dyn VerifyingKey>, VerifyError> {
        Err(VerifyError::Unsupported)
    }

    fn verify(
        &self,
        _: &AlgorithmIdentifier<'_>,
        _: &SubjectPublicKeyInfo<'_>,
        _: &[u8],
        _: &[u8],
    ) -> Result<(), VerifyError> {
        self.0
    }
}

/// `data` is a certificate whose issuer is itself, then a CRL. There is an answer, and without a
/// good signature it is unknown.
pub fn status(data: &[u8]) {
    for cut in [data.len() / 2, data.len() / 3, data.len() / 4] {
        let (certificate, crl) = data.split_at(cut);
        let (Ok(certificate), Ok(crl)) =
            (Certificate::parse(certificate), CertificateList::parse(crl))
        else {
            continue;
        };
        let Some(at) = Time::from_unix(1_700_000_000) else { return };
        let issuer = CrlIssuer::from_certificate(certificate);
        let policy = CrlPolicy::new(at);
        let _ = crl_status(&certificate, &[issuer], &[crl], &policy, &Always(Ok(())));
        let bad = Always(Err(VerifyError::Invalid));
        let answer = crl_status(&certificate, &[issuer], &[crl], &policy, &bad);
        assert!(
            matches!(answer.status, CertStatus::Unknown { .. }),
            "a bad signature was evidence"
        );
    }
}
