//! One certificate, damaged in one way at a time: the code and the place of each fault.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use igc_x509::{
    Certificate, CertificateList, CertificationRequest, Error, Extensions, NameBuf, Oid,
    StringKind, encode, oid,
};

/// The parts of a certificate, each whole DER; a case replaces some of them.
#[derive(Clone)]
struct Parts {
    version: Vec<u8>,
    serial: Vec<u8>,
    algorithm: Vec<u8>,
    issuer: Vec<u8>,
    validity: Vec<u8>,
    subject: Vec<u8>,
    key: Vec<u8>,
    /// What follows the key: unique identifiers and extensions.
    rest: Vec<u8>,
    outer_algorithm: Vec<u8>,
    signature: Vec<u8>,
    after: Vec<u8>,
}

fn parts() -> Parts {
    let name = NameBuf::new().attribute(oid::ID_AT_COMMON_NAME, StringKind::Utf8, "TEST").unwrap();
    let algorithm = encode::sequence(&[encode::oid(oid::ECDSA_WITH_SHA256)]);
    let time = |text: &str| encode::time(text.parse().unwrap());
    Parts {
        version: encode::context_constructed(0, &encode::integer(2)),
        serial: encode::integer(0x42),
        algorithm: algorithm.clone(),
        issuer: name.der().to_vec(),
        validity: encode::sequence(&[time("2026-11-22T10:00:00Z"), time("2029-11-22T10:00:00Z")]),
        subject: name.der().to_vec(),
        key: encode::sequence(&[
            encode::sequence(&[encode::oid(oid::ID_EC_PUBLIC_KEY), encode::oid(oid::SECP256R1)]),
            encode::bit_string(&[4; 65]),
        ]),
        rest: wrap(&[extension(oid::ID_CE_KEY_USAGE, true, &encode::named_bits(0x8000))]),
        outer_algorithm: algorithm,
        signature: encode::bit_string(&[0xab; 70]),
        after: Vec::new(),
    }
}

fn extension(oid: Oid<'_>, critical: bool, value: &[u8]) -> Vec<u8> {
    let flag = if critical { encode::boolean(true) } else { Vec::new() };
    encode::sequence(&[encode::oid(oid), flag, encode::octet_string(value)])
}

fn wrap(extensions: &[Vec<u8>]) -> Vec<u8> {
    encode::context_constructed(3, &encode::sequence(extensions))
}

impl Parts {
    fn der(&self) -> Vec<u8> {
        let fields = [
            &self.version,
            &self.serial,
            &self.algorithm,
            &self.issuer,
            &self.validity,
            &self.subject,
            &self.key,
            &self.rest,
        ];
        let tbs = encode::sequence(&fields);
        let mut der = encode::sequence(&[&tbs, &self.outer_algorithm, &self.signature]);
        der.extend_from_slice(&self.after);
        der
    }

    /// Where a part starts in the certificate.
    fn offset(&self, part: impl Fn(&Self) -> &Vec<u8>) -> usize {
        let whole = self.der();
        let needle = part(self).as_ptr();
        let all = [
            &self.version,
            &self.serial,
            &self.algorithm,
            &self.issuer,
            &self.validity,
            &self.subject,
            &self.key,
            &self.rest,
        ];
        let before: usize = all.iter().take_while(|p| p.as_ptr() != needle).map(|p| p.len()).sum();
        let total: usize = all.iter().map(|p| p.len()).sum();
        let tail = self.outer_algorithm.len() + self.signature.len() + self.after.len();
        whole.len() - tail - total + before
    }
}

fn fault(parts: &Parts) -> (&'static str, usize) {
    let error: Error = Certificate::parse(&parts.der()).unwrap_err();
    (error.code(), error.position)
}

#[test]
fn the_undamaged_one_parses() {
    let der = parts().der();
    let certificate = Certificate::parse(&der).unwrap();
    certificate.check().unwrap();
    assert_eq!(certificate.serial().to_string(), "42");
    assert!(certificate.is_self_issued());
}

