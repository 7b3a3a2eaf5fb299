//! Laws, not examples: what holds for every time, identifier, name, and for every damaged certificate.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use igc_x509::{
    Certificate, Name, NameBuf, Oid, OidBuf, StringKind, Time, encode, fuzz, input, oid, pem,
};
use proptest::{collection::vec, prelude::*, sample::select};

fn any_time() -> impl Strategy<Value = Time> {
    (Time::MIN.unix()..=Time::MAX.unix()).prop_map(|secs| Time::from_unix(secs).unwrap())
}

fn any_oid() -> impl Strategy<Value = String> {
    let start = prop_oneof![(0_u64..=1, 0_u64..=39), (Just(2_u64), 0_u64..=u64::MAX - 80),];
    (start, vec(any::<u64>(), 0..6)).prop_map(|((first, second), rest)| {
        let arcs = [first, second].into_iter().chain(rest);
        arcs.map(|arc| arc.to_string()).collect::<Vec<_>>().join(".")
    })
}

const TYPES: [Oid<'static>; 6] = [
    oid::ID_AT_COUNTRY_NAME,
    oid::ID_AT_ORGANIZATION_NAME,
    oid::ID_AT_ORGANIZATIONAL_UNIT_NAME,
    oid::ID_AT_GIVEN_NAME,
    oid::ID_AT_SURNAME,
    oid::ID_AT_COMMON_NAME,
];

fn any_attribute() -> impl Strategy<Value = (Oid<'static>, StringKind, String)> {
    let value = prop_oneof![
        "[A-Za-z0-9 '()+,./:=?-]{1,20}".prop_map(|text| (StringKind::Printable, text)),
        "\\PC{1,20}".prop_map(|text| (StringKind::Utf8, text)),
        "[ -~]{1,20}".prop_map(|text| (StringKind::Ia5, text)),
        "[a-zà-ü€ ]{1,20}".prop_map(|text| (StringKind::Bmp, text)),
    ];
    (select(&TYPES[..]), value).prop_map(|(oid, (kind, text))| (oid, kind, text))
}

