//! Orders of certificates for persons: headed by the person, or by the structure that the person works in.
use crate::igc::{igc, order};
use igc_testkit::{openssl, temp_dir};
use std::fs;

const PERSON: &str = "CAMILLE FICTIVE-TEST (RPPS 99900000011)";

#[test]
fn a_professional_who_orders_alone_heads_the_result() {
    let folder = temp_dir();
    let line = "--product PS_AUTH --email a@exemple.test --out out";
    let printed = order(folder.path(), line).done();
    assert!(printed.starts_with(&format!("PS_AUTH · {PERSON}\n")), "{printed}");
    assert!(printed.contains(&format!("  PS_AUTH  {PERSON}  ")), "{printed}");
    assert!(printed.contains("--rpps") && !printed.contains("HOPITAL"), "{printed}");
    let notice = fs::read_to_string(folder.path().join("out/LISEZMOI.txt")).unwrap();
    assert!(notice.starts_with(&format!("PS_AUTH · {PERSON}\n")), "{notice}");
    assert!(!notice.contains("HOPITAL"), "{notice}");

    let named = "--given-name DOMINIQUE --surname TEST-FICTIF --rpps 99900000029";
    let json = order(folder.path(), &format!("{line} {named} --force --json")).json();
    assert!(json["structure"].is_null(), "{json:#}");
    assert_eq!(json["person"]["given_name"], "DOMINIQUE");
    assert_eq!(json["person"]["surname"], "TEST-FICTIF");
    assert_eq!(json["person"]["id"], "899900000029");
    assert_eq!(json["person"]["fictional"], false);
}

#[test]
fn a_professional_of_a_structure_is_named_within_it() {
    let folder = temp_dir();
    let line = "--product PRO_AUTH --email a@exemple.test --out out";
    let printed = order(folder.path(), line).done();
    assert!(printed.starts_with("PRO_AUTH · establishment “HOPITAL FICTIF DE TEST”"), "{printed}");
    assert!(printed.contains(&format!("  PRO_AUTH  {PERSON}  ")), "{printed}");
    let json = order(folder.path(), &format!("{line} --force --json")).json();
    assert_eq!(json["structure"]["name"], "HOPITAL FICTIF DE TEST");
    assert_eq!(json["person"]["surname"], "FICTIVE-TEST");
    let json = order(folder.path(), "--product ORG_SIGN --service TEST --json").json();
    assert!(json["person"].is_null(), "{json:#}");
}

#[test]
fn no_form_is_cited_to_a_professional_who_orders_alone() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let missing = order(folder.path(), "--product PS_AUTH");
    missing.fails(2, "order.mail.missing");
    assert!(!missing.stderr.contains("F413"), "{missing:#?}");

    let make = ["req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", "k", "-out", "r.csr"];
    openssl.in_dir(folder.path()).accepts(make.iter().chain(&["-subj", "/CN=x"]));
    let rules = |product: &str, lang: &str| {
        let line = format!("csr check r.csr --product {product} --lang {lang}");
        let (text, json) =
            (igc(folder.path(), &line), igc(folder.path(), &format!("{line} --json")));
        let findings = json.json()["findings"].as_array().unwrap().clone();
        let rules: Vec<_> =
            findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect();
        assert!(rules.iter().all(|rule| text.stdout.contains(rule)), "{text:#?}");
        rules.join("\n")
    };
    let server = rules("SERV_SSL", "en");
    let mandatory = "the domain name or mail domain is mandatory for this product";
    assert!(server.contains(&format!("{mandatory} (form F413, notice §4.2)")), "{server}");
    assert!(rules("SERV_SSL", "fr").contains("obligatoire pour ce produit (formulaire F413"));
    for lang in ["en", "fr"] {
        assert!(!rules("PS_AUTH", lang).contains("F413"));
    }
}
