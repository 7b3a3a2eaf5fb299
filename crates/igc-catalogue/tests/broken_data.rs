//! Data files that break a rule are refused, each with a message that names the place.

#![expect(clippy::unwrap_used, reason = "a helper of tests fails by panicking, as they do")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[path = "../build/check.rs"]
mod check;
#[path = "../build/emit.rs"]
mod emit;
#[path = "../src/normalise.rs"]
mod normalise;
#[path = "../build/source.rs"]
mod source;
#[path = "../build/values.rs"]
mod values;
#[path = "../build/words.rs"]
mod words;

type Texts = BTreeMap<String, String>;

fn texts() -> Texts {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut texts = Texts::new();
    for (folder, prefix) in [(data.clone(), ""), (data.join("products"), "products/")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let name = path.file_name().unwrap().to_str().unwrap();
                texts.insert(format!("{prefix}{name}"), fs::read_to_string(&path).unwrap());
            }
        }
    }
    texts
}

fn faults(texts: &Texts) -> Vec<String> {
    match source::Catalogue::parse(texts) {
        Ok(catalogue) => check::check(&catalogue),
        Err(error) => vec![error],
    }
}

/// Replaces `from` by `to` in one file and wants a fault that contains `expected`.
#[track_caller]
fn refused(file: &str, from: &str, to: &str, expected: &str) {
    let mut texts = texts();
    let text = texts.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} no longer contains {from}");
    *text = text.replacen(from, to, 1);
    let faults = faults(&texts);
    assert!(
        faults.iter().any(|fault| fault.contains(expected)),
        "wanted `{expected}`, got {faults:#?}"
    );
}

#[test]
fn the_data_as_it_stands_is_accepted_and_written() {
    let texts = texts();
    assert_eq!(faults(&texts), Vec::<String>::new());
    let catalogue = source::Catalogue::parse(&texts).unwrap();
    assert_eq!(catalogue.products.len(), 13);
    assert!(!emit::emit(&catalogue).contains("unknown word"));
}

#[test]
fn an_unknown_key_is_refused_with_its_file() {
    let expected = "data/products/org-sign.toml";
    refused("products/org-sign.toml", "family =", "famille = \"x\"\nfamily =", expected);
    refused("products/org-sign.toml", "family =", "famille = \"x\"\nfamily =", "famille");
    refused("rules.toml", "years = 3", "years = 3\nweeks = 1", "data/rules.toml");
}

#[test]
fn a_missing_file_is_refused() {
    let mut texts = texts();
    texts.remove("usages.toml");
    assert_eq!(faults(&texts), ["data/usages.toml: missing"]);
}

#[test]
fn two_products_never_share_a_spelling() {
    refused(
        "products/org-conf.toml",
        "family =",
        "aliases = [\"org.sign\"]\nfamily =",
        "names both ORG_CONF and ORG_SIGN",
    );
}

#[test]
fn two_usages_never_share_a_spelling() {
    refused("usages.toml", "aliases = [\"RASS\"]", "aliases = [\"M-S santé\"]", "names both");
}

#[test]
fn a_usage_names_real_products() {
    refused("usages.toml", "[\"ORG_AUTH_CLI\"]", "[\"ORG_AUTH\"]", "usage roc: product `ORG_AUTH`");
    refused("usages.toml", "default = \"procedure-2023\"", "default = \"x\"", "not a statement");
    refused("usages.toml", "[usage.default_reason]\nfr =", "[usage.x]\nfr =", "unknown field");
}

#[test]
fn object_identifiers_are_well_formed() {
    let policy = "1.2.250.1.213.1.7.2.1.1.1.1";
    for broken in ["1.2..250", "1.2.x", "3.1", "1.40", "1"] {
        refused("products/org-conf.toml", policy, broken, "is not an object identifier");
    }
}

#[test]
fn every_fact_has_a_source_and_unknown_has_no_value() {
    let form = "test_form = { value = \"F414\", status = \"stated\", source = \"roc-test\" }";
    let file = "products/org-conf.toml";
    refused(
        file,
        form,
        "test_form = { value = \"F414\", status = \"stated\" }",
        "without a source",
    );
    let nowhere = "test_form = { value = \"F414\", status = \"stated\", source = \"hearsay\" }";
    refused(file, form, nowhere, "source `hearsay` is not in sources.toml");
    refused(
        file,
        form,
        "test_form = { value = \"F414\", status = \"unknown\" }",
        "status `unknown` carries a value",
    );
    refused(
        file,
        form,
        "test_form = { status = \"stated\", source = \"roc-test\" }",
        "no value: say",
    );
    refused(file, form, "test_form = { status = \"guessed\" }", "guessed");
}

#[test]
fn every_source_is_cited_unless_unread() {
    refused("sources.toml", "unread = true", "unread = false", "gabarits-2019: cited by nothing");
    let read = "date = \"2023-04-04\"";
    refused("sources.toml", read, &format!("{read}\nunread = true"), "roc-2023: unread, yet cited");
}

#[test]
fn fingerprints_have_their_shape() {
    let digits = "2d9e22ca19f777c6b745257c723ecb8df3c35fa6f1f6ec36b83600c97346967f";
    for broken in [&digits[1..], &digits.to_uppercase(), &digits.replace('2', "g")] {
        refused("authorities.toml", digits, broken, "ACR-EL: sha256 is not 64");
    }
}

#[test]
fn subjects_use_fields_that_exist_and_are_required() {
    refused("profiles.toml", "field = \"service\"", "field = \"servise\"", "`servise` is none of");
    refused(
        "products/org-conf.toml",
        ", \"service\"]",
        "]",
        "the subject needs `service`: not required",
    );
    refused(
        "products/org-conf.toml",
        "value = \"structure-service\"",
        "value = \"structure\"",
        "subject template `structure` does not exist",
    );
}

#[test]
fn both_orders_hold_every_extension_once() {
    refused("profiles.toml", "\"extKeyUsage\", \"authority", "\"authority", "`extKeyUsage`");
    refused(
        "profiles.toml",
        "\"extKeyUsage\", \"authority",
        "\"extKeyUsage\", \"extKeyUsage\", \"authority",
        "`extKeyUsage` twice",
    );
    refused("profiles.toml", "\"extKeyUsage\", \"auth", "\"extKeyUse\", \"auth", "`extKeyUse`");
}

#[test]
fn rules_are_dated_in_order() {
    refused(
        "products/serv-ssl.toml",
        "[\"three-years\", \"serv-ssl-two-years\"]",
        "[\"serv-ssl-two-years\", \"three-years\"]",
        "the first undated, then by date",
    );
    refused("rules.toml", "from = \"2022-12-01\"", "from = \"2022-13-01\"", "is not a date");
    refused("rules.toml", "current = true", "current = false", "exactly one rule is `current`");
}

#[test]
fn nothing_local_can_pass_for_real() {
    refused("local.toml", "CN=TEST LOCAL AC RACINE", "CN=TEST AC RACINE", "says TEST and LOCAL");
    refused(
        "local.toml",
        "http://127.0.0.1:8413/CRL/ACR-EL-LOCAL.crl",
        "http://igc.example/CRL/ACR-EL-LOCAL.crl",
        "is not on loopback",
    );
}
