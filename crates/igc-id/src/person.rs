//! National person ids, as the `CN` of a person's certificate carries them.

use crate::number::Form;
use crate::structure::split_prefix;
use crate::{
    Adeli, Finess, IdError, IdErrorKind, Identifier, Local, Rpps, RppsPractice, Siren, Siret,
};
use core::fmt;
use core::str::FromStr;

/// A national person id: one digit that says which register, then the number there; for staff
/// of a structure, the structure's number, a slash, and the number the structure gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PersonId {
    /// `0`: a professional, by ADELI number.
    Adeli(Adeli),
    /// `8`: a professional, by RPPS number.
    Rpps(Rpps),
    /// `3`: staff of the establishment of this FINESS.
    FinessLocal(Finess, Local),
    /// `4`: staff of the organisation of this SIREN.
    SirenLocal(Siren, Local),
    /// `5`: staff of the establishment of this SIRET.
    SiretLocal(Siret, Local),
    /// `6`: staff of a professional's practice.
    RppsPracticeLocal(RppsPractice, Local),
}

impl PersonId {
    /// Reads the one written form.
    ///
    /// # Errors
    /// `Prefix` when the first character names no register, `Local` for the part after the slash;
    /// else as the register's own number.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        Self::read(text, Form::Exact)
    }

    /// Reads what people type: separators and letters of either case in the number; the local
    /// part is taken as it is, but for spaces around it.
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
            Self::Adeli(_) => '0',
            Self::FinessLocal(..) => '3',
            Self::SirenLocal(..) => '4',
            Self::SiretLocal(..) => '5',
            Self::RppsPracticeLocal(..) => '6',
            Self::Rpps(_) => '8',
        }
    }

    /// The part after the slash, for staff of a structure.
    #[must_use]
    pub const fn local(&self) -> Option<Local> {
        match self {
            Self::Adeli(_) | Self::Rpps(_) => None,
            Self::FinessLocal(_, local)
            | Self::SirenLocal(_, local)
            | Self::SiretLocal(_, local)
            | Self::RppsPracticeLocal(_, local) => Some(*local),
        }
    }

    fn read(text: &str, form: Form) -> Result<Self, IdError> {
        let (prefix, rest, base) = split_prefix(text, form);
        Ok(match prefix {
            Some('0') => Self::Adeli(Adeli::read(rest, base, form)?),
            Some('8') => Self::Rpps(Rpps::read(rest, base, form)?),
            Some(structure @ '3'..='6') => {
                let (number, local) = rest.split_once('/').unwrap_or((rest, ""));
                let local_at = base.saturating_add(number.len()).saturating_add(1).min(text.len());
                match structure {
                    '3' => Self::FinessLocal(
                        Finess::read(number, base, form)?,
                        read_local(local, local_at, form)?,
                    ),
                    '4' => Self::SirenLocal(
                        Siren::read(number, base, form)?,
                        read_local(local, local_at, form)?,
                    ),
                    '5' => Self::SiretLocal(
                        Siret::read(number, base, form)?,
                        read_local(local, local_at, form)?,
                    ),
                    _ => Self::RppsPracticeLocal(
                        RppsPractice::read(number, base, form)?,
                        read_local(local, local_at, form)?,
                    ),
                }
            }
            _ => {
                let position = base.saturating_sub(prefix.map_or(0, char::len_utf8));
                return Err(fail(IdErrorKind::Prefix, position));
            }
        })
    }
}

fn read_local(text: &str, base: usize, form: Form) -> Result<Local, IdError> {
    let (local, skipped) = match form {
        Form::Exact => (text, 0),
        Form::Typed => {
            let from = text.trim_start();
            (from.trim_end(), text.len().saturating_sub(from.len()))
        }
    };
    Local::read(local)
        .map_err(|at| fail(IdErrorKind::Local, base.saturating_add(skipped).saturating_add(at)))
}

const fn fail(kind: IdErrorKind, position: usize) -> IdError {
    IdError { identifier: Identifier::Person, kind, position }
}

impl FromStr for PersonId {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::parse(text)
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = self.prefix();
        match self {
            Self::Adeli(adeli) => write!(f, "{prefix}{adeli}"),
            Self::Rpps(rpps) => write!(f, "{prefix}{rpps}"),
            Self::FinessLocal(finess, local) => write!(f, "{prefix}{finess}/{local}"),
            Self::SirenLocal(siren, local) => write!(f, "{prefix}{siren}/{local}"),
            Self::SiretLocal(siret, local) => write!(f, "{prefix}{siret}/{local}"),
            Self::RppsPracticeLocal(practice, local) => write!(f, "{prefix}{practice}/{local}"),
        }
    }
}

impl From<Adeli> for PersonId {
    fn from(adeli: Adeli) -> Self {
        Self::Adeli(adeli)
    }
}

impl From<Rpps> for PersonId {
    fn from(rpps: Rpps) -> Self {
        Self::Rpps(rpps)
    }
}
