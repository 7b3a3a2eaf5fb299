//! What comes out: a certificate and the chain above it.

use igc_x509::pem;

/// A certificate just issued, with its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedCertificate {
    pub(crate) certificate: Vec<u8>,
    pub(crate) chain: AuthorityChain,
}

/// An intermediate and the root above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityChain {
    pub(crate) intermediate: Vec<u8>,
    pub(crate) root: Vec<u8>,
}

const LABEL: &str = "CERTIFICATE";

impl IssuedCertificate {
    /// The certificate, DER.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.certificate
    }

    /// The authorities above it.
    #[must_use]
    pub const fn chain(&self) -> &AuthorityChain {
        &self.chain
    }

    /// The certificate, PEM (RFC 7468 §5).
    #[must_use]
    pub fn to_pem(&self) -> String {
        pem::encode(LABEL, &self.certificate)
    }

    /// Certificate, intermediate, root, PEM: the order in which the platform delivers them.
    #[must_use]
    pub fn to_full_pem(&self) -> String {
        self.to_pem() + &self.chain.to_pem()
    }
}

impl AuthorityChain {
    /// The intermediate that issues, DER.
    #[must_use]
    pub fn intermediate(&self) -> &[u8] {
        &self.intermediate
    }

    /// The root, DER.
    #[must_use]
    pub fn root(&self) -> &[u8] {
        &self.root
    }

    /// The root, PEM: the trust anchor to hand out.
    #[must_use]
    pub fn root_pem(&self) -> String {
        pem::encode(LABEL, &self.root)
    }

    /// Intermediate then root, PEM.
    #[must_use]
    pub fn to_pem(&self) -> String {
        pem::encode(LABEL, &self.intermediate) + &self.root_pem()
    }
}
