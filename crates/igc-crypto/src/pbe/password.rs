//! A password and the octets each scheme makes of it.

use zeroize::Zeroizing;

use super::error::{PbeError, PbeErrorKind};
use crate::secret::Secret;

/// A password: Unicode text, wiped on drop, never printed.
///
/// ```compile_fail
/// let password = igc_crypto::pbe::Password::from("a");
/// format!("{password:?}");
/// ```
pub struct Password(Zeroizing<String>);

/// The octets that stand for a password: what the standards say, then what older software did instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PasswordForm {
    /// UTF-8 for PKCS #5 (RFC 8018 §3), BMPString with terminator for PKCS #12 (RFC 7292 §B.1).
    #[default]
    Standard,
    /// No octets at all, without even the terminator: an absent password in PKCS #12 schemes.
    Absent,
    /// Each UTF-8 octet taken for one character of the BMPString: OpenSSL before 1.1.0.
    OctetsAsCharacters,
    /// The BMPString without terminator even in PKCS #5 schemes: NSS before 3.22.
    BmpEverywhere,
}

impl Password {
    /// Takes over `text`; the caller keeps no copy of it.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The password that `secret` holds; `None` when it is not UTF-8.
    #[must_use]
    pub fn from_secret(secret: &Secret) -> Option<Self> {
        secret.expose_str().map(Self::from)
    }

    /// Whether there is no character at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every character is ASCII, where old and new software agree on the octets.
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.0.is_ascii()
    }

    /// The octets for PKCS #5 schemes.
    pub(super) fn pkcs5(&self, form: PasswordForm) -> Result<Zeroizing<Vec<u8>>, PbeError> {
        self.check()?;
        Ok(match form {
            PasswordForm::BmpEverywhere => self.bmp(),
            _ => Zeroizing::new(self.0.as_bytes().to_vec()),
        })
    }

    /// The octets for PKCS #12 schemes.
    pub(super) fn pkcs12(&self, form: PasswordForm) -> Result<Zeroizing<Vec<u8>>, PbeError> {
        self.check()?;
        let mut octets = match form {
            PasswordForm::Absent => return Ok(Zeroizing::new(Vec::new())),
            PasswordForm::OctetsAsCharacters => {
                let mut octets = Zeroizing::new(Vec::with_capacity(self.capacity()));
                for octet in self.0.bytes() {
                    octets.extend_from_slice(&[0, octet]);
                }
                octets
            }
            PasswordForm::Standard | PasswordForm::BmpEverywhere => self.bmp(),
        };
        octets.extend_from_slice(&[0, 0]);
        Ok(octets)
    }

    /// Big-endian UTF-16; characters beyond the BMP become surrogates, as all software does.
    fn bmp(&self) -> Zeroizing<Vec<u8>> {
        let mut octets = Zeroizing::new(Vec::with_capacity(self.capacity()));
        for unit in self.0.encode_utf16() {
            octets.extend_from_slice(&unit.to_be_bytes());
        }
        octets
    }

    /// Enough that the buffer never moves, which would leave a copy behind.
    fn capacity(&self) -> usize {
        self.0.len().saturating_mul(2).saturating_add(2)
    }

    fn check(&self) -> Result<(), PbeError> {
        if self.0.len() > MAX_BYTES { Err(PbeErrorKind::PasswordLength.into()) } else { Ok(()) }
    }
}

impl From<&str> for Password {
    fn from(text: &str) -> Self {
        Self::new(String::from(text))
    }
}

/// The PKCS #12 derivation hashes a multiple of the password at every iteration.
const MAX_BYTES: usize = 64 << 10;
