//! Luhn's check (ISO/IEC 7812-1 annex B).

/// Whether the digits, the check digit last, sum to a multiple of ten after every second one
/// from the right but the last is doubled.
pub(crate) fn holds(digits: impl DoubleEndedIterator<Item = u8>) -> bool {
    let mut sum = 0u32;
    for (place, digit) in digits.rev().enumerate() {
        let digit = u32::from(digit);
        // A doubled digit above nine counts as the sum of its two digits.
        let value = match (place % 2, digit) {
            (0, _) => digit,
            (_, 0..=4) => digit.saturating_mul(2),
            _ => digit.saturating_mul(2).saturating_sub(9),
        };
        sum = sum.saturating_add(value);
    }
    sum.is_multiple_of(10)
}

/// The value of an ASCII digit; zero for anything else, which the caller has excluded.
pub(crate) const fn value(byte: u8) -> u8 {
    if byte.is_ascii_digit() { byte.wrapping_sub(b'0') } else { 0 }
}

/// Luhn over ASCII digits.
pub(crate) fn holds_ascii(bytes: &[u8]) -> bool {
    holds(bytes.iter().copied().map(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_of_iso_7812() {
        // 4992 73 9871 6: the example every description of the method uses is 49927398716.
        assert!(holds_ascii(b"49927398716"));
        assert!(!holds_ascii(b"49927398717"));
        assert!(holds_ascii(b"0"));
    }
}
