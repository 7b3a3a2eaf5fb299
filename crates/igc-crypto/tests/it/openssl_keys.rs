//! OpenSSL as judge of keys: it takes those made here, and those it makes are read here.

use crate::backends;
use igc_crypto::{KeyAlgorithm, KeyErrorKind, KeyKind, PrivateKey};
use igc_testkit::{TempDir, openssl, temp_dir};
use std::fs;
use std::path::PathBuf;

fn path(folder: &TempDir, name: &str) -> PathBuf {
    folder.path().join(name)
}

#[test]
fn openssl_takes_the_keys_made_here() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    for (name, backend) in backends::all() {
        for kind in [KeyKind::Rsa2048, KeyKind::Rsa3072, KeyKind::P256] {
            let key = backend.generate(kind).unwrap();
            fs::write(path(&folder, "key.pem"), key.to_pkcs8_pem().expose()).unwrap();
            fs::write(path(&folder, "key.der"), key.pkcs8_der()).unwrap();
            for form in ["pem", "der"] {
                let file = format!("key.{form}");
                let said =
                    openssl.accepts(["pkey", "-check", "-noout", "-inform", form, "-in", &file]);
                assert!(said.contains("Key is valid"), "{name} {kind:?}: {said}");
            }
            openssl.accepts([
                "pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "spki.der",
            ]);
            assert_eq!(
                fs::read(path(&folder, "spki.der")).unwrap(),
                key.public_key_der(),
                "{name} {kind:?}"
            );
            openssl.accepts(["pkey", "-in", "key.pem", "-out", "again.pem"]);
            assert_eq!(
                fs::read(path(&folder, "again.pem")).unwrap(),
                key.to_pkcs8_pem().expose(),
                "{name} {kind:?}"
            );
        }
    }
}

/// Every form OpenSSL writes a key in is read as the same key.
#[test]
fn what_openssl_makes_is_read() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    for (arguments, expected) in [
        (
            &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"][..],
            KeyAlgorithm::Rsa { bits: 2048 },
        ),
        (
            &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2050"],
            KeyAlgorithm::Rsa { bits: 2050 },
        ),
        (
            &[
                "-algorithm",
                "RSA",
                "-pkeyopt",
                "rsa_keygen_bits:1024",
                "-pkeyopt",
                "rsa_keygen_pubexp:3",
            ],
            KeyAlgorithm::Rsa { bits: 1024 },
        ),
        (&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], KeyAlgorithm::P256),
        (&["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"], KeyAlgorithm::P384),
    ] {
        openssl.accepts(["genpkey", "-out", "key.pem"].iter().chain(arguments));
        openssl
            .accepts(["pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "spki.der"]);
        openssl.accepts(["pkey", "-in", "key.pem", "-traditional", "-out", "old.pem"]);
        openssl.accepts([
            "pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-outform", "DER", "-out", "key.der",
        ]);
        openssl.accepts([
            "pkey",
            "-in",
            "key.pem",
            "-traditional",
            "-outform",
            "DER",
            "-out",
            "old.der",
        ]);
        let spki = fs::read(path(&folder, "spki.der")).unwrap();
        let pkcs8 = fs::read(path(&folder, "key.der")).unwrap();
        for file in ["key.pem", "old.pem", "key.der", "old.der"] {
            let bytes = fs::read(path(&folder, file)).unwrap();
            let key = PrivateKey::from_bytes(&bytes)
                .unwrap_or_else(|error| panic!("{file} {expected:?}: {error}"));
            assert_eq!(key.algorithm(), expected, "{file}");
            assert_eq!(key.public_key_der(), spki, "{file} {expected:?}");
            assert!(key.pkcs8_der() == pkcs8, "{file} {expected:?}");
            // Windows line ends, text around, and lines of another length.
            if let Ok(text) = core::str::from_utf8(&bytes) {
                let body: String = text.lines().filter(|line| !line.starts_with("---")).collect();
                let label = if text.contains("RSA PRIVATE") {
                    "RSA PRIVATE KEY"
                } else if text.contains("EC PRIVATE") {
                    "EC PRIVATE KEY"
                } else {
                    "PRIVATE KEY"
                };
                for other in [
                    text.replace('\n', "\r\n"),
                    format!("Bag Attributes\n    localKeyID: 01\n{text}\nafter\n"),
                    format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----"),
                ] {
                    let again = PrivateKey::from_bytes(other.as_bytes())
                        .unwrap_or_else(|error| panic!("{other}: {error}"));
                    assert_eq!(again.public_key_der(), spki);
                }
            }
        }
    }
}

/// `ecparam -genkey` writes the curve in a block of its own before the key.
#[test]
fn parameters_before_a_key_are_passed_over() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    openssl.accepts(["ecparam", "-name", "prime256v1", "-genkey", "-out", "key.pem"]);
    let pem = fs::read(path(&folder, "key.pem")).unwrap();
    assert!(pem.starts_with(b"-----BEGIN EC PARAMETERS"));
    assert_eq!(PrivateKey::from_bytes(&pem).unwrap().kind(), Some(KeyKind::P256));
}

