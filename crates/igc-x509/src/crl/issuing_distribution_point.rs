//! The scope of a CRL (RFC 5280 §5.2.5).

use crate::{DistributionPointName, Error, ErrorKind, ReasonFlags, reader::Reader, tag};

/// Which certificates and reasons a CRL covers (RFC 5280 §5.2.5).
#[derive(Clone, Copy, Debug)]
pub struct IssuingDistributionPoint<'a> {
    /// The distribution point the CRL belongs to.
    pub distribution_point: Option<DistributionPointName<'a>>,
    /// Only end-entity certificates.
    pub only_contains_user_certs: bool,
    /// Only CA certificates.
    pub only_contains_ca_certs: bool,
    /// Only these reasons; all of them when absent.
    pub only_some_reasons: Option<ReasonFlags>,
    /// Entries may be about other issuers' certificates.
    pub indirect_crl: bool,
    /// Only attribute certificates.
    pub only_contains_attribute_certs: bool,
}

impl<'a> IssuingDistributionPoint<'a> {
    pub(crate) fn read(mut fields: Reader<'a>) -> Result<Self, Error> {
        let start = fields;
        // §5.2.5: never an empty sequence.
        if fields.is_empty() {
            return Err(start.error(ErrorKind::Empty));
        }
        let distribution_point = DistributionPointName::read_optional(&mut fields)?;
        let only_contains_user_certs = flag(&mut fields, 1)?;
        let only_contains_ca_certs = flag(&mut fields, 2)?;
        let only_some_reasons = match fields.optional(tag::context(3))? {
            Some(contents) => Some(ReasonFlags::read(contents)?),
            None => None,
        };
        let indirect_crl = flag(&mut fields, 4)?;
        let only_contains_attribute_certs = flag(&mut fields, 5)?;
        fields.finish()?;
        let kinds =
            [only_contains_user_certs, only_contains_ca_certs, only_contains_attribute_certs];
        // §5.2.5: at most one of the three.
        if kinds.into_iter().filter(|only| *only).count() > 1 {
            return Err(start.error(ErrorKind::ExtensionValue));
        }
        Ok(Self {
            distribution_point,
            only_contains_user_certs,
            only_contains_ca_certs,
            only_some_reasons,
            indirect_crl,
            only_contains_attribute_certs,
        })
    }
}

/// `[number] BOOLEAN DEFAULT FALSE`: FALSE is never encoded (X.690 §11.5).
fn flag(fields: &mut Reader<'_>, number: u8) -> Result<bool, Error> {
    match fields.optional(tag::context(number))? {
        None => Ok(false),
        Some(contents) if contents.boolean_contents()? => Ok(true),
        Some(contents) => Err(contents.error(ErrorKind::DefaultEncoded)),
    }
}
