//! Every real artefact beside the repository parses, and says what its manifest says.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail by panicking")]

use std::{fs, path::Path};

use igc_testkit::{Entry, SanEntry};
use igc_x509::{
    Certificate, CertificateList, CertificatePolicies, DistributionPoints, ExtendedKeyUsage,
    GeneralName, GeneralNames, InfoAccess, Oid,
    input::{self, InputKind},
    oid,
    pkcs7::SignedData,
};

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

/// `label: want …, got …` for each field that differs.
struct Differences(Vec<String>);

impl Differences {
    fn compare<T: PartialEq + core::fmt::Debug>(&mut self, field: &str, want: &T, got: &T) {
        if want != got {
            self.0.push(format!("  {field}: want {want:?}, got {got:?}"));
        }
    }
}

fn key(certificate: &Certificate<'_>) -> String {
    let key = certificate.public_key();
    match key.rsa().unwrap() {
        Some(rsa) => format!("RSA {}", rsa.bits()),
        None => format!("{:?}", key.named_curve()),
    }
}

fn san(name: &GeneralName<'_>) -> (String, Option<String>, String) {
    let form = name.form().to_owned();
    match name {
        GeneralName::DnsName(text) | GeneralName::Rfc822Name(text) | GeneralName::Uri(text) => {
            (form, None, (*text).to_owned())
        }
        GeneralName::OtherName { type_id, .. } => {
            let upn = name.user_principal_name().unwrap_or_default().to_owned();
            (form, Some(type_id.to_string()), upn)
        }
        other => (form, None, format!("{other:?}")),
    }
}

fn compare(entry: &Entry, certificate: &Certificate<'_>) -> Vec<String> {
    let mut d = Differences(Vec::new());
    certificate.check().unwrap();
    let text = |value: String| Some(value);
    d.compare("subject", &entry.subject, &text(certificate.subject().rfc4514().to_string()));
    d.compare("issuer", &entry.issuer, &text(certificate.issuer().rfc4514().to_string()));
    let serial = certificate.serial().to_string();
    d.compare("serial", &entry.serial, &text(serial.trim_start_matches('0').to_owned()));
    d.compare(
        "not_before",
        &entry.not_before,
        &text(certificate.validity().not_before.to_string()),
    );
    d.compare("not_after", &entry.not_after, &text(certificate.validity().not_after.to_string()));
    d.compare("key", &entry.key, &text(key(certificate)));
    let algorithm = certificate.signature_algorithm().oid.name().unwrap_or_default().to_owned();
    d.compare("signature", &entry.signature, &text(algorithm));

    let usage = certificate.key_usage().unwrap();
    let usage: Vec<_> = usage.iter().flat_map(|usage| usage.names()).map(str::to_owned).collect();
    d.compare("keyUsage", &entry.key_usage, &usage);
    let dotted = |oid: Oid<'_>| oid.to_string();
    let eku = certificate.extended_key_usage().unwrap();
    d.compare(
        "eku",
        &entry.eku,
        &eku.iter().flat_map(ExtendedKeyUsage::iter).map(dotted).collect(),
    );
    let policies = certificate.certificate_policies().unwrap();
    let policies =
        policies.iter().flat_map(CertificatePolicies::iter).map(|p| dotted(p.policy)).collect();
    d.compare("policies", &entry.policies, &policies);
    let critical = certificate.extensions().iter().filter(|e| e.critical).map(|e| dotted(e.oid));
    d.compare("critical", &entry.critical, &critical.collect());

    let own = |uri: &str| uri.to_owned();
    let points = certificate.crl_distribution_points().unwrap();
    d.compare(
        "crl_urls",
        &entry.crl_urls,
        &points.iter().flat_map(DistributionPoints::uris).map(own).collect(),
    );
    let points = certificate.freshest_crl().unwrap();
    let delta = points.iter().flat_map(DistributionPoints::uris).map(own).collect();
    d.compare("delta_crl_urls", &entry.delta_crl_urls, &delta);
    let access = certificate.authority_info_access().unwrap();
    d.compare("ocsp", &entry.ocsp, &access.iter().flat_map(InfoAccess::ocsp).map(own).collect());
    let issuers = access.iter().flat_map(InfoAccess::ca_issuers).map(own).collect();
    d.compare("ca_issuers", &entry.ca_issuers, &issuers);

    let want = |e: &SanEntry| (e.kind.clone(), e.oid.clone(), e.value.clone());
    let names = certificate.subject_alt_name().unwrap();
    let names: Vec<_> = names.iter().flat_map(GeneralNames::iter).map(|n| san(&n)).collect();
    d.compare("san", &entry.san.iter().map(want).collect(), &names);

    let basic = certificate.basic_constraints().unwrap();
    let basic = basic.map(|b| (b.ca, b.path_len.map(u32::from)));
    d.compare(
        "basicConstraints",
        &entry.basic_constraints.as_ref().map(|b| (b.ca, b.pathlen)),
        &basic,
    );
    let period = certificate.private_key_usage_period().unwrap();
    let period: Vec<_> =
        period.iter().flat_map(|p| [p.not_before, p.not_after]).flatten().collect();
    let period: Vec<_> = period.iter().map(ToString::to_string).collect();
    d.compare("privateKeyUsagePeriod", &entry.private_key_usage_period, &period);

    let private =
        certificate.extensions().iter().filter(|e| dotted(e.oid).starts_with("1.2.250.1."));
    d.compare(
        "private_extensions",
        &entry.private_extensions,
        &private.map(|e| (dotted(e.oid), hex(e.value))).collect(),
    );
    d.0
}