/// The private key may carry its public key in compressed form (SEC 1 §2.3.3, RFC 5915 §3).
#[test]
fn a_compressed_point_beside_the_private_key_is_read() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    for curve in ["prime256v1", "secp384r1"] {
        openssl.accepts(["ecparam", "-name", curve, "-genkey", "-noout", "-out", "key.pem"]);
        openssl.accepts(["ec", "-in", "key.pem", "-conv_form", "compressed", "-out", "short.pem"]);
        openssl.accepts(["pkcs8", "-topk8", "-nocrypt", "-in", "short.pem", "-out", "short8.pem"]);
        let read = |file| PrivateKey::from_bytes(&fs::read(path(&folder, file)).unwrap());
        let key = read("key.pem").unwrap();
        for file in ["short.pem", "short8.pem"] {
            let short = read(file).unwrap_or_else(|error| panic!("{curve} {file}: {error}"));
            assert_eq!(short.public_key_der(), key.public_key_der(), "{curve} {file}");
            for (name, backend) in backends::all() {
                let signature = backend.usual_signing_key(&short).unwrap().sign(b"m");
                assert!(signature.is_ok(), "{name} {curve} {file}");
            }
        }
    }
}

#[test]
fn what_is_not_taken_is_told_apart() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    let kind = |bytes: &[u8]| PrivateKey::from_bytes(bytes).map(|_| ()).unwrap_err().kind;
    openssl.accepts([
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-out",
        "key.pem",
    ]);
    openssl.accepts([
        "pkey",
        "-in",
        "key.pem",
        "-aes256",
        "-passout",
        "pass:secret",
        "-out",
        "pkcs8.pem",
    ]);
    openssl.accepts([
        "pkcs8",
        "-topk8",
        "-in",
        "key.pem",
        "-outform",
        "DER",
        "-passout",
        "pass:secret",
        "-out",
        "pkcs8.der",
    ]);
    openssl.accepts([
        "ec",
        "-in",
        "key.pem",
        "-aes256",
        "-passout",
        "pass:secret",
        "-out",
        "old.pem",
    ]);
    for file in ["pkcs8.pem", "pkcs8.der", "old.pem"] {
        assert_eq!(
            kind(&fs::read(path(&folder, file)).unwrap()),
            KeyErrorKind::Encrypted,
            "{file}"
        );
    }
    for (arguments, expected) in [
        (&["-algorithm", "ED25519"][..], KeyErrorKind::Unsupported),
        (
            &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
            KeyErrorKind::Unsupported,
        ),
        (
            &[
                "-algorithm",
                "EC",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-pkeyopt",
                "ec_param_enc:explicit",
            ],
            KeyErrorKind::Unsupported,
        ),
        (&["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:512"], KeyErrorKind::Unsupported),
        (
            &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_pubexp:1208925819614629174706189"],
            KeyErrorKind::Unsupported,
        ),
        (
            &[
                "-algorithm",
                "RSA",
                "-pkeyopt",
                "rsa_keygen_bits:2048",
                "-pkeyopt",
                "rsa_keygen_primes:3",
            ],
            KeyErrorKind::Unsupported,
        ),
        (&["-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"], KeyErrorKind::Unsupported),
    ] {
        openssl.accepts(["genpkey", "-out", "other.pem"].iter().chain(arguments));
        assert_eq!(kind(&fs::read(path(&folder, "other.pem")).unwrap()), expected, "{arguments:?}");
    }
    openssl.accepts(["pkey", "-in", "key.pem", "-pubout", "-out", "public.pem"]);
    assert_eq!(kind(&fs::read(path(&folder, "public.pem")).unwrap()), KeyErrorKind::NoPem);
}
