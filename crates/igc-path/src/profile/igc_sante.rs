//! IGC-Santé and its predecessor IGC-CPS2bis, from what their real certificates hold.

use std::borrow::Cow;

use igc_x509::{Oid, oid};

use super::{
    Criticality::{Critical, Either, NonCritical},
    ExtensionRule, FieldRule,
    Presence::{Optional, Required, RequiredUnlessSelfSigned},
    Profile, checks, rfc5280, row, section6,
};
use crate::key_rules::{KeyRules, OtherKeys};

pub(super) fn profile() -> Profile {
    Profile {
        name: "igc-sante",
        end_entity: Cow::Borrowed(END_ENTITY),
        intermediate: Cow::Borrowed(AUTHORITY),
        anchor: Cow::Borrowed(AUTHORITY),
        fields: Cow::Borrowed(FIELDS),
        keys: KEYS,
        ..section6::profile()
    }
}

pub(super) fn legacy() -> Profile {
    Profile {
        name: "igc-legacy",
        signatures: Cow::Borrowed(LEGACY_SIGNATURES),
        keys: LEGACY_KEYS,
        ..section6::profile()
    }
}

const KEYS: KeyRules = KeyRules {
    rsa_least_bits: 2048,
    rsa_multiple_bits: 1,
    curves: &[oid::SECP256R1, oid::SECP384R1, oid::SECP521R1],
    others: OtherKeys::Refused,
    source: "IGC-Santé certificate profiles (RSA-2048 leaves, RSA-4096 authorities)",
};

/// CPS2bis: a root of 2047 bits, an authority of 1024.
const LEGACY_KEYS: KeyRules = KeyRules {
    rsa_least_bits: 1024,
    rsa_multiple_bits: 1,
    curves: &[],
    others: OtherKeys::Refused,
    source: "IGC-CPS2bis certificate profiles",
};

const LEGACY_SIGNATURES: &[Oid<'static>] =
    &[oid::SHA1_WITH_RSA_ENCRYPTION, oid::SHA256_WITH_RSA_ENCRYPTION];

const FIELDS: &[FieldRule] = &[rfc5280::SERIAL];

/// The 13 products; basicConstraints is non-critical and empty in them.
#[rustfmt::skip]
const END_ENTITY: &[ExtensionRule] = &[
    row(oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, RequiredUnlessSelfSigned, NonCritical, Some(checks::key_identifier), "RFC 5280 §4.2.1.1"),
    row(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, Optional, NonCritical, Some(checks::subject_key_identifier), "RFC 5280 §4.2.1.2"),
    row(oid::ID_CE_KEY_USAGE, Required, Critical, Some(checks::cert_sign_needs_ca), "IGC-Santé profiles, RFC 5280 §4.2.1.3"),
    row(oid::ID_CE_EXT_KEY_USAGE, Optional, NonCritical, Some(checks::extended_key_usage), "IGC-Santé profiles, RFC 5280 §4.2.1.12"),
    row(oid::ID_CE_CERTIFICATE_POLICIES, Required, Either, Some(checks::certificate_policies), "IGC-Santé profiles, RFC 5280 §4.2.1.4"),
    row(oid::ID_CE_POLICY_MAPPINGS, Optional, Either, Some(checks::policy_mappings), "RFC 5280 §4.2.1.5"),
    row(oid::ID_CE_SUBJECT_ALT_NAME, Optional, Either, Some(checks::subject_alt_name), "RFC 5280 §4.2.1.6"),
    row(oid::ID_CE_BASIC_CONSTRAINTS, Optional, Either, Some(checks::path_length_needs_ca), "RFC 5280 §4.2.1.9"),
    row(oid::ID_CE_NAME_CONSTRAINTS, Optional, Critical, Some(checks::name_constraints_need_ca), "RFC 5280 §4.2.1.10"),
    row(oid::ID_CE_POLICY_CONSTRAINTS, Optional, Critical, Some(checks::policy_constraints), "RFC 5280 §4.2.1.11"),
    row(oid::ID_CE_INHIBIT_ANY_POLICY, Optional, Critical, Some(checks::inhibit_any_policy), "RFC 5280 §4.2.1.14"),
    row(oid::ID_CE_CRL_DISTRIBUTION_POINTS, Optional, NonCritical, Some(checks::crl_distribution_points), "RFC 5280 §4.2.1.13"),
    row(oid::ID_CE_FRESHEST_CRL, Optional, NonCritical, Some(checks::freshest_crl), "RFC 5280 §4.2.1.15"),
    row(oid::ID_PE_AUTHORITY_INFO_ACCESS, Optional, NonCritical, Some(checks::authority_info_access), "RFC 5280 §4.2.2.1"),
];

#[rustfmt::skip]
const AUTHORITY: &[ExtensionRule] = &[
    row(oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, RequiredUnlessSelfSigned, NonCritical, Some(checks::key_identifier), "RFC 5280 §4.2.1.1"),
    row(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, Required, NonCritical, Some(checks::subject_key_identifier), "RFC 5280 §4.2.1.2"),
    row(oid::ID_CE_KEY_USAGE, Required, Critical, Some(checks::cert_sign_needs_ca), "IGC-Santé profiles, RFC 5280 §4.2.1.3"),
    row(oid::ID_CE_BASIC_CONSTRAINTS, Required, Critical, Some(checks::path_length_needs_ca), "RFC 5280 §4.2.1.9"),
    row(oid::ID_CE_CERTIFICATE_POLICIES, Optional, Either, Some(checks::certificate_policies), "RFC 5280 §4.2.1.4"),
    row(oid::ID_CE_POLICY_MAPPINGS, Optional, Either, Some(checks::policy_mappings), "RFC 5280 §4.2.1.5"),
    row(oid::ID_CE_EXT_KEY_USAGE, Optional, Either, Some(checks::extended_key_usage), "RFC 5280 §4.2.1.12"),
    row(oid::ID_CE_SUBJECT_ALT_NAME, Optional, Either, Some(checks::subject_alt_name), "RFC 5280 §4.2.1.6"),
    row(oid::ID_CE_NAME_CONSTRAINTS, Optional, Critical, Some(checks::name_constraints_need_ca), "RFC 5280 §4.2.1.10"),
    row(oid::ID_CE_POLICY_CONSTRAINTS, Optional, Critical, Some(checks::policy_constraints), "RFC 5280 §4.2.1.11"),
    row(oid::ID_CE_INHIBIT_ANY_POLICY, Optional, Critical, Some(checks::inhibit_any_policy), "RFC 5280 §4.2.1.14"),
    row(oid::ID_CE_CRL_DISTRIBUTION_POINTS, Optional, NonCritical, Some(checks::crl_distribution_points), "RFC 5280 §4.2.1.13"),
    row(oid::ID_CE_FRESHEST_CRL, Optional, NonCritical, Some(checks::freshest_crl), "RFC 5280 §4.2.1.15"),
    row(oid::ID_PE_AUTHORITY_INFO_ACCESS, Optional, NonCritical, Some(checks::authority_info_access), "RFC 5280 §4.2.2.1"),
];
