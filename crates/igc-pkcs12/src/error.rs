//! Why a PKCS #12 file was not opened or not made.

use core::fmt;

use igc_crypto::pbe::{PbeError, PbeErrorKind};

/// Why a PKCS #12 file was not opened or not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct P12Error {
    /// What went wrong.
    pub kind: P12ErrorKind,
    /// The layer that `position` counts in.
    pub place: Place,
    /// Offset in octets of the element at fault.
    pub position: usize,
}

/// A layer of the file. Layers inside the first are counted after constructed strings are joined and after decryption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// The file itself.
    File,
    /// The `AuthenticatedSafe` (RFC 7292 §4.1).
    AuthenticatedSafe,
    /// The `SafeContents` of a part of the `AuthenticatedSafe`, counted from 0 (RFC 7292 §4.2).
    SafeContents {
        /// Which part.
        part: usize,
    },
}

/// How sure a diagnosis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The file does not let one tell.
    Unknown,
    /// All the evidence points this way; another cause would need a coincidence.
    Likely,
    /// Proven.
    Certain,
}

/// The part of a file that an algorithm protects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Protected {
    /// The integrity of the whole file.
    Integrity,
    /// A part of the `AuthenticatedSafe`, usually the certificates.
    Contents,
    /// A private key.
    Key,
}

/// The kinds of [`P12Error`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum P12ErrorKind {
    /// The file is something else; the name of what it looks like.
    NotPkcs12 {
        /// What it looks like, when that can be told.
        looks_like: Option<&'static str>,
    },
    /// An element ends before its length says, or the file ends inside it.
    Truncated,
    /// An element has another tag than RFC 7292 asks for.
    Tag,
    /// A length that BER does not allow, or an indefinite one without its end.
    Length,
    /// A value that its type does not allow.
    Value,
    /// Octets after the end of the structure.
    Trailing,
    /// `version` is not 3 (RFC 7292 §4).
    Version,
    /// The file is signed with a key instead of protected with a password (RFC 7292 §3.1).
    PublicKeyIntegrity,
    /// The file is longer than the budget allows.
    TooLong,
    /// Elements are nested deeper than the budget allows.
    TooDeep,
    /// More bags than the budget allows.
    TooManyBags,
    /// The file asks for more key-derivation work than the budget has left.
    TooManyIterations {
        /// Applications of the hash it asks for.
        asked: u64,
        /// What was left.
        left: u64,
    },
    /// The file asks for more memory than the budget allows.
    TooMuchMemory {
        /// Octets it asks for.
        asked_bytes: u64,
    },
    /// An algorithm this toolkit does not know, whatever the password.
    UnsupportedAlgorithm {
        /// What it protects.
        of: Protected,
        /// Dotted object identifier.
        oid: String,
    },
    /// The parameters of an algorithm are malformed or refused (RFC 9579 §4 for PBMAC1).
    AlgorithmParameters {
        /// What it protects.
        of: Protected,
    },
    /// The password is wrong.
    WrongPassword {
        /// `Likely` when nothing in the file opens with it; `Unknown` when only the MAC speaks against it.
        certainty: Certainty,
    },
    /// The password opens the file and the MAC does not match: the content was altered.
    Damaged,
    /// The MAC is right with this password, and a part is encrypted with another one or damaged before the MAC was made.
    OtherPassword {
        /// What does not open.
        of: Protected,
    },
    /// A password that cannot be used (longer than 64 KiB).
    Password,
    /// What was to be packed is no PKCS #8 key.
    PackKey,
    /// What was to be packed is no certificate.
    PackCertificate,
    /// The first certificate does not belong to the key.
    PackPair,
    /// The operating system gave no random octets.
    Random,
}

