//! Public keys, read strictly (RFC 3279 §2.3, RFC 4055 §1.2, RFC 5480 §2, RFC 8410 §4).

use crate::VerifyError;
use crate::scheme::{Pss, Rules};
use igc_x509::{Any, Oid, SubjectPublicKeyInfo, oid};

/// Bits of the smallest and largest RSA modulus read; below [`RSA_CURRENT_BITS`] under legacy rules only.
pub(crate) const RSA_BITS: core::ops::RangeInclusive<u32> = 1024..=8192;
/// Bits of the smallest RSA modulus that is taken without asking for legacy rules.
pub(crate) const RSA_CURRENT_BITS: u32 = 2048;
/// Bits of the largest public exponent, as the backends have it: a larger one makes verification costly.
pub(crate) const EXPONENT_BITS: u32 = 33;

/// A public key whose shape was checked; the group membership of a point is the backend's to check.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PublicKey<'a> {
    Rsa(RsaKey<'a>),
    Ec { curve: Curve, point: &'a [u8] },
    Ed25519(&'a [u8; 32]),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct RsaKey<'a> {
    /// Big-endian, no leading zero, odd.
    pub(crate) modulus: &'a [u8],
    /// Big-endian, no leading zero, odd, at least 3.
    pub(crate) exponent: &'a [u8],
    pub(crate) bits: u32,
    /// `RSAPublicKey` in DER.
    pub(crate) pkcs1: &'a [u8],
    /// What the key may be used for.
    pub(crate) usage: RsaUsage,
}

/// What an RSA key's own algorithm identifier allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RsaUsage {
    /// `rsaEncryption`: any RSA signature.
    Any,
    /// `id-RSASSA-PSS` without parameters: PSS only.
    Pss,
    /// `id-RSASSA-PSS` with parameters: these hashes, and a salt at least as long (RFC 4055 §3.3).
    PssWith(Pss),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Curve {
    P256,
    P384,
    P521,
}

impl Curve {
    /// Octets of a field element.
    pub(crate) const fn field_len(self) -> usize {
        match self {
            Self::P256 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

impl<'a> PublicKey<'a> {
    /// Reads a key; `rules` say how small an RSA modulus may be.
    pub(crate) fn read(spki: &SubjectPublicKeyInfo<'a>, rules: Rules) -> Result<Self, VerifyError> {
        let parameters = spki.algorithm.parameters;
        match spki.algorithm.oid {
            oid::RSA_ENCRYPTION => {
                // RFC 3279 §2.3.1: the parameters MUST be NULL.
                if !parameters.is_some_and(|any| any.is_null()) {
                    return Err(VerifyError::Key);
                }
                read_rsa(spki, RsaUsage::Any, rules).map(Self::Rsa)
            }
            oid::RSASSA_PSS => {
                let usage = match parameters {
                    None => RsaUsage::Pss,
                    Some(any) => RsaUsage::PssWith(Pss::read(any.der())?),
                };
                read_rsa(spki, usage, rules).map(Self::Rsa)
            }
            oid::ID_EC_PUBLIC_KEY => {
                let parameters = parameters.ok_or(VerifyError::Key)?;
                // Explicit and implicit parameters are forbidden (RFC 5480 §2.1.1); other curves are not taken.
                let curve = match named_curve(&parameters) {
                    Some(oid::SECP256R1) => Curve::P256,
                    Some(oid::SECP384R1) => Curve::P384,
                    Some(oid::SECP521R1) => Curve::P521,
                    _ => return Err(VerifyError::Unsupported),
                };
                read_point(spki.subject_public_key, curve)
            }
            oid::ID_ED25519 => {
                // RFC 8410 §3: the parameters MUST be absent.
                if parameters.is_some() {
                    return Err(VerifyError::Key);
                }
                spki.subject_public_key.try_into().map(Self::Ed25519).map_err(|_| VerifyError::Key)
            }
            _ => Err(VerifyError::Unsupported),
        }
    }

    /// Whether both are the same key, whatever their usage restrictions.
    pub(crate) fn same_key(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Rsa(a), Self::Rsa(b)) => a.modulus == b.modulus && a.exponent == b.exponent,
            _ => self == other,
        }
    }
}

/// The `namedCurve` of `ECParameters` (RFC 5480 §2.1.1).
fn named_curve<'a>(parameters: &Any<'a>) -> Option<Oid<'a>> {
    const OBJECT_IDENTIFIER: u8 = 0x06;
    if parameters.tag() == OBJECT_IDENTIFIER {
        Oid::from_bytes(parameters.contents())
    } else {
        None
    }
}

fn read_point(point: &[u8], curve: Curve) -> Result<PublicKey<'_>, VerifyError> {
    let expected = curve.field_len().saturating_mul(2).saturating_add(1);
    match point.first() {
        Some(4) if point.len() == expected => Ok(PublicKey::Ec { curve, point }),
        // RFC 5480 §2.2: compressed form MAY be supported; it is not.
        Some(2 | 3) if point.len() == curve.field_len().saturating_add(1) => {
            Err(VerifyError::Unsupported)
        }
        _ => Err(VerifyError::Key),
    }
}

fn read_rsa<'a>(
    spki: &SubjectPublicKeyInfo<'a>,
    usage: RsaUsage,
    rules: Rules,
) -> Result<RsaKey<'a>, VerifyError> {
    let igc_x509::RsaPublicKey { modulus, public_exponent: exponent } =
        spki.rsa().map_err(|_| VerifyError::Key)?.ok_or(VerifyError::Unsupported)?;
    let bits = bit_length(modulus);
    let is_odd = |number: &[u8]| number.last().is_some_and(|octet| octet % 2 == 1);
    if !is_odd(modulus) || !is_odd(exponent) || bit_length(exponent) < 2 {
        return Err(VerifyError::Key);
    }
    if !RSA_BITS.contains(&bits) || bit_length(exponent) > EXPONENT_BITS {
        return Err(VerifyError::Unsupported);
    }
    if bits < RSA_CURRENT_BITS && rules == Rules::Current {
        return Err(VerifyError::Legacy);
    }
    Ok(RsaKey { modulus, exponent, bits, pkcs1: spki.subject_public_key, usage })
}

/// Bits of a big-endian magnitude without leading zero octets.
pub(crate) fn bit_length(magnitude: &[u8]) -> u32 {
    let octets = u32::try_from(magnitude.len()).unwrap_or(u32::MAX);
    let spare = magnitude.first().map_or(0, |octet| octet.leading_zeros());
    octets.saturating_mul(8).saturating_sub(spare)
}
