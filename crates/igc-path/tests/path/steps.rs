//! Each step of RFC 5280 §6.1, broken alone. The expected verdict is the whole list of what is
//! said, so that a step that says too much fails as one that says nothing.

use crate::chain::{
    Chain, Forged, directory, dns, general_name, name, name_constraints, policy_oid, search, time,
    verdict,
};
use igc_path::{AnyUsage, Budget, Identity, Profile, Purpose};
use igc_x509::{NameBuf, StringKind, encode, oid};

#[track_caller]
fn accepts(chain: &Chain) {
    assert_eq!(chain.verdict(), []);
}

#[track_caller]
fn says(chain: &Chain, expected: &[(usize, &str)]) {
    assert_eq!(chain.verdict(), expected);
}

#[test]
fn the_chain_that_the_others_break() {
    accepts(&Chain::new());
}

// §6.1.3 (a)(1)
#[test]
fn a_signature_that_does_not_verify() {
    says(&Chain::new().ee(|c| c.signed_by("other")), &[(0, "path.signature.invalid")]);
    says(&Chain::new().ca(|c| c.signed_by("other")), &[(1, "path.signature.invalid")]);
}

#[test]
fn the_anchors_own_signature_proves_nothing() {
    accepts(&Chain::new().root(|c| c.signed_by("other")));
}

#[test]
fn a_signature_algorithm_outside_the_profile() {
    let sha1 = |mut c: Forged| {
        c.algorithm = oid::SHA1_WITH_RSA_ENCRYPTION;
        c
    };
    says(&Chain::new().ee(sha1), &[(0, "path.signature.algorithm")]);
    let mut chain = Chain::new().ee(sha1);
    let profile = Profile::rfc5280().signature_algorithm(oid::SHA1_WITH_RSA_ENCRYPTION);
    chain.policy = igc_path::Policy::new(chain.policy.at(), profile);
    accepts(&chain);
}

// §6.1.3 (a)(2)
#[test]
fn dates_include_their_ends() {
    let at = |text: &str| {
        let mut chain = Chain::new();
        chain.policy = igc_path::Policy::new(time(text), Profile::rfc5280());
        chain
    };
    accepts(&at("2026-01-01T00:00:00Z"));
    accepts(&at("2026-12-31T23:59:59Z"));
    // Every certificate is at fault: all are named, from the anchor down.
    let all = |code: &'static str| [(2, code), (1, code), (0, code)];
    says(&at("2025-12-31T23:59:59Z"), &all("path.not-yet-valid"));
    says(&at("2027-01-01T00:00:00Z"), &all("path.expired"));
}

#[test]
fn dates_of_one_certificate() {
    let expire = |mut c: Forged| {
        c.not_after = time("2026-05-31T23:59:59Z");
        c
    };
    says(&Chain::new().ee(expire), &[(0, "path.expired")]);
    says(&Chain::new().ca(expire), &[(1, "path.expired")]);
    says(&Chain::new().root(expire), &[(2, "path.expired")]);
}

// §6.1.3 (a)(4)
#[test]
fn names_chain() {
    let mut chain = Chain::new();
    chain.ee.issuer = name("other");
    says(&chain, &[(0, "path.issuer.missing")]);
    // Case and spaces do not count (§7.1).
    let mut chain = Chain::new();
    chain.ee.issuer = name(" CA ");
    accepts(&chain);
}

#[test]
fn an_issuer_has_a_name() {
    let mut chain = Chain::new();
    chain.ca.subject = name("");
    chain.ee.issuer = name("");
    says(
        &chain,
        &[(1, "path.subject.empty"), (1, "path.extension.value"), (0, "path.issuer.empty")],
    );
}

