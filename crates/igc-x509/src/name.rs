//! Distinguished names (RFC 5280 §4.1.2.4), compared per §7.1 and written per RFC 4514.

use alloc::borrow::Cow;

use crate::{Any, Error, ErrorKind, Oid, reader::Reader, tag};

mod buf;
mod matching;
mod rfc4514;
mod text;

pub use buf::NameBuf;
pub use rfc4514::Rfc4514;
pub use text::StringKind;

pub(crate) use text::{decode, is_printable};

/// A distinguished name: a sequence of relative distinguished names, most general first.
///
/// Its structure has been checked; the strings in it are decoded by [`Attribute::text`].
/// `==` compares octets; use [`Name::matches`] for what RFC 5280 §7.1 calls the same name.
#[derive(Clone, Copy)]
pub struct Name<'a> {
    der: &'a [u8],
    rdns: Reader<'a>,
}

impl<'a> Name<'a> {
    pub(crate) const EMPTY: Self = Self { der: &[0x30, 0x00], rdns: Reader::new(&[], 2) };

    /// Reads a `Name` that fills `der`.
    ///
    /// # Errors
    /// When `der` is not a sequence of non-empty sets of attributes.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(der, 0);
        let name = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(name)
    }

    #[inline]
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let tlv = reader.tlv(tag::SEQUENCE)?;
        check_rdns(tlv.contents)?;
        Ok(Self { der: tlv.der, rdns: tlv.contents })
    }

    /// Header and contents, as encoded.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    /// Whether the name has no relative distinguished name at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rdns.is_empty()
    }

    /// The relative distinguished names in the order of encoding: the most general first.
    #[must_use]
    pub const fn rdns(&self) -> Rdns<'a> {
        Rdns(self.rdns)
    }

    /// All attributes in the order of encoding.
    pub fn attributes(&self) -> impl Iterator<Item = Attribute<'a>> + 'a {
        self.rdns().flat_map(|rdn| rdn.attributes())
    }

    /// The attributes of one type, in the order of encoding.
    pub fn find<'n>(&self, oid: Oid<'n>) -> impl Iterator<Item = Attribute<'a>> + use<'a, 'n> {
        self.rdns().flat_map(|rdn| rdn.attributes()).filter(move |a| a.oid == oid)
    }

    /// Shows the name as RFC 4514 says: most specific first, `CN=…,O=…,C=FR`.
    #[must_use]
    pub const fn rfc4514(&self) -> Rfc4514<'a> {
        Rfc4514::new(*self)
    }

    /// Whether the two are the same name by RFC 5280 §7.1: attribute by attribute, sets as sets,
    /// ignoring case and runs of white space in strings, whatever their types.
    ///
    /// Unicode case folding is one-to-one lower-casing and there is no normalisation, which is a
    /// part of RFC 4518; TeletexString values match only octet by octet (`docs/deviations.md`).
    #[must_use]
    pub fn matches(&self, other: &Name<'_>) -> bool {
        matching::names(self, other)
    }

    /// Whether `self` lies within the subtree of `base`: `base` is a prefix of it (RFC 5280 §4.2.1.10).
    #[must_use]
    pub fn is_within(&self, base: &Name<'_>) -> bool {
        matching::is_prefix(base, self)
    }

    /// Checks what [`Name::parse`] leaves open: every string keeps to its declared type, and the
    /// elements of each set are in the order of X.690 §11.6. Real names fail this at times, such as
    /// those with `&`, `_` or `*` in a PrintableString: a finding for a linter, no reason to refuse.
    ///
    /// # Errors
    /// The first value at fault.
    pub fn check(&self) -> Result<(), Error> {
        for rdn in self.rdns() {
            let mut previous: &[u8] = &[];
            for attribute in rdn.attributes() {
                if attribute.der < previous {
                    return Err(Error::new(ErrorKind::SetOrder, attribute.offset));
                }
                previous = attribute.der;
                if attribute.kind().is_some() {
                    attribute.text()?;
                }
                if !attribute.is_conforming() {
                    return Err(Error::new(ErrorKind::StringContents, attribute.offset));
                }
            }
        }
        Ok(())
    }
}

impl PartialEq for Name<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Name<'_> {}

impl core::hash::Hash for Name<'_> {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.der.hash(state);
    }
}

impl core::fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Name({})", self.rfc4514())
    }
}

/// `SEQUENCE OF SET SIZE (1..MAX) OF SEQUENCE { type OBJECT IDENTIFIER, value ANY }`.
#[inline]
fn check_rdns(mut rdns: Reader<'_>) -> Result<(), Error> {
    while !rdns.is_empty() {
        match after_plain_rdn(rdns.rest()) {
            Some(rest) => rdns.advance_to(rest),
            None => rdns = after_rdn(rdns)?,
        }
    }
    Ok(())
}

