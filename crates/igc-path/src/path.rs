//! The proof that a path was accepted.

use igc_x509::{Certificate, OidBuf, SubjectPublicKeyInfo};

use crate::TrustAnchor;

/// A path that RFC 5280 §6.1 accepted, with its outputs.
///
/// Only this crate's validation makes one:
///
/// ```compile_fail,E0451
/// # fn forge<'a>(anchor: igc_path::TrustAnchor<'a>) -> igc_path::CertificationPath<'a> {
/// igc_path::CertificationPath { certificates: Vec::new(), anchor, policies: Vec::new() }
/// # }
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct CertificationPath<'a> {
    certificates: Vec<Certificate<'a>>,
    anchor: TrustAnchor<'a>,
    policies: Vec<OidBuf>,
}

impl<'a> CertificationPath<'a> {
    /// For `validate` alone. `certificates` is not empty: the end entity comes first.
    pub(crate) const fn accepted(
        certificates: Vec<Certificate<'a>>,
        anchor: TrustAnchor<'a>,
        policies: Vec<OidBuf>,
    ) -> Self {
        Self { certificates, anchor, policies }
    }

    /// The certificates: the end entity first, the one the anchor issued last.
    #[must_use]
    pub fn certificates(&self) -> &[Certificate<'a>] {
        &self.certificates
    }

    /// The trust anchor the path ends in.
    #[must_use]
    pub const fn anchor(&self) -> &TrustAnchor<'a> {
        &self.anchor
    }

    /// The user-constrained-policy-set (RFC 9618 §5.5 (g)), in the anchor's terms; anyPolicy in it
    /// stands for all.
    #[must_use]
    pub fn policies(&self) -> &[OidBuf] {
        &self.policies
    }

    /// `working_public_key` (RFC 5280 §6.1.6): the end entity's key.
    #[must_use]
    pub fn public_key(&self) -> Option<SubjectPublicKeyInfo<'a>> {
        self.certificates.first().map(Certificate::public_key)
    }

    /// The key that signed the certificate at `index`: of the certificate above, or of the anchor.
    #[must_use]
    pub fn issuer_key(&self, index: usize) -> Option<SubjectPublicKeyInfo<'a>> {
        self.certificates.get(index)?;
        Some(match self.certificates.get(index.checked_add(1)?) {
            Some(issuer) => issuer.public_key(),
            None => self.anchor.public_key(),
        })
    }
}
