//! Requests made by node-forge, which writes every value as a PrintableString.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use igc_testkit::{judge, node, skip};
use serde_json::{Value, json};

use crate::fixture::{SERVER, SERVICE, STRUCTURE, der, fields, findings, verdict};

/// Where node-forge is: kept between runs under the build directory, installed there once when npm can.
fn modules() -> Option<&'static Path> {
    static MODULES: OnceLock<Option<PathBuf>> = OnceLock::new();
    let modules = MODULES.get_or_init(|| {
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("node-forge");
        let modules = home.join("node_modules");
        if !modules.join("node-forge/package.json").is_file() {
            std::fs::create_dir_all(&home).unwrap();
            let prefix = home.display().to_string();
            let options = ["install", "--no-audit", "--no-fund", "--silent", "--prefix"];
            let npm = judge("npm")?.run(options.into_iter().chain([&*prefix, "node-forge@1"]));
            if !npm.success() {
                return skip("node-forge is not installed and npm could not fetch it");
            }
        }
        Some(modules)
    });
    modules.as_deref()
}

fn request(common_name: &str, more: Value) -> Option<Vec<u8>> {
    let mut subject: Vec<(&str, &str)> = STRUCTURE.to_vec();
    subject.push(("CN", common_name));
    let mut order = json!({ "subject": subject });
    order.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/requests/forge.js");
    let node = node()?.env("NODE_PATH", modules()?).stdin(order.to_string());
    Some(der(&node.accepts([script])))
}

#[test]
fn an_underscore_in_a_printable_string_is_told_and_served() {
    let Some(request) = request(SERVICE, json!({ "digest": "sha256" })) else { return };
    let expected = [
        "csr.subject.charset subject.commonName",
        "csr.subject.encoding subject.stateOrProvinceName",
        "csr.subject.encoding subject.organizationName",
        "csr.subject.encoding subject.organizationalUnitName",
    ];
    assert_eq!(verdict(&request, "ORG_AUTH_CLI"), expected);
    let fields = fields();
    let options = igc_csr::JudgeOptions::new().fields(&fields);
    let found = findings(&request, "ORG_AUTH_CLI", &options);
    assert!(igc_csr::is_acceptable(&found));
    assert_eq!(found[0].expected.as_deref(), Some("UTF8String"));
}

#[test]
fn its_default_digest_is_sha_1_which_is_refused() {
    let Some(request) = request(SERVICE, json!({})) else { return };
    assert_eq!(verdict(&request, "ORG_AUTH_CLI")[0], "csr.signature.algorithm signature");
}

#[test]
fn accents_come_as_latin_1_and_still_mean_what_they_say() {
    let Some(request) = request("Établissement", json!({ "digest": "sha256" })) else { return };
    let verdict = verdict(&request, "ORG_AUTH_CLI");
    // Another name than the order's, and read well enough to say so.
    assert_eq!(
        verdict[..2],
        ["csr.subject.value subject.commonName", "csr.subject.charset subject.commonName"]
    );
}

#[test]
fn a_server_request_with_names_and_a_challenge() {
    let more = json!({ "digest": "sha256", "dns": [SERVER], "challenge": "fictif" });
    let Some(request) = request(SERVER, more) else { return };
    let verdict = verdict(&request, "SERV_SSL");
    assert_eq!(verdict[0], "csr.challenge.present attributes.challengePassword");
    assert!(verdict.iter().all(|line| !line.contains(".san.")), "{verdict:?}");
}
