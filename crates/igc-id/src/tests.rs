//! Laws of every identifier, then cases by hand. All numbers are made up; La Poste's head office is public.

use crate::*;
use proptest::prelude::*;
use std::format;
use std::string::{String, ToString as _};
use std::vec::Vec;

/// `body` and the one digit that makes Luhn hold, letters counted as the register does.
fn with_check_digit(body: &str) -> String {
    let plain = body.replace('A', "1").replace('B', "2");
    (0..10)
        .map(|digit| (digit, format!("{plain}{digit}")))
        .find(|(_, whole)| luhn::holds_ascii(whole.as_bytes()))
        .map(|(digit, _)| format!("{body}{digit}"))
        .unwrap()
}

fn digits(count: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(0u8..10, count)
        .prop_map(|digits| digits.iter().map(|d| char::from(b'0' + d)).collect())
}

fn any_siren() -> impl Strategy<Value = String> {
    digits(8).prop_map(|body| with_check_digit(&body))
}

fn any_siret() -> impl Strategy<Value = String> {
    digits(13).prop_map(|body| with_check_digit(&body))
}

fn any_rpps() -> impl Strategy<Value = String> {
    digits(10).prop_map(|body| with_check_digit(&body))
}

/// FINESS and ADELI share their shape.
fn any_lettered() -> impl Strategy<Value = String> {
    (0u8..10, "[0-9AB]", digits(6))
        .prop_map(|(first, second, rest)| with_check_digit(&format!("{first}{second}{rest}")))
}

fn any_local() -> impl Strategy<Value = String> {
    "[A-Za-z0-9._-]{1,40}"
}

fn any_structure() -> impl Strategy<Value = String> {
    prop_oneof![
        (any_lettered(), "[0-9]{1,5}").prop_map(|(id, order)| format!("0{id}{order}")),
        any_lettered().prop_map(|id| format!("1{id}")),
        any_siren().prop_map(|id| format!("2{id}")),
        any_siret().prop_map(|id| format!("3{id}")),
        (any_rpps(), "[0-9]{1,5}").prop_map(|(id, order)| format!("4{id}{order}")),
    ]
}

fn any_person() -> impl Strategy<Value = String> {
    prop_oneof![
        any_lettered().prop_map(|id| format!("0{id}")),
        any_rpps().prop_map(|id| format!("8{id}")),
        (any_lettered(), any_local()).prop_map(|(id, local)| format!("3{id}/{local}")),
        (any_siren(), any_local()).prop_map(|(id, local)| format!("4{id}/{local}")),
        (any_siret(), any_local()).prop_map(|(id, local)| format!("5{id}/{local}")),
        (any_rpps(), "[0-9]{1,5}", any_local())
            .prop_map(|(id, order, local)| format!("6{id}{order}/{local}")),
    ]
}

/// `text` as somebody types it: a separator before some characters, letters in lower case.
fn typed(text: &str, separators: &[u8]) -> String {
    let mut out = String::new();
    for (index, c) in text.chars().enumerate() {
        match separators.get(index % separators.len().max(1)) {
            Some(0) => out.push(' '),
            Some(1) => out.push('\u{a0}'),
            Some(2) => out.push('.'),
            Some(3) => out.push('\u{202f}'),
            Some(4) => out.push('-'),
            _ => {}
        }
        out.push(c.to_ascii_lowercase());
    }
    out.push(' ');
    out
}

fn wrong_digit(text: &str, at: usize, by: u8) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let digit = bytes[at].checked_sub(b'0').filter(|d| *d < 10)?;
    bytes[at] = b'0' + (digit + by) % 10;
    Some(String::from_utf8(bytes).unwrap())
}

fn swapped(text: &str, at: usize) -> String {
    let mut bytes = text.as_bytes().to_vec();
    bytes.swap(at, at + 1);
    String::from_utf8(bytes).unwrap()
}

