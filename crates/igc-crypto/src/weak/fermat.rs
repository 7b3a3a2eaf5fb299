//! Fermat's factorisation, a few rounds of it: it finds primes that differ in their lower half only.

use rsa::BoxedUint;

/// Rounds tried. CVE-2022-26320's keys fall in the first; a hundred cost less than a verification.
const ROUNDS: u32 = 100;

/// Whether n = a² − b² was found with `a` among the first [`ROUNDS`] from √n up.
pub(super) fn has_close_factors(modulus: &[u8]) -> bool {
    // Room for a² with a a little above √n.
    let Some(bits) =
        u32::try_from(modulus.len()).ok().and_then(|len| len.checked_mul(8)?.checked_add(64))
    else {
        return false;
    };
    let Ok(number) = BoxedUint::from_be_slice(modulus, bits) else { return false };
    let one = BoxedUint::one_with_precision(bits);
    let mut root = number.floor_sqrt_vartime();
    if root.wrapping_mul(&root) != number {
        root = root.wrapping_add(&one);
    }
    for _ in 0..ROUNDS {
        let difference = root.wrapping_mul(&root).wrapping_sub(&number);
        if is_square(&difference) {
            return true;
        }
        root = root.wrapping_add(&one);
    }
    false
}

fn is_square(number: &BoxedUint) -> bool {
    // Squares end in 0, 1, 4 or 9 in base 16: three candidates of four are out before the costly root.
    let low = number.to_le_bytes().first().map_or(0, |octet| octet % 16);
    matches!(low, 0 | 1 | 4 | 9) && number.checked_sqrt_vartime().is_some()
}
