//! RFC 5280 §6.1 alone: every extension it processes is known, nothing is asked of issuers.

use std::borrow::Cow;

use igc_x509::{Oid, oid};

use super::{
    Criticality::Either, ExtensionRule, Presence::Optional, Profile, Wildcards, checks, row,
};
use crate::key_rules::{KeyRules, OtherKeys};

pub(super) fn profile() -> Profile {
    Profile {
        name: "validation-only",
        end_entity: Cow::Borrowed(TABLE),
        intermediate: Cow::Borrowed(TABLE),
        anchor: Cow::Borrowed(TABLE),
        fields: Cow::Borrowed(&[]),
        signatures: Cow::Borrowed(SIGNATURES),
        keys: KEYS,
        wildcards: Wildcards::Anywhere,
    }
}

/// SHA-2 with RSA, RSA-PSS and ECDSA, and Ed25519. SHA-1 is not here: SHAttered (2017) and
/// chosen-prefix collisions (2020) make forged certificates practical.
pub(super) const SIGNATURES: &[Oid<'static>] = &[
    oid::SHA256_WITH_RSA_ENCRYPTION,
    oid::SHA384_WITH_RSA_ENCRYPTION,
    oid::SHA512_WITH_RSA_ENCRYPTION,
    oid::RSASSA_PSS,
    oid::ECDSA_WITH_SHA256,
    oid::ECDSA_WITH_SHA384,
    oid::ECDSA_WITH_SHA512,
    oid::ID_ED25519,
];

/// RSA below 1024 bits has been factored (RSA-768, 2009).
pub(super) const KEYS: KeyRules = KeyRules {
    rsa_least_bits: 1024,
    rsa_multiple_bits: 1,
    curves: &[oid::SECP256R1, oid::SECP384R1, oid::SECP521R1],
    others: OtherKeys::Accepted,
    source: "RFC 5480 §2.1.1, NIST SP 800-131A §3",
};

#[rustfmt::skip]
const TABLE: &[ExtensionRule] = &[
    row(oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, Optional, Either, None, "RFC 5280 §4.2.1.1"),
    row(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, Optional, Either, None, "RFC 5280 §4.2.1.2"),
    row(oid::ID_CE_KEY_USAGE, Optional, Either, Some(checks::key_usage), "RFC 5280 §4.2.1.3"),
    row(oid::ID_CE_CERTIFICATE_POLICIES, Optional, Either, Some(checks::certificate_policies), "RFC 5280 §4.2.1.4"),
    row(oid::ID_CE_POLICY_MAPPINGS, Optional, Either, Some(checks::policy_mappings), "RFC 5280 §4.2.1.5"),
    row(oid::ID_CE_SUBJECT_ALT_NAME, Optional, Either, Some(checks::subject_alt_name_decodes), "RFC 5280 §4.2.1.6"),
    row(oid::ID_CE_ISSUER_ALT_NAME, Optional, Either, None, "RFC 5280 §4.2.1.7"),
    row(oid::ID_CE_BASIC_CONSTRAINTS, Optional, Either, Some(checks::basic_constraints), "RFC 5280 §4.2.1.9"),
    row(oid::ID_CE_NAME_CONSTRAINTS, Optional, Either, Some(checks::name_constraints), "RFC 5280 §4.2.1.10"),
    row(oid::ID_CE_POLICY_CONSTRAINTS, Optional, Either, Some(checks::policy_constraints), "RFC 5280 §4.2.1.11"),
    row(oid::ID_CE_EXT_KEY_USAGE, Optional, Either, Some(checks::extended_key_usage), "RFC 5280 §4.2.1.12"),
    row(oid::ID_CE_CRL_DISTRIBUTION_POINTS, Optional, Either, Some(checks::crl_distribution_points), "RFC 5280 §4.2.1.13"),
    row(oid::ID_CE_INHIBIT_ANY_POLICY, Optional, Either, Some(checks::inhibit_any_policy), "RFC 5280 §4.2.1.14"),
    row(oid::ID_CE_FRESHEST_CRL, Optional, Either, None, "RFC 5280 §4.2.1.15"),
];
