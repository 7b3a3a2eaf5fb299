//! Certificates: every field of the manifest, and what the certificate claims to be.

use core::net::{Ipv4Addr, Ipv6Addr};

use igc_catalogue::{CardUse, Classification, Environment, Kind, classify};
use igc_testkit::{Entry, SanEntry};
use igc_x509::{
    Certificate, CertificatePolicies, DistributionPoints, Error, ExtendedKeyUsage, GeneralName,
    GeneralNames, InfoAccess, Oid,
};

use super::{Difference, Fields, hex, unreadable};

/// The arc of the sector's private extensions.
const PRIVATE_ARC: &str = "1.2.250.1.";

pub(super) fn fields(entry: &Entry, der: &[u8]) -> Result<(), Difference> {
    let compared = Certificate::parse(der).and_then(|certificate| {
        certificate.check()?;
        compare(entry, &certificate)
    });
    compared.map_err(|error| unreadable(&error))?.finish()
}

pub(super) fn classification(entry: &Entry, der: &[u8]) -> Result<(), Difference> {
    let certificate = Certificate::parse(der).map_err(|error| unreadable(&error))?;
    let found = classify(&certificate);
    let mut fields = Fields::default();
    fields.compare("product", &entry.product, &Some(found.summary()));
    fields.compare("environment", &entry.environment.as_deref(), &environment(&found));
    fields.compare("card_use", &entry.card_use.as_deref(), &card_use(&found));
    fields.finish()
}

fn environment(found: &Classification) -> Option<&'static str> {
    found.environment.map(|environment| match environment {
        Environment::Production => "PROD",
        Environment::Test => "TEST",
        _ => "other",
    })
}

fn card_use(found: &Classification) -> Option<&'static str> {
    let Kind::Card { card_use, .. } = found.kind else { return None };
    card_use.map(|card_use| match card_use {
        CardUse::Authentication => "AUTH",
        CardUse::Signature => "SIGN",
    })
}

