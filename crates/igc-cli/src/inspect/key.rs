//! Public keys, and the public half of private ones.
use igc_x509::{SubjectPublicKeyInfo, oid};
use serde::Serialize;

/// A key in one line, and its size.
#[derive(Serialize)]
pub(crate) struct KeyFacts {
    pub(crate) algorithm: String,
    pub(crate) bits: Option<usize>,
    pub(crate) curve: Option<String>,
}

impl KeyFacts {
    pub(crate) fn of(key: &SubjectPublicKeyInfo<'_>) -> Self {
        let named =
            |oid: igc_x509::Oid<'_>| oid.name().map_or_else(|| oid.to_string(), str::to_owned);
        let algorithm = match key.algorithm.oid {
            oid::RSA_ENCRYPTION => "RSA".to_owned(),
            oid::ID_EC_PUBLIC_KEY => "EC".to_owned(),
            other => named(other),
        };
        let bits = key.rsa().ok().flatten().map(|rsa| rsa.bits());
        Self { algorithm, bits, curve: key.named_curve().map(named) }
    }

    /// `RSA 2048`, `EC secp256r1`.
    pub(crate) fn line(&self) -> String {
        match (self.bits, &self.curve) {
            (Some(bits), _) => format!("{} {bits}", self.algorithm),
            (None, Some(curve)) => format!("{} {curve}", self.algorithm),
            (None, None) => self.algorithm.clone(),
        }
    }
}
