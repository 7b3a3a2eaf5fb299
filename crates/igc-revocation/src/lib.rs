//! Revocation status of certificates (RFC 5280 §6.3).
//!
//! Start at [`crl_status`]: a certificate, who may sign its CRLs, the CRLs at hand and a [`CrlPolicy`] go
//! in; a [`CrlAnswer`] comes out. Unknown is never turned into good: whatever is not understood
//! about a CRL makes it no evidence, with the reason kept. No clock, no I/O, no global state.
//!
//! Not here: fetching (`igc-fetch`), paths to CRL issuers (`igc-verify`). Not yet: OCSP.
#![warn(clippy::arithmetic_side_effects)]

mod crl;
mod entries;
#[doc(hidden)]
pub mod fuzz;
mod policy;
mod scope;
mod status;

pub use crl::{CrlAnswer, CrlIssuer, crl_status};
pub use igc_x509::RevocationReason;
pub use policy::{CrlNumber, CrlPolicy};
pub use status::{CertStatus, ERROR_CODES, UnknownReason};
