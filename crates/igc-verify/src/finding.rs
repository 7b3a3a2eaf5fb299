//! One thing to say about the certificates.

use igc_path::{PathError, Place};
use igc_revocation::CertStatus;
use igc_x509::Certificate;

use crate::Hint;

/// How a finding weighs on the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The certificate is refused for it.
    Error,
    /// No verdict is possible because of it.
    Undetermined,
    /// Worth knowing.
    Notice,
}

/// One thing to say about one certificate: a code that `igc explain` knows, the rule, the sentence.
#[derive(Clone, Debug)]
pub struct Finding<'a> {
    /// Stable machine-readable code, also the key of cause and cure.
    pub code: &'static str,
    /// How it weighs.
    pub severity: Severity,
    /// Position in the path: 0 is the end entity, then issuers towards the anchor.
    pub index: usize,
    /// Which of the given certificates; none for the anchor's own when it has no certificate.
    pub place: Option<Place>,
    /// That certificate.
    pub certificate: Option<Certificate<'a>>,
    /// The section that states the rule.
    pub rule: &'static str,
    /// One sentence in English, lower case, without full stop.
    pub detail: String,
    /// What may help.
    pub hints: Vec<Hint>,
    /// The rule of RFC 5280 §6.1 that was not met, when it is one.
    pub path_error: Option<PathError>,
    /// The status, when it is about revocation.
    pub status: Option<CertStatus>,
}

/// Every code of this crate's own, sorted; findings also carry those of `igc-path` and
/// `igc-revocation`.
pub const ERROR_CODES: &[&str] = &["verify.legacy-profile"];
