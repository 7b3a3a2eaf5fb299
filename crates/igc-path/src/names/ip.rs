//! IP addresses (RFC 5280 §4.2.1.6) and address ranges (§4.2.1.10).

/// Whether `range` is an address and a mask of the same length, the mask being a prefix (RFC 4632).
pub(crate) fn is_range(range: &[u8]) -> bool {
    let Some((_, mask)) = split(range) else { return false };
    let mut ended = false;
    mask.iter().all(|octet| {
        let ones = octet.leading_ones();
        let fits = !(ended && *octet != 0) && octet.count_ones() == ones;
        ended |= ones < 8;
        fits
    })
}

/// Whether `address` lies in `range`; never when one is IPv4 and the other IPv6.
pub(crate) fn is_within(address: &[u8], range: &[u8]) -> bool {
    let Some((base, mask)) = split(range) else { return false };
    address.len() == base.len()
        && address
            .iter()
            .zip(base)
            .zip(mask)
            .all(|((address, base), mask)| address & mask == base & mask)
}

fn split(range: &[u8]) -> Option<(&[u8], &[u8])> {
    match range.len() {
        8 => range.split_at_checked(4),
        32 => range.split_at_checked(16),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_is_a_prefix() {
        assert!(is_range(&[192, 0, 2, 0, 255, 255, 255, 0]));
        assert!(is_range(&[0; 8]));
        assert!(is_range(&[255; 32]));
        assert!(is_range(&[10, 0, 0, 0, 255, 192, 0, 0]));
        for range in [
            &[192, 0, 2, 0, 255, 0, 255, 0][..],
            &[192, 0, 2, 0, 255, 255, 255, 1],
            &[192, 0, 2, 0, 255, 127, 0, 0],
            &[192, 0, 2, 0, 254, 128, 0, 0],
            &[192, 0, 2, 0],
            &[0; 16],
            &[],
        ] {
            assert!(!is_range(range), "{range:?}");
        }
    }

    #[test]
    fn the_mask_says_which_bits_count() {
        let range = [192, 0, 2, 0, 255, 255, 255, 0];
        assert!(is_within(&[192, 0, 2, 77], &range));
        assert!(!is_within(&[192, 0, 3, 77], &range));
        assert!(!is_within(&[0; 16], &range));
        assert!(is_within(&[1, 2, 3, 4], &[0; 8]));
        assert!(!is_within(&[1, 2, 3, 4], &[0; 32]));
    }
}
