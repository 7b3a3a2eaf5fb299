//! Signing by the portable backend.

use crate::public_key::RSA_CURRENT_BITS;
use crate::random::with_rng;
use crate::signing::ExternalSigner;
use crate::{
    Digest as _, DigestAlgorithm, KeyAlgorithm, PrivateKey, RustCrypto, SignError,
    SignatureAlgorithm, SigningBackend, SigningKey,
};
use pkcs8::DecodePrivateKey as _;
use rsa::{Pkcs1v15Sign, RsaPrivateKey};

impl SigningBackend for RustCrypto {
    fn signing_key(
        &self,
        key: &PrivateKey,
        algorithm: SignatureAlgorithm,
    ) -> Result<Box<dyn SigningKey>, SignError> {
        let public_key = key.public_key_der();
        let der = key.pkcs8_der();
        Ok(match (key.algorithm(), algorithm) {
            (KeyAlgorithm::Rsa { bits }, _) if bits < RSA_CURRENT_BITS => {
                return Err(SignError::Key);
            }
            (KeyAlgorithm::Rsa { .. }, _) => {
                let hash = match algorithm {
                    SignatureAlgorithm::RsaSha256 => DigestAlgorithm::Sha256,
                    SignatureAlgorithm::RsaSha384 => DigestAlgorithm::Sha384,
                    SignatureAlgorithm::RsaSha512 => DigestAlgorithm::Sha512,
                    _ => return Err(SignError::Algorithm),
                };
                let rsa = RsaPrivateKey::from_pkcs8_der(der).map_err(|_| SignError::Key)?;
                Box::new(ExternalSigner::wrap(public_key, algorithm, move |message| {
                    sign_rsa(&rsa, hash, message)
                })?)
            }
            (KeyAlgorithm::P256, SignatureAlgorithm::EcdsaP256Sha256) => {
                let key =
                    p256::ecdsa::SigningKey::from_pkcs8_der(der).map_err(|_| SignError::Key)?;
                Box::new(ExternalSigner::new::<_, p256::ecdsa::DerSignature>(
                    key, public_key, algorithm,
                )?)
            }
            (KeyAlgorithm::P384, SignatureAlgorithm::EcdsaP384Sha384) => {
                let key =
                    p384::ecdsa::SigningKey::from_pkcs8_der(der).map_err(|_| SignError::Key)?;
                Box::new(ExternalSigner::new::<_, p384::ecdsa::DerSignature>(
                    key, public_key, algorithm,
                )?)
            }
            _ => return Err(SignError::Algorithm),
        })
    }
}

/// With blinding, which is all this crate has against timing (RUSTSEC-2023-0071).
fn sign_rsa(
    key: &RsaPrivateKey,
    hash: DigestAlgorithm,
    message: &[u8],
) -> Result<Vec<u8>, SignError> {
    let digest = RustCrypto.digest(hash, message);
    let padding = match hash {
        DigestAlgorithm::Sha384 => Pkcs1v15Sign::new::<sha2::Sha384>(),
        DigestAlgorithm::Sha512 => Pkcs1v15Sign::new::<sha2::Sha512>(),
        _ => Pkcs1v15Sign::new::<sha2::Sha256>(),
    };
    with_rng(|rng| key.sign_with_rng(rng, padding, &digest))?.map_err(|_| SignError::Signer)
}