fn compare(entry: &Entry, certificate: &Certificate<'_>) -> Result<Fields, Error> {
    let mut fields = Fields::default();
    let some = |value: &dyn core::fmt::Display| Some(value.to_string());
    fields.compare("subject", &entry.subject, &some(&certificate.subject().rfc4514()));
    fields.compare("issuer", &entry.issuer, &some(&certificate.issuer().rfc4514()));
    let short = |serial: &str| serial.trim_start_matches('0').to_owned();
    fields.compare(
        "serial",
        &entry.serial.as_deref().map(short),
        &Some(short(&certificate.serial().to_string())),
    );
    fields.compare("not_before", &entry.not_before, &some(&certificate.validity().not_before));
    fields.compare("not_after", &entry.not_after, &some(&certificate.validity().not_after));
    fields.compare("key", &entry.key, &Some(key(certificate)?));
    let algorithm = certificate.signature_algorithm().oid;
    let algorithm = algorithm.name().map_or_else(|| algorithm.to_string(), str::to_owned);
    fields.compare("signature", &entry.signature, &Some(algorithm));

    let usage = certificate.key_usage()?;
    let usage: Vec<String> =
        usage.iter().flat_map(|usage| usage.names()).map(str::to_owned).collect();
    fields.compare("keyUsage", &entry.key_usage, &usage);
    let purposes = certificate.extended_key_usage()?;
    fields.compare(
        "eku",
        &entry.eku,
        &purposes.iter().flat_map(ExtendedKeyUsage::iter).map(dotted).collect(),
    );
    let policies = certificate.certificate_policies()?;
    let policies =
        policies.iter().flat_map(CertificatePolicies::iter).map(|policy| dotted(policy.policy));
    fields.compare("policies", &entry.policies, &policies.collect());
    let critical = certificate.extensions().iter().filter(|extension| extension.critical);
    fields.compare(
        "critical",
        &entry.critical,
        &critical.map(|extension| dotted(extension.oid)).collect(),
    );

    let points = certificate.crl_distribution_points()?;
    fields.compare(
        "crl_urls",
        &entry.crl_urls,
        &owned(points.iter().flat_map(DistributionPoints::uris)),
    );
    let points = certificate.freshest_crl()?;
    fields.compare(
        "delta_crl_urls",
        &entry.delta_crl_urls,
        &owned(points.iter().flat_map(DistributionPoints::uris)),
    );
    let access = certificate.authority_info_access()?;
    fields.compare("ocsp", &entry.ocsp, &owned(access.iter().flat_map(InfoAccess::ocsp)));
    fields.compare(
        "ca_issuers",
        &entry.ca_issuers,
        &owned(access.iter().flat_map(InfoAccess::ca_issuers)),
    );

    let names = certificate.subject_alt_name()?;
    let names = names.iter().flat_map(GeneralNames::iter).map(|name| alternative_name(&name));
    let expected = |san: &SanEntry| (san.kind.clone(), san.oid.clone(), san.value.clone());
    fields.compare("san", &entry.san.iter().map(expected).collect::<Vec<_>>(), &names.collect());

    let basic =
        certificate.basic_constraints()?.map(|basic| (basic.ca, basic.path_len.map(u32::from)));
    let expected = entry.basic_constraints.as_ref().map(|basic| (basic.ca, basic.pathlen));
    fields.compare("basicConstraints", &expected, &basic);
    let period = certificate.private_key_usage_period()?;
    let period = period.iter().flat_map(|period| [period.not_before, period.not_after]).flatten();
    let period = period.map(|time| time.to_string()).collect();
    fields.compare("privateKeyUsagePeriod", &entry.private_key_usage_period, &period);

    let private = certificate
        .extensions()
        .iter()
        .map(|extension| (dotted(extension.oid), hex(extension.value)));
    let private = private.filter(|(oid, _)| oid.starts_with(PRIVATE_ARC)).collect();
    fields.compare("private_extensions", &entry.private_extensions, &private);
    Ok(fields)
}

/// `RSA 2048`, `EC 1.2.840.10045.3.1.7`, else the algorithm's name.
pub(super) fn key(certificate: &Certificate<'_>) -> Result<String, Error> {
    let key = certificate.public_key();
    if let Some(rsa) = key.rsa()? {
        return Ok(format!("RSA {}", rsa.bits()));
    }
    Ok(match key.named_curve() {
        Some(curve) => {
            format!("EC {}", curve.name().map_or_else(|| curve.to_string(), str::to_owned))
        }
        None => key.algorithm.oid.to_string(),
    })
}

fn alternative_name(name: &GeneralName<'_>) -> (String, Option<String>, String) {
    let form = name.form().to_owned();
    match name {
        GeneralName::DnsName(text) | GeneralName::Rfc822Name(text) | GeneralName::Uri(text) => {
            (form, None, (*text).to_owned())
        }
        GeneralName::OtherName { type_id, .. } => (
            form,
            Some(type_id.to_string()),
            name.user_principal_name().unwrap_or_default().to_owned(),
        ),
        GeneralName::DirectoryName(directory) => (form, None, directory.rfc4514().to_string()),
        GeneralName::RegisteredId(oid) => (form, None, oid.to_string()),
        GeneralName::IpAddress(octets) => (form, None, address(octets)),
        GeneralName::X400Address(octets) | GeneralName::EdiPartyName(octets) => {
            (form, None, hex(octets))
        }
    }
}

fn address(octets: &[u8]) -> String {
    if let Ok(octets) = <[u8; 4]>::try_from(octets) {
        return Ipv4Addr::from(octets).to_string();
    }
    <[u8; 16]>::try_from(octets)
        .map_or_else(|_| hex(octets), |octets| Ipv6Addr::from(octets).to_string())
}

fn owned<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    texts.map(str::to_owned).collect()
}

fn dotted(oid: Oid<'_>) -> String {
    oid.to_string()
}
