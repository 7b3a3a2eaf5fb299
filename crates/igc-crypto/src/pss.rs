//! EMSA-PSS verification (RFC 8017 §9.1.2) for any pair of hashes and any salt length.
//!
//! The libraries below tie the hash of the mask to that of the message; certificates in the field do not. Only public data pass
//! here, so nothing need be constant in time.

use crate::scheme::Pss;
use crate::{Digest as _, DigestAlgorithm, RustCrypto};

/// Whether `encoded`, the octets the RSA operation gave for a modulus of `modulus_bits`, is the encoding of `message`.
pub(crate) fn holds(pss: Pss, message: &[u8], encoded: &[u8], modulus_bits: u32) -> bool {
    check(pss, message, encoded, modulus_bits).is_some()
}

/// The numbered steps are those of §9.1.2.
fn check(pss: Pss, message: &[u8], encoded: &[u8], modulus_bits: u32) -> Option<()> {
    let em_bits = modulus_bits.checked_sub(1)?;
    let em_len = usize::try_from(em_bits.div_ceil(8)).ok()?;
    // §8.1.2 (2.c): where the modulus has 8k + 1 bits, EM is an octet shorter and the first must be zero.
    let (excess, em) = encoded.split_at_checked(encoded.len().checked_sub(em_len)?)?;
    require(excess.iter().all(|octet| *octet == 0))?;
    let hash_len = pss.hash.output_len();
    // (2) mHash
    let message_hash = RustCrypto.digest(pss.hash, message);
    // (3)
    require(em_len >= hash_len.checked_add(pss.salt_len)?.checked_add(2)?)?;
    // (4)
    let (last, rest) = em.split_last()?;
    require(*last == 0xbc)?;
    // (5)
    let (masked_db, hash) = rest.split_at_checked(rest.len().checked_sub(hash_len)?)?;
    // (6)
    let spare_bits = u32::try_from(em_len.checked_mul(8)?).ok()?.checked_sub(em_bits)?;
    let kept = 0xff_u8.checked_shr(spare_bits)?;
    require(masked_db.first()? & !kept == 0)?;
    // (7), (8)
    let mut db = mgf1(pss.mgf_hash, hash, masked_db.len());
    for (octet, masked) in db.iter_mut().zip(masked_db) {
        *octet ^= masked;
    }
    // (9)
    *db.first_mut()? &= kept;
    // (10)
    let (padding, salt) = db.split_at_checked(db.len().checked_sub(pss.salt_len)?)?;
    let (separator, zeros) = padding.split_last()?;
    require(*separator == 1 && zeros.iter().all(|octet| *octet == 0))?;
    // (12), (13)
    let mut again = vec![0u8; 8];
    again.extend_from_slice(&message_hash);
    again.extend_from_slice(salt);
    // (14)
    require(RustCrypto.digest(pss.hash, &again) == hash)
}

/// MGF1 (RFC 8017 §B.2.1).
fn mgf1(algorithm: DigestAlgorithm, seed: &[u8], len: usize) -> Vec<u8> {
    let mut mask = Vec::with_capacity(len.saturating_add(algorithm.output_len()));
    for counter in 0u32.. {
        if mask.len() >= len {
            break;
        }
        let mut input = seed.to_vec();
        input.extend_from_slice(&counter.to_be_bytes());
        mask.extend_from_slice(&RustCrypto.digest(algorithm, &input));
    }
    mask.truncate(len);
    mask
}

const fn require(condition: bool) -> Option<()> {
    if condition { Some(()) } else { None }
}
