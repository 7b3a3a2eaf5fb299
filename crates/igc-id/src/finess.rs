//! FINESS: the number of a health or social establishment (national FINESS register).

use crate::lettered::lettered;
use crate::number::number;

/// A FINESS: the 9 characters that name a health establishment (EG) or its legal entity (EJ).
///
/// Invariant: 9 characters, digits but for the second, which may be `A` or `B` (Corsica `2A`, `2B`;
/// the TEST domain `0B`), whose check digit holds. The check is Luhn's with `A` read as 1 (inferred)
/// and `B` as 2 (observed).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Finess([u8; 9]);

number!(Finess, 9, &[2, 6, 1]);
lettered!(Finess);
