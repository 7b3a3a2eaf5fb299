use proptest::prelude::*;

use crate::{Field, FieldErrorKind, Fields, Product, products};

/// Fictional values for every field.
fn everything() -> Fields {
    Fields::new()
        .with(Field::StructureName, "HOPITAL FICTIF DE TEST")
        .with(Field::StructureId, "10B0000000")
        .with(Field::StructureDepartment, "Paris (75)")
        .with(Field::Service, "Service_TEST")
        .with(Field::Fqdn, "serveur.exemple.test")
        .with(Field::Email, "agent@exemple.test")
        .with(Field::PersonId, "800000000000")
        .with(Field::GivenName, "Camille")
        .with(Field::Surname, "FICTIF")
        .with(Field::ProfessionTitle, "Médecin")
        .with(Field::ProfessionCode, "10")
}

fn subject(code: &str, fields: &Fields) -> String {
    let name = Product::find(code).unwrap().subject(fields).unwrap();
    name.as_name().check().unwrap();
    name.as_name().rfc4514().to_string()
}

#[test]
fn subjects_have_the_form_of_the_real_ones() {
    let fields = everything();
    assert_eq!(
        subject("ORG_AUTH_CLI", &fields),
        "CN=Service_TEST,OU=10B0000000,O=HOPITAL FICTIF DE TEST,ST=Paris (75),C=FR"
    );
    assert_eq!(
        subject("SERV_SSL", &fields),
        "CN=serveur.exemple.test,OU=10B0000000,O=HOPITAL FICTIF DE TEST,ST=Paris (75),C=FR"
    );
    // One multi-valued RDN, the shortest first as DER wants: compare sets, never strings.
    assert_eq!(
        subject("PS_AUTH", &fields),
        "SN=FICTIF+GN=Camille+CN=800000000000,title=Médecin,C=FR"
    );
}

#[test]
fn a_long_structure_name_is_cut_between_characters() {
    let long = "É".repeat(60);
    let mut fields = everything();
    fields = fields
        .iter()
        .filter(|(field, _)| *field != Field::StructureName)
        .fold(Fields::new().with(Field::StructureName, &long), |all, (field, value)| {
            all.with(field, value)
        });
    assert!(subject("ORG_SIGN", &fields).contains(&format!("O={},", "É".repeat(40))));
}

#[test]
fn every_missing_field_is_named() {
    for product in products() {
        let missing: Vec<_> =
            product.check(&Fields::new()).into_iter().map(|error| error.field).collect();
        assert_eq!(missing, product.required_fields(), "{}", product.code());
        assert_eq!(product.check(&everything()), [], "{}", product.code());
        assert!(product.subject(&everything()).is_ok(), "{}", product.code());
    }
}

#[test]
fn what_an_attribute_cannot_hold_is_refused() {
    let product = Product::find("ORG_AUTH_CLI").unwrap();
    let without = everything();
    let without = without
        .iter()
        .filter(|(field, _)| *field != Field::Service)
        .fold(Fields::new(), |all, (field, value)| all.with(field, value));
    let long = product.check(&without.clone().with(Field::Service, "x".repeat(65)));
    assert_eq!(long[0].kind, FieldErrorKind::TooLong { max_chars: 64 });
    assert_eq!(long[0].to_string(), "service has more than 64 characters");
    let control = product.check(&without.with(Field::Service, "a\0b"));
    assert_eq!(control[0].kind, FieldErrorKind::Characters);
    assert_eq!(control[0].kind.code(), "catalogue.field.characters");
}

#[test]
fn every_code_of_an_error_is_listed() {
    let kinds = [
        FieldErrorKind::Missing,
        FieldErrorKind::TooLong { max_chars: 1 },
        FieldErrorKind::Characters,
    ];
    let codes = kinds.iter().map(FieldErrorKind::code);
    let codes = codes.chain([Product::find("?").unwrap_err().code()]);
    let mut codes: Vec<_> = codes.collect();
    codes.sort_unstable();
    assert_eq!(codes, crate::ERROR_CODES);
}

proptest! {
    /// Whatever is filled in: a subject that reads back, or faults that name fields.
    #[test]
    fn any_text_gives_a_name_or_faults(
        index in 0_usize..13,
        values in prop::collection::vec("\\PC{0,80}", Field::ALL.len()),
    ) {
        let product = &products()[index];
        let mut fields = Fields::new();
        for (field, value) in Field::ALL.iter().zip(&values) {
            fields.push(*field, value);
        }
        match product.subject(&fields) {
            Ok(name) => prop_assert!(name.as_name().check().is_ok()),
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }
}
