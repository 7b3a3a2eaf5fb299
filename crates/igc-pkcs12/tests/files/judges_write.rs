//! What other programs write, we open.

use std::fs;

use igc_pkcs12::{PairedBy, Warning};
use igc_testkit::{Key, judge, keytool, openssl};

use igc_x509::oid;

use super::fixture::{Fixture, code, open};
use super::hostile::{bag, certificate_bag, file_of, replaced};

const PASSWORD: &str = "Mot de passe +!$ 2026";

#[test]
fn openssl_in_all_its_ways() {
    let ways: [&[&str]; 16] = [
        &[],
        &["-legacy"],
        &["-legacy", "-descert"],
        &["-nomac"],
        &["-keypbe", "AES-128-CBC", "-certpbe", "AES-192-CBC"],
        &["-macalg", "sha1"],
        &["-macalg", "sha224"],
        &["-macalg", "sha384"],
        &["-macalg", "sha512"],
        &["-certpbe", "NONE"],
        &["-keypbe", "NONE"],
        &["-certpbe", "NONE", "-keypbe", "NONE"],
        &["-keypbe", "PBE-SHA1-2DES", "-certpbe", "PBE-SHA1-3DES"],
        &["-legacy", "-keypbe", "PBE-SHA1-RC2-128", "-certpbe", "PBE-SHA1-RC2-128"],
        &["-iter", "10000", "-maciter"],
        &["-name", "clé de test", "-caname", "AC"],
    ];
    let Some(fixture) = Fixture::new(Key::P256) else { return };
    for way in ways {
        for password in [PASSWORD, "", "motdépassé€"] {
            let file = fs::read(fixture.chain.pkcs12(password, way)).unwrap();
            let opened = open(&file, password).unwrap_or_else(|error| panic!("{way:?}: {error}"));
            fixture.assert_is(&opened);
            assert_eq!(opened.identities[0].paired_by, PairedBy::LocalKeyIdAndPublicKey);
            let warns = |test: fn(&Warning) -> bool| opened.warnings.iter().any(test);
            assert_eq!(warns(|w| matches!(w, Warning::NoMac)), way.contains(&"-nomac"));
            let clear_key = way.windows(2).any(|pair| pair == ["-keypbe", "NONE"]);
            assert_eq!(warns(|w| matches!(w, Warning::KeyInClear { .. })), clear_key);
            let refused = code(open(&file, "another"));
            // Where nothing is encrypted only the MAC speaks, and it is enough to refuse.
            assert_eq!(refused, "p12.password.wrong", "{way:?}");
        }
    }
}

#[test]
fn openssl_keys_only_and_certificates_only() {
    let Some(fixture) = Fixture::new(Key::Rsa2048) else { return };
    let openssl = openssl().unwrap().in_dir(fixture.chain.path(""));
    let export = ["pkcs12", "-export", "-passout", "pass:secret", "-out", "part.p12"];
    let _ = openssl.accepts(export.iter().chain(&["-nocerts", "-inkey", "leaf.key"]));
    let opened = open(&fixture.chain.read("part.p12"), "secret").unwrap();
    assert_eq!((opened.keys.len(), opened.certificates.len(), opened.identities.len()), (1, 0, 0));
    assert!(opened.warnings.contains(&Warning::KeyWithoutCertificate { key: 0 }));

    let _ = openssl.accepts(export.iter().chain(&["-nokeys", "-in", "chain.pem"]));
    let opened = open(&fixture.chain.read("part.p12"), "secret").unwrap();
    assert_eq!((opened.keys.len(), opened.certificates.len()), (0, 2));
}

/// `openssl pkcs12` cannot write scrypt; `openssl pkcs8` can, and its key makes a bag.
#[test]
fn openssl_keys_under_scrypt_and_within_its_memory() {
    let Some(fixture) = Fixture::new(Key::P256) else { return };
    let openssl = openssl().unwrap().in_dir(fixture.chain.path(""));
    let to_scrypt = ["pkcs8", "-topk8", "-in", "leaf.key", "-outform", "DER", "-out", "scrypt.der"];
    let _ = openssl.accepts(to_scrypt.iter().chain(&[
        "-passout",
        "pass:secret",
        "-scrypt",
        "-scrypt_N",
        "16384",
    ]));
    let modest = fixture.chain.read("scrypt.der");
    // N = 2^14 becomes 2^22: four gigabytes.
    let at = modest.windows(4).position(|window| window == [0x02, 0x02, 0x40, 0x00]).unwrap();
    let huge = replaced(&modest, at, 4, &[0x02, 0x03, 0x40, 0x00, 0x00]);
    for (shrouded, expected) in [(modest, "opened"), (huge, "p12.budget.memory")] {
        let file = file_of(&[
            bag(oid::PKCS8_SHROUDED_KEY_BAG, &shrouded, None),
            certificate_bag(&fixture.certificates[0], None),
        ]);
        let opened = open(&file, "secret");
        if let Ok(opened) = &opened {
            assert_eq!(opened.identities[0].paired_by, PairedBy::PublicKey);
        }
        assert_eq!(code(opened), expected);
        if expected == "opened" {
            assert_eq!(code(open(&file, "another")), "p12.password.wrong");
        }
    }
}

