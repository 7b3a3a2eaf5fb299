//! The period a certificate is valid for (RFC 5280 §4.1.2.5).

use crate::{Error, Time, reader::Reader, tag};

/// The period from `not_before` to `not_after`, both included (RFC 5280 §4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Validity {
    /// The first second at which the certificate is valid.
    pub not_before: Time,
    /// The last second at which the certificate is valid.
    pub not_after: Time,
}

impl Validity {
    /// Whether `at` lies within the period, ends included.
    #[must_use]
    pub fn contains(&self, at: Time) -> bool {
        self.not_before <= at && at <= self.not_after
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        let mut fields = reader.expect(tag::SEQUENCE)?;
        let not_before = Time::read(&mut fields)?;
        let not_after = Time::read(&mut fields)?;
        fields.finish()?;
        Ok(Self { not_before, not_after })
    }
}
