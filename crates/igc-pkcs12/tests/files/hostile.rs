//! Files that are wrong in one named way.

use igc_pkcs12::{
    Budget, Certainty, Opened, P12Error, P12ErrorKind, PackProfile, PairedBy, Password, Pfx, Place,
    Warning,
};
use igc_testkit::Key;
use igc_x509::{Oid, encode, oid};

use super::fixture::{Fixture, code, open};

const PASSWORD: &str = "Password01+2016";

fn platform_like() -> Option<(Fixture, Vec<u8>)> {
    let fixture = Fixture::new(Key::P256)?;
    let file = fixture.pack(&PackProfile::IGC_SANTE, PASSWORD);
    Some((fixture, file))
}

fn contents(id: Oid<'_>, content: Vec<u8>) -> Vec<u8> {
    encode::sequence(&[encode::oid(id), encode::context_constructed(0, &content)])
}

pub(super) fn bag(id: Oid<'_>, value: &[u8], local_key_id: Option<&[u8]>) -> Vec<u8> {
    let mut fields = vec![encode::oid(id), encode::context_constructed(0, value)];
    if let Some(id) = local_key_id {
        let value = encode::set_of(&[encode::octet_string(id)]);
        fields.push(encode::set_of(&[encode::sequence(&[encode::oid(oid::LOCAL_KEY_ID), value])]));
    }
    encode::sequence(&fields)
}

pub(super) fn certificate_bag(der: &[u8], local_key_id: Option<&[u8]>) -> Vec<u8> {
    bag(oid::CERT_BAG, &contents(oid::X509_CERTIFICATE, encode::octet_string(der)), local_key_id)
}

/// A file in clear, without a MAC.
pub(super) fn file_of(bags: &[Vec<u8>]) -> Vec<u8> {
    let part = contents(oid::ID_DATA, encode::octet_string(&encode::sequence(bags)));
    let safe = contents(oid::ID_DATA, encode::octet_string(&encode::sequence(&[part])));
    encode::sequence(&[encode::integer(3), safe])
}

/// Replaces `length` octets at `at` by a longer element, and lengthens every element around them.
pub(super) fn replaced(der: &[u8], at: usize, length: usize, element: &[u8]) -> Vec<u8> {
    let mut out = [&der[..at], element, &der[at + length..]].concat();
    let longer = u8::try_from(element.len() - length).unwrap();
    let mut position = 0;
    while position < at {
        let (header, length) = match der[position + 1] {
            0x81 => (3, usize::from(der[position + 2])),
            0x82 => (4, usize::from(u16::from_be_bytes([der[position + 2], der[position + 3]]))),
            short => (2, usize::from(short)),
        };
        if position + header + length > at {
            let low = &mut out[position + header - 1];
            *low = low.checked_add(longer).expect("a length that grows in place");
            position += header;
        } else {
            position += header + length;
        }
    }
    out
}

fn kind(result: Result<Opened, P12Error>) -> P12ErrorKind {
    match result {
        Ok(_) => panic!("opened"),
        Err(error) => error.kind,
    }
}

#[test]
fn every_prefix_is_refused() {
    let Some((_, file)) = platform_like() else { return };
    for length in 0..file.len() {
        let code = code(open(&file[..length], PASSWORD));
        assert!(matches!(code, "p12.truncated" | "p12.not-pkcs12"), "{length}: {code}");
    }
}

#[test]
fn what_follows_the_end_is_refused_with_its_place() {
    let Some((_, mut file)) = platform_like() else { return };
    let end = file.len();
    file.push(0);
    let error = open(&file, PASSWORD).err().unwrap();
    assert_eq!((error.code(), error.place, error.position), ("p12.trailing", Place::File, end));
}

