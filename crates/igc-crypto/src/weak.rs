//! Known-bad RSA keys, recognised from the public key alone.
//!
//! Start at [`weaknesses`]. Each check is a fact about the modulus or the exponent, not a guess: what is reported is either against a
//! rule or breakable, up to the odds that [`Weakness`] states.
//!
//! Not here: Debian's predictable keys (CVE-2008-0166). They can only be told by a list of all of them, and no maintained crate
//! carries one. Nor keys that share a prime with another: that takes all other keys.

mod fermat;
mod residue;
mod roca;

use crate::public_key::bit_length;
use igc_x509::{Error, SubjectPublicKeyInfo};
use residue::{is_divisible, small_primes};

/// Why an RSA key should not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Weakness {
    /// The modulus has fewer bits than the 2048 asked for since 2014 (CA/Browser Forum BR §6.1.5, ANSSI RGS B1).
    ShortModulus {
        /// Bits of the modulus.
        bits: u32,
    },
    /// The modulus has more bits than verifiers take (8192).
    LongModulus {
        /// Bits of the modulus.
        bits: u32,
    },
    /// The modulus has this small prime factor: it is no product of two large primes.
    SmallFactor {
        /// The factor, a prime below 10 000.
        prime: u32,
    },
    /// The public exponent is even or 1: nothing signed with the key can be verified.
    InvalidExponent,
    /// The public exponent is below 65 537 (NIST SP 800-56B §6.2): it makes faults in padding checks exploitable.
    SmallExponent {
        /// The exponent.
        exponent: u32,
    },
    /// The modulus carries the fingerprint of Infineon's RSALib (ROCA, CVE-2017-15361): it can be factored.
    ///
    /// A good modulus carries it once in 2²⁷ times or less.
    Roca,
    /// The two primes are so close together that Fermat's method found them (CVE-2022-26320).
    ClosePrimes,
    /// The octets of the modulus repeat, or stay the same over more than twelve octets: made by hand or by a broken generator.
    Pattern,
}

impl Weakness {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ShortModulus { .. } => "crypto.weak.short-modulus",
            Self::LongModulus { .. } => "crypto.weak.long-modulus",
            Self::SmallFactor { .. } => "crypto.weak.small-factor",
            Self::InvalidExponent => "crypto.weak.invalid-exponent",
            Self::SmallExponent { .. } => "crypto.weak.small-exponent",
            Self::Roca => "crypto.weak.roca",
            Self::ClosePrimes => "crypto.weak.close-primes",
            Self::Pattern => "crypto.weak.pattern",
        }
    }
}

/// Everything that is wrong with a public key; empty for a good one, and for a key that is not RSA.
///
/// # Errors
/// When an RSA key is malformed.
pub fn weaknesses(key: &SubjectPublicKeyInfo<'_>) -> Result<Vec<Weakness>, Error> {
    Ok(key.rsa()?.map_or_else(Vec::new, |rsa| rsa_weaknesses(rsa.modulus, rsa.public_exponent)))
}

/// Everything that is wrong with an RSA key; both numbers big-endian, leading zeros allowed.
///
/// A modulus of more than 16 384 bits is not looked at further than its length.
#[must_use]
pub fn rsa_weaknesses(modulus: &[u8], exponent: &[u8]) -> Vec<Weakness> {
    let (modulus, exponent) = (trim(modulus), trim(exponent));
    let mut found = Vec::new();
    let bits = bit_length(modulus);
    if bits < 2048 {
        found.push(Weakness::ShortModulus { bits });
    }
    if bits > 8192 {
        found.push(Weakness::LongModulus { bits });
    }
    exponent_weakness(exponent, &mut found);
    if bits <= 16_384 {
        let factor = small_primes().find(|prime| is_divisible(modulus, *prime));
        found.extend(factor.map(|prime| Weakness::SmallFactor { prime }));
        if roca::has_fingerprint(modulus) {
            found.push(Weakness::Roca);
        }
        // An even or tiny number has no two close odd primes to look for.
        if factor.is_none() && fermat::has_close_factors(modulus) {
            found.push(Weakness::ClosePrimes);
        }
        if has_pattern(modulus) {
            found.push(Weakness::Pattern);
        }
    }
    found
}

fn exponent_weakness(exponent: &[u8], found: &mut Vec<Weakness>) {
    let is_odd = exponent.last().is_some_and(|octet| octet % 2 == 1);
    let value = exponent
        .iter()
        .fold(0u64, |value, octet| value.saturating_mul(256).saturating_add(u64::from(*octet)));
    if !is_odd || value == 1 {
        found.push(Weakness::InvalidExponent);
    } else if let Ok(exponent) = u32::try_from(value)
        && exponent < 65_537
    {
        found.push(Weakness::SmallExponent { exponent });
    }
}

/// Random octets do either less than once in 2⁹⁰ times.
fn has_pattern(modulus: &[u8]) -> bool {
    // The ends are left out: generators set the first bits, and the last.
    let Some(inner) = modulus.get(1..modulus.len().saturating_sub(1)) else { return false };
    let mut run = 0u32;
    for pair in inner.windows(2) {
        run = if pair.first() == pair.last() { run.saturating_add(1) } else { 0 };
        if run >= 12 {
            return true;
        }
    }
    // A period that is seen at least twice over.
    let longest = inner.len() / 2;
    (1..=longest).any(|period| {
        inner.len() > 24 && inner.iter().zip(inner.iter().skip(period)).all(|(a, b)| a == b)
    })
}

fn trim(magnitude: &[u8]) -> &[u8] {
    let zeros = magnitude.iter().take_while(|octet| **octet == 0).count();
    magnitude.get(zeros..).unwrap_or_default()
}

#[cfg(test)]
mod tests;
