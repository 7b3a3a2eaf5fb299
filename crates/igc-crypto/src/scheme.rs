//! Signature algorithms, read strictly (RFC 4055 §3 and §5, RFC 5758 §3.2, RFC 8410 §3).

use crate::public_key::{Curve, PublicKey, RsaUsage};
use crate::{DigestAlgorithm, VerifyError};
use der::asn1::ContextSpecific;
use der::{Reader as _, SliceReader, TagNumber};
use igc_x509::{AlgorithmIdentifier, Oid, oid};
use spki::AlgorithmIdentifierRef;

/// Which algorithms and sizes are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rules {
    Current,
    Legacy,
}

/// A signature algorithm with its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2).
    Pkcs1(DigestAlgorithm),
    /// RSASSA-PSS (RFC 8017 §8.1).
    Pss(Pss),
    /// ECDSA (FIPS 186-5 §6), signature in DER (RFC 3279 §2.2.3).
    Ecdsa(DigestAlgorithm),
    /// Pure Ed25519 (RFC 8032 §5.1).
    Ed25519,
}

/// Parameters of RSASSA-PSS; the mask generation is always MGF1 and the trailer 0xBC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pss {
    pub(crate) hash: DigestAlgorithm,
    pub(crate) mgf_hash: DigestAlgorithm,
    /// Octets.
    pub(crate) salt_len: usize,
}

impl Scheme {
    /// Reads an algorithm and checks that `key` may be used with it.
    pub(crate) fn read(
        algorithm: &AlgorithmIdentifier<'_>,
        key: &PublicKey<'_>,
        rules: Rules,
    ) -> Result<Self, VerifyError> {
        let scheme = Self::parse(algorithm)?;
        if rules == Rules::Current && scheme.is_legacy() {
            return Err(VerifyError::Legacy);
        }
        let fits = match (scheme, key) {
            (Self::Pkcs1(_), PublicKey::Rsa(rsa)) => rsa.usage == RsaUsage::Any,
            (Self::Pss(asked), PublicKey::Rsa(rsa)) => match rsa.usage {
                RsaUsage::Any | RsaUsage::Pss => true,
                // RFC 4055 §3.3: same hashes, and a salt no shorter than the key says.
                RsaUsage::PssWith(allowed) => {
                    asked.hash == allowed.hash
                        && asked.mgf_hash == allowed.mgf_hash
                        && asked.salt_len >= allowed.salt_len
                }
            },
            // A digest shorter than half the field is not taken: no standard pairs them (RFC 5480 §4).
            (Self::Ecdsa(digest), PublicKey::Ec { curve, .. }) => {
                if matches!((curve, digest), (Curve::P521, DigestAlgorithm::Sha256)) {
                    return Err(VerifyError::Unsupported);
                }
                true
            }
            (Self::Ed25519, PublicKey::Ed25519(_)) => true,
            _ => false,
        };
        if fits { Ok(scheme) } else { Err(VerifyError::Invalid) }
    }

    fn parse(algorithm: &AlgorithmIdentifier<'_>) -> Result<Self, VerifyError> {
        let scheme = match algorithm.oid {
            oid::SHA1_WITH_RSA_ENCRYPTION => Self::Pkcs1(DigestAlgorithm::Sha1),
            oid::SHA256_WITH_RSA_ENCRYPTION => Self::Pkcs1(DigestAlgorithm::Sha256),
            oid::SHA384_WITH_RSA_ENCRYPTION => Self::Pkcs1(DigestAlgorithm::Sha384),
            oid::SHA512_WITH_RSA_ENCRYPTION => Self::Pkcs1(DigestAlgorithm::Sha512),
            oid::RSASSA_PSS => {
                // RFC 4055 §3.1: in a signature the parameters MUST be there.
                let parameters = algorithm.parameters.ok_or(VerifyError::Unsupported)?;
                return Pss::read(parameters.der()).map(Self::Pss);
            }
            oid::ECDSA_WITH_SHA256 => Self::Ecdsa(DigestAlgorithm::Sha256),
            oid::ECDSA_WITH_SHA384 => Self::Ecdsa(DigestAlgorithm::Sha384),
            oid::ECDSA_WITH_SHA512 => Self::Ecdsa(DigestAlgorithm::Sha512),
            oid::ID_ED25519 => Self::Ed25519,
            _ => return Err(VerifyError::Unsupported),
        };
        let allowed = match (scheme, algorithm.parameters) {
            // RFC 4055 §5: NULL is written, absence is read as well.
            (Self::Pkcs1(_), parameters) => parameters.is_none_or(|any| any.is_null()),
            // RFC 5758 §3.2, RFC 8410 §3: absent.
            (_, parameters) => parameters.is_none(),
        };
        if allowed { Ok(scheme) } else { Err(VerifyError::Unsupported) }
    }

