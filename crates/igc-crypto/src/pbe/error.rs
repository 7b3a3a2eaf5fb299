//! Why a password-based operation did not succeed.

use core::fmt;

/// Why a password-based operation did not succeed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PbeError {
    /// What went wrong.
    pub kind: PbeErrorKind,
}

/// The kinds of [`PbeError`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PbeErrorKind {
    /// The scheme, or one it is made of, is not one this crate knows; dotted object identifier.
    Unsupported {
        /// The identifier that was not known.
        oid: String,
    },
    /// The parameters are not what the scheme's ASN.1 module says (RFC 8018 appendix A, RFC 7292 appendix C).
    Parameters,
    /// More iterations than the budget has left.
    Iterations {
        /// Applications of the hash that the file asks for.
        asked: u64,
        /// What the budget had left.
        left: u64,
    },
    /// More memory than the budget allows.
    Memory {
        /// Octets that the file asks for.
        asked_bytes: u64,
        /// Octets the budget allows.
        limit_bytes: u64,
    },
    /// The ciphertext is empty or no whole number of blocks: the data are damaged, whatever the password.
    CiphertextLength,
    /// What was decrypted does not end in padding (RFC 8018 §6.1.1 step 4): the password is wrong, or the data are damaged.
    Padding,
    /// The MAC is of another length than its algorithm makes.
    MacLength,
    /// The MAC differs: the password is wrong, or the data are damaged.
    MacMismatch,
    /// The operating system gave no random octets.
    Random,
    /// A password longer than 64 KiB.
    PasswordLength,
}

impl PbeErrorKind {
    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unsupported { .. } => "crypto.pbe.unsupported",
            Self::Parameters => "crypto.pbe.parameters",
            Self::Iterations { .. } => "crypto.pbe.iterations",
            Self::Memory { .. } => "crypto.pbe.memory",
            Self::CiphertextLength => "crypto.pbe.ciphertext-length",
            Self::Padding => "crypto.pbe.padding",
            Self::MacLength => "crypto.pbe.mac-length",
            Self::MacMismatch => "crypto.pbe.mac-mismatch",
            Self::Random => "crypto.pbe.random",
            Self::PasswordLength => "crypto.pbe.password-length",
        }
    }
}

/// Every code of [`PbeErrorKind`], sorted.
pub const ERROR_CODES: &[&str] = &[
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
];

impl PbeError {
    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// `id`: contents octets.
    pub(super) fn unsupported(id: &[u8]) -> Self {
        let oid = igc_x509::Oid::from_bytes(id).map(|oid| oid.to_string()).unwrap_or_default();
        PbeErrorKind::Unsupported { oid }.into()
    }
}

impl From<PbeErrorKind> for PbeError {
    fn from(kind: PbeErrorKind) -> Self {
        Self { kind }
    }
}

impl fmt::Display for PbeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            PbeErrorKind::Unsupported { oid } => {
                write!(f, "the password-based algorithm {oid} is not supported")
            }
            PbeErrorKind::Parameters => {
                f.write_str("the parameters of the password-based algorithm are malformed")
            }
            PbeErrorKind::Iterations { asked, left } => {
                write!(f, "{asked} iterations are asked for and the budget has {left} left")
            }
            PbeErrorKind::Memory { asked_bytes, limit_bytes } => {
                write!(
                    f,
                    "{asked_bytes} octets of memory are asked for and the budget allows {limit_bytes}"
                )
            }
            PbeErrorKind::CiphertextLength => {
                f.write_str("the ciphertext is not a whole number of blocks")
            }
            PbeErrorKind::Padding => f.write_str("the decrypted data do not end in padding"),
            PbeErrorKind::MacLength => {
                f.write_str("the MAC has another length than its algorithm makes")
            }
            PbeErrorKind::MacMismatch => f.write_str("the MAC differs"),
            PbeErrorKind::Random => {
                f.write_str("the random source of the operating system is not available")
            }
            PbeErrorKind::PasswordLength => f.write_str("the password is longer than 64 KiB"),
        }
    }
}

impl core::error::Error for PbeError {}