macro_rules! number_laws {
    ($laws:ident, $type:ident, $any:expr) => {
        mod $laws {
            use super::*;
            proptest! {
                #[test]
                fn round_trip(text in $any) {
                    let value: $type = text.parse().unwrap();
                    prop_assert_eq!(value.as_str(), &text);
                    prop_assert_eq!(value.to_string(), text.clone());
                    prop_assert_eq!($type::normalise(&value.grouped().to_string()), Ok(value));
                    prop_assert_eq!(value.grouped().to_string().replace(' ', ""), text);
                }

                #[test]
                fn typing_does_not_change_the_value(text in $any, seps in prop::collection::vec(0u8..9, 1..20)) {
                    let value = $type::normalise(&typed(&text, &seps)).unwrap();
                    prop_assert_eq!(value.as_str(), &text);
                    // Idempotent: what came out goes in unchanged.
                    prop_assert_eq!($type::normalise(value.as_str()), Ok(value));
                }

                #[test]
                fn one_wrong_digit_is_always_caught(text in $any, at in 0usize..$type::LEN, by in 1u8..10) {
                    let Some(wrong) = wrong_digit(&text, at, by) else { return Ok(()) };
                    prop_assume!(!wrong.starts_with("356000000")); // La Poste has its own rule
                    prop_assert_eq!($type::parse(&wrong).unwrap_err().kind, IdErrorKind::CheckDigit);
                }

                #[test]
                fn neighbours_swapped_are_caught_but_0_and_9(text in $any, at in 0usize..$type::LEN - 1) {
                    let wrong = swapped(&text, at);
                    prop_assume!(wrong != text && !wrong.starts_with("356000000"));
                    let pair = &text[at..at + 2];
                    prop_assume!(pair.bytes().all(|byte| byte.is_ascii_digit()));
                    // Luhn cannot see 09 for 90: both halves weigh 9 in either place.
                    prop_assert_eq!($type::parse(&wrong).is_ok(), pair == "09" || pair == "90");
                }

                #[test]
                fn a_missing_or_added_digit_is_a_length(text in $any, digit in 0u8..10) {
                    let short = &text[..text.len() - 1];
                    let error = $type::parse(short).unwrap_err();
                    prop_assert_eq!(error.kind, IdErrorKind::Length { expected: $type::LEN, actual: short.len() });
                    prop_assert_eq!(error.position, short.len());
                    let error = $type::parse(&format!("{text}{digit}")).unwrap_err();
                    prop_assert_eq!(error.kind, IdErrorKind::Length { expected: $type::LEN, actual: text.len() + 1 });
                    prop_assert_eq!(error.position, text.len());
                }

                #[test]
                fn a_foreign_character_is_found_where_it_is(text in $any, at in 0usize..$type::LEN, c in "[^0-9AB]") {
                    let wrong: String = text.chars().enumerate().map(|(i, d)| if i == at { c.chars().next().unwrap() } else { d }).collect();
                    let error = $type::parse(&wrong).unwrap_err();
                    prop_assert_eq!((error.kind, error.position), (IdErrorKind::Character, at));
                }
            }
        }
    };
}

number_laws!(siren_laws, Siren, any_siren());
number_laws!(siret_laws, Siret, any_siret());
number_laws!(rpps_laws, Rpps, any_rpps());
number_laws!(finess_laws, Finess, any_lettered());
number_laws!(adeli_laws, Adeli, any_lettered());

