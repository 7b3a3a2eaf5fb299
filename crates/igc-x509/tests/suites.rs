//! The conformance suites' certificates, CRLs and names, and malformed input, through the parsers.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use std::{collections::BTreeMap, fs, path::Path};

use igc_x509::{
    Certificate, CertificateList, Extensions, Name, Signed, TbsCertificate, fuzz,
    pem::{self, PemBlock},
};
use serde_json::Value;

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn block<'a>(blocks: &'a [PemBlock<'_>], label: &str) -> Option<&'a [u8]> {
    blocks.iter().find(|block| block.label == label).map(|block| block.contents.as_slice())
}

#[test]
fn malformed_corpora_never_panic() {
    let Some(shared) = igc_testkit::shared() else { return };
    let mut seen = 0;
    for folder in fs::read_dir(shared.join("suites/corpora")).unwrap().map(|e| e.unwrap().path()) {
        if !folder.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            fuzz::everything(&fs::read(file).unwrap());
            seen += 1;
        }
    }
    assert!(seen > 0, "no corpus");
}

const PLACEHOLDERS: &str =
    "its fields hold NULL in place of names, dates and keys, which we decode in the same pass";

/// Verdicts of BoringSSL's parser that we do not share, and why.
const BORINGSSL_EXCEPTIONS: [(&str, &str); 10] = [
    ("cert_skeleton.pem", PLACEHOLDERS),
    (
        "failed_signature_algorithm.pem",
        "parameters with a tag number above 30, which X.509 has not",
    ),
    ("tbs_v1.pem", PLACEHOLDERS),
    ("tbs_v2_issuer_and_subject_unique_id.pem", PLACEHOLDERS),
    ("tbs_v2_no_optionals.pem", PLACEHOLDERS),
    ("tbs_v3_all_optionals.pem", PLACEHOLDERS),
    ("tbs_v3_extensions.pem", PLACEHOLDERS),
    ("tbs_v3_no_optionals.pem", PLACEHOLDERS),
    ("tbs_validity_both_generalized_time.pem", PLACEHOLDERS),
    ("tbs_validity_generalized_time_and_utc_time.pem", PLACEHOLDERS),
];

/// `parse` or `refuse`, by the parser the case's kind asks for.
fn boringssl_verdict(kind: &str, text: &[u8]) -> Result<(), String> {
    let blocks = pem::decode(text).map_err(|error| format!("PEM: {error}"))?;
    let say = |error: igc_x509::Error| format!("{} ({error})", error.code());
    match kind {
        "certificate" => {
            let der = block(&blocks, "CERTIFICATE").ok_or("no CERTIFICATE")?;
            Signed::parse(der).map(drop).map_err(say)
        }
        "tbs" => {
            let der = block(&blocks, "TBS CERTIFICATE").ok_or("no TBS CERTIFICATE")?;
            TbsCertificate::parse(der).map(drop).map_err(say)
        }
        "full-certificate" => {
            let der = block(&blocks, "CERTIFICATE").ok_or("no CERTIFICATE")?;
            Certificate::parse(der).and_then(|c| c.check()).map_err(say)
        }
        "authority-key-identifier" => {
            let value = &blocks.first().ok_or("no block")?.contents;
            authority_key_identifier(value).map_err(say)
        }
        other => Err(format!("unknown kind {other}")),
    }
}

/// Wraps the value into a list of extensions, for the public parser.
fn authority_key_identifier(value: &[u8]) -> Result<(), igc_x509::Error> {
    use igc_x509::encode;
    let extension = encode::sequence(&[
        encode::oid(igc_x509::oid::ID_CE_AUTHORITY_KEY_IDENTIFIER),
        encode::octet_string(value),
    ]);
    Extensions::parse(&encode::sequence(&[extension]))?.authority_key_identifier().map(drop)
}

