//! `products/*.toml` as Rust.

use core::fmt::Write as _;

use super::profiles::{extension, oid};
use super::{key_usage, label, list, provenance, put, stated, words_list};
use crate::source::{Catalogue, Fact, Product};
use crate::words::{self, Words, rust};

pub(super) fn products(out: &mut String, catalogue: &Catalogue) {
    put!(out, "pub(crate) static PRODUCTS: &[Product] = &[");
    for product in &catalogue.products {
        let ordering = &product.ordering;
        let word = |words: Words, fact: &Fact<String>| {
            rust(words, fact.value.as_deref().unwrap_or_default()).to_owned()
        };
        put!(
            out,
            "Product {{ code: {:?}, aliases: &{:?}, words: &{:?},",
            product.code,
            product.aliases,
            product.words
        );
        put!(
            out,
            "family: {}, purpose: {}, file_part: {:?}, label: {}, description: {},",
            rust(words::FAMILIES, &product.family),
            rust(words::PURPOSES, &product.purpose),
            product.file_part.value.as_deref().unwrap_or_default(),
            label(&product.label),
            label(&product.description)
        );
        put!(
            out,
            "ordering: Ordering {{ requester: {}, cards: &{:?}, form: {}, test_form: {}, form_offer: {:?}, domain: {} }},",
            word(words::REQUESTERS, &ordering.requester),
            ordering.cards.value.as_deref().unwrap_or_default(),
            word(words::FORMS, &ordering.form),
            word(words::FORMS, &ordering.test_form),
            ordering.form_offer.value.as_ref().filter(|offer| *offer != "none"),
            word(words::DOMAIN_NEEDS, &ordering.domain)
        );
        put!(
            out,
            "required_fields: {}, optional_fields: {},",
            words_list(words::FIELDS, &product.fields.required),
            words_list(words::FIELDS, &product.fields.optional)
        );
        put!(out, "profile: {},", profile(catalogue, product));
        put!(out, "provenance: {} }},", product_provenance(catalogue, product));
    }
    put!(out, "];");
}

pub(super) fn profile(catalogue: &Catalogue, product: &Product) -> String {
    let profile = &product.profile;
    let leaf = &catalogue.profiles.leaf;
    let san = profile.san.value.as_ref();
    let has = |word: &str| match word {
        "privateKeyUsagePeriod" => profile.private_key_usage_period.value == Some(true),
        "subjectAltName" => san.is_some_and(|san| san.kind != "none"),
        "profession" => profile.profession.value == Some(true),
        "specialities" => profile.specialities.value == Some(true),
        _ => true,
    };
    let order = |order: &Fact<Vec<String>>| {
        list(order.value.iter().flatten().filter(|word| has(word)), |word| {
            extension(word, leaf.critical.value.iter().flatten().any(|other| other == word))
        })
    };
    let key_identifier = |method: &Fact<String>| {
        rust(words::KEY_IDENTIFIERS, method.value.as_deref().unwrap_or_default())
    };
    let (gamme, domain) = profile.issuer.value.as_ref().map_or(("", ""), |issuer| {
        (rust(words::GAMMES, &issuer.gamme), rust(words::DOMAINS, &issuer.domain))
    });
    let subject = catalogue
        .profiles
        .subject
        .iter()
        .position(|template| Some(&template.id) == profile.subject.value.as_ref())
        .unwrap_or_default();
    let validity = list(&profile.validity, |id| {
        let index = catalogue.rules.validity.iter().position(|rule| rule.id == *id);
        format!("&VALIDITY_RULES[{}]", index.unwrap_or_default())
    });
    let policy = |fact: &Fact<String>| match &fact.value {
        Some(text) => format!("Some(&{:?})", oid(Some(text))),
        None => "None".to_owned(),
    };
    format!(
        "Profile {{ gamme: {gamme}, domain: {domain}, subject: &SUBJECTS[{subject}], key_usage: {}, optional_key_usage: {}, extended_key_usage: {}, \
         san: SanSpec {{ kind: {}, fields: {}, always: {} }}, policy_production: {}, policy_test: {}, \
         signature_algorithm: {}, serial_octets: {}, key_identifier: {}, legacy_key_identifier: {}, extensions: {}, legacy_extensions: {}, validity: {validity}, sampled: {} }}",
        key_usage(profile.key_usage.value.as_deref().unwrap_or_default()),
        key_usage(&profile.key_usage_optional),
        words_list(
            words::EXTENDED_KEY_USAGES,
            profile.extended_key_usage.value.as_deref().unwrap_or_default()
        ),
        rust(words::SAN_KINDS, san.map_or("none", |san| san.kind.as_str())),
        words_list(words::FIELDS, san.map_or(&[], |san| san.fields.as_slice())),
        san.is_some_and(|san| san.always),
        policy(&profile.policy_production),
        policy(&profile.policy_test),
        rust(words::SIGNATURES, leaf.signature.value.as_deref().unwrap_or_default()),
        leaf.serial_octets.value.unwrap_or_default(),
        key_identifier(&leaf.key_identifier),
        key_identifier(&leaf.legacy_key_identifier),
        order(&leaf.order),
        order(&leaf.legacy_order),
        profile.sample.value.unwrap_or_default()
    )
}

pub(super) fn product_provenance(catalogue: &Catalogue, product: &Product) -> String {
    let (ordering, profile, fields) = (&product.ordering, &product.profile, &product.fields);
    let text = |about: &str, fact: &Fact<String>| provenance(catalogue, about, fact);
    let texts = |about: &str, fact: &Fact<Vec<String>>| provenance(catalogue, about, fact);
    let flag = |about: &str, fact: &Fact<bool>| provenance(catalogue, about, fact);
    let all = [
        text("file_part", &product.file_part),
        text("ordering.requester", &ordering.requester),
        texts("ordering.cards", &ordering.cards),
        text("ordering.form", &ordering.form),
        text("ordering.test_form", &ordering.test_form),
        text("ordering.form_offer", &ordering.form_offer),
        text("ordering.domain", &ordering.domain),
        stated(catalogue, "fields", fields.status, &fields.source, fields.note.as_ref()),
        provenance(catalogue, "profile.issuer", &profile.issuer),
        text("profile.subject", &profile.subject),
        texts("profile.key_usage", &profile.key_usage),
        texts("profile.extended_key_usage", &profile.extended_key_usage),
        provenance(catalogue, "profile.san", &profile.san),
        text("profile.policy_production", &profile.policy_production),
        text("profile.policy_test", &profile.policy_test),
        flag("profile.private_key_usage_period", &profile.private_key_usage_period),
        flag("profile.profession", &profile.profession),
        flag("profile.specialities", &profile.specialities),
        flag("profile.sample", &profile.sample),
    ];
    format!("&[{}]", all.join(",\n"))
}

pub(super) fn product_ref(catalogue: &Catalogue, code: &str) -> String {
    let index = catalogue.products.iter().position(|product| product.code == code);
    format!("&PRODUCTS[{}]", index.unwrap_or_default())
}
