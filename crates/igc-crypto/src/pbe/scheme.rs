//! Password-based encryption schemes, as `AlgorithmIdentifier` asks for them.

use core::fmt;

use der::asn1::AnyRef;
use der::{Tag, Tagged as _};
use zeroize::Zeroizing;

use super::budget::{Cost, Meter};
use super::cipher::Cipher;
use super::error::{PbeError, PbeErrorKind};
use super::hash::HashKind;
use super::params::{self, Algorithm};
use super::password::{Password, PasswordForm};
use super::pbkdf2::pbkdf2;
use super::pkcs12_kdf::{Purpose, pkcs12_kdf};
use crate::random::Random;
use crate::secret::Secret;

/// How a password becomes a key.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kdf {
    /// RFC 7292 §B.2 with SHA-1: the schemes of RFC 7292 appendix C.
    Pkcs12 {
        /// Salt.
        salt: Vec<u8>,
        /// Iterations.
        iterations: u64,
    },
    /// RFC 8018 §5.2.
    Pbkdf2 {
        /// The hash under HMAC.
        prf: HashKind,
        /// Salt.
        salt: Vec<u8>,
        /// Iterations.
        iterations: u64,
    },
    /// RFC 7914.
    Scrypt {
        /// Salt.
        salt: Vec<u8>,
        /// Base-2 logarithm of N, the cost parameter.
        log_n: u8,
        /// Block size.
        r: u32,
        /// Parallelisation.
        p: u32,
    },
}

/// An encryption scheme with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EncryptionScheme {
    kdf: Kdf,
    cipher: Cipher,
    /// Of PBES2; the PKCS #12 schemes derive it.
    iv: Vec<u8>,
}

impl EncryptionScheme {
    /// Reads an `AlgorithmIdentifier` in DER.
    ///
    /// # Errors
    /// [`PbeErrorKind::Unsupported`] with the identifier that is not known, [`PbeErrorKind::Parameters`].
    pub fn from_der(algorithm: &[u8]) -> Result<Self, PbeError> {
        let algorithm = Algorithm::from_der(algorithm)?;
        let cipher = match algorithm.oid {
            params::PBES2 => return pbes2(&algorithm),
            params::SHA1_3DES => Cipher::TripleDes,
            params::SHA1_2DES => Cipher::TripleDesTwoKeys,
            params::SHA1_RC2_128 => RC2_128,
            params::SHA1_RC2_40 => RC2_40,
            _ => return Err(algorithm.unsupported()),
        };
        let mut fields = algorithm.fields()?;
        let salt = params::octets(params::required(&mut fields)?)?;
        let iterations = params::positive(params::required(&mut fields)?)?;
        params::finish(&fields)?;
        Ok(Self { kdf: Kdf::Pkcs12 { salt, iterations }, cipher, iv: Vec::new() })
    }

    /// A fresh scheme `pbeWithSHAAnd3-KeyTripleDES-CBC` (RFC 7292 appendix C), salt of 8 octets.
    ///
    /// # Errors
    /// [`PbeErrorKind::Random`].
    pub fn sha1_triple_des(iterations: u64, random: &dyn Random) -> Result<Self, PbeError> {
        let salt = draw(random, 8)?;
        Ok(Self {
            kdf: Kdf::Pkcs12 { salt, iterations },
            cipher: Cipher::TripleDes,
            iv: Vec::new(),
        })
    }

    /// A fresh scheme PBES2 with PBKDF2 (RFC 8018 §6.2), salt of 16 octets.
    ///
    /// # Errors
    /// [`PbeErrorKind::Random`].
    pub fn pbes2(
        prf: HashKind,
        iterations: u64,
        cipher: Cipher,
        random: &dyn Random,
    ) -> Result<Self, PbeError> {
        let kdf = Kdf::Pbkdf2 { prf, salt: draw(random, 16)?, iterations };
        Ok(Self { kdf, cipher, iv: draw(random, cipher.block_len())? })
    }

    /// How the key is derived.
    #[must_use]
    pub const fn kdf(&self) -> &Kdf {
        &self.kdf
    }

    /// What the key is for.
    #[must_use]
    pub const fn cipher(&self) -> Cipher {
        self.cipher
    }

    /// Iterations; for scrypt, N.
    #[must_use]
    pub fn iterations(&self) -> u64 {
        match self.kdf {
            Kdf::Pkcs12 { iterations, .. } | Kdf::Pbkdf2 { iterations, .. } => iterations,
            Kdf::Scrypt { log_n, .. } => 1u64.checked_shl(u32::from(log_n)).unwrap_or(u64::MAX),
        }
    }

