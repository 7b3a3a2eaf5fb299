//! The answer.

use igc_path::{CertificationPath, PathFailure};
use igc_revocation::CrlAnswer;

use crate::Finding;

/// Whether the certificate is good for what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// A path was accepted, and the revocation check asked for found nothing against it.
    Accepted,
    /// No path can be accepted on this evidence.
    Rejected,
    /// A path was accepted but evidence on revocation that was asked for is missing.
    Undetermined,
}

/// The answer, with everything that led to it.
#[derive(Clone, Debug)]
#[must_use]
pub struct Verdict<'a> {
    pub(crate) decision: Decision,
    pub(crate) path: Option<CertificationPath<'a>>,
    pub(crate) findings: Vec<Finding<'a>>,
    pub(crate) failure: Option<PathFailure>,
    pub(crate) statuses: Vec<CrlAnswer>,
}

impl<'a> Verdict<'a> {
    /// The decision.
    #[must_use]
    pub const fn decision(&self) -> Decision {
        self.decision
    }

    /// Whether the decision is [`Decision::Accepted`].
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        self.decision == Decision::Accepted
    }

    /// The path: accepted; or when undetermined, the one whose status is missing.
    #[must_use]
    pub const fn path(&self) -> Option<&CertificationPath<'a>> {
        self.path.as_ref()
    }

    /// What there is to say, the most telling first.
    #[must_use]
    pub fn findings(&self) -> &[Finding<'a>] {
        &self.findings
    }

    /// Every path that was tried, when none was accepted.
    #[must_use]
    pub const fn failure(&self) -> Option<&PathFailure> {
        self.failure.as_ref()
    }

    /// The statuses of the path's certificates as far as they were checked, end entity first.
    #[must_use]
    pub fn statuses(&self) -> &[CrlAnswer] {
        &self.statuses
    }

    /// The code of the most telling finding, when not accepted.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        if self.is_accepted() {
            return None;
        }
        self.findings.first().map(|finding| finding.code)
    }
}