// §6.1.3 (b)
#[test]
fn names_outside_the_permitted_subtrees() {
    let under = |base: Vec<u8>| Chain::new().ca(|c| c.constrained(&[base], &[]));
    accepts(&under(dns("example.test")));
    says(&under(dns("other.test")), &[(0, "path.name.not-permitted")]);
    accepts(&under(directory("ee")));
    says(&under(directory("other")), &[(0, "path.name.not-permitted")]);
    // Another form than any the certificate has.
    accepts(&under(general_name(0x81, b"example.test")));
}

#[test]
fn each_authority_narrows() {
    let both = Chain::new()
        .root(|c| c.constrained(&[dns("example.test")], &[]))
        .ca(|c| c.constrained(&[dns("example.test"), dns("other.test")], &[]));
    accepts(&both);
    let outside = both.ee(|c| c.alt_names(&[dns("host.other.test")]));
    says(&outside, &[(0, "path.name.not-permitted")]);
}

// §6.1.3 (c)
#[test]
fn names_within_an_excluded_subtree() {
    let under = |base: Vec<u8>| Chain::new().ca(|c| c.constrained(&[], &[base]));
    accepts(&under(dns("other.test")));
    says(&under(dns("example.test")), &[(0, "path.name.excluded")]);
    says(&under(dns("")), &[(0, "path.name.excluded")]);
    says(&under(directory("ee")), &[(0, "path.name.excluded")]);
    // What the wildcard may stand for is excluded.
    let wildcard = under(dns("host.example.test")).ee(|c| c.alt_names(&[dns("*.example.test")]));
    says(&wildcard, &[(0, "path.name.excluded")]);
}

#[test]
fn a_name_is_excluded_whatever_permits_it() {
    let both = [dns("example.test")];
    says(&Chain::new().ca(|c| c.constrained(&both, &both)), &[(0, "path.name.excluded")]);
}

#[test]
fn every_name_counts() {
    let two = |second: Vec<u8>| {
        Chain::new()
            .ca(|c| c.constrained(&[dns("example.test")], &[]))
            .ee(|c| c.alt_names(&[dns("a.example.test"), second]))
    };
    accepts(&two(dns("b.example.test")));
    says(&two(dns("b.other.test")), &[(0, "path.name.not-permitted")]);
}

#[test]
fn addresses_mailboxes_and_uris_are_constrained() {
    let chain = |base: Vec<u8>, presented: Vec<u8>| {
        Chain::new().ca(|c| c.constrained(&[base], &[])).ee(|c| c.alt_names(&[presented]))
    };
    let range = general_name(0x87, &[192, 0, 2, 0, 255, 255, 255, 0]);
    accepts(&chain(range.clone(), general_name(0x87, &[192, 0, 2, 9])));
    says(&chain(range, general_name(0x87, &[192, 0, 3, 9])), &[(0, "path.name.not-permitted")]);
    let host = general_name(0x81, b"example.test");
    accepts(&chain(host.clone(), general_name(0x81, b"a@example.test")));
    says(&chain(host, general_name(0x81, b"a@b.example.test")), &[(0, "path.name.not-permitted")]);
    let below = general_name(0x86, b".example.test");
    accepts(&chain(below.clone(), general_name(0x86, b"https://a.example.test/x")));
    says(
        &chain(below.clone(), general_name(0x86, b"https://example.test/x")),
        &[(0, "path.name.not-permitted")],
    );
    says(&chain(below, general_name(0x86, b"urn:x")), &[(0, "path.name.malformed")]);
    let whole = general_name(0x86, b"https://example.test/");
    says(
        &chain(whole.clone(), general_name(0x86, b"https://example.test/x")),
        &[(0, "path.name-constraints.malformed")],
    );
    accepts(&chain(whole, dns("host.example.test")));
}

