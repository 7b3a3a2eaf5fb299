//! Verify, sign, digest and make keys: traits first, backends behind them.
//!
//! Rules crates take `&dyn` traits of this crate and name no crypto library. Two backends fill
//! the traits: [`RustCrypto`], portable and always there, and `AwsLc` (feature `aws-lc`), faster.
//! One test-suite runs over both, and a property test holds that they agree.
//!
//! Randomness comes from the operating system through [`Random`]; nothing else here has a side effect.
//!
//! Not here: certificates (`igc-x509`), who may sign what (`igc-path`), PKCS #12 files (`igc-pkcs12`).

#[cfg(feature = "aws-lc")]
mod aws_lc;
mod digest;
mod error;
#[doc(hidden)]
pub mod fuzz;
mod generate;
mod key_kind;
pub mod pbe;
mod private_key;
mod pss;
mod public_key;
mod random;
mod rustcrypto;
mod scheme;
mod secret;
mod signing;
mod verify;
pub mod weak;

#[cfg(feature = "aws-lc")]
pub use aws_lc::AwsLc;
pub use digest::{Digest, DigestAlgorithm};
pub use error::{ERROR_CODES, GenerateError, KeyError, KeyErrorKind, SignError, VerifyError};
pub use generate::KeyGenerator;
pub use key_kind::KeyKind;
pub use private_key::{KeyAlgorithm, PrivateKey};
pub use random::{OsRandom, Random, RandomError};
pub use rustcrypto::RustCrypto;
pub use secret::{Secret, constant_time_eq};
pub use signing::{ExternalSigner, SignatureAlgorithm, SigningBackend, SigningKey};
pub use verify::{Legacy, SignatureVerifier, VerifyingKey};