    /// Whether current software refuses it without being asked: RC2, and triple DES with two keys.
    #[must_use]
    pub const fn is_legacy(&self) -> bool {
        matches!(self.cipher, Cipher::Rc2 { .. } | Cipher::TripleDesTwoKeys)
    }

    /// What decrypting takes.
    #[must_use]
    pub fn cost(&self) -> Cost {
        let key = self.cipher.key_len();
        match &self.kdf {
            Kdf::Pkcs12 { iterations, .. } => {
                let sha1 = HashKind::Sha1.output_len();
                Cost::per_block(*iterations, key, sha1).and(Cost::per_block(
                    *iterations,
                    self.cipher.block_len(),
                    sha1,
                ))
            }
            Kdf::Pbkdf2 { prf, iterations, .. } => {
                Cost::per_block(*iterations, key, prf.output_len())
            }
            // RFC 7914 §5: 2·N steps of 2·r Salsa20/8 cores, p times; each core weighs about as much as a hash block.
            Kdf::Scrypt { log_n, r, p, .. } => {
                let n = 1u64.checked_shl(u32::from(*log_n)).unwrap_or(u64::MAX);
                let rn = n.saturating_mul(u64::from(*r));
                Cost {
                    iterations: rn.saturating_mul(4).saturating_mul(u64::from(*p)),
                    memory_bytes: rn.saturating_mul(128).saturating_add(
                        u64::from(*r).saturating_mul(u64::from(*p)).saturating_mul(128),
                    ),
                }
            }
        }
    }

    /// Decrypts and strips the padding.
    ///
    /// # Errors
    /// When the budget does not suffice, and [`PbeErrorKind::Padding`] when the password is wrong or the data are damaged. One
    /// wrong password in about 256 leaves padding that looks right: the caller must still check what he got.
    pub fn decrypt(
        &self,
        ciphertext: &[u8],
        password: &Password,
        form: PasswordForm,
        meter: &Meter,
    ) -> Result<Secret, PbeError> {
        meter.spend(self.cost())?;
        let (key, iv) = self.key_and_iv(password, form)?;
        self.cipher.decrypt(&key, &iv, ciphertext).map(Secret::from)
    }

    /// Encrypts with padding; the parameters are the caller's own, so there is no budget.
    ///
    /// # Errors
    /// [`PbeErrorKind::PasswordLength`].
    pub fn encrypt(&self, plaintext: &[u8], password: &Password) -> Result<Vec<u8>, PbeError> {
        let (key, iv) = self.key_and_iv(password, PasswordForm::Standard)?;
        self.cipher.encrypt(&key, &iv, plaintext)
    }

    /// The `AlgorithmIdentifier` in DER.
    #[must_use]
    pub fn to_der(&self) -> Vec<u8> {
        let kdf = match &self.kdf {
            Kdf::Pkcs12 { salt, iterations } => {
                let fields =
                    params::sequence(&[&params::octet_string(salt), &params::integer(*iterations)]);
                return params::algorithm(self.pkcs12_oid(), &fields);
            }
            Kdf::Pbkdf2 { prf, salt, iterations } => {
                // prf DEFAULT hmacWithSHA1 is left out in DER (RFC 8018 appendix A.2).
                let prf =
                    if *prf == HashKind::Sha1 { Vec::new() } else { params::hmac_algorithm(*prf) };
                // keyLength only where the cipher does not fix it (RFC 8018 §A.2).
                let key_len = match self.cipher {
                    Cipher::Rc2 { key_bytes, .. } => params::integer(key_bytes.into()),
                    _ => Vec::new(),
                };
                let fields =
                    [&*params::octet_string(salt), &params::integer(*iterations), &key_len, &prf];
                params::algorithm(params::PBKDF2, &params::sequence(&fields))
            }
            Kdf::Scrypt { salt, log_n, r, p } => {
                let n = 1u64.checked_shl(u32::from(*log_n)).unwrap_or(u64::MAX);
                let fields = [
                    &*params::octet_string(salt),
                    &params::integer(n),
                    &params::integer(u64::from(*r)),
                    &params::integer(u64::from(*p)),
                ];
                params::algorithm(params::SCRYPT, &params::sequence(&fields))
            }
        };
        let iv = params::octet_string(&self.iv);
        let cipher = match self.cipher {
            Cipher::Aes128 => params::algorithm(params::AES_128_CBC, &iv),
            Cipher::Aes192 => params::algorithm(params::AES_192_CBC, &iv),
            Cipher::Aes256 => params::algorithm(params::AES_256_CBC, &iv),
            Cipher::TripleDes | Cipher::TripleDesTwoKeys => {
                params::algorithm(params::DES_EDE3_CBC, &iv)
            }
            Cipher::Rc2 { effective_bits, .. } => {
                let version = params::integer(rc2_version(effective_bits));
                params::algorithm(params::RC2_CBC, &params::sequence(&[&version, &iv]))
            }
        };
        params::algorithm(params::PBES2, &params::sequence(&[&kdf, &cipher]))
    }

