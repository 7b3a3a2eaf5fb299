//! The fingerprint of Infineon's RSALib.
//!
//! M. Nemec, M. Sys, P. Svenda, D. Klinec, V. Matyas: *The Return of Coppersmith's Attack: Practical Factorization of Widely Used RSA
//! Moduli*, CCS 2017, §2.2: the library's primes are p = k·M + (65537ᵃ mod M), M the product of the first primes; so the modulus is a
//! power of 65537 modulo M, and modulo each prime of M. M holds at least the first 39 primes (2 to 167), for the shortest keys.

use super::residue::remainder;

/// The primes of M for keys of 512 bits and more; 2 tells nothing.
pub(super) const PRIMES: [u32; 38] = [
    3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
    101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/// Whether `modulus` is a power of 65537 modulo every prime of the list.
pub(super) fn has_fingerprint(modulus: &[u8]) -> bool {
    PRIMES.iter().all(|prime| is_power_of_65537(remainder(modulus, *prime), *prime))
}

/// Whether `residue` lies in the group that 65537 generates modulo `prime`.
pub(super) fn is_power_of_65537(residue: u32, prime: u32) -> bool {
    powers(prime).any(|power| power == residue)
}

/// 65537⁰, 65537¹, … modulo `prime`, once round.
pub(super) fn powers(prime: u32) -> impl Iterator<Item = u32> {
    let generator = 65_537 % prime.max(1);
    core::iter::successors(Some(1u32), move |power| {
        // Both below 168.
        let next = power.saturating_mul(generator) % prime.max(1);
        (next != 1).then_some(next)
    })
}
