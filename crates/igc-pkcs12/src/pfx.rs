//! The entrance: open, describe, pack.

use igc_crypto::Random;
use igc_crypto::pbe::Password;

use crate::budget::Budget;
use crate::describe::{Description, describe};
use crate::error::P12Error;
use crate::open::open;
use crate::opened::Opened;
use crate::pack::{Bundle, pack};
use crate::profile::PackProfile;

/// PKCS #12 files (RFC 7292).
///
/// ```
/// use igc_pkcs12::{Budget, Password, Pfx};
///
/// let file = b"not a PKCS #12 file";
/// let error = Pfx::open(file, &Password::from("secret"), &Budget::default()).err();
/// assert_eq!(error.map(|error| error.code()), Some("p12.not-pkcs12"));
/// ```
pub enum Pfx {}

impl Pfx {
    /// Opens a file: checks its integrity, decrypts, pairs keys with certificates.
    ///
    /// # Errors
    /// [`P12Error`]; see its kinds.
    pub fn open(bytes: &[u8], password: &Password, budget: &Budget) -> Result<Opened, P12Error> {
        open(bytes, password, budget)
    }

    /// Tells structure and algorithms as far as that goes without a password: algorithms, iterations, what lies in clear.
    /// Nothing it says is authenticated.
    ///
    /// # Errors
    /// When the file is no readable PKCS #12 structure.
    pub fn describe(bytes: &[u8], budget: &Budget) -> Result<Description, P12Error> {
        describe(bytes, budget)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// When the key or a certificate cannot be read, when they do not belong together, when there is no randomness.
    pub fn pack(
        bundle: &Bundle<'_>,
        profile: &PackProfile,
        password: &Password,
        random: &dyn Random,
    ) -> Result<Vec<u8>, P12Error> {
        pack(bundle, profile, password, random)
    }
}
