//! OpenSSL as judge: it takes the keys and signatures made here; what it makes is read and verified here.

use crate::backends;
use igc_crypto::{
    KeyAlgorithm, KeyErrorKind, KeyKind, PrivateKey, SignatureAlgorithm, VerifyError,
};
use igc_testkit::{TempDir, openssl, temp_dir};
use igc_x509::{AlgorithmIdentifier, SubjectPublicKeyInfo};
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

#[test]
fn openssl_verifies_what_is_signed_here() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    fs::write(path(&folder, "message"), b"to be signed").unwrap();
    for (name, backend) in backends::all() {
        for key in crate::signing::keys() {
            fs::write(path(&folder, "key.pem"), key.to_pkcs8_pem().expose()).unwrap();
            openssl.accepts(["pkey", "-in", "key.pem", "-pubout", "-out", "public.pem"]);
            for (algorithm, digest) in [
                (SignatureAlgorithm::RsaSha256, "-sha256"),
                (SignatureAlgorithm::RsaSha384, "-sha384"),
                (SignatureAlgorithm::RsaSha512, "-sha512"),
                (SignatureAlgorithm::EcdsaP256Sha256, "-sha256"),
            ] {
                let Ok(signer) = backend.signing_key(key, algorithm) else { continue };
                fs::write(path(&folder, "signature"), signer.sign(b"to be signed").unwrap())
                    .unwrap();
                let said = openssl.accepts([
                    "dgst",
                    digest,
                    "-verify",
                    "public.pem",
                    "-signature",
                    "signature",
                    "message",
                ]);
                assert!(said.contains("Verified OK"), "{name} {algorithm:?}: {said}");
            }
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

/// One verification of what OpenSSL signed: the arguments that sign, our algorithm, and the answers of both rules.
struct Signed {
    key: &'static [&'static str],
    sign: &'static [&'static str],
    /// `AlgorithmIdentifier` in hexadecimal.
    algorithm: &'static str,
    current: Result<(), VerifyError>,
    legacy: Result<(), VerifyError>,
}

