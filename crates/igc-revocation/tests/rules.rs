//! Rules of RFC 5280 §5 and §6.3.3, each broken alone, on CRLs forged for the test.
#![expect(clippy::unwrap_used, reason = "a test reports failure by panicking")]

use core::time::Duration;

use igc_crypto::{SignatureVerifier, VerifyError, VerifyingKey};
use igc_revocation::{
    CertStatus, CrlIssuer, CrlNumber, CrlPolicy, RevocationReason, UnknownReason, crl_status,
};
use igc_x509::{
    AlgorithmIdentifier, Certificate, CertificateList, NameBuf, Oid, StringKind,
    SubjectPublicKeyInfo, Time, encode, oid,
};
use proptest::prelude::*;

/// A signature is good when it is the key.
struct Keys;

impl SignatureVerifier for Keys {
    fn prepare(&self, _: &SubjectPublicKeyInfo<'_>) -> Result<Box<dyn VerifyingKey>, VerifyError> {
        Err(VerifyError::Unsupported)
    }

    fn verify(
        &self,
        _: &AlgorithmIdentifier<'_>,
        key: &SubjectPublicKeyInfo<'_>,
        _: &[u8],
        signature: &[u8],
    ) -> Result<(), VerifyError> {
        if signature == key.subject_public_key { Ok(()) } else { Err(VerifyError::Invalid) }
    }
}

fn time(text: &str) -> Time {
    text.parse().unwrap()
}

fn now() -> Time {
    time("2026-06-03T00:00:00Z")
}

fn name(cn: &str) -> NameBuf {
    NameBuf::new().attribute(oid::ID_AT_COMMON_NAME, StringKind::Utf8, cn).unwrap()
}

fn algorithm() -> Vec<u8> {
    encode::sequence(&[encode::oid(oid::ECDSA_WITH_SHA256)])
}

fn extension(oid: Oid<'_>, critical: bool, value: &[u8]) -> Vec<u8> {
    let mut parts = vec![encode::oid(oid)];
    if critical {
        parts.push(encode::boolean(true));
    }
    parts.push(encode::octet_string(value));
    encode::sequence(&parts)
}

fn certificate(subject: &str, issuer: &str, serial: u64, extensions: &[Vec<u8>]) -> Vec<u8> {
    let key = encode::sequence(&[
        encode::sequence(&[encode::oid(oid::ID_EC_PUBLIC_KEY), encode::oid(oid::SECP256R1)]),
        encode::bit_string(subject.as_bytes()),
    ]);
    let dates =
        [encode::time(time("2026-01-01T00:00:00Z")), encode::time(time("2027-01-01T00:00:00Z"))];
    let mut parts = vec![
        encode::context_constructed(0, &encode::integer(2)),
        encode::integer(serial),
        algorithm(),
        name(issuer).der().to_vec(),
        encode::sequence(&dates),
        name(subject).der().to_vec(),
        key,
    ];
    if !extensions.is_empty() {
        parts.push(encode::context_constructed(3, &encode::sequence(extensions)));
    }
    let signature = encode::bit_string(issuer.as_bytes());
    encode::sequence(&[encode::sequence(&parts), algorithm(), signature])
}

/// A CRL in the making, by `ca`, that lists serial 7.
#[derive(Clone)]
struct Forged {
    issuer: &'static str,
    signer: &'static str,
    this_update: Time,
    next_update: Option<Time>,
    entries: Vec<(u64, Vec<Vec<u8>>)>,
    number: Option<u64>,
    since: Option<u64>,
    more: Vec<Vec<u8>>,
}

impl Forged {
    fn new() -> Self {
        Self {
            issuer: "ca",
            signer: "ca",
            this_update: time("2026-06-01T00:00:00Z"),
            next_update: Some(time("2026-06-07T00:00:00Z")),
            entries: vec![(7, Vec::new())],
            number: Some(10),
            since: None,
            more: Vec::new(),
        }
    }

    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    fn delta(since: u64, number: u64) -> Self {
        let made = |c: &mut Self| (c.since, c.number) = (Some(since), Some(number));
        Self::new().with(made)
    }

    fn idp(self, fields: &[Vec<u8>]) -> Self {
        let value = encode::sequence(fields);
        self.with(|c| {
            c.more.push(extension(oid::ID_CE_ISSUING_DISTRIBUTION_POINT, true, &value));
        })
    }

