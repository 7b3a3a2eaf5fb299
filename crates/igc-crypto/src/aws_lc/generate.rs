//! Key generation by AWS-LC.

use crate::{AwsLc, GenerateError, KeyGenerator, KeyKind, PrivateKey};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair};

impl KeyGenerator for AwsLc {
    fn generate(&self, kind: KeyKind) -> Result<PrivateKey, GenerateError> {
        let size = match kind {
            KeyKind::Rsa2048 => KeySize::Rsa2048,
            KeyKind::Rsa3072 => KeySize::Rsa3072,
            KeyKind::Rsa4096 => KeySize::Rsa4096,
            KeyKind::P256 => {
                let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING)
                    .map_err(|_| GenerateError::Backend)?;
                let document = pair.to_pkcs8v1().map_err(|_| GenerateError::Backend)?;
                return read(document.as_ref());
            }
        };
        let pair = RsaKeyPair::generate(size).map_err(|_| GenerateError::Backend)?;
        let document: Pkcs8V1Der<'_> = pair.as_der().map_err(|_| GenerateError::Backend)?;
        read(document.as_ref())
    }
}

fn read(pkcs8: &[u8]) -> Result<PrivateKey, GenerateError> {
    PrivateKey::from_der(pkcs8).map_err(|_| GenerateError::Backend)
}
