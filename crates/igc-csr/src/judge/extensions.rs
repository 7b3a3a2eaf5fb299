//! The attributes of a request, and the extensions it asks for.

use igc_catalogue::{Fields, Product, SanKind};
use igc_x509::{CertificationRequest, Error, Extension, Extensions, GeneralName, oid};

use crate::finding::{Finding, FindingKind};

const SAN: &str = "extensionRequest.subjectAltName";

pub(super) fn judge(
    csr: &CertificationRequest<'_>,
    product: &Product,
    fields: Option<&Fields>,
    findings: &mut Vec<Finding>,
) {
    attributes(csr, findings);
    match csr.extension_request() {
        Err(_) => {
            findings.push(Finding::new(FindingKind::ExtensionMalformed, "extensionRequest"));
        }
        Ok(None) => alternative_names(None, csr, product, fields, findings),
        Ok(Some(extensions)) => {
            for extension in &extensions {
                match one(&extension, &extensions, product) {
                    Ok(found) => findings.extend(found),
                    Err(_) => findings.push(finding(FindingKind::ExtensionMalformed, &extension)),
                }
            }
            alternative_names(Some(&extensions), csr, product, fields, findings);
        }
    }
}

fn attributes(csr: &CertificationRequest<'_>, findings: &mut Vec<Finding>) {
    for attribute in csr.attributes() {
        let kind = match attribute.oid {
            oid::EXTENSION_REQUEST | oid::MS_CERT_EXTENSIONS => continue,
            oid::CHALLENGE_PASSWORD => FindingKind::ChallengePassword,
            _ => FindingKind::AttributeUnknown,
        };
        let name = attribute.oid.name().map_or_else(|| attribute.oid.to_string(), str::to_owned);
        findings.push(Finding::new(kind, format!("attributes.{name}")));
    }
}

/// What to say of one requested extension; the alternative names are judged apart.
fn one(
    extension: &Extension<'_>,
    extensions: &Extensions<'_>,
    product: &Product,
) -> Result<Option<Finding>, Error> {
    let profile = product.profile();
    let kind = match extension.oid {
        oid::ID_CE_SUBJECT_ALT_NAME => return Ok(None),
        oid::ID_CE_BASIC_CONSTRAINTS => match extensions.basic_constraints()? {
            Some(constraints) if constraints.ca => FindingKind::ExtensionCa,
            _ => FindingKind::ExtensionIgnored,
        },
        oid::ID_CE_KEY_USAGE => {
            let asked = extensions.key_usage()?;
            let given = profile.key_usage() | profile.optional_key_usage();
            match asked.is_none_or(|asked| given.contains(asked)) {
                true => FindingKind::ExtensionIgnored,
                false => FindingKind::ExtensionConflict,
            }
        }
        oid::ID_CE_EXT_KEY_USAGE => {
            let given = profile.extended_key_usage();
            let asked = extensions.extended_key_usage()?;
            match asked.is_none_or(|asked| asked.iter().all(|purpose| given.contains(&purpose))) {
                true => FindingKind::ExtensionIgnored,
                false => FindingKind::ExtensionConflict,
            }
        }
        _ => FindingKind::ExtensionIgnored,
    };
    Ok(Some(finding(kind, extension)))
}

fn finding(kind: FindingKind, extension: &Extension<'_>) -> Finding {
    let name = extension.oid.name().map_or_else(|| extension.oid.to_string(), str::to_owned);
    Finding::new(kind, format!("extensionRequest.{name}"))
}

fn alternative_names(
    extensions: Option<&Extensions<'_>>,
    csr: &CertificationRequest<'_>,
    product: &Product,
    fields: Option<&Fields>,
    findings: &mut Vec<Finding>,
) {
    let names = match extensions.map(Extensions::subject_alt_name).transpose() {
        Ok(names) => names.flatten(),
        Err(_) => {
            findings.push(Finding::new(FindingKind::ExtensionMalformed, SAN));
            return;
        }
    };
    let spec = product.profile().san();
    let wanted: Vec<&str> = fields
        .map(|fields| spec.fields.iter().flat_map(|field| fields.all(*field)).collect())
        .unwrap_or_default();
    let (kind, names) = match (spec.kind, names) {
        (None, None) => return,
        (None, Some(_)) => {
            findings.push(Finding::new(FindingKind::SanUnexpected, SAN));
            return;
        }
        // A mail address comes from the order; a server's name must be proven by its own request.
        (Some(SanKind::DnsName), None) => {
            findings.push(expecting(Finding::new(FindingKind::SanMissing, SAN), &wanted));
            return;
        }
        (Some(_), None) => return,
        (Some(kind), Some(names)) => (kind, names),
    };
    let mut asked: Vec<&str> = Vec::new();
    let mut foreign = false;
    for name in names.iter() {
        match text(kind, &name) {
            Some(text) => asked.push(text),
            None => foreign = true,
        }
    }
    if kind == SanKind::DnsName && asked.iter().any(|name| !kind.takes(name)) {
        findings.push(Finding::new(FindingKind::SanName, SAN));
    }
    let has = |list: &[&str], name: &str| list.iter().any(|one| one.eq_ignore_ascii_case(name));
    // The catalogue: the server's CN first, then further names; clients look nowhere else (RFC 9525 §2).
    let first = asked.first().copied().unwrap_or_default();
    let mut common_names = csr.subject().find(oid::ID_AT_COMMON_NAME);
    let unnamed = kind == SanKind::DnsName
        && common_names
            .any(|name| name.text().is_ok_and(|name| !first.eq_ignore_ascii_case(name.trim())));
    let off_order = fields.is_some()
        && (wanted.iter().any(|name| !has(&asked, name))
            || asked.iter().any(|name| !has(&wanted, name)));
    if foreign || unnamed || off_order {
        findings.push(expecting(Finding::new(FindingKind::SanMismatch, SAN), &wanted));
    }
}

fn expecting(finding: Finding, wanted: &[&str]) -> Finding {
    if wanted.is_empty() { finding } else { finding.expecting(wanted.join(", ")) }
}

/// The name, if it is of the form the product has.
fn text<'a>(kind: SanKind, name: &GeneralName<'a>) -> Option<&'a str> {
    match (kind, name) {
        (SanKind::DnsName, GeneralName::DnsName(text))
        | (SanKind::Rfc822Name, GeneralName::Rfc822Name(text)) => Some(text),
        (SanKind::UserPrincipalName, name) => name.user_principal_name(),
        _ => None,
    }
}
