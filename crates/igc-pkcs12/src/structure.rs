//! `PFX`, `MacData` and `AuthenticatedSafe` (RFC 7292 §4, §4.1): the two outer layers, without any cryptography.

use std::borrow::Cow;

use igc_crypto::pbe::{EncryptionScheme, MacScheme};
use igc_x509::{Oid, OidBuf, oid};

use crate::ber::{Element, Reader, tag};
use crate::budget::Budget;
use crate::error::{P12Error, P12ErrorKind, Place, Protected};

/// The file taken apart as far as that goes without a password.
pub(crate) struct Outer<'a> {
    /// What the MAC is computed over: the octets of the `AuthenticatedSafe`.
    pub(crate) authenticated_safe: Cow<'a, [u8]>,
    pub(crate) mac: Option<Mac>,
    depth_left: usize,
}

/// `MacData` (RFC 7292 §4).
pub(crate) struct Mac {
    pub(crate) scheme: Result<MacScheme, P12Error>,
    pub(crate) digest: Vec<u8>,
    pub(crate) position: usize,
}

/// One `ContentInfo` of the `AuthenticatedSafe`.
pub(crate) struct Part<'a> {
    pub(crate) content: PartContent<'a>,
    pub(crate) position: usize,
}

/// How a part is protected.
pub(crate) enum PartContent<'a> {
    /// Type data: `SafeContents` in clear.
    Clear(Cow<'a, [u8]>),
    /// Type encryptedData: `SafeContents` under the password.
    Encrypted(Sealed<'a>),
    /// Another type, such as envelopedData (RFC 7292 §3.1, public-key privacy mode).
    Other(OidBuf),
}

/// A ciphertext and what it asks for.
pub(crate) struct Sealed<'a> {
    pub(crate) scheme: Result<EncryptionScheme, P12Error>,
    pub(crate) ciphertext: Cow<'a, [u8]>,
}

impl<'a> Outer<'a> {
    pub(crate) fn read(bytes: &'a [u8], budget: &Budget) -> Result<Self, P12Error> {
        if bytes.len() > budget.max_bytes {
            return Err(P12Error::making(P12ErrorKind::TooLong));
        }
        let mut file = Reader::new(bytes, Place::File, budget.max_depth);
        let not_pkcs12 =
            || P12Error::making(P12ErrorKind::NotPkcs12 { looks_like: looks_like(bytes) });
        if file.peek() != Some(tag::SEQUENCE) {
            return Err(not_pkcs12());
        }
        let pfx = file.any()?;
        let mut fields = pfx.inside()?;
        if fields.peek() != Some(tag::INTEGER) {
            return Err(not_pkcs12());
        }
        let version = fields.any()?;
        // PKCS #1, PKCS #8 and SEC 1 keys begin with an INTEGER as well, of another value.
        if version.contents != [3] {
            let kind = if fields.peek() == Some(tag::SEQUENCE) && looks_like(bytes).is_none() {
                P12ErrorKind::Version
            } else {
                return Err(not_pkcs12());
            };
            return Err(version.error(kind));
        }
        let auth_safe = fields.expect(tag::SEQUENCE)?;
        let mut content_info = auth_safe.inside()?;
        let content_type = object_identifier(&mut content_info)?;
        match content_type {
            oid::ID_DATA => {}
            oid::ID_SIGNED_DATA => return Err(auth_safe.error(P12ErrorKind::PublicKeyIntegrity)),
            _ => return Err(auth_safe.error(P12ErrorKind::Value)),
        }
        let explicit = content_info.expect(tag::CONTEXT_0_CONSTRUCTED)?;
        content_info.finish()?;
        let mut explicit = explicit.inside()?;
        let authenticated_safe = explicit.octet_string()?;
        explicit.finish()?;
        let mac = fields.optional(tag::SEQUENCE)?.map(|element| mac_data(&element)).transpose()?;
        fields.finish()?;
        file.finish()?;
        Ok(Self { authenticated_safe, mac, depth_left: pfx.depth_left().saturating_sub(3) })
    }

    /// The parts of the `AuthenticatedSafe`, in order.
    pub(crate) fn parts(&self) -> Result<Vec<Part<'_>>, P12Error> {
        let mut reader =
            Reader::new(&self.authenticated_safe, Place::AuthenticatedSafe, self.depth_left);
        let mut content_infos = reader.expect(tag::SEQUENCE)?.inside()?;
        reader.finish()?;
        let mut parts = Vec::new();
        while !content_infos.is_finished() {
            parts.push(part(&content_infos.expect(tag::SEQUENCE)?)?);
        }
        Ok(parts)
    }

    /// What nesting the budget allows in a layer inside the `AuthenticatedSafe`.
    pub(crate) const fn depth_left(&self) -> usize {
        self.depth_left
    }
}

