//! OpenSSL as judge of signatures: it takes what is signed here, and what it signs is verified here.

use crate::backends;
use igc_crypto::{KeyAlgorithm, PrivateKey, SignatureAlgorithm, VerifyError};
use igc_testkit::{TempDir, openssl, temp_dir};
use igc_x509::encode::{bit_string, oid as oid_der, sequence};
use igc_x509::{AlgorithmIdentifier, SubjectPublicKeyInfo, oid};
use std::fs;
use std::path::PathBuf;

fn path(folder: &TempDir, name: &str) -> PathBuf {
    folder.path().join(name)
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
    let pss = PSS_SHA256_SALT_32;
    let pss_20 = PSS_SHA256_SALT_20;
    let sign_pss = SIGN_PSS;
    let sign_pss_20 = SIGN_PSS_20;
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
        let der = unhex(algorithm);
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

/// A key whose own algorithm is RSASSA-PSS signs with that only, with its hashes and at least its salt (RFC 4055 §3.3).
#[test]
fn what_a_pss_key_says_is_kept_to() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let openssl = openssl.in_dir(folder.path());
    fs::write(path(&folder, "message"), b"to be signed").unwrap();
    openssl.accepts(["genpkey", "-algorithm", "RSA", "-out", "key.pem"]);
    openssl.accepts(["pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "spki.der"]);
    let plain = fs::read(path(&folder, "spki.der")).unwrap();
    let key = SubjectPublicKeyInfo::parse(&plain).unwrap().subject_public_key;
    let unrestricted = sequence(&[oid_der(oid::RSASSA_PSS)]);
    let sha256_salt_32 = unhex(PSS_SHA256_SALT_32);
    for (own, pss_20, pkcs1) in [
        (unrestricted, Ok(()), Err(VerifyError::Invalid)),
        (sha256_salt_32, Err(VerifyError::Invalid), Err(VerifyError::Invalid)),
    ] {
        let spki = sequence(&[own, bit_string(key)]);
        let spki = SubjectPublicKeyInfo::parse(&spki).unwrap();
        for (sign, algorithm, expected) in [
            (SIGN_PSS, PSS_SHA256_SALT_32, Ok(())),
            (SIGN_PSS_20, PSS_SHA256_SALT_20, pss_20),
            (&["-rawin", "-digest", "sha256"][..], "300d06092a864886f70d01010b0500", pkcs1),
        ] {
            let arguments =
                ["pkeyutl", "-sign", "-inkey", "key.pem", "-in", "message", "-out", "signature"];
            openssl.accepts(arguments.iter().chain(sign));
            let signature = fs::read(path(&folder, "signature")).unwrap();
            let der = unhex(algorithm);
            let parsed = AlgorithmIdentifier::parse(&der).unwrap();
            for (name, backend) in backends::all() {
                let got = backend.verify(&parsed, &spki, b"to be signed", &signature);
                assert_eq!(got, expected, "{name} {sign:?}");
            }
        }
    }
}

const SIGN_PSS: &[&str] = &[
    "-rawin",
    "-digest",
    "sha256",
    "-pkeyopt",
    "rsa_padding_mode:pss",
    "-pkeyopt",
    "rsa_pss_saltlen:32",
];
const SIGN_PSS_20: &[&str] = &[
    "-rawin",
    "-digest",
    "sha256",
    "-pkeyopt",
    "rsa_padding_mode:pss",
    "-pkeyopt",
    "rsa_pss_saltlen:20",
];

/// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 octets, then of 20 (RFC 4055 §3.1).
const PSS_SHA256_SALT_32: &str = "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500a203020120";
const PSS_SHA256_SALT_20: &str = "304106092a864886f70d01010a3034a00f300d06096086480165030402010500a11c301a06092a864886f70d010108300d06096086480165030402010500a203020114";

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}
