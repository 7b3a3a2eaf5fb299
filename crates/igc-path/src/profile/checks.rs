//! The checks that rows refer to. Each looks at one certificate and knows nothing of its path.

use igc_x509::{Certificate, GeneralName, KeyUsage, PolicyQualifier, oid};

use super::Fault;
use crate::names::dns;

/// The identifier of the key, and nothing instead of it (RFC 5280 §4.2.1.1).
pub(super) fn key_identifier(certificate: &Certificate<'_>) -> Result<(), Fault> {
    match certificate.authority_key_identifier()? {
        Some(aki) if aki.key_identifier.is_none() => {
            Err(Fault::Rule("the key identifier is missing"))
        }
        _ => Ok(()),
    }
}

/// The identifier of the key alone (Baseline Requirements §7.1.2.11.1).
pub(super) fn key_identifier_alone(certificate: &Certificate<'_>) -> Result<(), Fault> {
    key_identifier(certificate)?;
    match certificate.authority_key_identifier()? {
        Some(aki) if aki.issuer_and_serial.is_some() => {
            Err(Fault::Rule("an issuer or a serial number is given beside the key identifier"))
        }
        _ => Ok(()),
    }
}

/// A root's authority key identifier is its own subject key identifier (Baseline Requirements §7.1.2.1.3).
pub(super) fn own_key_identifier(certificate: &Certificate<'_>) -> Result<(), Fault> {
    key_identifier_alone(certificate)?;
    let Some(aki) = certificate.authority_key_identifier()? else { return Ok(()) };
    if certificate.is_self_issued() && aki.key_identifier != certificate.subject_key_identifier()? {
        return Err(Fault::Rule("a root names another key than its own as its issuer's"));
    }
    Ok(())
}

/// Only decodes.
pub(super) fn subject_key_identifier(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.subject_key_identifier()?;
    Ok(())
}

/// keyCertSign goes with cA (RFC 5280 §4.2.1.3, §4.2.1.9).
pub(super) fn cert_sign_needs_ca(certificate: &Certificate<'_>) -> Result<(), Fault> {
    let signs =
        certificate.key_usage()?.is_some_and(|usage| usage.contains(KeyUsage::KEY_CERT_SIGN));
    if signs && !is_ca(certificate)? {
        return Err(Fault::Rule("keyCertSign is asserted without cA"));
    }
    Ok(())
}

/// Only decodes.
pub(super) fn key_usage(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.key_usage()?;
    Ok(())
}

/// pathLenConstraint goes with cA and keyCertSign (RFC 5280 §4.2.1.9).
pub(super) fn path_length_needs_ca(certificate: &Certificate<'_>) -> Result<(), Fault> {
    let Some(constraints) = certificate.basic_constraints()? else { return Ok(()) };
    let signs =
        certificate.key_usage()?.is_none_or(|usage| usage.contains(KeyUsage::KEY_CERT_SIGN));
    if constraints.path_len.is_some() && !(constraints.ca && signs) {
        return Err(Fault::Rule("pathLenConstraint is present without cA and keyCertSign"));
    }
    Ok(())
}

/// Not a CA (Baseline Requirements §7.1.2.7.8).
pub(super) fn not_a_ca(certificate: &Certificate<'_>) -> Result<(), Fault> {
    if is_ca(certificate)? {
        return Err(Fault::Rule("cA is asserted in a subscriber's certificate"));
    }
    Ok(())
}

/// Only decodes.
pub(super) fn basic_constraints(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.basic_constraints()?;
    Ok(())
}

/// "MUST be used only in a CA certificate" (RFC 5280 §4.2.1.10).
pub(super) fn name_constraints_need_ca(certificate: &Certificate<'_>) -> Result<(), Fault> {
    if certificate.name_constraints()?.is_some() && !is_ca(certificate)? {
        return Err(Fault::Rule(
            "name constraints are present in a certificate that is not a CA's",
        ));
    }
    Ok(())
}

/// Only decodes.
pub(super) fn name_constraints(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.name_constraints()?;
    Ok(())
}