fn mac_data(element: &Element<'_>) -> Result<Mac, P12Error> {
    let mut fields = element.inside()?;
    let mut digest_info = fields.expect(tag::SEQUENCE)?.inside()?;
    let algorithm = digest_info.expect(tag::SEQUENCE)?.der()?;
    let digest = digest_info.octet_string()?.into_owned();
    digest_info.finish()?;
    let salt = fields.octet_string()?;
    let iterations = if fields.is_finished() { 1 } else { fields.unsigned()? };
    fields.finish()?;
    let scheme = MacScheme::from_mac_data(&algorithm, &salt, iterations).map_err(|error| {
        P12Error::from_pbe(error, Protected::Integrity, Place::File, element.position)
    });
    Ok(Mac { scheme, digest, position: element.position })
}

fn part<'a>(element: &Element<'a>) -> Result<Part<'a>, P12Error> {
    let mut fields = element.inside()?;
    let content_type = object_identifier(&mut fields)?;
    let content = match content_type {
        oid::ID_DATA => {
            let mut explicit = fields.expect(tag::CONTEXT_0_CONSTRUCTED)?.inside()?;
            let contents = explicit.octet_string()?;
            explicit.finish()?;
            PartContent::Clear(contents)
        }
        oid::ID_ENCRYPTED_DATA => {
            let mut explicit = fields.expect(tag::CONTEXT_0_CONSTRUCTED)?.inside()?;
            let encrypted = explicit.expect(tag::SEQUENCE)?;
            explicit.finish()?;
            PartContent::Encrypted(encrypted_data(&encrypted)?)
        }
        other => {
            // What is inside is another format's business.
            while !fields.is_finished() {
                fields.any()?;
            }
            PartContent::Other(other.into())
        }
    };
    fields.finish()?;
    Ok(Part { content, position: element.position })
}

/// `EncryptedData` (RFC 5652 §8); unprotected attributes are passed over.
fn encrypted_data<'a>(element: &Element<'a>) -> Result<Sealed<'a>, P12Error> {
    let mut fields = element.inside()?;
    fields.unsigned()?;
    let info = fields.expect(tag::SEQUENCE)?;
    let mut info_fields = info.inside()?;
    object_identifier(&mut info_fields)?;
    let algorithm = info_fields.expect(tag::SEQUENCE)?;
    // [0] IMPLICIT OCTET STRING, in one piece or in several.
    let content = info_fields.any()?;
    let ciphertext = match content.tag {
        tag::CONTEXT_0 => Cow::Borrowed(content.contents),
        tag::CONTEXT_0_CONSTRUCTED => Cow::Owned(content.joined()?),
        _ => return Err(content.error(P12ErrorKind::Tag)),
    };
    info_fields.finish()?;
    Ok(Sealed { scheme: scheme(&algorithm, Protected::Contents)?, ciphertext })
}

/// The inner result: an algorithm that cannot be used, in a structure that can be read.
pub(crate) fn scheme(
    algorithm: &Element<'_>,
    of: Protected,
) -> Result<Result<EncryptionScheme, P12Error>, P12Error> {
    let place = algorithm.error(P12ErrorKind::Value).place;
    Ok(EncryptionScheme::from_der(&algorithm.der()?)
        .map_err(|error| P12Error::from_pbe(error, of, place, algorithm.position)))
}

pub(crate) fn object_identifier<'a>(reader: &mut Reader<'a>) -> Result<Oid<'a>, P12Error> {
    let element = reader.expect(tag::OBJECT_IDENTIFIER)?;
    Oid::from_bytes(element.contents).ok_or_else(|| element.error(P12ErrorKind::Value))
}

/// Names the usual files that are handed in instead.
fn looks_like(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xfe, 0xed, 0xfe, 0xed, ..] => Some("a Java key store (JKS)"),
        [0xce, 0xce, 0xce, 0xce, ..] => Some("a Java key store (JCEKS)"),
        _ if bytes.trim_ascii_start().starts_with(b"-----BEGIN ") => Some("PEM"),
        _ if bytes.trim_ascii_start().starts_with(b"Bag Attributes") => Some("PEM"),
        _ if igc_x509::Certificate::parse(bytes).is_ok() => Some("a certificate in DER"),
        // PKCS #8 (RFC 5958 §2), PKCS #1 (RFC 8017 §A.1.2), SEC 1 (RFC 5915 §3).
        _ => private_key(bytes).then_some("a private key in DER"),
    }
}

fn private_key(bytes: &[u8]) -> bool {
    let mut reader = Reader::new(bytes, Place::File, 4);
    let Ok(mut fields) = reader.expect(tag::SEQUENCE).and_then(|key| key.inside()) else {
        return false;
    };
    let version = fields.unsigned();
    let second = fields.any().map(|element| element.tag);
    let third = fields.any().map(|element| element.tag);
    matches!(
        (version, second, third),
        (Ok(0 | 1), Ok(tag::SEQUENCE), Ok(tag::OCTET_STRING))
            | (Ok(0), Ok(tag::INTEGER), Ok(tag::INTEGER))
            | (Ok(1), Ok(tag::OCTET_STRING), _)
    )
}
