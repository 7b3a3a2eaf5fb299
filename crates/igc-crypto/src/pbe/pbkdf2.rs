//! PBKDF2 (RFC 8018 §5.2).

use hmac::{Hmac, KeyInit as _, Mac as _};
use zeroize::{Zeroize as _, Zeroizing};

use super::hash::{HashKind, with_hash};

/// Derives `output_bytes` octets.
pub(super) fn pbkdf2(
    prf: HashKind,
    password: &[u8],
    salt: &[u8],
    iterations: u64,
    output_bytes: usize,
) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(vec![0; output_bytes]);
    with_hash!(prf, H => {
        // HMAC takes keys of any length, so there always is one.
        if let Ok(keyed) = Hmac::<H>::new_from_slice(password) {
            for (index, block) in (1u32..).zip(out.chunks_mut(prf.output_len())) {
                // U_1 = PRF (P, S || INT (i)), U_n = PRF (P, U_(n-1)); T_i is the exclusive or of all.
                let first = keyed.clone().chain_update(salt).chain_update(index.to_be_bytes());
                let mut u = first.finalize().into_bytes();
                let mut t = u;
                for _ in 1..iterations {
                    u = keyed.clone().chain_update(u).finalize().into_bytes();
                    for (sum, octet) in t.iter_mut().zip(&u) {
                        *sum ^= octet;
                    }
                }
                for (to, from) in block.iter_mut().zip(&t) {
                    *to = *from;
                }
                u.as_mut_slice().zeroize();
                t.as_mut_slice().zeroize();
            }
        }
    });
    out
}
