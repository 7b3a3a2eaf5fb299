//! BoringSSL's CRL files, from the shared data.
#![expect(clippy::unwrap_used, reason = "a test reports failure by panicking")]

use core::time::Duration;
use std::{fs, path::Path};

use igc_crypto::{Legacy, RustCrypto};
use igc_revocation::{CertStatus, CrlIssuer, CrlNumber, CrlPolicy, crl_status};
use igc_x509::{Certificate, CertificateList, pem};
use serde::Deserialize;

#[derive(Deserialize)]
struct Suite {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    file: String,
    expect_status: String,
    at: String,
    max_age_seconds: u64,
}

/// The status as the manifest writes it; what cannot be read is no evidence.
fn status(folder: &Path, case: &Case) -> String {
    let text = fs::read(folder.join(&case.file)).unwrap();
    let blocks = pem::decode(&text).unwrap();
    let find = |label: &str| blocks.iter().find(|block| block.label == label);
    let parse = |label: &str| Certificate::parse(&find(label).unwrap().contents).unwrap();
    let (certificate, ca) = (parse("CERTIFICATE"), parse("CA CERTIFICATE"));
    let mut issuers = vec![CrlIssuer::from_certificate(ca)];
    if find("CA CERTIFICATE 2").is_some() {
        issuers.push(CrlIssuer::from_certificate(parse("CA CERTIFICATE 2")));
    }
    let Ok(crl) = CertificateList::parse(&find("CRL").unwrap().contents) else {
        return "unknown (unreadable)".into();
    };
    // The files date from before numbers were common, and are as old as the case says they may be.
    let policy = CrlPolicy::new(case.at.parse().unwrap())
        .max_age(Duration::from_secs(case.max_age_seconds))
        .number(CrlNumber::Optional);
    // RSA of 1024 bits.
    match crl_status(&certificate, &issuers, &[crl], &policy, &Legacy(RustCrypto)).status {
        CertStatus::Good => "good".into(),
        CertStatus::Revoked { .. } => "revoked".into(),
        CertStatus::Unknown { why } => format!("unknown ({why})"),
    }
}

/// Differences, each with its reason; each must differ, or it is to be struck out.
const DIFFERENCES: &[(&str, &str)] = &[(
    "invalid_revoked_empty_sequence.pem",
    "an empty list of entries (RFC 5280 §5.1.2.6) is read as an absent one: it lists nothing",
)];

#[test]
fn boringssl_crl() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("suites/boringssl-pki/crl");
    let text = fs::read(folder.join("manifest.json")).unwrap();
    let suite: Suite = serde_json::from_slice(&text).unwrap();
    let mut wrong = Vec::new();
    for case in &suite.cases {
        let got = status(&folder, case);
        let differs = !got.starts_with(&case.expect_status);
        if differs != DIFFERENCES.iter().any(|(file, _)| *file == case.file) {
            wrong.push(format!("{}: want {}, got {got}", case.file, case.expect_status));
        }
    }
    let seen = suite.cases.len();
    assert!(seen >= 40, "cases missing: found {seen}");
    assert!(wrong.is_empty(), "{} of {seen} differ:\n{}", wrong.len(), wrong.join("\n"));
}
