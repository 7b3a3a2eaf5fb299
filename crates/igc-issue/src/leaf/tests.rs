use std::sync::OnceLock;

use igc_catalogue::{Domain, Environment, Gamme, products};
use igc_crypto::{KeyGenerator as _, KeyKind, PrivateKey, RustCrypto};
use proptest::prelude::*;

use super::*;

fn key() -> &'static PrivateKey {
    static KEY: OnceLock<PrivateKey> = OnceLock::new();
    KEY.get_or_init(|| RustCrypto.generate(KeyKind::Rsa2048).unwrap())
}

fn good() -> Fields {
    Fields::new()
        .with(Field::StructureName, "HOPITAL FICTIF DE TEST")
        .with(Field::StructureId, "10B0999999")
        .with(Field::StructureDepartment, "Paris (75)")
        .with(Field::Service, "Service_FICTIF")
        .with(Field::Fqdn, "serveur.exemple.test")
        .with(Field::Email, "contact@exemple.test")
        .with(Field::PersonId, "899999999999")
        .with(Field::GivenName, "ÉLOÏSE")
        .with(Field::Surname, "FICTIVE")
        .with(Field::ProfessionTitle, "Médecin")
        .with(Field::ProfessionCode, "10")
}

/// The fields of `good` with one of them changed.
fn with(field: Field, value: &str) -> Fields {
    let mut fields = Fields::new();
    for (other, old) in good().iter() {
        fields.push(other, if other == field { value } else { old });
    }
    fields
}

fn linted(
    product: &Product,
    fields: &Fields,
    at: Time,
    form: ProfileForm,
) -> Result<Vec<u8>, IssueError> {
    let profile = product.profile();
    let leaf = Leaf {
        product,
        fields,
        public_key: SubjectPublicKeyInfo::parse(key().public_key_der()).unwrap(),
        not_before: at,
        form,
        issuer: Authority::of(Environment::LocalTest, profile.gamme(), Some(profile.domain()))
            .unwrap(),
        issuer_key_identifier: &[7; 20],
    };
    let blueprint = leaf.blueprint(vec![0x40; 16], &RustCrypto)?;
    Ok(blueprint.linted(None)?.as_bytes().to_vec())
}

fn at() -> Time {
    "2026-11-22T10:15:00Z".parse().unwrap()
}

fn codes(result: Result<Vec<u8>, IssueError>) -> Vec<&'static str> {
    match result {
        Ok(_) => Vec::new(),
        Err(IssueError::Fields(faults)) => faults.iter().map(|fault| fault.kind.code()).collect(),
        Err(error) => vec![error.code()],
    }
}

#[test]
fn a_policy_that_is_not_known_is_not_invented() {
    let product = Product::find("PRO_AUTH").unwrap();
    assert_eq!(product.profile().policy(Environment::Production), None);
    let fields = good();
    let leaf = Leaf {
        product,
        fields: &fields,
        public_key: SubjectPublicKeyInfo::parse(key().public_key_der()).unwrap(),
        not_before: at(),
        form: ProfileForm::Current,
        issuer: Authority::of(Environment::Production, Gamme::Elementaire, Some(Domain::Personnes))
            .unwrap(),
        issuer_key_identifier: &[7; 20],
    };
    let error = leaf.blueprint(vec![0x40; 16], &RustCrypto).unwrap_err();
    assert_eq!(error.code(), "issue.policy.unknown");
}

#[test]
fn every_missing_field_is_told_at_once() {
    let product = Product::find("SERV_SSL").unwrap();
    let found = codes(linted(product, &Fields::new(), at(), ProfileForm::Current));
    assert_eq!(found, ["issue.field.missing"; 4]);
}

