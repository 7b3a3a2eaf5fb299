//! The part of a person's national id that its structure gives: `…/LOCAL`.

use crate::number::text;
use core::fmt;

/// The local part of a national person id, as the structure numbers its own staff.
///
/// Its shape is not published. Invariant: 1 to 40 ASCII letters, digits, `-`, `_` or `.`; case is kept.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Local {
    bytes: [u8; Self::MAX],
    len: usize,
}

impl Local {
    /// The longest taken: a common name has 64 characters (X.520), the prefix and the structure's id take up to 24.
    pub const MAX: usize = 40;

    /// Reads `text`; on failure, the offset of what is wrong.
    pub(crate) fn read(text: &str) -> Result<Self, usize> {
        if let Some(at) = text.bytes().position(|byte| !is_local(byte)) {
            return Err(at);
        }
        let mut bytes = [0u8; Self::MAX];
        match bytes.get_mut(..text.len()) {
            Some(slots) if !text.is_empty() => slots.copy_from_slice(text.as_bytes()),
            _ => return Err(text.len().min(Self::MAX)),
        }
        Ok(Self { bytes, len: text.len() })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        text(self.bytes.get(..self.len).unwrap_or_default())
    }
}

const fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Local").field(&self.as_str()).finish()
    }
}
