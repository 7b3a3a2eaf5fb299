//! What cannot be seen in the real certificates: contradictions, unknown issuers, hostile input.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper of tests fails by panicking, as they do"
)]

use igc_catalogue::{Kind, classify, fuzz};
use igc_testkit::{manifest, shared};
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
    let entry = files.iter().find(|entry| entry.product.as_deref() == Some(kind)).unwrap();
    let mut der = fs::read(folder.join(&entry.file)).unwrap();
    let at = der.windows(from.len()).position(|window| window == from).unwrap();
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