    fn is_legacy(self) -> bool {
        match self {
            Self::Pkcs1(hash) => hash == DigestAlgorithm::Sha1,
            Self::Pss(pss) => {
                pss.hash != pss.mgf_hash
                    || matches!(pss.hash, DigestAlgorithm::Sha1 | DigestAlgorithm::Sha224)
            }
            Self::Ecdsa(_) | Self::Ed25519 => false,
        }
    }
}

impl Pss {
    /// Reads `RSASSA-PSS-params` (RFC 4055 §3.1).
    pub(crate) fn read(parameters: &[u8]) -> Result<Self, VerifyError> {
        let raw = read_fields(parameters).map_err(|_| VerifyError::Unsupported)?;
        let hash = match &raw.hash {
            None => DigestAlgorithm::Sha1,
            Some(hash) => digest_of(hash).ok_or(VerifyError::Unsupported)?,
        };
        let mgf_hash = match &raw.mask {
            None => DigestAlgorithm::Sha1,
            Some(mask) => mgf1_hash(mask).ok_or(VerifyError::Unsupported)?,
        };
        if raw.trailer.is_some_and(|trailer| trailer != 1) {
            return Err(VerifyError::Unsupported);
        }
        Ok(Self { hash, mgf_hash, salt_len: usize::from(raw.salt_len.unwrap_or(20)) })
    }
}

struct RawPss<'a> {
    hash: Option<AlgorithmIdentifierRef<'a>>,
    mask: Option<AlgorithmIdentifierRef<'a>>,
    salt_len: Option<u16>,
    trailer: Option<u16>,
}

fn read_fields(parameters: &[u8]) -> der::Result<RawPss<'_>> {
    let mut reader = SliceReader::new(parameters)?;
    let raw = reader.sequence(|fields: &mut SliceReader<'_>| -> der::Result<_> {
        Ok(RawPss {
            hash: ContextSpecific::decode_explicit(fields, TagNumber(0))?.map(|field| field.value),
            mask: ContextSpecific::decode_explicit(fields, TagNumber(1))?.map(|field| field.value),
            salt_len: ContextSpecific::decode_explicit(fields, TagNumber(2))?
                .map(|field| field.value),
            trailer: ContextSpecific::decode_explicit(fields, TagNumber(3))?
                .map(|field| field.value),
        })
    })?;
    reader.finish()?;
    Ok(raw)
}

fn mgf1_hash(mask: &AlgorithmIdentifierRef<'_>) -> Option<DigestAlgorithm> {
    if Oid::from_bytes(mask.oid.as_bytes())? != oid::ID_MGF1 {
        return None;
    }
    digest_of(&mask.parameters?.decode_as::<AlgorithmIdentifierRef<'_>>().ok()?)
}

/// A hash named by an algorithm identifier; its parameters are NULL or absent (RFC 4055 §2.1).
fn digest_of(algorithm: &AlgorithmIdentifierRef<'_>) -> Option<DigestAlgorithm> {
    if algorithm.parameters.is_some_and(|parameters| !parameters.is_null()) {
        return None;
    }
    Some(match Oid::from_bytes(algorithm.oid.as_bytes())? {
        oid::ID_SHA1 => DigestAlgorithm::Sha1,
        oid::ID_SHA224 => DigestAlgorithm::Sha224,
        oid::ID_SHA256 => DigestAlgorithm::Sha256,
        oid::ID_SHA384 => DigestAlgorithm::Sha384,
        oid::ID_SHA512 => DigestAlgorithm::Sha512,
        other if other.as_bytes() == ID_SHA512_224 => DigestAlgorithm::Sha512_224,
        other if other.as_bytes() == ID_SHA512_256 => DigestAlgorithm::Sha512_256,
        _ => return None,
    })
}

/// 2.16.840.1.101.3.4.2.5 and .6 (FIPS 180-4, RFC 8017 appendix B.1).
const ID_SHA512_224: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x05];
const ID_SHA512_256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x06];
