//! The search: orders, loops, cross-certificates, hostile bags, explanations.

use std::time::Instant;

use crate::chain::{Chain, Forged, name, search, time, verdict};
use igc_path::{PathErrorKind, PathFailure, Place};
use igc_x509::oid;
use proptest::prelude::*;

fn root() -> Vec<u8> {
    Forged::ca("root", "root").der()
}

fn failure(anchors: &[Vec<u8>], bag: &[Vec<u8>], ee: &Forged) -> PathFailure {
    search(anchors, bag, &ee.der(), &Chain::new().policy).unwrap_err()
}

#[test]
fn a_missing_issuer_is_named() {
    let ca = Forged::ca("ca", "middle");
    let ee = Forged::end_entity("ee", "ca");
    let failure = failure(&[root()], &[ca.der()], &ee);
    assert_eq!(failure.attempts()[0].places, [Place::EndEntity, Place::Intermediate(0)]);
    let expected = PathErrorKind::NoIssuer {
        issuer: name("middle"),
        key_id: Some(b"middle".to_vec()),
        candidates: 0,
    };
    assert_eq!(failure.first().unwrap().kind, expected);
    assert_eq!((failure.first().unwrap().index, failure.code()), (1, "path.issuer.missing"));
}

#[test]
fn without_anchors_nothing_is_trusted() {
    let chain = Chain::new();
    assert_eq!(failure(&[], &[chain.ca.der()], &chain.ee).code(), "path.anchor.none");
}

#[test]
fn a_cycle_without_an_anchor_ends() {
    let bag = [Forged::ca("a", "b").der(), Forged::ca("b", "a").der()];
    let failure = failure(&[root()], &bag, &Forged::end_entity("ee", "a"));
    assert_eq!(failure.code(), "path.issuer.missing");
}

#[test]
fn cross_certified_authorities_lead_to_the_anchor() {
    // a, b and c certify one another; only c is certified by the root.
    let cas = ["a", "b", "c"];
    let mut bag = Vec::new();
    for subject in cas {
        for issuer in cas.into_iter().filter(|issuer| *issuer != subject) {
            bag.push(Forged::ca(subject, issuer).der());
        }
    }
    bag.push(Forged::ca("c", "root").der());
    let ee = Forged::end_entity("ee", "a").der();
    assert_eq!(verdict(&[root()], &bag, &ee, &Chain::new().policy), []);
}

#[test]
fn the_bag_may_hold_the_root_the_end_entity_and_doubles() {
    let chain = Chain::new();
    let bag = [chain.root.der(), chain.ee.der(), chain.ca.der(), chain.ca.der(), chain.root.der()];
    assert_eq!(verdict(&[root()], &bag, &chain.ee.der(), &chain.policy), []);
}

#[test]
fn a_root_is_good_under_itself() {
    assert_eq!(verdict(&[root()], &[], &root(), &Chain::new().policy), []);
}

#[test]
fn an_authority_with_two_certificates_is_tried_with_both() {
    let mut expired = Forged::ca("ca", "root");
    expired.not_after = time("2026-02-01T00:00:00Z");
    let good = Forged::ca("ca", "root2");
    let bag = [expired.der(), good.der()];
    let anchors = [root(), Forged::ca("root2", "root2").der()];
    let ee = Forged::end_entity("ee", "ca");
    assert_eq!(verdict(&anchors, &bag, &ee.der(), &Chain::new().policy), []);
    // Without the second root, the reason told is the expiry, not the missing issuer.
    let failure = failure(&[root()], &bag, &ee);
    assert_eq!((failure.code(), failure.first().unwrap().index), ("path.expired", 1));
}

#[test]
fn a_reason_behind_good_signatures_comes_before_a_bad_signature() {
    let mut expired = Forged::ca("ca", "root");
    expired.not_after = time("2026-02-01T00:00:00Z");
    let impostor = Forged::ca("ca", "root").keyed("other");
    let failure =
        failure(&[root()], &[impostor.der(), expired.der()], &Forged::end_entity("ee", "ca"));
    let codes: Vec<_> = failure.attempts().iter().map(|a| a.errors[0].code()).collect();
    assert_eq!(codes, ["path.expired", "path.signature.invalid"]);
}

#[test]
fn a_rolled_key_is_followed() {
    let new = Forged::ca("ca", "root").keyed("new");
    let old_with_new = Forged::ca("ca", "ca").keyed("old").signed_by("new");
    let ee = Forged::end_entity("ee", "ca").signed_by("old").der();
    let bag = [new.der(), old_with_new.der()];
    assert_eq!(verdict(&[root()], &bag, &ee, &Chain::new().policy), []);
}

/// Every certificate could have issued every other one, and none is signed by the root.
fn swamp(size: usize) -> Vec<Vec<u8>> {
    (0..size)
        .map(|at| {
            let mut ca = Forged::ca("root", "root").keyed(&format!("key{at}")).signed_by("nobody");
            ca.serial = u64::try_from(at).unwrap() + 1;
            ca.der()
        })
        .collect()
}

