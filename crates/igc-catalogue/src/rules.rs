//! Rules that changed with time: validity, alerts, publication of CRLs.

use igc_x509::Time;

use crate::data;
use crate::fact::Provenance;
use crate::vocabulary::AuthorityRole;

/// How long a certificate lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ValidityRule {
    /// Short name, stable.
    pub id: &'static str,
    /// First moment of `notBefore` that the rule governs; `None`: from the beginning.
    pub from: Option<Time>,
    /// Calendar years.
    pub years: u8,
    /// Calendar months on top of the years.
    pub months: u8,
    /// Calendar years of the private key usage period, where the profile has one.
    pub private_key_years: Option<u8>,
    /// Where the rule is known from.
    pub provenance: Provenance,
}

impl ValidityRule {
    /// The end of a certificate that begins at `not_before`, in calendar months of UTC; `None`
    /// beyond the year 9999.
    #[must_use]
    pub fn not_after(&self, not_before: Time) -> Option<Time> {
        let years = not_before.add_calendar_years(i32::from(self.years))?;
        years.add_calendar_months(i32::from(self.months))
    }

    /// The end of the private key usage period; `None` without one.
    #[must_use]
    pub fn private_key_not_after(&self, not_before: Time) -> Option<Time> {
        not_before.add_calendar_years(i32::from(self.private_key_years?))
    }
}

/// A delay before expiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertDelay {
    /// Calendar months.
    Months(u8),
    /// Days of 24 hours.
    Days(u16),
}

impl AlertDelay {
    /// The moment of the alert for a certificate that ends at `not_after`.
    #[must_use]
    pub fn before(self, not_after: Time) -> Option<Time> {
        match self {
            Self::Months(months) => not_after.add_calendar_months(i32::from(months).checked_neg()?),
            Self::Days(days) => not_after.add_secs(i64::from(days).checked_mul(-86_400)?),
        }
    }
}

/// When administrators are told that a certificate ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlertRule {
    /// Short name, stable.
    pub id: &'static str,
    /// How long before the end.
    pub before_expiry: AlertDelay,
    /// Whether this is the rule in force.
    pub current: bool,
    /// Where the rule is known from.
    pub provenance: Provenance,
}

/// How often an authority publishes its CRL, and for how long each one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrlRule {
    /// Which authorities.
    pub role: AuthorityRole,
    /// Days between publications.
    pub published_every_days: u16,
    /// Days from `thisUpdate` to `nextUpdate`.
    pub valid_days: u16,
    /// Where the rule is known from.
    pub provenance: Provenance,
}

/// All rules of validity.
#[must_use]
pub fn validity_rules() -> &'static [ValidityRule] {
    data::VALIDITY_RULES
}

/// All rules of alert, past and present.
#[must_use]
pub fn alert_rules() -> &'static [AlertRule] {
    data::ALERT_RULES
}

/// The rule of alert in force. The build makes sure that there is one.
#[must_use]
pub fn current_alert_rule() -> Option<&'static AlertRule> {
    data::ALERT_RULES.iter().find(|rule| rule.current)
}

/// Rules of publication.
#[must_use]
pub fn crl_rules() -> &'static [CrlRule] {
    data::CRL_RULES
}

#[cfg(test)]
mod tests;
