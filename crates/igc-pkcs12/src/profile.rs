//! How a file is written: data, with the software each profile is proven with.

use igc_crypto::pbe::{Cipher, HashKind};

/// A way of writing a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PackProfile {
    /// What a user writes: `igc-sante`.
    pub name: &'static str,
    /// How the certificates are encrypted; `None`: in clear.
    pub certificates: Option<Encryption>,
    /// How the key is encrypted.
    pub key: Encryption,
    /// What protects the whole.
    pub integrity: Integrity,
    /// Whether only legacy software needs it, so that it is reported.
    pub legacy: bool,
}

/// An encryption scheme, before its salt is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Encryption {
    /// `pbeWithSHAAnd3-KeyTripleDES-CBC` (RFC 7292 appendix C).
    Sha1TripleDes {
        /// Iterations.
        iterations: u64,
    },
    /// PBES2 with PBKDF2 (RFC 8018 §6.2).
    Pbes2 {
        /// The hash under HMAC.
        prf: HashKind,
        /// The cipher.
        cipher: Cipher,
        /// Iterations.
        iterations: u64,
    },
}

/// A MAC, before its salt is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Integrity {
    /// HMAC with the derivation of RFC 7292 §B.2.
    Hmac {
        /// The hash.
        hash: HashKind,
        /// Iterations.
        iterations: u64,
    },
    /// PBMAC1 (RFC 9579).
    Pbmac1 {
        /// The hash, for both uses.
        hash: HashKind,
        /// Iterations.
        iterations: u64,
    },
}

impl PackProfile {
    /// What the IGC-Santé platform delivers: certificates in clear, the key under triple DES. Made for likeness, not for
    /// strength.
    ///
    /// Proven with OpenSSL 3.0, Java 17, Node 20.
    pub const IGC_SANTE: Self = Self {
        name: "igc-sante",
        certificates: None,
        key: Encryption::Sha1TripleDes { iterations: 2048 },
        integrity: Integrity::Hmac { hash: HashKind::Sha1, iterations: 2048 },
        legacy: true,
    };

    /// For software of today: AES-256 and SHA-256 throughout, 600,000 iterations (OWASP's advice for PBKDF2-HMAC-SHA-256).
    ///
    /// Proven with OpenSSL 3.0 (without `-legacy`), Java 17, Node 20.
    pub const MODERN: Self = Self {
        name: "modern",
        certificates: Some(MODERN_ENCRYPTION),
        key: MODERN_ENCRYPTION,
        integrity: Integrity::Hmac { hash: HashKind::Sha256, iterations: 600_000 },
        legacy: false,
    };

    /// As [`MODERN`](Self::MODERN) with the MAC of RFC 9579, which OpenSSL reads from 3.4 and Java from 24.
    pub const PBMAC1: Self = Self {
        name: "pbmac1",
        integrity: Integrity::Pbmac1 { hash: HashKind::Sha256, iterations: 600_000 },
        ..Self::MODERN
    };

    /// Every profile.
    pub const ALL: [Self; 3] = [Self::IGC_SANTE, Self::MODERN, Self::PBMAC1];

    /// The same profile with another number of iterations throughout.
    #[must_use]
    pub fn with_iterations(self, iterations: u64) -> Self {
        let encryption = |encryption| match encryption {
            Encryption::Sha1TripleDes { .. } => Encryption::Sha1TripleDes { iterations },
            Encryption::Pbes2 { prf, cipher, .. } => Encryption::Pbes2 { prf, cipher, iterations },
        };
        let integrity = match self.integrity {
            Integrity::Hmac { hash, .. } => Integrity::Hmac { hash, iterations },
            Integrity::Pbmac1 { hash, .. } => Integrity::Pbmac1 { hash, iterations },
        };
        Self {
            certificates: self.certificates.map(encryption),
            key: encryption(self.key),
            integrity,
            ..self
        }
    }

    /// The profile of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.name == name)
    }
}

const MODERN_ENCRYPTION: Encryption =
    Encryption::Pbes2 { prf: HashKind::Sha256, cipher: Cipher::Aes256, iterations: 600_000 };
