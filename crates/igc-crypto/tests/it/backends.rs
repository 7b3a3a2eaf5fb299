//! The backends under test.

use igc_crypto::{
    Digest, DigestAlgorithm, KeyGenerator, Legacy, RustCrypto, SignatureVerifier, SigningBackend,
};

/// Everything a backend offers.
pub(crate) trait Backend:
    SignatureVerifier + Digest + KeyGenerator + SigningBackend
{
}
impl<B: SignatureVerifier + Digest + KeyGenerator + SigningBackend> Backend for B {}

pub(crate) fn all() -> Vec<(&'static str, Box<dyn Backend>)> {
    vec![
        ("rustcrypto", Box::new(RustCrypto)),
        #[cfg(feature = "aws-lc")]
        ("aws-lc", Box::new(igc_crypto::AwsLc)),
    ]
}

pub(crate) fn legacy() -> Vec<(&'static str, Box<dyn SignatureVerifier>)> {
    vec![
        ("rustcrypto", Box::new(Legacy(RustCrypto))),
        #[cfg(feature = "aws-lc")]
        ("aws-lc", Box::new(Legacy(igc_crypto::AwsLc))),
    ]
}

/// FIPS 180-4 examples of "abc", from NIST's own sheets.
#[test]
fn digests_of_abc() {
    let expected = [
        (DigestAlgorithm::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (DigestAlgorithm::Sha224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
        (
            DigestAlgorithm::Sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (
            DigestAlgorithm::Sha384,
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
        ),
        (
            DigestAlgorithm::Sha512,
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ),
        (DigestAlgorithm::Sha512_224, "4634270f707b6a54daae7530460842e20e37ed265ceee9a43e8924aa"),
        (
            DigestAlgorithm::Sha512_256,
            "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23",
        ),
    ];
    assert_eq!(expected.map(|(algorithm, _)| algorithm), DigestAlgorithm::ALL);
    for (name, backend) in all() {
        for (algorithm, hex) in expected {
            let digest = backend.digest(algorithm, b"abc");
            assert_eq!(digest.len(), algorithm.output_len());
            let text: String = digest.iter().map(|octet| format!("{octet:02x}")).collect();
            assert_eq!(text, hex, "{name} {algorithm:?}");
        }
    }
}
