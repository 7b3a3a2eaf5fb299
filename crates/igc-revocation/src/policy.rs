//! What the caller asks of a CRL.

use core::time::Duration;

use igc_x509::Time;

/// Whether a CRL of version 2 must carry its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CrlNumber {
    /// It must (RFC 5280 §5.2.3 asks it of every CRL).
    Required,
    /// It need not.
    Optional,
}

/// When a CRL is fresh enough, and how strict to be about its form. By default closed.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct CrlPolicy {
    /// The moment of validation.
    pub at: Time,
    /// How long past `nextUpdate` a CRL is still accepted. Default: zero.
    ///
    /// RFC 5280 §6.3.3 (a) asks for a newer CRL when the time is past `nextUpdate`; a non-zero
    /// value deviates from it (see `docs/deviations.md`).
    pub grace: Duration,
    /// How old a CRL may be, counted from `thisUpdate`. Default: as its `nextUpdate` says. With a
    /// limit, a CRL without `nextUpdate` is accepted until then.
    pub max_age: Option<Duration>,
    /// Whether a CRL must carry its number. Default: it must.
    pub number: CrlNumber,
}

impl CrlPolicy {
    /// The defaults at a moment of validation.
    #[must_use]
    pub const fn new(at: Time) -> Self {
        Self { at, grace: Duration::ZERO, max_age: None, number: CrlNumber::Required }
    }

    /// Accepts CRLs this long past their `nextUpdate`.
    #[must_use]
    pub const fn grace(mut self, grace: Duration) -> Self {
        self.grace = grace;
        self
    }

    /// Refuses CRLs older than this.
    #[must_use]
    pub const fn max_age(mut self, max_age: Duration) -> Self {
        self.max_age = Some(max_age);
        self
    }

    /// Whether a CRL must carry its number.
    #[must_use]
    pub const fn number(mut self, number: CrlNumber) -> Self {
        self.number = number;
        self
    }
}
