//! The hash functions that password-based schemes name, and HMAC over them.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Digest as _;
use zeroize::Zeroizing;

use crate::secret::constant_time_eq;

pub use crate::DigestAlgorithm as HashKind;

/// Runs `$body` with `$hash` naming the hash type.
macro_rules! with_hash {
    ($kind:expr, $hash:ident => $body:expr) => {
        match $kind {
            $crate::pbe::HashKind::Sha1 => {
                type $hash = sha1::Sha1;
                $body
            }
            $crate::pbe::HashKind::Sha224 => {
                type $hash = sha2::Sha224;
                $body
            }
            $crate::pbe::HashKind::Sha256 => {
                type $hash = sha2::Sha256;
                $body
            }
            $crate::pbe::HashKind::Sha384 => {
                type $hash = sha2::Sha384;
                $body
            }
            $crate::pbe::HashKind::Sha512 => {
                type $hash = sha2::Sha512;
                $body
            }
            $crate::pbe::HashKind::Sha512_224 => {
                type $hash = sha2::Sha512_224;
                $body
            }
            $crate::pbe::HashKind::Sha512_256 => {
                type $hash = sha2::Sha512_256;
                $body
            }
        }
    };
}
pub(super) use with_hash;

impl HashKind {
    /// Length of the blocks the function works on, in octets.
    #[must_use]
    pub const fn block_len(self) -> usize {
        match self {
            Self::Sha1 | Self::Sha224 | Self::Sha256 => 64,
            Self::Sha384 | Self::Sha512 | Self::Sha512_224 | Self::Sha512_256 => 128,
        }
    }

    /// The usual name: `SHA-256`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA-1",
            Self::Sha224 => "SHA-224",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
            Self::Sha512_224 => "SHA-512/224",
            Self::Sha512_256 => "SHA-512/256",
        }
    }

    /// Replaces `out` by the digest of `parts`.
    pub(super) fn digest_into(self, parts: &[&[u8]], out: &mut Zeroizing<Vec<u8>>) {
        out.clear();
        with_hash!(self, H => {
            let mut hash = H::new();
            for part in parts {
                hash.update(part);
            }
            out.extend_from_slice(&hash.finalize());
        });
    }

    /// HMAC (RFC 2104) of `data`.
    pub(super) fn hmac(self, key: &[u8], data: &[u8]) -> Vec<u8> {
        with_hash!(self, H => match Hmac::<H>::new_from_slice(key) {
            Ok(mac) => mac.chain_update(data).finalize().into_bytes().to_vec(),
            // HMAC takes keys of any length.
            Err(_) => Vec::new(),
        })
    }

    /// Whether `expected` is the HMAC of `data`, in constant time.
    pub(super) fn hmac_is(self, key: &[u8], data: &[u8], expected: &[u8]) -> bool {
        expected.len() == self.output_len() && constant_time_eq(&self.hmac(key, data), expected)
    }
}
