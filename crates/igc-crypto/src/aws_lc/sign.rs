//! Signing by AWS-LC.

use crate::public_key::RSA_CURRENT_BITS;
use crate::signing::ExternalSigner;
use crate::{
    AwsLc, KeyAlgorithm, PrivateKey, SignError, SignatureAlgorithm, SigningBackend, SigningKey,
};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair as RsaKeyPair;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, RSA_PKCS1_SHA256,
    RSA_PKCS1_SHA384, RSA_PKCS1_SHA512, RsaEncoding,
};

impl SigningBackend for AwsLc {
    fn signing_key(
        &self,
        key: &PrivateKey,
        algorithm: SignatureAlgorithm,
    ) -> Result<Box<dyn SigningKey>, SignError> {
        let public_key = key.public_key_der();
        let der = key.pkcs8_der();
        let curve = match (key.algorithm(), algorithm) {
            (KeyAlgorithm::Rsa { bits }, _) if bits < RSA_CURRENT_BITS => {
                return Err(SignError::Key);
            }
            (KeyAlgorithm::Rsa { .. }, _) => {
                let encoding: &'static dyn RsaEncoding = match algorithm {
                    SignatureAlgorithm::RsaSha256 => &RSA_PKCS1_SHA256,
                    SignatureAlgorithm::RsaSha384 => &RSA_PKCS1_SHA384,
                    SignatureAlgorithm::RsaSha512 => &RSA_PKCS1_SHA512,
                    _ => return Err(SignError::Algorithm),
                };
                let pair = RsaKeyPair::from_pkcs8(der).map_err(|_| SignError::Key)?;
                return Ok(Box::new(ExternalSigner::wrap(
                    public_key,
                    algorithm,
                    move |message| {
                        let mut signature = vec![0u8; pair.public_modulus_len()];
                        pair.sign(encoding, &SystemRandom::new(), message, &mut signature)
                            .map_err(|_| SignError::Signer)?;
                        Ok(signature)
                    },
                )?));
            }
            (KeyAlgorithm::P256, SignatureAlgorithm::EcdsaP256Sha256) => {
                &ECDSA_P256_SHA256_ASN1_SIGNING
            }
            (KeyAlgorithm::P384, SignatureAlgorithm::EcdsaP384Sha384) => {
                &ECDSA_P384_SHA384_ASN1_SIGNING
            }
            _ => return Err(SignError::Algorithm),
        };
        let pair = EcdsaKeyPair::from_pkcs8(curve, der).map_err(|_| SignError::Key)?;
        Ok(Box::new(ExternalSigner::wrap(public_key, algorithm, move |message| {
            let signature =
                pair.sign(&SystemRandom::new(), message).map_err(|_| SignError::Signer)?;
            Ok(signature.as_ref().to_vec())
        })?))
    }
}