    const fn pkcs12_oid(&self) -> params::Id {
        match self.cipher {
            Cipher::Rc2 { effective_bits: 40, .. } => params::SHA1_RC2_40,
            Cipher::Rc2 { .. } => params::SHA1_RC2_128,
            Cipher::TripleDesTwoKeys => params::SHA1_2DES,
            _ => params::SHA1_3DES,
        }
    }

    fn key_and_iv(&self, password: &Password, form: PasswordForm) -> Result<KeyAndIv, PbeError> {
        let length = self.cipher.key_len();
        let key = match &self.kdf {
            Kdf::Pkcs12 { salt, iterations } => {
                let password = password.pkcs12(form)?;
                let derive = |purpose, length| {
                    pkcs12_kdf(HashKind::Sha1, purpose, &password, salt, *iterations, length)
                };
                return Ok((
                    derive(Purpose::Key, length),
                    derive(Purpose::Iv, self.cipher.block_len()),
                ));
            }
            Kdf::Pbkdf2 { prf, salt, iterations } => {
                pbkdf2(*prf, &password.pkcs5(form)?, salt, *iterations, length)
            }
            Kdf::Scrypt { salt, log_n, r, p } => {
                let params =
                    scrypt::Params::new(*log_n, *r, *p).map_err(|_| PbeErrorKind::Parameters)?;
                let mut key = Zeroizing::new(vec![0; length]);
                scrypt::scrypt(&password.pkcs5(form)?, salt, &params, &mut key)
                    .map_err(|_| PbeErrorKind::Parameters)?;
                key
            }
        };
        Ok((key, Zeroizing::new(self.iv.clone())))
    }
}

impl fmt::Display for EncryptionScheme {
    /// The name of RFC 7292 appendix C, or PBES2 with its parts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kdf {
            Kdf::Pkcs12 { .. } => f.write_str(match self.cipher {
                Cipher::Rc2 { effective_bits: 40, .. } => "pbeWithSHAAnd40BitRC2-CBC",
                Cipher::Rc2 { .. } => "pbeWithSHAAnd128BitRC2-CBC",
                Cipher::TripleDesTwoKeys => "pbeWithSHAAnd2-KeyTripleDES-CBC",
                _ => "pbeWithSHAAnd3-KeyTripleDES-CBC",
            }),
            Kdf::Pbkdf2 { prf, .. } => {
                write!(f, "PBES2 (PBKDF2-HMAC-{}, {})", prf.name(), self.cipher.name())
            }
            Kdf::Scrypt { .. } => write!(f, "PBES2 (scrypt, {})", self.cipher.name()),
        }
    }
}

type KeyAndIv = (Zeroizing<Vec<u8>>, Zeroizing<Vec<u8>>);

/// RFC 8018 §A.4.
fn pbes2(algorithm: &Algorithm<'_>) -> Result<EncryptionScheme, PbeError> {
    let mut fields = algorithm.fields()?;
    let kdf = Algorithm::from_any(params::required(&mut fields)?)?;
    let cipher = Algorithm::from_any(params::required(&mut fields)?)?;
    params::finish(&fields)?;
    let (kdf, key_length) = match kdf.oid {
        params::PBKDF2 => read_pbkdf2(&kdf)?,
        params::SCRYPT => read_scrypt(&kdf)?,
        _ => return Err(kdf.unsupported()),
    };
    let (cipher, iv) = read_cipher(&cipher, key_length)?;
    // A keyLength that is not the cipher's is a contradiction, not a wish.
    if iv.len() != cipher.block_len()
        || key_length.is_some_and(|length| usize::try_from(length) != Ok(cipher.key_len()))
    {
        return Err(PbeErrorKind::Parameters.into());
    }
    Ok(EncryptionScheme { kdf, cipher, iv })
}

