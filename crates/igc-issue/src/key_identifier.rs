//! How a key identifier follows from a key (RFC 5280 §4.2.1.2).

use igc_catalogue::KeyIdentifier;
use igc_crypto::{Digest, DigestAlgorithm};
use igc_x509::SubjectPublicKeyInfo;

/// The identifier of `key` made in the way the profile says.
pub(crate) fn of(
    way: KeyIdentifier,
    digest: &dyn Digest,
    key: &SubjectPublicKeyInfo<'_>,
) -> Vec<u8> {
    let octets = match way {
        KeyIdentifier::SubjectPublicKey => key.subject_public_key,
        KeyIdentifier::SubjectPublicKeyInfo => key.der(),
    };
    digest.digest(DigestAlgorithm::Sha1, octets)
}

/// The identifier of an authority's key: method (1).
pub(crate) fn authority(digest: &dyn Digest, key: &SubjectPublicKeyInfo<'_>) -> Vec<u8> {
    of(KeyIdentifier::SubjectPublicKey, digest, key)
}
