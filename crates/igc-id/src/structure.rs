//! National structure ids, as the `OU` of an IGC-Santé certificate carries them.

use crate::number::{Form, is_separator};
use crate::{AdeliPractice, Finess, IdError, IdErrorKind, Identifier, RppsPractice, Siren, Siret};
use core::fmt;
use core::str::FromStr;

/// A national structure id: one digit that says which register, then the number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StructureId {
    /// `0`: a practice under its professional's ADELI number.
    AdeliPractice(AdeliPractice),
    /// `1`: a FINESS.
    Finess(Finess),
    /// `2`: a SIREN.
    Siren(Siren),
    /// `3`: a SIRET.
    Siret(Siret),
    /// `4`: a practice under its professional's RPPS number.
    RppsPractice(RppsPractice),
}

impl StructureId {
    /// Reads the one written form.
    ///
    /// # Errors
    /// `Prefix` when the first character names no register; else as the register's own number.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        Self::read(text, Form::Exact)
    }

    /// Reads what people type: with separators, letters of either case.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn normalise(text: &str) -> Result<Self, IdError> {
        Self::read(text, Form::Typed)
    }

    /// The digit before the number.
    #[must_use]
    pub const fn prefix(&self) -> char {
        match self {
            Self::AdeliPractice(_) => '0',
            Self::Finess(_) => '1',
            Self::Siren(_) => '2',
            Self::Siret(_) => '3',
            Self::RppsPractice(_) => '4',
        }
    }

    fn read(text: &str, form: Form) -> Result<Self, IdError> {
        let (prefix, rest, base) = split_prefix(text, form);
        Ok(match prefix {
            Some('0') => Self::AdeliPractice(AdeliPractice::read(rest, base, form)?),
            Some('1') => Self::Finess(Finess::read(rest, base, form)?),
            Some('2') => Self::Siren(Siren::read(rest, base, form)?),
            Some('3') => Self::Siret(Siret::read(rest, base, form)?),
            Some('4') => Self::RppsPractice(RppsPractice::read(rest, base, form)?),
            _ => {
                let position = base.saturating_sub(prefix.map_or(0, char::len_utf8));
                return Err(IdError {
                    identifier: Identifier::Structure,
                    kind: IdErrorKind::Prefix,
                    position,
                });
            }
        })
    }
}

/// The first significant character, what follows it and where that begins.
pub(crate) fn split_prefix(text: &str, form: Form) -> (Option<char>, &str, usize) {
    let from = match form {
        Form::Exact => text,
        Form::Typed => text.trim_start_matches(is_separator),
    };
    let mut chars = from.chars();
    let prefix = chars.next();
    let rest = chars.as_str();
    (prefix, rest, text.len().saturating_sub(rest.len()))
}

impl FromStr for StructureId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::parse(text)
    }
}

impl fmt::Display for StructureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.prefix())?;
        match self {
            Self::AdeliPractice(practice) => practice.fmt(f),
            Self::Finess(finess) => finess.fmt(f),
            Self::Siren(siren) => siren.fmt(f),
            Self::Siret(siret) => siret.fmt(f),
            Self::RppsPractice(practice) => practice.fmt(f),
        }
    }
}

impl From<Finess> for StructureId {
    fn from(finess: Finess) -> Self {
        Self::Finess(finess)
    }
}

impl From<Siren> for StructureId {
    fn from(siren: Siren) -> Self {
        Self::Siren(siren)
    }
}

impl From<Siret> for StructureId {
    fn from(siret: Siret) -> Self {
        Self::Siret(siret)
    }
}