macro_rules! cases {
    ($($name:ident: $part:ident = $value:expr => $code:literal + $at:expr;)*) => {$(
        #[test]
        fn $name() {
            let mut damaged = parts();
            damaged.$part = $value;
            let (code, position) = fault(&damaged);
            // The place is told from the start of the damaged part.
            assert_eq!((code, position - damaged.offset(|p| &p.$part)), ($code, $at));
        }
    )*};
}

cases! {
    version_1_is_never_encoded: version = vec![0xa0, 3, 2, 1, 0] => "x509.default.encoded" + 2;
    version_4_does_not_exist: version = vec![0xa0, 3, 2, 1, 3] => "x509.version.invalid" + 2;
    version_with_more_behind: version = vec![0xa0, 4, 2, 1, 2, 0] => "x509.trailing-data" + 5;
    version_1_has_no_extensions: version = vec![] => "x509.extension.version" + parts().rest_offset();
    version_2_has_no_extensions: version = vec![0xa0, 3, 2, 1, 1] => "x509.extension.version" + parts().rest_offset() + 5;
    serial_not_shortest: serial = vec![2, 2, 0, 1] => "x509.integer.invalid" + 2;
    serial_negative_not_shortest: serial = vec![2, 2, 0xff, 0x80] => "x509.integer.invalid" + 2;
    serial_empty: serial = vec![2, 0] => "x509.integer.invalid" + 2;
    serial_of_another_type: serial = vec![4, 1, 1] => "x509.tag.unexpected" + 0;
    length_indefinite: issuer = vec![0x30, 0x80, 0, 0] => "x509.length.indefinite" + 0;
    length_in_two_octets_for_one: issuer = vec![0x30, 0x81, 0] => "x509.length.not-minimal" + 0;
    length_padded: issuer = vec![0x30, 0x82, 0, 0x80] => "x509.length.not-minimal" + 0;
    length_of_five_octets: issuer = vec![0x30, 0x85, 1, 0, 0, 0, 0] => "x509.length.too-large" + 0;
    length_beyond_the_end: issuer = vec![0x30, 0x84, 0x7f, 0xff, 0xff, 0xff] => "x509.truncated" + 0;
    rdn_empty: issuer = vec![0x30, 2, 0x31, 0] => "x509.empty" + 4;
    rdn_not_a_set: issuer = vec![0x30, 2, 0x30, 0] => "x509.tag.unexpected" + 2;
    attribute_with_three_parts: issuer = vec![0x30, 13, 0x31, 11, 0x30, 9, 6, 3, 0x55, 4, 3, 0x0c, 0, 5, 0] => "x509.trailing-data" + 13;
    attribute_without_value: issuer = vec![0x30, 9, 0x31, 7, 0x30, 5, 6, 3, 0x55, 4, 3] => "x509.truncated" + 11;
    attribute_type_padded: issuer = vec![0x30, 11, 0x31, 9, 0x30, 7, 6, 3, 0x55, 0x80, 3, 0x0c, 0] => "x509.oid.invalid" + 8;
    attribute_type_unfinished: issuer = vec![0x30, 11, 0x31, 9, 0x30, 7, 6, 3, 0x55, 4, 0x83, 0x0c, 0] => "x509.oid.invalid" + 8;
    attribute_value_with_long_tag: issuer = vec![0x30, 12, 0x31, 10, 0x30, 8, 6, 3, 0x55, 4, 3, 0x1f, 0x1f, 0] => "x509.tag.unexpected" + 11;
    utc_time_without_seconds: validity = times(b"2611221000Z", b"291122100000Z") => "x509.time.invalid" + 4;
    utc_time_with_offset: validity = times(b"261122100000+0100", b"291122100000Z") => "x509.time.invalid" + 4;
    month_13: validity = times(b"261322100000Z", b"291122100000Z") => "x509.time.invalid" + 4;
    day_30_of_february: validity = times(b"280230100000Z", b"291122100000Z") => "x509.time.invalid" + 4;
    day_29_of_february_2027: validity = times(b"270229100000Z", b"291122100000Z") => "x509.time.invalid" + 4;
    second_60: validity = times(b"261122100060Z", b"291122100000Z") => "x509.time.invalid" + 4;
    time_with_fraction: validity = encode::sequence(&[encode::tlv(0x18, b"20261122100000.5Z")]) => "x509.time.invalid" + 4;
    time_of_another_type: validity = encode::sequence(&[encode::integer(1)]) => "x509.tag.unexpected" + 2;
    key_with_unused_bits: key = key_bits(&[1, 4]) => "x509.bit-string.invalid" + 25;
    key_without_bits: key = key_bits(&[]) => "x509.bit-string.invalid" + 25;
    null_with_contents: key = encode::sequence(&[encode::sequence(&[encode::oid(oid::RSA_ENCRYPTION), vec![5, 1, 0]])]) => "x509.null.invalid" + 17;
    algorithm_with_three_parts: key = encode::sequence(&[encode::sequence(&[encode::oid(oid::RSA_ENCRYPTION), vec![5, 0], vec![5, 0]])]) => "x509.trailing-data" + 17;
    extensions_empty: rest = vec![0xa3, 2, 0x30, 0] => "x509.empty" + 4;
    extensions_not_a_sequence: rest = vec![0xa3, 2, 0x31, 0] => "x509.tag.unexpected" + 2;
    field_behind_extensions: rest = [parts().rest, vec![5, 0]].concat() => "x509.trailing-data" + parts().rest.len();
    critical_false: rest = critical(&[1, 1, 0]) => "x509.default.encoded" + 11;
    critical_neither: rest = critical(&[1, 1, 1]) => "x509.boolean.invalid" + 13;
    critical_of_two_octets: rest = critical(&[1, 2, 0xff, 0xff]) => "x509.boolean.invalid" + 13;
    known_extension_twice: rest = wrap(&[extension(oid::ID_CE_KEY_USAGE, false, &[]), extension(oid::ID_CE_KEY_USAGE, true, &[])]) => "x509.extension.duplicate" + 13;
    unknown_extension_twice: rest = wrap(&[extension(oid::ID_KP_CLIENT_AUTH, false, &[]), extension(oid::ID_KP_CLIENT_AUTH, true, &[])]) => "x509.extension.duplicate" + 18;
    too_many_extensions: rest = wrap(&numbered(257)) => "x509.extension.too-many" + 8 + 256 * 10;
}

