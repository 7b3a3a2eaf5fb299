use alloc::{format, string::String};

use super::*;

const ONE: &str = "-----BEGIN X-----\nAQID\n-----END X-----\n";

fn fault(text: &str) -> (ErrorKind, usize) {
    let error = decode(text.as_bytes()).unwrap_err();
    (error.kind, error.position)
}

#[test]
fn text_around_line_ends_blanks_and_glued_blocks() {
    for text in [
        String::from(ONE),
        format!("Certificate:\n  Data: -----\n{ONE}trailer"),
        ONE.replace('\n', "\r\n"),
        ONE.replace('\n', "\r"),
        format!("\u{feff}{ONE}"),
        String::from("-----BEGIN X-----AQID-----END X-----"),
        String::from("-----BEGIN X-----\n A Q\n\n\tID\n-----END X-----"),
    ] {
        let found = decode(text.as_bytes()).unwrap();
        assert_eq!((found.len(), found[0].label), (1, "X"), "{text}");
        assert_eq!(found[0].contents, [1, 2, 3]);
    }
    // Two files of a Windows editor, one after the other.
    let files = format!("\u{feff}{ONE}\u{feff}{ONE}\r\n\u{feff}{ONE}");
    assert_eq!(decode(files.as_bytes()).unwrap().len(), 3);
    let glued = "-----BEGIN X-----\nAQID\n-----END X----------BEGIN Y-----\nAQ==\n-----END Y-----";
    let found = decode(glued.as_bytes()).unwrap();
    assert_eq!((found[0].label, found[1].label, found[1].position), ("X", "Y", 38));
    assert_eq!(found[1].contents, [1]);
}

#[test]
fn faults_are_told_with_their_place() {
    assert_eq!(fault("nothing"), (ErrorKind::PemMissing, 0));
    assert_eq!(fault("--\n-----BEGIN X-----\nAQID\n"), (ErrorKind::PemUnterminated, 3));
    assert_eq!(fault("-----BEGIN X-----\nAQ-----BEGIN X-----"), (ErrorKind::PemUnterminated, 20));
    assert_eq!(fault("-----BEGIN X-----\nAQID\n-----END Y-----"), (ErrorKind::PemLabel, 32));
    assert_eq!(fault("-----BEGIN X"), (ErrorKind::PemLabel, 11));
    assert_eq!(fault("-----BEGIN X-----\nA!ID\n-----END X-----"), (ErrorKind::PemBase64, 19));
    assert_eq!(fault("-----BEGIN X-----\nAQI\n-----END X-----"), (ErrorKind::PemBase64, 22));
    assert_eq!(fault("-----BEGIN X-----\nAR==\n-----END X-----"), (ErrorKind::PemBase64, 23));
    assert_eq!(fault("-----BEGIN X-----\nA=Q=\n-----END X-----"), (ErrorKind::PemBase64, 19));
    assert_eq!(
        fault("-----BEGIN X-----\nProc-Type: 4,ENCRYPTED\n\nAQID\n-----END X-----"),
        (ErrorKind::PemHeader, 27)
    );
}

#[test]
fn a_mark_inside_a_line_is_text() {
    assert_eq!(fault("#-----BEGIN X-----\nAQID\n-----END X-----"), (ErrorKind::PemMissing, 0));
    let text = format!("see -----BEGIN X----- below\n  {ONE}");
    assert_eq!(decode(text.as_bytes()).unwrap()[0].position, 30);
}

#[test]
fn every_symbol_and_every_length() {
    let octets: Vec<u8> = (0..=255).chain(0..=255).collect();
    for length in 0..octets.len() {
        let text = encode("X", &octets[..length]);
        assert_eq!(decode(text.as_bytes()).unwrap()[0].contents, octets[..length]);
        assert!(text.lines().all(|line| line.len() <= 64));
    }
    assert!(encode("X", &octets).contains("+fr7/P3+/w"));
}

#[test]
fn contents_are_not_shown() {
    let found = decode(ONE.as_bytes()).unwrap();
    assert_eq!(format!("{:?}", found[0]), "PemBlock { label: \"X\", position: 0, .. }");
}