impl P12ErrorKind {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotPkcs12 { .. } => "p12.not-pkcs12",
            Self::Truncated => "p12.truncated",
            Self::Tag => "p12.tag",
            Self::Length => "p12.length",
            Self::Value => "p12.value",
            Self::Trailing => "p12.trailing",
            Self::Version => "p12.version",
            Self::PublicKeyIntegrity => "p12.public-key-integrity",
            Self::TooLong => "p12.budget.length",
            Self::TooDeep => "p12.budget.depth",
            Self::TooManyBags => "p12.budget.bags",
            Self::TooManyIterations { .. } => "p12.budget.iterations",
            Self::TooMuchMemory { .. } => "p12.budget.memory",
            Self::UnsupportedAlgorithm { .. } => "p12.algorithm.unsupported",
            Self::AlgorithmParameters { .. } => "p12.algorithm.parameters",
            Self::WrongPassword { .. } => "p12.password.wrong",
            Self::Damaged => "p12.damaged",
            Self::OtherPassword { .. } => "p12.password.other",
            Self::Password => "p12.password.length",
            Self::PackKey => "p12.pack.key",
            Self::PackCertificate => "p12.pack.certificate",
            Self::PackPair => "p12.pack.pair",
            Self::Random => "p12.random",
        }
    }
}

/// Every code of [`P12ErrorKind`], sorted; those of warnings are in [`WARNING_CODES`](crate::WARNING_CODES).
pub const ERROR_CODES: &[&str] = &[
    "p12.algorithm.parameters",
    "p12.algorithm.unsupported",
    "p12.budget.bags",
    "p12.budget.depth",
    "p12.budget.iterations",
    "p12.budget.length",
    "p12.budget.memory",
    "p12.damaged",
    "p12.length",
    "p12.not-pkcs12",
    "p12.pack.certificate",
    "p12.pack.key",
    "p12.pack.pair",
    "p12.password.length",
    "p12.password.other",
    "p12.password.wrong",
    "p12.public-key-integrity",
    "p12.random",
    "p12.tag",
    "p12.trailing",
    "p12.truncated",
    "p12.value",
    "p12.version",
];

impl P12Error {
    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    pub(crate) const fn new(kind: P12ErrorKind, place: Place, position: usize) -> Self {
        Self { kind, place, position }
    }

    /// Of making, where there is no position.
    pub(crate) const fn making(kind: P12ErrorKind) -> Self {
        Self { kind, place: Place::File, position: 0 }
    }

    /// What a password-based operation on `of` says, except that decryption failed: that is for the caller to weigh.
    pub(crate) fn from_pbe(error: PbeError, of: Protected, place: Place, position: usize) -> Self {
        let kind = match error.kind {
            PbeErrorKind::Unsupported { oid } => P12ErrorKind::UnsupportedAlgorithm { of, oid },
            PbeErrorKind::Iterations { asked, left } => {
                P12ErrorKind::TooManyIterations { asked, left }
            }
            PbeErrorKind::Memory { asked_bytes, .. } => P12ErrorKind::TooMuchMemory { asked_bytes },
            PbeErrorKind::PasswordLength => P12ErrorKind::Password,
            PbeErrorKind::Random => P12ErrorKind::Random,
            PbeErrorKind::CiphertextLength | PbeErrorKind::MacLength => P12ErrorKind::Value,
            _ => P12ErrorKind::AlgorithmParameters { of },
        };
        Self { kind, place, position }
    }
}