proptest! {
    #[test]
    fn structures_round_trip(text in any_structure(), seps in prop::collection::vec(0u8..9, 1..20)) {
        let value: StructureId = text.parse().unwrap();
        prop_assert_eq!(value.to_string(), text.clone());
        prop_assert!(text.starts_with(value.prefix()));
        prop_assert_eq!(StructureId::normalise(&typed(&text, &seps)), Ok(value));
    }

    #[test]
    fn persons_round_trip(text in any_person()) {
        let value: PersonId = text.parse().unwrap();
        prop_assert_eq!(value.to_string(), text.clone());
        prop_assert!(text.starts_with(value.prefix()));
        prop_assert_eq!(value.local().is_some(), text.contains('/'));
        let typed = text.replacen('/', " / ", 1);
        prop_assert_eq!(PersonId::normalise(&format!("\u{a0}{typed} ")), Ok(value));
    }

    #[test]
    fn card_numbers_round_trip(issuer in prop::option::of("[0-9]{8,16}"), number in "[0-9]{8,16}") {
        let text = issuer.as_ref().map_or(number.clone(), |issuer| format!("{issuer}/{number}"));
        let value: CpxCardNumber = text.parse().unwrap();
        prop_assert_eq!(value.to_string(), text.clone());
        prop_assert_eq!(value.issuer(), issuer.as_deref());
        prop_assert_eq!(value.number(), &number);
        prop_assert_eq!(CpxCardNumber::normalise(&typed(&text, &[0, 9, 9])), Ok(value));
    }

    #[test]
    fn any_text_meets_the_fuzzed_law(text in "[0-9AB/ .\u{a0}x-]{0,50}") {
        fuzz::identifiers(text.as_bytes());
    }

    #[test]
    fn any_octets_meet_the_fuzzed_law(data in prop::collection::vec(any::<u8>(), 0..60)) {
        fuzz::identifiers(&data);
    }

    /// One rule in two registers: what FINESS takes, ADELI takes.
    #[test]
    fn finess_and_adeli_take_the_same_texts(text in "[0-9][0-9AB][0-9]{7}") {
        prop_assert_eq!(Finess::parse(&text).is_ok(), Adeli::parse(&text).is_ok());
    }
}

#[test]
fn la_poste_numbers_its_establishments_outside_luhn() {
    // The head office, which holds both rules.
    let head: Siret = "35600000000048".parse().unwrap();
    assert_eq!(head.siren().unwrap().as_str(), "356000000");
    assert_eq!(head.nic(), "00048");
    // A digit sum of 20 and no Luhn: taken for La Poste only.
    let by_sum = "35600000000123";
    assert!(!luhn::holds_ascii(by_sum.as_bytes()));
    assert!(by_sum.parse::<Siret>().is_ok());
    assert_eq!("35600000000124".parse::<Siret>().unwrap_err().kind, IdErrorKind::CheckDigit);
    assert_eq!("35600000100123".parse::<Siret>().unwrap_err().kind, IdErrorKind::CheckDigit);
}

#[test]
fn the_siren_within_a_siret_has_its_own_check_digit() {
    let siret = with_check_digit("1234567820001");
    assert_eq!(siret.parse::<Siret>().unwrap().siren(), "123456782".parse().ok());
    let odd = with_check_digit("1234567890001");
    assert_eq!(odd.parse::<Siret>().unwrap().siren(), None);
}

#[test]
fn corsica_and_test_letters() {
    for (text, test) in [("2A0000000", false), ("2B0000000", false), ("0B0000000", true)] {
        let finess = with_check_digit(&text[..8]).parse::<Finess>().unwrap();
        assert_eq!((finess.department(), finess.is_test()), (&text[..2], test));
    }
    // Either letter changes the check digit; A and B are told apart.
    let a = with_check_digit("2A000000");
    assert!(a.replace('A', "B").parse::<Finess>().is_err());
    // A letter elsewhere, or another letter.
    for (text, at) in [("A20000000", 0), ("2C0000000", 1), ("2a0000000", 1), ("20A000000", 2)] {
        let error = text.parse::<Finess>().unwrap_err();
        assert_eq!((error.kind, error.position), (IdErrorKind::Character, at), "{text}");
    }
}

#[test]
fn positions_count_bytes_of_what_was_given() {
    // The NBSP takes two bytes.
    let error = Siren::normalise("123\u{a0}45x 782").unwrap_err();
    assert_eq!((error.kind, error.position), (IdErrorKind::Character, 7));
    let error = Siren::normalise("123 456 783").unwrap_err();
    assert_eq!((error.kind, error.position), (IdErrorKind::CheckDigit, 10));
    let error = StructureId::normalise(" 2 123 456 78").unwrap_err();
    assert_eq!(error.kind, IdErrorKind::Length { expected: 9, actual: 8 });
    assert_eq!(error.position, 13);
    let error = Siren::parse("").unwrap_err();
    assert_eq!((error.kind, error.position), (IdErrorKind::Length { expected: 9, actual: 0 }, 0));
}

