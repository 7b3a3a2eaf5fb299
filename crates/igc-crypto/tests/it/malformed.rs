//! Keys that are damaged, inconsistent or against a rule; and the fuzzed properties on them.

use crate::backends;
use crate::signing::keys;
use igc_crypto::{KeyErrorKind, KeyKind, PrivateKey, SignatureAlgorithm, VerifyError, fuzz};
use igc_x509::encode::{
    bit_string, integer, null, octet_string, oid as oid_der, sequence, tlv, unsigned_integer,
};
use igc_x509::{SubjectPublicKeyInfo, oid};
use proptest::prelude::*;

fn kind(bytes: &[u8]) -> KeyErrorKind {
    PrivateKey::from_bytes(bytes).map(|_| ()).unwrap_err().kind
}

/// The parts of an RSA key as octet strings: n, e, d, p, q, dP, dQ, qInv.
fn rsa_parts() -> Vec<Vec<u8>> {
    let key = keys().iter().find(|key| key.kind() == Some(KeyKind::Rsa2048)).unwrap();
    let info =
        <pkcs8::PrivateKeyInfoRef<'_> as der::Decode<'_>>::from_der(key.pkcs8_der()).unwrap();
    let rsa =
        <pkcs1::RsaPrivateKeyRef<'_> as der::Decode<'_>>::from_der(info.private_key.as_bytes())
            .unwrap();
    [
        rsa.modulus,
        rsa.public_exponent,
        rsa.private_exponent,
        rsa.prime1,
        rsa.prime2,
        rsa.exponent1,
        rsa.exponent2,
        rsa.coefficient,
    ]
    .map(|part| part.as_bytes().to_vec())
    .into()
}

fn pkcs1(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut fields = vec![integer(0)];
    fields.extend(parts.iter().map(|part| unsigned_integer(part)));
    sequence(&fields)
}

#[test]
fn an_rsa_key_with_any_part_changed_is_inconsistent() {
    let parts = rsa_parts();
    assert!(PrivateKey::from_der(&pkcs1(&parts)).is_ok());
    for index in 0..parts.len() {
        let mut wrong = parts.clone();
        let last = wrong[index].last_mut().unwrap();
        *last ^= 4;
        assert_eq!(kind(&pkcs1(&wrong)), KeyErrorKind::Inconsistent, "part {index}");
    }
    // Parts that are zero.
    for index in 0..parts.len() {
        let mut wrong = parts.clone();
        wrong[index] = vec![0];
        assert!(PrivateKey::from_der(&pkcs1(&wrong)).is_err(), "part {index}");
    }
}

#[test]
fn an_ec_key_must_hold_together() {
    let key = keys().iter().find(|key| key.kind() == Some(KeyKind::P256)).unwrap();
    let info =
        <pkcs8::PrivateKeyInfoRef<'_> as der::Decode<'_>>::from_der(key.pkcs8_der()).unwrap();
    let ec =
        <sec1::EcPrivateKey<'_> as der::Decode<'_>>::from_der(info.private_key.as_bytes()).unwrap();
    let (scalar, point) = (ec.private_key.to_vec(), ec.public_key.unwrap().to_vec());
    let build = |outer: &[u8], inner: Option<&[u8]>, scalar: &[u8], point: Option<&[u8]>| {
        let mut fields = vec![integer(1), octet_string(scalar)];
        fields.extend(inner.map(|curve| tlv(0xa0, curve)));
        fields.extend(point.map(|point| tlv(0xa1, &bit_string(point))));
        let algorithm = sequence(&[&oid_der(oid::ID_EC_PUBLIC_KEY), outer]);
        sequence(&[integer(0), algorithm, octet_string(&sequence(&fields))])
    };
    let (p256, p384) = (oid_der(oid::SECP256R1), oid_der(oid::SECP384R1));
    for inner in [None, Some(&*p256)] {
        for public in [None, Some(&*point)] {
            let read = PrivateKey::from_der(&build(&p256, inner, &scalar, public)).unwrap();
            assert_eq!(read.public_key_der(), key.public_key_der());
        }
    }
    let mut wrong = point.clone();
    wrong[40] ^= 1;
    assert_eq!(kind(&build(&p256, None, &scalar, Some(&wrong))), KeyErrorKind::Inconsistent);
    assert_eq!(kind(&build(&p256, Some(&p384), &scalar, Some(&point))), KeyErrorKind::Inconsistent);
    assert_eq!(kind(&build(&p256, None, &[0; 32], None)), KeyErrorKind::Inconsistent);
    assert_eq!(kind(&build(&p256, None, &[0xff; 32], None)), KeyErrorKind::Inconsistent);
    assert_eq!(kind(&build(&p256, None, &[1; 33], None)), KeyErrorKind::Inconsistent);
    assert_eq!(kind(&build(&null(), None, &scalar, None)), KeyErrorKind::Unsupported);
    assert_eq!(
        kind(&build(&oid_der(oid::SECP521R1), None, &scalar, None)),
        KeyErrorKind::Unsupported
    );
    // SEC 1 alone must name its curve.
    assert_eq!(kind(&sequence(&[integer(1), octet_string(&scalar)])), KeyErrorKind::Malformed);
}