impl fmt::Display for P12Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            P12ErrorKind::NotPkcs12 { looks_like: Some(what) } => {
                return write!(f, "this is not a PKCS #12 file but looks like {what}");
            }
            P12ErrorKind::NotPkcs12 { looks_like: None } => {
                return f.write_str("this is not a PKCS #12 file");
            }
            P12ErrorKind::Truncated => f.write_str("the file ends inside an element"),
            P12ErrorKind::Tag => f.write_str("an element is not of the type expected here"),
            P12ErrorKind::Length => f.write_str("an element has a length that BER does not allow"),
            P12ErrorKind::Value => {
                f.write_str("an element has a value that its type does not allow")
            }
            P12ErrorKind::Trailing => f.write_str("octets follow the end of the structure"),
            P12ErrorKind::Version => f.write_str("the version is not 3"),
            P12ErrorKind::PublicKeyIntegrity => {
                f.write_str("the file is signed with a key instead of protected with a password")
            }
            P12ErrorKind::TooLong => f.write_str("the file is longer than the budget allows"),
            P12ErrorKind::TooDeep => {
                f.write_str("elements are nested deeper than the budget allows")
            }
            P12ErrorKind::TooManyBags => f.write_str("there are more bags than the budget allows"),
            P12ErrorKind::TooManyIterations { asked, left } => {
                write!(f, "{asked} iterations are asked for and the budget has {left} left")
            }
            P12ErrorKind::TooMuchMemory { asked_bytes } => {
                write!(
                    f,
                    "{asked_bytes} octets of memory are asked for, more than the budget allows"
                )
            }
            P12ErrorKind::UnsupportedAlgorithm { of, oid } => {
                write!(f, "the algorithm {oid} that protects {of} is not supported")
            }
            P12ErrorKind::AlgorithmParameters { of } => {
                write!(f, "the algorithm that protects {of} has malformed parameters")
            }
            P12ErrorKind::WrongPassword { certainty: Certainty::Unknown } => {
                f.write_str("the password is wrong or the file is damaged")
            }
            P12ErrorKind::WrongPassword { .. } => f.write_str("the password is wrong"),
            P12ErrorKind::Damaged => f.write_str("the password is right and the file is damaged"),
            P12ErrorKind::OtherPassword { of } => {
                write!(
                    f,
                    "the password is right for the file, but {of} is encrypted with another one"
                )
            }
            P12ErrorKind::Password => f.write_str("the password is longer than 64 KiB"),
            P12ErrorKind::PackKey => f.write_str("the private key is not PKCS #8"),
            P12ErrorKind::PackCertificate => f.write_str("a certificate cannot be read"),
            P12ErrorKind::PackPair => {
                f.write_str("the first certificate does not belong to the private key")
            }
            P12ErrorKind::Random => {
                f.write_str("the random source of the operating system is not available")
            }
        }?;
        if self.position == 0 && self.place == Place::File {
            return Ok(());
        }
        write!(f, " ({}, offset {})", self.place, self.position)
    }
}

impl core::error::Error for P12Error {}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => f.write_str("file"),
            Self::AuthenticatedSafe => f.write_str("authenticated safe"),
            Self::SafeContents { part } => write!(f, "safe contents {part}"),
        }
    }
}

impl fmt::Display for Protected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Integrity => "the integrity of the file",
            Self::Contents => "a part of the contents",
            Self::Key => "the private key",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_kind() -> Vec<P12ErrorKind> {
        use P12ErrorKind as K;
        let of = Protected::Key;
        vec![
            K::NotPkcs12 { looks_like: None },
            K::Truncated,
            K::Tag,
            K::Length,
            K::Value,
            K::Trailing,
            K::Version,
            K::PublicKeyIntegrity,
            K::TooLong,
            K::TooDeep,
            K::TooManyBags,
            K::TooManyIterations { asked: 2, left: 1 },
            K::TooMuchMemory { asked_bytes: 1 },
            K::UnsupportedAlgorithm { of, oid: "1.2.3".into() },
            K::AlgorithmParameters { of },
            K::WrongPassword { certainty: Certainty::Likely },
            K::Damaged,
            K::OtherPassword { of },
            K::Password,
            K::PackKey,
            K::PackCertificate,
            K::PackPair,
            K::Random,
        ]
    }

    #[test]
    fn the_list_of_codes_is_that_of_the_kinds_sorted_and_unique() {
        let mut codes: Vec<&str> = every_kind().iter().map(P12ErrorKind::code).collect();
        codes.sort_unstable();
        assert_eq!(codes, ERROR_CODES);
        codes.dedup();
        assert_eq!(codes.len(), ERROR_CODES.len());
        assert!(crate::WARNING_CODES.is_sorted());
    }

    #[test]
    fn messages_are_sentences_without_a_capital_or_a_full_stop() {
        for kind in every_kind() {
            let text = P12Error::new(kind, Place::SafeContents { part: 1 }, 12).to_string();
            assert!(!text.starts_with(char::is_uppercase) && !text.ends_with('.'), "{text}");
        }
        let error = P12Error::new(P12ErrorKind::Tag, Place::AuthenticatedSafe, 7);
        assert_eq!(
            error.to_string(),
            "an element is not of the type expected here (authenticated safe, offset 7)"
        );
    }
}
