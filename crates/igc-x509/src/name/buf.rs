//! Names in the making.

use alloc::vec::Vec;

use super::{Name, StringKind};
use crate::{Error, ErrorKind, Oid, encode, reader::Reader, tag};

/// An owned name, built RDN by RDN from the most general.
///
/// ```
/// use igc_x509::{NameBuf, StringKind, oid};
/// let name = NameBuf::new()
///     .attribute(oid::ID_AT_COUNTRY_NAME, StringKind::Printable, "FR")?
///     .attribute(oid::ID_AT_COMMON_NAME, StringKind::Utf8, "Hôpital fictif")?;
/// assert_eq!(name.as_name().rfc4514().to_string(), "CN=Hôpital fictif,C=FR");
/// # Ok::<(), igc_x509::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct NameBuf {
    der: Vec<u8>,
}

impl NameBuf {
    /// The empty name.
    #[must_use]
    pub fn new() -> Self {
        Self { der: encode::sequence::<&[u8]>(&[]) }
    }

    /// Adds an RDN of one attribute.
    ///
    /// # Errors
    /// As [`encode::string`]; an empty text is [`ErrorKind::Empty`].
    pub fn attribute(self, oid: Oid<'_>, kind: StringKind, text: &str) -> Result<Self, Error> {
        self.rdn(&[(oid, kind, text)])
    }

    /// Adds an RDN of one or more attributes, encoded in the order of X.690 §11.6.
    ///
    /// # Errors
    /// As [`encode::string`]; an empty text or an empty list is [`ErrorKind::Empty`].
    pub fn rdn(mut self, attributes: &[(Oid<'_>, StringKind, &str)]) -> Result<Self, Error> {
        if attributes.is_empty() || attributes.iter().any(|(_, _, text)| text.is_empty()) {
            return Err(Error::new(ErrorKind::Empty, 0));
        }
        let mut pairs = Vec::with_capacity(attributes.len());
        for (oid, kind, text) in attributes {
            pairs.push(encode::sequence(&[encode::oid(*oid), encode::string(*kind, text)?]));
        }
        let mut rdns = Reader::new(&self.der, 0).expect(tag::SEQUENCE)?.rest().to_vec();
        rdns.extend_from_slice(&encode::set_of(&pairs));
        self.der = encode::tlv(tag::SEQUENCE, &rdns);
        Ok(self)
    }

    /// Copies a name.
    #[must_use]
    pub fn from_name(name: Name<'_>) -> Self {
        Self { der: name.der().to_vec() }
    }

    /// Borrows the name.
    #[must_use]
    pub fn as_name(&self) -> Name<'_> {
        // The octets are a name by construction; the empty one stands in for the impossible.
        Name::parse(&self.der).unwrap_or(Name::EMPTY)
    }

    /// Header and contents.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.der
    }
}

impl Default for NameBuf {
    fn default() -> Self {
        Self::new()
    }
}

impl core::fmt::Debug for NameBuf {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.as_name().fmt(f)
    }
}
