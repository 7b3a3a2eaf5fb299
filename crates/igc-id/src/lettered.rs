//! What FINESS and ADELI share: nine characters that begin with the department, whose letter counts as a digit.

use crate::luhn;

/// Digits; the second character may be a letter (Corsica `2A` and `2B`, the TEST domain `0B`).
pub(crate) const fn accepts(index: usize, byte: u8) -> bool {
    byte.is_ascii_digit() || (index == 1 && matches!(byte, b'A' | b'B'))
}

/// Luhn with `A` as 1 (inferred) and `B` as 2 (observed in FINESS and ADELI of the TEST domain).
pub(crate) fn holds(bytes: &[u8; 9]) -> bool {
    luhn::holds(bytes.iter().map(|byte| match byte {
        b'A' => 1,
        b'B' => 2,
        digit => luhn::value(*digit),
    }))
}

/// The rule and the department, the same for both.
macro_rules! lettered {
    ($name:ident) => {
        impl $name {
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

        impl crate::number::Rule<9> for $name {
            const IDENTIFIER: crate::Identifier = crate::Identifier::$name;

            fn accepts(index: usize, byte: u8) -> bool {
                crate::lettered::accepts(index, byte)
            }

            fn holds(bytes: &[u8; 9]) -> bool {
                crate::lettered::holds(bytes)
            }
        }
    };
}
pub(crate) use lettered;
