//! RFC 5280 with the rules of its §4 on conforming issuers.

use std::borrow::Cow;

use igc_x509::oid;

use super::{
    Criticality::{Critical, Either, NonCritical},
    ExtensionRule, FieldRule,
    Presence::{Optional, Required, RequiredUnlessSelfSigned},
    Profile, checks, row, section6,
};

pub(super) fn profile() -> Profile {
    Profile {
        name: "rfc5280",
        end_entity: Cow::Borrowed(END_ENTITY),
        intermediate: Cow::Borrowed(AUTHORITY),
        anchor: Cow::Borrowed(AUTHORITY),
        fields: Cow::Borrowed(FIELDS),
        ..section6::profile()
    }
}

pub(super) const SERIAL: FieldRule = FieldRule {
    check: checks::serial,
    rule: "the serial number is not positive or exceeds 20 octets",
    source: "RFC 5280 §4.1.2.2",
};

const FIELDS: &[FieldRule] = &[SERIAL];

#[rustfmt::skip]
const END_ENTITY: &[ExtensionRule] = &[
    row(oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, RequiredUnlessSelfSigned, NonCritical, Some(checks::key_identifier), "RFC 5280 §4.2.1.1"),
    row(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, Optional, NonCritical, Some(checks::subject_key_identifier), "RFC 5280 §4.2.1.2"),
    row(oid::ID_CE_KEY_USAGE, Optional, Either, Some(checks::cert_sign_needs_ca), "RFC 5280 §4.2.1.3"),
    row(oid::ID_CE_CERTIFICATE_POLICIES, Optional, Either, Some(checks::certificate_policies), "RFC 5280 §4.2.1.4"),
    row(oid::ID_CE_POLICY_MAPPINGS, Optional, Either, Some(checks::policy_mappings), "RFC 5280 §4.2.1.5"),
    row(oid::ID_CE_SUBJECT_ALT_NAME, Optional, Either, Some(checks::subject_alt_name), "RFC 5280 §4.2.1.6"),
    row(oid::ID_CE_ISSUER_ALT_NAME, Optional, Either, None, "RFC 5280 §4.2.1.7"),
    row(oid::ID_CE_SUBJECT_DIRECTORY_ATTRIBUTES, Optional, NonCritical, None, "RFC 5280 §4.2.1.8"),
    row(oid::ID_CE_BASIC_CONSTRAINTS, Optional, Either, Some(checks::path_length_needs_ca), "RFC 5280 §4.2.1.9"),
    row(oid::ID_CE_NAME_CONSTRAINTS, Optional, Critical, Some(checks::name_constraints_need_ca), "RFC 5280 §4.2.1.10"),
    row(oid::ID_CE_POLICY_CONSTRAINTS, Optional, Critical, Some(checks::policy_constraints), "RFC 5280 §4.2.1.11"),
    row(oid::ID_CE_EXT_KEY_USAGE, Optional, Either, Some(checks::extended_key_usage), "RFC 5280 §4.2.1.12"),
    row(oid::ID_CE_CRL_DISTRIBUTION_POINTS, Optional, Either, Some(checks::crl_distribution_points), "RFC 5280 §4.2.1.13"),
    row(oid::ID_CE_INHIBIT_ANY_POLICY, Optional, Critical, Some(checks::inhibit_any_policy), "RFC 5280 §4.2.1.14"),
    row(oid::ID_CE_FRESHEST_CRL, Optional, NonCritical, Some(checks::freshest_crl), "RFC 5280 §4.2.1.15"),
    row(oid::ID_PE_AUTHORITY_INFO_ACCESS, Optional, NonCritical, Some(checks::authority_info_access), "RFC 5280 §4.2.2.1"),
    row(oid::ID_PE_SUBJECT_INFO_ACCESS, Optional, NonCritical, None, "RFC 5280 §4.2.2.2"),
    row(oid::ID_CE_NO_REV_AVAIL, Optional, NonCritical, None, "RFC 9608 §3"),
];

/// CA certificates, an anchor's included.
#[rustfmt::skip]
const AUTHORITY: &[ExtensionRule] = &[
    row(oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, RequiredUnlessSelfSigned, NonCritical, Some(checks::key_identifier), "RFC 5280 §4.2.1.1"),
    row(oid::ID_CE_SUBJECT_KEY_IDENTIFIER, Required, NonCritical, Some(checks::subject_key_identifier), "RFC 5280 §4.2.1.2"),
    row(oid::ID_CE_KEY_USAGE, Optional, Either, Some(checks::cert_sign_needs_ca), "RFC 5280 §4.2.1.3"),
    row(oid::ID_CE_CERTIFICATE_POLICIES, Optional, Either, Some(checks::certificate_policies), "RFC 5280 §4.2.1.4"),
    row(oid::ID_CE_POLICY_MAPPINGS, Optional, Either, Some(checks::policy_mappings), "RFC 5280 §4.2.1.5"),
    row(oid::ID_CE_SUBJECT_ALT_NAME, Optional, Either, Some(checks::subject_alt_name), "RFC 5280 §4.2.1.6"),
    row(oid::ID_CE_ISSUER_ALT_NAME, Optional, Either, None, "RFC 5280 §4.2.1.7"),
    row(oid::ID_CE_SUBJECT_DIRECTORY_ATTRIBUTES, Optional, NonCritical, None, "RFC 5280 §4.2.1.8"),
    row(oid::ID_CE_BASIC_CONSTRAINTS, Required, Critical, Some(checks::path_length_needs_ca), "RFC 5280 §4.2.1.9"),
    row(oid::ID_CE_NAME_CONSTRAINTS, Optional, Critical, Some(checks::name_constraints_need_ca), "RFC 5280 §4.2.1.10"),
    row(oid::ID_CE_POLICY_CONSTRAINTS, Optional, Critical, Some(checks::policy_constraints), "RFC 5280 §4.2.1.11"),
    row(oid::ID_CE_EXT_KEY_USAGE, Optional, Either, Some(checks::extended_key_usage), "RFC 5280 §4.2.1.12"),
    row(oid::ID_CE_CRL_DISTRIBUTION_POINTS, Optional, Either, Some(checks::crl_distribution_points), "RFC 5280 §4.2.1.13"),
    row(oid::ID_CE_INHIBIT_ANY_POLICY, Optional, Critical, Some(checks::inhibit_any_policy), "RFC 5280 §4.2.1.14"),
    row(oid::ID_CE_FRESHEST_CRL, Optional, NonCritical, Some(checks::freshest_crl), "RFC 5280 §4.2.1.15"),
    row(oid::ID_PE_AUTHORITY_INFO_ACCESS, Optional, NonCritical, Some(checks::authority_info_access), "RFC 5280 §4.2.2.1"),
    row(oid::ID_PE_SUBJECT_INFO_ACCESS, Optional, NonCritical, None, "RFC 5280 §4.2.2.2"),
];