#[test]
fn the_subjects_mailbox_counts_when_there_is_no_other() {
    let mut chain = Chain::new().ca(|c| c.constrained(&[general_name(0x81, b"example.test")], &[]));
    let subject =
        |text: &str| NameBuf::new().attribute(oid::EMAIL_ADDRESS, StringKind::Ia5, text).unwrap();
    chain.ee.subject = subject("a@example.test");
    accepts(&chain);
    chain.ee.subject = subject("a@other.test");
    says(&chain, &[(0, "path.name.not-permitted")]);
    accepts(&chain.ee(|c| c.alt_names(&[general_name(0x81, b"b@example.test")])));
}

#[test]
fn a_form_that_cannot_be_compared_is_refused_when_present() {
    let upn = |text: &str| {
        let value = encode::context_constructed(0, &encode::tlv(0x0c, text.as_bytes()));
        general_name(0xa0, &[encode::oid(oid::MS_UPN), value].concat())
    };
    let chain = Chain::new().ca(|c| c.constrained(&[], &[upn("a@example.test")]));
    accepts(&chain);
    let chain = chain.ee(|c| c.alt_names(&[upn("b@example.test")]));
    says(&chain, &[(0, "path.name-constraints.unsupported")]);
}

#[test]
fn a_constraint_must_be_well_formed() {
    for base in [dns(".example.test"), dns("*.example.test"), general_name(0x81, b"a@b@c.test")] {
        let chain = Chain::new().root(|c| c.constrained(&[], &[base]));
        says(&chain, &[(2, "path.name-constraints.malformed")]);
    }
}

#[test]
fn self_issued_certificates_are_not_constrained_unless_last() {
    // root ← ca ← ca' (self-issued) ← ee, where ca's own name is excluded by root.
    let root = Forged::ca("root", "root").constrained(&[], &[directory("rolled")]).der();
    let old = Forged::ca("ca", "root");
    let new = Forged::ca("ca", "ca").keyed("ca2").alt_names(&[directory("rolled")]);
    let ee = Forged::end_entity("ee", "ca").signed_by("ca2");
    let policy = Chain::new().policy;
    let bag = [old.der(), new.der()];
    assert_eq!(verdict(core::slice::from_ref(&root), &bag, &ee.der(), &policy), []);
    let last = [(0, "path.name.excluded")];
    assert_eq!(verdict(&[root], &[old.der()], &new.der(), &policy), last);
}

// §6.1.1 (h), (i)
#[test]
fn the_callers_own_subtrees() {
    let with = |permitted: &[Vec<u8>], excluded: &[Vec<u8>]| {
        let der = name_constraints(permitted, excluded);
        Chain::new().policy(|p| p.initial_name_constraints(&der))
    };
    accepts(&with(&[dns("example.test")], &[]));
    says(&with(&[dns("other.test")], &[]), &[(0, "path.name.not-permitted")]);
    says(&with(&[], &[dns("example.test")]), &[(0, "path.name.excluded")]);
    let garbage = Chain::new().policy(|p| p.initial_name_constraints(&[0x30, 0x01]));
    says(&garbage, &[(2, "path.extension.malformed")]);
}

// §6.1.1 (c), (f), §6.1.3 (d), (e), (f)
#[test]
fn an_explicit_policy_must_be_valid() {
    let explicit = || Chain::new().policy(|p| p.initial_explicit_policy(true));
    let none = [(0, "path.policy.none")];
    says(&explicit(), &[(1, "path.policy.none"), (0, "path.policy.none")]);
    says(&explicit().ca(|c| c.policies(&[1])), &none);
    says(&explicit().ca(|c| c.policies(&[1])).ee(|c| c.policies(&[2])), &none);
    let one = explicit().ca(|c| c.policies(&[1, 3])).ee(|c| c.policies(&[1]));
    accepts(&one);
    let user = |number| one.clone().policy(|p| p.user_initial_policy_set(vec![policy_oid(number)]));
    accepts(&user(1));
    accepts(&user(0));
    says(&user(3), &none);
    accepts(&Chain::new().ca(|c| c.policies(&[1])).ee(|c| c.policies(&[2])));
}

