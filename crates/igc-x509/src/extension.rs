//! The list of extensions, located in one pass (RFC 5280 §4.2).
//!
//! `Extensions` keeps the raw list and, for every identifier this crate decodes, where its
//! extension starts: looking one up costs nothing more than reading its header.

use crate::{Error, ErrorKind, Oid, oid, reader::Reader, tag};

mod constraints;
mod health;
mod key_usage;
mod locations;
mod policies;
mod typed;

pub use constraints::{
    BasicConstraints, GeneralSubtrees, NameConstraints, PolicyConstraints, PolicyMapping,
    PolicyMappings,
};
pub use health::{CardType, ProductCategory, Specialities};
pub use key_usage::{ExtendedKeyUsage, KeyUsage, PrivateKeyUsagePeriod};
pub use locations::{
    AccessDescription, AuthorityKeyIdentifier, DistributionPoint, DistributionPointName,
    DistributionPoints, InfoAccess,
};
pub use policies::{
    CertificatePolicies, DisplayText, PolicyInformation, PolicyQualifier, PolicyQualifiers,
    UserNotice,
};

pub(crate) use key_usage::named_bits;

/// How many extensions one list may hold: the quadratic search for duplicates stays bounded.
const MAX_EXTENSIONS: usize = 256;

/// One extension (RFC 5280 §4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Extension<'a> {
    /// Which extension this is.
    pub oid: Oid<'a>,
    /// Whether a user that does not know it must refuse the certificate or CRL.
    pub critical: bool,
    /// The contents of `extnValue`: the DER of the extension's own type.
    pub value: &'a [u8],
    offset: usize,
}

impl<'a> Extension<'a> {
    /// Offset of `value` in the structure that holds the extension, in bytes.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    #[inline(always)]
    fn read(list: &mut Reader<'a>) -> Result<(Self, Option<Slot>), Error> {
        let mut fields = list.expect(tag::SEQUENCE)?;
        let (oid, slot) = Self::read_oid(&mut fields)?;
        let critical = if fields.peek() == Some(tag::BOOLEAN) {
            let at = fields.position();
            // X.690 §11.5: DEFAULT FALSE is never encoded.
            if !fields.boolean()? {
                return Err(Error::new(ErrorKind::DefaultEncoded, at));
            }
            true
        } else {
            false
        };
        let value = fields.expect(tag::OCTET_STRING)?;
        fields.finish()?;
        let extension = Self { oid, critical, value: value.rest(), offset: value.position() };
        Ok((extension, slot))
    }
}

impl<'a> Extension<'a> {
    /// The identifier and its slot: a known one needs no further look.
    #[inline(always)]
    fn read_oid(fields: &mut Reader<'a>) -> Result<(Oid<'a>, Option<Slot>), Error> {
        // id-ce, below 128: most of what a certificate holds.
        if let [tag::OBJECT_IDENTIFIER, 3, 0x55, 0x1d, arc @ 0x00..=0x7f, rest @ ..] = fields.rest()
        {
            let octets = fields.rest().get(2..5).unwrap_or_default();
            fields.advance_to(rest);
            return Ok((Oid::constant(octets), Slot::of_id_ce(*arc)));
        }
        let contents = fields.expect(tag::OBJECT_IDENTIFIER)?;
        match Slot::of(Oid::constant(contents.rest())) {
            Some(slot) => Ok((Oid::constant(contents.rest()), Some(slot))),
            None => Ok((contents.oid_contents()?, None)),
        }
    }
}

/// A list of extensions, checked and located.
#[derive(Clone, Copy, Debug)]
pub struct Extensions<'a> {
    /// The contents of the SEQUENCE OF.
    list: &'a [u8],
    offset: usize,
    /// Where in `list` each known extension starts, plus one; 0 when it is absent.
    slots: [u32; Slot::COUNT],
}

impl<'a> Extensions<'a> {
    /// No extensions at all.
    pub(crate) const NONE: Self = Self { list: &[], offset: 0, slots: [0; Slot::COUNT] };

    /// Reads an `Extensions` SEQUENCE that fills `der`.
    ///
    /// # Errors
    /// When `der` is not one, holds an extension twice, or is empty.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        Self::from_list(Reader::whole(der, 0, tag::SEQUENCE)?)
    }

    /// Reads the elements of an `Extensions` SEQUENCE.
    pub(crate) fn from_list(list: Reader<'a>) -> Result<Self, Error> {
        let mut found = Self::NONE;
        found.fill(list)?;
        Ok(found)
    }

    /// Reads the elements of an `Extensions` SEQUENCE into a list that is still empty.
    pub(crate) fn fill(&mut self, list: Reader<'a>) -> Result<(), Error> {
        let octets = list.rest();
        if octets.is_empty() {
            return Err(list.error(ErrorKind::Empty));
        }
        self.list = octets;
        self.offset = list.position();
        let mut rest = list;
        let mut count = 0_usize;
        while !rest.is_empty() {
            let before = rest;
            let (extension, slot) = Extension::read(&mut rest)?;
            count = count.saturating_add(1);
            if count > MAX_EXTENSIONS {
                return Err(before.error(ErrorKind::TooManyExtensions));
            }
            let seen = match slot {
                Some(slot) => self.occupy(slot, octets.len().saturating_sub(before.rest().len())),
                None => self.iter().take(count.saturating_sub(1)).any(|e| e.oid == extension.oid),
            };
            // RFC 5280 §4.2: no more than one instance of an extension.
            if seen {
                return Err(before.error(ErrorKind::DuplicateExtension));
            }
        }
        Ok(())
    }

    /// Notes where a known extension starts; says whether it had been seen.
    #[inline]
    fn occupy(&mut self, slot: Slot, start: usize) -> bool {
        let Some(place) = self.slots.get_mut(slot.index()) else { return true };
        let seen = *place != 0;
        // Inputs are below 4 GiB.
        *place = u32::try_from(start).unwrap_or(u32::MAX).saturating_add(1);
        seen
    }

    /// Whether there is none: the field is absent.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The extensions in the order of the list.
    #[must_use]
    pub fn iter(&self) -> ExtensionsIter<'a> {
        ExtensionsIter(Reader::new(self.list, self.offset))
    }

    /// The extension with this identifier.
    #[must_use]
    pub fn find(&self, oid: Oid<'_>) -> Option<Extension<'a>> {
        match Slot::of(oid) {
            Some(slot) => self.at(slot),
            None => self.iter().find(|extension| extension.oid == oid),
        }
    }

    #[inline]
    fn at(&self, slot: Slot) -> Option<Extension<'a>> {
        let start = usize::try_from(self.slots.get(slot.index())?.checked_sub(1)?).ok()?;
        let offset = self.offset.saturating_add(start);
        let read = Extension::read(&mut Reader::new(self.list.get(start..)?, offset)).ok()?;
        Some(read.0)
    }
}

