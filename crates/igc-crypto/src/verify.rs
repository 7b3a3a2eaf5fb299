//! Verification: the seam rules crates stand on, and what both backends share behind it.

use crate::VerifyError;
use crate::public_key::PublicKey;
use crate::scheme::{Rules, Scheme};
use igc_x509::{AlgorithmIdentifier, SubjectPublicKeyInfo};

/// Checks signatures for the algorithms it knows.
///
/// RSASSA-PKCS1-v1_5 and RSASSA-PSS with SHA-256, SHA-384 and SHA-512, ECDSA over P-256, P-384 and P-521, Ed25519; wrapped in
/// [`Legacy`], also what only old data need.
pub trait SignatureVerifier: Send + Sync {
    /// Reads a key once, to verify with it many times.
    ///
    /// # Errors
    /// `Unsupported` for a kind of key this backend does not take, `Legacy` for one it takes under legacy rules only,
    /// `Key` for a malformed one.
    fn prepare(&self, key: &SubjectPublicKeyInfo<'_>)
    -> Result<Box<dyn VerifyingKey>, VerifyError>;

    /// Verifies `signature` over `message` with the public key of a certificate (RFC 5280 §4.1.2.7).
    ///
    /// # Errors
    /// As [`prepare`](Self::prepare) and [`VerifyingKey::verify`].
    fn verify(
        &self,
        algorithm: &AlgorithmIdentifier<'_>,
        key: &SubjectPublicKeyInfo<'_>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), VerifyError> {
        self.prepare(key)?.verify(algorithm, message, signature)
    }
}

/// A public key that was read and is kept.
pub trait VerifyingKey: Send + Sync {
    /// Verifies `signature` over `message`.
    ///
    /// # Errors
    /// `Unsupported` for an algorithm or parameters not taken, `Legacy` for those taken under legacy rules only; `Invalid` for
    /// everything else, without detail, on purpose.
    fn verify(
        &self,
        algorithm: &AlgorithmIdentifier<'_>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), VerifyError>;
}

/// A backend that also takes what only old data need: SHA-1 with RSA, RSA moduli from 1024 bits, RSASSA-PSS with two different
/// hashes or an old one.
///
/// For reading the archives of IGC-CPS2bis, never for deciding what to trust today.
#[derive(Clone, Copy, Debug, Default)]
pub struct Legacy<B>(pub B);

/// What a backend adds to the shared rules.
pub(crate) trait Engine: Send + Sync {
    /// Reads a key whose shape was checked.
    fn load(&self, key: &PublicKey<'_>) -> Result<Box<dyn LoadedKey>, VerifyError>;
}

/// A backend's own form of a key.
pub(crate) trait LoadedKey: Send + Sync {
    /// Whether the signature holds; `scheme` was checked to fit the key.
    fn holds(&self, scheme: Scheme, message: &[u8], signature: &[u8]) -> bool;
}

/// A kept key with the rules it was read under.
struct Kept {
    rules: Rules,
    spki: Vec<u8>,
    loaded: Box<dyn LoadedKey>,
}

pub(crate) fn prepare(
    engine: &dyn Engine,
    key: &SubjectPublicKeyInfo<'_>,
    rules: Rules,
) -> Result<Box<dyn VerifyingKey>, VerifyError> {
    let loaded = engine.load(&PublicKey::read(key, rules)?)?;
    Ok(Box::new(Kept { rules, spki: key.der().to_vec(), loaded }))
}

/// One verification, without keeping the key.
pub(crate) fn verify_once(
    engine: &dyn Engine,
    rules: Rules,
    algorithm: &AlgorithmIdentifier<'_>,
    key: &SubjectPublicKeyInfo<'_>,
    message: &[u8],
    signature: &[u8],
) -> Result<(), VerifyError> {
    let key = PublicKey::read(key, rules)?;
    let scheme = Scheme::read(algorithm, &key, rules)?;
    judge(engine.load(&key)?.holds(scheme, message, signature))
}

impl VerifyingKey for Kept {
    fn verify(
        &self,
        algorithm: &AlgorithmIdentifier<'_>,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), VerifyError> {
        let spki = SubjectPublicKeyInfo::parse(&self.spki).map_err(|_| VerifyError::Key)?;
        let scheme = Scheme::read(algorithm, &PublicKey::read(&spki, self.rules)?, self.rules)?;
        judge(self.loaded.holds(scheme, message, signature))
    }
}

const fn judge(holds: bool) -> Result<(), VerifyError> {
    if holds { Ok(()) } else { Err(VerifyError::Invalid) }
}

/// Gives a backend the verifier of current rules, and `Legacy` of it that of legacy rules.
macro_rules! verifier {
    ($backend:ty, $rules:expr) => {
        impl crate::SignatureVerifier for $backend {
            fn prepare(
                &self,
                key: &igc_x509::SubjectPublicKeyInfo<'_>,
            ) -> Result<Box<dyn crate::VerifyingKey>, crate::VerifyError> {
                crate::verify::prepare(self, key, $rules)
            }

            fn verify(
                &self,
                algorithm: &igc_x509::AlgorithmIdentifier<'_>,
                key: &igc_x509::SubjectPublicKeyInfo<'_>,
                message: &[u8],
                signature: &[u8],
            ) -> Result<(), crate::VerifyError> {
                crate::verify::verify_once(self, $rules, algorithm, key, message, signature)
            }
        }
    };
}
pub(crate) use verifier;

impl<B: Engine> Engine for Legacy<B> {
    fn load(&self, key: &PublicKey<'_>) -> Result<Box<dyn LoadedKey>, VerifyError> {
        self.0.load(key)
    }
}