#[test]
fn names_that_cannot_be_issued_are_refused() {
    for (product, field, value, expected) in [
        ("SERV_SSL", Field::Fqdn, "*.exemple.test", "issue.field.domain-name"),
        ("SERV_SSL", Field::Fqdn, "serveur", "issue.field.domain-name"),
        ("SERV_SSL", Field::Fqdn, "hôpital.exemple.test", "issue.field.domain-name"),
        ("PS_SIGN", Field::Email, "a@b@exemple.test", "issue.field.mail-address"),
        ("PS_AUTH", Field::Email, "é@exemple.test", "issue.field.mail-address"),
        ("PS_AUTH", Field::ProfessionCode, "dix", "issue.field.number"),
        ("ORG_SIGN", Field::Service, "a\u{7}b", "issue.field.characters"),
    ] {
        let product = Product::find(product).unwrap();
        let found = codes(linted(product, &with(field, value), at(), ProfileForm::Current));
        assert!(found.contains(&expected), "{field:?}: {found:?}");
    }
}

#[test]
fn upper_bounds_are_those_of_the_standard() {
    let product = Product::find("ORG_AUTH_CLI").unwrap();
    let of = |field, length: usize| {
        codes(linted(product, &with(field, &"é".repeat(length)), at(), ProfileForm::Current))
    };
    // ub-common-name 64, ub-state-name 128, in characters, not octets.
    assert_eq!(of(Field::Service, 64), [""; 0]);
    assert_eq!(of(Field::Service, 65), ["issue.field.too-long"]);
    assert_eq!(of(Field::StructureDepartment, 128), [""; 0]);
    assert_eq!(of(Field::StructureDepartment, 129), ["issue.field.too-long"]);
    // A structure's name is cut, as the real authority does.
    assert_eq!(of(Field::StructureName, 200), [""; 0]);
}

#[test]
fn dated_rules_choose_how_long() {
    let years = |product: &str, day: &str| {
        let product = Product::find(product).unwrap();
        let at: Time = day.parse().unwrap();
        let tbs = linted(product, &good(), at, ProfileForm::Legacy).unwrap();
        let frame = crate::blueprint::signed(
            &tbs,
            &crate::blueprint::rsa_algorithm(product.profile().signature_algorithm()),
            &[],
        );
        let certificate = igc_x509::Certificate::parse(&frame).unwrap();
        let period = certificate.private_key_usage_period().unwrap();
        (
            certificate.validity().not_after.to_string(),
            period.and_then(|period| period.not_after).map(|end| end.to_string()),
        )
    };
    let plain = |text: &str| (text.to_owned(), None);
    assert_eq!(years("ORG_AUTH_CLI", "2026-11-22T10:15:00Z"), plain("2029-11-22T10:15:00Z"));
    assert_eq!(years("ORG_AUTH_CLI", "2024-02-29T00:00:00Z"), plain("2027-02-28T00:00:00Z"));
    assert_eq!(years("SERV_SSL", "2019-10-10T00:00:00Z"), plain("2022-10-10T00:00:00Z"));
    assert_eq!(years("SERV_SSL", "2026-11-22T10:15:00Z"), plain("2028-11-22T10:15:00Z"));
    let end = Some("2022-08-08T00:00:00Z".to_owned());
    assert_eq!(years("ORG_SIGN", "2019-08-08T00:00:00Z"), ("2022-09-08T00:00:00Z".to_owned(), end));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever people write, either it is refused with a code or what would be signed passes the linter.
    #[test]
    fn any_fields_are_refused_or_issued_as_meant(
        values in prop::collection::vec("\\PC{0,80}|[\\s\\S]{0,80}", 5),
        legacy in any::<bool>(),
        seconds in 946_684_800_i64..4_102_444_800,
    ) {
        let free = [
            Field::StructureName, Field::Service, Field::Surname, Field::GivenName, Field::ProfessionTitle,
        ];
        let mut fields = Fields::new();
        for (field, old) in good().iter() {
            let place = free.iter().position(|other| *other == field);
            fields.push(field, place.and_then(|at| values.get(at)).map_or(old, String::as_str));
        }
        for label in &values {
            fields.push(Field::Specialities, label);
        }
        let form = if legacy { ProfileForm::Legacy } else { ProfileForm::Current };
        let at = Time::from_unix(seconds).unwrap();
        for product in products() {
            match linted(product, &fields, at, form) {
                Ok(tbs) => prop_assert!(!tbs.is_empty()),
                Err(error) => prop_assert!(error.code().starts_with("issue.field."), "{error}"),
            }
        }
    }
}
