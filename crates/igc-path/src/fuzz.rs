//! Properties for the fuzzers; also run as tests.

use igc_crypto::{SignatureVerifier, VerifyError, VerifyingKey};
use igc_x509::{AlgorithmIdentifier, Certificate, SubjectPublicKeyInfo, Time};

use crate::{PathBuilder, Policy, Profile, TrustAnchor};

/// Takes every signature for good, so that the rules behind it are reached.
struct Credulous;

impl SignatureVerifier for Credulous {
    fn prepare(&self, _: &SubjectPublicKeyInfo<'_>) -> Result<Box<dyn VerifyingKey>, VerifyError> {
        Err(VerifyError::Unsupported)
    }

    fn verify(
        &self,
        _: &AlgorithmIdentifier<'_>,
        _: &SubjectPublicKeyInfo<'_>,
        _: &[u8],
        _: &[u8],
    ) -> Result<(), VerifyError> {
        Ok(())
    }
}

/// `data` is certificates one after the other: the end entity, then a bag of which the last is
/// also the anchor. Whatever they hold, there is an answer, and the order of the bag does not
/// change whether it is a path.
pub fn path(data: &[u8]) {
    let certificates: Vec<_> =
        split(data).into_iter().filter_map(|der| Certificate::parse(der).ok()).collect();
    let [end_entity, bag @ ..] = certificates.as_slice() else { return };
    let Some(last) = bag.last() else { return };
    let Some(at) = Time::from_unix(1_700_000_000) else { return };
    let anchors = [TrustAnchor::from_certificate(*last)];
    let reversed: Vec<_> = bag.iter().rev().copied().collect();
    for profile in [Profile::rfc5280(), Profile::webpki(), Profile::igc_sante()] {
        let policy = Policy::new(at, profile);
        let found = PathBuilder::new(&anchors, bag, &policy, &Credulous).build(end_entity);
        let again = PathBuilder::new(&anchors, &reversed, &policy, &Credulous).build(end_entity);
        assert_eq!(found.is_ok(), again.is_ok(), "the order of the bag decides");
    }
}

/// Cuts at the lengths that DER headers tell.
fn split(mut data: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    while let Some(length) = der_length(data) {
        let Some((part, rest)) = data.split_at_checked(length) else { break };
        parts.push(part);
        data = rest;
    }
    parts
}

fn der_length(data: &[u8]) -> Option<usize> {
    let (header, length) = match data {
        [0x30, length @ 0..=0x7f, ..] => (2_usize, usize::from(*length)),
        [0x30, 0x81, a, ..] => (3, usize::from(*a)),
        [0x30, 0x82, a, b, ..] => (4, usize::from(u16::from_be_bytes([*a, *b]))),
        _ => return None,
    };
    header.checked_add(length)
}
