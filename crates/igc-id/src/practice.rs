//! Practices (cabinets): structures named after the professional who runs them.

use crate::number::{Form, is_separator, text};
use crate::{Adeli, IdError, IdErrorKind, Identifier, Rpps};
use core::fmt;

/// The order number of a practice among those of its professional.
///
/// Invariant: 1 to 5 ASCII digits. The one sample seen, of an RPPS practice, has three; nothing is published.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PracticeOrder {
    bytes: [u8; 5],
    len: usize,
}

impl PracticeOrder {
    fn read(digits: &str, base: usize, form: Form) -> Result<Self, IdError> {
        let fail = |at: usize| IdError {
            identifier: Identifier::Structure,
            kind: IdErrorKind::Local,
            position: base.saturating_add(at),
        };
        let (mut bytes, mut len) = ([0u8; 5], 0usize);
        for (at, c) in digits.char_indices() {
            if form == Form::Typed && is_separator(c) {
                continue;
            }
            let digit = u8::try_from(c).ok().filter(u8::is_ascii_digit).ok_or(fail(at))?;
            *bytes.get_mut(len).ok_or(fail(at))? = digit;
            len = len.saturating_add(1);
        }
        if len == 0 { Err(fail(digits.len())) } else { Ok(Self { bytes, len }) }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        text(self.bytes.get(..self.len).unwrap_or_default())
    }
}

impl fmt::Display for PracticeOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for PracticeOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PracticeOrder").field(&self.as_str()).finish()
    }
}

/// A practice named after an ADELI number (prefix 0 of a structure id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AdeliPractice {
    owner: Adeli,
    order: PracticeOrder,
}

/// A practice named after an RPPS number (prefix 4 of a structure id, 6 of a person id).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RppsPractice {
    owner: Rpps,
    order: PracticeOrder,
}

impl AdeliPractice {
    pub(crate) fn read(input: &str, base: usize, form: Form) -> Result<Self, IdError> {
        let at = split_after(input, Adeli::LEN, form);
        let (owner, order) = input.split_at_checked(at).unwrap_or((input, ""));
        Ok(Self {
            owner: Adeli::read(owner, base, form)?,
            order: PracticeOrder::read(order, base.saturating_add(at), form)?,
        })
    }

    /// The professional.
    #[must_use]
    pub const fn owner(&self) -> Adeli {
        self.owner
    }

    /// Which of the professional's practices.
    #[must_use]
    pub const fn order(&self) -> PracticeOrder {
        self.order
    }
}

impl RppsPractice {
    pub(crate) fn read(input: &str, base: usize, form: Form) -> Result<Self, IdError> {
        let at = split_after(input, Rpps::LEN, form);
        let (owner, order) = input.split_at_checked(at).unwrap_or((input, ""));
        Ok(Self {
            owner: Rpps::read(owner, base, form)?,
            order: PracticeOrder::read(order, base.saturating_add(at), form)?,
        })
    }

    /// The professional.
    #[must_use]
    pub const fn owner(&self) -> Rpps {
        self.owner
    }

    /// Which of the professional's practices.
    #[must_use]
    pub const fn order(&self) -> PracticeOrder {
        self.order
    }
}

impl fmt::Display for AdeliPractice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.owner, self.order)
    }
}

impl fmt::Display for RppsPractice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.owner, self.order)
    }
}

/// Offset after the first `count` characters that are not separators; the whole length when there are fewer.
fn split_after(input: &str, count: usize, form: Form) -> usize {
    input
        .char_indices()
        .filter(|(_, c)| form == Form::Exact || !is_separator(*c))
        .nth(count)
        .map_or(input.len(), |(at, _)| at)
}
