//! SIREN: the number of a legal unit in the SIRENE register (INSEE).

use crate::number::{Rule, number};
use crate::{Identifier, luhn};

/// A SIREN: the 9 digits that name a French organisation.
///
/// Invariant: 9 ASCII digits whose check digit (Luhn) holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Siren([u8; 9]);

number!(Siren, 9, &[3, 3, 3]);

impl Rule<9> for Siren {
    const IDENTIFIER: Identifier = Identifier::Siren;

    fn accepts(_index: usize, byte: u8) -> bool {
        byte.is_ascii_digit()
    }

    fn holds(bytes: &[u8; 9]) -> bool {
        luhn::holds_ascii(bytes)
    }
}
