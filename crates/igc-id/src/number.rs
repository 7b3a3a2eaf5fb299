//! What the numbers of fixed length share: reading, with or without separators, and writing.

use crate::{IdError, IdErrorKind, Identifier};
use core::fmt;

/// Which texts are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// The one written form.
    Exact,
    /// What people type: separators between characters, lower-case letters.
    Typed,
}

/// Characters people put between groups: spaces of any width, zero too, dots, and hyphens with what
/// word processors make of them.
pub(crate) fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '.' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{200b}' | '\u{feff}')
}

/// The rule of a number of `N` characters.
pub(crate) trait Rule<const N: usize> {
    const IDENTIFIER: Identifier;
    /// Whether `byte` may stand at `index`.
    fn accepts(index: usize, byte: u8) -> bool;
    /// Whether the check digit holds.
    fn holds(bytes: &[u8; N]) -> bool;
}

/// Reads `N` characters by their rule; `base` is where `text` begins in what the caller was given.
pub(crate) fn read<const N: usize, R: Rule<N>>(
    text: &str,
    base: usize,
    form: Form,
) -> Result<[u8; N], IdError> {
    let fail = |kind, at: usize| IdError {
        identifier: R::IDENTIFIER,
        kind,
        position: base.saturating_add(at),
    };
    let mut bytes = [0u8; N];
    let mut count = 0usize;
    let (mut last, mut excess) = (0usize, None);
    for (at, c) in text.char_indices() {
        if form == Form::Typed && is_separator(c) {
            continue;
        }
        let upper = if form == Form::Typed { c.to_ascii_uppercase() } else { c };
        let byte = u8::try_from(upper).unwrap_or(0);
        if let Some(slot) = bytes.get_mut(count) {
            if !R::accepts(count, byte) {
                return Err(fail(IdErrorKind::Character, at));
            }
            *slot = byte;
            last = at;
        } else {
            excess = excess.or(Some(at));
        }
        count = count.saturating_add(1);
    }
    if count != N {
        let kind = IdErrorKind::Length { expected: N, actual: count };
        return Err(fail(kind, excess.unwrap_or(text.len())));
    }
    if !R::holds(&bytes) {
        return Err(fail(IdErrorKind::CheckDigit, last));
    }
    Ok(bytes)
}

/// Bytes that were checked to be ASCII, as text.
pub(crate) fn text(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or_default()
}

/// An identifier in groups with a space between them, for people to read.
#[derive(Clone, Copy, Debug)]
pub struct Grouped<'a> {
    text: &'a str,
    groups: &'static [usize],
}

impl<'a> Grouped<'a> {
    pub(crate) const fn new(text: &'a str, groups: &'static [usize]) -> Self {
        Self { text, groups }
    }
}

impl fmt::Display for Grouped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.text;
        for (index, size) in self.groups.iter().enumerate() {
            let (group, after) = rest.split_at_checked(*size).unwrap_or((rest, ""));
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(group)?;
            rest = after;
        }
        f.write_str(rest)
    }
}

/// What every number of fixed length offers, the same for each.
macro_rules! number {
    ($name:ident, $len:literal, $groups:expr) => {
        impl $name {
            /// Number of characters.
            pub const LEN: usize = $len;

            /// Reads the one written form: no separator, upper case.
            ///
            /// # Errors
            /// [`IdError`](crate::IdError) with the byte offset in `text`.
            pub fn parse(text: &str) -> Result<Self, crate::IdError> {
                Self::read(text, 0, crate::number::Form::Exact)
            }

            /// Reads what people type: spaces of any width, dots and hyphens between the
            /// characters, letters of either case.
            ///
            /// # Errors
            /// [`IdError`](crate::IdError) with the byte offset in `text`.
            pub fn normalise(text: &str) -> Result<Self, crate::IdError> {
                Self::read(text, 0, crate::number::Form::Typed)
            }

            /// The written form.
            #[must_use]
            pub fn as_str(&self) -> &str {
                crate::number::text(&self.0)
            }

            /// In groups with a space between them, for people to read.
            #[must_use]
            pub fn grouped(&self) -> crate::Grouped<'_> {
                crate::Grouped::new(self.as_str(), $groups)
            }

            pub(crate) fn read(
                text: &str,
                base: usize,
                form: crate::number::Form,
            ) -> Result<Self, crate::IdError> {
                crate::number::read::<$len, Self>(text, base, form).map(Self)
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::IdError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.as_str()).finish()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
    };
}
pub(crate) use number;
