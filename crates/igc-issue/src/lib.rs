//! Issue certificates from the catalogue's profiles, and keep a test IGC in a folder.
//!
//! Start at [`TestIgc`]. A certificate goes through four steps, always in this order: the profile is filled in
//! (`blueprint`), written (`to_tbs`), read back and held against what was meant (`lint`), and only then signed; the signature
//! is verified before anything is handed out. What is signed is the very bytes that were linted.
//!
//! What the test IGC issues can never pass for real: its authorities are the catalogue's `local-test` ones, and no other can
//! be asked for.
//!
//! Not here: whether a request proves possession of its key (`igc-csr`), PKCS #12 files (`igc-pkcs12`), who may order what
//! (`igc-catalogue`, `igc-authority`). There is no clock: the time is an argument.

mod authority;
mod blueprint;
mod content;
mod crl;
mod error;
mod extension;
mod folder;
mod issued;
mod key_identifier;
mod leaf;
mod lint;
mod public_key;
mod request;
mod serial;
mod signing;
mod tools;
#[cfg(test)]
mod twins;

pub use error::{ERROR_CODES, FieldFault, FieldFaultKind, IssueError, LintFinding};
pub use folder::TestIgc;
pub use issued::{AuthorityChain, IssuedCertificate};
pub use request::{IssueRequest, ProfileForm};
pub use tools::Tools;