#[test]
fn boringssl_parse_certificate() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("suites/boringssl-pki/parse_certificate");
    let exceptions = BTreeMap::from(BORINGSSL_EXCEPTIONS);
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for case in json(&folder.join("manifest.json"))["cases"].as_array().unwrap() {
        let file = case["file"].as_str().unwrap();
        let text = fs::read(folder.join(file)).unwrap();
        let verdict = boringssl_verdict(case["kind"].as_str().unwrap(), &text);
        let agrees = match case["expect"].as_str().unwrap() {
            "parse" => verdict.is_ok(),
            "refuse" => verdict.is_err(),
            _ => continue,
        };
        seen += 1;
        if agrees == exceptions.contains_key(file) {
            wrong.push(format!("{file}: want {}, got {verdict:?}", case["expect"]));
        }
    }
    assert!(seen > 0, "no case");
    assert!(wrong.is_empty(), "{} of {seen} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn boringssl_name_match() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("suites/boringssl-pki/verify_name_match");
    let read = |file: &Value| {
        let text = fs::read(folder.join(file.as_str().unwrap())).unwrap();
        pem::decode(&text).unwrap().remove(0).contents
    };
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for case in json(&folder.join("manifest.json"))["cases"].as_array().unwrap() {
        let expect = case["expect"].as_bool().unwrap();
        let a = read(&case["a"]);
        let got = match case["op"].as_str().unwrap() {
            // A name whose normal form does not exist is one that `check` refuses.
            "normalize" => Name::parse(&a).and_then(|name| name.check()).is_ok(),
            op => {
                let b = read(&case["b"]);
                match (Name::parse(&a), Name::parse(&b)) {
                    (Ok(a), Ok(b)) if op == "match" => a.matches(&b),
                    (Ok(a), Ok(b)) => a.is_within(&b),
                    _ => false,
                }
            }
        };
        seen += 1;
        if got != expect {
            wrong.push(format!("{} {} {}: got {got}", case["op"], case["a"], case["b"]));
        }
    }
    assert!(seen > 0, "no case");
    assert!(wrong.is_empty(), "{} of {seen} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Signatures that were broken by giving their BIT STRING an unused bit: no signature has one.
const PKITS_EXCEPTIONS: [&str; 3] =
    ["BadCRLSignatureCACRL.crl", "BadSignedCACert.crt", "InvalidDSASignatureTest6EE.crt"];

#[test]
fn pkits_parses() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("suites/pkits");
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for kind in ["certs", "crls"] {
        for file in fs::read_dir(folder.join(kind)).unwrap().map(|e| e.unwrap().path()) {
            let der = fs::read(&file).unwrap();
            fuzz::everything(&der);
            seen += 1;
            let verdict = match kind {
                "certs" => Certificate::parse(&der).and_then(|certificate| certificate.check()),
                _ => CertificateList::parse(&der).and_then(|crl| crl.check()),
            };
            let name = file.file_name().unwrap().to_str().unwrap();
            if verdict.is_ok() == PKITS_EXCEPTIONS.contains(&name) {
                wrong.push(format!("{name}: {verdict:?}"));
            }
        }
    }
    assert!(seen > 0, "no file");
    assert!(wrong.is_empty(), "{} of {seen} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn limbo_peers_of_accepted_cases_parse() {
    let Some(shared) = igc_testkit::shared() else { return };
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for file in ["limbo/limbo.json", "bettertls/limbo-bettertls.json"] {
        for case in json(&shared.join("suites").join(file))["testcases"].as_array().unwrap() {
            if case["expected_result"] != "SUCCESS" {
                continue;
            }
            let text = case["peer_certificate"].as_str().unwrap();
            let blocks = pem::decode(text.as_bytes()).unwrap();
            seen += 1;
            if let Err(error) = Certificate::parse(&blocks[0].contents).and_then(|c| c.check()) {
                wrong.push(format!("{}: {error}", case["id"]));
            }
        }
    }
    assert!(seen > 0, "no case");
    assert!(wrong.is_empty(), "{} of {seen} refused:\n{}", wrong.len(), wrong.join("\n"));
}
