//! The account of a search that found no path.

use core::fmt;

use crate::{PathError, PathErrorKind};

/// Which of the given certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The end entity asked about.
    EndEntity,
    /// The intermediate at this position of the given list.
    Intermediate(usize),
    /// The trust anchor at this position of the given list.
    Anchor(usize),
}

/// One path that was tried and why it failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The certificates, end entity first, then issuers; the anchor last when one was reached. A
    /// [`PathError::index`] counts in this list.
    pub places: Vec<Place>,
    /// What failed; never empty.
    pub errors: Vec<PathError>,
}

/// No path was accepted: every path that was tried, the most telling first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathFailure {
    attempts: Vec<Attempt>,
    omitted: usize,
}

impl PathFailure {
    /// How many attempts are kept: enough to explain any real hierarchy.
    pub(crate) const MAX_ATTEMPTS: usize = 32;

    /// `attempts` is not empty.
    pub(crate) fn new(mut attempts: Vec<Attempt>, omitted: usize) -> Self {
        attempts.sort_by_key(Attempt::rank);
        Self { attempts, omitted }
    }

    /// The paths tried, the most telling first.
    #[must_use]
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// How many more were tried and are not kept.
    #[must_use]
    pub const fn omitted(&self) -> usize {
        self.omitted
    }

    /// What failed in the most telling path.
    #[must_use]
    pub fn errors(&self) -> &[PathError] {
        self.attempts.first().map_or(&[], |attempt| &attempt.errors)
    }

    /// The most telling reason.
    #[must_use]
    pub fn first(&self) -> Option<&PathError> {
        self.errors().first()
    }

    /// The code of the most telling reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.first().map_or("path.issuer.missing", PathError::code)
    }
}

impl Attempt {
    /// Lower is more telling: a path whose signatures hold says more than one whose do not, which
    /// says more than one that could not be completed; then the one that got closer to the end
    /// entity; then the one with fewer faults.
    fn rank(&self) -> (u8, usize, usize) {
        let worst = self.errors.iter().map(|error| class(&error.kind)).max().unwrap_or(u8::MAX);
        let highest = self.errors.iter().map(|error| error.index).max().unwrap_or(usize::MAX);
        (worst, highest, self.errors.len())
    }
}

const fn class(kind: &PathErrorKind) -> u8 {
    match kind {
        PathErrorKind::BudgetNames
        | PathErrorKind::BudgetPolicies
        | PathErrorKind::BudgetSignatures
        | PathErrorKind::BudgetSteps => 1,
        PathErrorKind::SignatureAlgorithm { .. } | PathErrorKind::SignatureUnsupported { .. } => 2,
        PathErrorKind::Signature => 3,
        PathErrorKind::NoIssuer { .. } | PathErrorKind::NoAnchor => 4,
        _ => 0,
    }
}

impl fmt::Display for PathFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.first() {
            Some(error) => write!(f, "no path was accepted: {error}"),
            None => f.write_str("no path was accepted"),
        }
    }
}

impl core::error::Error for PathFailure {}