impl Parts {
    /// From the version to what follows the key, without the version itself.
    fn rest_offset(&self) -> usize {
        self.offset(|p| &p.rest) - self.offset(|p| &p.version) - self.version.len()
    }
}

fn times(not_before: &[u8], not_after: &[u8]) -> Vec<u8> {
    encode::sequence(&[encode::tlv(0x17, not_before), encode::tlv(0x17, not_after)])
}

fn key_bits(contents: &[u8]) -> Vec<u8> {
    let algorithm =
        encode::sequence(&[encode::oid(oid::ID_EC_PUBLIC_KEY), encode::oid(oid::SECP256R1)]);
    encode::sequence(&[algorithm, encode::tlv(3, contents)])
}

fn critical(flag: &[u8]) -> Vec<u8> {
    wrap(&[encode::sequence(&[&encode::oid(oid::ID_CE_KEY_USAGE)[..], flag, &[4, 0]])])
}

/// Extensions 1.0.0.0 … 1.0.1.127: ten octets each.
fn numbered(count: u16) -> Vec<Vec<u8>> {
    (0..count)
        .map(|n| {
            let octets = [40, 1, u8::try_from(n / 128).unwrap(), u8::try_from(n % 128).unwrap()];
            encode::sequence(&[encode::tlv(6, &octets), vec![4, 0]])
        })
        .collect()
}

