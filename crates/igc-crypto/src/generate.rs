//! Making key pairs.

use crate::{GenerateError, KeyKind, PrivateKey};

/// Makes private keys, with the operating system's randomness.
pub trait KeyGenerator: Send + Sync {
    /// A new key; RSA keys have the public exponent 65537.
    ///
    /// An RSA key of 4096 bits takes a second, sometimes several.
    ///
    /// # Errors
    /// When the random source or the backend fails.
    fn generate(&self, kind: KeyKind) -> Result<PrivateKey, GenerateError>;
}
