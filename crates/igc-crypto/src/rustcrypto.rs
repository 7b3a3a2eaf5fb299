//! The portable backend: RustCrypto's crates, no C compiler needed.

use crate::digest::{Digest, DigestAlgorithm};
use sha2::Digest as _;

/// Signatures, keys and digests by RustCrypto's crates.
#[derive(Clone, Copy, Debug, Default)]
pub struct RustCrypto;

impl Digest for RustCrypto {
    fn digest(&self, algorithm: DigestAlgorithm, data: &[u8]) -> Vec<u8> {
        match algorithm {
            DigestAlgorithm::Sha1 => sha1::Sha1::digest(data).to_vec(),
            DigestAlgorithm::Sha256 => sha2::Sha256::digest(data).to_vec(),
            DigestAlgorithm::Sha384 => sha2::Sha384::digest(data).to_vec(),
            DigestAlgorithm::Sha512 => sha2::Sha512::digest(data).to_vec(),
            DigestAlgorithm::Sha512_224 => sha2::Sha512_224::digest(data).to_vec(),
            DigestAlgorithm::Sha512_256 => sha2::Sha512_256::digest(data).to_vec(),
        }
    }
}
