//! ADELI: the number of a health professional in the register the RPPS is replacing.

use crate::number::{Rule, number};
use crate::{Identifier, luhn};

/// An ADELI number: the 9 characters that name a health professional in one department.
///
/// Invariant: as [`Finess`](crate::Finess): 9 characters, the second may be `A` or `B`, Luhn with `A` read as 1
/// and `B` as 2.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Adeli([u8; 9]);

number!(Adeli, 9, &[2, 1, 5, 1]);

impl Adeli {
    /// The department: the first two characters, `75`, `2A`; the TEST domain's is `0B`.
    #[must_use]
    pub fn department(&self) -> &str {
        self.as_str().get(..2).unwrap_or_default()
    }

    /// Whether it belongs to the TEST domain: its department is `0B`, which does not exist.
    #[must_use]
    pub fn is_test(&self) -> bool {
        self.department() == "0B"
    }
}

impl Rule<9> for Adeli {
    const IDENTIFIER: Identifier = Identifier::Adeli;

    fn accepts(index: usize, byte: u8) -> bool {
        byte.is_ascii_digit() || (index == 1 && matches!(byte, b'A' | b'B'))
    }

    fn holds(bytes: &[u8; 9]) -> bool {
        luhn::holds_lettered(bytes)
    }
}