#[test]
fn a_wrong_password_is_told_apart_from_damage_and_from_an_unsupported_algorithm() {
    let Some((fixture, file)) = platform_like() else { return };
    let wrong = P12ErrorKind::WrongPassword { certainty: Certainty::Likely };
    assert_eq!(kind(open(&file, "Password01+2017")), wrong);
    assert_eq!(kind(open(&file, "")), wrong);

    // One bit of a certificate in clear: the key still opens, so the password is right.
    let certificate = &fixture.certificates[1];
    let at = file.windows(certificate.len()).position(|window| window == certificate).unwrap();
    let mut damaged = file.clone();
    damaged[at + 200] ^= 1;
    assert_eq!(kind(open(&damaged, PASSWORD)), P12ErrorKind::Damaged);

    // pbeWithSHAAnd3-KeyTripleDES-CBC becomes pbeWithSHAAnd128BitRC4.
    let scheme = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01, 0x03];
    let at = file.windows(scheme.len()).position(|window| window == scheme).unwrap();
    let mut unsupported = file.clone();
    unsupported[at + 9] = 0x01;
    let got = kind(open(&unsupported, PASSWORD));
    let P12ErrorKind::UnsupportedAlgorithm { oid, .. } = got else { panic!("{got:?}") };
    assert_eq!(oid, "1.2.840.113549.1.12.1.1");

    // Only the MAC is left to speak: nothing tells a wrong password from damage.
    let Some(openssl) = igc_testkit::openssl() else { return };
    drop(openssl);
    let clear =
        std::fs::read(fixture.chain.pkcs12("secret", &["-certpbe", "NONE", "-keypbe", "NONE"]))
            .unwrap();
    let unknown = P12ErrorKind::WrongPassword { certainty: Certainty::Unknown };
    assert_eq!(kind(open(&clear, "wrong")), unknown);
}

#[test]
fn iterations_beyond_the_budget_are_refused_at_once() {
    let Some((_, file)) = platform_like() else { return };
    // 2048 iterations stand in the MAC and in the key's scheme; the MAC comes last.
    let count = [0x02, 0x02, 0x08, 0x00];
    let at = file.windows(4).rposition(|window| window == count).unwrap();
    assert_eq!(at + 4, file.len());
    for (element, asked) in [
        (&[0x02, 0x05, 0x00, 0x80, 0x00, 0x00, 0x00][..], 1u64 << 31),
        (&[0x02, 0x09, 1, 0, 0, 0, 0, 0, 0, 0, 0], u64::MAX),
    ] {
        let bomb = replaced(&file, at, 4, element);
        let started = std::time::Instant::now();
        let got = kind(open(&bomb, PASSWORD));
        assert!(
            matches!(got, P12ErrorKind::TooManyIterations { asked: found, .. } if found == asked),
            "{got:?}"
        );
        assert!(started.elapsed().as_secs() < 5);
    }
    let mut budget = Budget::default();
    budget.derivation.iterations = 2048;
    let got = kind(Pfx::open(&file, &Password::from(PASSWORD), &budget));
    assert!(matches!(got, P12ErrorKind::TooManyIterations { .. }), "{got:?}");
}

#[test]
fn a_key_under_another_password_is_told() {
    let Some((fixture, _)) = platform_like() else { return };
    // As Java allows: the certificates under one password, the key under another.
    let openssl = igc_testkit::openssl().unwrap().in_dir(fixture.chain.path(""));
    let shroud = ["pkcs8", "-topk8", "-in", "leaf.key", "-outform", "DER", "-out", "shrouded.der"];
    let _ =
        openssl.accepts(shroud.iter().chain(&["-passout", "pass:another", "-v2", "aes-256-cbc"]));
    let key = bag(oid::PKCS8_SHROUDED_KEY_BAG, &fixture.chain.read("shrouded.der"), None);
    let _ =
        openssl.accepts(shroud.iter().chain(&["-passout", "pass:secret", "-v2", "aes-256-cbc"]));
    let other = bag(oid::PKCS8_SHROUDED_KEY_BAG, &fixture.chain.read("shrouded.der"), None);
    let file = file_of(&[other, key]);
    assert_eq!(code(open(&file, "secret")), "p12.password.other");
    assert_eq!(code(open(&file, "another")), "p12.password.other");
    assert_eq!(code(open(&file, "third")), "p12.password.wrong");
}

