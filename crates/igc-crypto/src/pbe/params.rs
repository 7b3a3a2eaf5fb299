//! Object identifiers of password-based schemes, and the little DER that their parameters need.

use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode as _, Encode as _, Reader as _, SliceReader, Tag, Tagged as _};

use super::error::{PbeError, PbeErrorKind};
use super::hash::HashKind;

// RFC 8018 appendix C.
pub(super) const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
pub(super) const PBKDF2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.12");
pub(super) const PBMAC1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.14");
pub(super) const DES_EDE3_CBC: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.3.7");
pub(super) const RC2_CBC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.3.2");
// RFC 7914 §7.
pub(super) const SCRYPT: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.11591.4.11");
// RFC 3565 §4.1.
pub(super) const AES_128_CBC: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.1.2");
pub(super) const AES_192_CBC: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.1.22");
pub(super) const AES_256_CBC: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.1.42");
// RFC 7292 appendix C.
pub(super) const SHA1_3DES: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.3");
pub(super) const SHA1_2DES: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.4");
pub(super) const SHA1_RC2_128: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.5");
pub(super) const SHA1_RC2_40: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.6");

/// HMAC (RFC 8018 §B.1) and digest (RFC 8017 §B.1, RFC 3279 §2.2.1) identifiers of each hash.
const HASHES: [(HashKind, ObjectIdentifier, ObjectIdentifier); 7] = [
    hash(HashKind::Sha1, "1.2.840.113549.2.7", "1.3.14.3.2.26"),
    hash(HashKind::Sha224, "1.2.840.113549.2.8", "2.16.840.1.101.3.4.2.4"),
    hash(HashKind::Sha256, "1.2.840.113549.2.9", "2.16.840.1.101.3.4.2.1"),
    hash(HashKind::Sha384, "1.2.840.113549.2.10", "2.16.840.1.101.3.4.2.2"),
    hash(HashKind::Sha512, "1.2.840.113549.2.11", "2.16.840.1.101.3.4.2.3"),
    hash(HashKind::Sha512_224, "1.2.840.113549.2.12", "2.16.840.1.101.3.4.2.5"),
    hash(HashKind::Sha512_256, "1.2.840.113549.2.13", "2.16.840.1.101.3.4.2.6"),
];

const fn hash(
    kind: HashKind,
    hmac: &str,
    digest: &str,
) -> (HashKind, ObjectIdentifier, ObjectIdentifier) {
    (kind, ObjectIdentifier::new_unwrap(hmac), ObjectIdentifier::new_unwrap(digest))
}

/// An `AlgorithmIdentifier` taken apart.
pub(super) struct Algorithm<'a> {
    pub(super) oid: ObjectIdentifier,
    pub(super) parameters: Option<AnyRef<'a>>,
}

impl<'a> Algorithm<'a> {
    pub(super) fn from_der(bytes: &'a [u8]) -> Result<Self, PbeError> {
        let any = AnyRef::from_der(bytes).map_err(malformed)?;
        Self::from_any(any)
    }

    pub(super) fn from_any(any: AnyRef<'a>) -> Result<Self, PbeError> {
        let mut fields = fields(any)?;
        let oid = ObjectIdentifier::decode(&mut fields).map_err(malformed)?;
        let parameters = optional(&mut fields)?;
        finish(&fields)?;
        Ok(Self { oid, parameters })
    }

    /// The fields of parameters that are a SEQUENCE.
    pub(super) fn fields(&self) -> Result<SliceReader<'a>, PbeError> {
        fields(self.parameters.ok_or(PbeErrorKind::Parameters)?)
    }

    /// Parameters absent or NULL.
    fn no_parameters(&self) -> Result<(), PbeError> {
        match self.parameters {
            Some(any) if !any.is_null() => Err(PbeErrorKind::Parameters.into()),
            _ => Ok(()),
        }
    }

    /// The hash whose HMAC this identifies.
    pub(super) fn hmac(&self) -> Result<HashKind, PbeError> {
        self.no_parameters()?;
        find(|(_, hmac, _)| *hmac == self.oid)
            .map(|(kind, ..)| kind)
            .ok_or_else(|| PbeError::unsupported(self.oid))
    }

    /// The hash that this identifies.
    pub(super) fn digest(&self) -> Result<HashKind, PbeError> {
        self.no_parameters()?;
        find(|(.., digest)| *digest == self.oid)
            .map(|(kind, ..)| kind)
            .ok_or_else(|| PbeError::unsupported(self.oid))
    }
}