impl<'a> IntoIterator for &Extensions<'a> {
    type Item = Extension<'a>;
    type IntoIter = ExtensionsIter<'a>;

    fn into_iter(self) -> ExtensionsIter<'a> {
        self.iter()
    }
}

/// Iterator over extensions in the order of the list.
#[derive(Clone, Debug)]
pub struct ExtensionsIter<'a>(Reader<'a>);

impl<'a> Iterator for ExtensionsIter<'a> {
    type Item = Extension<'a>;

    fn next(&mut self) -> Option<Extension<'a>> {
        if self.0.is_empty() {
            return None;
        }
        // The list was checked when the view was made.
        Extension::read(&mut self.0).ok().map(|(extension, _)| extension)
    }
}

macro_rules! slots {
    ($($name:ident = $oid:path;)*) => {
        /// The extensions that are found without a search.
        #[derive(Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        enum Slot { $($name,)* }

        impl Slot {
            const COUNT: usize = [$(Self::$name,)*].len();

            /// The slots of the arc id-ce by their last number. Compile time only.
            #[expect(
                clippy::indexing_slicing,
                clippy::as_conversions,
                reason = "evaluated at compile time only: a fault stops the build"
            )]
            const fn id_ce() -> [Option<Self>; 128] {
                let mut table = [None; 128];
                $(
                    if let [0x55, 0x1d, arc @ 0..=0x7f] = $oid.as_bytes() {
                        table[*arc as usize] = Some(Self::$name);
                    }
                )*
                table
            }

            #[inline]
            fn of(oid: Oid<'_>) -> Option<Self> {
                match oid {
                    $($oid => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

slots! {
    SubjectKeyIdentifier = oid::ID_CE_SUBJECT_KEY_IDENTIFIER;
    KeyUsage = oid::ID_CE_KEY_USAGE;
    PrivateKeyUsagePeriod = oid::ID_CE_PRIVATE_KEY_USAGE_PERIOD;
    SubjectAltName = oid::ID_CE_SUBJECT_ALT_NAME;
    IssuerAltName = oid::ID_CE_ISSUER_ALT_NAME;
    BasicConstraints = oid::ID_CE_BASIC_CONSTRAINTS;
    CrlNumber = oid::ID_CE_CRL_NUMBER;
    CrlReasons = oid::ID_CE_CRL_REASONS;
    InvalidityDate = oid::ID_CE_INVALIDITY_DATE;
    DeltaCrlIndicator = oid::ID_CE_DELTA_CRL_INDICATOR;
    IssuingDistributionPoint = oid::ID_CE_ISSUING_DISTRIBUTION_POINT;
    CertificateIssuer = oid::ID_CE_CERTIFICATE_ISSUER;
    NameConstraints = oid::ID_CE_NAME_CONSTRAINTS;
    CrlDistributionPoints = oid::ID_CE_CRL_DISTRIBUTION_POINTS;
    CertificatePolicies = oid::ID_CE_CERTIFICATE_POLICIES;
    PolicyMappings = oid::ID_CE_POLICY_MAPPINGS;
    AuthorityKeyIdentifier = oid::ID_CE_AUTHORITY_KEY_IDENTIFIER;
    PolicyConstraints = oid::ID_CE_POLICY_CONSTRAINTS;
    ExtKeyUsage = oid::ID_CE_EXT_KEY_USAGE;
    FreshestCrl = oid::ID_CE_FRESHEST_CRL;
    InhibitAnyPolicy = oid::ID_CE_INHIBIT_ANY_POLICY;
    NoRevAvail = oid::ID_CE_NO_REV_AVAIL;
    AuthorityInfoAccess = oid::ID_PE_AUTHORITY_INFO_ACCESS;
    SubjectInfoAccess = oid::ID_PE_SUBJECT_INFO_ACCESS;
    CardType = oid::GIP_CPS_CARD_TYPE;
    CardId = oid::GIP_CPS_CARD_ID;
    ProductCategory = oid::GIP_CPS_PRODUCT_CATEGORY;
    Profession = oid::GIP_CPS_PROFESSION;
    Specialities = oid::GIP_CPS_SPECIALITIES;
}

impl Slot {
    /// The slot of `2.5.29.arc`.
    #[inline(always)]
    fn of_id_ce(arc: u8) -> Option<Self> {
        const TABLE: [Option<Slot>; 128] = Slot::id_ce();
        TABLE.get(usize::from(arc)).copied().flatten()
    }

    #[expect(clippy::as_conversions, reason = "the discriminant of a fieldless enum")]
    const fn index(self) -> usize {
        self as usize
    }
}
