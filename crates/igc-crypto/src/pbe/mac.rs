//! The integrity of a PKCS #12 file (RFC 7292 §4, RFC 9579).

use core::fmt;

use zeroize::Zeroizing;

use super::budget::{Cost, Meter};
use super::error::{PbeError, PbeErrorKind};
use super::hash::HashKind;
use super::params::{self, Algorithm};
use super::password::{Password, PasswordForm};
use super::pbkdf2::pbkdf2;
use super::pkcs12_kdf::{Purpose, pkcs12_kdf};
use super::scheme::{Kdf, draw, read_pbkdf2};
use crate::random::Random;

/// How the key of a [`MacScheme`] is derived.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MacKdf {
    /// RFC 7292 §B.2 with the hash of the MAC.
    Pkcs12 {
        /// Salt.
        salt: Vec<u8>,
        /// Iterations.
        iterations: u64,
    },
    /// PBMAC1 with PBKDF2 (RFC 9579 §4).
    Pbmac1 {
        /// The hash under the HMAC of PBKDF2.
        prf: HashKind,
        /// Salt.
        salt: Vec<u8>,
        /// Iterations.
        iterations: u64,
        /// Length of the derived key, in octets.
        key_bytes: usize,
    },
}

/// HMAC under a key derived from a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MacScheme {
    hash: HashKind,
    kdf: MacKdf,
}

impl MacScheme {
    /// Reads the parts of `MacData`: `mac.digestAlgorithm` in DER, `macSalt`, `iterations`.
    ///
    /// With PBMAC1 the latter two are not used (RFC 9579 §4).
    ///
    /// # Errors
    /// [`PbeErrorKind::Unsupported`], [`PbeErrorKind::Parameters`].
    pub fn from_mac_data(
        digest_algorithm: &[u8],
        salt: &[u8],
        iterations: u64,
    ) -> Result<Self, PbeError> {
        let algorithm = Algorithm::from_der(digest_algorithm)?;
        if algorithm.oid == params::PBMAC1 {
            return pbmac1(&algorithm);
        }
        if iterations == 0 {
            return Err(PbeErrorKind::Parameters.into());
        }
        Ok(Self {
            hash: algorithm.digest()?,
            kdf: MacKdf::Pkcs12 { salt: salt.to_vec(), iterations },
        })
    }

    /// A fresh scheme with the derivation of RFC 7292, salt of 8 octets.
    ///
    /// # Errors
    /// [`PbeErrorKind::Random`].
    pub fn pkcs12(hash: HashKind, iterations: u64, random: &dyn Random) -> Result<Self, PbeError> {
        Ok(Self { hash, kdf: MacKdf::Pkcs12 { salt: draw(random, 8)?, iterations } })
    }

    /// A fresh PBMAC1 (RFC 9579) with the same hash for both uses, salt of 16 octets.
    ///
    /// # Errors
    /// [`PbeErrorKind::Random`].
    pub fn pbmac1(hash: HashKind, iterations: u64, random: &dyn Random) -> Result<Self, PbeError> {
        let kdf = MacKdf::Pbmac1 {
            prf: hash,
            salt: draw(random, 16)?,
            iterations,
            key_bytes: hash.output_len(),
        };
        Ok(Self { hash, kdf })
    }

    /// The hash under the MAC.
    #[must_use]
    pub const fn hash(&self) -> HashKind {
        self.hash
    }

    /// How the key is derived.
    #[must_use]
    pub const fn kdf(&self) -> &MacKdf {
        &self.kdf
    }

    /// Iterations of the derivation.
    #[must_use]
    pub const fn iterations(&self) -> u64 {
        match self.kdf {
            MacKdf::Pkcs12 { iterations, .. } | MacKdf::Pbmac1 { iterations, .. } => iterations,
        }
    }

    /// Salt of the derivation.
    #[must_use]
    pub fn salt(&self) -> &[u8] {
        match &self.kdf {
            MacKdf::Pkcs12 { salt, .. } | MacKdf::Pbmac1 { salt, .. } => salt,
        }
    }

    /// What one check takes.
    #[must_use]
    pub fn cost(&self) -> Cost {
        match &self.kdf {
            MacKdf::Pkcs12 { iterations, .. } => Cost { iterations: *iterations, memory_bytes: 0 },
            MacKdf::Pbmac1 { prf, iterations, key_bytes, .. } => {
                Cost::per_block(*iterations, *key_bytes, prf.output_len())
            }
        }
    }

