//! Certification paths: RFC 5280 §6.1 validation and RFC 4158 search, with reasons.
//!
//! Start at [`PathBuilder`]: anchors, a bag of intermediates, a [`Policy`] and a verifier of
//! signatures go in; a [`CertificationPath`] comes out, or a [`PathFailure`] that tells every path
//! tried and why it failed. A `CertificationPath` exists only if §6.1 accepted it.
//!
//! What certificates must look like is a [`Profile`], a table; what the key is wanted for is a
//! [`Purpose`]. Time, evidence and limits are arguments: no clock, no I/O, no global state, no log.
//!
//! Not here: parsing (`igc-x509`), cryptography (`igc-crypto`), revocation (`igc-revocation`), the
//! joining of both (`igc-verify`), fetching (`igc-fetch`).
#![warn(clippy::arithmetic_side_effects)]

mod anchor;
mod budget;
mod error;
mod failure;
#[doc(hidden)]
pub mod fuzz;
mod key_rules;
mod names;
mod path;
mod policy;
mod policy_graph;
mod profile;
mod public_suffix;
mod purpose;
mod search;
mod validate;
mod work;

pub use anchor::{AnchorUse, TrustAnchor};
pub use budget::Budget;
pub use error::{Broken, ERROR_CODES, PathError, PathErrorKind};
pub use failure::{Attempt, PathFailure, Place};
pub use key_rules::{KeyRules, OtherKeys};
pub use names::{
    NameForm,
    identity::{Identity, IdentityError},
};
pub use path::CertificationPath;
pub use policy::Policy;
pub use profile::{
    Check, Criticality, ExtensionRule, Fault, FieldRule, Presence, Profile, Role, Wildcards,
};
pub use public_suffix::PublicSuffixes;
pub use purpose::{AnyUsage, Purpose};
pub use search::PathBuilder;
