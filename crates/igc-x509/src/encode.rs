//! Writing DER, for whoever makes names, requests, certificates and CRLs (X.690 §8, §10, §11).
//!
//! Every function returns one whole element: header and contents. What X.690 leaves open, DER
//! closes here: lengths are shortest, integers minimal, sets sorted, unused bits zero.

use alloc::vec::Vec;

use crate::{Error, ErrorKind, Oid, StringKind, Time, tag};

/// One element with the identifier octet `tag`.
#[must_use]
pub fn tlv(tag: u8, contents: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(contents.len().saturating_add(6));
    out.push(tag);
    push_length(&mut out, contents.len());
    out.extend_from_slice(contents);
    out
}

/// A SEQUENCE of the given elements.
#[must_use]
pub fn sequence<T: AsRef<[u8]>>(elements: &[T]) -> Vec<u8> {
    tlv(tag::SEQUENCE, &concat(elements))
}

/// A SET OF the given elements, in the order of X.690 §11.6.
#[must_use]
pub fn set_of<T: AsRef<[u8]>>(elements: &[T]) -> Vec<u8> {
    let mut sorted: Vec<&[u8]> = elements.iter().map(AsRef::as_ref).collect();
    sorted.sort_unstable();
    tlv(tag::SET, &concat(&sorted))
}

/// `[number] EXPLICIT` around one whole element, or `[number] IMPLICIT` over a constructed type's contents.
#[must_use]
pub fn context_constructed(number: u8, contents: &[u8]) -> Vec<u8> {
    tlv(tag::context_constructed(number & 0x1f), contents)
}

/// `[number] IMPLICIT` over a primitive type's contents.
#[must_use]
pub fn context(number: u8, contents: &[u8]) -> Vec<u8> {
    tlv(tag::context(number & 0x1f), contents)
}

/// A BOOLEAN.
#[must_use]
pub fn boolean(value: bool) -> Vec<u8> {
    tlv(tag::BOOLEAN, &[if value { 0xff } else { 0x00 }])
}

/// An INTEGER that is not negative, from its big-endian magnitude (leading zeros are dropped).
#[must_use]
pub fn unsigned_integer(magnitude: &[u8]) -> Vec<u8> {
    let zeros = magnitude.iter().take_while(|octet| **octet == 0).count();
    let magnitude = magnitude.get(zeros..).unwrap_or_default();
    let mut contents = Vec::with_capacity(magnitude.len().saturating_add(1));
    if magnitude.first().is_none_or(|first| *first >= 0x80) {
        contents.push(0);
    }
    contents.extend_from_slice(magnitude);
    tlv(tag::INTEGER, &contents)
}

/// An INTEGER that is not negative.
#[must_use]
pub fn integer(value: u64) -> Vec<u8> {
    unsigned_integer(&value.to_be_bytes())
}

/// An ENUMERATED below 128, such as a CRL reason.
#[must_use]
pub fn enumerated(value: u8) -> Vec<u8> {
    tlv(tag::ENUMERATED, &[value & 0x7f])
}

/// A BIT STRING of whole octets: a key, a signature.
#[must_use]
pub fn bit_string(octets: &[u8]) -> Vec<u8> {
    let mut contents = Vec::with_capacity(octets.len().saturating_add(1));
    contents.push(0);
    contents.extend_from_slice(octets);
    tlv(tag::BIT_STRING, &contents)
}

/// A BIT STRING of named bits: bit 0 is the most significant of `bits`; trailing zero bits are
/// dropped (X.690 §11.2.2).
#[must_use]
pub fn named_bits(bits: u16) -> Vec<u8> {
    tlv(tag::BIT_STRING, &named_bits_contents(bits))
}