    fn der(&self) -> Vec<u8> {
        let mut parts = vec![
            encode::integer(1),
            algorithm(),
            name(self.issuer).der().to_vec(),
            encode::time(self.this_update),
        ];
        parts.extend(self.next_update.map(encode::time));
        let entry = |(serial, extensions): &(u64, Vec<Vec<u8>>)| {
            let mut parts =
                vec![encode::integer(*serial), encode::time(time("2026-05-01T00:00:00Z"))];
            if !extensions.is_empty() {
                parts.push(encode::sequence(extensions));
            }
            encode::sequence(&parts)
        };
        if !self.entries.is_empty() {
            parts.push(encode::sequence(&self.entries.iter().map(entry).collect::<Vec<_>>()));
        }
        let mut extensions = self.more.clone();
        let number = self.number.map(encode::integer);
        extensions.extend(number.map(|n| extension(oid::ID_CE_CRL_NUMBER, false, &n)));
        let since = self.since.map(encode::integer);
        extensions.extend(since.map(|n| extension(oid::ID_CE_DELTA_CRL_INDICATOR, true, &n)));
        if !extensions.is_empty() {
            parts.push(encode::context_constructed(0, &encode::sequence(&extensions)));
        }
        let signature = encode::bit_string(self.signer.as_bytes());
        encode::sequence(&[encode::sequence(&parts), algorithm(), signature])
    }
}

/// The status of a certificate of `ca` with this serial and these extensions.
fn status_of(
    serial: u64,
    extensions: &[Vec<u8>],
    crls: &[Forged],
    policy: CrlPolicy,
) -> CertStatus {
    let ca = certificate("ca", "root", 1, &[]);
    let leaf = certificate("leaf", "ca", serial, extensions);
    let ders: Vec<_> = crls.iter().map(Forged::der).collect();
    let crls: Vec<_> = ders.iter().map(|der| CertificateList::parse(der).unwrap()).collect();
    let issuer = CrlIssuer::from_certificate(Certificate::parse(&ca).unwrap());
    let leaf = Certificate::parse(&leaf).unwrap();
    crl_status(&leaf, &[issuer], &crls, &policy, &Keys).status
}

fn status(serial: u64, crls: &[Forged]) -> CertStatus {
    status_of(serial, &[], crls, CrlPolicy::new(now()))
}

fn revoked(reason: RevocationReason) -> CertStatus {
    CertStatus::Revoked { at: time("2026-05-01T00:00:00Z"), reason }
}

#[track_caller]
fn unknown(crl: Forged, code: &str) {
    // Neither a listed nor an unlisted certificate gets a status from it.
    for serial in [7, 8] {
        assert_eq!(status(serial, core::slice::from_ref(&crl)).code(), code, "serial {serial}");
    }
}

#[test]
fn listed_is_revoked_and_unlisted_is_good() {
    assert_eq!(status(7, &[Forged::new()]), revoked(RevocationReason::Unspecified));
    assert_eq!(status(8, &[Forged::new()]), CertStatus::Good);
    let none = CertStatus::Unknown { why: UnknownReason::NoCrl };
    assert_eq!(status(8, &[]), none);
}

#[test]
fn the_reason_is_told_and_a_removed_entry_is_none() {
    let reason = |number| extension(oid::ID_CE_CRL_REASONS, false, &encode::enumerated(number));
    let crl = |number| Forged::new().with(|c| c.entries = vec![(7, vec![reason(number)])]);
    assert_eq!(status(7, &[crl(1)]), revoked(RevocationReason::KeyCompromise));
    assert_eq!(status(7, &[crl(8)]), CertStatus::Good);
}

#[test]
fn what_makes_a_crl_no_evidence() {
    unknown(Forged::new().with(|c| c.signer = "other"), "revocation.crl.signature");
    unknown(Forged::new().with(|c| c.issuer = "other"), "revocation.crl.none");
    unknown(Forged::new().with(|c| c.number = None), "revocation.crl.no-number");
    unknown(Forged::new().with(|c| c.next_update = None), "revocation.crl.no-next-update");
    let strange = |critical| extension(oid::CT_PRECERT_POISON, critical, &encode::null());
    unknown(
        Forged::new().with(|c| c.more = vec![strange(true)]),
        "revocation.crl.critical-extension",
    );
    // In any entry, not only in the certificate's own (§5.3).
    let entry = |critical| Forged::new().with(|c| c.entries.push((9, vec![strange(critical)])));
    unknown(entry(true), "revocation.crl.critical-extension");
    assert_eq!(status(8, &[entry(false)]), CertStatus::Good);
    assert_eq!(
        status(8, &[Forged::new().with(|c| c.more = vec![strange(false)])]),
        CertStatus::Good
    );
}

