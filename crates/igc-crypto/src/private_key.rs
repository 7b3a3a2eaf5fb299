//! Private keys in PKCS #8 (RFC 5958), read from the other forms people have.

mod pem;
mod read;

use crate::public_key::PublicKey;
use crate::scheme::Rules;
use crate::{KeyError, KeyKind, Secret};
use igc_x509::SubjectPublicKeyInfo;

/// A private key, as PKCS #8; wiped when dropped.
///
/// It has no `Debug` and no `Clone`. What was read or made is consistent: the public key belongs to the private one.
///
/// ```compile_fail
/// fn shown(key: &igc_crypto::PrivateKey) -> String { format!("{key:?}") }
/// ```
/// ```compile_fail
/// fn copied(key: &igc_crypto::PrivateKey) -> igc_crypto::PrivateKey { key.clone() }
/// ```
pub struct PrivateKey {
    pkcs8: Secret,
    public_key: Vec<u8>,
    algorithm: KeyAlgorithm,
}

/// What a private key is of; more than is made, since keys come from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyAlgorithm {
    /// RSA with a modulus of so many bits, 1024 to 8192.
    Rsa {
        /// Bits of the modulus.
        bits: u32,
    },
    /// Elliptic curve P-256.
    P256,
    /// Elliptic curve P-384.
    P384,
}

impl PrivateKey {
    /// Reads a key in DER: PKCS #8 (RFC 5958), PKCS #1 (RFC 8017 §A.1.2) or SEC 1 (RFC 5915).
    ///
    /// # Errors
    /// `Encrypted` when a password is needed, `Unsupported` for another algorithm, curve or size, `Inconsistent` when the parts do not
    /// belong together, else `Malformed`.
    pub fn from_der(der: &[u8]) -> Result<Self, KeyError> {
        read::any(der)
    }

    /// Reads the first private key of a PEM text (RFC 7468); what stands around it is passed over.
    ///
    /// Labels taken: `PRIVATE KEY`, `RSA PRIVATE KEY`, `EC PRIVATE KEY`.
    ///
    /// # Errors
    /// `NoPem` when there is none, `Encrypted` for `ENCRYPTED PRIVATE KEY` and for OpenSSL's old encryption; else as
    /// [`from_der`](Self::from_der). Positions are those of the block, or of what is wrong in its text.
    pub fn from_pem(pem: &[u8]) -> Result<Self, KeyError> {
        let (label, der, position) = pem::first_key(pem)?;
        let at_block = |error: KeyError| KeyError { position, ..error };
        match label {
            pem::Label::Pkcs8 => read::pkcs8(der.expose()),
            pem::Label::Pkcs1 => read::pkcs1(der.expose()),
            pem::Label::Sec1 => read::sec1(der.expose()),
        }
        .map_err(at_block)
    }

    /// Reads a key in PEM or DER, told apart by content.
    ///
    /// # Errors
    /// As [`from_der`](Self::from_der) and [`from_pem`](Self::from_pem).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        // A key in DER is a SEQUENCE; no PEM text begins with that octet but a text "0…", which holds no key before its dashes.
        match bytes.first() {
            Some(0x30) if !igc_x509::pem::is_pem(bytes) => Self::from_der(bytes),
            _ => Self::from_pem(bytes),
        }
    }

    /// The key as PKCS #8 in DER: what was read, where it was PKCS #8.
    #[must_use]
    pub fn pkcs8_der(&self) -> &[u8] {
        self.pkcs8.expose()
    }

    /// The key as PKCS #8 in PEM, label `PRIVATE KEY`, lines of 64 characters.
    #[must_use]
    pub fn to_pkcs8_pem(&self) -> Secret {
        pem::encode(self.pkcs8.expose())
    }

    /// The public key's `SubjectPublicKeyInfo`, in DER.
    #[must_use]
    pub fn public_key_der(&self) -> &[u8] {
        &self.public_key
    }

    /// What the key is of.
    #[must_use]
    pub const fn algorithm(&self) -> KeyAlgorithm {
        self.algorithm
    }

    /// The kind, when it is one this crate makes.
    #[must_use]
    pub const fn kind(&self) -> Option<KeyKind> {
        match self.algorithm {
            KeyAlgorithm::Rsa { bits: 2048 } => Some(KeyKind::Rsa2048),
            KeyAlgorithm::Rsa { bits: 3072 } => Some(KeyKind::Rsa3072),
            KeyAlgorithm::Rsa { bits: 4096 } => Some(KeyKind::Rsa4096),
            KeyAlgorithm::P256 => Some(KeyKind::P256),
            _ => None,
        }
    }

    /// Whether this is the private key of `public_key`; for RSA whatever the usage its algorithm names.
    #[must_use]
    pub fn matches(&self, public_key: &SubjectPublicKeyInfo<'_>) -> bool {
        let Ok(own) = SubjectPublicKeyInfo::parse(&self.public_key) else { return false };
        match (PublicKey::read(&own, Rules::Legacy), PublicKey::read(public_key, Rules::Legacy)) {
            (Ok(own), Ok(other)) => own.same_key(&other),
            _ => false,
        }
    }
}