// §6.1.1 (g), §6.1.4 (j)
#[test]
fn any_policy_may_be_inhibited() {
    let chain = || {
        Chain::new()
            .policy(|p| p.initial_explicit_policy(true))
            .ca(|c| c.policies(&[0]))
            .ee(|c| c.policies(&[1]))
    };
    accepts(&chain());
    let none = [(1, "path.policy.none"), (0, "path.policy.none")];
    says(&chain().policy(|p| p.initial_any_policy_inhibit(true)), &none);
    let below =
        |skip| chain().ca(|c| c.policies(&[1]).inhibit_any_policy(skip)).ee(|c| c.policies(&[0]));
    says(&below(0), &[(0, "path.policy.none")]);
    accepts(&below(1));
}

// §6.1.4 (a), (b), §6.1.1 (e), §6.1.4 (i)
#[test]
fn policies_are_mapped_unless_inhibited() {
    let chain = || {
        Chain::new()
            .policy(|p| p.initial_explicit_policy(true))
            .ca(|c| c.policies(&[1]).mappings(&[(1, 2)]))
            .ee(|c| c.policies(&[2]))
    };
    accepts(&chain());
    accepts(&chain().policy(|p| p.user_initial_policy_set(vec![policy_oid(1)])));
    let none = [(0, "path.policy.none")];
    says(&chain().policy(|p| p.user_initial_policy_set(vec![policy_oid(2)])), &none);
    says(&chain().policy(|p| p.initial_policy_mapping_inhibit(true)), &none);
    says(&chain().root(|c| c.policy_constraints(None, Some(0))), &none);
    accepts(&chain().root(|c| c.policy_constraints(None, Some(1))));
    let any = [(1, "path.policy.mapped-any")];
    for pair in [(0, 2), (1, 0)] {
        let mapped = Chain::new().ca(|c| c.policies(&[1]).mappings(&[pair]));
        says(&mapped, &any);
    }
}

// §6.1.4 (h), (i), §6.1.5 (a), (b)
#[test]
fn a_policy_is_required_from_some_depth_on() {
    let require = |skip| Chain::new().ca(|c| c.policy_constraints(Some(skip), None));
    says(&require(0), &[(0, "path.policy.none")]);
    says(&require(1), &[(0, "path.policy.none")]);
    accepts(&require(2));
    accepts(&require(0).ca(|c| c.policies(&[1])).ee(|c| c.policies(&[1])));
    says(&Chain::new().ee(|c| c.policy_constraints(Some(0), None)), &[(0, "path.policy.none")]);
    accepts(&Chain::new().ee(|c| c.policy_constraints(Some(1), None)));
    // Three below the root: the count goes down once per certificate that is not self-issued.
    let root = |skip| Chain::new().root(|c| c.policy_constraints(Some(skip), None));
    says(&root(2), &[(0, "path.policy.none")]);
    accepts(&root(3));
}

// §6.1.5 (g)
#[test]
fn the_policies_of_the_path_come_out() {
    let policy = Chain::new().policy;
    let ca = Forged::ca("ca", "root").policies(&[1, 2, 3]).der();
    let ee = Forged::end_entity("ee", "ca").policies(&[2, 3, 4]).der();
    let root = Forged::ca("root", "root").der();
    let all =
        search(core::slice::from_ref(&root), core::slice::from_ref(&ca), &ee, &policy).unwrap();
    assert_eq!(all, [policy_oid(2), policy_oid(3)]);
    let policy = policy.user_initial_policy_set(vec![policy_oid(3), policy_oid(4)]);
    assert_eq!(search(&[root], &[ca], &ee, &policy).unwrap(), [policy_oid(3)]);
}

