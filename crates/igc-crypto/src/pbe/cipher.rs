//! The block ciphers of password-based schemes, in CBC mode with PKCS #7 padding (RFC 8018 §6).

use cbc::{
    Decryptor, Encryptor,
    cipher::{
        BlockCipherDecrypt, BlockCipherEncrypt, BlockModeDecrypt as _, BlockModeEncrypt as _,
        InnerIvInit as _, KeyInit, block_padding::Pkcs7,
    },
};
use zeroize::Zeroizing;

use super::error::{PbeError, PbeErrorKind};

/// A block cipher in CBC mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cipher {
    /// AES-128.
    Aes128,
    /// AES-192.
    Aes192,
    /// AES-256.
    Aes256,
    /// Triple DES with three keys.
    TripleDes,
    /// Triple DES with two keys.
    TripleDesTwoKeys,
    /// RC2 (RFC 2268).
    Rc2 {
        /// The effective key length, in bits.
        effective_bits: u16,
        /// Length of the key itself, in octets.
        key_bytes: u8,
    },
}

impl Cipher {
    /// Length of the key, in octets.
    #[must_use]
    pub fn key_len(self) -> usize {
        match self {
            Self::Aes128 | Self::TripleDesTwoKeys => 16,
            Self::Aes192 | Self::TripleDes => 24,
            Self::Aes256 => 32,
            Self::Rc2 { key_bytes, .. } => usize::from(key_bytes),
        }
    }

    /// Length of a block and of the initialisation vector, in octets.
    #[must_use]
    pub const fn block_len(self) -> usize {
        match self {
            Self::Aes128 | Self::Aes192 | Self::Aes256 => 16,
            Self::TripleDes | Self::TripleDesTwoKeys | Self::Rc2 { .. } => 8,
        }
    }

    /// The usual name: `AES-256-CBC`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Aes128 => "AES-128-CBC".into(),
            Self::Aes192 => "AES-192-CBC".into(),
            Self::Aes256 => "AES-256-CBC".into(),
            Self::TripleDes => "DES-EDE3-CBC".into(),
            Self::TripleDesTwoKeys => "DES-EDE2-CBC".into(),
            Self::Rc2 { effective_bits, .. } => format!("RC2-{effective_bits}-CBC"),
        }
    }

    pub(super) fn decrypt(
        self,
        key: &[u8],
        iv: &[u8],
        ciphertext: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, PbeError> {
        if ciphertext.is_empty() || !ciphertext.len().is_multiple_of(self.block_len()) {
            return Err(PbeErrorKind::CiphertextLength.into());
        }
        let text = Zeroizing::new(ciphertext.to_vec());
        match self {
            Self::Aes128 => decrypt(new::<aes::Aes128>(key)?, iv, text),
            Self::Aes192 => decrypt(new::<aes::Aes192>(key)?, iv, text),
            Self::Aes256 => decrypt(new::<aes::Aes256>(key)?, iv, text),
            Self::TripleDes => decrypt(new::<des::TdesEde3>(key)?, iv, text),
            Self::TripleDesTwoKeys => decrypt(new::<des::TdesEde2>(key)?, iv, text),
            Self::Rc2 { effective_bits, .. } => {
                decrypt(rc2::Rc2::new_with_eff_key_len(key, effective_bits.into()), iv, text)
            }
        }
    }

    pub(super) fn encrypt(
        self,
        key: &[u8],
        iv: &[u8],
        plaintext: &[u8],
    ) -> Result<Vec<u8>, PbeError> {
        match self {
            Self::Aes128 => encrypt(new::<aes::Aes128>(key)?, iv, plaintext),
            Self::Aes192 => encrypt(new::<aes::Aes192>(key)?, iv, plaintext),
            Self::Aes256 => encrypt(new::<aes::Aes256>(key)?, iv, plaintext),
            Self::TripleDes => encrypt(new::<des::TdesEde3>(key)?, iv, plaintext),
            Self::TripleDesTwoKeys => encrypt(new::<des::TdesEde2>(key)?, iv, plaintext),
            Self::Rc2 { effective_bits, .. } => {
                encrypt(rc2::Rc2::new_with_eff_key_len(key, effective_bits.into()), iv, plaintext)
            }
        }
    }
}

fn new<C: KeyInit>(key: &[u8]) -> Result<C, PbeError> {
    C::new_from_slice(key).map_err(|_| PbeErrorKind::Parameters.into())
}

fn decrypt<C: BlockCipherDecrypt>(
    cipher: C,
    iv: &[u8],
    mut text: Zeroizing<Vec<u8>>,
) -> Result<Zeroizing<Vec<u8>>, PbeError> {
    let mode = Decryptor::inner_iv_slice_init(cipher, iv).map_err(|_| PbeErrorKind::Parameters)?;
    let length = mode.decrypt_padded::<Pkcs7>(&mut text).map_err(|_| PbeErrorKind::Padding)?.len();
    text.truncate(length);
    Ok(text)
}

fn encrypt<C: BlockCipherEncrypt>(
    cipher: C,
    iv: &[u8],
    plaintext: &[u8],
) -> Result<Vec<u8>, PbeError> {
    let mode = Encryptor::inner_iv_slice_init(cipher, iv).map_err(|_| PbeErrorKind::Parameters)?;
    Ok(mode.encrypt_padded_vec::<Pkcs7>(plaintext))
}
