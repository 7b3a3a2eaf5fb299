//! Serial numbers nobody can guess or meet twice (RFC 5280 §4.1.2.2).

use igc_crypto::{Random, RandomError};

/// A random serial number of exactly `octets` octets, as the contents of a positive INTEGER.
///
/// The two high bits are fixed to 01: positive without a leading zero octet, and never shorter. What remains is random:
/// 126 bits of 16 octets.
pub(crate) fn random_serial(random: &dyn Random, octets: u8) -> Result<Vec<u8>, RandomError> {
    // §4.1.2.2: at most 20 octets.
    let mut serial = vec![0; usize::from(octets.clamp(8, 20))];
    random.fill(&mut serial)?;
    if let Some(first) = serial.first_mut() {
        *first = (*first & 0x3f) | 0x40;
    }
    Ok(serial)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Constant(u8);

    impl Random for Constant {
        fn fill(&self, out: &mut [u8]) -> Result<(), RandomError> {
            out.fill(self.0);
            Ok(())
        }
    }

    #[test]
    fn whatever_the_source_gives_the_number_is_positive_and_as_long_as_asked() {
        for octet in 0..=u8::MAX {
            let serial = random_serial(&Constant(octet), 16).unwrap();
            assert_eq!(serial.len(), 16);
            assert!((0x40..0x80).contains(&serial[0]), "{octet:02x}");
            assert!(serial[1..].iter().all(|rest| *rest == octet));
        }
    }

    #[test]
    fn the_length_stays_within_what_the_rfc_allows() {
        assert_eq!(random_serial(&Constant(7), 18).unwrap().len(), 18);
        assert_eq!(random_serial(&Constant(7), 255).unwrap().len(), 20);
        assert_eq!(random_serial(&Constant(7), 0).unwrap().len(), 8);
    }
}
