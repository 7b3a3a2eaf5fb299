//! Properties a fuzzer drives; ordinary tests run them too.

use crate::{Legacy, PrivateKey, RustCrypto, SignatureVerifier, VerifyError, weak};
use igc_x509::{AlgorithmIdentifier, SubjectPublicKeyInfo};

/// Any algorithm, key and signature get the same answer whether the key is kept or not, and legacy rules only add.
///
/// The input is three parts, each after its length in two octets; what is left is the message.
///
/// # Panics
/// When the law does not hold.
pub fn verify_signature(data: &[u8]) {
    let Some((algorithm, rest)) = part(data) else { return };
    let Some((key, rest)) = part(rest) else { return };
    let Some((signature, message)) = part(rest) else { return };
    let (Ok(algorithm), Ok(key)) =
        (AlgorithmIdentifier::parse(algorithm), SubjectPublicKeyInfo::parse(key))
    else {
        return;
    };
    let _ = weak::weaknesses(&key);
    let current = RustCrypto.verify(&algorithm, &key, message, signature);
    let legacy = Legacy(RustCrypto).verify(&algorithm, &key, message, signature);
    let kept = RustCrypto.prepare(&key).and_then(|key| key.verify(&algorithm, message, signature));
    // Without the signature, a key or algorithm at fault may be named in either order.
    assert_eq!(current.is_ok(), kept.is_ok());
    assert!(current == legacy || current == Err(VerifyError::Legacy));
    #[cfg(feature = "aws-lc")]
    assert_eq!(current, crate::AwsLc.verify(&algorithm, &key, message, signature));
}

/// A key that is read is written, read again as the same, and matches its own public key.
///
/// # Panics
/// When the law does not hold.
pub fn private_key(data: &[u8]) {
    let Ok(key) = PrivateKey::from_bytes(data) else { return };
    let again = PrivateKey::from_der(key.pkcs8_der()).map(|again| again.pkcs8_der().to_vec());
    assert_eq!(again.as_deref(), Ok(key.pkcs8_der()));
    let again = PrivateKey::from_pem(key.to_pkcs8_pem().expose());
    assert!(again.is_ok_and(|again| again.public_key_der() == key.public_key_der()));
    let matches = SubjectPublicKeyInfo::parse(key.public_key_der()).map(|own| key.matches(&own));
    assert_eq!(matches, Ok(true));
}

fn part(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = data.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*len)))
}
