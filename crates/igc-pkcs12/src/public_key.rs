//! Public keys of private keys and of certificates, as far as pairing needs them.

use igc_crypto::PrivateKey;
use igc_x509::{Oid, OidBuf, SubjectPublicKeyInfo, encode};

use crate::ber::{Reader, tag};
use crate::error::Place;

/// Algorithm and `subjectPublicKey` of a PKCS #8 key (RFC 5958 §2). The latter where the structure holds the public half: RSA
/// always, EC where `publicKey` is present (RFC 5915 §3), others with `[1] publicKey` of RFC 5958; else it is computed, for the
/// kinds of key that `igc-crypto` knows.
pub(crate) fn of_private(pkcs8: &[u8]) -> (Option<OidBuf>, Option<Vec<u8>>) {
    let mut algorithm = None;
    let public_key = read(pkcs8, &mut algorithm).or_else(|| computed(pkcs8));
    (algorithm, public_key)
}

/// `subjectPublicKey` of a certificate.
pub(crate) fn of_certificate(der: &[u8]) -> Option<Vec<u8>> {
    let certificate = igc_x509::Certificate::parse(der).ok()?;
    Some(certificate.public_key().subject_public_key.to_vec())
}

fn read(pkcs8: &[u8], algorithm: &mut Option<OidBuf>) -> Option<Vec<u8>> {
    let mut key = Reader::new(pkcs8, Place::File, MAX_DEPTH);
    let mut fields = key.expect(tag::SEQUENCE).ok()?.inside().ok()?;
    fields.unsigned().ok()?;
    let mut identifier = fields.expect(tag::SEQUENCE).ok()?.inside().ok()?;
    let oid = identifier.expect(tag::OBJECT_IDENTIFIER).ok()?;
    let private_key = fields.octet_string().ok()?;
    *algorithm = Oid::from_bytes(oid.contents).map(OidBuf::from);
    while let Some(tag) = fields.peek() {
        let field = fields.any().ok()?;
        if tag == CONTEXT_1 {
            return unused_bits_stripped(field.contents);
        }
    }
    let mut private = Reader::new(&private_key, Place::File, MAX_DEPTH);
    let mut fields = private.expect(tag::SEQUENCE).ok()?.inside().ok()?;
    fields.unsigned().ok()?;
    match fields.peek()? {
        // RSAPrivateKey (RFC 8017 §A.1.2): modulus and publicExponent follow the version.
        tag::INTEGER => {
            let modulus = fields.any().ok()?;
            let exponent = fields.expect(tag::INTEGER).ok()?;
            Some(encode::sequence(&[modulus.raw, exponent.raw]))
        }
        // ECPrivateKey (RFC 5915 §3).
        tag::OCTET_STRING => {
            while let Some(tag) = fields.peek() {
                let field = fields.any().ok()?;
                if tag == CONTEXT_1_CONSTRUCTED {
                    let bits = field.inside().ok()?.expect(BIT_STRING).ok()?;
                    return unused_bits_stripped(bits.contents);
                }
            }
            None
        }
        _ => None,
    }
}

fn computed(pkcs8: &[u8]) -> Option<Vec<u8>> {
    let key = PrivateKey::from_der(pkcs8).ok()?;
    let public_key = SubjectPublicKeyInfo::parse(key.public_key_der()).ok()?;
    Some(public_key.subject_public_key.to_vec())
}

/// The octets of a BIT STRING of whole octets.
fn unused_bits_stripped(contents: &[u8]) -> Option<Vec<u8>> {
    contents.strip_prefix(&[0]).map(<[u8]>::to_vec)
}

const BIT_STRING: u8 = 0x03;
const CONTEXT_1: u8 = 0x81;
const CONTEXT_1_CONSTRUCTED: u8 = 0xa1;
const MAX_DEPTH: usize = 8;