#[test]
fn lengths_that_lie() {
    for (octets, expected) in [
        // One gigabyte, announced.
        (&[0x30, 0x84, 0x40, 0x00, 0x00, 0x00, 0x02, 0x01, 0x03][..], "p12.truncated"),
        (&[0x30, 0x88, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02], "p12.truncated"),
        (&[0x30, 0x89, 1, 0, 0, 0, 0, 0, 0, 0, 0], "p12.length"),
        (&[0x30, 0xff, 0x01], "p12.length"),
        (&[0x30, 0x80, 0x02, 0x01, 0x03], "p12.truncated"),
        // An INTEGER cannot be of indefinite length.
        (&[0x30, 0x04, 0x02, 0x80, 0x00, 0x00], "p12.length"),
        (&[0x30, 0x06, 0x02, 0x01, 0x03, 0x30, 0x7f, 0x00], "p12.truncated"),
        (&[], "p12.not-pkcs12"),
        (&[0x30], "p12.truncated"),
        (&[0x30, 0x00], "p12.not-pkcs12"),
    ] {
        assert_eq!(code(open(octets, PASSWORD)), expected, "{octets:02x?}");
    }
    let budget = Budget { max_bytes: 100, ..Budget::default() };
    assert_eq!(code(Pfx::open(&[0x30; 101], &Password::from(""), &budget)), "p12.budget.length");
}

#[test]
fn nesting_beyond_the_budget_is_refused() {
    let mut bomb = certificate_bag(b"x", None);
    for _ in 0..10_000 {
        bomb = bag(oid::SAFE_CONTENTS_BAG, &encode::sequence(&[bomb]), None);
    }
    assert_eq!(code(open(&file_of(&[bomb]), "")), "p12.budget.depth");
    assert_eq!(code(open(&[0x30, 0x80].repeat(100_000), "")), "p12.budget.depth");
    let pieces = [0x24, 0x80].repeat(100_000);
    let safe =
        encode::sequence(&[encode::oid(oid::ID_DATA), encode::context_constructed(0, &pieces)]);
    assert_eq!(code(open(&encode::sequence(&[encode::integer(3), safe]), "")), "p12.budget.depth");
}

#[test]
fn bags_beyond_the_budget_are_refused() {
    let file = file_of(&vec![certificate_bag(b"x", None); 11]);
    let mut budget = Budget { max_bags: 10, ..Budget::default() };
    assert_eq!(code(Pfx::open(&file, &Password::from(""), &budget)), "p12.budget.bags");
    budget.max_bags = 11;
    assert_eq!(code(Pfx::open(&file, &Password::from(""), &budget)), "opened");
}

#[test]
fn other_files_are_called_by_their_name() {
    let Some(fixture) = Fixture::new(Key::Rsa2048) else { return };
    for (bytes, expected) in [
        (fixture.chain.read("leaf.pem"), Some("PEM")),
        (fixture.certificates[0].clone(), Some("a certificate in DER")),
        (fixture.key.pkcs8_der().to_vec(), Some("a private key in DER")),
        (vec![0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2], Some("a Java key store (JKS)")),
        (b"hello".to_vec(), None),
    ] {
        assert_eq!(kind(open(&bytes, "")), P12ErrorKind::NotPkcs12 { looks_like: expected });
    }
}

