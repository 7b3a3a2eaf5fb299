//! Verification by AWS-LC, each key parsed at most once per algorithm.

use crate::public_key::{Curve, PublicKey, RSA_CURRENT_BITS, RsaKey};
use crate::scheme::{Rules, Scheme};
use crate::verify::{Engine, LoadedKey, verifier};
use crate::{AwsLc, DigestAlgorithm, Legacy, RustCrypto, VerifyError};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA384_ASN1, ECDSA_P256_SHA512_ASN1, ECDSA_P384_SHA256_ASN1,
    ECDSA_P384_SHA384_ASN1, ECDSA_P384_SHA512_ASN1, ECDSA_P521_SHA384_ASN1, ECDSA_P521_SHA512_ASN1,
    ED25519, ParsedPublicKey, RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY,
    RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY, RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY,
    RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512,
    RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512,
    VerificationAlgorithm,
};
use std::sync::OnceLock;

verifier!(AwsLc, Rules::Current);
verifier!(Legacy<AwsLc>, Rules::Legacy);

/// A key in AWS-LC's form, once for each algorithm it was asked for; AWS-LC binds the two.
struct AwsKey {
    shape: Shape,
    /// `RSAPublicKey`, the point, or the 32 octets of Ed25519.
    octets: Vec<u8>,
    parsed: [OnceLock<Option<ParsedPublicKey>>; SLOTS],
    /// The same key in the portable backend, for what AWS-LC does not do.
    portable: OnceLock<Option<Box<dyn LoadedKey>>>,
    modulus: Vec<u8>,
    exponent: Vec<u8>,
}

#[derive(Clone, Copy)]
enum Shape {
    Rsa { bits: u32 },
    Ec(Curve),
    Ed25519,
}

const SLOTS: usize = 7;

impl Engine for AwsLc {
    fn load(&self, key: &PublicKey<'_>) -> Result<Box<dyn LoadedKey>, VerifyError> {
        let (shape, octets, parts) = match *key {
            PublicKey::Rsa(rsa) => {
                (Shape::Rsa { bits: rsa.bits }, rsa.pkcs1, (rsa.modulus, rsa.exponent))
            }
            PublicKey::Ec { curve, point } => (Shape::Ec(curve), point, Default::default()),
            PublicKey::Ed25519(octets) => (Shape::Ed25519, octets.as_slice(), Default::default()),
        };
        let key = AwsKey {
            shape,
            octets: octets.to_vec(),
            parsed: Default::default(),
            portable: OnceLock::new(),
            modulus: parts.0.to_vec(),
            exponent: parts.1.to_vec(),
        };
        // A malformed key is told from a wrong signature, as by the other backend.
        let usual = match shape {
            Shape::Rsa { .. } => Scheme::Pkcs1(DigestAlgorithm::Sha256),
            Shape::Ec(Curve::P256) => Scheme::Ecdsa(DigestAlgorithm::Sha256),
            Shape::Ec(Curve::P384) => Scheme::Ecdsa(DigestAlgorithm::Sha384),
            Shape::Ec(Curve::P521) => Scheme::Ecdsa(DigestAlgorithm::Sha512),
            Shape::Ed25519 => Scheme::Ed25519,
        };
        let (slot, algorithm) = entry(shape, usual).ok_or(VerifyError::Unsupported)?;
        key.parsed(slot, algorithm).ok_or(VerifyError::Key)?;
        Ok(Box::new(key))
    }
}

impl AwsKey {
    fn parsed(
        &self,
        slot: usize,
        algorithm: &'static dyn VerificationAlgorithm,
    ) -> Option<&ParsedPublicKey> {
        self.parsed
            .get(slot)?
            .get_or_init(|| ParsedPublicKey::new(algorithm, &self.octets).ok())
            .as_ref()
    }

    fn portable(&self) -> Option<&dyn LoadedKey> {
        let Shape::Rsa { bits } = self.shape else { return None };
        self.portable
            .get_or_init(|| {
                RustCrypto
                    .load(&PublicKey::Rsa(RsaKey {
                        modulus: &self.modulus,
                        exponent: &self.exponent,
                        bits,
                        pkcs1: &self.octets,
                        usage: crate::public_key::RsaUsage::Any,
                    }))
                    .ok()
            })
            .as_deref()
    }
}

impl LoadedKey for AwsKey {
    fn holds(&self, scheme: Scheme, message: &[u8], signature: &[u8]) -> bool {
        match entry(self.shape, scheme) {
            Some((slot, algorithm)) => self
                .parsed(slot, algorithm)
                .is_some_and(|key| key.verify_sig(message, signature).is_ok()),
            None => self.portable().is_some_and(|key| key.holds(scheme, message, signature)),
        }
    }
}

/// AWS-LC's entry for a scheme, and which slot keeps the key parsed for it; `None` where it has none.
fn entry(shape: Shape, scheme: Scheme) -> Option<(usize, &'static dyn VerificationAlgorithm)> {
    use DigestAlgorithm::{Sha1, Sha256, Sha384, Sha512};
    Some(match (shape, scheme) {
        (Shape::Rsa { bits }, Scheme::Pkcs1(hash)) if bits < RSA_CURRENT_BITS => match hash {
            Sha1 => (0, &RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY),
            Sha256 => (1, &RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY),
            Sha512 => (3, &RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY),
            _ => return None,
        },
        (Shape::Rsa { .. }, Scheme::Pkcs1(hash)) => match hash {
            Sha1 => (0, &RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY),
            Sha256 => (1, &RSA_PKCS1_2048_8192_SHA256),
            Sha384 => (2, &RSA_PKCS1_2048_8192_SHA384),
            Sha512 => (3, &RSA_PKCS1_2048_8192_SHA512),
            _ => return None,
        },
        (Shape::Rsa { bits }, Scheme::Pss(pss))
            if bits >= RSA_CURRENT_BITS
                && pss.hash == pss.mgf_hash
                && pss.salt_len == pss.hash.output_len() =>
        {
            match pss.hash {
                Sha256 => (4, &RSA_PSS_2048_8192_SHA256),
                Sha384 => (5, &RSA_PSS_2048_8192_SHA384),
                Sha512 => (6, &RSA_PSS_2048_8192_SHA512),
                _ => return None,
            }
        }
        (Shape::Ec(curve), Scheme::Ecdsa(hash)) => match (curve, hash) {
            (Curve::P256, Sha256) => (1, &ECDSA_P256_SHA256_ASN1),
            (Curve::P256, Sha384) => (2, &ECDSA_P256_SHA384_ASN1),
            (Curve::P256, Sha512) => (3, &ECDSA_P256_SHA512_ASN1),
            (Curve::P384, Sha256) => (1, &ECDSA_P384_SHA256_ASN1),
            (Curve::P384, Sha384) => (2, &ECDSA_P384_SHA384_ASN1),
            (Curve::P384, Sha512) => (3, &ECDSA_P384_SHA512_ASN1),
            (Curve::P521, Sha384) => (2, &ECDSA_P521_SHA384_ASN1),
            (Curve::P521, Sha512) => (3, &ECDSA_P521_SHA512_ASN1),
            _ => return None,
        },
        (Shape::Ed25519, Scheme::Ed25519) => (0, &ED25519),
        _ => return None,
    })
}
