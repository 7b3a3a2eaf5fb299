//! Residues of large numbers by small ones, and the small primes.

/// Primes below 10 000, ascending.
pub(super) fn small_primes() -> impl Iterator<Item = u32> {
    (2u32..10_000).filter(|n| (2..).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d)))
}

/// The remainder of a big-endian number by `modulus`, which is not zero.
pub(super) fn remainder(number: &[u8], modulus: u32) -> u32 {
    let modulus = u64::from(modulus.max(1));
    let rest = number.chunks(4).fold(0u64, |rest, chunk| {
        // Below 2³² shifted by at most 32 bits: no overflow.
        let (value, shift) = chunk.iter().fold((0u64, 0u32), |(value, shift), octet| {
            ((value << 8) | u64::from(*octet), shift.saturating_add(8))
        });
        ((rest << shift) | value) % modulus
    });
    u32::try_from(rest).unwrap_or_default()
}

pub(super) fn is_divisible(number: &[u8], prime: u32) -> bool {
    remainder(number, prime) == 0
}
