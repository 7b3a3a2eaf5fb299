//! RPPS: the number of a health professional in the national register.

use crate::number::{Rule, number};
use crate::{Identifier, luhn};

/// An RPPS number: the 11 digits that name a health professional for life.
///
/// Invariant: 11 ASCII digits whose check digit (Luhn) holds. The `8` that stands before it in a
/// national person id ([`PersonId`](crate::PersonId)) is not a part of it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rpps([u8; 11]);

number!(Rpps, 11, &[2, 3, 3, 3]);

impl Rule<11> for Rpps {
    const IDENTIFIER: Identifier = Identifier::Rpps;

    fn accepts(_index: usize, byte: u8) -> bool {
        byte.is_ascii_digit()
    }

    fn holds(bytes: &[u8; 11]) -> bool {
        luhn::holds_ascii(bytes)
    }
}