#[test]
fn hostile_bags_are_answered_within_the_budget() {
    let ee = Forged::end_entity("ee", "root").signed_by("nobody");
    for size in [10, 100, 2_000] {
        let bag = swamp(size);
        let start = Instant::now();
        let failure = failure(&[root()], &bag, &ee);
        let code = failure.code();
        assert!(
            ["path.budget.signatures", "path.budget.steps", "path.signature.invalid"]
                .contains(&code),
            "{size}: {code}"
        );
        assert!(failure.attempts().len() <= 32);
        assert!(start.elapsed().as_secs() < 20, "{size}: {:?}", start.elapsed());
    }
}

#[test]
fn ten_thousand_unrelated_certificates_do_no_harm() {
    let chain = Chain::new();
    let mut bag: Vec<_> = (0..10_000)
        .map(|at| Forged::ca(&format!("x{at}"), &format!("x{}", at + 1)).der())
        .collect();
    bag.push(chain.ca.der());
    assert_eq!(verdict(&[root()], &bag, &chain.ee.der(), &chain.policy), []);
}

/// One of a few small worlds: certificates among four names, some forged.
fn world() -> impl Strategy<Value = (Vec<Vec<u8>>, Vec<u8>)> {
    const NAMES: [&str; 4] = ["root", "a", "b", "c"];
    let ca = (0..4_usize, 0..4_usize, 0..4_u8).prop_map(|(subject, issuer, flaw)| {
        let mut ca = Forged::ca(NAMES[subject], NAMES[issuer]);
        match flaw {
            1 => ca = ca.signed_by("nobody"),
            2 => ca.not_after = time("2026-02-01T00:00:00Z"),
            3 => ca = ca.path_len(0),
            _ => {}
        }
        ca.der()
    });
    (prop::collection::vec(ca, 0..8), 1..4_usize)
        .prop_map(|(bag, issuer)| (bag, Forged::end_entity("ee", NAMES[issuer]).der()))
}

proptest! {
    #[test]
    fn the_order_of_the_bag_does_not_decide((bag, ee) in world(), seed in any::<prop::sample::Index>()) {
        let policy = Chain::new().policy;
        let mut other = bag.clone();
        if !other.is_empty() {
            let turn = seed.index(other.len());
            other.rotate_left(turn);
            other.reverse();
        }
        let accepted = |bag: &[Vec<u8>]| search(&[root()], bag, &ee, &policy).is_ok();
        prop_assert_eq!(accepted(&bag), accepted(&other));
    }

    #[test]
    fn more_certificates_never_refuse_what_was_accepted((bag, ee) in world(), (more, _) in world()) {
        let policy = Chain::new().policy;
        let accepted = |bag: &[Vec<u8>]| search(&[root()], bag, &ee, &policy).is_ok();
        let both = [more, bag.clone()].concat();
        prop_assert!(!accepted(&bag) || accepted(&both));
    }

    #[test]
    fn outside_its_validity_a_certificate_is_never_accepted(secs in 0_i64..4_000_000_000) {
        let chain = Chain::new();
        let at = igc_x509::Time::from_unix(secs).unwrap();
        let policy = igc_path::Policy::new(at, igc_path::Profile::rfc5280());
        let found = verdict(&[chain.root.der()], &[chain.ca.der()], &chain.ee.der(), &policy);
        let within = chain.ee.not_before <= at && at <= chain.ee.not_after;
        prop_assert_eq!(found.is_empty(), within);
        let dates = ["path.expired", "path.not-yet-valid"];
        prop_assert!(found.iter().all(|(_, code)| dates.contains(code)));
    }

    #[test]
    fn a_changed_octet_is_never_accepted(at in any::<prop::sample::Index>(), by in 1_u8..) {
        let chain = Chain::new();
        let mut ee = chain.ee.der();
        let at = at.index(ee.len());
        ee[at] ^= by;
        let readable = igc_x509::Certificate::parse(&ee).is_ok();
        prop_assert!(!readable || !verdict(&[root()], &[chain.ca.der()], &ee, &chain.policy).is_empty());
    }

    #[test]
    fn the_fuzzers_property_holds(data in prop::collection::vec(any::<u8>(), 0..300)) {
        igc_path::fuzz::path(&data);
    }

    #[test]
    fn the_fuzzers_property_holds_of_worlds((bag, ee) in world()) {
        igc_path::fuzz::path(&[ee, bag.concat(), root()].concat());
    }
}

#[test]
fn an_extension_that_is_only_for_authorities_does_not_make_one() {
    // A subscriber's certificate used as an issuer.
    let fake = Forged::end_entity("ca", "root").without(oid::ID_CE_KEY_USAGE);
    let ee = Forged::end_entity("ee", "ca");
    let failure = failure(&[root()], &[fake.der()], &ee);
    assert_eq!((failure.code(), failure.first().unwrap().index), ("path.issuer.not-ca", 1));
}
