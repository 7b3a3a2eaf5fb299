//! What is not wrong enough to refuse a file, and worth saying.

use core::fmt;

use igc_crypto::pbe::PasswordForm;
use igc_x509::OidBuf;

use crate::error::Protected;

/// A remark on a file that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// Nothing protects the file from alteration (RFC 7292 §4 makes `macData` optional).
    NoMac,
    /// An algorithm that current software refuses unless asked: OpenSSL 3 says that the password may be wrong.
    Legacy {
        /// What it protects.
        of: Protected,
        /// Its name.
        algorithm: String,
    },
    /// A private key lies in clear.
    KeyInClear {
        /// Index in [`Opened::keys`](crate::Opened::keys).
        key: usize,
    },
    /// The password was taken in another form than the standards say; other software may say it is wrong.
    PasswordForm(PasswordForm),
    /// A part is encrypted for a recipient's key, or of another unknown type, and was not read.
    PartNotRead {
        /// Index in [`Description::parts`](crate::Description::parts).
        part: usize,
        /// Its type.
        oid: OidBuf,
    },
    /// A certificate that strict readers refuse; it can still be taken out.
    UnreadableCertificate {
        /// Index in [`Opened::certificates`](crate::Opened::certificates).
        certificate: usize,
    },
    /// The certificate with the key's `localKeyID` belongs to another key.
    LocalKeyIdMismatch {
        /// Index in [`Opened::keys`](crate::Opened::keys).
        key: usize,
    },
    /// No certificate belongs to the key.
    KeyWithoutCertificate {
        /// Index in [`Opened::keys`](crate::Opened::keys).
        key: usize,
    },
}

impl Warning {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoMac => "p12.warning.no-mac",
            Self::Legacy { .. } => "p12.warning.legacy",
            Self::KeyInClear { .. } => "p12.warning.key-in-clear",
            Self::PasswordForm(_) => "p12.warning.password-form",
            Self::PartNotRead { .. } => "p12.warning.part-not-read",
            Self::UnreadableCertificate { .. } => "p12.warning.certificate",
            Self::LocalKeyIdMismatch { .. } => "p12.warning.local-key-id",
            Self::KeyWithoutCertificate { .. } => "p12.warning.key-alone",
        }
    }
}

/// Every code of [`Warning`], sorted.
pub const WARNING_CODES: &[&str] = &[
    "p12.warning.certificate",
    "p12.warning.key-alone",
    "p12.warning.key-in-clear",
    "p12.warning.legacy",
    "p12.warning.local-key-id",
    "p12.warning.no-mac",
    "p12.warning.part-not-read",
    "p12.warning.password-form",
];

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMac => f.write_str("nothing protects the file from alteration"),
            Self::Legacy { of, algorithm } => {
                write!(f, "{of} is under {algorithm}, which current software refuses")
            }
            Self::KeyInClear { .. } => f.write_str("a private key lies in clear"),
            Self::PasswordForm(_) => f.write_str("the password is encoded as older software did"),
            Self::PartNotRead { oid, .. } => write!(f, "a part of type {oid} was not read"),
            Self::UnreadableCertificate { .. } => f.write_str("a certificate is not valid DER"),
            Self::LocalKeyIdMismatch { .. } => {
                f.write_str("the certificate marked as the key's belongs to another key")
            }
            Self::KeyWithoutCertificate { .. } => {
                f.write_str("no certificate belongs to a private key")
            }
        }
    }
}
