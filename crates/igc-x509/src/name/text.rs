//! The string types of names (X.680 §41, RFC 5280 §4.1.2.4).

use alloc::{borrow::Cow, string::String};

use crate::{ErrorKind, tag};

/// A type of character string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StringKind {
    /// UTF8String.
    Utf8,
    /// PrintableString: letters, digits, space and `'()+,-./:=?`.
    Printable,
    /// IA5String: ASCII.
    Ia5,
    /// NumericString: digits and space.
    Numeric,
    /// VisibleString: printing ASCII.
    Visible,
    /// TeletexString (T61String), read as Latin-1.
    Teletex,
    /// BMPString: UCS-2, big-endian.
    Bmp,
    /// UniversalString: UCS-4, big-endian.
    Universal,
}

impl StringKind {
    /// The string type with this identifier octet.
    #[must_use]
    pub const fn of(tag: u8) -> Option<Self> {
        Some(match tag {
            tag::UTF8_STRING => Self::Utf8,
            tag::PRINTABLE_STRING => Self::Printable,
            tag::IA5_STRING => Self::Ia5,
            tag::NUMERIC_STRING => Self::Numeric,
            tag::VISIBLE_STRING => Self::Visible,
            tag::TELETEX_STRING => Self::Teletex,
            tag::BMP_STRING => Self::Bmp,
            tag::UNIVERSAL_STRING => Self::Universal,
            _ => return None,
        })
    }

    /// The identifier octet of the type.
    #[must_use]
    pub const fn tag(self) -> u8 {
        match self {
            Self::Utf8 => tag::UTF8_STRING,
            Self::Printable => tag::PRINTABLE_STRING,
            Self::Ia5 => tag::IA5_STRING,
            Self::Numeric => tag::NUMERIC_STRING,
            Self::Visible => tag::VISIBLE_STRING,
            Self::Teletex => tag::TELETEX_STRING,
            Self::Bmp => tag::BMP_STRING,
            Self::Universal => tag::UNIVERSAL_STRING,
        }
    }

    /// The type's name in ASN.1.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF8String",
            Self::Printable => "PrintableString",
            Self::Ia5 => "IA5String",
            Self::Numeric => "NumericString",
            Self::Visible => "VisibleString",
            Self::Teletex => "TeletexString",
            Self::Bmp => "BMPString",
            Self::Universal => "UniversalString",
        }
    }
}

/// The characters of PrintableString (X.680 §41.4).
pub(crate) const fn is_printable(octet: u8) -> bool {
    octet.is_ascii_alphanumeric()
        || matches!(
            octet,
            b' ' | b'\'' | b'(' | b')' | b'+' | b',' | b'-' | b'.' | b'/' | b':' | b'=' | b'?'
        )
}

/// Whether the octets keep to the alphabet of a type whose characters are single octets.
pub(crate) fn keeps_alphabet(kind: StringKind, octets: &[u8]) -> bool {
    match kind {
        StringKind::Printable => octets.iter().copied().all(is_printable),
        StringKind::Numeric => octets.iter().all(|o| matches!(o, b' ' | b'0'..=b'9')),
        StringKind::Visible => octets.iter().all(|o| matches!(o, 0x20..=0x7e)),
        _ => true,
    }
}

/// The text of a string with this identifier octet.
pub(crate) fn decode(tag: u8, octets: &[u8]) -> Result<Cow<'_, str>, ErrorKind> {
    let kind = StringKind::of(tag).ok_or(ErrorKind::StringType)?;
    let text = match kind {
        StringKind::Utf8 => core::str::from_utf8(octets).ok().map(Cow::Borrowed),
        StringKind::Printable | StringKind::Ia5 | StringKind::Numeric | StringKind::Visible => {
            octets
                .is_ascii()
                .then(|| core::str::from_utf8(octets).ok())
                .flatten()
                .map(Cow::Borrowed)
        }
        StringKind::Teletex => Some(latin1(octets)),
        StringKind::Bmp => units::<2>(octets, |unit| u32::from(u16::from_be_bytes(unit))),
        StringKind::Universal => units::<4>(octets, u32::from_be_bytes),
    };
    text.ok_or(ErrorKind::StringContents)
}

fn latin1(octets: &[u8]) -> Cow<'_, str> {
    match core::str::from_utf8(octets) {
        Ok(text) if octets.is_ascii() => Cow::Borrowed(text),
        _ => Cow::Owned(octets.iter().copied().map(char::from).collect()),
    }
}

/// Code points of `N` octets each; surrogates are none.
fn units<const N: usize>(octets: &[u8], code: impl Fn([u8; N]) -> u32) -> Option<Cow<'_, str>> {
    let (chunks, rest) = octets.as_chunks::<N>();
    if !rest.is_empty() {
        return None;
    }
    let text: Option<String> = chunks.iter().map(|unit| char::from_u32(code(*unit))).collect();
    text.map(Cow::Owned)
}