/// `AlgorithmIdentifier` of HMAC with `kind`.
pub(super) fn hmac_algorithm(kind: HashKind) -> Vec<u8> {
    identifier(find(|(of, ..)| *of == kind).map(|(_, hmac, _)| hmac), &NULL)
}

/// `AlgorithmIdentifier` of the digest `kind`.
pub(super) fn digest_algorithm(kind: HashKind) -> Vec<u8> {
    identifier(find(|(of, ..)| *of == kind).map(|(.., digest)| digest), &NULL)
}

/// `AlgorithmIdentifier` of `oid` with its encoded parameters.
pub(super) fn algorithm(oid: ObjectIdentifier, parameters: &[u8]) -> Vec<u8> {
    identifier(Some(oid), parameters)
}

fn identifier(oid: Option<ObjectIdentifier>, parameters: &[u8]) -> Vec<u8> {
    let oid = oid.map(|oid| tlv(0x06, &[oid.as_bytes()])).unwrap_or_default();
    tlv(0x30, &[&oid, parameters])
}

fn find(
    test: impl Fn(&(HashKind, ObjectIdentifier, ObjectIdentifier)) -> bool,
) -> Option<(HashKind, ObjectIdentifier, ObjectIdentifier)> {
    HASHES.into_iter().find(test)
}

pub(super) fn fields(any: AnyRef<'_>) -> Result<SliceReader<'_>, PbeError> {
    if any.tag() != Tag::Sequence {
        return Err(PbeErrorKind::Parameters.into());
    }
    SliceReader::new(any.value()).map_err(malformed)
}

/// The next field whatever it is; `None` at the end.
pub(super) fn optional<'a>(fields: &mut SliceReader<'a>) -> Result<Option<AnyRef<'a>>, PbeError> {
    if fields.is_finished() {
        Ok(None)
    } else {
        AnyRef::decode(fields).map(Some).map_err(malformed)
    }
}

pub(super) fn required<'a>(fields: &mut SliceReader<'a>) -> Result<AnyRef<'a>, PbeError> {
    AnyRef::decode(fields).map_err(malformed)
}

pub(super) fn finish(fields: &SliceReader<'_>) -> Result<(), PbeError> {
    if fields.is_finished() { Ok(()) } else { Err(PbeErrorKind::Parameters.into()) }
}

pub(super) fn octets(any: AnyRef<'_>) -> Result<Vec<u8>, PbeError> {
    let octets: &OctetStringRef = any.decode_as().map_err(malformed)?;
    Ok(octets.as_bytes().to_vec())
}

/// A positive INTEGER; one beyond 64 bits counts as the largest there is, so that the budget refuses it.
pub(super) fn positive(any: AnyRef<'_>) -> Result<u64, PbeError> {
    let octets = any.value();
    if any.tag() != Tag::Integer || octets.first().is_none_or(|first| *first >= 0x80) {
        return Err(PbeErrorKind::Parameters.into());
    }
    let mut value = 0u64;
    for octet in octets {
        value = value.checked_mul(256).map_or(u64::MAX, |shifted| shifted | u64::from(*octet));
    }
    if value == 0 { Err(PbeErrorKind::Parameters.into()) } else { Ok(value) }
}

pub(super) fn integer(value: u64) -> Vec<u8> {
    value.to_der().unwrap_or_default()
}

pub(super) fn octet_string(octets: &[u8]) -> Vec<u8> {
    tlv(0x04, &[octets])
}

pub(super) fn sequence(fields: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, fields)
}

/// One DER element.
fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length = parts.iter().map(|part| part.len()).sum::<usize>();
    let mut out = vec![tag];
    // Lengths of parameters fit: the length encodes.
    out.extend(
        der::Length::try_from(length)
            .ok()
            .and_then(|length| length.to_der().ok())
            .unwrap_or_default(),
    );
    for part in parts {
        out.extend_from_slice(part);
    }
    out
}

fn malformed(_: der::Error) -> PbeError {
    PbeErrorKind::Parameters.into()
}

const NULL: [u8; 2] = [0x05, 0x00];
