//! Which public keys a profile accepts.

use igc_x509::{Certificate, Oid, oid};

use crate::PathErrorKind;

/// Rules on public keys: of the end entity, of every issuer and of the anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyRules {
    /// The smallest RSA modulus.
    pub rsa_least_bits: usize,
    /// The modulus' size in bits must be a multiple of this (1: any).
    pub rsa_multiple_bits: usize,
    /// The curves accepted for ECDSA keys, always by name (RFC 5480 §2.1.1).
    pub curves: &'static [Oid<'static>],
    /// Whether keys of other algorithms than RSA and ECDSA are accepted; a certificate they sign
    /// is verified if the backend can.
    pub others: OtherKeys,
    /// The section that states the rules.
    pub source: &'static str,
}

/// Whether keys of algorithms without a rule are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OtherKeys {
    /// They are.
    Accepted,
    /// They are not.
    Refused,
}

impl KeyRules {
    pub(crate) fn check(&self, certificate: &Certificate<'_>) -> Result<(), PathErrorKind> {
        let key = certificate.public_key();
        let size_bits = match key.algorithm.oid {
            oid::RSA_ENCRYPTION | oid::RSASSA_PSS => {
                let bits = key.rsa().ok().flatten().map_or(0, |rsa| rsa.bits());
                if bits >= self.rsa_least_bits && bits.is_multiple_of(self.rsa_multiple_bits) {
                    return Ok(());
                }
                Some(bits)
            }
            oid::ID_EC_PUBLIC_KEY => {
                if key.named_curve().is_some_and(|curve| self.curves.contains(&curve)) {
                    return Ok(());
                }
                None
            }
            _ if self.others == OtherKeys::Accepted => return Ok(()),
            _ => None,
        };
        Err(PathErrorKind::PublicKey {
            algorithm: key.algorithm.oid.to_owned(),
            size_bits,
            source: self.source,
        })
    }
}
