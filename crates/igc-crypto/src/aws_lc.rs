//! The fast backend: AWS-LC through `aws-lc-rs`.

mod generate;
mod sign;
mod verify;

use crate::{Digest, DigestAlgorithm, RustCrypto};
use aws_lc_rs::digest;

/// Signatures, keys and digests by AWS-LC.
///
/// What AWS-LC has no entry for (RSASSA-PSS with two different hashes, SHA-512/224) is done by the portable code, so that
/// both backends take and refuse the same.
#[derive(Clone, Copy, Debug, Default)]
pub struct AwsLc;

impl Digest for AwsLc {
    fn digest(&self, algorithm: DigestAlgorithm, data: &[u8]) -> Vec<u8> {
        let algorithm = match algorithm {
            DigestAlgorithm::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            DigestAlgorithm::Sha224 => &digest::SHA224,
            DigestAlgorithm::Sha256 => &digest::SHA256,
            DigestAlgorithm::Sha384 => &digest::SHA384,
            DigestAlgorithm::Sha512 => &digest::SHA512,
            DigestAlgorithm::Sha512_256 => &digest::SHA512_256,
            DigestAlgorithm::Sha512_224 => return RustCrypto.digest(algorithm, data),
        };
        digest::digest(algorithm, data).as_ref().to_vec()
    }
}
