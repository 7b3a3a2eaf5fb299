//! Whatever is changed in a signature, a key, an algorithm or a message: every backend says the same.

use crate::backends;
use crate::signing::keys;
use igc_crypto::{SignatureAlgorithm, VerifyError};
use igc_x509::{AlgorithmIdentifier, SubjectPublicKeyInfo};
use proptest::prelude::*;

/// What all backends answer, under current rules and then under legacy rules.
fn verdicts(
    algorithm: &[u8],
    spki: &[u8],
    message: &[u8],
    signature: &[u8],
) -> Option<Vec<Result<(), VerifyError>>> {
    let algorithm = AlgorithmIdentifier::parse(algorithm).ok()?;
    let key = SubjectPublicKeyInfo::parse(spki).ok()?;
    let current: Vec<_> = backends::all()
        .iter()
        .map(|(_, b)| b.verify(&algorithm, &key, message, signature))
        .collect();
    let legacy: Vec<_> = backends::legacy()
        .iter()
        .map(|(_, b)| b.verify(&algorithm, &key, message, signature))
        .collect();
    for answers in [&current, &legacy] {
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    }
    if current[0].is_ok() {
        assert_eq!(legacy[0], Ok(()), "legacy rules must only add");
    }
    Some(current)
}

fn changed(bytes: &[u8], at: prop::sample::Index, by: u8, how: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = at.index(bytes.len());
    match how {
        0 => bytes[at] ^= by,
        1 => bytes.truncate(at),
        2 => bytes.insert(at, by),
        3 => {
            bytes.remove(at);
        }
        _ => bytes[at] = by,
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_changed_signature(which in 0usize..3, at: prop::sample::Index, by in 1u8.., how in 0u8..5) {
        let key = &keys()[which];
        let usual = SignatureAlgorithm::usual(key);
        let signature = backends::all()[0].1.usual_signing_key(key).unwrap().sign(b"message").unwrap();
        let wrong = changed(&signature, at, by, how);
        prop_assume!(wrong != signature);
        let answers = verdicts(usual.der(), key.public_key_der(), b"message", &wrong).unwrap();
        prop_assert_eq!(answers[0], Err(VerifyError::Invalid));
    }

    #[test]
    fn a_changed_key(which in 0usize..3, at: prop::sample::Index, by in 1u8.., how in 0u8..5) {
        let key = &keys()[which];
        let usual = SignatureAlgorithm::usual(key);
        let signature = backends::all()[0].1.usual_signing_key(key).unwrap().sign(b"message").unwrap();
        let wrong = changed(key.public_key_der(), at, by, how);
        prop_assume!(wrong != key.public_key_der());
        if let Some(answers) = verdicts(usual.der(), &wrong, b"message", &signature) {
            prop_assert!(answers[0].is_err());
        }
    }

    #[test]
    fn a_changed_algorithm(which in 0usize..3, at: prop::sample::Index, by in 1u8.., how in 0u8..5) {
        let key = &keys()[which];
        let usual = SignatureAlgorithm::usual(key);
        let signature = backends::all()[0].1.usual_signing_key(key).unwrap().sign(b"message").unwrap();
        let wrong = changed(usual.der(), at, by, how);
        prop_assume!(wrong != usual.der());
        if let Some(answers) = verdicts(&wrong, key.public_key_der(), b"message", &signature) {
            prop_assert!(answers[0].is_err());
        }
    }

    #[test]
    fn a_changed_message(which in 0usize..3, message in prop::collection::vec(any::<u8>(), 0..80), other in prop::collection::vec(any::<u8>(), 0..80)) {
        let key = &keys()[which];
        let usual = SignatureAlgorithm::usual(key);
        let signature = backends::all()[0].1.usual_signing_key(key).unwrap().sign(&message).unwrap();
        let answers = verdicts(usual.der(), key.public_key_der(), &message, &signature).unwrap();
        prop_assert_eq!(answers[0], Ok(()));
        let answers = verdicts(usual.der(), key.public_key_der(), &other, &signature).unwrap();
        prop_assert_eq!(answers[0].is_ok(), message == other);
    }
}