    /// Checks `expected` against `content`, in constant time.
    ///
    /// # Errors
    /// When the budget does not suffice; [`PbeErrorKind::MacLength`], [`PbeErrorKind::MacMismatch`].
    pub fn verify(
        &self,
        content: &[u8],
        expected: &[u8],
        password: &Password,
        form: PasswordForm,
        meter: &Meter,
    ) -> Result<(), PbeError> {
        // A shorter or longer value is never this MAC (RFC 9579 §4: no truncation).
        if expected.len() != self.hash.output_len() {
            return Err(PbeErrorKind::MacLength.into());
        }
        meter.spend(self.cost())?;
        let key = self.key(password, form)?;
        if self.hash.hmac_is(&key, content, expected) {
            Ok(())
        } else {
            Err(PbeErrorKind::MacMismatch.into())
        }
    }

    /// Derives the key for making a MAC, before the content is known; the parameters are the caller's own, so there is
    /// no budget.
    ///
    /// # Errors
    /// [`PbeErrorKind::PasswordLength`].
    pub fn derive(&self, password: &Password) -> Result<MacKey, PbeError> {
        Ok(MacKey { hash: self.hash, key: self.key(password, PasswordForm::Standard)? })
    }

    /// `mac.digestAlgorithm` in DER.
    #[must_use]
    pub fn digest_algorithm_der(&self) -> Vec<u8> {
        match &self.kdf {
            MacKdf::Pkcs12 { .. } => params::digest_algorithm(self.hash),
            MacKdf::Pbmac1 { prf, salt, iterations, key_bytes } => {
                let key_bytes = u64::try_from(*key_bytes).unwrap_or(u64::MAX);
                let fields = [
                    &*params::octet_string(salt),
                    &params::integer(*iterations),
                    &params::integer(key_bytes),
                    &if *prf == HashKind::Sha1 { Vec::new() } else { params::hmac_algorithm(*prf) },
                ];
                let kdf = params::algorithm(params::PBKDF2, &params::sequence(&fields));
                params::algorithm(
                    params::PBMAC1,
                    &params::sequence(&[&kdf, &params::hmac_algorithm(self.hash)]),
                )
            }
        }
    }

    fn key(&self, password: &Password, form: PasswordForm) -> Result<Zeroizing<Vec<u8>>, PbeError> {
        Ok(match &self.kdf {
            MacKdf::Pkcs12 { salt, iterations } => {
                let password = password.pkcs12(form)?;
                pkcs12_kdf(
                    self.hash,
                    Purpose::Mac,
                    &password,
                    salt,
                    *iterations,
                    self.hash.output_len(),
                )
            }
            MacKdf::Pbmac1 { prf, salt, iterations, key_bytes } => {
                pbkdf2(*prf, &password.pkcs5(form)?, salt, *iterations, *key_bytes)
            }
        })
    }
}

/// A derived key, wiped on drop.
pub struct MacKey {
    hash: HashKind,
    key: Zeroizing<Vec<u8>>,
}

impl MacKey {
    /// The MAC of `content`.
    #[must_use]
    pub fn compute(&self, content: &[u8]) -> Vec<u8> {
        self.hash.hmac(&self.key, content)
    }
}

impl fmt::Display for MacScheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kdf {
            MacKdf::Pkcs12 { .. } => write!(f, "HMAC-{}", self.hash.name()),
            MacKdf::Pbmac1 { prf, .. } => {
                write!(f, "PBMAC1 (PBKDF2-HMAC-{}, HMAC-{})", prf.name(), self.hash.name())
            }
        }
    }
}

/// `PBMAC1-params` (RFC 8018 §A.5) as RFC 9579 §4 narrows them.
fn pbmac1(algorithm: &Algorithm<'_>) -> Result<MacScheme, PbeError> {
    let mut fields = algorithm.fields()?;
    let kdf = Algorithm::from_any(params::required(&mut fields)?)?;
    let mac = Algorithm::from_any(params::required(&mut fields)?)?;
    params::finish(&fields)?;
    if kdf.oid != params::PBKDF2 {
        return Err(kdf.unsupported());
    }
    let (Kdf::Pbkdf2 { prf, salt, iterations }, Some(key_bytes)) = read_pbkdf2(&kdf)? else {
        // keyLength MUST be present: an HMAC has no key length of its own.
        return Err(PbeErrorKind::Parameters.into());
    };
    let key_bytes =
        usize::try_from(key_bytes).ok().filter(|length| PBMAC1_KEY_BYTES.contains(length));
    let key_bytes = key_bytes.ok_or(PbeErrorKind::Parameters)?;
    Ok(MacScheme { hash: mac.hmac()?, kdf: MacKdf::Pbmac1 { prf, salt, iterations, key_bytes } })
}

/// From 20 octets, the least of RFC 9579 §5's security considerations, to SHA-512's length, as OpenSSL and NSS do.
const PBMAC1_KEY_BYTES: core::ops::RangeInclusive<usize> = 20..=64;
