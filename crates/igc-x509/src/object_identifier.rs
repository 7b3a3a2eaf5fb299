//! Object identifiers, borrowed and owned (X.690 §8.19).

use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::{Error, ErrorKind};

/// An object identifier, borrowed as its contents octets.
///
/// The constants of [`crate::oid`] can be used as patterns.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Oid<'a>(&'a [u8]);

impl<'a> Oid<'a> {
    /// Takes contents octets, without tag and length, if they are a well-formed identifier.
    #[must_use]
    pub fn from_bytes(octets: &'a [u8]) -> Option<Self> {
        Self::checked(octets)
    }

    /// The contents octets.
    #[must_use]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.0
    }

    /// Copies the identifier.
    #[must_use]
    pub fn to_owned(&self) -> OidBuf {
        OidBuf(self.0.to_vec())
    }

    /// The identifier's short name, when [`crate::oid`] lists it.
    #[must_use]
    pub fn name(&self) -> Option<&'static str> {
        crate::oid::name(*self)
    }

    /// The arcs. An arc above 64 bits ends the list (no such identifier is in use).
    pub fn arcs(&self) -> impl Iterator<Item = u64> + 'a {
        Arcs { octets: self.0, second: None, started: false }
    }

    /// For the constants, which are well formed by construction.
    pub(crate) const fn constant(octets: &'a [u8]) -> Self {
        Self(octets)
    }

    #[inline]
    pub(crate) fn checked(octets: &'a [u8]) -> Option<Self> {
        match octets {
            // PKCS#1: the algorithms of nearly every key and signature.
            [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x00..=0x7f] => Some(Self(octets)),
            [.., 0x00..=0x7f] if well_formed(octets) => Some(Self(octets)),
            _ => None,
        }
    }
}

/// No subidentifier starts with a padding octet 80 (X.690 §8.19.2).
fn well_formed(octets: &[u8]) -> bool {
    let mut previous = 0_u8;
    for octet in octets {
        if *octet == 0x80 && previous & 0x80 == 0 {
            return false;
        }
        previous = *octet;
    }
    true
}

struct Arcs<'a> {
    octets: &'a [u8],
    second: Option<u64>,
    started: bool,
}

impl Iterator for Arcs<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        if let Some(second) = self.second.take() {
            return Some(second);
        }
        let mut value = 0_u64;
        loop {
            let [octet, rest @ ..] = self.octets else { return None };
            self.octets = rest;
            if value.leading_zeros() < 7 {
                self.octets = &[];
                return None;
            }
            value = (value << 7) | u64::from(octet & 0x7f);
            if octet & 0x80 == 0 {
                break;
            }
        }
        if self.started {
            return Some(value);
        }
        // X.690 §8.19.4: the first subidentifier holds the first two arcs.
        self.started = true;
        let first = if value < 40 {
            0
        } else if value < 80 {
            1
        } else {
            2_u64
        };
        self.second = Some(value.saturating_sub(first.saturating_mul(40)));
        Some(first)
    }
}

impl fmt::Display for Oid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, arc) in self.arcs().enumerate() {
            if index > 0 {
                f.write_str(".")?;
            }
            write!(f, "{arc}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Oid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Oid({self})")
    }
}

/// An owned object identifier.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OidBuf(Vec<u8>);

impl OidBuf {
    /// Borrows the identifier.
    #[must_use]
    pub fn as_oid(&self) -> Oid<'_> {
        Oid(&self.0)
    }

    /// The contents octets.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl From<Oid<'_>> for OidBuf {
    fn from(oid: Oid<'_>) -> Self {
        oid.to_owned()
    }
}

impl PartialEq<Oid<'_>> for OidBuf {
    fn eq(&self, other: &Oid<'_>) -> bool {
        self.as_oid() == *other
    }
}

impl fmt::Display for OidBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_oid().fmt(f)
    }
}

impl fmt::Debug for OidBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_oid().fmt(f)
    }
}

/// Parses dotted text such as `2.5.4.3`; leading zeros and arcs above 64 bits are refused.
impl FromStr for OidBuf {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let mut at = 0_usize;
        let mut arcs = text.split('.').map(|word| {
            let arc = arc(word).ok_or(Error::new(ErrorKind::OidText, at));
            at = at.saturating_add(word.len()).saturating_add(1);
            arc
        });
        let end = Error::new(ErrorKind::OidText, text.len());
        let first = arcs.next().ok_or(end)??;
        let second = arcs.next().ok_or(end)??;
        if first > 2 || (first < 2 && second > 39) {
            return Err(Error::new(ErrorKind::OidText, 0));
        }
        let start = first.saturating_mul(40).checked_add(second);
        let mut octets = Vec::new();
        push_arc(&mut octets, start.ok_or(Error::new(ErrorKind::OidText, 0))?);
        for arc in arcs {
            push_arc(&mut octets, arc?);
        }
        Ok(Self(octets))
    }
}

fn arc(word: &str) -> Option<u64> {
    let canonical = word == "0" || !word.starts_with('0');
    let digits = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    if canonical && digits { word.parse().ok() } else { None }
}

fn push_arc(octets: &mut Vec<u8>, arc: u64) {
    for shift in [63_u32, 56, 49, 42, 35, 28, 21, 14, 7, 0] {
        let high = arc.checked_shr(shift).unwrap_or(0);
        if high == 0 && shift != 0 {
            continue;
        }
        let [.., low] = high.to_be_bytes();
        octets.push(if shift == 0 { low & 0x7f } else { low | 0x80 });
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn text_and_octets() {
        for (text, octets) in [
            ("2.5.4.3", &[0x55, 0x04, 0x03][..]),
            ("1.2.250.1.71.1.2.5", &[0x2a, 0x81, 0x7a, 0x01, 0x47, 0x01, 0x02, 0x05]),
            ("0.0", &[0x00]),
            ("1.39", &[0x4f]),
            ("2.999.3", &[0x88, 0x37, 0x03]),
        ] {
            let oid: OidBuf = text.parse().unwrap();
            assert_eq!(oid.as_bytes(), octets);
            assert_eq!(oid.to_string(), text);
        }
    }

    #[test]
    fn text_that_is_no_identifier() {
        for (text, position) in [
            ("", 0),
            ("2", 1),
            ("3.1", 0),
            ("1.40", 0),
            ("1..2", 2),
            ("1.02", 2),
            ("2.5.x", 4),
            ("2.5.+1", 4),
            ("2.5.99999999999999999999", 4),
            ("2.18446744073709551615", 0),
        ] {
            let error = text.parse::<OidBuf>().unwrap_err();
            assert_eq!((error.kind, error.position), (ErrorKind::OidText, position), "{text}");
        }
    }

    #[test]
    fn octets_that_are_no_identifier() {
        for octets in [&[][..], &[0x80], &[0x2a, 0x80, 0x01], &[0x2a, 0x81], &[0x80, 0x01]] {
            assert_eq!(Oid::from_bytes(octets), None, "{octets:02x?}");
        }
    }
}