type Rdns = Vec<Vec<(Oid<'static>, StringKind, String)>>;

fn any_rdns() -> impl Strategy<Value = Rdns> {
    vec(vec(any_attribute(), 1..4), 0..6)
}

fn build(rdns: &Rdns) -> NameBuf {
    rdns.iter().fold(NameBuf::new(), |name, rdn| {
        let rdn: Vec<_> =
            rdn.iter().map(|(oid, kind, text)| (*oid, *kind, text.as_str())).collect();
        name.rdn(&rdn).unwrap()
    })
}

/// A certificate with one of most things.
fn sample() -> Vec<u8> {
    let name = build(&vec![vec![(oid::ID_AT_COMMON_NAME, StringKind::Utf8, "TEST".into())]]);
    let algorithm =
        encode::sequence(&[encode::oid(oid::SHA256_WITH_RSA_ENCRYPTION), encode::null()]);
    let extension =
        |oid, value: Vec<u8>| encode::sequence(&[encode::oid(oid), encode::octet_string(&value)]);
    let names = |text: &str| encode::context(6, text.as_bytes());
    let point = |text: &str| {
        let full = encode::context_constructed(0, &names(text));
        encode::sequence(&[encode::sequence(&[encode::context_constructed(0, &full)])])
    };
    let policy = encode::sequence(&[encode::sequence(&[encode::oid(oid::ANY_POLICY)])]);
    let extensions = encode::sequence(&[
        extension(oid::ID_CE_BASIC_CONSTRAINTS, encode::sequence::<Vec<u8>>(&[])),
        extension(oid::ID_CE_KEY_USAGE, encode::named_bits(0xc000)),
        extension(
            oid::ID_CE_EXT_KEY_USAGE,
            encode::sequence(&[encode::oid(oid::ID_KP_CLIENT_AUTH)]),
        ),
        extension(oid::ID_CE_SUBJECT_ALT_NAME, encode::sequence(&[encode::context(2, b"a.test")])),
        extension(oid::ID_CE_CRL_DISTRIBUTION_POINTS, point("http://a.test/a.crl")),
        extension(oid::ID_CE_FRESHEST_CRL, point("ldap://a.test/a")),
        extension(oid::ID_CE_CERTIFICATE_POLICIES, policy),
        extension(oid::GIP_CPS_PRODUCT_CATEGORY, encode::octet_string(&[0x83])),
    ]);
    let time = |text: &str| encode::time(text.parse().unwrap());
    let key = encode::sequence(&[
        encode::sequence(&[encode::oid(oid::ID_EC_PUBLIC_KEY), encode::oid(oid::SECP256R1)]),
        encode::bit_string(&[4; 65]),
    ]);
    let tbs = encode::sequence(&[
        encode::context_constructed(0, &encode::integer(2)),
        encode::unsigned_integer(&[0x91; 16]),
        algorithm.clone(),
        name.der().to_vec(),
        encode::sequence(&[time("2026-11-22T10:00:00Z"), time("2059-11-22T10:00:00Z")]),
        name.der().to_vec(),
        key,
        encode::context_constructed(3, &extensions),
    ]);
    encode::sequence(&[tbs, algorithm, encode::bit_string(&[7; 128])])
}

proptest! {
    #[test]
    fn a_time_is_its_text(time in any_time()) {
        prop_assert_eq!(time.to_string().parse(), Ok(time));
        let fields = (time.year(), time.month(), time.day(), time.hour(), time.minute(), time.second());
        let (y, mo, d, h, mi, s) = fields;
        prop_assert_eq!(Time::from_calendar(y, mo, d, h, mi, s), Some(time));
    }

    #[test]
    fn months_add_up_and_keep_the_time_of_day(time in any_time(), months in -2_000_i32..2_000) {
        let Some(later) = time.add_calendar_months(months) else { return Ok(()) };
        let month = |t: Time| i32::from(t.year()) * 12 + i32::from(t.month());
        prop_assert_eq!(month(later) - month(time), months);
        prop_assert_eq!(later.unix().rem_euclid(86_400), time.unix().rem_euclid(86_400));
        prop_assert!(later.day() <= time.day() && time.day() - later.day() <= 3);
        if time.day() <= 28 {
            prop_assert_eq!(later.add_calendar_months(-months), Some(time));
        }
    }

    #[test]
    fn an_identifier_is_its_text(text in any_oid()) {
        let oid: OidBuf = text.parse().unwrap();
        prop_assert_eq!(oid.to_string(), text);
        prop_assert_eq!(Oid::from_bytes(oid.as_bytes()), Some(oid.as_oid()));
    }

    #[test]
    fn a_built_name_is_what_was_asked_for(rdns in any_rdns()) {
        let built = build(&rdns);
        let name = Name::parse(built.der()).unwrap();
        prop_assert_eq!(name.check(), Ok(()));
        prop_assert_eq!(name.is_empty(), rdns.is_empty());
        let read: Vec<Vec<_>> = name
            .rdns()
            .map(|rdn| {
                let all = rdn.attributes();
                all.map(|a| (a.oid, a.kind().unwrap(), a.text().unwrap().into_owned())).collect()
            })
            .collect();
        prop_assert_eq!(read.len(), rdns.len());
        for (read, asked) in read.iter().zip(&rdns) {
            let key = |(oid, kind, text): &(Oid<'static>, StringKind, String)| {
                (*oid, kind.tag(), text.clone())
            };
            let mut asked: Vec<_> = asked.iter().map(key).collect();
            let mut read: Vec<_> =
                read.iter().map(|(oid, kind, text)| (*oid, kind.tag(), text.clone())).collect();
            asked.sort();
            read.sort();
            prop_assert_eq!(read, asked);
        }
        fuzz::name(built.der());
    }

    #[test]
    fn case_and_order_of_a_set_do_not_make_another_name(rdns in any_rdns()) {
        let turned: Rdns = rdns
            .iter()
            .map(|rdn| {
                let swap = |text: &str| text.to_ascii_uppercase();
                rdn.iter().rev().map(|(o, k, t)| (*o, *k, swap(t))).collect()
            })
            .collect();
        let (a, b) = (build(&rdns), build(&turned));
        prop_assert!(a.as_name().matches(&b.as_name()));
        prop_assert!(b.as_name().matches(&a.as_name()));
        prop_assert!(a.as_name().is_within(&b.as_name()));
        let longer = b.attribute(oid::ID_AT_COMMON_NAME, StringKind::Utf8, "x").unwrap();
        prop_assert!(!a.as_name().matches(&longer.as_name()));
        prop_assert!(longer.as_name().is_within(&a.as_name()));
    }

    #[test]
    fn octets_survive_pem(octets in vec(any::<u8>(), 0..300), label in "[A-Z][A-Z0-9 ]{0,20}[A-Z]") {
        let text = pem::encode(&label, &octets);
        let crlf = format!("texte\r\n{}", text.replace('\n', "\r\n"));
        for text in [text, crlf] {
            let found = pem::decode(text.as_bytes()).unwrap();
            prop_assert_eq!((found.len(), found[0].label), (1, label.as_str()));
            prop_assert_eq!(&found[0].contents, &octets);
        }
    }

    #[test]
    fn an_integer_is_read_as_written(value in any::<u64>()) {
        let der = encode::integer(value);
        let octets = igc_x509::Any::parse(&der).unwrap().contents();
        let serial = igc_x509::SerialNumber::from_bytes(octets).unwrap();
        prop_assert!(!serial.is_negative());
        prop_assert_eq!(u64::from_str_radix(&serial.to_string(), 16), Ok(value));
    }

    #[test]
    fn any_octets_are_judged_without_panic(octets in vec(any::<u8>(), 0..200)) {
        fuzz::everything(&octets);
    }

    #[test]
    fn one_wrong_octet_never_panics(at in any::<prop::sample::Index>(), by in 1_u8..) {
        let mut der = sample();
        let at = at.index(der.len());
        der[at] = der[at].wrapping_add(by);
        fuzz::everything(&der);
    }

    #[test]
    fn an_octet_more_or_less_inside_never_panics(at in any::<prop::sample::Index>(), insert in any::<Option<u8>>()) {
        let mut der = sample();
        let at = at.index(der.len());
        match insert {
            Some(octet) => der.insert(at, octet),
            None => drop(der.remove(at)),
        }
        fuzz::everything(&der);
        prop_assert!(Certificate::parse(&der).is_err());
    }
}

#[test]
fn no_part_of_a_certificate_is_a_certificate() {
    let der = sample();
    fuzz::certificate(&der);
    Certificate::parse(&der).unwrap().check().unwrap();
    for end in 0..der.len() {
        assert!(Certificate::parse(&der[..end]).is_err(), "{end} of {} octets", der.len());
        fuzz::everything(&der[..end]);
    }
}

#[test]
fn every_octet_changed_in_every_bit() {
    let der = sample();
    for at in 0..der.len() {
        for bit in 0..8 {
            let mut changed = der.clone();
            changed[at] ^= 1 << bit;
            fuzz::certificate(&changed);
        }
    }
}

/// Many marks, blanks and boundaries: the time must stay linear, so this ends at once.
#[test]
fn hostile_texts_end_soon() {
    for piece in
        ["-----BEGIN ", "-----BEGIN X-----", "     -----BEGIN ", "-----END X-----", "     "]
    {
        let text = piece.repeat(400_000 / piece.len());
        assert!(pem::decode(text.as_bytes()).is_err());
        assert!(input::read_any(text.as_bytes()).is_err());
    }
}