#[test]
fn a_crl_is_good_from_its_date_to_the_next() {
    let at = |text: &str| status_of(8, &[], &[Forged::new()], CrlPolicy::new(time(text)));
    assert_eq!(at("2026-06-01T00:00:00Z"), CertStatus::Good);
    assert_eq!(at("2026-06-07T00:00:00Z"), CertStatus::Good);
    assert_eq!(at("2026-05-31T23:59:59Z").code(), "revocation.crl.future");
    assert_eq!(at("2026-06-07T00:00:01Z").code(), "revocation.crl.stale");
    let late = CrlPolicy::new(time("2026-06-07T00:01:00Z"));
    let with = |policy| status_of(8, &[], &[Forged::new()], policy);
    assert_eq!(with(late.grace(Duration::from_secs(60))), CertStatus::Good);
    assert_eq!(with(late.grace(Duration::from_secs(59))).code(), "revocation.crl.stale");
    let day = Duration::from_secs(86_400);
    assert_eq!(with(CrlPolicy::new(now()).max_age(day)).code(), "revocation.crl.stale");
    assert_eq!(with(CrlPolicy::new(now()).max_age(2 * day)), CertStatus::Good);
    let undated = Forged::new().with(|c| c.next_update = None);
    let policy = CrlPolicy::new(now()).max_age(2 * day).number(CrlNumber::Optional);
    assert_eq!(status_of(8, &[], &[undated], policy), CertStatus::Good);
}

#[test]
fn a_crl_may_be_for_other_certificates() {
    let flag = |number| encode::context(number, &[0xff]);
    let crl = |number| [Forged::new().idp(&[flag(number)])];
    let ca = [extension(
        oid::ID_CE_BASIC_CONSTRAINTS,
        true,
        &encode::sequence(&[encode::boolean(true)]),
    )];
    let at = |extensions: &[Vec<u8>], crls: &[Forged]| {
        status_of(8, extensions, crls, CrlPolicy::new(now())).code()
    };
    // onlyContainsUserCerts, onlyContainsCACerts, onlyContainsAttributeCerts.
    assert_eq!((at(&[], &crl(1)), at(&ca, &crl(1))), ("revocation.good", "revocation.crl.scope"));
    assert_eq!((at(&[], &crl(2)), at(&ca, &crl(2))), ("revocation.crl.scope", "revocation.good"));
    assert_eq!(
        (at(&[], &crl(5)), at(&ca, &crl(5))),
        ("revocation.crl.scope", "revocation.crl.scope")
    );
    // onlySomeReasons: keyCompromise alone, then all the others.
    let some = |bits| Forged::new().idp(&[encode::context(3, &encode::named_bits_contents(bits))]);
    assert_eq!(at(&[], &[some(0x4000)]), "revocation.crl.some-reasons");
    assert_eq!(at(&[], &[some(0x4000), some(0x3f80)]), "revocation.good");
    assert_eq!(status(7, &[some(0x4000)]), revoked(RevocationReason::Unspecified));
}

#[test]
fn distribution_points_must_be_the_same() {
    let uri = |text: &str| encode::tlv(0x86, text.as_bytes());
    let place =
        |text: &str| encode::context_constructed(0, &encode::context_constructed(0, &uri(text)));
    let points = |text: &str| {
        let value = encode::sequence(&[encode::sequence(&[place(text)])]);
        [extension(oid::ID_CE_CRL_DISTRIBUTION_POINTS, false, &value)]
    };
    let crl = [Forged::new().idp(&[place("http://a.test/crl")])];
    let at = |extensions: &[Vec<u8>]| status_of(8, extensions, &crl, CrlPolicy::new(now())).code();
    assert_eq!(at(&points("http://a.test/crl")), "revocation.good");
    assert_eq!(at(&points("http://b.test/crl")), "revocation.crl.scope");
    assert_eq!(at(&[]), "revocation.crl.scope");
}

