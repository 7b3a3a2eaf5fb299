use super::*;
use crate::{KeyGenerator as _, KeyKind, RustCrypto};
use p256::elliptic_curve::bigint::Resize as _;
use proptest::prelude::*;
use rsa::BoxedUint;

const F4: &[u8] = &[1, 0, 1];

/// n bits of noise that repeats from run to run, first and last bit set.
fn noise(seed: u64, octets: usize) -> Vec<u8> {
    let mut state = seed;
    let mut out: Vec<u8> = (0..octets)
        .map(|_| {
            // splitmix64
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            u8::try_from((z ^ (z >> 31)) >> 56).unwrap()
        })
        .collect();
    out[0] |= 0x80;
    *out.last_mut().unwrap() |= 1;
    out
}

fn number(octets: &[u8]) -> BoxedUint {
    BoxedUint::from_be_slice(octets, u32::try_from(octets.len()).unwrap() * 8).unwrap()
}

/// A number ≡ 65537^power modulo the product of 2 and the listed primes, as the library's moduli are.
fn roca_like(power: u32, seed: u64) -> Vec<u8> {
    let bits = 2048;
    let product =
        roca::PRIMES.iter().fold(BoxedUint::from(2u32).resize_unchecked(bits), |product, prime| {
            product.wrapping_mul(BoxedUint::from(*prime))
        });
    let product = product.to_nz().unwrap();
    let mut residue = BoxedUint::one_with_precision(bits);
    for _ in 0..power {
        residue = residue.wrapping_mul(BoxedUint::from(65_537u32)).rem_vartime(&product);
    }
    let k = number(&noise(seed, 256 - 32)).resize_unchecked(bits);
    k.wrapping_mul(product.as_ref()).wrapping_add(&residue).to_be_bytes().to_vec()
}

/// A modulus with this much more to `q` than to `p`; neither need be prime for Fermat.
fn close(gap: u32) -> Vec<u8> {
    let p = number(&noise(7, 128)).resize_unchecked(2048);
    p.wrapping_mul(p.wrapping_add(BoxedUint::from(gap))).to_be_bytes().to_vec()
}

#[test]
fn a_good_key_has_no_weakness() {
    let key = RustCrypto.generate(KeyKind::Rsa2048).unwrap();
    let spki = SubjectPublicKeyInfo::parse(key.public_key_der()).unwrap();
    assert_eq!(weaknesses(&spki), Ok(Vec::new()));
    let key = RustCrypto.generate(KeyKind::P256).unwrap();
    let spki = SubjectPublicKeyInfo::parse(key.public_key_der()).unwrap();
    assert_eq!(weaknesses(&spki), Ok(Vec::new()));
}

#[test]
fn the_listed_primes_are_the_first_after_two() {
    let first: Vec<u32> = small_primes().skip(1).take(38).collect();
    assert_eq!(first, roca::PRIMES);
    assert_eq!(small_primes().count(), 1229);
}

#[test]
fn roca_is_recognised_whatever_the_power() {
    for power in [1, 2, 3, 100, 12_345] {
        let modulus = roca_like(power, u64::from(power));
        assert!(rsa_weaknesses(&modulus, F4).contains(&Weakness::Roca), "{power}");
        // One more is no power any longer.
        let mut other = modulus;
        *other.last_mut().unwrap() ^= 2;
        assert!(!rsa_weaknesses(&other, F4).contains(&Weakness::Roca), "{power}");
    }
}

/// The odds that a random number carries the fingerprint, from the sizes of the groups; then none of thousands does.
#[test]
fn roca_has_practically_no_false_alarm() {
    let odds: f64 = roca::PRIMES
        .iter()
        .map(|prime| {
            f64::from(u32::try_from(roca::powers(*prime).count()).unwrap()) / f64::from(prime - 1)
        })
        .product();
    assert!(odds < 2f64.powi(-27), "2^{}", odds.log2());
    assert!((0..5000).all(|seed| !roca::has_fingerprint(&noise(seed, 256))));
}

#[test]
fn close_primes_are_found_and_distant_ones_are_not() {
    for gap in [0, 2, 100, 1_000_000] {
        assert!(rsa_weaknesses_of_product(&close(gap)), "{gap}");
    }
    assert!((0..20).all(|seed| !fermat::has_close_factors(&noise(seed, 256))));
}

fn rsa_weaknesses_of_product(modulus: &[u8]) -> bool {
    fermat::has_close_factors(modulus)
}

#[test]
fn each_rule_is_reported_by_itself() {
    // Without a small factor or close primes, by the two tests above.
    let good =
        (0..).map(|seed| noise(seed, 256)).find(|n| rsa_weaknesses(n, F4).is_empty()).unwrap();
    assert_eq!(rsa_weaknesses(&good, &[3]), [Weakness::SmallExponent { exponent: 3 }]);
    assert_eq!(rsa_weaknesses(&good, &[1]), [Weakness::InvalidExponent]);
    assert_eq!(rsa_weaknesses(&good, &[1, 0, 0]), [Weakness::InvalidExponent]);
    assert_eq!(rsa_weaknesses(&good, &[]), [Weakness::InvalidExponent]);
    assert_eq!(rsa_weaknesses(&good, &[1, 0, 0, 0, 1]), []);
    let mut padded = vec![0];
    padded.extend(&good);
    assert_eq!(rsa_weaknesses(&padded, &[0, 1, 0, 1]), []);
    let mut even = good.clone();
    *even.last_mut().unwrap() &= 0xfe;
    assert_eq!(rsa_weaknesses(&even, F4), [Weakness::SmallFactor { prime: 2 }]);
    let mut run = good.clone();
    run[20..34].fill(0);
    assert!(rsa_weaknesses(&run, F4).contains(&Weakness::Pattern));
    let repeated: Vec<u8> = good[..32].iter().copied().cycle().take(256).collect();
    assert!(rsa_weaknesses(&repeated, F4).contains(&Weakness::Pattern));
    assert!(rsa_weaknesses(&good[..128], F4).contains(&Weakness::ShortModulus { bits: 1024 }));
    assert!(rsa_weaknesses(&noise(1, 2048), F4).contains(&Weakness::LongModulus { bits: 16_384 }));
    assert_eq!(rsa_weaknesses(&[], F4)[0], Weakness::ShortModulus { bits: 0 });
}

proptest! {
    #[test]
    fn residues_are_those_of_the_library(octets in prop::collection::vec(any::<u8>(), 1..40), modulus in 1u32..) {
        let wide = number(&octets).resize_unchecked(320);
        let nonzero = BoxedUint::from(modulus).resize_unchecked(320).to_nz().unwrap();
        let expected = wide.rem_vartime(&nonzero);
        prop_assert_eq!(BoxedUint::from(residue::remainder(&octets, modulus)).resize_unchecked(320), expected);
    }

    #[test]
    fn any_numbers_are_judged(modulus in prop::collection::vec(any::<u8>(), 0..80), exponent in prop::collection::vec(any::<u8>(), 0..12)) {
        let _ = rsa_weaknesses(&modulus, &exponent);
    }
}
