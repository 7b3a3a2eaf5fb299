//! What the end entity's key is wanted for: key usage and extended key usage together.
//!
//! A purpose is data. Those named after products follow what IGC-Santé issues; a caller can make
//! his own with [`Purpose::custom`].

use igc_x509::{KeyUsage, Oid, oid};

/// Whether anyExtendedKeyUsage stands for the usage asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnyUsage {
    /// It does (RFC 5280 §4.2.1.12 leaves the choice).
    Accepted,
    /// Only the usage itself does.
    Refused,
}

/// What the end entity's key is wanted for.
///
/// An absent keyUsage or extKeyUsage allows everything (RFC 5280 §4.2.1.3, §4.2.1.12); a profile
/// may require them to be present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    name: &'static str,
    key_usage: KeyUsage,
    extended: &'static [Oid<'static>],
    any_usage: AnyUsage,
}

impl Purpose {
    /// No particular use: neither keyUsage nor extKeyUsage is looked at.
    #[must_use]
    pub const fn any() -> Self {
        Self::custom("any", KeyUsage::from_bits(0), &[], AnyUsage::Accepted)
    }

    /// A TLS server (SERV_SSL).
    #[must_use]
    pub const fn tls_server() -> Self {
        Self::custom(
            "tls-server",
            one_of(&[
                KeyUsage::DIGITAL_SIGNATURE,
                KeyUsage::KEY_ENCIPHERMENT,
                KeyUsage::KEY_AGREEMENT,
            ]),
            &[oid::ID_KP_SERVER_AUTH],
            AnyUsage::Accepted,
        )
    }

    /// A TLS client (ORG_AUTH_CLI, SERV_SSL, PS_AUTH): no name is needed in subjectAltName.
    #[must_use]
    pub const fn tls_client() -> Self {
        Self::custom(
            "tls-client",
            one_of(&[KeyUsage::DIGITAL_SIGNATURE, KeyUsage::KEY_AGREEMENT]),
            &[oid::ID_KP_CLIENT_AUTH],
            AnyUsage::Accepted,
        )
    }

    /// A seal or signature on documents, mail and tokens (ORG_SIGN, SERV_SIGN, PS_SIGN, PRO_SIGN):
    /// emailProtection is what IGC-Santé writes, with or without an address.
    #[must_use]
    pub const fn seal() -> Self {
        Self::custom(
            "seal",
            one_of(&[KeyUsage::NON_REPUDIATION, KeyUsage::DIGITAL_SIGNATURE]),
            &[oid::ID_KP_EMAIL_PROTECTION, oid::ID_KP_DOCUMENT_SIGNING],
            AnyUsage::Refused,
        )
    }

    /// Decryption by the holder (ORG_CONF, SERV_CONF, PS_CONF, PRO_CONF).
    #[must_use]
    pub const fn confidentiality() -> Self {
        Self::custom(
            "confidentiality",
            one_of(&[
                KeyUsage::KEY_ENCIPHERMENT,
                KeyUsage::KEY_AGREEMENT,
                KeyUsage::DATA_ENCIPHERMENT,
            ]),
            &[oid::ID_KP_EMAIL_PROTECTION],
            AnyUsage::Accepted,
        )
    }

    /// Log-on with a card (PS_AUTH and card certificates).
    #[must_use]
    pub const fn smart_card_logon() -> Self {
        Self::custom(
            "smart-card-logon",
            one_of(&[KeyUsage::DIGITAL_SIGNATURE]),
            &[oid::MS_SMARTCARD_LOGIN],
            AnyUsage::Refused,
        )
    }

    /// A delegated OCSP responder (RFC 6960 §4.2.2.2).
    #[must_use]
    pub const fn ocsp_signing() -> Self {
        Self::custom(
            "ocsp-signing",
            one_of(&[KeyUsage::DIGITAL_SIGNATURE, KeyUsage::NON_REPUDIATION]),
            &[oid::ID_KP_OCSP_SIGNING],
            AnyUsage::Refused,
        )
    }

    /// A purpose of the caller's own: any one of `key_usage`, and any one of `extended`. Empty ones
    /// ask for nothing.
    #[must_use]
    pub const fn custom(
        name: &'static str,
        key_usage: KeyUsage,
        extended: &'static [Oid<'static>],
        any_usage: AnyUsage,
    ) -> Self {
        Self { name, key_usage, extended, any_usage }
    }

    /// The same purpose with other key usages, any one of which will do; none to ask for none.
    #[must_use]
    pub const fn with_key_usage(mut self, key_usage: KeyUsage) -> Self {
        self.key_usage = key_usage;
        self
    }

    /// The purposes with a name of their own.
    #[must_use]
    pub const fn all() -> [Self; 7] {
        [
            Self::any(),
            Self::tls_server(),
            Self::tls_client(),
            Self::seal(),
            Self::confidentiality(),
            Self::smart_card_logon(),
            Self::ocsp_signing(),
        ]
    }

    /// The name, as on a command line: `tls-client`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The key usages of which one is needed.
    #[must_use]
    pub const fn key_usage(&self) -> KeyUsage {
        self.key_usage
    }

    /// The extended key usages of which one is needed.
    #[must_use]
    pub const fn extended(&self) -> &'static [Oid<'static>] {
        self.extended
    }

    /// Whether these extended key usages allow the purpose.
    pub(crate) fn is_allowed_by<'a>(&self, mut usages: impl Iterator<Item = Oid<'a>>) -> bool {
        self.extended.is_empty()
            || usages.any(|usage| {
                self.extended.contains(&usage)
                    || (self.any_usage == AnyUsage::Accepted
                        && usage == oid::ANY_EXTENDED_KEY_USAGE)
            })
    }
}

const fn one_of(usages: &[KeyUsage]) -> KeyUsage {
    let mut bits = 0;
    let mut rest = usages;
    while let [first, tail @ ..] = rest {
        bits |= first.bits();
        rest = tail;
    }
    KeyUsage::from_bits(bits)
}
