//! Signing: the seam the making side stands on, and the door for signers that are not ours.

use crate::public_key::{Curve, PublicKey, RsaUsage};
use crate::scheme::Rules;
use crate::{PrivateKey, SignError};
use getrandom::SysRng;
use igc_x509::SubjectPublicKeyInfo;
use signature::{RandomizedSigner, SignatureEncoding, Signer};

/// A private key that signs with one algorithm; the key itself may be out of reach.
pub trait SigningKey: Send + Sync {
    /// The signature's `AlgorithmIdentifier`, in DER.
    fn algorithm_der(&self) -> &[u8];

    /// The public key's `SubjectPublicKeyInfo`, in DER.
    fn public_key_der(&self) -> &[u8];

    /// Signs `message`: the octets of the `BIT STRING`, for ECDSA an `ECDSA-Sig-Value` in DER.
    ///
    /// # Errors
    /// When the signer or its random source fails.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError>;
}

/// Makes signers of private keys held in memory.
pub trait SigningBackend: Send + Sync {
    /// A signer of `key` with `algorithm`.
    ///
    /// # Errors
    /// `Algorithm` when the two do not fit, `Key` for a key not signed with (an RSA modulus below 2048 bits).
    fn signing_key(
        &self,
        key: &PrivateKey,
        algorithm: SignatureAlgorithm,
    ) -> Result<Box<dyn SigningKey>, SignError>;

    /// A signer of `key` with the algorithm usual for its kind.
    ///
    /// # Errors
    /// As [`signing_key`](Self::signing_key).
    fn usual_signing_key(&self, key: &PrivateKey) -> Result<Box<dyn SigningKey>, SignError> {
        self.signing_key(key, SignatureAlgorithm::usual(key))
    }
}

/// The algorithms signatures are made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 §8.2, RFC 4055 §5): what IGC-Santé uses.
    RsaSha256,
    /// RSASSA-PKCS1-v1_5 with SHA-384.
    RsaSha384,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    RsaSha512,
    /// ECDSA over P-256 with SHA-256 (RFC 5758 §3.2).
    EcdsaP256Sha256,
    /// ECDSA over P-384 with SHA-384 (RFC 5758 §3.2).
    EcdsaP384Sha384,
}

impl SignatureAlgorithm {
    /// The `AlgorithmIdentifier` in DER: parameters NULL for RSA (RFC 4055 §5), absent for ECDSA (RFC 5758 §3.2).
    #[must_use]
    pub const fn der(self) -> &'static [u8] {
        match self {
            Self::RsaSha256 => &[
                0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b, 0x05,
                0x00,
            ],
            Self::RsaSha384 => &[
                0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0c, 0x05,
                0x00,
            ],
            Self::RsaSha512 => &[
                0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0d, 0x05,
                0x00,
            ],
            Self::EcdsaP256Sha256 => {
                &[0x30, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02]
            }
            Self::EcdsaP384Sha384 => {
                &[0x30, 0x0a, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x03]
            }
        }
    }

    /// The algorithm usual for a key of this kind.
    #[must_use]
    pub const fn usual(key: &PrivateKey) -> Self {
        match key.algorithm() {
            crate::KeyAlgorithm::Rsa { .. } => Self::RsaSha256,
            crate::KeyAlgorithm::P256 => Self::EcdsaP256Sha256,
            crate::KeyAlgorithm::P384 => Self::EcdsaP384Sha384,
        }
    }

    /// Whether signatures of this algorithm can be made with `key`.
    pub(crate) fn fits(self, key: &PublicKey<'_>) -> bool {
        match self {
            Self::RsaSha256 | Self::RsaSha384 | Self::RsaSha512 => {
                matches!(key, PublicKey::Rsa(rsa) if rsa.usage == RsaUsage::Any)
            }
            Self::EcdsaP256Sha256 => matches!(key, PublicKey::Ec { curve: Curve::P256, .. }),
            Self::EcdsaP384Sha384 => matches!(key, PublicKey::Ec { curve: Curve::P384, .. }),
        }
    }
}

