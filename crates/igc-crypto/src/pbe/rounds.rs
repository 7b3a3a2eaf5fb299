//! The loops that a password-based derivation spends its time in, on the bare compression functions.
//!
//! A generic HMAC copies and pads its state at each of 600,000 iterations. Here the message of an iteration is one block whose
//! padding never changes: an iteration is one compression (PKCS #12) or two (PBKDF2), and nothing else. SHA-512/224 and
//! SHA-512/256, which nobody uses for this, take the generic way; a test holds that both ways agree.

use hmac::{Hmac, KeyInit as _, Mac as _};
use zeroize::Zeroizing;

use super::hash::{HashKind, with_hash};

/// Replaces `digest` by its digest, `times` times over.
pub(super) fn rehash(hash: HashKind, digest: &mut Zeroizing<Vec<u8>>, times: u64) {
    match hash {
        HashKind::Sha1 => sha1_family::rehash(&SHA_1, 5, digest, times),
        HashKind::Sha224 => sha256_family::rehash(&SHA_224, 7, digest, times),
        HashKind::Sha256 => sha256_family::rehash(&SHA_256, 8, digest, times),
        HashKind::Sha384 => sha512_family::rehash(&SHA_384, 6, digest, times),
        HashKind::Sha512 => sha512_family::rehash(&SHA_512, 8, digest, times),
        HashKind::Sha512_224 | HashKind::Sha512_256 => rehash_generic(hash, digest, times),
    }
}

/// Replaces `u` by its HMAC under `key`, `times` times over, and adds (exclusive or) each value to `sum`.
pub(super) fn rehmac(hash: HashKind, key: &[u8], u: &mut [u8], sum: &mut [u8], times: u64) {
    // RFC 2104 §2: a key longer than a block is hashed first.
    let mut hashed = Zeroizing::new(Vec::new());
    let key = if key.len() > hash.block_len() {
        hash.digest_into(&[key], &mut hashed);
        &hashed
    } else {
        key
    };
    match hash {
        HashKind::Sha1 => sha1_family::rehmac(&SHA_1, 5, key, u, sum, times),
        HashKind::Sha224 => sha256_family::rehmac(&SHA_224, 7, key, u, sum, times),
        HashKind::Sha256 => sha256_family::rehmac(&SHA_256, 8, key, u, sum, times),
        HashKind::Sha384 => sha512_family::rehmac(&SHA_384, 6, key, u, sum, times),
        HashKind::Sha512 => sha512_family::rehmac(&SHA_512, 8, key, u, sum, times),
        HashKind::Sha512_224 | HashKind::Sha512_256 => rehmac_generic(hash, key, u, sum, times),
    }
}

fn rehash_generic(hash: HashKind, digest: &mut Zeroizing<Vec<u8>>, times: u64) {
    let mut next = Zeroizing::new(Vec::with_capacity(digest.len()));
    for _ in 0..times {
        hash.digest_into(&[digest], &mut next);
        core::mem::swap(digest, &mut next);
    }
}

fn rehmac_generic(hash: HashKind, key: &[u8], u: &mut [u8], sum: &mut [u8], times: u64) {
    with_hash!(hash, H => {
        // HMAC takes keys of any length, so there always is one.
        if let Ok(keyed) = Hmac::<H>::new_from_slice(key) {
            for _ in 0..times {
                let mac = keyed.clone().chain_update(&*u).finalize().into_bytes();
                for ((u, sum), octet) in u.iter_mut().zip(sum.iter_mut()).zip(&mac) {
                    *u = *octet;
                    *sum ^= octet;
                }
            }
        }
    });
}

