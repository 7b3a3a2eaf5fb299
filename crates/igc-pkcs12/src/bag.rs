//! `SafeContents` and `SafeBag` (RFC 7292 §4.2).

use std::borrow::Cow;

use igc_crypto::Secret;
use igc_x509::{OidBuf, oid};

use crate::attributes::Attributes;
use crate::ber::{Element, Reader, tag};
use crate::error::{P12Error, P12ErrorKind, Place, Protected};
use crate::structure::{Sealed, object_identifier, scheme};

/// One bag.
pub(crate) struct Bag<'a> {
    pub(crate) value: BagValue<'a>,
    pub(crate) attributes: Attributes,
    pub(crate) position: usize,
}

/// What a bag holds. Nested safe contents are unfolded: their bags stand in the list.
pub(crate) enum BagValue<'a> {
    /// PKCS #8 in clear, DER.
    Key(Secret),
    ShroudedKey(Sealed<'a>),
    /// An X.509 certificate.
    Certificate(Cow<'a, [u8]>),
    /// An X.509 CRL.
    Crl(Cow<'a, [u8]>),
    /// A secret of the type named; the value is a whole element.
    Secret(OidBuf, Secret),
    /// A bag, or a kind of certificate or CRL, that is not known here; the value is a whole element.
    Other(OidBuf, Secret),
}

/// Counts bags over the whole file.
pub(crate) struct BagCount(pub(crate) usize);

/// Reads the `SafeContents` of a part.
pub(crate) fn safe_contents<'a>(
    bytes: &'a [u8],
    part: usize,
    depth_left: usize,
    left: &mut BagCount,
) -> Result<Vec<Bag<'a>>, P12Error> {
    let mut reader = Reader::new(bytes, Place::SafeContents { part }, depth_left);
    let contents = reader.expect(tag::SEQUENCE)?;
    reader.finish()?;
    let mut bags = Vec::new();
    read_bags(&contents, &mut bags, left)?;
    Ok(bags)
}

fn read_bags<'a>(
    contents: &Element<'a>,
    bags: &mut Vec<Bag<'a>>,
    left: &mut BagCount,
) -> Result<(), P12Error> {
    let mut reader = contents.inside()?;
    while !reader.is_finished() {
        let bag = reader.expect(tag::SEQUENCE)?;
        left.0 = left.0.checked_sub(1).ok_or_else(|| bag.error(P12ErrorKind::TooManyBags))?;
        let mut fields = bag.inside()?;
        let id = object_identifier(&mut fields)?;
        let mut explicit = fields.expect(tag::CONTEXT_0_CONSTRUCTED)?.inside()?;
        let value = explicit.any()?;
        explicit.finish()?;
        let attributes =
            fields.optional(tag::SET)?.map(|set| Attributes::read(&set)).transpose()?;
        fields.finish()?;
        let value = match id {
            oid::KEY_BAG => BagValue::Key(value.der()?.into()),
            oid::PKCS8_SHROUDED_KEY_BAG => BagValue::ShroudedKey(encrypted_key(&value)?),
            oid::CERT_BAG => match typed(&value)? {
                (kind, Typed::Octets(der)) if kind == oid::X509_CERTIFICATE => {
                    BagValue::Certificate(der)
                }
                _ => BagValue::Other(id.into(), value.der()?.into()),
            },
            oid::CRL_BAG => match typed(&value)? {
                (kind, Typed::Octets(der)) if kind == oid::X509_CRL => BagValue::Crl(der),
                _ => BagValue::Other(id.into(), value.der()?.into()),
            },
            oid::SECRET_BAG => match typed(&value)? {
                (kind, Typed::Octets(octets)) => {
                    BagValue::Secret(kind, igc_x509::encode::octet_string(&octets).into())
                }
                (kind, Typed::Other(der)) => BagValue::Secret(kind, der.into()),
            },
            oid::SAFE_CONTENTS_BAG => {
                if value.tag != tag::SEQUENCE {
                    return Err(value.error(P12ErrorKind::Tag));
                }
                read_bags(&value, bags, left)?;
                continue;
            }
            other => BagValue::Other(other.into(), value.der()?.into()),
        };
        bags.push(Bag {
            value,
            attributes: attributes.unwrap_or_default(),
            position: bag.position,
        });
    }
    Ok(())
}

/// `EncryptedPrivateKeyInfo` (RFC 5958 §3).
fn encrypted_key<'a>(element: &Element<'a>) -> Result<Sealed<'a>, P12Error> {
    if element.tag != tag::SEQUENCE {
        return Err(element.error(P12ErrorKind::Tag));
    }
    let mut fields = element.inside()?;
    let algorithm = fields.expect(tag::SEQUENCE)?;
    let ciphertext = fields.octet_string()?;
    fields.finish()?;
    Ok(Sealed { scheme: scheme(&algorithm, Protected::Key)?, ciphertext })
}

enum Typed<'a> {
    Octets(Cow<'a, [u8]>),
    Other(Vec<u8>),
}

/// The common form of `CertBag`, `CRLBag` and `SecretBag`: a type and `[0] EXPLICIT` its value.
fn typed<'a>(element: &Element<'a>) -> Result<(OidBuf, Typed<'a>), P12Error> {
    if element.tag != tag::SEQUENCE {
        return Err(element.error(P12ErrorKind::Tag));
    }
    let mut fields = element.inside()?;
    let kind = object_identifier(&mut fields)?.into();
    let mut explicit = fields.expect(tag::CONTEXT_0_CONSTRUCTED)?.inside()?;
    fields.finish()?;
    let value = match explicit.peek() {
        Some(tag::OCTET_STRING | tag::OCTET_STRING_IN_PIECES) => {
            Typed::Octets(explicit.octet_string()?)
        }
        _ => Typed::Other(explicit.any()?.der()?),
    };
    explicit.finish()?;
    Ok((kind, value))
}
