//! Profile fidelity: each real leaf's twin, compared byte for byte.
//!
//! The twin has the fields, the key and the day of the real one, and the catalogue's real authority as its issuer. It is
//! written and linted but never signed: nothing with a real authority's name leaves this crate. It must then equal the real
//! certificate's signed part in every octet; what may differ is named here with its reason.

use igc_catalogue::{
    AttributeValue, Authority, ExtensionKind, Field, Fields, Product, SanKind, authority_by_name,
    authority_profile, products,
};
use igc_crypto::RustCrypto;
use igc_testkit::{Entry, manifest};
use igc_x509::{Certificate, GeneralNames, Name, Specialities, SubjectPublicKeyInfo, Validity};

use crate::authority::AuthorityCertificate;
use crate::leaf::Leaf;
use crate::lint::lint;
use crate::request::ProfileForm;

/// The products an entry of the manifest may be of: `"ORG_SIGN or SERV_SIGN"` names two.
fn candidates(entry: &Entry) -> Vec<&'static Product> {
    let named = entry.product.as_deref().unwrap_or_default();
    let codes: Vec<&str> = named.split(" or ").collect();
    products().iter().filter(|product| codes.contains(&product.code())).collect()
}

/// The fields that give this subject and these alternative names.
fn fields(certificate: &Certificate<'_>, product: &Product) -> Fields {
    let mut fields = Fields::new();
    for template in product.profile().subject().rdns.iter().copied().flatten() {
        if let AttributeValue::Field(field) = template.value {
            for attribute in certificate.subject().find(template.attribute) {
                fields.push(field, attribute.text().unwrap());
            }
        }
    }
    for name in certificate.subject_alt_name().unwrap().iter().flat_map(GeneralNames::iter) {
        match product.profile().san().kind {
            Some(SanKind::DnsName) => {
                if let igc_x509::GeneralName::DnsName(text) = name {
                    fields.push(Field::DnsNames, text);
                }
            }
            Some(SanKind::Rfc822Name) => {
                if let igc_x509::GeneralName::Rfc822Name(text) = name {
                    fields.push(Field::Email, text);
                }
            }
            Some(SanKind::UserPrincipalName) => {
                fields.push(Field::Email, name.user_principal_name().unwrap());
            }
            None => {}
        }
    }
    if let Some(code) = certificate.profession().unwrap() {
        fields.push(Field::ProfessionCode, code.to_string());
    }
    for label in certificate.specialities().unwrap().iter().flat_map(Specialities::iter) {
        fields.push(Field::Specialities, label);
    }
    fields
}

fn form(certificate: &Certificate<'_>) -> ProfileForm {
    let first = certificate.extensions().iter().next().unwrap();
    if first.oid == ExtensionKind::BasicConstraints.oid() {
        ProfileForm::Legacy
    } else {
        ProfileForm::Current
    }
}

/// What differs, or nothing.
fn compare(der: &[u8], product: &Product) -> Result<(), String> {
    let real = Certificate::parse(der).map_err(|error| error.to_string())?;
    let issuer = authority_by_name(&real.issuer()).ok_or("issuer not in the catalogue")?;
    let key_identifier = real.authority_key_identifier().unwrap().unwrap().key_identifier.unwrap();
    let fields = fields(&real, product);
    let leaf = Leaf {
        product,
        fields: &fields,
        public_key: real.public_key(),
        not_before: real.validity().not_before,
        form: form(&real),
        issuer,
        issuer_key_identifier: key_identifier,
    };
    let serial = real.serial().as_bytes().to_vec();
    let mut twin = leaf.blueprint(serial, &RustCrypto).map_err(|error| error.to_string())?;
    // The real authority counts its month of grace in local time: an hour's difference across the change of hour.
    let drift = twin.validity.not_after.unix() - real.validity().not_after.unix();
    if drift.abs() == 3600 {
        twin.validity.not_after = real.validity().not_after;
    }
    let findings = lint(real.tbs(), &twin, None);
    if !findings.is_empty() {
        return Err(format!("the linter finds in the real one: {findings:?}"));
    }
    if twin.to_tbs() != real.tbs() {
        return Err("the octets differ".to_owned());
    }
    Ok(())
}

#[test]
fn every_real_leaf_has_an_identical_twin() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("igc-sante");
    let (mut seen, mut wrong) = (Vec::new(), Vec::new());
    for entry in manifest(&folder).files.iter().filter(|entry| entry.kind == "leaf") {
        let der = std::fs::read(folder.join(&entry.file)).unwrap();
        let candidates = candidates(entry);
        // Of two products that nothing tells apart, one must fit; of one, that one.
        let verdicts: Vec<_> =
            candidates.iter().map(|product| (product.code(), compare(&der, product))).collect();
        if let Some((code, _)) = verdicts.iter().find(|(_, verdict)| verdict.is_ok()) {
            seen.push(*code);
        } else if !verdicts.is_empty() {
            wrong.push(format!("{}: {verdicts:?}", entry.file));
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    let sampled = products().iter().filter(|product| product.profile().is_sampled());
    for product in sampled {
        assert!(seen.contains(&product.code()), "no twin for {}: {seen:?}", product.code());
    }
}

#[test]
fn every_real_authority_has_an_identical_twin() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("igc-sante");
    let files: Vec<Vec<u8>> = manifest(&folder)
        .files
        .iter()
        .filter(|entry| entry.kind == "ca")
        .map(|entry| std::fs::read(folder.join(&entry.file)).unwrap())
        .collect();
    let key_of = |name: &Name<'_>| {
        let issuer = files.iter().find(|der| {
            Certificate::parse(der).is_ok_and(|candidate| candidate.subject() == *name)
        })?;
        Certificate::parse(issuer).ok().map(|issuer| issuer.public_key())
    };
    let mut seen = 0;
    for der in &files {
        let real = Certificate::parse(der).unwrap();
        let Some(authority) = authority_by_name(&real.subject()) else { continue };
        let Some(issuer_key) = authority.gamme().and_then(|_| key_of(&real.issuer())) else {
            continue;
        };
        compare_authority(&real, authority, issuer_key);
        seen += 1;
    }
    assert!(seen >= 10, "only {seen}");
}

fn compare_authority(
    real: &Certificate<'_>,
    authority: &'static Authority,
    issuer_key: SubjectPublicKeyInfo<'_>,
) {
    let plan = AuthorityCertificate {
        authority,
        public_key: real.public_key(),
        issuer_key,
        validity: real.validity(),
    };
    let identifier = plan.issuer_key_identifier(&RustCrypto);
    let serial = real.serial().as_bytes().to_vec();
    assert_eq!(serial.len(), usize::from(authority_profile().serial_octets));
    let twin = plan.blueprint(serial, &identifier, &RustCrypto).unwrap();
    assert_eq!(lint(real.tbs(), &twin, None), [], "{}", authority.id());
    assert_eq!(twin.to_tbs(), real.tbs(), "{}", authority.id());
    let Validity { not_before, not_after } = real.validity();
    assert_eq!(authority.not_before(), Some(not_before));
    assert_eq!(authority.not_after(), Some(not_after));
}