#[test]
fn what_is_outside_the_signed_part() {
    let offset =
        |parts: &Parts| parts.der().len() - parts.signature.len() - parts.outer_algorithm.len();
    let mut damaged = parts();
    damaged.outer_algorithm = encode::sequence(&[encode::oid(oid::ECDSA_WITH_SHA384)]);
    assert_eq!(fault(&damaged), ("x509.algorithm.mismatch", offset(&damaged)));
    // The same algorithm with other parameters is another algorithm identifier.
    damaged.outer_algorithm =
        encode::sequence(&[encode::oid(oid::ECDSA_WITH_SHA256), encode::null()]);
    assert_eq!(fault(&damaged), ("x509.algorithm.mismatch", offset(&damaged)));
    let mut damaged = parts();
    damaged.signature = encode::tlv(3, &[1, 2]);
    assert_eq!(fault(&damaged), ("x509.bit-string.invalid", damaged.der().len() - 2));
    let mut damaged = parts();
    damaged.after = vec![0];
    assert_eq!(fault(&damaged), ("x509.trailing-data", damaged.der().len() - 1));
}

/// The fault of one extension's value, told from the start of the value.
fn value_fault(oid: Oid<'_>, value: &[u8]) -> (&'static str, usize) {
    let list = encode::sequence(&[extension(oid, false, value)]);
    let extensions = Extensions::parse(&list).unwrap();
    let error = extensions.check().unwrap_err();
    (error.code(), error.position - extensions.find(oid).unwrap().offset())
}

