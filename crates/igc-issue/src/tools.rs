//! The cryptography that issuing needs, handed in by the caller.

use igc_crypto::{Digest, KeyGenerator, Random, SignatureVerifier, SigningBackend};

/// A backend's traits and a source of randomness.
#[derive(Clone, Copy)]
pub struct Tools<'a> {
    pub(crate) generator: &'a dyn KeyGenerator,
    pub(crate) signing: &'a dyn SigningBackend,
    pub(crate) verifier: &'a dyn SignatureVerifier,
    pub(crate) digest: &'a dyn Digest,
    pub(crate) random: &'a dyn Random,
}

impl<'a> Tools<'a> {
    /// All of one backend, and the randomness of serial numbers.
    pub const fn new<B>(backend: &'a B, random: &'a dyn Random) -> Self
    where
        B: KeyGenerator + SigningBackend + SignatureVerifier + Digest,
    {
        Self { generator: backend, signing: backend, verifier: backend, digest: backend, random }
    }
}

impl core::fmt::Debug for Tools<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Tools").finish_non_exhaustive()
    }
}