/// RFC 5958 §2: version 2 may carry the public key, which must then be that of the private one.
#[test]
fn the_public_key_beside_a_private_one_must_belong_to_it() {
    for key in keys().iter().filter(|key| key.kind().is_some()) {
        let spki = SubjectPublicKeyInfo::parse(key.public_key_der()).unwrap();
        let info =
            <pkcs8::PrivateKeyInfoRef<'_> as der::Decode<'_>>::from_der(key.pkcs8_der()).unwrap();
        let algorithm = der::Encode::to_der(&info.algorithm).unwrap();
        let build = |public: &[u8]| {
            let bits = [&[0], public].concat();
            let inner = octet_string(info.private_key.as_bytes());
            sequence(&[integer(1), algorithm.clone(), inner, tlv(0x81, &bits)])
        };
        let own = spki.subject_public_key;
        let read = PrivateKey::from_der(&build(own)).unwrap();
        assert_eq!(read.public_key_der(), key.public_key_der());
        let mut other = own.to_vec();
        *other.last_mut().unwrap() ^= 2;
        assert_eq!(kind(&build(&other)), KeyErrorKind::Inconsistent);
        assert_eq!(kind(&build(&[])), KeyErrorKind::Inconsistent);
    }
}

/// Some makers write the smaller prime first; what is computed from the primes is then checked all the same.
#[test]
fn the_order_of_the_primes_does_not_matter_and_hides_nothing() {
    let parts = rsa_parts();
    let number = |part: &[u8]| rsa::BoxedUint::from_be_slice_vartime(part);
    let swapped = rsa::RsaPrivateKey::from_components(
        number(&parts[0]),
        number(&parts[1]),
        number(&parts[2]),
        vec![number(&parts[4]), number(&parts[3])],
    )
    .unwrap();
    let der = pkcs1::EncodeRsaPrivateKey::to_pkcs1_der(&swapped).unwrap();
    let again = <pkcs1::RsaPrivateKeyRef<'_> as der::Decode<'_>>::from_der(der.as_bytes()).unwrap();
    let mut parts = parts;
    parts.swap(3, 4);
    parts.swap(5, 6);
    parts[7] = again.coefficient.as_bytes().to_vec();
    assert_eq!(again.prime1.as_bytes(), parts[3], "the library keeps the order");
    assert!(PrivateKey::from_der(&pkcs1(&parts)).is_ok());
    for index in 3..8 {
        let mut wrong = parts.clone();
        *wrong[index].last_mut().unwrap() ^= 4;
        assert_eq!(kind(&pkcs1(&wrong)), KeyErrorKind::Inconsistent, "part {index}");
    }
}

