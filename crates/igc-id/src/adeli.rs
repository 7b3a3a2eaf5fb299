//! ADELI: the number of a health professional in the register the RPPS is replacing.

use crate::lettered::lettered;
use crate::number::number;

/// An ADELI number: the 9 characters that name a health professional in one department.
///
/// Invariant: as [`Finess`](crate::Finess): 9 characters, the second may be `A` or `B`, Luhn with `A` read as 1
/// and `B` as 2.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Adeli([u8; 9]);

number!(Adeli, 9, &[2, 1, 5, 1]);
lettered!(Adeli);