#[test]
fn the_newest_crl_of_a_scope_counts() {
    let newer = Forged::new().with(|c| {
        c.this_update = time("2026-06-02T00:00:00Z");
        c.entries = vec![(8, Vec::new())];
    });
    for crls in [[Forged::new(), newer.clone()], [newer, Forged::new()]] {
        assert_eq!(status(7, &crls), CertStatus::Good);
        assert_eq!(status(8, &crls), revoked(RevocationReason::Unspecified));
    }
}

#[test]
fn a_delta_crl_continues_a_base() {
    let base = Forged::new();
    let removed = extension(oid::ID_CE_CRL_REASONS, false, &encode::enumerated(8));
    let delta = |since, number| {
        Forged::delta(since, number)
            .with(|c| c.entries = vec![(7, vec![removed.clone()]), (8, vec![])])
    };
    let both = |delta: Forged| {
        let one =
            [status(7, &[base.clone(), delta.clone()]), status(8, &[base.clone(), delta.clone()])];
        // Both orders of arrival.
        let other = [status(7, &[delta.clone(), base.clone()]), status(8, &[delta, base.clone()])];
        assert_eq!(one, other);
        one
    };
    let changed = [CertStatus::Good, revoked(RevocationReason::Unspecified)];
    let same = [revoked(RevocationReason::Unspecified), CertStatus::Good];
    assert_eq!(both(delta(10, 11)), changed);
    assert_eq!(both(delta(3, 300)), changed);
    // Made for a later base; not newer than the base; not signed; stale; of another scope.
    assert_eq!(both(delta(11, 12)), same);
    assert_eq!(both(delta(3, 10)), same);
    assert_eq!(both(delta(10, 11).with(|c| c.signer = "other")), same);
    assert_eq!(
        both(delta(10, 11).with(|c| c.next_update = Some(time("2026-06-02T00:00:00Z")))),
        same
    );
    assert_eq!(both(delta(10, 11).idp(&[encode::context(1, &[0xff])])), same);
    let strange = extension(oid::CT_PRECERT_POISON, true, &encode::null());
    assert_eq!(both(delta(10, 11).with(|c| c.more = vec![strange])), same);
    // Alone it is no evidence.
    unknown(delta(10, 11), "revocation.crl.delta-only");
}

#[test]
fn an_issuer_that_may_not_sign_crls() {
    let usage = extension(oid::ID_CE_KEY_USAGE, true, &encode::named_bits(0x0400));
    let ca = certificate("ca", "root", 1, &[usage]);
    let leaf = certificate("leaf", "ca", 8, &[]);
    let der = Forged::new().der();
    let issuer = CrlIssuer::from_certificate(Certificate::parse(&ca).unwrap());
    let crl = CertificateList::parse(&der).unwrap();
    let leaf = Certificate::parse(&leaf).unwrap();
    let answer = crl_status(&leaf, &[issuer], &[crl], &CrlPolicy::new(now()), &Keys);
    assert_eq!(answer.status.code(), "revocation.crl.issuer-key-usage");
    assert_eq!(answer.refused, [(0, UnknownReason::IssuerNotCrlSigner)]);
}

proptest! {
    #[test]
    fn evidence_that_cannot_be_used_never_changes_a_status(serial in 6_u64..10, flaw in 0..5_u8) {
        let useless = Forged::new().with(|c| match flaw {
            0 => c.signer = "other",
            1 => c.issuer = "other",
            2 => c.next_update = Some(time("2026-06-02T00:00:00Z")),
            3 => c.this_update = time("2026-06-04T00:00:00Z"),
            _ => c.number = None,
        }).with(|c| c.entries = (6..10).map(|serial| (serial, Vec::new())).collect());
        let alone = status(serial, &[Forged::new()]);
        prop_assert_eq!(&status(serial, &[Forged::new(), useless.clone()]), &alone);
        prop_assert_eq!(&status(serial, &[useless, Forged::new()]), &alone);
    }

    #[test]
    fn the_fuzzers_property_holds(data in prop::collection::vec(any::<u8>(), 0..200)) {
        igc_revocation::fuzz::status(&data);
    }
}