#[test]
fn what_editors_and_systems_do_to_a_pem_text_does_no_harm() {
    let key = &keys()[0];
    let pem = String::from_utf8(key.to_pkcs8_pem().expose().to_vec()).unwrap();
    for text in [
        format!("\u{feff}{pem}"),
        pem.replace('\n', "\r"),
        pem.lines().map(|line| format!("    {line}\n")).collect(),
        format!("-----BEGIN X-----\nAAAA\n-----END X-----{pem}"),
        pem.trim_end().to_owned(),
    ] {
        let read =
            PrivateKey::from_bytes(text.as_bytes()).unwrap_or_else(|e| panic!("{e}: {text}"));
        assert_eq!(read.public_key_der(), key.public_key_der());
    }
    // RFC 7468 §2: the two labels are the same.
    let ends_otherwise = pem.replace("END PRIVATE KEY", "END CERTIFICATE");
    assert_eq!(kind(ends_otherwise.as_bytes()), KeyErrorKind::Malformed);
    let nested = pem.replacen("\nM", "\n-----BEGIN PRIVATE KEY-----\nM", 1);
    assert_eq!(kind(nested.as_bytes()), KeyErrorKind::Malformed);
}

#[test]
fn noise_and_stumps_are_malformed() {
    let key = keys()[0].pkcs8_der();
    assert_eq!(kind(&key[..key.len() - 1]), KeyErrorKind::Malformed);
    assert_eq!(kind(&[key, &[0]].concat()), KeyErrorKind::Malformed);
    assert_eq!(kind(&[]), KeyErrorKind::NoPem);
    assert_eq!(kind(b"0"), KeyErrorKind::Malformed);
    assert_eq!(kind(b"hello"), KeyErrorKind::NoPem);
    for pem in [
        "-----BEGIN PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nMAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n\u{e9}\n-----END PRIVATE KEY-----\n",
    ] {
        assert_eq!(kind(pem.as_bytes()), KeyErrorKind::Malformed, "{pem}");
    }
    let error =
        PrivateKey::from_bytes(b"text\n-----BEGIN PRIVATE KEY-----\n").map(|_| ()).unwrap_err();
    assert_eq!(error.position, 5);
}

