use alloc::string::ToString;

use super::*;
use crate::oid;

fn cn(kind: StringKind, text: &str) -> NameBuf {
    NameBuf::new().attribute(oid::ID_AT_COMMON_NAME, kind, text).unwrap()
}

#[test]
fn escapes_of_rfc_4514() {
    for (text, shown) in [
        ("James \"Jim\" Smith, III", "CN=James \\\"Jim\\\" Smith\\, III"),
        ("#1", "CN=\\#1"),
        (" a ", "CN=\\ a\\ "),
        ("a\rb", "CN=a\\0Db"),
        ("Lučić", "CN=Lučić"),
        ("1/A;B", "CN=1/A\\;B"),
        ("x\u{202e}y", "CN=x\\E2\\80\\AEy"),
    ] {
        assert_eq!(cn(StringKind::Utf8, text).as_name().rfc4514().to_string(), shown);
    }
}

#[test]
fn unknown_types_are_dotted_with_hexadecimal() {
    let oid: crate::OidBuf = "1.2.250.1.999".parse().unwrap();
    let name = NameBuf::new().attribute(oid.as_oid(), StringKind::Utf8, "AB").unwrap();
    assert_eq!(name.as_name().rfc4514().to_string(), "1.2.250.1.999=#0c024142");
}

#[test]
fn same_name_whatever_the_type_case_and_spaces() {
    let a = cn(StringKind::Printable, "Hopital  Fictif ");
    assert!(a.as_name().matches(&cn(StringKind::Utf8, "hopital fictif").as_name()));
    assert!(a.as_name().matches(&cn(StringKind::Bmp, "HOPITAL FICTIF").as_name()));
    assert!(!a.as_name().matches(&cn(StringKind::Utf8, "hopitalfictif").as_name()));
    assert!(cn(StringKind::Utf8, "ÉTÉ").as_name().matches(&cn(StringKind::Utf8, "été").as_name()));
}

#[test]
fn sets_compare_as_multisets() {
    let gn = (oid::ID_AT_GIVEN_NAME, StringKind::Utf8, "A");
    let sn = (oid::ID_AT_SURNAME, StringKind::Utf8, "B");
    let name = |list: &[_]| NameBuf::new().rdn(list).unwrap();
    assert_eq!(name(&[gn, sn]), name(&[sn, gn]));
    assert!(!name(&[gn, gn]).as_name().matches(&name(&[gn, sn]).as_name()));
    assert!(!name(&[gn]).as_name().matches(&name(&[gn, gn]).as_name()));
}

#[test]
fn an_underscore_is_not_printable() {
    let error = NameBuf::new()
        .attribute(oid::ID_AT_COMMON_NAME, StringKind::Printable, "Client_TEST")
        .unwrap_err();
    assert_eq!((error.kind, error.position), (ErrorKind::StringContents, 6));
    // SEQUENCE { SET { SEQUENCE { commonName, PrintableString "A_" } } }
    let der = [0x30, 13, 0x31, 11, 0x30, 9, 0x06, 3, 0x55, 4, 3, 0x13, 2, b'A', b'_'];
    let name = Name::parse(&der).unwrap();
    let attribute = name.attributes().next().unwrap();
    assert_eq!(attribute.text().unwrap(), "A_");
    assert!(!attribute.is_conforming());
}