#[test]
fn keytool_keys_secrets_and_trusted_certificates() {
    let Some(keytool) = keytool() else { return };
    let Some(fixture) = Fixture::new(Key::Rsa2048) else { return };
    let keytool = keytool.in_dir(fixture.chain.path(""));
    let store =
        ["-keystore", "java.p12", "-storetype", "PKCS12", "-storepass", "changeit", "-noprompt"];
    let run = |arguments: &[&str]| drop(keytool.accepts(arguments.iter().chain(&store)));
    run(&[
        "-genkeypair",
        "-alias",
        "un",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-dname",
        "CN=UN TEST",
    ]);
    run(&[
        "-genkeypair",
        "-alias",
        "deux",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=DEUX TEST",
    ]);
    run(&["-genseckey", "-alias", "trois", "-keyalg", "AES", "-keysize", "256"]);
    run(&["-importcert", "-alias", "racine", "-file", "root.pem"]);

    let opened = open(&fixture.chain.read("java.p12"), "changeit").unwrap();
    assert_eq!((opened.keys.len(), opened.secrets.len(), opened.identities.len()), (2, 1, 2));
    let mut names: Vec<String> =
        opened.keys.iter().map(|key| key.attributes.friendly_name().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["deux", "un"]);
    let trusted: Vec<&Vec<u8>> = opened
        .certificates
        .iter()
        .filter(|certificate| certificate.attributes.is_java_trusted())
        .map(|certificate| &certificate.der)
        .collect();
    assert_eq!(trusted, [&fixture.certificates[2]]);
    for identity in &opened.identities {
        assert_eq!(identity.paired_by, PairedBy::LocalKeyIdAndPublicKey);
    }
}

#[test]
fn keytool_in_the_way_of_java_8() {
    let Some(keytool) = keytool() else { return };
    let Some(fixture) = Fixture::new(Key::Rsa2048) else { return };
    let source = fixture.chain.pkcs12("changeit", &["-name", "un"]);
    let out = fixture.chain.path("java8.p12");
    let _ = keytool.accepts([
        "-J-Dkeystore.pkcs12.legacy",
        "-importkeystore",
        "-noprompt",
        "-srckeystore",
        &source.display().to_string(),
        "-srcstorepass",
        "changeit",
        "-destkeystore",
        &out.display().to_string(),
        "-deststoretype",
        "PKCS12",
        "-deststorepass",
        "changeit",
    ]);
    let opened = open(&fs::read(out).unwrap(), "changeit").unwrap();
    fixture.assert_is(&opened);
    assert!(opened.warnings.iter().any(|warning| matches!(warning, Warning::Legacy { .. })));
}

#[test]
fn python_best_available() {
    let Some(python) = judge("python3") else { return };
    if !python.run(["-c", "import cryptography"]).success() {
        let _ = igc_testkit::skip::<()>("python has no cryptography");
        return;
    }
    let Some(fixture) = Fixture::new(Key::P256) else { return };
    let script = "
import sys
from cryptography.hazmat.primitives.serialization import pkcs12, BestAvailableEncryption, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificate as cert
read = lambda name: open(sys.argv[1] + '/' + name, 'rb').read()
key = load_pem_private_key(read('leaf.key'), None)
out = pkcs12.serialize_key_and_certificates('clé'.encode(), key, cert(read('leaf.pem')),
    [cert(read('aci.pem')), cert(read('root.pem'))], BestAvailableEncryption(sys.argv[2].encode()))
open(sys.argv[1] + '/python.p12', 'wb').write(out)";
    let folder = fixture.chain.path("");
    let _ = python.accepts(["-c", script, &folder.display().to_string(), PASSWORD]);
    fixture.assert_is(&open(&fixture.chain.read("python.p12"), PASSWORD).unwrap());
}
