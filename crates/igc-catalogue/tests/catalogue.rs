//! The whole catalogue as text: adding a product changes its data file and this golden file, nothing else.
//!
//! `UPDATE_EXPECT=1 cargo test -p igc-catalogue` rewrites the golden files; review sees the difference.

#![expect(clippy::unwrap_used, reason = "a helper of tests fails by panicking, as they do")]

use core::fmt::Write as _;

use expect_test::expect_file;
use igc_catalogue::{
    AlertDelay, AttributeValue, Authority, Environment, Equivalence, ExtensionSpec, Label, Need,
    Product, Provenance, SanSpec, SubjectTemplate, Usage, ValidityRule, alert_rules, authorities,
    authority_profile, card_types, crl_rules, equivalences, key_rules, leaf_provenance, products,
    professions, sources, usages, validity_rules,
};

macro_rules! put {
    ($out:expr, $($arg:tt)*) => { writeln!($out, $($arg)*).unwrap() };
}

#[test]
fn products_are_as_reviewed() {
    let mut out = String::new();
    for product in products() {
        write_product(&mut out, product);
    }
    put!(out, "what all leaves share");
    for key in key_rules() {
        put!(out, "  key {} {}: {}", key.algorithm, key.bits, known(&key.provenance));
    }
    for fact in leaf_provenance() {
        put!(out, "  {}: {}", fact.about, known(fact));
    }
    expect_file!["golden/products.txt"].assert_eq(&out);
}

#[test]
fn usages_are_as_reviewed() {
    let mut out = String::new();
    for usage in usages() {
        write_usage(&mut out, usage);
    }
    for equivalence in equivalences() {
        write_equivalence(&mut out, equivalence);
    }
    expect_file!["golden/usages.txt"].assert_eq(&out);
}

#[test]
fn authorities_are_as_reviewed() {
    let mut out = String::new();
    for authority in authorities() {
        write_authority(&mut out, authority);
    }
    let profile = authority_profile();
    put!(out, "what all authorities share");
    put!(out, "  key RSA {}, {}", profile.key_bits, profile.signature_algorithm);
    put!(out, "  serial {} octets, {} years", profile.serial_octets, profile.validity_years);
    put!(out, "  keyUsage {:?}, pathLen {}", profile.key_usage, profile.path_len);
    put!(out, "  policy {}", profile.policy().unwrap());
    put!(out, "  root: {}", order(profile.root_extensions));
    put!(out, "  intermediate: {}", order(profile.intermediate_extensions));
    put!(out, "  CRL: {}", order(profile.crl_extensions));
    expect_file!["golden/authorities.txt"].assert_eq(&out);
}

#[test]
fn rules_and_sources_are_as_reviewed() {
    let mut out = String::new();
    for rule in validity_rules() {
        write_validity(&mut out, rule);
    }
    for rule in alert_rules() {
        let before = match rule.before_expiry {
            AlertDelay::Months(months) => format!("{months} months"),
            AlertDelay::Days(days) => format!("{days} days"),
        };
        let current = if rule.current { ", in force" } else { "" };
        put!(
            out,
            "alert {}: {before} before expiry{current}: {}",
            rule.id,
            known(&rule.provenance)
        );
    }
    for rule in crl_rules() {
        let (every, valid) = (rule.published_every_days, rule.valid_days);
        put!(
            out,
            "CRL of {}: every {every} days, valid {valid}: {}",
            rule.role.name(),
            known(&rule.provenance)
        );
    }
    for (what, table) in [("card type", card_types()), ("profession", professions())] {
        for coded in table {
            put!(out, "{what} {}: {}: {}", coded.code, both(coded.label), known(&coded.provenance));
        }
    }
    for source in sources() {
        put!(
            out,
            "source {}: {}, {}, {}",
            source.id,
            source.title,
            source.publisher,
            source.date.unwrap_or("no date")
        );
        if let Some(note) = source.note {
            put!(out, "  {note}");
        }
    }
    expect_file!["golden/rules.txt"].assert_eq(&out);
}