/// What follows an RDN of the shape nearly all have, checked at a glance: one attribute whose type
/// is of the arc 2.5 and whose value is below 118 octets, so that every length is a single octet.
#[inline(always)]
fn after_plain_rdn(octets: &[u8]) -> Option<&[u8]> {
    // SET, length, SEQUENCE, length, OBJECT IDENTIFIER, 3, 0x55, an arc below 128.
    const SHAPE: u64 = 0x3100_3000_0603_5500;
    const FIXED: u64 = 0xff00_ff00_ffff_ff80;
    let (head, rest) = octets.split_first_chunk::<8>()?;
    let ([arc, kind, value], rest) = rest.split_first_chunk::<3>()?;
    let [_, set, _, pair, ..] = head;
    let lengths_agree =
        *value < 0x80 - 9 && *pair == value.wrapping_add(7) && *set == value.wrapping_add(9);
    let plain = u64::from_be_bytes(*head) & FIXED == SHAPE && *arc < 0x80 && kind & 0x1f != 0x1f;
    if plain & lengths_agree { rest.get(usize::from(*value)..) } else { None }
}

/// What follows the next RDN, whatever its shape.
#[inline(never)]
fn after_rdn(mut rdns: Reader<'_>) -> Result<Reader<'_>, Error> {
    let mut set = rdns.expect(tag::SET)?;
    if set.is_empty() {
        return Err(set.error(ErrorKind::Empty));
    }
    while !set.is_empty() {
        let mut pair = set.expect(tag::SEQUENCE)?;
        pair.oid()?;
        pair.any()?;
        pair.finish()?;
    }
    Ok(rdns)
}

/// Iterator over the relative distinguished names of a [`Name`].
#[derive(Clone, Debug)]
pub struct Rdns<'a>(Reader<'a>);

impl<'a> Iterator for Rdns<'a> {
    type Item = Rdn<'a>;

    #[inline]
    fn next(&mut self) -> Option<Rdn<'a>> {
        // Checked when the name was read; an end of input is the only error left.
        self.0.expect(tag::SET).ok().map(Rdn)
    }
}

/// A relative distinguished name: a set of one attribute, sometimes more.
#[derive(Clone, Copy, Debug)]
pub struct Rdn<'a>(Reader<'a>);

impl<'a> Rdn<'a> {
    /// Reads the elements of an RDN, which a CRL may encode under a tag of its own (RFC 5280 §4.2.1.13).
    pub(crate) fn from_elements(elements: Reader<'a>) -> Result<Self, Error> {
        if elements.is_empty() {
            return Err(elements.error(ErrorKind::Empty));
        }
        let mut rest = elements;
        while !rest.is_empty() {
            Attribute::read(&mut rest)?;
        }
        Ok(Self(elements))
    }

    /// The attributes in the order of encoding, which carries no meaning.
    #[must_use]
    pub const fn attributes(&self) -> Attributes<'a> {
        Attributes(self.0)
    }

    /// Whether the two are the same set of attributes, compared as [`Name::matches`] does.
    #[must_use]
    pub fn matches(&self, other: &Rdn<'_>) -> bool {
        matching::rdns(self, other)
    }

    /// The elements of the set, without its header.
    #[must_use]
    pub const fn contents(&self) -> &'a [u8] {
        self.0.rest()
    }
}

/// Iterator over the attributes of an [`Rdn`].
#[derive(Clone, Debug)]
pub struct Attributes<'a>(Reader<'a>);

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    #[inline]
    fn next(&mut self) -> Option<Attribute<'a>> {
        Attribute::read(&mut self.0).ok()
    }
}

/// One attribute of a name: a type and a value.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    /// The attribute's type, such as commonName.
    pub oid: Oid<'a>,
    /// The value, as encoded.
    pub value: Any<'a>,
    der: &'a [u8],
    offset: usize,
}

impl<'a> Attribute<'a> {
    #[inline]
    fn read(set: &mut Reader<'a>) -> Result<Self, Error> {
        let tlv = set.tlv(tag::SEQUENCE)?;
        let mut pair = tlv.contents;
        let oid = pair.oid()?;
        let offset = pair.position();
        let value = pair.any()?;
        pair.finish()?;
        let value = Any::of(&value);
        Ok(Self { oid, value, der: tlv.der, offset })
    }

    /// The string type of the value, `None` when it is no string.
    #[must_use]
    pub const fn kind(&self) -> Option<StringKind> {
        StringKind::of(self.value.tag())
    }

    /// The value as text.
    ///
    /// TeletexString is read as Latin-1, as everyone does. A PrintableString may hold any ASCII
    /// here: [`Attribute::is_conforming`] says whether it should.
    ///
    /// # Errors
    /// [`ErrorKind::StringType`] when it is no string, [`ErrorKind::StringContents`] when it does
    /// not decode.
    pub fn text(&self) -> Result<Cow<'a, str>, Error> {
        decode(self.value.tag(), self.value.contents())
            .map_err(|kind| Error::new(kind, self.offset))
    }

    /// Whether the value decodes and keeps to the alphabet of its declared type: an underscore in
    /// a PrintableString does not (X.680 §41.4).
    #[must_use]
    pub fn is_conforming(&self) -> bool {
        match self.kind() {
            Some(kind) => self.text().is_ok() && text::keeps_alphabet(kind, self.value.contents()),
            None => true,
        }
    }
}

#[cfg(test)]
mod tests;
