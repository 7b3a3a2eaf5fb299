//! Attributes of bags (RFC 7292 §4.2, RFC 2985 §5.5).

use igc_x509::{Oid, OidBuf, oid};

use crate::ber::{Element, tag};
use crate::error::P12Error;
use crate::oids;
use crate::structure::object_identifier;

/// One attribute as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its type.
    pub oid: OidBuf,
    /// Its values, each a whole DER element.
    pub values: Vec<Vec<u8>>,
}

/// The attributes of a bag, in the file's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(Vec<Attribute>);

impl Attributes {
    /// All of them, those unknown here included.
    #[must_use]
    pub fn all(&self) -> &[Attribute] {
        &self.0
    }

    /// `friendlyName`: the alias that people see. Unpaired surrogates become U+FFFD.
    #[must_use]
    pub fn friendly_name(&self) -> Option<String> {
        let contents = self.contents(oid::FRIENDLY_NAME, tag::BMP_STRING)?;
        let units = contents.chunks_exact(2).map(|pair| match pair {
            [high, low] => u16::from_be_bytes([*high, *low]),
            _ => 0,
        });
        Some(
            char::decode_utf16(units)
                .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect(),
        )
    }

    /// `localKeyID`: the same octets on a key and on its certificate.
    #[must_use]
    pub fn local_key_id(&self) -> Option<&[u8]> {
        self.contents(oid::LOCAL_KEY_ID, tag::OCTET_STRING)
    }

    /// Whether Java's attribute marks the certificate as trusted.
    #[must_use]
    pub fn is_java_trusted(&self) -> bool {
        self.find(Oid::from_bytes(oids::JAVA_TRUSTED_KEY_USAGE)).is_some()
    }

    fn find(&self, oid: Option<Oid<'_>>) -> Option<&Attribute> {
        self.0.iter().find(|attribute| Some(attribute.oid.as_oid()) == oid)
    }

    fn contents(&self, oid: Oid<'_>, tag: u8) -> Option<&[u8]> {
        let value = self.find(Some(oid))?.values.first()?;
        let element = igc_x509::Any::parse(value).ok().filter(|element| element.tag() == tag)?;
        Some(element.contents())
    }

    /// Reads `SET OF PKCS12Attribute`.
    pub(crate) fn read(set: &Element<'_>) -> Result<Self, P12Error> {
        let mut attributes = Vec::new();
        let mut reader = set.inside()?;
        while !reader.is_finished() {
            let mut fields = reader.expect(tag::SEQUENCE)?.inside()?;
            let oid = object_identifier(&mut fields)?.into();
            let mut set = fields.expect(tag::SET)?.inside()?;
            fields.finish()?;
            let mut values = Vec::new();
            while !set.is_finished() {
                values.push(set.any()?.der()?);
            }
            attributes.push(Attribute { oid, values });
        }
        Ok(Self(attributes))
    }
}