#[test]
fn values_of_extensions() {
    for (oid, value, code, at) in [
        (oid::ID_CE_KEY_USAGE, &[3, 1, 0][..], "x509.extension.value", 2),
        (oid::ID_CE_KEY_USAGE, &[3, 2, 6, 0x80], "x509.bit-string.invalid", 2),
        (oid::ID_CE_KEY_USAGE, &[3, 2, 8, 0x80], "x509.bit-string.invalid", 2),
        (oid::ID_CE_KEY_USAGE, &[3, 2, 7, 0x81], "x509.bit-string.invalid", 2),
        (oid::ID_CE_KEY_USAGE, &[3, 2, 7, 0x80, 0], "x509.trailing-data", 4),
        (oid::ID_CE_BASIC_CONSTRAINTS, &[0x30, 3, 1, 1, 1], "x509.boolean.invalid", 4),
        (oid::ID_CE_BASIC_CONSTRAINTS, &[0x30, 7, 1, 1, 0xff, 2, 2, 1, 0], "x509.integer.range", 7),
        (oid::ID_CE_BASIC_CONSTRAINTS, &[0x30, 6, 1, 1, 0xff, 2, 1, 0xff], "x509.integer.range", 7),
        (oid::ID_CE_BASIC_CONSTRAINTS, &[0x30, 5, 1, 1, 0xff, 5, 0], "x509.trailing-data", 5),
        (oid::ID_CE_EXT_KEY_USAGE, &[0x30, 0], "x509.empty", 2),
        (oid::ID_CE_SUBJECT_ALT_NAME, &[0x30, 0], "x509.empty", 2),
        (oid::ID_CE_SUBJECT_ALT_NAME, &[0x30, 3, 0x82, 1, 0xe9], "x509.string.contents", 4),
        (oid::ID_CE_SUBJECT_ALT_NAME, &[0x30, 4, 0x87, 2, 10, 0], "x509.general-name.invalid", 4),
        (oid::ID_CE_SUBJECT_ALT_NAME, &[0x30, 2, 0x89, 0], "x509.general-name.invalid", 4),
        (oid::ID_CE_AUTHORITY_KEY_IDENTIFIER, &[0x30, 3, 0x82, 1, 1], "x509.extension.value", 2),
        (
            oid::ID_CE_CRL_DISTRIBUTION_POINTS,
            &[0x30, 6, 0x30, 4, 0x81, 2, 6, 0x40],
            "x509.extension.value",
            4,
        ),
        (oid::ID_CE_CRL_DISTRIBUTION_POINTS, &[0x30, 4, 0x30, 2, 0xa0, 0], "x509.truncated", 6),
        (oid::ID_CE_NAME_CONSTRAINTS, &[0x30, 0], "x509.empty", 2),
        (
            oid::ID_CE_NAME_CONSTRAINTS,
            &[0x30, 9, 0xa0, 7, 0x30, 5, 0x82, 0, 0x80, 1, 0],
            "x509.extension.value",
            8,
        ),
        (
            oid::ID_CE_NAME_CONSTRAINTS,
            &[0x30, 14, 0xa0, 12, 0x30, 10, 0x87, 8, 10, 0, 0, 0, 255, 0, 255, 0],
            "x509.general-name.invalid",
            8,
        ),
        (oid::ID_CE_POLICY_CONSTRAINTS, &[0x30, 0], "x509.empty", 2),
        (oid::ID_CE_POLICY_CONSTRAINTS, &[0x30, 3, 0x80, 1, 0x80], "x509.integer.range", 4),
        (oid::ID_CE_CERTIFICATE_POLICIES, &[0x30, 5, 0x30, 3, 6, 1, 0x80], "x509.oid.invalid", 6),
        (
            oid::ID_CE_CERTIFICATE_POLICIES,
            &[0x30, 10, 0x30, 3, 6, 1, 0x2a, 0x30, 3, 6, 1, 0x2a],
            "x509.extension.value",
            2,
        ),
        (
            oid::ID_CE_CERTIFICATE_POLICIES,
            &[0x30, 7, 0x30, 5, 6, 1, 0x2a, 0x30, 0],
            "x509.empty",
            9,
        ),
        (oid::ID_CE_PRIVATE_KEY_USAGE_PERIOD, &[0x30, 0], "x509.empty", 2),
        (oid::ID_CE_NO_REV_AVAIL, &[5, 1, 0], "x509.trailing-data", 2),
        (oid::ID_CE_CRL_NUMBER, &[2, 1, 0x80], "x509.integer.range", 2),
        (oid::ID_CE_CRL_REASONS, &[10, 1, 7], "x509.integer.range", 2),
        (oid::ID_CE_ISSUING_DISTRIBUTION_POINT, &[0x30, 0], "x509.empty", 2),
        (oid::ID_CE_ISSUING_DISTRIBUTION_POINT, &[0x30, 3, 0x81, 1, 0], "x509.default.encoded", 4),
        (
            oid::ID_CE_ISSUING_DISTRIBUTION_POINT,
            &[0x30, 6, 0x81, 1, 0xff, 0x82, 1, 0xff],
            "x509.extension.value",
            2,
        ),
        (oid::GIP_CPS_PRODUCT_CATEGORY, &[4, 2, 3, 3], "x509.extension.value", 2),
        (oid::GIP_CPS_PROFESSION, &[2, 1, 0x80], "x509.integer.range", 2),
        (oid::GIP_CPS_SPECIALITIES, &[0x30, 3, 0x0c, 1, 0xe9], "x509.string.contents", 4),
    ] {
        assert_eq!(value_fault(oid, value), (code, at), "{:?} {value:02x?}", oid.name());
    }
}

fn signed(fields: &[Vec<u8>]) -> Vec<u8> {
    let algorithm = encode::sequence(&[encode::oid(oid::ECDSA_WITH_SHA256)]);
    encode::sequence(&[encode::sequence(fields), algorithm, encode::bit_string(&[1])])
}