#[test]
fn error_codes_are_unique_sorted_and_stable() {
    let codes = igc_catalogue::ERROR_CODES;
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "sorted and unique");
    expect_file!["golden/codes.txt"].assert_eq(&format!("{}\n", codes.join("\n")));
}

fn write_product(out: &mut String, product: &Product) {
    let ordering = product.ordering();
    put!(out, "{} ({}, {})", product.code(), product.family().name(), product.purpose().name());
    put!(out, "  also: {}", product.aliases().join(", "));
    put!(out, "  {}", both(product.label()));
    put!(out, "  fr: {}", product.description().fr);
    put!(out, "  en: {}", product.description().en);
    put!(out, "  delivered as: {}", product.file_part());
    put!(
        out,
        "  ordered by {} with {}; form {}; test {}; box {:?}; domain {}",
        ordering.requester.name(),
        ordering.cards.join(", "),
        ordering.form.map_or("none", igc_catalogue::Form::name),
        ordering.test_form.map_or("none", igc_catalogue::Form::name),
        ordering.form_offer,
        ordering.domain.name()
    );
    let names = |fields: &[igc_catalogue::Field]| {
        fields.iter().map(|field| field.name()).collect::<Vec<_>>().join(", ")
    };
    put!(out, "  required: {}", names(product.required_fields()));
    put!(out, "  optional: {}", names(product.optional_fields()));
    let profile = product.profile();
    put!(out, "  issuer: {} {}", profile.gamme().code(), profile.domain().code());
    put!(out, "  subject: {}", subject(profile.subject()));
    let optional = profile.optional_key_usage();
    put!(out, "  keyUsage: {:?}, perhaps {optional:?}", profile.key_usage());
    let purposes: Vec<_> =
        profile.extended_key_usage().iter().map(|oid| oid.name().unwrap()).collect();
    put!(out, "  extKeyUsage: {}", purposes.join(", "));
    put!(out, "  subjectAltName: {}", san(profile.san()));
    for environment in [Environment::Production, Environment::Test] {
        let policy =
            profile.policy(environment).map_or("unknown".to_owned(), |oid| oid.to_string());
        put!(out, "  policy in {}: {policy}", environment.name());
    }
    put!(
        out,
        "  signature {}, serial {} octets",
        profile.signature_algorithm().name().unwrap(),
        profile.serial_octets()
    );
    put!(out, "  extensions: {}", order(profile.extensions()));
    put!(out, "  legacy order: {}", order(profile.legacy_extensions()));
    put!(
        out,
        "  key identifier: {}, legacy {}",
        profile.key_identifier().name(),
        profile.legacy_key_identifier().name()
    );
    let validity: Vec<_> = profile.validity_rules().iter().map(|rule| rule.id).collect();
    put!(out, "  validity: {}", validity.join(", then "));
    for fact in product.provenance() {
        put!(out, "    {}: {}", fact.about, known(fact));
    }
    put!(out, "");
}

fn subject(template: &SubjectTemplate) -> String {
    let rdns = template.rdns.iter().map(|rdn| {
        let parts = rdn.iter().map(|part| {
            let value = match part.value {
                AttributeValue::Fixed(value) => format!("\"{value}\""),
                AttributeValue::Field(field) => format!("<{}>", field.name()),
            };
            let cut = part.cut_chars.map_or(String::new(), |cut| format!(" cut at {cut}"));
            let name = part.attribute.name().unwrap();
            format!("{name}={value} {} max {}{cut}", part.string.name(), part.max_chars)
        });
        format!("{{{}}}", parts.collect::<Vec<_>>().join(" + "))
    });
    format!("[{}] {}", template.id, rdns.collect::<Vec<_>>().join(", "))
}

fn san(spec: &SanSpec) -> String {
    let Some(kind) = spec.kind else { return "none".to_owned() };
    let fields: Vec<_> = spec.fields.iter().map(|field| field.name()).collect();
    let always = if spec.always { "always" } else { "sometimes" };
    format!("{} from {}, {always}", kind.name(), fields.join(" then "))
}