/// Critical when it is all the subject there is, and names in their syntax (RFC 5280 §4.2.1.6).
pub(super) fn subject_alt_name(certificate: &Certificate<'_>) -> Result<(), Fault> {
    let extension = certificate.extensions().find(oid::ID_CE_SUBJECT_ALT_NAME);
    if certificate.subject().is_empty() && !extension.is_some_and(|found| found.critical) {
        return Err(Fault::Rule("the subject is empty and subjectAltName is not critical"));
    }
    let Some(names) = certificate.subject_alt_name()? else { return Ok(()) };
    for name in names.iter() {
        match name {
            GeneralName::DnsName(name) if !dns::is_presented_name(name.as_bytes()) => {
                return Err(Fault::Rule("a dNSName is not in the preferred name syntax"));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Only decodes.
pub(super) fn subject_alt_name_decodes(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.subject_alt_name()?;
    Ok(())
}

/// As [`subject_alt_name`], present, and critical only when the subject is empty
/// (Baseline Requirements §7.1.2.7.12).
pub(super) fn subject_alt_name_web(certificate: &Certificate<'_>) -> Result<(), Fault> {
    subject_alt_name(certificate)?;
    let extension = certificate.extensions().find(oid::ID_CE_SUBJECT_ALT_NAME);
    if !certificate.subject().is_empty() && extension.is_some_and(|found| found.critical) {
        return Err(Fault::Rule("subjectAltName is critical beside a subject"));
    }
    let Some(names) = certificate.subject_alt_name()? else { return Ok(()) };
    if names.iter().any(|name| !matches!(name, GeneralName::DnsName(_) | GeneralName::IpAddress(_)))
    {
        return Err(Fault::Rule("subjectAltName holds other names than servers'"));
    }
    Ok(())
}

/// Only decodes.
pub(super) fn extended_key_usage(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.extended_key_usage()?;
    Ok(())
}

/// serverAuth, and not anyExtendedKeyUsage (Baseline Requirements §7.1.2.7.10).
pub(super) fn server_auth(certificate: &Certificate<'_>) -> Result<(), Fault> {
    let Some(usages) = certificate.extended_key_usage()? else { return Ok(()) };
    let mut server = false;
    for usage in usages.iter() {
        match usage {
            oid::ID_KP_SERVER_AUTH => server = true,
            oid::ANY_EXTENDED_KEY_USAGE => {
                return Err(Fault::Rule("anyExtendedKeyUsage is present"));
            }
            _ => {}
        }
    }
    if server { Ok(()) } else { Err(Fault::Rule("serverAuth is missing")) }
}

/// Decodes, and a critical one holds no qualifier but those of RFC 5280 §4.2.1.4.
pub(super) fn certificate_policies(certificate: &Certificate<'_>) -> Result<(), Fault> {
    let critical =
        certificate.extensions().find(oid::ID_CE_CERTIFICATE_POLICIES).is_some_and(|e| e.critical);
    let Some(policies) = certificate.certificate_policies()? else { return Ok(()) };
    let unknown = policies
        .iter()
        .filter_map(|policy| policy.qualifiers)
        .flat_map(|qualifiers| qualifiers.iter())
        .any(|qualifier| matches!(qualifier, PolicyQualifier::Other { .. }));
    if critical && unknown {
        return Err(Fault::Rule("the extension is critical and a policy qualifier is not known"));
    }
    Ok(())
}

/// Only decodes.
pub(super) fn policy_mappings(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.policy_mappings()?;
    Ok(())
}

/// Only decodes.
pub(super) fn policy_constraints(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.policy_constraints()?;
    Ok(())
}

/// Only decodes.
pub(super) fn inhibit_any_policy(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.inhibit_any_policy()?;
    Ok(())
}

/// Only decodes.
pub(super) fn crl_distribution_points(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.crl_distribution_points()?;
    Ok(())
}

/// Only decodes.
pub(super) fn freshest_crl(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.freshest_crl()?;
    Ok(())
}

/// Only decodes.
pub(super) fn authority_info_access(certificate: &Certificate<'_>) -> Result<(), Fault> {
    certificate.authority_info_access()?;
    Ok(())
}

/// At most 20 octets, above zero (RFC 5280 §4.1.2.2).
pub(super) fn serial(certificate: &Certificate<'_>) -> bool {
    certificate.serial().is_conforming()
}

/// Version 3, since extensions are used (Baseline Requirements §7.1.2).
pub(super) fn version_3(certificate: &Certificate<'_>) -> bool {
    certificate.version() == igc_x509::Version::V3
}

/// Every common name is, character for character, a name of subjectAltName (Baseline Requirements §7.1.4.3).
///
/// The domain of a wildcard passes too: whoever was given `*.example.test` controls `example.test`
/// (`docs/deviations.md`).
pub(super) fn common_name_in_alt_name(certificate: &Certificate<'_>) -> bool {
    // Only subscribers' certificates have server names in them.
    if is_ca(certificate).unwrap_or(true) {
        return true;
    }
    certificate.subject().find(oid::ID_AT_COMMON_NAME).all(|attribute| {
        let Ok(text) = attribute.text() else { return false };
        let Ok(Some(names)) = certificate.subject_alt_name() else { return false };
        names.iter().any(|name| match name {
            GeneralName::DnsName(name) => {
                name.strip_prefix("*.").unwrap_or(name) == text || name == text
            }
            GeneralName::IpAddress(octets) => address_text(octets).is_some_and(|own| own == text),
            _ => false,
        })
    })
}

/// RFC 5952 for IPv6: what `Display` writes.
fn address_text(octets: &[u8]) -> Option<String> {
    if let Ok(octets) = <[u8; 4]>::try_from(octets) {
        return Some(core::net::Ipv4Addr::from(octets).to_string());
    }
    let octets = <[u8; 16]>::try_from(octets).ok()?;
    Some(core::net::Ipv6Addr::from(octets).to_string())
}

pub(super) fn is_ca(certificate: &Certificate<'_>) -> Result<bool, Fault> {
    Ok(certificate.basic_constraints()?.is_some_and(|constraints| constraints.ca))
}
