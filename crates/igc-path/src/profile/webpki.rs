//! The web's PKI: CA/Browser Forum Baseline Requirements for TLS server certificates (version 2).

use std::borrow::Cow;

use igc_x509::{Oid, oid};

use super::{
    Criticality::{Critical, Either, NonCritical},
    ExtensionRule, FieldRule,
    Presence::{Forbidden, Optional, Required, RequiredUnlessSelfSigned},
    Profile, Wildcards, checks, rfc5280, row,
};
use crate::key_rules::{KeyRules, OtherKeys};

pub(super) fn profile() -> Profile {
    Profile {
        name: "webpki",
        end_entity: Cow::Borrowed(SUBSCRIBER),
        intermediate: Cow::Borrowed(SUBORDINATE),
        anchor: Cow::Borrowed(ROOT),
        fields: Cow::Borrowed(FIELDS),
        signatures: Cow::Borrowed(SIGNATURES),
        keys: KEYS,
        wildcards: Wildcards::NotOnPublicSuffix,
    }
}

/// Baseline Requirements §7.1.3.2.
const SIGNATURES: &[Oid<'static>] = &[
    oid::SHA256_WITH_RSA_ENCRYPTION,
    oid::SHA384_WITH_RSA_ENCRYPTION,
    oid::SHA512_WITH_RSA_ENCRYPTION,
    oid::RSASSA_PSS,
    oid::ECDSA_WITH_SHA256,
    oid::ECDSA_WITH_SHA384,
    oid::ECDSA_WITH_SHA512,
];

const KEYS: KeyRules = KeyRules {
    rsa_least_bits: 2048,
    rsa_multiple_bits: 8,
    curves: &[oid::SECP256R1, oid::SECP384R1, oid::SECP521R1],
    others: OtherKeys::Refused,
    source: "CABF BR §6.1.5, §7.1.3.1",
};

const FIELDS: &[FieldRule] = &[
    rfc5280::SERIAL,
    FieldRule {
        check: checks::version_3,
        rule: "the certificate is older than version 3",
        source: "CABF BR §7.1.2",
    },
    FieldRule {
        check: checks::common_name_in_alt_name,
        rule: "a common name is not among the names of subjectAltName",
        source: "CABF BR §7.1.4.3",
    },
];

#[rustfmt::skip]
const SUBSCRIBER: &[ExtensionRule] = &[
    row(oid::ID_PE_AUTHORITY_INFO_ACCESS, Optional, NonCritical, Some(checks::authority_info_access), "CABF BR §7.1.2.7.7"),
    row(oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, Required, NonCritical, Some(checks::key_identifier_alone), "CABF BR §7.1.2.11.1"),
    row(oid::ID_CE_CERTIFICATE_POLICIES, Optional, NonCritical, Some(checks::certificate_policies), "CABF BR §7.1.2.7.9"),
    row(oid::ID_CE_EXT_KEY_USAGE, Required, NonCritical, Some(checks::server_auth), "CABF BR §7.1.2.7.10"),
    row(oid::ID_CE_SUBJECT_ALT_NAME, Required, Either, Some(checks::subject_alt_name_web), "CABF BR §7.1.2.7.12"),
    row(oid::ID_CE_NAME_CONSTRAINTS, Forbidden, Either, None, "CABF BR §7.1.2.7.6"),
    row(oid::ID_CE_KEY_USAGE, Optional, Either, Some(checks::cert_sign_needs_ca), "CABF BR §7.1.2.7.11"),
    row(oid::ID_CE_BASIC_CONSTRAINTS, Optional, Either, Some(checks::not_a_ca), "CABF BR §7.1.2.7.8"),
    row(oid::ID_CE_CRL_DISTRIBUTION_POINTS, Optional, NonCritical, Some(checks::crl_distribution_points), "CABF BR §7.1.2.11.2"),
    row(oid::CT_PRECERT_SCTS, Optional, NonCritical, None, "CABF BR §7.1.2.11.3"),
    row(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, Optional, NonCritical, Some(checks::subject_key_identifier), "CABF BR §7.1.2.11.4"),
];