// §6.1.4 (k)
#[test]
fn an_issuer_is_a_ca() {
    let missing =
        [(1, "path.issuer.not-ca"), (1, "path.extension.value"), (1, "path.extension.missing")];
    says(&Chain::new().ca(|c| c.without(oid::ID_CE_BASIC_CONSTRAINTS)), &missing);
    let no = encode::sequence::<Vec<u8>>(&[]);
    let not = Chain::new().ca(|c| c.with(oid::ID_CE_BASIC_CONSTRAINTS, true, no));
    says(&not, &[(1, "path.issuer.not-ca"), (1, "path.extension.value")]);
    let old = |mut c: Forged| {
        c.version = 1;
        c
    };
    assert_eq!(Chain::new().ca(old).verdict()[0], (1, "path.issuer.version"));
    assert_eq!(Chain::new().root(old).verdict()[0].0, 2);
}

// §6.1.4 (l), (m), §6.1.2 (k)
#[test]
fn paths_have_a_length() {
    let policy = Chain::new().policy;
    let long = |limit: Option<u64>, inner: Forged| {
        let ca = Forged::ca("ca", "root");
        let ca = limit.map_or(ca.clone(), |limit| ca.path_len(limit));
        let ee = Forged::end_entity("ee", "inner").der();
        let root = Forged::ca("root", "root").der();
        verdict(&[root], &[ca.der(), inner.der()], &ee, &policy)
    };
    let inner = Forged::ca("inner", "ca");
    assert_eq!(long(None, inner.clone()), []);
    assert_eq!(long(Some(1), inner.clone()), []);
    assert_eq!(long(Some(0), inner.clone()), [(1, "path.length")]);
    // A limit below does not widen the one above.
    assert_eq!(long(Some(0), inner.path_len(5)), [(1, "path.length")]);
    // An anchor's own limit binds too.
    says(&Chain::new().root(|c| c.path_len(0)), &[(1, "path.length")]);
    accepts(&Chain::new().root(|c| c.path_len(1)));
    accepts(&Chain::new().ca(|c| c.path_len(0)));
    says(&Chain::new().policy(|p| p.max_path_length(0)), &[(1, "path.length")]);
    accepts(&Chain::new().policy(|p| p.max_path_length(1)));
}

#[test]
fn self_issued_certificates_do_not_lengthen_a_path() {
    let policy = Chain::new().policy.max_path_length(1);
    let old = Forged::ca("ca", "root").path_len(0);
    let new = Forged::ca("ca", "ca").keyed("ca2");
    let ee = Forged::end_entity("ee", "ca").signed_by("ca2").der();
    let root = Forged::ca("root", "root").der();
    assert_eq!(verdict(&[root], &[old.der(), new.der()], &ee, &policy), []);
}

// §6.1.4 (n)
#[test]
fn an_issuer_may_sign_certificates() {
    says(&Chain::new().ca(|c| c.key_usage(0x0200)), &[(1, "path.issuer.key-usage")]);
    says(&Chain::new().root(|c| c.key_usage(0x0200)), &[(2, "path.issuer.key-usage")]);
    accepts(&Chain::new().ca(|c| c.without(oid::ID_CE_KEY_USAGE)));
}

// §6.1.4 (o), §6.1.5 (f)
#[test]
fn critical_extensions_are_known() {
    let strange =
        |critical| move |c: Forged| c.with(oid::CT_PRECERT_POISON, critical, encode::null());
    let code = "path.extension.unknown-critical";
    says(&Chain::new().ee(strange(true)), &[(0, code)]);
    says(&Chain::new().ca(strange(true)), &[(1, code)]);
    says(&Chain::new().root(strange(true)), &[(2, code)]);
    accepts(&Chain::new().ee(strange(false)).ca(strange(false)).root(strange(false)));
}

