//! The technical profile of a product's certificates.

use core::ops::RangeInclusive;

use igc_x509::{KeyUsage, Oid, StringKind, Time};

use crate::data;
use crate::fact::Provenance;
use crate::rules::ValidityRule;
use crate::vocabulary::{Domain, Environment, ExtensionKind, Field, Gamme, KeyIdentifier, SanKind};

/// Everything that the certificates of one product have in common.
#[derive(Debug)]
pub struct Profile {
    pub(crate) gamme: Gamme,
    pub(crate) domain: Domain,
    pub(crate) subject: &'static SubjectTemplate,
    pub(crate) key_usage: KeyUsage,
    pub(crate) optional_key_usage: KeyUsage,
    pub(crate) extended_key_usage: &'static [Oid<'static>],
    pub(crate) san: SanSpec,
    pub(crate) policy_production: Option<&'static [u8]>,
    pub(crate) policy_test: Option<&'static [u8]>,
    pub(crate) signature_algorithm: Oid<'static>,
    pub(crate) serial_octets: u8,
    pub(crate) key_identifier: KeyIdentifier,
    pub(crate) legacy_key_identifier: KeyIdentifier,
    pub(crate) extensions: &'static [ExtensionSpec],
    pub(crate) legacy_extensions: &'static [ExtensionSpec],
    pub(crate) validity: &'static [&'static ValidityRule],
    pub(crate) sampled: bool,
}

/// One extension of a profile, at its place in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtensionSpec {
    /// Which extension, and by that what goes into it.
    pub kind: ExtensionKind,
    /// Whether it is marked critical.
    pub critical: bool,
}

/// What `subjectAltName` holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SanSpec {
    /// The form of the names; `None`: the extension is absent.
    pub kind: Option<SanKind>,
    /// Fields whose values are written, in this order, each value once.
    pub fields: &'static [Field],
    /// Whether every certificate of the product has the extension.
    pub always: bool,
}

/// How a subject is built.
#[derive(Debug)]
pub struct SubjectTemplate {
    /// Short name, stable.
    pub id: &'static str,
    /// One entry per RDN, most general first; a multi-valued RDN has several attributes.
    pub rdns: &'static [&'static [AttributeTemplate]],
    /// Where the form is known from.
    pub provenance: Provenance,
}

/// One attribute of a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttributeTemplate {
    /// Its type.
    pub attribute: Oid<'static>,
    /// Its string type.
    pub string: StringKind,
    /// Where its value comes from.
    pub value: AttributeValue,
    /// Most characters it may have (RFC 5280 appendix A.1, upper bounds).
    pub max_chars: u16,
    /// Cut here rather than refused.
    pub cut_chars: Option<u16>,
    /// Whether it may be left out.
    pub optional: bool,
}

/// Where the value of an attribute comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeValue {
    /// Always the same.
    Fixed(&'static str),
    /// What the person filled in.
    Field(Field),
}

/// A kind of key and whether certificates with it are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyRule {
    /// `RSA` or `EC-P256`.
    pub algorithm: &'static str,
    /// Size of the modulus or of the field.
    pub bits: u16,
    /// Status `unknown` means that nothing says whether the IGC takes such a key.
    pub provenance: Provenance,
}

/// Kinds of keys, the observed one first.
#[must_use]
pub fn key_rules() -> &'static [KeyRule] {
    data::KEY_RULES
}

/// Sizes of an RSA modulus that are taken, in bits: the smallest to the largest of [`key_rules`].
#[must_use]
pub fn rsa_bits() -> RangeInclusive<usize> {
    let sizes = || {
        let rsa = key_rules().iter().filter(|rule| rule.algorithm == "RSA");
        rsa.map(|rule| usize::from(rule.bits))
    };
    // Without a rule, none is.
    sizes().min().unwrap_or(1)..=sizes().max().unwrap_or(0)
}

/// Status and source of what all leaves share: signature, serial number, order of extensions.
#[must_use]
pub fn leaf_provenance() -> &'static [Provenance] {
    data::LEAF_PROVENANCE
}

impl Profile {
    /// Level of assurance of the issuer.
    #[must_use]
    pub const fn gamme(&self) -> Gamme {
        self.gamme
    }

    /// Domain of the issuer.
    #[must_use]
    pub const fn domain(&self) -> Domain {
        self.domain
    }

    /// How the subject is built.
    #[must_use]
    pub const fn subject(&self) -> &'static SubjectTemplate {
        self.subject
    }

    /// The bits of `keyUsage`.
    #[must_use]
    pub const fn key_usage(&self) -> KeyUsage {
        self.key_usage
    }

    /// Bits that a certificate of the product may have on top; new ones are made without.
    #[must_use]
    pub const fn optional_key_usage(&self) -> KeyUsage {
        self.optional_key_usage
    }

    /// The purposes in `extKeyUsage`, in order.
    #[must_use]
    pub const fn extended_key_usage(&self) -> &'static [Oid<'static>] {
        self.extended_key_usage
    }

    /// What `subjectAltName` holds.
    #[must_use]
    pub const fn san(&self) -> &SanSpec {
        &self.san
    }

    /// The certificate policy in an environment; `None`: not known.
    #[must_use]
    pub fn policy(&self, environment: Environment) -> Option<Oid<'static>> {
        let octets = match environment {
            Environment::Production => self.policy_production,
            Environment::Test | Environment::LocalTest => self.policy_test,
        };
        octets.and_then(Oid::from_bytes)
    }

    /// The issuer's signature algorithm.
    #[must_use]
    pub const fn signature_algorithm(&self) -> Oid<'static> {
        self.signature_algorithm
    }

    /// Length of the serial number in octets.
    #[must_use]
    pub const fn serial_octets(&self) -> u8 {
        self.serial_octets
    }

    /// How the subject key identifier is made today.
    #[must_use]
    pub const fn key_identifier(&self) -> KeyIdentifier {
        self.key_identifier
    }

    /// How it was made as long as extensions had the legacy order.
    #[must_use]
    pub const fn legacy_key_identifier(&self) -> KeyIdentifier {
        self.legacy_key_identifier
    }

    /// The extensions in today's order.
    #[must_use]
    pub const fn extensions(&self) -> &'static [ExtensionSpec] {
        self.extensions
    }

    /// The same extensions in the order last seen in January 2022.
    #[must_use]
    pub const fn legacy_extensions(&self) -> &'static [ExtensionSpec] {
        self.legacy_extensions
    }

    /// Whether the profile has an extension.
    #[must_use]
    pub fn has(&self, kind: ExtensionKind) -> bool {
        self.extensions.iter().any(|extension| extension.kind == kind)
    }

    /// The rules of validity, the oldest first; only the first is undated.
    #[must_use]
    pub const fn validity_rules(&self) -> &'static [&'static ValidityRule] {
        self.validity
    }

    /// The rule for a certificate that begins at `not_before`.
    #[must_use]
    pub fn validity_at(&self, not_before: Time) -> Option<&'static ValidityRule> {
        let applies = |rule: &&&ValidityRule| rule.from.is_none_or(|from| from <= not_before);
        self.validity.iter().rev().find(applies).copied()
    }

    /// Whether a certificate of the product has been seen; otherwise the profile is by analogy.
    #[must_use]
    pub const fn is_sampled(&self) -> bool {
        self.sampled
    }
}