#[test]
fn certificates_say_what_the_manifest_says() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("igc-sante");
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for entry in igc_testkit::manifest(&folder).files {
        if !matches!(entry.kind.as_str(), "ca" | "leaf") {
            continue;
        }
        let der = fs::read(folder.join(&entry.file)).unwrap();
        seen += 1;
        match Certificate::parse(&der) {
            Ok(certificate) => {
                let differences = compare(&entry, &certificate);
                if !differences.is_empty() {
                    wrong.push(format!("{}\n{}", entry.file, differences.join("\n")));
                }
            }
            Err(error) => wrong.push(format!("{}: {error}", entry.file)),
        }
    }
    assert!(seen > 0, "no certificate in the manifest");
    assert!(wrong.is_empty(), "{} of {seen} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn private_extensions_decode() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("igc-sante");
    let mut seen = [0_usize; 5];
    for entry in igc_testkit::manifest(&folder).files {
        if entry.kind != "leaf" {
            continue;
        }
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let certificate = Certificate::parse(&der).unwrap();
        let extensions = certificate.extensions();
        let value = |oid: Oid<'_>| extensions.find(oid).map(|e| hex(e.value));
        // Each decoded value, written as its DER would be.
        let category = certificate.product_category().unwrap();
        assert_eq!(
            category.map(|c| format!("0401{:02x}", c.octet())),
            value(oid::GIP_CPS_PRODUCT_CATEGORY)
        );
        if let Some(category) = category {
            assert_eq!(category.is_test(), entry.environment.as_deref() == Some("TEST"));
            seen[0] += 1;
        }
        let card_type = certificate.card_type().unwrap();
        assert_eq!(
            card_type.map(|c| format!("0201{:02x}", c.number())),
            value(oid::GIP_CPS_CARD_TYPE)
        );
        assert_eq!(card_type.is_some(), entry.product.as_deref() == Some("card"));
        seen[1] += usize::from(card_type.is_some());
        let card_id = certificate.card_id().unwrap();
        let printable = |text: &str| format!("13{:02x}{}", text.len(), hex(text.as_bytes()));
        assert_eq!(card_id.map(printable), value(oid::GIP_CPS_CARD_ID));
        seen[2] += usize::from(card_id.is_some());
        let profession = certificate.profession().unwrap();
        assert_eq!(profession.map(|p| format!("0201{p:02x}")), value(oid::GIP_CPS_PROFESSION));
        seen[3] += usize::from(profession.is_some());
        if let Some(specialities) = certificate.specialities().unwrap() {
            let codes: String = specialities
                .iter()
                .map(|code| format!("0c{:02x}{}", code.len(), hex(code.as_bytes())))
                .collect();
            let want = format!("30{:02x}{codes}", codes.len() / 2);
            assert_eq!(Some(want), value(oid::GIP_CPS_SPECIALITIES));
            seen[4] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "some extension was never seen: {seen:?}");
}

#[test]
fn crls_say_what_the_manifest_says() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("igc-sante");
    let mut seen = 0;
    for entry in igc_testkit::manifest(&folder).files {
        if entry.kind != "crl" {
            continue;
        }
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let crl = CertificateList::parse(&der).unwrap();
        crl.check().unwrap();
        assert_eq!(Some(crl.issuer().rfc4514().to_string()), entry.issuer, "{}", entry.file);
        assert_eq!(
            Some(crl.this_update().to_string().as_str()),
            entry.more["this_update"].as_str()
        );
        let next = crl.next_update().unwrap().to_string();
        assert_eq!(Some(next.as_str()), entry.more["next_update"].as_str());
        let number = hex(crl.crl_number().unwrap().unwrap().as_bytes());
        assert_eq!(u64::from_str_radix(&number, 16).ok(), entry.more["crl_number"].as_u64());
        let count = crl.revoked_certificates().map(Result::unwrap).count();
        assert_eq!(u64::try_from(count).ok(), entry.more["entries"].as_u64());
        assert!(crl.authority_key_identifier().unwrap().unwrap().key_identifier.is_some());
        assert!(crl.issuing_distribution_point().unwrap().is_none());
        seen += 1;
    }
    assert!(seen > 0, "no CRL in the manifest");
}

