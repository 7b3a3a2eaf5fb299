use igc_catalogue::{Authority, Domain, Environment, Field, Fields, Gamme, Product};
use igc_crypto::{KeyGenerator as _, KeyKind, PrivateKey, RustCrypto};
use igc_x509::{KeyUsage, StringKind, SubjectPublicKeyInfo, Time, oid};

use super::*;
use crate::content::Content;
use crate::leaf::Leaf;
use crate::request::ProfileForm;

fn key() -> &'static PrivateKey {
    static KEY: std::sync::OnceLock<PrivateKey> = std::sync::OnceLock::new();
    KEY.get_or_init(|| RustCrypto.generate(KeyKind::Rsa2048).unwrap())
}

fn at() -> Time {
    "2026-11-22T10:15:00Z".parse().unwrap()
}

/// A PS_AUTH blueprint has every extension but the usage period.
fn with_blueprint(test: impl Fn(&mut Blueprint<'_>)) {
    let fields = Fields::new()
        .with(Field::Email, "contact@exemple.test")
        .with(Field::PersonId, "899999999999")
        .with(Field::GivenName, "ÉLOÏSE")
        .with(Field::Surname, "FICTIVE")
        .with(Field::ProfessionTitle, "Médecin")
        .with(Field::ProfessionCode, "10")
        .with(Field::Specialities, "SM00");
    let leaf = Leaf {
        product: Product::find("PS_AUTH").unwrap(),
        fields: &fields,
        public_key: SubjectPublicKeyInfo::parse(key().public_key_der()).unwrap(),
        not_before: at(),
        form: ProfileForm::Current,
        issuer: Authority::of(Environment::LocalTest, Gamme::Elementaire, Some(Domain::Personnes))
            .unwrap(),
        issuer_key_identifier: &[7; 20],
    };
    test(&mut leaf.blueprint(vec![0x40; 16], &RustCrypto).unwrap());
}

fn fields_found(tbs: &[u8], blueprint: &Blueprint<'_>) -> Vec<&'static str> {
    lint(tbs, blueprint, None).into_iter().map(|finding| finding.field).collect()
}

#[test]
fn what_was_meant_passes() {
    with_blueprint(|blueprint| assert_eq!(lint(&blueprint.to_tbs(), blueprint, None), []));
}

#[test]
fn every_octet_counts() {
    with_blueprint(|blueprint| {
        let tbs = blueprint.to_tbs();
        for at in 0..tbs.len() {
            let mut changed = tbs.clone();
            changed[at] ^= 1;
            assert!(!lint(&changed, blueprint, None).is_empty(), "octet {at} of {}", tbs.len());
        }
    });
}

#[test]
fn each_departure_is_found_under_its_name() {
    type Change = fn(&mut Blueprint<'_>);
    let cases: &[(&str, Change)] = &[
        ("serialNumber", |b| b.serial = vec![0x41; 16]),
        ("validity", |b| b.validity.not_after = b.validity.not_after.add_secs(1).unwrap()),
        ("subject", |b| {
            let name = igc_x509::NameBuf::new();
            b.subject = name.attribute(oid::ID_AT_COMMON_NAME, StringKind::Utf8, "autre").unwrap();
        }),
        ("extensions", |b| b.extensions[0].critical ^= true),
        ("extensions", |b| b.extensions.swap(0, 1)),
        ("keyUsage", |b| {
            let usage = b.extensions.iter_mut().find(|e| e.content.oid() == oid::ID_CE_KEY_USAGE);
            usage.unwrap().content = Content::KeyUsage(KeyUsage::KEY_CERT_SIGN);
        }),
        ("basicConstraints", |b| {
            let last =
                b.extensions.iter_mut().find(|e| e.content.oid() == oid::ID_CE_BASIC_CONSTRAINTS);
            last.unwrap().content = Content::Authority { path_len: None };
        }),
    ];
    for (field, change) in cases {
        with_blueprint(|blueprint| {
            let meant = blueprint.to_tbs();
            change(blueprint);
            let found = fields_found(&meant, blueprint);
            assert!(found.contains(field), "{field}: {found:?}");
        });
    }
}

#[test]
fn a_certificate_stays_within_the_life_of_its_issuer() {
    with_blueprint(|blueprint| {
        let own = blueprint.validity;
        let tbs = blueprint.to_tbs();
        let later = Validity { not_before: own.not_before.add_secs(1).unwrap(), ..own };
        let shorter = Validity { not_after: own.not_after.add_secs(-1).unwrap(), ..own };
        assert_eq!(lint(&tbs, blueprint, Some(own)), []);
        for issuer in [later, shorter] {
            let found = lint(&tbs, blueprint, Some(issuer));
            assert_eq!(found, [LintFinding { field: "validity", code: None }]);
        }
    });
}
