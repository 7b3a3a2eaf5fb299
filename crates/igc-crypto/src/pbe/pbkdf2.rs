//! PBKDF2 (RFC 8018 §5.2).

use zeroize::Zeroizing;

use super::hash::HashKind;
use super::rounds::rehmac;

/// Derives `output_bytes` octets.
pub(super) fn pbkdf2(
    prf: HashKind,
    password: &[u8],
    salt: &[u8],
    iterations: u64,
    output_bytes: usize,
) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(vec![0; output_bytes]);
    for (index, block) in (1u32..).zip(out.chunks_mut(prf.output_len())) {
        // U_1 = PRF (P, S || INT (i)), U_n = PRF (P, U_(n-1)); T_i is the exclusive or of all.
        let mut u = Zeroizing::new(prf.hmac(password, &[salt, &index.to_be_bytes()].concat()));
        let mut t = u.clone();
        rehmac(prf, password, &mut u, &mut t, iterations.saturating_sub(1));
        block.copy_from_slice(t.get(..block.len()).unwrap_or_default());
    }
    out
}
