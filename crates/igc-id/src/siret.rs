//! SIRET: the number of an establishment in the SIRENE register (INSEE).

use crate::number::{Rule, number};
use crate::{Identifier, Siren, luhn};

/// A SIRET: the 14 digits that name one establishment of a French organisation.
///
/// Invariant: 14 ASCII digits whose check digit holds: Luhn's, or for establishments of La Poste
/// (SIREN 356 000 000), which are numbered outside it, a digit sum that is a multiple of five.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Siret([u8; 14]);

/// SIREN of La Poste.
const LA_POSTE: &[u8] = b"356000000";

number!(Siret, 14, &[3, 3, 3, 5]);

impl Siret {
    /// The organisation's SIREN: the first nine digits, where their own check digit holds.
    #[must_use]
    pub fn siren(&self) -> Option<Siren> {
        Siren::parse(self.as_str().get(..9)?).ok()
    }

    /// The NIC: the last five digits, which number the establishment within its organisation.
    #[must_use]
    pub fn nic(&self) -> &str {
        self.as_str().get(9..).unwrap_or_default()
    }
}

impl Rule<14> for Siret {
    const IDENTIFIER: Identifier = Identifier::Siret;

    fn accepts(_index: usize, byte: u8) -> bool {
        byte.is_ascii_digit()
    }

    fn holds(bytes: &[u8; 14]) -> bool {
        let sum: u32 = bytes.iter().map(|byte| u32::from(luhn::value(*byte))).sum();
        luhn::holds_ascii(bytes) || (bytes.starts_with(LA_POSTE) && sum.is_multiple_of(5))
    }
}
