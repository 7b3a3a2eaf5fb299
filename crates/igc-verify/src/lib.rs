//! Is this certificate good, and why not: path and revocation joined into a verdict.
//!
//! Start at [`verify`]: a [`Request`] with all the evidence goes in, a [`Verdict`] comes out. It is
//! accepted, rejected, or undetermined; never accepted for want of evidence that was asked for.
//! Works on what is given: no clock, no I/O, no global state.
//!
//! Only here do path and revocation meet: a path is accepted by `igc-path`, its certificates'
//! statuses are asked of `igc-revocation`, and a path with a revoked certificate is left for the
//! next one.
//!
//! Not here: fetching what is missing (`igc-fetch`); [`Hint`]s say where IGC-Santé publishes it.
#![warn(clippy::arithmetic_side_effects)]

mod finding;
mod hint;
mod request;
mod revocation;
mod verdict;
mod verify;

pub use finding::{ERROR_CODES, Finding, Severity};
pub use hint::Hint;
pub use igc_path::{
    AnchorUse, Attempt, Budget, CertificationPath, Identity, IdentityError, PathError,
    PathErrorKind, PathFailure, Place, Policy, Profile, PublicSuffixes, Purpose, TrustAnchor,
};
pub use igc_revocation::{
    CertStatus, CrlAnswer, CrlNumber, CrlPolicy, RevocationReason, UnknownReason,
};
pub use request::{Depth, OnUnknown, Request, Revocation};
pub use verdict::{Decision, Verdict};
pub use verify::verify;
