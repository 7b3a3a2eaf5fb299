//! Verification by the portable backend.

use crate::public_key::{Curve, PublicKey, RsaKey};
use crate::scheme::{Rules, Scheme};
use crate::verify::{Engine, LoadedKey, verifier};
use crate::{Digest as _, DigestAlgorithm, Legacy, RustCrypto, VerifyError, pss};
use rsa::traits::PublicKeyParts as _;
use rsa::{BoxedUint, Pkcs1v15Sign, RsaPublicKey};
use signature::Verifier as _;
use signature::hazmat::PrehashVerifier as _;

verifier!(RustCrypto, Rules::Current);
verifier!(Legacy<RustCrypto>, Rules::Legacy);

impl Engine for RustCrypto {
    fn load(&self, key: &PublicKey<'_>) -> Result<Box<dyn LoadedKey>, VerifyError> {
        Ok(match *key {
            PublicKey::Rsa(rsa) => Box::new(load_rsa(&rsa)?),
            PublicKey::Ec { curve: Curve::P256, point } => Box::new(
                p256::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| VerifyError::Key)?,
            ),
            PublicKey::Ec { curve: Curve::P384, point } => Box::new(
                p384::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| VerifyError::Key)?,
            ),
            PublicKey::Ec { curve: Curve::P521, point } => Box::new(
                p521::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| VerifyError::Key)?,
            ),
            PublicKey::Ed25519(octets) => Box::new(
                ed25519_dalek::VerifyingKey::from_bytes(octets).map_err(|_| VerifyError::Key)?,
            ),
        })
    }
}

fn load_rsa(key: &RsaKey<'_>) -> Result<RsaPublicKey, VerifyError> {
    let modulus = BoxedUint::from_be_slice(key.modulus, key.bits).map_err(|_| VerifyError::Key)?;
    let exponent = BoxedUint::from_be_slice_vartime(key.exponent);
    RsaPublicKey::new(modulus, exponent).map_err(|_| VerifyError::Key)
}

impl LoadedKey for RsaPublicKey {
    fn holds(&self, scheme: Scheme, message: &[u8], signature: &[u8]) -> bool {
        match scheme {
            Scheme::Pkcs1(hash) => {
                let padding = match hash {
                    DigestAlgorithm::Sha1 => Pkcs1v15Sign::new::<sha1::Sha1>(),
                    DigestAlgorithm::Sha256 => Pkcs1v15Sign::new::<sha2::Sha256>(),
                    DigestAlgorithm::Sha384 => Pkcs1v15Sign::new::<sha2::Sha384>(),
                    DigestAlgorithm::Sha512 => Pkcs1v15Sign::new::<sha2::Sha512>(),
                    _ => return false,
                };
                self.verify(padding, &RustCrypto.digest(hash, message), signature).is_ok()
            }
            Scheme::Pss(parameters) => public_operation(self, signature).is_some_and(|encoded| {
                pss::holds(parameters, message, &encoded, self.n().bits_vartime())
            }),
            Scheme::Ecdsa(_) | Scheme::Ed25519 => false,
        }
    }
}

/// RSAVP1 with the length and range checks of RFC 8017 §8.1.2 (1) and §5.2.2 (1); as many octets as the modulus.
fn public_operation(key: &RsaPublicKey, signature: &[u8]) -> Option<Vec<u8>> {
    if signature.len() != key.size() {
        return None;
    }
    let representative = BoxedUint::from_be_slice(signature, key.n_bits_precision()).ok()?;
    if representative >= *key.n().as_ref() {
        return None;
    }
    let message = rsa::hazmat::rsa_encrypt(key, &representative).ok()?.to_be_bytes();
    // The number's storage may be wider than the modulus, or narrower by leading zeros.
    let surplus = message.len().saturating_sub(key.size());
    let (zeros, tail) = message.split_at_checked(surplus)?;
    if zeros.iter().any(|octet| *octet != 0) {
        return None;
    }
    let mut octets = vec![0u8; key.size().checked_sub(tail.len())?];
    octets.extend_from_slice(tail);
    Some(octets)
}

/// A curve's verifying key checks a digest against a signature in DER.
macro_rules! ecdsa_key {
    ($curve:ident) => {
        impl LoadedKey for $curve::ecdsa::VerifyingKey {
            fn holds(&self, scheme: Scheme, message: &[u8], signature: &[u8]) -> bool {
                let Scheme::Ecdsa(hash) = scheme else { return false };
                let Ok(signature) = $curve::ecdsa::Signature::from_der(signature) else {
                    return false;
                };
                self.verify_prehash(&RustCrypto.digest(hash, message), &signature).is_ok()
            }
        }
    };
}
ecdsa_key!(p256);
ecdsa_key!(p384);
ecdsa_key!(p521);

impl LoadedKey for ed25519_dalek::VerifyingKey {
    fn holds(&self, scheme: Scheme, message: &[u8], signature: &[u8]) -> bool {
        let Ok(signature) = ed25519_dalek::Signature::from_slice(signature) else { return false };
        scheme == Scheme::Ed25519 && self.verify(message, &signature).is_ok()
    }
}
