//! Why no request was made, and every code of the crate.

use core::fmt;

use igc_catalogue::{FieldError, NameFault};
use igc_crypto::SignError;

/// Why no request was made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CsrError {
    /// What was filled in does not fit the product: every fault, at least one.
    Fields(Vec<FieldError>),
    /// Values that are to become alternative names and are none: every one, at least one.
    Names(Vec<NameFault>),
    /// The key did not sign.
    Sign(SignError),
}

impl CsrError {
    /// Stable machine-readable code; for fields, the catalogue's code of the first.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fields(faults) => {
                faults.first().map_or("csr.field.name", |fault| fault.kind.code())
            }
            Self::Names(_) => "csr.field.name",
            Self::Sign(_) => "csr.sign",
        }
    }
}

impl fmt::Display for CsrError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fields(faults) => {
                for (index, fault) in faults.iter().enumerate() {
                    write!(f, "{}{fault}", if index == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
            Self::Names(faults) => {
                let mut fields: Vec<_> = faults.iter().map(|fault| fault.field.name()).collect();
                fields.dedup();
                for (index, name) in fields.iter().enumerate() {
                    let before = if index == 0 { "" } else { ", " };
                    write!(f, "{before}{name} is not a name that a certificate can carry")?;
                }
                Ok(())
            }
            Self::Sign(_) => f.write_str("the key did not sign the request"),
        }
    }
}

impl core::error::Error for CsrError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Sign(source) => Some(source),
            _ => None,
        }
    }
}

/// Every code of this crate, findings and errors, sorted.
pub const ERROR_CODES: &[&str] = &[
    "csr.attribute.unknown",
    "csr.challenge.present",
    "csr.extension.ca",
    "csr.extension.conflict",
    "csr.extension.ignored",
    "csr.extension.malformed",
    "csr.field.name",
    "csr.key.exponent",
    "csr.key.kind",
    "csr.key.malformed",
    "csr.key.mismatch",
    "csr.key.oversize",
    "csr.key.size",
    "csr.key.weak",
    "csr.san.mismatch",
    "csr.san.missing",
    "csr.san.name",
    "csr.san.unexpected",
    "csr.service.name",
    "csr.service.product",
    "csr.sign",
    "csr.signature",
    "csr.signature.algorithm",
    "csr.signature.unsupported",
    "csr.subject.characters",
    "csr.subject.charset",
    "csr.subject.encoding",
    "csr.subject.extra",
    "csr.subject.length",
    "csr.subject.missing",
    "csr.subject.order",
    "csr.subject.repeated",
    "csr.subject.value",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FindingKind;

    #[test]
    fn the_list_holds_every_code_once_and_sorted() {
        let mut codes: Vec<_> = FindingKind::ALL.iter().map(|kind| kind.code()).collect();
        codes.extend(["csr.field.name", "csr.sign"]);
        codes.sort_unstable();
        assert_eq!(codes, ERROR_CODES);
        expect_test::expect_file!["../codes.txt"].assert_eq(&(ERROR_CODES.join("\n") + "\n"));
    }
}
