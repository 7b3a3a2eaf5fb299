//! What a file held.

use igc_crypto::{KeyError, PrivateKey, Secret};
use igc_x509::OidBuf;

use crate::attributes::Attributes;
use crate::describe::Description;
use crate::warning::Warning;

/// What a file held, in the file's order.
#[non_exhaustive]
pub struct Opened {
    /// Private keys.
    pub keys: Vec<KeyEntry>,
    /// X.509 certificates.
    pub certificates: Vec<CertificateEntry>,
    /// CRLs.
    pub crls: Vec<CrlEntry>,
    /// Secrets, such as Java's secret keys.
    pub secrets: Vec<SecretEntry>,
    /// Bags of kinds not known here, kept as they are.
    pub others: Vec<OtherEntry>,
    /// Keys with their certificates.
    pub identities: Vec<Identity>,
    /// Algorithms and structure.
    pub description: Description,
    /// Remarks.
    pub warnings: Vec<Warning>,
}

/// A private key.
pub struct KeyEntry {
    pkcs8: Secret,
    /// Of its bag.
    pub attributes: Attributes,
    /// Its algorithm; `None` when the key is no PKCS #8 structure.
    pub algorithm: Option<OidBuf>,
    /// `subjectPublicKey` of its public half, where the key holds it.
    pub(crate) public_key: Option<Vec<u8>>,
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateEntry {
    /// The certificate as it stands in the file.
    pub der: Vec<u8>,
    /// Of its bag.
    pub attributes: Attributes,
}

/// A CRL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrlEntry {
    /// The CRL as it stands in the file.
    pub der: Vec<u8>,
    /// Of its bag.
    pub attributes: Attributes,
}

/// A secret.
pub struct SecretEntry {
    /// What kind of secret.
    pub oid: OidBuf,
    /// Its value, a whole DER element.
    pub value: Secret,
    /// Of its bag.
    pub attributes: Attributes,
}

/// A bag that is not known here.
pub struct OtherEntry {
    /// What kind of bag.
    pub oid: OidBuf,
    /// Its value, a whole DER element.
    pub value: Secret,
    /// Of its bag.
    pub attributes: Attributes,
}

/// A key and the certificate that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Index in [`Opened::keys`].
    pub key: usize,
    /// Index in [`Opened::certificates`] of the key's own certificate.
    pub certificate: usize,
    /// Indices in [`Opened::certificates`] of its issuer, the issuer's issuer and so on, by name and key identifier; their
    /// signatures were not checked.
    pub chain: Vec<usize>,
    /// What made them a pair.
    pub paired_by: PairedBy,
}

/// What made a pair of a key and a certificate. The order in the file never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairedBy {
    /// The same `localKeyID`, and the same public key.
    LocalKeyIdAndPublicKey,
    /// The same `localKeyID`; the public key could not be computed from the private one.
    LocalKeyId,
    /// The same public key.
    PublicKey,
}

impl KeyEntry {
    pub(crate) fn new(pkcs8: Secret, attributes: Attributes) -> Self {
        let (algorithm, public_key) = crate::public_key::of_private(pkcs8.expose());
        Self { pkcs8, attributes, algorithm, public_key }
    }

    /// The key in PKCS #8 (RFC 5958), DER.
    #[must_use]
    pub fn pkcs8_der(&self) -> &[u8] {
        self.pkcs8.expose()
    }

    /// The key, checked and ready to sign.
    ///
    /// # Errors
    /// For kinds of key this toolkit does not use, such as DSA, and for keys whose parts do not belong together.
    pub fn private_key(&self) -> Result<PrivateKey, KeyError> {
        PrivateKey::from_der(self.pkcs8.expose())
    }
}

impl Opened {
    /// The certificates of an identity: its own, then the chain towards the root.
    pub fn certificates_of<'a>(
        &'a self,
        identity: &'a Identity,
    ) -> impl Iterator<Item = &'a CertificateEntry> {
        core::iter::once(&identity.certificate)
            .chain(&identity.chain)
            .filter_map(|index| self.certificates.get(*index))
    }
}
