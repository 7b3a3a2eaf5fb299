//! Certificate serial numbers (RFC 5280 §4.1.2.2).

use core::fmt;

/// A certificate's serial number: the contents octets of its INTEGER, as encoded.
///
/// Two serial numbers are equal exactly when their octets are, since DER has one form for each.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SerialNumber<'a>(&'a [u8]);

impl<'a> SerialNumber<'a> {
    /// From the contents octets of an INTEGER, if they are in its shortest form.
    #[must_use]
    pub const fn from_bytes(octets: &'a [u8]) -> Option<Self> {
        match octets {
            [] | [0x00, 0x00..=0x7f, ..] | [0xff, 0x80..=0xff, ..] => None,
            octets => Some(Self(octets)),
        }
    }

    pub(crate) const fn new(octets: &'a [u8]) -> Self {
        Self(octets)
    }

    /// The INTEGER's contents octets, two's complement: a leading 00 is there when the next bit is 1.
    #[must_use]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.0
    }

    /// The value below zero, which RFC 5280 forbids.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        matches!(self.0, [0x80..=0xff, ..])
    }

    /// The value zero, which RFC 5280 forbids.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        matches!(self.0, [0])
    }

    /// Positive and at most 20 octets, as RFC 5280 §4.1.2.2 asks of issuers. Parsing accepts the
    /// others, since the same section asks users to handle them gracefully.
    #[must_use]
    pub const fn is_conforming(&self) -> bool {
        !self.is_negative() && !self.is_zero() && self.0.len() <= 20
    }
}

/// Lower-case hexadecimal of the magnitude's octets, without the sign octet: `11c9d614…`;
/// a negative number shows its two's complement octets after a minus sign.
impl fmt::Display for SerialNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let octets = match self.0 {
            [0, rest @ ..] if !rest.is_empty() => rest,
            octets => octets,
        };
        if self.is_negative() {
            f.write_str("-")?;
        }
        octets.iter().try_for_each(|octet| write!(f, "{octet:02x}"))
    }
}

impl fmt::Debug for SerialNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SerialNumber({self})")
    }
}
