//! Verify, sign, digest and make keys: traits first, backends behind them.
//!
//! Rules crates take `&dyn` traits of this crate and name no crypto library. Two backends fill
//! the traits: [`RustCrypto`], portable and always there, and `AwsLc` (feature `aws-lc`), faster.
//! One test-suite runs over both, and a property test holds that they agree.
//!
//! Randomness comes from the operating system through [`Random`]; nothing else here has a side effect.
//!
//! Not here: certificates (`igc-x509`), who may sign what (`igc-path`), PKCS #12 files (`igc-pkcs12`).

mod digest;
mod key_kind;
pub mod pbe;
mod random;
mod rustcrypto;
mod secret;

pub use digest::{Digest, DigestAlgorithm};
pub use key_kind::KeyKind;
pub use random::{OsRandom, Random, RandomError};
pub use rustcrypto::RustCrypto;
pub use secret::{Secret, constant_time_eq};
