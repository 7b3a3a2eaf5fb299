//! Trust anchors (RFC 5280 §6.1.1 (d), RFC 5937).

use igc_x509::{Certificate, Name, SubjectPublicKeyInfo};

/// What of an anchor's certificate binds the paths below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnchorUse {
    /// Only its name and its key, as RFC 5280 §6.1.1 (d) has it.
    NameAndKey,
    /// Its constraints too: path length, names, policies, key usage (RFC 5937).
    Constraints,
    /// Its constraints, its dates and the profile's rules: it is judged as any other CA certificate.
    Judged,
}

/// A name and a key that are trusted for reasons outside the path.
#[derive(Clone, Copy, Debug)]
pub struct TrustAnchor<'a> {
    name: Name<'a>,
    public_key: SubjectPublicKeyInfo<'a>,
    certificate: Option<Certificate<'a>>,
    used: AnchorUse,
}

impl<'a> TrustAnchor<'a> {
    /// An anchor given as a certificate, self-signed or not, and judged as [`AnchorUse::Judged`]
    /// says. Its signature is not verified: it proves nothing.
    #[must_use]
    pub const fn from_certificate(certificate: Certificate<'a>) -> Self {
        Self::with_use(certificate, AnchorUse::Judged)
    }

    /// An anchor given as a certificate of which only `used` counts.
    #[must_use]
    pub const fn with_use(certificate: Certificate<'a>, used: AnchorUse) -> Self {
        Self {
            name: certificate.subject(),
            public_key: certificate.public_key(),
            certificate: Some(certificate),
            used,
        }
    }

    /// An anchor that never was a certificate.
    #[must_use]
    pub const fn from_name_and_key(name: Name<'a>, public_key: SubjectPublicKeyInfo<'a>) -> Self {
        Self { name, public_key, certificate: None, used: AnchorUse::NameAndKey }
    }

    /// The trusted issuer name.
    #[must_use]
    pub const fn name(&self) -> Name<'a> {
        self.name
    }

    /// The trusted public key.
    #[must_use]
    pub const fn public_key(&self) -> SubjectPublicKeyInfo<'a> {
        self.public_key
    }

    /// The certificate the anchor was given as.
    #[must_use]
    pub const fn certificate(&self) -> Option<&Certificate<'a>> {
        self.certificate.as_ref()
    }

    /// The certificate, if its constraints bind.
    pub(crate) fn constraining(&self) -> Option<&Certificate<'a>> {
        self.certificate.as_ref().filter(|_| self.used != AnchorUse::NameAndKey)
    }

    /// The certificate, if all of it is judged.
    pub(crate) fn judged(&self) -> Option<&Certificate<'a>> {
        self.certificate.as_ref().filter(|_| self.used == AnchorUse::Judged)
    }
}
