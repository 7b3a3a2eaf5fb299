//! The portable backend: RustCrypto's crates, no C compiler needed.

mod generate;
mod sign;
mod verify;

use crate::digest::{Digest, DigestAlgorithm};
use sha2::Digest as _;

/// Signatures, keys and digests by RustCrypto's crates.
///
/// Verification is fit for any use. The private-key operations of its `rsa` crate are **not constant in time**
/// (RUSTSEC-2023-0071, no patched version): sign with it only where nobody can measure many signatures, as when making a request on
/// one's own machine; a service signs with `AwsLc`.
#[derive(Clone, Copy, Debug, Default)]
pub struct RustCrypto;

impl Digest for RustCrypto {
    fn digest(&self, algorithm: DigestAlgorithm, data: &[u8]) -> Vec<u8> {
        match algorithm {
            DigestAlgorithm::Sha1 => sha1::Sha1::digest(data).to_vec(),
            DigestAlgorithm::Sha224 => sha2::Sha224::digest(data).to_vec(),
            DigestAlgorithm::Sha256 => sha2::Sha256::digest(data).to_vec(),
            DigestAlgorithm::Sha384 => sha2::Sha384::digest(data).to_vec(),
            DigestAlgorithm::Sha512 => sha2::Sha512::digest(data).to_vec(),
            DigestAlgorithm::Sha512_224 => sha2::Sha512_224::digest(data).to_vec(),
            DigestAlgorithm::Sha512_256 => sha2::Sha512_256::digest(data).to_vec(),
        }
    }
}
