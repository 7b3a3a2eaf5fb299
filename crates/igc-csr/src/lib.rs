//! Build and judge PKCS #10 certification requests (RFC 2986) against the products of IGC-Santé.
//!
//! Start at [`CsrBuilder`] to make one, at [`judge`] to read one that someone else made. Judging reports everything it finds,
//! each with a stable code, the rule and its source; [`is_acceptable`] says whether the request can be served.
//!
//! Not here: reading the bytes (`igc-x509`), making keys and signatures (`igc-crypto`), the certificate (`igc-issue`).

mod builder;
mod error;
mod finding;
#[doc(hidden)]
pub mod fuzz;
mod judge;

pub use builder::{CertificationRequestDer, CsrBuilder, NeedsSubject, Ready};
pub use error::{CsrError, ERROR_CODES};
pub use finding::{Finding, FindingKind, Rule, Severity};
pub use judge::{JudgeOptions, is_acceptable, judge};