/// A signer that is not ours: a device, a service, any implementation of [`signature`]'s traits.
///
/// The signer must put out what certificates carry: for RSA the octets of RFC 8017 §8.2.1, for ECDSA an `ECDSA-Sig-Value` in DER.
pub struct ExternalSigner {
    algorithm: SignatureAlgorithm,
    public_key: Vec<u8>,
    sign: Box<SignFn>,
}

type SignFn = dyn Fn(&[u8]) -> Result<Vec<u8>, SignError> + Send + Sync;

impl ExternalSigner {
    /// Wraps a [`Signer`]; `public_key` is its `SubjectPublicKeyInfo` in DER.
    ///
    /// # Errors
    /// `Key` when `public_key` is not a public key this crate takes, `Algorithm` when the two do not fit.
    pub fn new<K, S>(
        signer: K,
        public_key: &[u8],
        algorithm: SignatureAlgorithm,
    ) -> Result<Self, SignError>
    where
        K: Signer<S> + Send + Sync + 'static,
        S: SignatureEncoding,
    {
        Self::wrap(public_key, algorithm, move |message| {
            Ok(signer.try_sign(message).map_err(|_| SignError::Signer)?.to_vec())
        })
    }

    /// Wraps a [`RandomizedSigner`]; it is given the operating system's generator.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn randomized<K, S>(
        signer: K,
        public_key: &[u8],
        algorithm: SignatureAlgorithm,
    ) -> Result<Self, SignError>
    where
        K: RandomizedSigner<S> + Send + Sync + 'static,
        S: SignatureEncoding,
    {
        Self::wrap(public_key, algorithm, move |message| {
            let signature = signer.try_sign_with_rng(&mut SysRng, message);
            Ok(signature.map_err(|_| SignError::Signer)?.to_vec())
        })
    }

    pub(crate) fn wrap(
        public_key: &[u8],
        algorithm: SignatureAlgorithm,
        sign: impl Fn(&[u8]) -> Result<Vec<u8>, SignError> + Send + Sync + 'static,
    ) -> Result<Self, SignError> {
        let spki = SubjectPublicKeyInfo::parse(public_key).map_err(|_| SignError::Key)?;
        let key = PublicKey::read(&spki, Rules::Current).map_err(|_| SignError::Key)?;
        if !algorithm.fits(&key) {
            return Err(SignError::Algorithm);
        }
        Ok(Self { algorithm, public_key: public_key.to_vec(), sign: Box::new(sign) })
    }
}

impl SigningKey for ExternalSigner {
    fn algorithm_der(&self) -> &[u8] {
        self.algorithm.der()
    }

    fn public_key_der(&self) -> &[u8] {
        &self.public_key
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        (self.sign)(message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use igc_x509::{AlgorithmIdentifier, oid};

    #[test]
    fn identifiers_are_those_of_the_list() {
        for (algorithm, oid) in [
            (SignatureAlgorithm::RsaSha256, oid::SHA256_WITH_RSA_ENCRYPTION),
            (SignatureAlgorithm::RsaSha384, oid::SHA384_WITH_RSA_ENCRYPTION),
            (SignatureAlgorithm::RsaSha512, oid::SHA512_WITH_RSA_ENCRYPTION),
            (SignatureAlgorithm::EcdsaP256Sha256, oid::ECDSA_WITH_SHA256),
            (SignatureAlgorithm::EcdsaP384Sha384, oid::ECDSA_WITH_SHA384),
        ] {
            let parsed = AlgorithmIdentifier::parse(algorithm.der()).unwrap();
            assert_eq!(parsed.oid, oid);
            let is_ecdsa = matches!(
                algorithm,
                SignatureAlgorithm::EcdsaP256Sha256 | SignatureAlgorithm::EcdsaP384Sha384
            );
            assert_eq!(parsed.parameters.map(|any| any.is_null()), (!is_ecdsa).then_some(true));
        }
    }
}