fn order(specs: &[ExtensionSpec]) -> String {
    let names = specs.iter().map(|spec| {
        let critical = if spec.critical { "!" } else { "" };
        format!("{}{critical}", spec.kind.name())
    });
    names.collect::<Vec<_>>().join(" ")
}

fn write_usage(out: &mut String, usage: &Usage) {
    put!(out, "{} ({})", usage.code(), usage.aliases().join(", "));
    put!(out, "  {}", both(usage.label()));
    let default = usage.default_statement().unwrap();
    put!(out, "  orders follow: {}", default.id);
    if let Some(reason) = usage.default_reason() {
        put!(out, "  why: {}", both(reason));
    }
    for statement in usage.statements() {
        put!(out, "  {}: {}", statement.id, known(&statement.provenance));
        for need in statement.needs {
            write_need(out, need);
        }
    }
    for rule in usage.rules() {
        let families: Vec<_> = rule.refused_families.iter().map(|family| family.name()).collect();
        put!(
            out,
            "  rule {}: services {:?}, refuses {families:?}, answers {:?}: {}: {}",
            rule.id,
            rule.services,
            rule.answer,
            both(rule.text),
            known(&rule.provenance)
        );
    }
    put!(out, "");
}

fn write_need(out: &mut String, need: &Need) {
    let products: Vec<_> = need.any_of.iter().map(|product| product.code()).collect();
    put!(out, "    {} as {}", products.join(" or "), need.service.unwrap_or("any service"));
    if let Some(role) = need.role {
        put!(out, "      {}", both(role));
    }
    for (form, text) in [("F413", need.form_text), ("F414", need.test_form_text)] {
        if let Some(text) = text {
            put!(out, "      {form}: {text}");
        }
    }
}

fn write_equivalence(out: &mut String, equivalence: &Equivalence) {
    let products: Vec<_> = equivalence.replaced_by.iter().map(|product| product.code()).collect();
    put!(
        out,
        "{} (class {}): {}: {}: {}",
        equivalence.id,
        equivalence.class,
        both(equivalence.label),
        products.join(", "),
        known(&equivalence.provenance)
    );
}

fn write_authority(out: &mut String, authority: &Authority) {
    put!(
        out,
        "{} ({}, {}, {}{}{}) issued by {}",
        authority.id(),
        authority.environment().name(),
        authority.generation().name(),
        authority.role().name(),
        authority.gamme().map_or(String::new(), |gamme| format!(", {}", gamme.code())),
        authority.domain().map_or(String::new(), |domain| format!(", {}", domain.code())),
        authority.issuer().unwrap().id()
    );
    put!(out, "  {}", authority.name().unwrap().as_name().rfc4514());
    let sha256 = authority.sha256().map_or("unknown".to_owned(), |octets| {
        octets.iter().map(|octet| format!("{octet:02x}")).collect()
    });
    put!(out, "  sha256 {sha256}, file {:?}", authority.file());
    let day = |time: Option<igc_x509::Time>| time.map_or("?".to_owned(), |time| time.to_string());
    put!(out, "  {} to {}", day(authority.not_before()), day(authority.not_after()));
    for url in [authority.certificate_url(), authority.ocsp_url(), authority.cps_url()]
        .into_iter()
        .chain(authority.crl_urls().iter().map(|url| Some(*url)))
        .chain([authority.delta_crl_url()])
        .flatten()
    {
        put!(out, "  {url}");
    }
    put!(out, "  {}", known(authority.provenance()));
}

fn write_validity(out: &mut String, rule: &ValidityRule) {
    put!(
        out,
        "validity {}: {} years {} months, private key {:?} years, from {}: {}",
        rule.id,
        rule.years,
        rule.months,
        rule.private_key_years,
        rule.from.map_or("the beginning".to_owned(), |from| from.to_string()),
        known(&rule.provenance)
    );
}

fn both(label: Label) -> String {
    format!("{} / {}", label.fr, label.en)
}

fn known(fact: &Provenance) -> String {
    let source = fact.source.map_or("no source", |source| source.id);
    let note = fact.note.map_or(String::new(), |note| format!(" ({note})"));
    format!("{}, {source}{note}", fact.status.name())
}
