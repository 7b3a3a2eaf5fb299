//! What cannot be seen in the real certificates: contradictions, unknown issuers, hostile input.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper of tests fails by panicking, as they do"
)]

use igc_catalogue::{Criterion, Kind, classify, fuzz};
use igc_testkit::{manifest, openssl, shared, temp_dir};
use igc_x509::Certificate;
use proptest::prelude::*;
use std::fs;
use std::sync::OnceLock;

/// Real leaves to damage; empty where the shared data is absent.
fn leaves() -> &'static [Vec<u8>] {
    static LEAVES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    LEAVES.get_or_init(|| {
        let Some(folder) = shared().map(|shared| shared.join("igc-sante")) else {
            return Vec::new();
        };
        let files = manifest(&folder).files;
        let leaves = files.iter().filter(|entry| entry.kind == "leaf" || entry.kind == "ca");
        leaves.map(|entry| fs::read(folder.join(&entry.file)).unwrap()).collect()
    })
}

proptest! {
    #[test]
    fn no_damaged_certificate_makes_it_panic(
        which: prop::sample::Index,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let leaves = leaves();
        if leaves.is_empty() {
            return Ok(());
        }
        let mut der = which.get(leaves).clone();
        for (at, octet) in changes {
            *at.get_mut(&mut der) = octet;
        }
        fuzz::classification(&der);
    }
}

/// Replaces octets of the same length in a real certificate found by a test on its manifest entry.
fn altered(kind: &str, from: &[u8], to: &[u8]) -> Option<Vec<u8>> {
    assert_eq!(from.len(), to.len());
    let folder = shared()?.join("igc-sante");
    let files = manifest(&folder).files;
    let of_kind = files.iter().filter(|entry| entry.product.as_deref() == Some(kind));
    let (mut der, at) = of_kind
        .map(|entry| fs::read(folder.join(&entry.file)).unwrap())
        .find_map(|der| {
            let at = der.windows(from.len()).position(|window| window == from)?;
            Some((der, at))
        })
        .unwrap();
    der[at..at + from.len()].copy_from_slice(to);
    Some(der)
}

#[test]
fn an_unknown_issuer_leaves_everything_unknown() {
    let Some(der) = altered("ORG_AUTH_CLI", b"ASIP-SANTE", b"ASIP-FAKES") else { return };
    let found = classify(&Certificate::parse(&der).unwrap());
    assert_eq!(found.kind, Kind::Unknown);
    assert_eq!((found.environment, found.generation, found.gamme), (None, None, None));
    assert_eq!(found.summary(), "unknown");
}

#[test]
fn a_category_that_contradicts_the_issuer_is_reported_and_no_environment_is_claimed() {
    // The extension's value, an OCTET STRING of one octet: test becomes production.
    let (test, production) = ([0x04, 0x03, 0x04, 0x01, 0x83], [0x04, 0x03, 0x04, 0x01, 0x03]);
    let Some(der) = altered("ORG_AUTH_CLI", &test, &production) else { return };
    let found = classify(&Certificate::parse(&der).unwrap());
    assert!(found.has_contradiction());
    assert_eq!(found.environment, None);
    assert_eq!(found.product().map(igc_catalogue::Product::code), Some("ORG_AUTH_CLI"));
}

#[test]
fn a_policy_that_contradicts_the_issuer_is_reported_and_no_environment_is_claimed() {
    // 1.2.250.1.213.1.7.2.1.1.1.1, the one of TEST, against those of production.
    let arc = [0x2a, 0x81, 0x7a, 0x01, 0x81, 0x55, 0x01, 0x07];
    let policy = |rest: [u8; 5]| [&arc[..], &rest].concat();
    for (product, real, other) in [
        // A TEST issuer with production's policy of SERV_SSL.
        ("ORG_AUTH_CLI", [2, 1, 1, 1, 1], [1, 1, 2, 5, 1]),
        // An issuer of production with the policy of TEST.
        ("SERV_SSL", [1, 1, 2, 5, 1], [2, 1, 1, 1, 1]),
    ] {
        let (real, other) = (policy(real), policy(other));
        let Some(der) = altered(product, &real, &other) else { return };
        let found = classify(&Certificate::parse(&der).unwrap());
        let of_policy = found.evidence.iter().filter(|e| e.criterion == Criterion::Policy);
        assert_eq!(of_policy.map(|e| e.agrees).collect::<Vec<_>>(), [false], "{product}");
        assert_eq!(found.environment, None, "{product}");
        assert_eq!(found.product().map(igc_catalogue::Product::code), Some(product));
    }
}

/// Anyone can sign himself a certificate in the name of an intermediate: who issued the real one is known.
#[test]
fn an_intermediate_that_issued_itself_contradicts_itself() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let config = "[req]\nprompt=no\nstring_mask=utf8only\ndistinguished_name=dn\n[dn]\nC=FR\nO=ASIP-SANTE\n\
        0.OU=0002 187512751\n1.OU=IGC-SANTE TEST\nCN=TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS\n";
    fs::write(folder.path().join("req.cnf"), config).unwrap();
    openssl.in_dir(folder.path()).accepts([
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        "key.pem",
        "-config",
        "req.cnf",
        "-days",
        "1",
        "-addext",
        "basicConstraints=critical,CA:TRUE",
        "-outform",
        "DER",
        "-out",
        "ca.der",
    ]);
    let der = fs::read(folder.path().join("ca.der")).unwrap();
    let found = classify(&Certificate::parse(&der).unwrap());
    assert!(matches!(found.kind, Kind::Authority(Some(_))), "{found:?}");
    assert!(found.has_contradiction());
    assert_eq!(found.environment, None);
}

#[test]
fn key_usage_of_no_product_is_no_product() {
    // keyUsage: digitalSignature becomes keyAgreement.
    let (sign, agree) =
        ([0x04, 0x04, 0x03, 0x02, 0x07, 0x80], [0x04, 0x04, 0x03, 0x02, 0x03, 0x08]);
    let Some(der) = altered("ORG_AUTH_CLI", &sign, &agree) else { return };
    let found = classify(&Certificate::parse(&der).unwrap());
    assert_eq!(found.kind, Kind::Unknown);
    assert!(found.environment.is_some(), "the issuer is known all the same");
}

#[test]
fn seals_cannot_be_told_apart_and_it_says_why() {
    let Some(folder) = shared().map(|shared| shared.join("igc-sante")) else { return };
    for entry in manifest(&folder).files {
        if entry.product.as_deref() != Some("ORG_SIGN or SERV_SIGN") {
            continue;
        }
        let der = fs::read(folder.join(&entry.file)).unwrap();
        let found = classify(&Certificate::parse(&der).unwrap());
        let codes: Vec<_> = found.products().iter().map(|product| product.code()).collect();
        assert_eq!(codes, ["ORG_SIGN", "SERV_SIGN"], "{}", entry.file);
        assert!(found.ambiguity().is_some() && found.product().is_none());
    }
}
