//! Numbers of CPx cards (CPS, CPF, CDE, CPE, CDA, CPA).

use crate::number::{Form, is_separator, text};
use crate::{IdError, IdErrorKind, Identifier};
use core::fmt;
use core::str::FromStr;

/// The number of a CPx card, with its issuer's number where that is given.
///
/// Extension 1.2.250.1.71.1.2.3 of a card's certificate carries `issuer/number`; an order form asks
/// for the number printed on the card. Neither shape is published: in every card seen, issuer and
/// number have 10 digits each. Invariant: 8 to 16 ASCII digits for each of the two; no check digit is known, so
/// a wrong digit is **not** caught.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CpxCardNumber {
    issuer: Option<Digits>,
    number: Digits,
}

/// Digits each part may have.
const SHORTEST: usize = 8;
const LONGEST: usize = 16;
/// Digits each part has in every card seen.
const OBSERVED: usize = 10;

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Digits {
    bytes: [u8; LONGEST],
    len: usize,
}

impl CpxCardNumber {
    /// Reads `number` or `issuer/number`, digits only.
    ///
    /// # Errors
    /// [`IdError`] with the byte offset in `text`.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        Self::read(text, Form::Exact)
    }

    /// Reads what people type: with separators between the digits.
    ///
    /// # Errors
    /// As [`parse`](Self::parse).
    pub fn normalise(text: &str) -> Result<Self, IdError> {
        Self::read(text, Form::Typed)
    }

    /// The issuer's number, where it was given.
    #[must_use]
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_ref().map(Digits::as_str)
    }

    /// The card's own number.
    #[must_use]
    pub fn number(&self) -> &str {
        self.number.as_str()
    }

    /// Whether the digits are as many as in every card seen; otherwise look twice.
    #[must_use]
    pub fn has_observed_shape(&self) -> bool {
        self.number.len == OBSERVED && self.issuer.is_none_or(|issuer| issuer.len == OBSERVED)
    }

    fn read(text: &str, form: Form) -> Result<Self, IdError> {
        match text.split_once('/') {
            None => Ok(Self { issuer: None, number: Digits::read(text, 0, form)? }),
            Some((issuer, number)) => Ok(Self {
                issuer: Some(Digits::read(issuer, 0, form)?),
                number: Digits::read(number, issuer.len().saturating_add(1), form)?,
            }),
        }
    }
}

impl Digits {
    fn read(input: &str, base: usize, form: Form) -> Result<Self, IdError> {
        let fail = |kind, at: usize| IdError {
            identifier: Identifier::CpxCardNumber,
            kind,
            position: base.saturating_add(at),
        };
        let (mut bytes, mut len, mut excess) = ([0u8; LONGEST], 0usize, None);
        for (at, c) in input.char_indices() {
            if form == Form::Typed && is_separator(c) {
                continue;
            }
            let digit = u8::try_from(c)
                .ok()
                .filter(u8::is_ascii_digit)
                .ok_or(fail(IdErrorKind::Character, at))?;
            match bytes.get_mut(len) {
                Some(slot) => *slot = digit,
                None => excess = excess.or(Some(at)),
            }
            len = len.saturating_add(1);
        }
        if (SHORTEST..=LONGEST).contains(&len) {
            return Ok(Self { bytes, len });
        }
        let kind = IdErrorKind::Length { expected: OBSERVED, actual: len };
        Err(fail(kind, excess.unwrap_or(input.len())))
    }

    fn as_str(&self) -> &str {
        text(self.bytes.get(..self.len).unwrap_or_default())
    }
}

impl FromStr for CpxCardNumber {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Self::parse(text)
    }
}

impl fmt::Display for CpxCardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(issuer) = self.issuer() {
            write!(f, "{issuer}/")?;
        }
        f.write_str(self.number())
    }
}

impl fmt::Debug for CpxCardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CpxCardNumber")
            .field("issuer", &self.issuer())
            .field("number", &self.number())
            .finish()
    }
}
