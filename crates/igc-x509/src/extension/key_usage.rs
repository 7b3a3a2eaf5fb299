//! What a key may be used for (RFC 5280 §4.2.1.3, §4.2.1.12, §4.2.1.14 of RFC 3280).

use core::fmt;
use core::ops::BitOr;

use crate::{Error, ErrorKind, Oid, Time, list::list, oid, reader::Reader, tag};

/// The set of purposes of `keyUsage` (RFC 5280 §4.2.1.3).
///
/// Bits are kept as in the extension, the first named bit being the most significant:
/// `encode::named_bits(usage.bits())` writes the extension's value.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KeyUsage(u16);

impl KeyUsage {
    /// `digitalSignature`: signatures other than on certificates and CRLs.
    pub const DIGITAL_SIGNATURE: Self = Self(0x8000);
    /// `nonRepudiation`, also called contentCommitment.
    pub const NON_REPUDIATION: Self = Self(0x4000);
    /// `keyEncipherment`.
    pub const KEY_ENCIPHERMENT: Self = Self(0x2000);
    /// `dataEncipherment`.
    pub const DATA_ENCIPHERMENT: Self = Self(0x1000);
    /// `keyAgreement`.
    pub const KEY_AGREEMENT: Self = Self(0x0800);
    /// `keyCertSign`.
    pub const KEY_CERT_SIGN: Self = Self(0x0400);
    /// `cRLSign`.
    pub const CRL_SIGN: Self = Self(0x0200);
    /// `encipherOnly`.
    pub const ENCIPHER_ONLY: Self = Self(0x0100);
    /// `decipherOnly`.
    pub const DECIPHER_ONLY: Self = Self(0x0080);

    const NAMES: [&'static str; 9] = [
        "digitalSignature",
        "nonRepudiation",
        "keyEncipherment",
        "dataEncipherment",
        "keyAgreement",
        "keyCertSign",
        "cRLSign",
        "encipherOnly",
        "decipherOnly",
    ];

    /// From bits, the first named bit being the most significant; the seven lowest are dropped.
    #[must_use]
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits & 0xff80)
    }

    /// The bits, the first named bit being the most significant.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Whether every purpose of `other` is in the set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether some purpose of `other` is in the set.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The names of RFC 5280, in the order of the bits.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        (0_u32..)
            .zip(Self::NAMES)
            .filter(move |(bit, _)| (self.0 << bit) & 0x8000 != 0)
            .map(|(_, name)| name)
    }

    /// The set of one purpose, by its name in RFC 5280 (`contentCommitment` too).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        if name == "contentCommitment" {
            return Some(Self::NON_REPUDIATION);
        }
        let (bit, _) = (0_u32..).zip(Self::NAMES).find(|(_, known)| *known == name)?;
        0x8000_u16.checked_shr(bit).map(Self)
    }

    pub(crate) fn read(value: Reader<'_>) -> Result<Self, Error> {
        let bits = named_bits(&value)?;
        // §4.2.1.3: at least one bit must be set.
        if bits == 0 {
            return Err(value.error(ErrorKind::ExtensionValue));
        }
        Ok(Self::from_bits(bits))
    }
}

impl BitOr for KeyUsage {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl fmt::Debug for KeyUsage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

/// The contents of a named bit list: no trailing zero bit is encoded (X.690 §11.2.2).
pub(crate) fn named_bits(contents: &Reader<'_>) -> Result<u16, Error> {
    let (octets, unused) = contents.bits_contents()?;
    let trailing = octets.last().map_or(0, |last| last.trailing_zeros());
    if trailing != u32::from(unused) {
        return Err(contents.error(ErrorKind::BitString));
    }
    match octets {
        [] => Ok(0),
        [first] => Ok(u16::from_be_bytes([*first, 0])),
        // Bits above the sixteenth have no name yet.
        [first, second, ..] => Ok(u16::from_be_bytes([*first, *second])),
    }
}

/// A purpose of `extKeyUsage`.
type Purpose<'a> = Oid<'a>;

list! {
    /// The purposes of `extKeyUsage` (RFC 5280 §4.2.1.12).
    ExtendedKeyUsage of Purpose, read Reader::oid
}

impl ExtendedKeyUsage<'_> {
    /// Whether this very purpose is listed.
    #[must_use]
    pub fn contains(&self, purpose: Oid<'_>) -> bool {
        self.iter().any(|listed| listed == purpose)
    }

    /// Whether the purpose is listed, or anyExtendedKeyUsage is.
    #[must_use]
    pub fn allows(&self, purpose: Oid<'_>) -> bool {
        self.iter().any(|listed| listed == purpose || listed == oid::ANY_EXTENDED_KEY_USAGE)
    }
}

/// When the private key may be used, as opposed to the certificate (RFC 3280 §4.2.1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PrivateKeyUsagePeriod {
    /// The first second, when limited.
    pub not_before: Option<Time>,
    /// The last second, when limited.
    pub not_after: Option<Time>,
}

impl PrivateKeyUsagePeriod {
    pub(crate) fn read(mut fields: Reader<'_>) -> Result<Self, Error> {
        let start = fields;
        let not_before = moment(&mut fields, 0)?;
        let not_after = moment(&mut fields, 1)?;
        fields.finish()?;
        if not_before.is_none() && not_after.is_none() {
            return Err(start.error(ErrorKind::Empty));
        }
        Ok(Self { not_before, not_after })
    }
}

fn moment(fields: &mut Reader<'_>, number: u8) -> Result<Option<Time>, Error> {
    match fields.optional(tag::context(number))? {
        Some(contents) => Time::generalized_contents(&contents).map(Some),
        None => Ok(None),
    }
}
