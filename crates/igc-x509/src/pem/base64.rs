//! Base64 as PEM uses it (RFC 4648 §4, RFC 7468 §3). Tables would leak less of a key's octets to
//! caches than branches do; a sum of masks has neither.

use alloc::{string::String, vec::Vec};

/// Decodes, ignoring blanks; the error is the offset of the first octet at fault.
pub(super) fn decode(text: &[u8]) -> Result<Vec<u8>, usize> {
    let mut out = Vec::with_capacity(text.len().div_ceil(4).saturating_mul(3));
    let mut group = 0_u32;
    let mut sextets = 0_u8;
    let mut padding = 0_u8;
    for (at, octet) in text.iter().enumerate() {
        match octet {
            b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c => continue,
            b'=' if sextets >= 2 && sextets.saturating_add(padding) < 4 => {
                padding = padding.saturating_add(1);
                continue;
            }
            _ if padding > 0 => return Err(at),
            _ => {}
        }
        let sextet = sextet(*octet);
        if sextet < 0 {
            return Err(at);
        }
        group = (group << 6) | sextet.unsigned_abs();
        sextets = sextets.saturating_add(1);
        if sextets == 4 {
            let [_, a, b, c] = group.to_be_bytes();
            out.extend_from_slice(&[a, b, c]);
            (group, sextets) = (0, 0);
        }
    }
    match (sextets, padding) {
        (0, 0) => Ok(out),
        // The bits that do not make an octet are zero, so each value has one text only.
        (2, 2) if group & 0x0f == 0 => {
            out.push(narrow(group >> 4));
            Ok(out)
        }
        (3, 1) if group & 0x03 == 0 => {
            out.push(narrow(group >> 10));
            out.push(narrow(group >> 2));
            Ok(out)
        }
        _ => Err(text.len()),
    }
}

/// Appends the text of up to 48 octets.
pub(super) fn encode_line(octets: &[u8], out: &mut String) {
    for chunk in octets.chunks(3) {
        let (a, b, c) = match chunk {
            [a, b, c] => (*a, *b, *c),
            [a, b] => (*a, *b, 0),
            [a] => (*a, 0, 0),
            _ => return,
        };
        let group = u32::from_be_bytes([0, a, b, c]);
        for (index, shift) in [18_u32, 12, 6, 0].into_iter().enumerate() {
            if index > chunk.len() {
                out.push('=');
            } else {
                out.push(symbol(narrow(group >> shift) & 0x3f));
            }
        }
    }
}

/// The value of a symbol, or -1; the same instructions whatever the octet.
const fn sextet(octet: u8) -> i32 {
    let c = u32_to_i32(octet);
    let mut value = -1_i32;
    value = value.wrapping_add(within(c, 'A', 'Z') & c.wrapping_sub(64));
    value = value.wrapping_add(within(c, 'a', 'z') & c.wrapping_sub(70));
    value = value.wrapping_add(within(c, '0', '9') & c.wrapping_add(5));
    value = value.wrapping_add(within(c, '+', '+') & 63);
    value.wrapping_add(within(c, '/', '/') & 64)
}

/// All ones when `c` lies between the two, else zero.
const fn within(c: i32, first: char, last: char) -> i32 {
    let below = first_code(first).wrapping_sub(1).wrapping_sub(c);
    let above = c.wrapping_sub(first_code(last).wrapping_add(1));
    (below & above) >> 31
}

#[expect(clippy::as_conversions, reason = "ASCII; there is no const From")]
const fn first_code(c: char) -> i32 {
    c as i32
}

#[expect(clippy::as_conversions, reason = "widening; there is no const From")]
const fn u32_to_i32(octet: u8) -> i32 {
    octet as i32
}

/// The symbol of a value below 64; the same instructions whatever the value.
fn symbol(sextet: u8) -> char {
    let value = i32::from(sextet);
    let mut code = value.wrapping_add(65);
    code = code.wrapping_add((25_i32.wrapping_sub(value) >> 8) & 6);
    code = code.wrapping_sub((51_i32.wrapping_sub(value) >> 8) & 75);
    code = code.wrapping_sub((61_i32.wrapping_sub(value) >> 8) & 15);
    code = code.wrapping_add((62_i32.wrapping_sub(value) >> 8) & 3);
    char::from(u8::try_from(code).unwrap_or(b'='))
}

/// The lowest octet.
const fn narrow(value: u32) -> u8 {
    let [.., low] = value.to_be_bytes();
    low
}
