//! Object identifiers of password-based schemes, and the little DER that their parameters need.

use der::asn1::{AnyRef, OctetStringRef};
use der::{Decode as _, Reader as _, SliceReader, Tag, Tagged as _};
use igc_x509::{Oid, encode, oid};

use super::error::{PbeError, PbeErrorKind};
use super::hash::HashKind;

pub(super) const PBES2: Id = oid::ID_PBES2.as_bytes();
pub(super) const PBKDF2: Id = oid::ID_PBKDF2.as_bytes();
pub(super) const PBMAC1: Id = oid::ID_PBMAC1.as_bytes();
pub(super) const SCRYPT: Id = oid::ID_SCRYPT.as_bytes();
pub(super) const DES_EDE3_CBC: Id = oid::DES_EDE3_CBC.as_bytes();
pub(super) const AES_128_CBC: Id = oid::AES_128_CBC.as_bytes();
pub(super) const AES_192_CBC: Id = oid::AES_192_CBC.as_bytes();
pub(super) const AES_256_CBC: Id = oid::AES_256_CBC.as_bytes();
pub(super) const SHA1_3DES: Id = oid::PBE_WITH_SHA1_AND_3_KEY_TRIPLE_DES_CBC.as_bytes();
pub(super) const SHA1_2DES: Id = oid::PBE_WITH_SHA1_AND_2_KEY_TRIPLE_DES_CBC.as_bytes();
pub(super) const SHA1_RC2_128: Id = oid::PBE_WITH_SHA1_AND_128_BIT_RC2_CBC.as_bytes();
pub(super) const SHA1_RC2_40: Id = oid::PBE_WITH_SHA1_AND_40_BIT_RC2_CBC.as_bytes();
// Those that occur in PKCS #5 parameters and nowhere else; a test pins them.
/// `rc2CBC` (RFC 8018 §B.2.3), 1.2.840.113549.3.2.
pub(super) const RC2_CBC: Id = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x03, 0x02];
/// `hmacWithSHA512-224` (RFC 8018 §B.1.2), 1.2.840.113549.2.12.
const HMAC_WITH_SHA512_224: Id = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x0c];
/// `hmacWithSHA512-256` (RFC 8018 §B.1.2), 1.2.840.113549.2.13.
const HMAC_WITH_SHA512_256: Id = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x0d];
/// `id-sha512-224` (RFC 8017 §B.1), 2.16.840.1.101.3.4.2.5.
const ID_SHA512_224: Id = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x05];
/// `id-sha512-256` (RFC 8017 §B.1), 2.16.840.1.101.3.4.2.6.
const ID_SHA512_256: Id = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x06];

/// An object identifier's contents octets.
pub(super) type Id = &'static [u8];

/// HMAC and digest identifiers of each hash.
const HASHES: [(HashKind, Id, Id); 7] = [
    (HashKind::Sha1, oid::HMAC_WITH_SHA1.as_bytes(), oid::ID_SHA1.as_bytes()),
    (HashKind::Sha224, oid::HMAC_WITH_SHA224.as_bytes(), oid::ID_SHA224.as_bytes()),
    (HashKind::Sha256, oid::HMAC_WITH_SHA256.as_bytes(), oid::ID_SHA256.as_bytes()),
    (HashKind::Sha384, oid::HMAC_WITH_SHA384.as_bytes(), oid::ID_SHA384.as_bytes()),
    (HashKind::Sha512, oid::HMAC_WITH_SHA512.as_bytes(), oid::ID_SHA512.as_bytes()),
    (HashKind::Sha512_224, HMAC_WITH_SHA512_224, ID_SHA512_224),
    (HashKind::Sha512_256, HMAC_WITH_SHA512_256, ID_SHA512_256),
];

/// An `AlgorithmIdentifier` taken apart.
pub(super) struct Algorithm<'a> {
    pub(super) oid: &'a [u8],
    pub(super) parameters: Option<AnyRef<'a>>,
}

impl<'a> Algorithm<'a> {
    pub(super) fn from_der(bytes: &'a [u8]) -> Result<Self, PbeError> {
        let any = AnyRef::from_der(bytes).map_err(malformed)?;
        Self::from_any(any)
    }

    pub(super) fn from_any(any: AnyRef<'a>) -> Result<Self, PbeError> {
        let mut fields = fields(any)?;
        let oid = required(&mut fields)?;
        if oid.tag() != Tag::ObjectIdentifier || Oid::from_bytes(oid.value()).is_none() {
            return Err(PbeErrorKind::Parameters.into());
        }
        let oid = oid.value();
        let parameters = optional(&mut fields)?;
        finish(&fields)?;
        Ok(Self { oid, parameters })
    }

    /// The fields of parameters that are a SEQUENCE.
    pub(super) fn fields(&self) -> Result<SliceReader<'a>, PbeError> {
        fields(self.parameters.ok_or(PbeErrorKind::Parameters)?)
    }

    /// Says that this identifier is not known.
    pub(super) fn unsupported(&self) -> PbeError {
        PbeError::unsupported(self.oid)
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
            .ok_or_else(|| self.unsupported())
    }

    /// The hash that this identifies.
    pub(super) fn digest(&self) -> Result<HashKind, PbeError> {
        self.no_parameters()?;
        find(|(.., digest)| *digest == self.oid)
            .map(|(kind, ..)| kind)
            .ok_or_else(|| self.unsupported())
    }
}

/// `AlgorithmIdentifier` of HMAC with `kind`.
pub(super) fn hmac_algorithm(kind: HashKind) -> Vec<u8> {
    algorithm(
        find(|(of, ..)| *of == kind).map(|(_, hmac, _)| hmac).unwrap_or_default(),
        &encode::null(),
    )
}

/// `AlgorithmIdentifier` of the digest `kind`.
pub(super) fn digest_algorithm(kind: HashKind) -> Vec<u8> {
    algorithm(
        find(|(of, ..)| *of == kind).map(|(.., digest)| digest).unwrap_or_default(),
        &encode::null(),
    )
}

/// `AlgorithmIdentifier` of `id` with its encoded parameters.
pub(super) fn algorithm(id: &[u8], parameters: &[u8]) -> Vec<u8> {
    sequence(&[&encode::tlv(OBJECT_IDENTIFIER, id), parameters])
}

fn find(test: impl Fn(&(HashKind, Id, Id)) -> bool) -> Option<(HashKind, Id, Id)> {
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
    encode::integer(value)
}

pub(super) fn octet_string(octets: &[u8]) -> Vec<u8> {
    encode::octet_string(octets)
}

pub(super) fn sequence(fields: &[&[u8]]) -> Vec<u8> {
    encode::sequence(fields)
}

fn malformed(_: der::Error) -> PbeError {
    PbeErrorKind::Parameters.into()
}

const OBJECT_IDENTIFIER: u8 = 0x06;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_those_of_the_dotted_text() {
        for (id, dotted) in [
            (RC2_CBC, "1.2.840.113549.3.2"),
            (HMAC_WITH_SHA512_224, "1.2.840.113549.2.12"),
            (HMAC_WITH_SHA512_256, "1.2.840.113549.2.13"),
            (ID_SHA512_224, "2.16.840.1.101.3.4.2.5"),
            (ID_SHA512_256, "2.16.840.1.101.3.4.2.6"),
        ] {
            assert_eq!(Oid::from_bytes(id).unwrap().to_string(), dotted);
        }
    }
}
