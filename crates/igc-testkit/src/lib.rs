//! What tests share: data that cannot be in the repository, judges we did not write, fixtures made on the fly.
//!
//! Start at [`shared`] (test data beside the repository) and [`openssl`] (an outside judge). Each gives `None` where the
//! machine lacks it, after one line on standard error; with `CI=true` it panics instead, so that nothing is skipped silently
//! where everything must run. A test therefore begins with
//!
//! ```
//! # fn a_test() {
//! let Some(openssl) = igc_testkit::openssl() else { return };
//! assert!(openssl.run(["version"]).stdout().starts_with("OpenSSL"));
//! # }
//! # a_test();
//! ```
//!
//! Development only: no crate of the workspace depends on this one outside `[dev-dependencies]`.

#![expect(clippy::panic, reason = "a test helper reports failure by panicking, as assert! does")]

mod fixture;
mod judge;
mod manifest;
mod net;
mod nginx;
mod pkilint;
mod shared;
mod tls_client;

pub use fixture::{Chain, Key};
pub use judge::{Judge, Outcome, curl, java, judge, keytool, node, openssl};
pub use manifest::{BasicConstraints, Entry, Manifest, SanEntry, Verification, manifest};
pub use net::{free_port, wait_for_port};
pub use nginx::{MutualTls, Nginx};
pub use pkilint::{Finding, pkilint};
pub use shared::{in_ci, shared, skip};
pub use tempfile::TempDir;
pub use tls_client::{TlsAnswer, java_tls_client};

/// An empty folder that is removed when dropped.
///
/// # Panics
/// When the machine gives none.
#[must_use]
pub fn temp_dir() -> TempDir {
    match tempfile::Builder::new().prefix("igc-test-").tempdir() {
        Ok(dir) => dir,
        Err(error) => panic!("no temporary folder: {error}"),
    }
}
