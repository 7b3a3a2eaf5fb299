//! `--json`: one object, with its schema, and nothing else on standard output; each field is in `json.md`.
use crate::igc::{AT, igc, order, roc};
use igc_testkit::temp_dir;
use serde_json::Value;

#[test]
fn every_command_answers_with_its_schema() {
    let folder = roc();
    for (line, schema) in [
        ("inspect igc-roc/ORG_SIGN.pem", "igc.inspect/1"),
        (
            "verify igc-roc/ORG_SIGN.pem --issuer igc-roc/chaine.pem --anchor igc-roc/ancre.pem",
            "igc.verify/1",
        ),
        ("inspect igc-roc/ORG_SIGN.csr igc-roc/ORG_SIGN.key igc-roc/ORG_SIGN.p12", "igc.inspect/1"),
        ("csr check igc-roc/ORG_SIGN.csr --product ORG_SIGN", "igc.csr.check/1"),
        ("catalogue products", "igc.catalogue.products/1"),
        ("catalogue usages", "igc.catalogue.usages/1"),
        ("catalogue show SERV_SSL", "igc.catalogue.show/1"),
        ("catalogue show roc", "igc.catalogue.show/1"),
        ("explain", "igc.codes/1"),
        ("explain path.expired", "igc.explain/1"),
    ] {
        let run = igc(folder, &format!("{line} --json"));
        assert_eq!(run.code, Some(0), "{run:#?}");
        assert_eq!(run.json()["schema"], schema, "{line}");
        assert_eq!(run.stderr, "", "{line}");
        assert_documented(&run.json());
    }
}

/// Every name of a field is in the document, as code.
fn assert_documented(value: &Value) {
    const DOCUMENT: &str = include_str!("../../json.md");
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let known = DOCUMENT.contains(&format!("`{name}`"))
                    || DOCUMENT.contains(&format!("`{name}[]`"));
                assert!(known, "`{name}` is not in json.md");
                assert_documented(value);
            }
        }
        Value::Array(items) => items.iter().for_each(assert_documented),
        _ => {}
    }
}

#[test]
fn an_order_tells_programs_everything() {
    let folder = temp_dir();
    let json = order(folder.path(), "--usage roc --json").json();
    assert_documented(&json);
    assert_eq!(json["schema"], "igc.order/1");
    assert_eq!(json["at"], AT);
    assert_eq!(json["structure"]["fictional"], true);
    let certificates = json["certificates"].as_array().unwrap();
    let products: Vec<_> =
        certificates.iter().map(|one| one["product"].as_str().unwrap()).collect();
    assert_eq!(products, ["ORG_AUTH_CLI", "ORG_SIGN"]);
    for one in certificates {
        assert_eq!(one["not_after"], "2029-11-22T10:15:00Z");
        for file in one["files"].as_object().unwrap().values() {
            assert!(folder.path().join(file.as_str().unwrap()).exists(), "{file}");
        }
    }
    let check = json["check"].as_str().unwrap();
    assert!(check.starts_with("igc verify igc-roc/*.pem"), "{check}");
}

#[test]
fn a_failure_is_one_object_too() {
    let run = igc(roc(), "order --usage rocc --json");
    assert_eq!(run.code, Some(2));
    assert_eq!(run.stderr, "");
    let json = run.json();
    assert_eq!(
        (&json["schema"], &json["code"]),
        (&"igc.error/1".into(), &"order.usage.unknown".into())
    );
    // Usage errors are told before the options are known.
    assert_eq!(igc(roc(), "ordre --json").json()["code"], "cli.command.unknown");
}