#[test]
fn what_openssl_signs_is_verified() {
    use VerifyError::{Legacy, Unsupported};
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    fs::write(path(&folder, "message"), b"to be signed").unwrap();
    let rsa = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"][..];
    let rsa_2047 = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2047"][..];
    let rsa_1024 = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"][..];
    // OpenSSL makes no modulus of 8k + 1 bits; it signs with one.
    let rsa_2049 = &[][..];
    let p521 = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"][..];
    let p384 = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"][..];
    let pss = "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500a203020120";
    let pss_20 = "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500a203020114";
    let sign_pss: &[&str] = &[
        "-rawin",
        "-digest",
        "sha256",
        "-pkeyopt",
        "rsa_padding_mode:pss",
        "-pkeyopt",
        "rsa_pss_saltlen:32",
    ];
    let sign_pss_20: &[&str] = &[
        "-rawin",
        "-digest",
        "sha256",
        "-pkeyopt",
        "rsa_padding_mode:pss",
        "-pkeyopt",
        "rsa_pss_saltlen:20",
    ];
    let cases = [
        Signed {
            key: rsa,
            sign: &["-rawin", "-digest", "sha256"],
            algorithm: "300d06092a864886f70d01010b0500",
            current: Ok(()),
            legacy: Ok(()),
        },
        // Parameters absent: read (RFC 4055 §5).
        Signed {
            key: rsa,
            sign: &["-rawin", "-digest", "sha384"],
            algorithm: "300b06092a864886f70d01010c",
            current: Ok(()),
            legacy: Ok(()),
        },
        Signed {
            key: rsa,
            sign: &["-rawin", "-digest", "sha1"],
            algorithm: "300d06092a864886f70d0101050500",
            current: Err(Legacy),
            legacy: Ok(()),
        },
        Signed {
            key: rsa_2047,
            sign: &["-rawin", "-digest", "sha256"],
            algorithm: "300d06092a864886f70d01010b0500",
            current: Err(Legacy),
            legacy: Ok(()),
        },
        Signed {
            key: rsa_1024,
            sign: &["-rawin", "-digest", "sha1"],
            algorithm: "300d06092a864886f70d0101050500",
            current: Err(Legacy),
            legacy: Ok(()),
        },
        Signed {
            key: rsa_1024,
            sign: &["-rawin", "-digest", "sha384"],
            algorithm: "300d06092a864886f70d01010c0500",
            current: Err(Legacy),
            legacy: Ok(()),
        },
        Signed { key: rsa, sign: sign_pss, algorithm: pss, current: Ok(()), legacy: Ok(()) },
        Signed { key: rsa, sign: sign_pss_20, algorithm: pss_20, current: Ok(()), legacy: Ok(()) },
        // Here EM is an octet shorter than the modulus (RFC 8017 §8.1.1).
        Signed { key: rsa_2049, sign: sign_pss, algorithm: pss, current: Ok(()), legacy: Ok(()) },
        Signed {
            key: p384,
            sign: &["-rawin", "-digest", "sha384"],
            algorithm: "300a06082a8648ce3d040303",
            current: Ok(()),
            legacy: Ok(()),
        },
        Signed {
            key: p521,
            sign: &["-rawin", "-digest", "sha512"],
            algorithm: "300a06082a8648ce3d040304",
            current: Ok(()),
            legacy: Ok(()),
        },
        Signed {
            key: p521,
            sign: &["-rawin", "-digest", "sha256"],
            algorithm: "300a06082a8648ce3d040302",
            current: Err(Unsupported),
            legacy: Err(Unsupported),
        },
        // Parameters must be absent (RFC 5758 §3.2).
        Signed {
            key: p384,
            sign: &["-rawin", "-digest", "sha384"],
            algorithm: "300c06082a8648ce3d0403030500",
            current: Err(Unsupported),
            legacy: Err(Unsupported),
        },
        Signed {
            key: &["-algorithm", "ED25519"],
            sign: &["-rawin"],
            algorithm: "300506032b6570",
            current: Ok(()),
            legacy: Ok(()),
        },
    ];
    for Signed { key, sign, algorithm, current, legacy } in cases {
        if key.is_empty() {
            fs::write(path(&folder, "key.pem"), odd_sized_key()).unwrap();
        } else {
            openssl.accepts(["genpkey", "-out", "key.pem"].iter().chain(key));
        }
        openssl
            .accepts(["pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "spki.der"]);
        openssl.accepts(
            ["pkeyutl", "-sign", "-inkey", "key.pem", "-in", "message", "-out", "signature"]
                .iter()
                .chain(sign),
        );
        let spki = fs::read(path(&folder, "spki.der")).unwrap();
        let signature = fs::read(path(&folder, "signature")).unwrap();
        let spki = SubjectPublicKeyInfo::parse(&spki).unwrap();
        let der: Vec<u8> = (0..algorithm.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&algorithm[at..at + 2], 16).unwrap())
            .collect();
        let parsed = AlgorithmIdentifier::parse(&der).unwrap();
        for (name, backend) in backends::all() {
            assert_eq!(
                backend.verify(&parsed, &spki, b"to be signed", &signature),
                current,
                "{name} {key:?} {sign:?}"
            );
        }
        for (name, backend) in backends::legacy() {
            let what = format!("{name} legacy {key:?} {sign:?}");
            assert_eq!(
                backend.verify(&parsed, &spki, b"to be signed", &signature),
                legacy,
                "{what}"
            );
            let expected = legacy.and(Err(VerifyError::Invalid));
            assert_eq!(
                backend.verify(&parsed, &spki, b"to be singed", &signature),
                expected,
                "{what}"
            );
        }
    }
}

/// An RSA key of 2049 bits in PEM.
fn odd_sized_key() -> Vec<u8> {
    use pkcs8::EncodePrivateKey as _;
    let mut rng = rand_core::UnwrapErr(getrandom::SysRng);
    let key = rsa::RsaPrivateKey::new(&mut rng, 2049).unwrap();
    let key = PrivateKey::from_der(key.to_pkcs8_der().unwrap().as_bytes()).unwrap();
    assert_eq!(key.algorithm(), KeyAlgorithm::Rsa { bits: 2049 });
    key.to_pkcs8_pem().expose().to_vec()
}
