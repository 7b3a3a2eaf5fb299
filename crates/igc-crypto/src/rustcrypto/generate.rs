//! Key generation by the portable backend.

use crate::random::with_rng;
use crate::{GenerateError, KeyGenerator, KeyKind, PrivateKey, RustCrypto};
use p256::elliptic_curve::Generate as _;
use pkcs8::EncodePrivateKey as _;
use rsa::RsaPrivateKey;

impl KeyGenerator for RustCrypto {
    fn generate(&self, kind: KeyKind) -> Result<PrivateKey, GenerateError> {
        let pkcs8 = match kind {
            KeyKind::Rsa2048 => rsa(2048)?.to_pkcs8_der(),
            KeyKind::Rsa3072 => rsa(3072)?.to_pkcs8_der(),
            KeyKind::Rsa4096 => rsa(4096)?.to_pkcs8_der(),
            KeyKind::P256 => with_rng(p256::SecretKey::generate_from_rng)?.to_pkcs8_der(),
        }
        .map_err(|_| GenerateError::Backend)?;
        PrivateKey::from_der(pkcs8.as_bytes()).map_err(|_| GenerateError::Backend)
    }
}

fn rsa(bits: usize) -> Result<RsaPrivateKey, GenerateError> {
    with_rng(|rng| RsaPrivateKey::new(rng, bits))?.map_err(|_| GenerateError::Backend)
}