#[test]
fn extensions_that_are_processed_must_be_well_formed() {
    let garbage = || vec![0x30, 0x03, 0x02, 0x01];
    for broken in [
        oid::ID_CE_NAME_CONSTRAINTS,
        oid::ID_CE_POLICY_CONSTRAINTS,
        oid::ID_CE_INHIBIT_ANY_POLICY,
        oid::ID_CE_POLICY_MAPPINGS,
        oid::ID_CE_CERTIFICATE_POLICIES,
    ] {
        let chain = Chain::new().ca(|c| c.with(broken, true, garbage()));
        says(&chain, &[(1, "path.extension.malformed")]);
    }
    let chain = Chain::new().ee(|c| c.with(oid::ID_CE_SUBJECT_ALT_NAME, false, garbage()));
    says(&chain, &[(0, "path.extension.malformed")]);
}

#[test]
fn a_purpose_needs_its_usages() {
    let client = || Chain::new().policy(|p| p.purpose(Purpose::tls_client()));
    accepts(&client());
    says(&client().ee(|c| c.key_usage(0x2000)), &[(0, "path.purpose.key-usage")]);
    accepts(&client().ee(|c| c.without(oid::ID_CE_KEY_USAGE)));
    let extended = |usage| client().ee(move |c| c.extended_key_usage(&[usage]));
    accepts(&extended(oid::ID_KP_CLIENT_AUTH));
    accepts(&extended(oid::ANY_EXTENDED_KEY_USAGE));
    says(&extended(oid::ID_KP_SERVER_AUTH), &[(0, "path.purpose.extended-key-usage")]);
    let above = client().ca(|c| c.extended_key_usage(&[oid::ID_KP_SERVER_AUTH]));
    says(&above, &[(1, "path.purpose.extended-key-usage")]);
    let strict = Purpose::custom(
        "strict",
        igc_x509::KeyUsage::from_bits(0),
        &[oid::ID_KP_CLIENT_AUTH],
        AnyUsage::Refused,
    );
    let chain = extended(oid::ANY_EXTENDED_KEY_USAGE).policy(|p| p.purpose(strict));
    says(&chain, &[(0, "path.purpose.extended-key-usage")]);
}

#[test]
fn an_identity_is_presented() {
    let host = |text: &str| {
        let identity = Identity::server(text).unwrap();
        Chain::new().policy(|p| p.identity(identity))
    };
    accepts(&host("HOST.example.test."));
    says(&host("other.example.test"), &[(0, "path.name.mismatch")]);
    says(&host("192.0.2.1"), &[(0, "path.name.mismatch")]);
    accepts(&host("192.0.2.1").ee(|c| c.alt_names(&[general_name(0x87, &[192, 0, 2, 1])])));
    // An address as a DNS name is none; the common name never counts.
    let chain = host("192.0.2.1").ee(|c| c.alt_names(&[dns("192.0.2.1")]));
    says(&chain, &[(0, "path.extension.value"), (0, "path.name.mismatch")]);
    let mut chain = host("cn.example.test");
    chain.ee.subject = name("cn.example.test");
    says(&chain, &[(0, "path.name.mismatch")]);
    let both =
        host("host.example.test").policy(|p| p.identity(Identity::email("a@b.test").unwrap()));
    says(&both, &[(0, "path.name.mismatch")]);
}

#[test]
fn work_is_bounded() {
    let limit = |change: fn(&mut Budget)| {
        let mut budget = Budget::default();
        change(&mut budget);
        Chain::new().policy(|p| p.budget(budget))
    };
    accepts(&limit(|b| b.signatures = 2));
    says(&limit(|b| b.signatures = 1), &[(0, "path.budget.signatures")]);
    says(&limit(|b| b.steps = 1), &[(0, "path.budget.steps")]);
    let constrained = |change| limit(change).ca(|c| c.constrained(&[dns("example.test")], &[]));
    accepts(&constrained(|b| b.names = 2));
    says(&constrained(|b| b.names = 1), &[(0, "path.budget.names")]);
    let policies = |change| limit(change).ca(|c| c.policies(&[1, 2])).ee(|c| c.policies(&[1, 2]));
    accepts(&policies(|b| b.policies = 4));
    says(&policies(|b| b.policies = 3), &[(0, "path.budget.policies")]);
}
