//! What can go wrong with keys and signatures, and its codes.

use core::fmt;

/// Why a signature was not accepted.
///
/// Nothing but [`Invalid`](Self::Invalid) says that the signature itself is wrong; none is ever to be turned into a success.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// The algorithm, its parameters or the kind of key is not one this crate takes.
    Unsupported,
    /// Taken only under [`Legacy`](crate::Legacy): SHA-1, an RSA modulus below 2048 bits, or RSASSA-PSS with two different hashes.
    Legacy,
    /// The public key is malformed, or breaks a rule every key of its kind must keep.
    Key,
    /// The signature does not hold. Without detail, on purpose.
    Invalid,
}

/// Why nothing was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignError {
    /// The key cannot sign with this algorithm.
    Algorithm,
    /// The key is one the backend does not sign with: another kind, or too small.
    Key,
    /// The random source is not available.
    Random,
    /// The signer itself failed: a device refused, a computation did not check.
    Signer,
}

/// Why a private key was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyError {
    /// What is wrong.
    pub kind: KeyErrorKind,
    /// Where, as a byte offset in the input; 0 where it concerns the whole.
    pub position: usize,
}

/// What is wrong with a private key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyErrorKind {
    /// No private key in PKCS #8, PKCS #1 or SEC 1 form (RFC 5958, RFC 8017 §A.1.2, RFC 5915).
    Malformed,
    /// No PEM block of a private key (RFC 7468 §10, §11, §13).
    NoPem,
    /// The key is encrypted: a password is needed.
    Encrypted,
    /// The key's algorithm, curve or size is not one this crate takes.
    Unsupported,
    /// The parts of the key do not belong together.
    Inconsistent,
}

/// Why no key was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum GenerateError {
    /// The random source is not available.
    Random,
    /// The backend failed.
    Backend,
}

/// Every code of this crate, sorted.
pub const ERROR_CODES: &[&str] = &[
    "crypto.generate.backend",
    "crypto.key.encrypted",
    "crypto.key.inconsistent",
    "crypto.key.malformed",
    "crypto.key.no-pem",
    "crypto.key.unsupported",
    "crypto.pbe.ciphertext-length",
    "crypto.pbe.iterations",
    "crypto.pbe.mac-length",
    "crypto.pbe.mac-mismatch",
    "crypto.pbe.memory",
    "crypto.pbe.padding",
    "crypto.pbe.parameters",
    "crypto.pbe.password-length",
    "crypto.pbe.random",
    "crypto.pbe.unsupported",
    "crypto.random",
    "crypto.sign.algorithm",
    "crypto.sign.key",
    "crypto.sign.signer",
    "crypto.verify.invalid",
    "crypto.verify.key",
    "crypto.verify.legacy",
    "crypto.verify.unsupported",
    "crypto.weak.close-primes",
    "crypto.weak.invalid-exponent",
    "crypto.weak.long-modulus",
    "crypto.weak.pattern",
    "crypto.weak.roca",
    "crypto.weak.short-modulus",
    "crypto.weak.small-exponent",
    "crypto.weak.small-factor",
];

impl VerifyError {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unsupported => "crypto.verify.unsupported",
            Self::Legacy => "crypto.verify.legacy",
            Self::Key => "crypto.verify.key",
            Self::Invalid => "crypto.verify.invalid",
        }
    }
}

impl SignError {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Algorithm => "crypto.sign.algorithm",
            Self::Key => "crypto.sign.key",
            Self::Random => "crypto.random",
            Self::Signer => "crypto.sign.signer",
        }
    }
}

impl KeyError {
    pub(crate) const fn whole(kind: KeyErrorKind) -> Self {
        Self { kind, position: 0 }
    }

    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }
}

impl KeyErrorKind {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "crypto.key.malformed",
            Self::NoPem => "crypto.key.no-pem",
            Self::Encrypted => "crypto.key.encrypted",
            Self::Unsupported => "crypto.key.unsupported",
            Self::Inconsistent => "crypto.key.inconsistent",
        }
    }
}

impl GenerateError {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Random => "crypto.random",
            Self::Backend => "crypto.generate.backend",
        }
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unsupported => {
                "the signature algorithm, its parameters or the key are not supported"
            }
            Self::Legacy => {
                "the signature algorithm or the key is too weak and only taken for legacy data"
            }
            Self::Key => "the public key is malformed",
            Self::Invalid => "the signature does not hold",
        })
    }
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Algorithm => "the key cannot sign with this algorithm",
            Self::Key => "the key is of a kind or size that is not signed with",
            Self::Random => "the random source of the operating system is not available",
            Self::Signer => "the signer failed",
        })
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            KeyErrorKind::Malformed => "no private key in PKCS #8, PKCS #1 or SEC 1 form",
            KeyErrorKind::NoPem => "no PEM block of a private key",
            KeyErrorKind::Encrypted => "the private key is encrypted and a password is needed",
            KeyErrorKind::Unsupported => "the private key's algorithm or size is not supported",
            KeyErrorKind::Inconsistent => "the parts of the private key do not belong together",
        })
    }
}

impl fmt::Display for GenerateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Random => "the random source of the operating system is not available",
            Self::Backend => "the key could not be made",
        })
    }
}

impl core::error::Error for VerifyError {}
impl core::error::Error for SignError {}
impl core::error::Error for KeyError {}
impl core::error::Error for GenerateError {}

impl From<crate::RandomError> for SignError {
    fn from(_: crate::RandomError) -> Self {
        Self::Random
    }
}

impl From<crate::RandomError> for GenerateError {
    fn from(_: crate::RandomError) -> Self {
        Self::Random
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_sorted_unique_and_complete() {
        use crate::weak::Weakness as W;
        use {GenerateError as G, KeyErrorKind as K, SignError as S, VerifyError as V};
        let mut codes = BTreeSet::from([crate::RandomError.code()]);
        codes.extend([V::Unsupported, V::Legacy, V::Key, V::Invalid].map(|e| e.code()));
        codes.extend([S::Algorithm, S::Key, S::Random, S::Signer].map(|e| e.code()));
        codes.extend(
            [K::Malformed, K::NoPem, K::Encrypted, K::Unsupported, K::Inconsistent]
                .map(|e| e.code()),
        );
        codes.extend([G::Random, G::Backend].map(|e| e.code()));
        codes.extend(crate::pbe::ERROR_CODES);
        codes.extend([
            W::ShortModulus { bits: 0 }.code(),
            W::LongModulus { bits: 0 }.code(),
            W::SmallFactor { prime: 2 }.code(),
            W::InvalidExponent.code(),
            W::SmallExponent { exponent: 3 }.code(),
            W::Roca.code(),
            W::ClosePrimes.code(),
            W::Pattern.code(),
        ]);
        assert_eq!(codes.into_iter().collect::<Vec<_>>(), ERROR_CODES);
    }
}