/// `PBKDF2-params` (RFC 8018 §A.2), with `keyLength`.
pub(super) fn read_pbkdf2(algorithm: &Algorithm<'_>) -> Result<(Kdf, Option<u64>), PbeError> {
    let mut fields = algorithm.fields()?;
    let salt = params::octets(params::required(&mut fields)?)?;
    let iterations = params::positive(params::required(&mut fields)?)?;
    let mut next = params::optional(&mut fields)?;
    let mut key_length = None;
    if let Some(any) = next.filter(|any| any.tag() == Tag::Integer) {
        key_length = Some(params::positive(any)?);
        next = params::optional(&mut fields)?;
    }
    let prf = match next {
        Some(any) => Algorithm::from_any(any)?.hmac()?,
        None => HashKind::Sha1,
    };
    params::finish(&fields)?;
    Ok((Kdf::Pbkdf2 { prf, salt, iterations }, key_length))
}

/// `scrypt-params` (RFC 7914 §7.1).
fn read_scrypt(algorithm: &Algorithm<'_>) -> Result<(Kdf, Option<u64>), PbeError> {
    let mut fields = algorithm.fields()?;
    let salt = params::octets(params::required(&mut fields)?)?;
    let n = params::positive(params::required(&mut fields)?)?;
    let small = |any: AnyRef<'_>| -> Result<u32, PbeError> {
        u32::try_from(params::positive(any)?).map_err(|_| PbeErrorKind::Parameters.into())
    };
    let r = small(params::required(&mut fields)?)?;
    let p = small(params::required(&mut fields)?)?;
    let key_length = params::optional(&mut fields)?.map(params::positive).transpose()?;
    params::finish(&fields)?;
    if !n.is_power_of_two() || n == 1 {
        return Err(PbeErrorKind::Parameters.into());
    }
    let log_n = u8::try_from(n.trailing_zeros()).map_err(|_| PbeErrorKind::Parameters)?;
    Ok((Kdf::Scrypt { salt, log_n, r, p }, key_length))
}

fn read_cipher(
    algorithm: &Algorithm<'_>,
    key_length: Option<u64>,
) -> Result<(Cipher, Vec<u8>), PbeError> {
    let iv = || params::octets(algorithm.parameters.ok_or(PbeErrorKind::Parameters)?);
    Ok(match algorithm.oid {
        params::AES_128_CBC => (Cipher::Aes128, iv()?),
        params::AES_192_CBC => (Cipher::Aes192, iv()?),
        params::AES_256_CBC => (Cipher::Aes256, iv()?),
        params::DES_EDE3_CBC => (Cipher::TripleDes, iv()?),
        params::RC2_CBC => {
            // RFC 8018 §B.2.3: the version encodes the effective bits; without one they are 32.
            let mut fields = algorithm.fields()?;
            let mut next = params::required(&mut fields)?;
            let mut effective_bits = 32;
            if next.tag() == Tag::Integer {
                effective_bits = rc2_bits(params::positive(next)?)?;
                next = params::required(&mut fields)?;
            }
            params::finish(&fields)?;
            let key_bytes = key_length.unwrap_or_else(|| u64::from(effective_bits / 8));
            let key_bytes = u8::try_from(key_bytes).ok().filter(|bytes| (1..=128).contains(bytes));
            let key_bytes = key_bytes.ok_or(PbeErrorKind::Parameters)?;
            (Cipher::Rc2 { effective_bits, key_bytes }, params::octets(next)?)
        }
        _ => return Err(algorithm.unsupported()),
    })
}

/// RFC 8018 §B.2.3; other values below 256 stand in a table of RFC 2268 that nobody uses.
fn rc2_bits(version: u64) -> Result<u16, PbeError> {
    match version {
        160 => Ok(40),
        120 => Ok(64),
        58 => Ok(128),
        256..=1024 => u16::try_from(version).map_err(|_| PbeErrorKind::Parameters.into()),
        _ => Err(PbeErrorKind::Parameters.into()),
    }
}

fn rc2_version(effective_bits: u16) -> u64 {
    match effective_bits {
        40 => 160,
        64 => 120,
        128 => 58,
        bits => bits.into(),
    }
}

pub(super) fn draw(random: &dyn Random, length: usize) -> Result<Vec<u8>, PbeError> {
    let mut octets = vec![0; length];
    random.fill(&mut octets).map_err(|_| PbeErrorKind::Random)?;
    Ok(octets)
}

const RC2_40: Cipher = Cipher::Rc2 { effective_bits: 40, key_bytes: 5 };
const RC2_128: Cipher = Cipher::Rc2 { effective_bits: 128, key_bytes: 16 };
