use serde_json::{Value, json};

use super::*;

fn report(folder: &Path, manifest: Option<&Path>, backend: Backend) -> Value {
    let report = run(folder, manifest, backend).unwrap();
    serde_json::from_str(&report.json()).unwrap()
}

#[test]
fn every_case_is_right_with_either_backend() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("igc-sante");
    for backend in [Backend::RustCrypto, Backend::AwsLc] {
        let report = report(&folder, None, backend);
        assert!(report["total"].as_u64().unwrap() > 200, "{report}");
        assert_eq!(report["right"], report["total"], "{report:#}");
    }
}

/// A judge that cannot say no is none: each altered expectation must come out as wrong.
#[test]
fn an_altered_expectation_is_wrong() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("igc-sante");
    let mut manifest: Value =
        serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    let mut altered = Vec::new();
    for entry in manifest["files"].as_array_mut().unwrap() {
        let file = entry["file"].as_str().unwrap().to_owned();
        let mut alter = |value: &mut Value, to: Value, aspect: &str| {
            if !value.is_null() {
                *value = to;
                altered.push(format!("{file}:{aspect}"));
            }
        };
        alter(&mut entry["sha256"], json!("00"), "content");
        alter(&mut entry["serial"], json!("01"), "fields");
        alter(&mut entry["entries"], json!(7), "fields");
        alter(&mut entry["product"], json!("ORG_NONE"), "classification");
        if !entry["certs"].is_null() {
            alter(&mut entry["certs"][0]["sha256"], json!("00"), "certificates");
        }
        if !entry["p12"].is_null() {
            alter(&mut entry["p12"]["mac_iterations"], json!(1), "open");
        }
        if !entry["verify"].is_null() {
            let other = if entry["verify"]["expect"] == "valid" { "revoked" } else { "valid" };
            alter(&mut entry["verify"]["expect"], json!(other), "verdict");
        }
    }
    let dir = igc_testkit::temp_dir();
    let path = dir.path().join("manifest.json");
    fs::write(&path, manifest.to_string()).unwrap();
    let report = report(&folder, Some(&path), Backend::AwsLc);
    let ids = |value: &Value| value["id"].as_str().unwrap().to_owned();
    let mut wrong: Vec<_> = report["wrong"].as_array().unwrap().iter().map(ids).collect();
    wrong.sort();
    altered.sort();
    assert_eq!(wrong, altered);
}
