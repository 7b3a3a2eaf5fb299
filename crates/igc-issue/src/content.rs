//! What an extension says, apart from how it is written.
//!
//! A [`Content`] is written by [`Content::to_der`] and recognised again by the linter, through readers that share no code
//! with the writing.

use igc_catalogue::AlternativeName;
use igc_x509::{KeyUsage, Oid, Time, encode, oid};

use crate::extension::{
    authority_constraints, authority_info_access, authority_key_identifier, certificate_policies,
    distribution_points, end_entity_constraints, extended_key_usage, list,
    private_key_usage_period,
};

/// One extension in the making: its identifier follows from what it says.
#[derive(Debug)]
pub(crate) struct PlannedExtension<'a> {
    pub(crate) critical: bool,
    pub(crate) content: Content<'a>,
}

/// What one extension says (RFC 5280 §4.2; the last three are IGC-Santé's own).
#[derive(Debug)]
pub(crate) enum Content<'a> {
    EndEntity,
    Authority { path_len: Option<u8> },
    SubjectKeyIdentifier(Vec<u8>),
    AuthorityKeyIdentifier(&'a [u8]),
    KeyUsage(KeyUsage),
    ExtendedKeyUsage(&'a [Oid<'a>]),
    CertificatePolicies { policy: Oid<'a>, cps: &'a str },
    PrivateKeyUsagePeriod { not_before: Time, not_after: Time },
    SubjectAltName(Vec<AlternativeName>),
    CrlDistributionPoints(&'a [&'a str]),
    FreshestCrl(&'a str),
    AuthorityInfoAccess { ocsp: &'a str, ca_issuers: &'a str },
    ProductCategory(u8),
    Profession(u32),
    Specialities(Vec<&'a str>),
}

impl Content<'_> {
    /// The extension that says this.
    pub(crate) const fn oid(&self) -> Oid<'static> {
        match self {
            Self::EndEntity | Self::Authority { .. } => oid::ID_CE_BASIC_CONSTRAINTS,
            Self::SubjectKeyIdentifier(_) => oid::ID_CE_SUBJECT_KEY_IDENTIFIER,
            Self::AuthorityKeyIdentifier(_) => oid::ID_CE_AUTHORITY_KEY_IDENTIFIER,
            Self::KeyUsage(_) => oid::ID_CE_KEY_USAGE,
            Self::ExtendedKeyUsage(_) => oid::ID_CE_EXT_KEY_USAGE,
            Self::CertificatePolicies { .. } => oid::ID_CE_CERTIFICATE_POLICIES,
            Self::PrivateKeyUsagePeriod { .. } => oid::ID_CE_PRIVATE_KEY_USAGE_PERIOD,
            Self::SubjectAltName(_) => oid::ID_CE_SUBJECT_ALT_NAME,
            Self::CrlDistributionPoints(_) => oid::ID_CE_CRL_DISTRIBUTION_POINTS,
            Self::FreshestCrl(_) => oid::ID_CE_FRESHEST_CRL,
            Self::AuthorityInfoAccess { .. } => oid::ID_PE_AUTHORITY_INFO_ACCESS,
            Self::ProductCategory(_) => oid::GIP_CPS_PRODUCT_CATEGORY,
            Self::Profession(_) => oid::GIP_CPS_PROFESSION,
            Self::Specialities(_) => oid::GIP_CPS_SPECIALITIES,
        }
    }

    /// The contents of extnValue.
    pub(crate) fn to_der(&self) -> Vec<u8> {
        match self {
            Self::EndEntity => end_entity_constraints(),
            Self::Authority { path_len } => authority_constraints(*path_len),
            Self::SubjectKeyIdentifier(identifier) => encode::octet_string(identifier),
            Self::AuthorityKeyIdentifier(identifier) => authority_key_identifier(identifier),
            Self::KeyUsage(usage) => encode::named_bits(usage.bits()),
            Self::ExtendedKeyUsage(purposes) => extended_key_usage(purposes.iter().copied()),
            Self::CertificatePolicies { policy, cps } => certificate_policies(*policy, cps),
            Self::PrivateKeyUsagePeriod { not_before, not_after } => {
                private_key_usage_period(*not_before, *not_after)
            }
            Self::SubjectAltName(names) => list(names.iter().map(AlternativeName::to_der)),
            Self::CrlDistributionPoints(urls) => distribution_points(urls.iter().copied()),
            Self::FreshestCrl(url) => distribution_points([*url]),
            Self::AuthorityInfoAccess { ocsp, ca_issuers } => authority_info_access([
                (oid::ID_AD_OCSP, *ocsp),
                (oid::ID_AD_CA_ISSUERS, *ca_issuers),
            ]),
            Self::ProductCategory(octet) => encode::octet_string(&[*octet]),
            Self::Profession(code) => encode::integer((*code).into()),
            Self::Specialities(labels) => {
                list(labels.iter().map(|label| encode::tlv(0x0c, label.as_bytes())))
            }
        }
    }
}
