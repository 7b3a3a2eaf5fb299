//! FINESS: the number of a health or social establishment (national FINESS register).

use crate::number::{Rule, number};
use crate::{Identifier, luhn};

/// A FINESS: the 9 characters that name a health establishment (EG) or its legal entity (EJ).
///
/// Invariant: 9 characters, digits but for the second, which may be `A` or `B` (Corsica `2A`, `2B`;
/// the TEST domain `0B`), whose check digit holds. The check is Luhn's with `A` read as 1 (inferred)
/// and `B` as 2 (observed).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Finess([u8; 9]);

number!(Finess, 9, &[2, 6, 1]);

impl Finess {
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

impl Rule<9> for Finess {
    const IDENTIFIER: Identifier = Identifier::Finess;

    fn accepts(index: usize, byte: u8) -> bool {
        byte.is_ascii_digit() || (index == 1 && matches!(byte, b'A' | b'B'))
    }

    fn holds(bytes: &[u8; 9]) -> bool {
        luhn::holds_lettered(bytes)
    }
}
