//! Password-based encryption and integrity: PKCS #5 (RFC 8018), PKCS #12 (RFC 7292 appendices B and C), PBMAC1 (RFC 9579).
//!
//! Start at [`EncryptionScheme`] (what an `AlgorithmIdentifier` asks for) and [`MacScheme`]. Both are read from DER, say what
//! they cost, and do no work that a [`Meter`] has not granted: a file that asks for 2³¹ iterations is refused, not obeyed.
//!
//! Legacy ciphers (RC2, two-key triple DES) can be read and, where a scheme is asked for by name, written; whether that is
//! wise is the caller's business, and [`EncryptionScheme::is_legacy`] tells him.
//!
//! Not here: the structure of PKCS #12 files (`igc-pkcs12`); PKCS #8 structures around the ciphertext.

mod budget;
mod cipher;
mod error;
mod hash;
mod mac;
mod params;
mod password;
mod pbkdf2;
mod pkcs12_kdf;
mod rounds;
mod scheme;

#[cfg(test)]
mod tests;

pub use budget::{Budget, Cost, Meter};
pub use cipher::Cipher;
pub use error::{ERROR_CODES, PbeError, PbeErrorKind};
pub use hash::HashKind;
pub use mac::{MacKdf, MacKey, MacScheme};
pub use password::{Password, PasswordForm};
pub use scheme::{EncryptionScheme, Kdf};
