//! Files as OpenSSL writes them, told apart by what is in them.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use std::fs;

use igc_testkit::{Judge, TempDir, openssl, temp_dir};
use igc_x509::input::{self, InputKind};
use igc_x509::{Certificate, CertificationRequest, ErrorKind, pem};

/// Runs OpenSSL and gives the file it writes.
fn made(openssl: &Judge, folder: &TempDir, arguments: &str) -> Vec<u8> {
    let out = folder.path().join("out");
    let arguments = arguments.split(' ').chain(["-out", out.to_str().unwrap()]);
    openssl.accepts(arguments);
    fs::read(&out).unwrap()
}

fn kinds(file: &[u8]) -> Vec<InputKind> {
    input::read_any(file).unwrap().iter().map(|item| item.kind).collect()
}

#[test]
fn every_kind_in_pem_and_in_der() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    let keep = |name: &str, arguments: &str| {
        fs::write(folder.path().join(name), made(&openssl, &folder, arguments)).unwrap();
    };
    keep("rsa.pem", "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048");
    keep("ec.pem", "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256");
    fs::write(folder.path().join("index.txt"), "").unwrap();
    let config =
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\ndefault_md=sha256\ndefault_crl_days=6\n";
    fs::write(folder.path().join("crl.cnf"), config).unwrap();
    keep("leaf.pem", "req -x509 -key ec.pem -subj /CN=TEST -days 1");
    keep("csr.pem", "req -new -key ec.pem -subj /CN=TEST");
    keep("noname.pem", "req -new -key ec.pem -subj /");
    // CRL of version 1: no CRL extensions, no number.
    keep("crl.pem", "ca -gencrl -config crl.cnf -cert leaf.pem -keyfile ec.pem");
    for (arguments, kind) in [
        ("x509 -in leaf.pem", InputKind::Certificate),
        ("x509 -req -in csr.pem -signkey ec.pem -set_serial 0", InputKind::Certificate),
        ("x509 -req -in csr.pem -signkey ec.pem -set_serial 1", InputKind::Certificate),
        ("x509 -req -in noname.pem -signkey ec.pem -set_serial 0", InputKind::Certificate),
        ("req -in csr.pem", InputKind::CertificationRequest),
        ("req -in noname.pem", InputKind::CertificationRequest),
        ("crl -in crl.pem", InputKind::CertificateList),
        ("crl2pkcs7 -nocrl -certfile leaf.pem", InputKind::Pkcs7),
        ("crl2pkcs7 -in crl.pem", InputKind::Pkcs7),
        ("pkcs8 -topk8 -nocrypt -in rsa.pem", InputKind::Pkcs8Key),
        ("pkcs8 -topk8 -nocrypt -in ec.pem", InputKind::Pkcs8Key),
        ("pkcs8 -topk8 -passout pass:secret -in ec.pem", InputKind::EncryptedPkcs8Key),
        ("pkey -traditional -in rsa.pem", InputKind::Pkcs1Key),
        ("pkey -traditional -in ec.pem", InputKind::Sec1Key),
        ("pkey -pubout -in rsa.pem", InputKind::PublicKey),
        ("pkey -pubout -in ec.pem", InputKind::PublicKey),
    ] {
        for form in ["PEM", "DER"] {
            let file = made(&openssl, &folder, &format!("{arguments} -outform {form}"));
            assert_eq!(kinds(&file), [kind], "{arguments} {form}");
        }
    }
    let p12 = "pkcs12 -export -in leaf.pem -inkey ec.pem -passout pass:secret";
    assert_eq!(kinds(&made(&openssl, &folder, p12)), [InputKind::Pfx]);
    let noname = made(&openssl, &folder, "req -in noname.pem -outform DER");
    assert!(CertificationRequest::parse(&noname).unwrap().subject().is_empty());
}

/// OpenSSL's own label: what the certificate is trusted for stands behind it, outside any signature.
#[test]
fn a_trusted_certificate_is_the_certificate() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    fs::write(
        folder.path().join("key.pem"),
        made(&openssl, &folder, "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"),
    )
    .unwrap();
    let plain = made(&openssl, &folder, "req -x509 -key key.pem -subj /CN=TEST -days 1");
    fs::write(folder.path().join("leaf.pem"), &plain).unwrap();
    let trusted = made(&openssl, &folder, "x509 -in leaf.pem -trustout -addtrust clientAuth");
    assert!(trusted.starts_with(b"-----BEGIN TRUSTED CERTIFICATE"));
    let found = input::read_any(&trusted).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].contents.as_ref(), pem::decode(&plain).unwrap()[0].contents);
    Certificate::parse(&found[0].contents).unwrap();
}

/// A file cut short is not a file of an unknown kind; a text that begins with `0` is.
#[test]
fn der_cut_short_is_told() {
    let cut = [0x30, 0x82, 0x01, 0x00, 0x30, 0x00];
    for length in 2..=cut.len() {
        assert_eq!(input::read_any(&cut[..length]).unwrap_err().kind, ErrorKind::Truncated);
    }
    for text in ["0", "0123", "0\u{e9}", ""] {
        let error = input::read_any(text.as_bytes()).unwrap_err();
        assert_eq!(error.kind, ErrorKind::UnknownInput, "{text:?}");
    }
}
