//! Message digests (FIPS 180-4).

/// A digest algorithm of FIPS 180-4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DigestAlgorithm {
    /// SHA-1, 20 octets: identifiers and legacy formats only, never a new signature.
    Sha1,
    /// SHA-224, 28 octets: read where old files name it.
    Sha224,
    /// SHA-256, 32 octets.
    Sha256,
    /// SHA-384, 48 octets.
    Sha384,
    /// SHA-512, 64 octets.
    Sha512,
    /// SHA-512/224, 28 octets.
    Sha512_224,
    /// SHA-512/256, 32 octets.
    Sha512_256,
}

impl DigestAlgorithm {
    /// Every algorithm.
    pub const ALL: [Self; 7] = [
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
        Self::Sha512_224,
        Self::Sha512_256,
    ];

    /// Length of the digest in octets.
    #[must_use]
    pub const fn output_len(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 | Self::Sha512_224 => 28,
            Self::Sha256 | Self::Sha512_256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

/// Computes digests.
pub trait Digest: Send + Sync {
    /// The digest of `data`; [`DigestAlgorithm::output_len`] octets.
    fn digest(&self, algorithm: DigestAlgorithm, data: &[u8]) -> Vec<u8>;
}