#[test]
fn crls() {
    let algorithm = encode::sequence(&[encode::oid(oid::ECDSA_WITH_SHA256)]);
    let name = NameBuf::new().der().to_vec();
    let now = encode::time("2026-11-22T10:00:00Z".parse().unwrap());
    let entry = encode::sequence(&[encode::integer(7), now.clone()]);
    let extensions =
        encode::sequence(&[extension(oid::ID_CE_CRL_NUMBER, false, &encode::integer(1))]);
    let explicit = encode::context_constructed(0, &extensions);
    let entry_with = encode::sequence(&[encode::integer(7), now.clone(), extensions.clone()]);
    let v1 = vec![algorithm.clone(), name.clone(), now.clone()];
    let v2 = [vec![encode::integer(1)], v1.clone()].concat();
    let with = |base: &[Vec<u8>], more: &[Vec<u8>]| signed(&[base, more].concat());
    let list = |entries: &[&[u8]]| encode::sequence(entries);

    for (der, version, entries) in [
        (with(&v1, &[]), 1, 0),
        (with(&v1, &[list(&[&entry, &entry])]), 1, 2),
        (with(&v2, &[now.clone(), list(&[&entry_with]), explicit.clone()]), 2, 1),
        // §5.1.2.6 wants the list absent when empty; an empty one is accepted.
        (with(&v2, &[list(&[])]), 2, 0),
    ] {
        let crl = CertificateList::parse(&der).unwrap();
        assert_eq!((crl.version(), crl.revoked_certificates().count()), (version, entries));
        crl.check().unwrap();
        igc_x509::fuzz::crl(&der);
    }
    for (der, code) in [
        (with(&v1, core::slice::from_ref(&explicit)), "x509.extension.version"),
        (with(&v1, &[list(&[&entry_with])]), "x509.extension.version"),
        (with(&[vec![encode::integer(0)], v1.clone()].concat(), &[]), "x509.version.invalid"),
        (with(&v2, &[explicit.clone(), explicit]), "x509.trailing-data"),
        (with(&v2, &[list(&[&entry[..entry.len() - 1]])]), "x509.truncated"),
        (with(&v2, &[list(&[&entry, &[5, 0]])]), "x509.tag.unexpected"),
        (
            with(&v2, &[encode::context_constructed(0, &encode::sequence::<Vec<u8>>(&[]))]),
            "x509.empty",
        ),
    ] {
        assert_eq!(CertificateList::parse(&der).unwrap_err().code(), code);
    }
}

#[test]
fn requests() {
    let base = vec![encode::integer(0), parts().subject, parts().key];
    let attribute =
        |oid, values: &[Vec<u8>]| encode::sequence(&[encode::oid(oid), encode::set_of(values)]);
    let with = |attributes: &[Vec<u8>]| {
        signed(&[base.clone(), vec![encode::context_constructed(0, &attributes.concat())]].concat())
    };
    let text = encode::string(StringKind::Utf8, "fictif").unwrap();
    let password = attribute(oid::CHALLENGE_PASSWORD, core::slice::from_ref(&text));

    // RFC 2986 §4.1 has no OPTIONAL there; some makers leave the attributes out.
    CertificationRequest::parse(&signed(&base)).unwrap();
    CertificationRequest::parse(&with(&[])).unwrap().check().unwrap();
    CertificationRequest::parse(&with(core::slice::from_ref(&password))).unwrap().check().unwrap();
    let version = signed(&[encode::integer(1), parts().subject, parts().key]);
    assert_eq!(CertificationRequest::parse(&version).unwrap_err().code(), "x509.version.invalid");
    for (attributes, code) in [
        (vec![password.clone(), password], "x509.attribute.duplicate"),
        (vec![attribute(oid::CHALLENGE_PASSWORD, &[text.clone(), text])], "x509.attribute.values"),
        (vec![attribute(oid::CHALLENGE_PASSWORD, &[])], "x509.empty"),
        (vec![attribute(oid::CHALLENGE_PASSWORD, &[encode::null()])], "x509.string.type"),
        (vec![attribute(oid::EXTENSION_REQUEST, &[encode::null()])], "x509.tag.unexpected"),
    ] {
        let der = with(&attributes);
        let verdict = CertificationRequest::parse(&der).and_then(|request| request.check());
        assert_eq!(verdict.unwrap_err().code(), code);
    }
}
