//! What can go wrong with what a person asks for.

use core::error::Error;
use core::fmt;

use crate::vocabulary::Field;

/// Every code of this crate, sorted.
pub const ERROR_CODES: &[&str] = &[
    "catalogue.field.characters",
    "catalogue.field.missing",
    "catalogue.field.too-long",
    "catalogue.not-found",
];

/// No product or usage has this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound {
    pub(crate) nearest: Vec<&'static str>,
}

impl NotFound {
    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "catalogue.not-found"
    }

    /// Codes that may have been meant, the nearest first; may be empty.
    #[must_use]
    pub fn nearest(&self) -> &[&'static str] {
        &self.nearest
    }
}

impl fmt::Display for NotFound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the catalogue has no such name")?;
        for (index, code) in self.nearest.iter().enumerate() {
            write!(f, "{}{code}", if index == 0 { "; nearest: " } else { ", " })?;
        }
        Ok(())
    }
}

impl Error for NotFound {}

/// A field that does not fit the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field at fault.
    pub field: Field,
    /// What is wrong with it.
    pub kind: FieldErrorKind,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldErrorKind {
    /// The product needs it.
    Missing,
    /// More characters than the attribute may have (RFC 5280 appendix A.1).
    TooLong {
        /// The most it may have.
        max_chars: u16,
    },
    /// A character that the attribute's string type does not have, or a control character.
    Characters,
}

impl FieldErrorKind {
    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "catalogue.field.missing",
            Self::TooLong { .. } => "catalogue.field.too-long",
            Self::Characters => "catalogue.field.characters",
        }
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.field.name();
        match self.kind {
            FieldErrorKind::Missing => write!(f, "{name} is required"),
            FieldErrorKind::TooLong { max_chars } => {
                write!(f, "{name} has more than {max_chars} characters")
            }
            FieldErrorKind::Characters => write!(f, "{name} has a character not allowed there"),
        }
    }
}

impl Error for FieldError {}