#[test]
fn public_keys_against_a_rule_are_refused_by_every_backend() {
    let parts = rsa_parts();
    let spki = |algorithm: Vec<u8>, key: &[u8]| sequence(&[algorithm, bit_string(key)]);
    let rsa = |parameters: &[Vec<u8>], n: &[u8], e: &[u8]| {
        let algorithm = sequence(&[&[oid_der(oid::RSA_ENCRYPTION)], parameters].concat());
        spki(algorithm, &sequence(&[unsigned_integer(n), unsigned_integer(e)]))
    };
    let (n, e) = (&*parts[0], &[1u8, 0, 1][..]);
    // The tail of a modulus as a modulus of its own.
    let short = |from: usize| [&[n[from] | 0x80], &n[from + 1..]].concat();
    let mut even = n.to_vec();
    *even.last_mut().unwrap() &= 0xfe;
    let ec = |point: &[u8]| {
        spki(sequence(&[oid_der(oid::ID_EC_PUBLIC_KEY), oid_der(oid::SECP256R1)]), point)
    };
    let good =
        keys().iter().find(|key| key.kind() == Some(KeyKind::P256)).unwrap().public_key_der();
    let point = good[good.len() - 65..].to_vec();
    let mut off_curve = point.clone();
    off_curve[64] ^= 1;
    let negative = sequence(&[tlv(2, n), integer(65_537)]);
    let rsa_algorithm = sequence(&[oid_der(oid::RSA_ENCRYPTION), null()]);
    let cases = [
        ("as it should be", rsa(&[null()], n, e), Ok(())),
        ("no NULL", rsa(&[], n, e), Err(VerifyError::Key)),
        ("other parameters", rsa(&[integer(0)], n, e), Err(VerifyError::Key)),
        ("even modulus", rsa(&[null()], &even, e), Err(VerifyError::Key)),
        ("exponent 1", rsa(&[null()], n, &[1]), Err(VerifyError::Key)),
        ("even exponent", rsa(&[null()], n, &[1, 0, 0]), Err(VerifyError::Key)),
        ("exponent of 34 bits", rsa(&[null()], n, &[2, 0, 0, 0, 1]), Err(VerifyError::Unsupported)),
        ("1024 bits", rsa(&[null()], &short(128), e), Err(VerifyError::Legacy)),
        ("1008 bits", rsa(&[null()], &short(130), e), Err(VerifyError::Unsupported)),
        (
            "8200 bits",
            rsa(&[null()], &[&[0x80; 769], n].concat(), e),
            Err(VerifyError::Unsupported),
        ),
        ("negative modulus", spki(rsa_algorithm.clone(), &negative), Err(VerifyError::Key)),
        ("no sequence", spki(rsa_algorithm.clone(), &null()), Err(VerifyError::Key)),
        (
            "trailing octet",
            spki(rsa_algorithm, &[sequence(&[unsigned_integer(n), integer(3)]), vec![0]].concat()),
            Err(VerifyError::Key),
        ),
        ("a point", ec(&point), Ok(())),
        ("off the curve", ec(&off_curve), Err(VerifyError::Key)),
        ("infinity", ec(&[0]), Err(VerifyError::Key)),
        ("compressed", ec(&[&[2], &point[1..33]].concat()), Err(VerifyError::Unsupported)),
        ("hybrid", ec(&[&[6], &point[1..]].concat()), Err(VerifyError::Key)),
        ("short", ec(&point[..64]), Err(VerifyError::Key)),
        (
            "no curve",
            spki(sequence(&[oid_der(oid::ID_EC_PUBLIC_KEY)]), &point),
            Err(VerifyError::Key),
        ),
        (
            "Ed25519 with parameters",
            spki(sequence(&[oid_der(oid::ID_ED25519), null()]), &[0; 32]),
            Err(VerifyError::Key),
        ),
        (
            "short Ed25519",
            spki(sequence(&[oid_der(oid::ID_ED25519)]), &[0; 31]),
            Err(VerifyError::Key),
        ),
        (
            "another algorithm",
            spki(sequence(&[oid_der(oid::ID_MGF1)]), &[0; 31]),
            Err(VerifyError::Unsupported),
        ),
    ];
    for (name, backend) in backends::all() {
        for (what, der, expected) in &cases {
            let spki = SubjectPublicKeyInfo::parse(der).unwrap();
            assert_eq!(backend.prepare(&spki).map(|_| ()), *expected, "{name}: {what}");
        }
    }
}

fn framed(parts: [&[u8]; 3], message: &[u8]) -> Vec<u8> {
    let mut data = Vec::new();
    for part in parts {
        data.extend(u16::try_from(part.len()).unwrap().to_be_bytes());
        data.extend(part);
    }
    data.extend(message);
    data
}

proptest! {
    #[test]
    fn any_octets_meet_the_fuzzed_laws(data in prop::collection::vec(any::<u8>(), 0..200)) {
        fuzz::verify_signature(&data);
        fuzz::private_key(&data);
    }

    #[test]
    fn changed_keys_and_signatures_meet_the_fuzzed_laws(which in 0usize..3, at: prop::sample::Index, by: u8) {
        let key = &keys()[which];
        let usual = SignatureAlgorithm::usual(key);
        let signature = backends::all()[0].1.usual_signing_key(key).unwrap().sign(b"m").unwrap();
        let mut data = framed([usual.der(), key.public_key_der(), &signature], b"m");
        let place = at.index(data.len());
        data[place] ^= by;
        fuzz::verify_signature(&data);
        for form in [key.pkcs8_der(), key.to_pkcs8_pem().expose()] {
            let mut data = form.to_vec();
            let place = at.index(data.len());
            data[place] ^= by;
            fuzz::private_key(&data);
        }
    }
}
