//! Judging a request against a product: everything that is to be said of it, not the first fault only.

mod extensions;
mod key;
mod service;
mod signature;
mod subject;

use igc_catalogue::{Fields, Product, Usage};
use igc_crypto::SignatureVerifier;
use igc_x509::{CertificationRequest, SubjectPublicKeyInfo};

use crate::finding::{Finding, Severity};

/// What a request is held against besides its product. Default: nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct JudgeOptions<'a> {
    fields: Option<&'a Fields>,
    usage: Option<&'a Usage>,
    key: Option<SubjectPublicKeyInfo<'a>>,
}

impl<'a> JudgeOptions<'a> {
    /// Nothing besides the product.
    #[must_use]
    pub const fn new() -> Self {
        Self { fields: None, usage: None, key: None }
    }

    /// The order: the request's values must be those of its fields.
    #[must_use]
    pub const fn fields(self, fields: &'a Fields) -> Self {
        Self { fields: Some(fields), ..self }
    }

    /// The project or service, which may fix the common name.
    #[must_use]
    pub const fn usage(self, usage: &'a Usage) -> Self {
        Self { usage: Some(usage), ..self }
    }

    /// The public key of the private key at hand: the request must be for it.
    #[must_use]
    pub const fn key(self, key: SubjectPublicKeyInfo<'a>) -> Self {
        Self { key: Some(key), ..self }
    }
}

/// Everything to know about `csr` as a request for `product`.
///
/// A request can be served when [`is_acceptable`] says so: no finding is an error. The signature is verified by `verifier`;
/// what it cannot verify is an error, since then nothing proves possession of the key.
#[must_use]
pub fn judge(
    csr: &CertificationRequest<'_>,
    product: &Product,
    verifier: &dyn SignatureVerifier,
    options: &JudgeOptions<'_>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    key::judge(csr, options.key, &mut findings);
    signature::judge(csr, verifier, &mut findings);
    subject::judge(csr, product, options.fields, &mut findings);
    extensions::judge(csr, product, options.fields, &mut findings);
    service::judge(csr, product, options.usage, &mut findings);
    // The gravest first; among equals the order of the request.
    findings.sort_by_key(|finding| core::cmp::Reverse(finding.severity()));
    findings
}

/// Whether a request with these findings can be served.
#[must_use]
pub fn is_acceptable(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.severity() < Severity::Error)
}
