//! What is signed verifies, everywhere; signers that are not ours plug in.

use crate::backends::{self, Backend};
use igc_crypto::{
    ExternalSigner, KeyAlgorithm, KeyKind, PrivateKey, SignError, SignatureAlgorithm, SigningKey,
    VerifyError,
};
use igc_x509::{AlgorithmIdentifier, SubjectPublicKeyInfo};
use std::sync::OnceLock;

/// One key of each kind, made once per run by the first backend that is fast at it.
pub(crate) fn keys() -> &'static [PrivateKey] {
    static KEYS: OnceLock<Vec<PrivateKey>> = OnceLock::new();
    KEYS.get_or_init(|| {
        let (_, backend) = backends::all().pop().unwrap();
        [KeyKind::Rsa2048, KeyKind::Rsa3072, KeyKind::P256]
            .map(|kind| backend.generate(kind).unwrap())
            .into()
    })
}

pub(crate) fn verify(
    verifier: &dyn Backend,
    signer: &dyn SigningKey,
    message: &[u8],
    signature: &[u8],
) -> Result<(), VerifyError> {
    let algorithm = AlgorithmIdentifier::parse(signer.algorithm_der()).unwrap();
    let key = SubjectPublicKeyInfo::parse(signer.public_key_der()).unwrap();
    verifier.verify(&algorithm, &key, message, signature)
}

#[test]
fn every_backend_makes_every_kind_of_key() {
    for (name, backend) in backends::all() {
        for kind in KeyKind::ALL {
            let key = backend.generate(kind).unwrap();
            assert_eq!(key.kind(), Some(kind), "{name}");
            if kind.is_rsa() {
                assert_eq!(key.algorithm(), KeyAlgorithm::Rsa { bits: kind.bits() });
            }
            let again = PrivateKey::from_bytes(key.to_pkcs8_pem().expose()).unwrap();
            assert_eq!(again.pkcs8_der(), key.pkcs8_der());
            assert_eq!(again.public_key_der(), key.public_key_der());
            let spki = SubjectPublicKeyInfo::parse(key.public_key_der()).unwrap();
            assert!(again.matches(&spki));
            let other = keys().iter().find(|other| other.public_key_der() != key.public_key_der());
            assert!(!other.unwrap().matches(&spki), "{name}");
        }
    }
}

#[test]
fn each_backend_verifies_what_each_signs() {
    use SignatureAlgorithm::{EcdsaP256Sha256, EcdsaP384Sha384, RsaSha256, RsaSha384, RsaSha512};
    for (signer_name, signing) in backends::all() {
        for key in keys() {
            for algorithm in [RsaSha256, RsaSha384, RsaSha512, EcdsaP256Sha256, EcdsaP384Sha384] {
                let is_rsa = matches!(key.algorithm(), KeyAlgorithm::Rsa { .. });
                let fits = match algorithm {
                    EcdsaP256Sha256 => !is_rsa,
                    EcdsaP384Sha384 => false,
                    _ => is_rsa,
                };
                match signing.signing_key(key, algorithm) {
                    Ok(signer) => {
                        assert!(fits, "{algorithm:?}");
                        assert_eq!(signer.algorithm_der(), algorithm.der());
                        assert_eq!(signer.public_key_der(), key.public_key_der());
                        let signature = signer.sign(b"message").unwrap();
                        for (name, verifier) in backends::all() {
                            let what = format!("{signer_name} to {name}, {algorithm:?}");
                            assert_eq!(
                                verify(&*verifier, &*signer, b"message", &signature),
                                Ok(()),
                                "{what}"
                            );
                            assert_eq!(
                                verify(&*verifier, &*signer, b"massage", &signature),
                                Err(VerifyError::Invalid),
                                "{what}"
                            );
                        }
                    }
                    Err(error) => assert!(!fits && error == SignError::Algorithm, "{algorithm:?}"),
                }
            }
            assert!(signing.usual_signing_key(key).is_ok());
        }
    }
}

/// A device: it holds the key, we see only `signature`'s trait.
struct FakeHsm {
    inside: Box<dyn SigningKey>,
    locked: bool,
}

/// What the device puts out.
#[derive(Clone)]
struct Raw(Vec<u8>);

impl TryFrom<&[u8]> for Raw {
    type Error = signature::Error;
    fn try_from(octets: &[u8]) -> Result<Self, signature::Error> {
        Ok(Self(octets.to_vec()))
    }
}

impl From<Raw> for Vec<u8> {
    fn from(raw: Raw) -> Self {
        raw.0
    }
}

impl signature::SignatureEncoding for Raw {
    type Repr = Vec<u8>;
}

impl signature::Signer<Raw> for FakeHsm {
    fn try_sign(&self, message: &[u8]) -> Result<Raw, signature::Error> {
        if self.locked {
            return Err(signature::Error::new());
        }
        self.inside.sign(message).map(Raw).map_err(|_| signature::Error::new())
    }
}

#[test]
fn a_foreign_signer_plugs_in_and_its_failure_is_reported() {
    let (_, backend) = backends::all().remove(0);
    for key in keys() {
        let usual = SignatureAlgorithm::usual(key);
        let device = |locked| FakeHsm { inside: backend.usual_signing_key(key).unwrap(), locked };
        let signer = ExternalSigner::new(device(false), key.public_key_der(), usual).unwrap();
        let signature = signer.sign(b"to be signed").unwrap();
        assert_eq!(verify(&*backend, &signer, b"to be signed", &signature), Ok(()));
        let locked = ExternalSigner::new(device(true), key.public_key_der(), usual).unwrap();
        assert_eq!(locked.sign(b"to be signed"), Err(SignError::Signer));
        // The algorithm must fit the key, and the key must be one.
        let other = if usual == SignatureAlgorithm::RsaSha256 {
            SignatureAlgorithm::EcdsaP256Sha256
        } else {
            SignatureAlgorithm::RsaSha256
        };
        assert_eq!(
            ExternalSigner::new(device(false), key.public_key_der(), other).err(),
            Some(SignError::Algorithm)
        );
        assert_eq!(ExternalSigner::new(device(false), b"0", usual).err(), Some(SignError::Key));
    }
}

/// A signer that wants randomness: `p256`'s own.
#[test]
fn a_randomized_signer_plugs_in() {
    use pkcs8::DecodePrivateKey as _;
    let key = keys().iter().find(|key| key.kind() == Some(KeyKind::P256)).unwrap();
    let foreign = p256::ecdsa::SigningKey::from_pkcs8_der(key.pkcs8_der()).unwrap();
    let signer = ExternalSigner::randomized::<_, p256::ecdsa::DerSignature>(
        foreign,
        key.public_key_der(),
        SignatureAlgorithm::EcdsaP256Sha256,
    )
    .unwrap();
    let (one, two) = (signer.sign(b"m").unwrap(), signer.sign(b"m").unwrap());
    assert_ne!(one, two, "randomness was not used");
    for (_, verifier) in backends::all() {
        assert_eq!(verify(&*verifier, &signer, b"m", &one), Ok(()));
        assert_eq!(verify(&*verifier, &signer, b"m", &two), Ok(()));
    }
}
