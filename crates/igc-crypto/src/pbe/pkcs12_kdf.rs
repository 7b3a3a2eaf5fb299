//! The key derivation of PKCS #12 (RFC 7292 §B.2): old, tied to its hash, and still under every legacy file.

use zeroize::Zeroizing;

use super::hash::HashKind;
use super::rounds::rehash;

/// What the octets are for (RFC 7292 §B.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Key,
    Iv,
    Mac,
}

impl Purpose {
    const fn id(self) -> u8 {
        match self {
            Self::Key => 1,
            Self::Iv => 2,
            Self::Mac => 3,
        }
    }
}

/// Derives `output_bytes` octets; `password` is the BMPString with its terminator.
pub(super) fn pkcs12_kdf(
    hash: HashKind,
    purpose: Purpose,
    password: &[u8],
    salt: &[u8],
    iterations: u64,
    output_bytes: usize,
) -> Zeroizing<Vec<u8>> {
    let v = hash.block_len();
    let diversifier = vec![purpose.id(); v];
    // Steps 2 to 4: salt and password, each repeated to whole blocks; an empty one stays empty.
    let mut input = Zeroizing::new(Vec::with_capacity(salt.len() + password.len() + 2 * v));
    for text in [salt, password] {
        input.extend(text.iter().cycle().take(text.len().div_ceil(v) * v));
    }

    let mut out = Zeroizing::new(Vec::with_capacity(output_bytes + hash.output_len()));
    let mut a = Zeroizing::new(Vec::with_capacity(hash.output_len()));
    loop {
        // Step 6 A: A_i = H^r (D || I).
        hash.digest_into(&[&diversifier, &input], &mut a);
        rehash(hash, &mut a, iterations.saturating_sub(1));
        out.extend_from_slice(&a);
        if out.len() >= output_bytes {
            out.truncate(output_bytes);
            return out;
        }
        // Steps 6 B and C: I_j = (I_j + B + 1) mod 2^v, B being A_i repeated to one block.
        let b: Zeroizing<Vec<u8>> = Zeroizing::new(a.iter().copied().cycle().take(v).collect());
        for block in input.chunks_mut(v) {
            let mut carry = 1u16;
            for (octet, add) in block.iter_mut().zip(b.iter()).rev() {
                let sum = u16::from(*octet) + u16::from(*add) + carry;
                let [high, low] = sum.to_be_bytes();
                *octet = low;
                carry = u16::from(high);
            }
        }
    }
}