/// The loops for the functions that share a compression function: word, octets of a word, words of the state, octets of a
/// block. `words` are those of the state that make the digest.
macro_rules! family {
    ($name:ident, $word:ty, $word_bytes:literal, $state_words:literal, $block_bytes:literal, $compress:path) => {
        mod $name {
            use zeroize::{Zeroize as _, Zeroizing};

            type State = [$word; $state_words];
            type Block = [u8; $block_bytes];

            pub(super) fn rehash(initial: &State, words: usize, digest: &mut [u8], times: u64) {
                let mut block = block_of(digest, 0);
                let mut state = *initial;
                for _ in 0..times {
                    state = *initial;
                    $compress(&mut state, core::slice::from_ref(&block));
                    put(&mut block, &state, words);
                }
                digest.copy_from_slice(block.get(..digest.len()).unwrap_or_default());
                state.zeroize();
                block.zeroize();
            }

            pub(super) fn rehmac(
                initial: &State,
                words: usize,
                key: &[u8],
                u: &mut [u8],
                sum: &mut [u8],
                times: u64,
            ) {
                let [mut inner, mut outer] = [0x36, 0x5c].map(|pad| keyed(initial, key, pad));
                let mut block = block_of(u, $block_bytes);
                let mut state = *initial;
                // Adding whole words is part of the loop; octets are put back once at the end.
                let mut total: State = [0; $state_words];
                for _ in 0..times {
                    state = inner;
                    $compress(&mut state, core::slice::from_ref(&block));
                    put(&mut block, &state, words);
                    state = outer;
                    $compress(&mut state, core::slice::from_ref(&block));
                    put(&mut block, &state, words);
                    for (total, word) in total.iter_mut().zip(&state) {
                        *total ^= word;
                    }
                }
                u.copy_from_slice(block.get(..u.len()).unwrap_or_default());
                put(&mut block, &total, words);
                for (sum, octet) in sum.iter_mut().zip(&block) {
                    *sum ^= octet;
                }
                for secret in [&mut inner, &mut outer, &mut state, &mut total] {
                    secret.zeroize();
                }
                block.zeroize();
            }

            /// The state after the block that the key and `pad` make (RFC 2104 §2).
            fn keyed(initial: &State, key: &[u8], pad: u8) -> State {
                let mut block = Zeroizing::new([pad; $block_bytes]);
                for (octet, key) in block.iter_mut().zip(key) {
                    *octet ^= key;
                }
                let mut state = *initial;
                $compress(&mut state, core::slice::from_ref(&*block));
                state
            }

            /// The last block of a message of `before` octets and then `digest` (FIPS 180-4 §5.1).
            fn block_of(digest: &[u8], before: u64) -> Block {
                let mut block = [0; $block_bytes];
                for (to, from) in block.iter_mut().zip(digest.iter().chain(&[0x80])) {
                    *to = *from;
                }
                let bits = u64::try_from(digest.len())
                    .unwrap_or_default()
                    .saturating_add(before)
                    .saturating_mul(8);
                for (to, from) in block.iter_mut().rev().zip(bits.to_be_bytes().iter().rev()) {
                    *to = *from;
                }
                block
            }

            fn put(block: &mut Block, state: &State, words: usize) {
                let (octets, _) = block.as_chunks_mut::<$word_bytes>();
                for (to, from) in octets.iter_mut().zip(state).take(words) {
                    *to = from.to_be_bytes();
                }
            }
        }
    };
}

family!(sha1_family, u32, 4, 5, 64, sha1::block_api::compress);
family!(sha256_family, u32, 4, 8, 64, sha2::block_api::compress256);
family!(sha512_family, u64, 8, 8, 128, sha2::block_api::compress512);

// Initial values: FIPS 180-4 §5.3.
const SHA_1: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
const SHA_224: [u32; 8] = [
    0xc105_9ed8,
    0x367c_d507,
    0x3070_dd17,
    0xf70e_5939,
    0xffc0_0b31,
    0x6858_1511,
    0x64f9_8fa7,
    0xbefa_4fa4,
];
const SHA_256: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];
const SHA_384: [u64; 8] = [
    0xcbbb_9d5d_c105_9ed8,
    0x629a_292a_367c_d507,
    0x9159_015a_3070_dd17,
    0x152f_ecd8_f70e_5939,
    0x6733_2667_ffc0_0b31,
    0x8eb4_4a87_6858_1511,
    0xdb0c_2e0d_64f9_8fa7,
    0x47b5_481d_befa_4fa4,
];
const SHA_512: [u64; 8] = [
    0x6a09_e667_f3bc_c908,
    0xbb67_ae85_84ca_a73b,
    0x3c6e_f372_fe94_f82b,
    0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1,
    0x9b05_688c_2b3e_6c1f,
    0x1f83_d9ab_fb41_bd6b,
    0x5be0_cd19_137e_2179,
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn both_ways_agree(
            which in 0..HashKind::ALL.len(),
            key in prop::collection::vec(any::<u8>(), 0..300),
            start in any::<u8>(),
            times in 0u64..20,
        ) {
            let hash = HashKind::ALL[which];
            let begin = vec![start; hash.output_len()];

            let mut fast = Zeroizing::new(begin.clone());
            let mut slow = Zeroizing::new(begin.clone());
            rehash(hash, &mut fast, times);
            rehash_generic(hash, &mut slow, times);
            prop_assert_eq!(&*fast, &*slow);

            let (mut fast, mut slow) = ([begin.clone(), begin.clone()], [begin.clone(), begin]);
            let [u, sum] = &mut fast;
            rehmac(hash, &key, u, sum, times);
            let [u, sum] = &mut slow;
            rehmac_generic(hash, &key, u, sum, times);
            prop_assert_eq!(fast, slow);
        }
    }
}