#[rustfmt::skip]
const SUBORDINATE: &[ExtensionRule] = &[
    row(oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, RequiredUnlessSelfSigned, NonCritical, Some(checks::key_identifier_alone), "CABF BR §7.1.2.11.1"),
    row(oid::ID_CE_BASIC_CONSTRAINTS, Required, Critical, Some(checks::path_length_needs_ca), "CABF BR §7.1.2.10.4"),
    row(oid::ID_CE_KEY_USAGE, Optional, Either, Some(checks::cert_sign_needs_ca), "CABF BR §7.1.2.10.7"),
    row(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, Required, NonCritical, Some(checks::subject_key_identifier), "CABF BR §7.1.2.11.4"),
    row(oid::ID_CE_EXT_KEY_USAGE, Optional, Either, Some(checks::extended_key_usage), "CABF BR §7.1.2.10.6"),
    row(oid::ID_CE_NAME_CONSTRAINTS, Optional, Either, Some(checks::name_constraints_need_ca), "CABF BR §7.1.2.10.8"),
    row(oid::ID_CE_CERTIFICATE_POLICIES, Optional, Either, Some(checks::certificate_policies), "CABF BR §7.1.2.10.5"),
    row(oid::ID_CE_POLICY_MAPPINGS, Optional, Either, Some(checks::policy_mappings), "RFC 5280 §4.2.1.5"),
    row(oid::ID_CE_POLICY_CONSTRAINTS, Optional, Critical, Some(checks::policy_constraints), "RFC 5280 §4.2.1.11"),
    row(oid::ID_CE_INHIBIT_ANY_POLICY, Optional, Critical, Some(checks::inhibit_any_policy), "RFC 5280 §4.2.1.14"),
    row(oid::ID_CE_SUBJECT_ALT_NAME, Optional, Either, Some(checks::subject_alt_name), "RFC 5280 §4.2.1.6"),
    row(oid::ID_CE_CRL_DISTRIBUTION_POINTS, Optional, NonCritical, Some(checks::crl_distribution_points), "CABF BR §7.1.2.11.2"),
    row(oid::ID_PE_AUTHORITY_INFO_ACCESS, Optional, NonCritical, Some(checks::authority_info_access), "CABF BR §7.1.2.10.3"),
];

#[rustfmt::skip]
const ROOT: &[ExtensionRule] = &[
    row(oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, RequiredUnlessSelfSigned, NonCritical, Some(checks::own_key_identifier), "CABF BR §7.1.2.1.3"),
    row(oid::ID_CE_BASIC_CONSTRAINTS, Required, Critical, Some(checks::path_length_needs_ca), "CABF BR §7.1.2.1.4"),
    row(oid::ID_CE_KEY_USAGE, Optional, Either, Some(checks::cert_sign_needs_ca), "CABF BR §7.1.2.1.2"),
    row(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, Required, NonCritical, Some(checks::subject_key_identifier), "CABF BR §7.1.2.11.4"),
    row(oid::ID_CE_EXT_KEY_USAGE, Forbidden, Either, None, "CABF BR §7.1.2.1.2"),
    row(oid::ID_CE_NAME_CONSTRAINTS, Optional, Either, Some(checks::name_constraints_need_ca), "CABF BR §7.1.2.10.8"),
    row(oid::ID_CE_CERTIFICATE_POLICIES, Optional, Either, Some(checks::certificate_policies), "CABF BR §7.1.2.1.2"),
    row(oid::ID_CE_POLICY_CONSTRAINTS, Optional, Critical, Some(checks::policy_constraints), "RFC 5280 §4.2.1.11"),
    row(oid::ID_CE_INHIBIT_ANY_POLICY, Optional, Critical, Some(checks::inhibit_any_policy), "RFC 5280 §4.2.1.14"),
    row(oid::ID_CE_SUBJECT_ALT_NAME, Optional, Either, Some(checks::subject_alt_name), "RFC 5280 §4.2.1.6"),
];