/// The contents of [`named_bits`], for an IMPLICIT tag.
#[must_use]
pub fn named_bits_contents(bits: u16) -> Vec<u8> {
    let unused = u8::try_from(bits.trailing_zeros()).unwrap_or(16);
    match bits.to_be_bytes() {
        [0, 0] => alloc::vec![0],
        [first, 0] => alloc::vec![unused.saturating_sub(8), first],
        [first, second] => alloc::vec![unused, first, second],
    }
}

/// An OCTET STRING.
#[must_use]
pub fn octet_string(octets: &[u8]) -> Vec<u8> {
    tlv(tag::OCTET_STRING, octets)
}

/// A NULL.
#[must_use]
pub fn null() -> Vec<u8> {
    tlv(tag::NULL, &[])
}

/// An OBJECT IDENTIFIER.
#[must_use]
pub fn oid(oid: Oid<'_>) -> Vec<u8> {
    tlv(tag::OBJECT_IDENTIFIER, oid.as_bytes())
}

/// A character string.
///
/// # Errors
/// [`ErrorKind::StringContents`] at the first byte of `text` that the type cannot hold;
/// [`ErrorKind::StringType`] for the types nothing should be issued in (TeletexString,
/// UniversalString: RFC 5280 §4.1.2.4).
pub fn string(kind: StringKind, text: &str) -> Result<Vec<u8>, Error> {
    let fault = match kind {
        StringKind::Utf8 => None,
        StringKind::Printable => first_not(text, crate::name::is_printable),
        StringKind::Ia5 => first_not(text, |octet| octet.is_ascii()),
        StringKind::Visible => first_not(text, |octet| matches!(octet, 0x20..=0x7e)),
        StringKind::Numeric => first_not(text, |octet| matches!(octet, b' ' | b'0'..=b'9')),
        StringKind::Bmp => {
            let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            return match text.char_indices().find(|(_, c)| c.len_utf16() > 1) {
                Some((at, _)) => Err(Error::new(ErrorKind::StringContents, at)),
                None => Ok(tlv(kind.tag(), &units)),
            };
        }
        StringKind::Teletex | StringKind::Universal => {
            return Err(Error::new(ErrorKind::StringType, 0));
        }
    };
    match fault {
        Some(at) => Err(Error::new(ErrorKind::StringContents, at)),
        None => Ok(tlv(kind.tag(), text.as_bytes())),
    }
}

/// A time of a certificate or CRL: UTCTime through 2049, then GeneralizedTime (RFC 5280 §4.1.2.5).
#[must_use]
pub fn time(time: Time) -> Vec<u8> {
    if time.year() >= 2050 {
        return generalized_time(time);
    }
    let contents = digits(time);
    tlv(tag::UTC_TIME, contents.get(2..).unwrap_or_default())
}

/// A GeneralizedTime, for the fields that have no other form (RFC 5280 §4.1.2.5.2).
#[must_use]
pub fn generalized_time(time: Time) -> Vec<u8> {
    tlv(tag::GENERALIZED_TIME, &digits(time))
}

/// `YYYYMMDDHHMMSSZ`.
pub(crate) fn digits(time: Time) -> Vec<u8> {
    alloc::format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}Z",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
    .into_bytes()
}

fn first_not(text: &str, allowed: impl Fn(u8) -> bool) -> Option<usize> {
    text.bytes().position(|octet| !allowed(octet))
}

fn concat<T: AsRef<[u8]>>(elements: &[T]) -> Vec<u8> {
    let mut out = Vec::new();
    for element in elements {
        out.extend_from_slice(element.as_ref());
    }
    out
}

fn push_length(out: &mut Vec<u8>, length: usize) {
    let octets = length.to_be_bytes();
    let zeros = octets.iter().take_while(|octet| **octet == 0).count();
    let significant = octets.get(zeros..).unwrap_or_default();
    match significant {
        [] => out.push(0),
        [short @ 0..=0x7f] => out.push(*short),
        long => {
            out.push(0x80 | u8::try_from(long.len()).unwrap_or(8));
            out.extend_from_slice(long);
        }
    }
}
