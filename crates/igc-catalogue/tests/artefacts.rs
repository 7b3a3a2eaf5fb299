//! The catalogue against the real certificates beside the repository.

use std::fs;
use std::path::PathBuf;

use igc_catalogue::{
    CardUse, Environment, ExtensionKind, Kind, authorities, authority_by_name, classify,
};
use igc_testkit::{Entry, manifest, shared};
use igc_x509::{Certificate, oid};

/// Fewer files than this: the folder is not the one that is meant.
const MINIMUM: usize = 40;

fn certificates() -> Option<(PathBuf, Vec<Entry>)> {
    let folder = shared()?.join("igc-sante");
    let mut entries = manifest(&folder).files;
    entries.retain(|entry| entry.kind == "leaf" || entry.kind == "ca");
    assert!(entries.len() >= MINIMUM, "artefacts missing: found {}", entries.len());
    Some((folder, entries))
}

#[test]
fn every_real_certificate_is_classified_as_the_manifest_says() {
    let Some((folder, entries)) = certificates() else { return };
    let mut wrong = Vec::new();
    for entry in &entries {
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let got = classify(&Certificate::parse(&der).unwrap());
        let environment = match got.environment {
            Some(Environment::Production) => "PROD",
            Some(Environment::Test) => "TEST",
            Some(Environment::LocalTest) => "LOCAL",
            None => "unknown",
        };
        let card_use = match &got.kind {
            Kind::Card { card_use, .. } => card_use.map(CardUse::name),
            _ => None,
        };
        let got_all = (Some(got.summary()), Some(environment), card_use);
        let expected =
            (entry.product.clone(), entry.environment.as_deref(), entry.card_use.as_deref());
        if got_all != expected {
            wrong.push(format!("{}: want {expected:?}, got {got_all:?}", entry.file));
        }
        if got.has_contradiction() {
            wrong.push(format!("{}: contradiction: {:?}", entry.file, got.evidence));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Certificates made by hand with changed bytes are no evidence of a profile.
fn is_genuine(entry: &Entry) -> bool {
    entry.verify.as_ref().is_none_or(|verify| verify.expect != "bad_signature")
}

#[test]
fn every_real_leaf_has_the_extensions_of_its_profile_in_one_of_the_two_orders() {
    let Some((folder, entries)) = certificates() else { return };
    let (mut wrong, mut current, mut legacy) = (Vec::new(), 0, 0);
    for entry in entries.iter().filter(|entry| entry.kind == "leaf" && is_genuine(entry)) {
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let certificate = Certificate::parse(&der).unwrap();
        let classification = classify(&certificate);
        let Some(product) = classification.products().first() else { continue };
        let profile = product.profile();
        let real: Vec<_> =
            certificate.extensions().iter().map(|found| (found.oid, found.critical)).collect();
        let planned = |specs: &[igc_catalogue::ExtensionSpec]| -> Vec<_> {
            let optional = [ExtensionKind::Profession, ExtensionKind::Specialities];
            specs
                .iter()
                .filter(|spec| {
                    !optional.contains(&spec.kind)
                        || certificate.extensions().find(spec.kind.oid()).is_some()
                })
                .map(|spec| (spec.kind.oid(), spec.critical))
                .collect()
        };
        if real == planned(profile.extensions()) {
            current += 1;
        } else if real == planned(profile.legacy_extensions()) {
            legacy += 1;
        } else {
            wrong.push(format!("{}: {real:?}", entry.file));
        }
        if certificate.serial().as_bytes().len() != usize::from(profile.serial_octets()) {
            wrong.push(format!("{}: serial number of another length", entry.file));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(current > 0 && legacy > 0, "both orders are to be seen: {current}, {legacy}");
}

#[test]
fn every_real_leaf_lasts_as_long_as_a_rule_says() {
    let Some((folder, entries)) = certificates() else { return };
    let mut wrong = Vec::new();
    for entry in entries.iter().filter(|entry| entry.kind == "leaf" && is_genuine(entry)) {
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let certificate = Certificate::parse(&der).unwrap();
        let validity = certificate.validity();
        for product in classify(&certificate).products() {
            let rule = product.profile().validity_at(validity.not_before).unwrap();
            let planned = rule.not_after(validity.not_before).unwrap();
            // The month is counted in local time: an hour less across the change of hour.
            let apart = planned.unix() - validity.not_after.unix();
            if apart != 0 && !(apart == 3600 && rule.months > 0) {
                wrong.push(format!("{}: {} by {}", entry.file, validity.not_after, rule.id));
            }
            let period = certificate.private_key_usage_period().unwrap();
            let period = period.map(|period| (period.not_before, period.not_after));
            let planned = rule
                .private_key_not_after(validity.not_before)
                .map(|end| (Some(validity.not_before), Some(end)));
            if period
                != planned.filter(|_| product.profile().has(ExtensionKind::PrivateKeyUsagePeriod))
            {
                wrong.push(format!("{}: private key usage period", entry.file));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_real_leaf_points_where_its_authority_says() {
    let Some((folder, entries)) = certificates() else { return };
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for entry in entries.iter().filter(|entry| !entry.crl_urls.is_empty() && is_genuine(entry)) {
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let certificate = Certificate::parse(&der).unwrap();
        let Some(authority) = authority_by_name(&certificate.issuer()) else { continue };
        seen += 1;
        let policies = certificate.certificate_policies().unwrap().unwrap();
        let policy = policies.iter().next().unwrap();
        let cps: Vec<_> = policy.cps_uris().collect();
        let same = entry.crl_urls == authority.crl_urls()
            && entry.delta_crl_urls.first().map(String::as_str)
                == authority.delta_crl_url().filter(|_| entry.kind == "leaf")
            && entry.ocsp.first().map(String::as_str)
                == authority.ocsp_url().filter(|_| entry.kind == "leaf")
            && entry.ca_issuers.first().map(String::as_str)
                == authority.certificate_url().filter(|_| entry.kind == "leaf")
            && cps == authority.cps_url().as_slice();
        if !same {
            wrong.push(format!("{}: {}", entry.file, authority.id()));
        }
    }
    assert!(seen >= 30, "too few: {seen}");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_real_authority_is_listed_with_its_name_fingerprint_and_profile() {
    let Some((folder, entries)) = certificates() else { return };
    let profile = igc_catalogue::authority_profile();
    let mut found = 0;
    for entry in entries.iter().filter(|entry| entry.kind == "ca") {
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let certificate = Certificate::parse(&der).unwrap();
        let authority = authority_by_name(&certificate.subject()).unwrap();
        assert!(authority.is_named(&certificate.subject()));
        // The name is the same octet for octet: the string types too.
        assert_eq!(authority.name().unwrap().der(), certificate.subject().der(), "{}", entry.file);
        assert_eq!(authority.sha256().map(|sha256| hex(sha256)), Some(entry.sha256.clone()));
        let day = |time: igc_x509::Time| time.to_string()[..10].to_owned();
        assert_eq!(authority.not_before().map(day), Some(day(certificate.validity().not_before)));
        assert_eq!(authority.not_after().map(day), Some(day(certificate.validity().not_after)));
        assert_eq!(authority.issuer(), authority_by_name(&certificate.issuer()));
        found += 1;
        if authority.gamme().is_none() {
            continue;
        }
        let specs = match authority.domain() {
            None => profile.root_extensions,
            Some(_) => profile.intermediate_extensions,
        };
        let real: Vec<_> =
            certificate.extensions().iter().map(|found| (found.oid, found.critical)).collect();
        let planned: Vec<_> = specs.iter().map(|spec| (spec.kind.oid(), spec.critical)).collect();
        assert_eq!(real, planned, "{}", entry.file);
        assert_eq!(certificate.key_usage().unwrap(), Some(profile.key_usage));
        assert_eq!(certificate.serial().as_bytes().len(), usize::from(profile.serial_octets));
    }
    let known = authorities().iter().filter(|authority| authority.sha256().is_some()).count();
    assert_eq!(found, known, "authorities with a fingerprint, and certificates seen");
}

#[test]
fn every_real_subject_has_the_attributes_of_its_template() {
    let Some((folder, entries)) = certificates() else { return };
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for entry in entries.iter().filter(|entry| entry.kind == "leaf" && is_genuine(entry)) {
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let certificate = Certificate::parse(&der).unwrap();
        let Some(product) = classify(&certificate).products().first().copied() else { continue };
        seen += 1;
        let mut planned: Vec<Vec<_>> = Vec::new();
        for rdn in product.profile().subject().rdns {
            let mut parts: Vec<_> =
                rdn.iter().map(|part| (part.attribute, Some(part.string))).collect();
            parts.sort_by_key(|(attribute, _)| *attribute);
            planned.push(parts);
        }
        let mut real: Vec<Vec<_>> = Vec::new();
        let mut country = None;
        for rdn in certificate.subject().rdns() {
            let mut parts: Vec<_> = rdn.attributes().map(|part| (part.oid, part.kind())).collect();
            parts.sort_by_key(|(attribute, _)| *attribute);
            real.push(parts);
            country = country.or_else(|| {
                rdn.attributes()
                    .find(|part| part.oid == oid::ID_AT_COUNTRY_NAME)
                    .map(|part| part.text().unwrap().into_owned())
            });
        }
        if real != planned || country.as_deref() != Some("FR") {
            wrong.push(format!("{}: {real:?}", entry.file));
        }
    }
    assert!(seen > 20, "too few: {seen}");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}
