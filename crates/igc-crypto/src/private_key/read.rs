//! The three structures a private key comes in, each checked and kept as PKCS #8.

use super::{KeyAlgorithm, PrivateKey};
use crate::public_key::{EXPONENT_BITS, RSA_BITS, bit_length};
use crate::{KeyError, KeyErrorKind, Secret};
use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode as _, Encode as _, Reader as _, SliceReader};
use igc_x509::{Oid, oid};
use pkcs1::{DecodeRsaPrivateKey as _, EncodeRsaPrivateKey as _};
use pkcs8::{EncodePrivateKey as _, EncodePublicKey as _, PrivateKeyInfoRef};
use sec1::EcParameters;
use spki::AlgorithmIdentifierRef;

/// Whichever of the structures `der` is.
pub(super) fn any(der: &[u8]) -> Result<PrivateKey, KeyError> {
    if PrivateKeyInfoRef::from_der(der).is_ok() {
        pkcs8(der)
    } else if pkcs1::RsaPrivateKeyRef::from_der(der).is_ok() {
        pkcs1(der)
    } else if sec1::EcPrivateKey::from_der(der).is_ok() {
        sec1(der)
    } else if is_encrypted(der).is_ok() {
        Err(fail(KeyErrorKind::Encrypted))
    } else {
        Err(fail(KeyErrorKind::Malformed))
    }
}

/// `PrivateKeyInfo` (RFC 5208 §5) or `OneAsymmetricKey` (RFC 5958 §2).
pub(super) fn pkcs8(der: &[u8]) -> Result<PrivateKey, KeyError> {
    let info = PrivateKeyInfoRef::from_der(der).map_err(|_| fail(KeyErrorKind::Malformed))?;
    let inner = info.private_key.as_bytes();
    // `publicKey`, where it is there, is encoded as in a SubjectPublicKeyInfo (RFC 5958 §2).
    let beside = match &info.public_key {
        Some(bits) => Some(bits.as_bytes().ok_or(fail(KeyErrorKind::Malformed))?),
        None => None,
    };
    let read = match Oid::from_bytes(info.algorithm.oid.as_bytes()) {
        Some(oid::RSA_ENCRYPTION) => {
            // RFC 8017 §A.1: the parameters are NULL.
            if !info.algorithm.parameters.is_some_and(AnyRef::is_null) {
                return Err(fail(KeyErrorKind::Malformed));
            }
            rsa(inner, beside)?
        }
        Some(oid::ID_EC_PUBLIC_KEY) => {
            let parameters = info.algorithm.parameters.ok_or(fail(KeyErrorKind::Malformed))?;
            // Explicit parameters are a SEQUENCE (RFC 5480 §2.1.1 forbids them).
            let curve = parameters
                .decode_as::<ObjectIdentifier>()
                .map_err(|_| fail(KeyErrorKind::Unsupported))?;
            ec(inner, Some(curve), beside)?
        }
        Some(_) => return Err(fail(KeyErrorKind::Unsupported)),
        None => return Err(fail(KeyErrorKind::Malformed)),
    };
    Ok(PrivateKey { pkcs8: Secret::new(der.to_vec()), ..read })
}

/// `RSAPrivateKey` (RFC 8017 §A.1.2).
pub(super) fn pkcs1(der: &[u8]) -> Result<PrivateKey, KeyError> {
    rsa(der, None)
}

/// `ECPrivateKey` (RFC 5915 §3), which then names its curve itself.
pub(super) fn sec1(der: &[u8]) -> Result<PrivateKey, KeyError> {
    ec(der, None, None)
}