/// The certificates of a chain file, a bundle or a PEM file, in their order.
fn certificates_in(path: &Path) -> Vec<Vec<u8>> {
    let file = fs::read(path).unwrap();
    let mut found = Vec::new();
    for item in input::read_any(&file).unwrap() {
        match item.kind {
            InputKind::Certificate => found.push(item.contents.into_owned()),
            InputKind::Pkcs7 => {
                let bag = SignedData::parse(&item.contents).unwrap();
                found.extend(bag.certificates().map(<[u8]>::to_vec));
            }
            other => panic!("{}: {other:?}", path.display()),
        }
    }
    found
}

#[test]
fn containers_hold_what_the_manifest_says() {
    let Some(shared) = igc_testkit::shared() else { return };
    let Some(openssl) = igc_testkit::openssl() else { return };
    let folder = shared.join("igc-sante");
    let mut seen = 0;
    for entry in igc_testkit::manifest(&folder).files {
        if !matches!(entry.kind.as_str(), "p7b" | "pem" | "pem-bundle") {
            continue;
        }
        let found = certificates_in(&folder.join(&entry.file));
        let digests: Vec<_> = found
            .iter()
            .map(|der| {
                Certificate::parse(der).unwrap().check().unwrap();
                let line = openssl.clone().stdin(der.as_slice()).accepts(["dgst", "-sha256", "-r"]);
                line[..64].to_owned()
            })
            .collect();
        let want: Vec<_> = match entry.more.get("certs").and_then(|certs| certs.as_array()) {
            Some(certs) => certs.iter().map(|c| c["sha256"].as_str().unwrap().to_owned()).collect(),
            None => Vec::new(),
        };
        assert_eq!(digests, want, "{}", entry.file);
        seen += 1;
    }
    assert!(seen > 0, "no container in the manifest");
}

#[test]
fn every_file_is_recognised_by_its_content() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("igc-sante");
    for entry in igc_testkit::manifest(&folder).files {
        let file = fs::read(folder.join(&entry.file)).unwrap();
        let want = match entry.kind.as_str() {
            "ca" | "leaf" | "pem" | "pem-bundle" => InputKind::Certificate,
            "crl" => InputKind::CertificateList,
            "p12" => InputKind::Pfx,
            "p7b" => InputKind::Pkcs7,
            "jks" => InputKind::Jks,
            _ => continue,
        };
        for item in input::read_any(&file).unwrap() {
            assert_eq!(item.kind, want, "{}", entry.file);
        }
    }
}
