//! The kinds of key the toolkit makes.

/// A kind of key pair that can be made and signed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// RSA, modulus of 2048 bits, public exponent 65537.
    Rsa2048,
    /// RSA, modulus of 3072 bits, public exponent 65537.
    Rsa3072,
    /// RSA, modulus of 4096 bits, public exponent 65537.
    Rsa4096,
    /// Elliptic curve P-256 (secp256r1, RFC 5480 §2.1.1.1).
    P256,
}

impl KeyKind {
    /// Every kind, smallest RSA modulus first.
    pub const ALL: [Self; 4] = [Self::Rsa2048, Self::Rsa3072, Self::Rsa4096, Self::P256];

    /// Bits of the modulus, or of the curve's field.
    #[must_use]
    pub const fn bits(self) -> u32 {
        match self {
            Self::Rsa2048 => 2048,
            Self::Rsa3072 => 3072,
            Self::Rsa4096 => 4096,
            Self::P256 => 256,
        }
    }

    /// Whether this is an RSA key.
    #[must_use]
    pub const fn is_rsa(self) -> bool {
        !matches!(self, Self::P256)
    }

    /// The name a user writes: `rsa-2048`, `p-256`, …
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rsa2048 => "rsa-2048",
            Self::Rsa3072 => "rsa-3072",
            Self::Rsa4096 => "rsa-4096",
            Self::P256 => "p-256",
        }
    }

    /// The kind of that name, in any case, with or without the hyphen.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let plain = |text: &str| -> String {
            text.chars().filter(|c| *c != '-').map(|c| c.to_ascii_lowercase()).collect()
        };
        let wanted = plain(name);
        Self::ALL.into_iter().find(|kind| plain(kind.name()) == wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_kind() {
        for kind in KeyKind::ALL {
            assert_eq!(KeyKind::from_name(kind.name()), Some(kind));
            assert_eq!(
                KeyKind::from_name(&kind.name().to_uppercase().replace('-', "")),
                Some(kind)
            );
        }
        assert_eq!(KeyKind::from_name("rsa-1024"), None);
    }
}