/// `beside` is the public key that may stand with the private one, an `RSAPublicKey`.
fn rsa(der: &[u8], beside: Option<&[u8]>) -> Result<PrivateKey, KeyError> {
    let given =
        pkcs1::RsaPrivateKeyRef::from_der(der).map_err(|_| fail(KeyErrorKind::Malformed))?;
    let bits = bit_length(given.modulus.as_bytes());
    if given.version() != pkcs1::Version::TwoPrime
        || !RSA_BITS.contains(&bits)
        || bit_length(given.public_exponent.as_bytes()) > EXPONENT_BITS
    {
        return Err(fail(KeyErrorKind::Unsupported));
    }
    // Checks that the primes make the modulus and that the exponents are inverse.
    let key =
        ::rsa::RsaPrivateKey::from_pkcs1_der(der).map_err(|_| fail(KeyErrorKind::Inconsistent))?;
    // The parts for the Chinese remainder theorem (RFC 8017 §3.2) are recomputed and must be those given:
    // others would sign with them and leak the key.
    let again = key.to_pkcs1_der().map_err(|_| fail(KeyErrorKind::Inconsistent))?;
    let computed = pkcs1::RsaPrivateKeyRef::from_der(again.as_bytes())
        .map_err(|_| fail(KeyErrorKind::Inconsistent))?;
    let public =
        pkcs1::RsaPublicKey { modulus: given.modulus, public_exponent: given.public_exponent }
            .to_der()
            .map_err(|_| fail(KeyErrorKind::Malformed))?;
    if computed.exponent1 != given.exponent1
        || computed.exponent2 != given.exponent2
        || computed.coefficient != given.coefficient
        || beside.is_some_and(|beside| beside != public)
    {
        return Err(fail(KeyErrorKind::Inconsistent));
    }
    let info = PrivateKeyInfoRef::new(
        AlgorithmIdentifierRef { oid: pkcs1::ALGORITHM_OID, parameters: Some(AnyRef::NULL) },
        OctetStringRef::new(der).map_err(|_| fail(KeyErrorKind::Malformed))?,
    );
    let public_key =
        key.to_public_key().to_public_key_der().map_err(|_| fail(KeyErrorKind::Inconsistent))?;
    Ok(PrivateKey {
        pkcs8: Secret::new(info.to_der().map_err(|_| fail(KeyErrorKind::Malformed))?),
        public_key: public_key.into_vec(),
        algorithm: KeyAlgorithm::Rsa { bits },
    })
}

/// `outer` is the curve PKCS #8 names; the key may name it too, and then the same. `beside` is the public key that may stand
/// with the private one, a point.
fn ec(
    der: &[u8],
    outer: Option<ObjectIdentifier>,
    beside: Option<&[u8]>,
) -> Result<PrivateKey, KeyError> {
    let given = sec1::EcPrivateKey::from_der(der).map_err(|_| fail(KeyErrorKind::Malformed))?;
    let inner = given.parameters.as_ref().map(|EcParameters::NamedCurve(curve)| *curve);
    let curve = match (outer, inner) {
        (Some(outer), Some(inner)) if outer != inner => {
            return Err(fail(KeyErrorKind::Inconsistent));
        }
        (Some(curve), _) | (None, Some(curve)) => curve,
        (None, None) => return Err(fail(KeyErrorKind::Malformed)),
    };
    // In either of the two places the point may be compressed (SEC 1 §2.3.3).
    let mut points = [given.public_key, beside].into_iter().flatten();
    macro_rules! on {
        ($curve:ident, $algorithm:expr) => {{
            let key = $curve::SecretKey::from_slice(given.private_key)
                .map_err(|_| fail(KeyErrorKind::Inconsistent))?;
            let public = key.public_key();
            let is_own = |point: &[u8]| {
                $curve::PublicKey::from_sec1_bytes(point).is_ok_and(|point| point == public)
            };
            (points.all(is_own), key.to_pkcs8_der(), public.to_public_key_der(), $algorithm)
        }};
    }
    let (is_consistent, pkcs8, public_key, algorithm) = match Oid::from_bytes(curve.as_bytes()) {
        Some(oid::SECP256R1) => on!(p256, KeyAlgorithm::P256),
        Some(oid::SECP384R1) => on!(p384, KeyAlgorithm::P384),
        _ => return Err(fail(KeyErrorKind::Unsupported)),
    };
    if !is_consistent {
        return Err(fail(KeyErrorKind::Inconsistent));
    }
    let pkcs8 = pkcs8.map_err(|_| fail(KeyErrorKind::Malformed))?;
    Ok(PrivateKey {
        pkcs8: Secret::from(pkcs8.to_bytes()),
        public_key: public_key.map_err(|_| fail(KeyErrorKind::Malformed))?.into_vec(),
        algorithm,
    })
}

/// `EncryptedPrivateKeyInfo` (RFC 5958 §3): an algorithm, then octets.
fn is_encrypted(der: &[u8]) -> der::Result<()> {
    let mut reader = SliceReader::new(der)?;
    reader.sequence(|fields: &mut SliceReader<'_>| -> der::Result<()> {
        AlgorithmIdentifierRef::decode(fields)?;
        <&OctetStringRef>::decode(fields).map(|_| ())
    })?;
    reader.finish()
}

const fn fail(kind: KeyErrorKind) -> KeyError {
    KeyError::whole(kind)
}
