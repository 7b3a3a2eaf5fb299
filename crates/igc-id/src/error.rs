//! Why a text is not the identifier it should be.

use core::fmt;

/// A text is not the identifier it should be.
///
/// The text itself is never repeated: it may name a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdError {
    /// What the text was read as.
    pub identifier: Identifier,
    /// What is wrong.
    pub kind: IdErrorKind,
    /// Where, as a byte offset in the text given.
    pub position: usize,
}

/// What is wrong with an identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum IdErrorKind {
    /// Too many or too few characters; separators are not counted.
    Length {
        /// What the identifier needs.
        expected: usize,
        /// What the text has.
        actual: usize,
    },
    /// A character that may not stand at this place.
    Character,
    /// The check digit does not follow from the other characters: at least one of them is wrong.
    CheckDigit,
    /// The first character is none of the prefixes of a national id.
    Prefix,
    /// The part after the slash, or after the practice's owner, is missing, too long or of another shape.
    Local,
}

/// The identifiers of this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Identifier {
    /// See [`Siren`](crate::Siren).
    Siren,
    /// See [`Siret`](crate::Siret).
    Siret,
    /// See [`Finess`](crate::Finess).
    Finess,
    /// See [`Rpps`](crate::Rpps).
    Rpps,
    /// See [`Adeli`](crate::Adeli).
    Adeli,
    /// See [`StructureId`](crate::StructureId).
    Structure,
    /// See [`PersonId`](crate::PersonId).
    Person,
    /// See [`CpxCardNumber`](crate::CpxCardNumber).
    CpxCardNumber,
}

/// Every code of this crate, sorted.
pub const ERROR_CODES: &[&str] =
    &["id.character", "id.check-digit", "id.length", "id.local", "id.prefix"];

impl IdError {
    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }
}

impl IdErrorKind {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Length { .. } => "id.length",
            Self::Character => "id.character",
            Self::CheckDigit => "id.check-digit",
            Self::Prefix => "id.prefix",
            Self::Local => "id.local",
        }
    }
}

impl Identifier {
    /// The name a reader knows.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Siren => "SIREN",
            Self::Siret => "SIRET",
            Self::Finess => "FINESS",
            Self::Rpps => "RPPS",
            Self::Adeli => "ADELI",
            Self::Structure => "national structure id",
            Self::Person => "national person id",
            Self::CpxCardNumber => "CPx card number",
        }
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.identifier.name();
        match self.kind {
            IdErrorKind::Length { expected, actual } => {
                write!(f, "{name}: {expected} characters are needed, {actual} are given")
            }
            IdErrorKind::Character => {
                write!(f, "{name}: the character at offset {} may not stand there", self.position)
            }
            IdErrorKind::CheckDigit => write!(f, "{name}: the check digit does not hold"),
            IdErrorKind::Prefix => write!(f, "{name}: the prefix is not known"),
            IdErrorKind::Local => {
                write!(
                    f,
                    "{name}: the local part at offset {} is missing or malformed",
                    self.position
                )
            }
        }
    }
}

impl core::error::Error for IdError {}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString as _;
    use std::vec::Vec;

    #[test]
    fn codes_are_sorted_unique_and_complete() {
        let kinds = [
            IdErrorKind::Character,
            IdErrorKind::CheckDigit,
            IdErrorKind::Length { expected: 1, actual: 2 },
            IdErrorKind::Local,
            IdErrorKind::Prefix,
        ];
        assert_eq!(kinds.iter().map(IdErrorKind::code).collect::<Vec<_>>(), ERROR_CODES);
        assert!(ERROR_CODES.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn sentences_name_the_identifier_and_not_the_input() {
        let error = "12345678X".parse::<crate::Siren>().unwrap_err();
        assert_eq!(error.to_string(), "SIREN: the character at offset 8 may not stand there");
        assert!(!error.to_string().contains("1234"));
    }
}
