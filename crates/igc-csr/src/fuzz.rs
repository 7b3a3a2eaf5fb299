//! Properties for fuzzing: ordinary code with its own tests, called by shims elsewhere.

use igc_catalogue::{Usage, products};
use igc_crypto::RustCrypto;
use igc_x509::CertificationRequest;

use crate::JudgeOptions;

/// Judging any request against any product ends, says something of what it refuses, and says the same twice.
///
/// # Panics
/// When it does not.
pub fn judge(data: &[u8]) {
    let Ok(csr) = CertificationRequest::parse(data) else { return };
    let usage = Usage::find("insi").ok();
    let options = usage.map_or_else(JudgeOptions::new, |usage| JudgeOptions::new().usage(usage));
    for product in products() {
        let findings = crate::judge(&csr, product, &RustCrypto, &options);
        assert!(
            findings.is_sorted_by_key(|finding| core::cmp::Reverse(finding.severity())),
            "the gravest first"
        );
        assert_eq!(findings, crate::judge(&csr, product, &RustCrypto, &options));
    }
}
