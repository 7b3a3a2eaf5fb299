//! From fields to a subject name.

use igc_x509::{NameBuf, Oid, StringKind};

use crate::error::{FieldError, FieldErrorKind};
use crate::fields::Fields;
use crate::product::Product;
use crate::profile::{AttributeTemplate, AttributeValue};
use crate::vocabulary::Field;

impl Product {
    /// The fields that do not fit the product: missing, too long, or with characters that their
    /// attribute cannot hold. Empty: [`Product::subject`] succeeds.
    #[must_use]
    pub fn check(&self, fields: &Fields) -> Vec<FieldError> {
        let missing = self
            .required_fields
            .iter()
            .filter(|field| fields.first(**field).is_none())
            .map(|field| FieldError { field: *field, kind: FieldErrorKind::Missing });
        let attributes = self.profile.subject.rdns.iter().copied().flatten();
        let unfit = attributes.filter_map(|attribute| match attribute.value {
            AttributeValue::Fixed(_) => None,
            AttributeValue::Field(field) => unfit(attribute, field, fields.first(field)?),
        });
        missing.chain(unfit).collect()
    }

    /// The subject name of a certificate: the template of the profile, filled in.
    ///
    /// Values longer than the template's cut are cut there, between characters, as the real
    /// authority does with the names of structures.
    ///
    /// # Errors
    /// All that [`Product::check`] finds.
    pub fn subject(&self, fields: &Fields) -> Result<NameBuf, Vec<FieldError>> {
        let faults = self.check(fields);
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut name = NameBuf::new();
        for rdn in self.profile.subject.rdns {
            let values: Vec<(Oid<'static>, StringKind, String)> = rdn
                .iter()
                .filter_map(|attribute| {
                    let value = value(attribute, fields)?;
                    Some((attribute.attribute, attribute.string, value))
                })
                .collect();
            let parts: Vec<_> =
                values.iter().map(|(oid, string, value)| (*oid, *string, value.as_str())).collect();
            if !parts.is_empty() {
                name = name.rdn(&parts).map_err(|_| refused(rdn))?;
            }
        }
        Ok(name)
    }
}

/// The value of an attribute, cut where the template says so.
fn value(attribute: &AttributeTemplate, fields: &Fields) -> Option<String> {
    let value = match attribute.value {
        AttributeValue::Fixed(value) => value,
        AttributeValue::Field(field) => fields.first(field)?,
    };
    let most = attribute.cut_chars.map_or(usize::MAX, usize::from);
    Some(value.chars().take(most).collect::<String>().trim_end().to_owned())
}

fn unfit(attribute: &AttributeTemplate, field: Field, value: &str) -> Option<FieldError> {
    let too_long =
        attribute.cut_chars.is_none() && value.chars().count() > usize::from(attribute.max_chars);
    let kind = if too_long {
        FieldErrorKind::TooLong { max_chars: attribute.max_chars }
    } else if value.chars().any(char::is_control) {
        FieldErrorKind::Characters
    } else {
        return None;
    };
    Some(FieldError { field, kind })
}

/// The encoder refused a value: name every field of the RDN.
fn refused(rdn: &[AttributeTemplate]) -> Vec<FieldError> {
    rdn.iter()
        .filter_map(|attribute| match attribute.value {
            AttributeValue::Field(field) => Some(field),
            AttributeValue::Fixed(_) => None,
        })
        .map(|field| FieldError { field, kind: FieldErrorKind::Characters })
        .collect()
}

#[cfg(test)]
mod tests;