#[test]
fn two_keys_without_local_key_id_are_paired_by_public_key() {
    let (Some(one), Some(two)) = (Fixture::new(Key::P256), Fixture::new(Key::Rsa2048)) else {
        return;
    };
    // The wrong order, on purpose.
    let file = file_of(&[
        bag(oid::KEY_BAG, one.key.pkcs8_der(), None),
        bag(oid::KEY_BAG, two.key.pkcs8_der(), None),
        certificate_bag(&two.certificates[2], None),
        certificate_bag(&two.certificates[0], None),
        certificate_bag(&two.certificates[1], None),
        certificate_bag(&one.certificates[0], None),
    ]);
    let opened = open(&file, "").unwrap();
    let found: Vec<_> = opened
        .identities
        .iter()
        .map(|i| (i.key, i.certificate, i.chain.len(), i.paired_by))
        .collect();
    // Both chains have the same names: the key identifiers tell them apart, and the first leads nowhere here.
    assert_eq!(found, [(0, 3, 0, PairedBy::PublicKey), (1, 1, 2, PairedBy::PublicKey)]);
    assert_eq!(opened.identities[1].chain, [2, 0]);
}

#[test]
fn a_local_key_id_on_another_keys_certificate_is_not_believed() {
    let (Some(one), Some(two)) = (Fixture::new(Key::P256), Fixture::new(Key::P256)) else { return };
    let file = file_of(&[
        bag(oid::KEY_BAG, one.key.pkcs8_der(), Some(b"1")),
        certificate_bag(&two.certificates[0], Some(b"1")),
        certificate_bag(&one.certificates[0], None),
    ]);
    let opened = open(&file, "").unwrap();
    assert_eq!(opened.identities[0].certificate, 1);
    assert!(opened.warnings.contains(&Warning::LocalKeyIdMismatch { key: 0 }));

    let alone = file_of(&[
        bag(oid::KEY_BAG, one.key.pkcs8_der(), Some(b"1")),
        certificate_bag(&two.certificates[0], Some(b"1")),
    ]);
    assert!(open(&alone, "").unwrap().identities.is_empty());
}

#[test]
fn unknown_bags_and_attributes_are_kept() {
    let unknown: igc_x509::OidBuf = "1.2.250.1.999".parse().unwrap();
    let value = encode::octet_string(b"kept");
    let crl = contents(oid::X509_CRL, encode::octet_string(b"crl"));
    let secret = contents(unknown.as_oid(), value.clone());
    let file = file_of(&[
        bag(unknown.as_oid(), &value, Some(b"7")),
        bag(oid::CRL_BAG, &crl, None),
        bag(
            oid::SAFE_CONTENTS_BAG,
            &encode::sequence(&[bag(oid::SECRET_BAG, &secret, None)]),
            None,
        ),
    ]);
    let opened = open(&file, "").unwrap();
    assert_eq!(opened.others[0].oid, unknown);
    assert_eq!(opened.others[0].value.expose(), value);
    assert_eq!(opened.others[0].attributes.local_key_id(), Some(&b"7"[..]));
    assert_eq!(opened.crls[0].der, b"crl");
    assert_eq!((&opened.secrets[0].oid, opened.secrets[0].value.expose()), (&unknown, &*value));
    assert!(opened.warnings.contains(&Warning::NoMac));
}

#[test]
fn what_does_not_belong_together_is_not_packed() {
    let (Some(one), Some(two)) = (Fixture::new(Key::P256), Fixture::new(Key::P256)) else { return };
    let pack = |key: &[u8], certificates: &[&[u8]]| {
        let bundle = igc_pkcs12::Bundle::new(key, certificates);
        let made = Pfx::pack(
            &bundle,
            &PackProfile::IGC_SANTE,
            &Password::from("x"),
            &igc_crypto::OsRandom,
        );
        made.err().map(|error| error.code())
    };
    let key = one.key.pkcs8_der();
    assert_eq!(pack(key, &[&two.certificates[0]]), Some("p12.pack.pair"));
    assert_eq!(pack(key, &[]), Some("p12.pack.certificate"));
    assert_eq!(pack(key, &[b"no certificate"]), Some("p12.pack.certificate"));
    assert_eq!(pack(b"no key", &[&one.certificates[0]]), Some("p12.pack.key"));
    assert_eq!(pack(key, &[&one.certificates[0]]), None);
}