/// A page, a table or a word processor gives other spaces and hyphens than the keyboard.
#[test]
fn what_is_pasted_is_read_as_what_is_typed() {
    for separator in [
        "\u{2000}", "\u{2002}", "\u{2003}", "\u{2005}", "\u{2008}", "\u{200a}", "\u{205f}",
        "\u{3000}", "\u{200b}", "\u{feff}", "\u{2010}", "\u{2011}", "\u{2013}", "\n", "\r\n",
    ] {
        let text = ["", "123", "456", "782", ""].join(separator);
        assert_eq!(Siren::normalise(&text).map(|id| id.to_string()).as_deref(), Ok("123456782"));
        let text = ["", "2", "123456782"].join(separator);
        assert!(StructureId::normalise(&text).is_ok(), "{text:?}");
        let error = Siren::parse(&format!("123{separator}456782")).unwrap_err();
        assert_eq!((error.kind, error.position), (IdErrorKind::Character, 3));
    }
    // Digits of other scripts are no digits.
    for text in ["１23456782", "12345678２", "\u{0661}23456782", "12³456782"] {
        assert_eq!(Siren::normalise(text).unwrap_err().kind, IdErrorKind::Character, "{text}");
    }
}

#[test]
fn malformed_national_ids() {
    let structure =
        |text: &str| StructureId::parse(text).map_err(|e| (e.kind, e.position)).unwrap_err();
    assert_eq!(structure(""), (IdErrorKind::Prefix, 0));
    assert_eq!(structure("5123456782"), (IdErrorKind::Prefix, 0));
    assert_eq!(structure("é"), (IdErrorKind::Prefix, 0));
    assert_eq!(structure("2123456783"), (IdErrorKind::CheckDigit, 9));
    let rpps = with_check_digit("9900000000");
    assert_eq!(structure(&format!("4{rpps}")), (IdErrorKind::Local, 12));
    assert_eq!(structure(&format!("4{rpps}00a")), (IdErrorKind::Local, 14));
    assert_eq!(structure(&format!("4{rpps}000001")), (IdErrorKind::Local, 17));

    let person = |text: &str| PersonId::parse(text).map_err(|e| (e.kind, e.position)).unwrap_err();
    assert_eq!(person("1123456782"), (IdErrorKind::Prefix, 0));
    assert_eq!(person("4123456782"), (IdErrorKind::Local, 10));
    assert_eq!(person("4123456782/"), (IdErrorKind::Local, 11));
    assert_eq!(person("4123456782/a/b"), (IdErrorKind::Local, 12));
    assert_eq!(person(&format!("4123456782/{}", "x".repeat(41))), (IdErrorKind::Local, 51));
    assert!(PersonId::parse("4123456782/a").is_ok());
}

#[test]
fn card_numbers_say_when_their_shape_is_unusual() {
    assert!("0000000001/0000000002".parse::<CpxCardNumber>().unwrap().has_observed_shape());
    assert!("0000000002".parse::<CpxCardNumber>().unwrap().has_observed_shape());
    assert!(!"000000002".parse::<CpxCardNumber>().unwrap().has_observed_shape());
    for (text, kind, at) in [
        ("1234567", IdErrorKind::Length { expected: 10, actual: 7 }, 7),
        ("12345678901234567", IdErrorKind::Length { expected: 10, actual: 17 }, 16),
        ("0000000001/", IdErrorKind::Length { expected: 10, actual: 0 }, 11),
        ("0000000001/000000000x", IdErrorKind::Character, 20),
        ("0000000001/0000000002/3", IdErrorKind::Character, 21),
    ] {
        let error = text.parse::<CpxCardNumber>().unwrap_err();
        assert_eq!((error.kind, error.position), (kind, at), "{text}");
    }
}

#[test]
fn debug_shows_the_number_once() {
    let all: Vec<String> = [
        format!("{:?}", "123456782".parse::<Siren>().unwrap()),
        format!("{:?}", "2123456782".parse::<StructureId>().unwrap()),
    ]
    .into();
    assert_eq!(all, ["Siren(\"123456782\")", "Siren(Siren(\"123456782\"))"]);
}
