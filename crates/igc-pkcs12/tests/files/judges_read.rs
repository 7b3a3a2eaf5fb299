//! What we write, other programs open.

use std::{fs, path::PathBuf};

use igc_pkcs12::PackProfile;
use igc_testkit::{Key, MutualTls, Nginx, curl, java_tls_client, judge, keytool, node, openssl};

use super::fixture::Fixture;

const PASSWORD: &str = "Mot de passe +!$ 2026";

/// The profiles that software without RFC 9579 must open.
const EVERYWHERE: [PackProfile; 2] = [PackProfile::IGC_SANTE, PackProfile::MODERN];

fn written(fixture: &Fixture, profile: &PackProfile, password: &str) -> PathBuf {
    let path = fixture.chain.path(&format!("ours-{}.p12", profile.name));
    fs::write(&path, fixture.pack(profile, password)).unwrap();
    path
}

#[test]
fn openssl_opens_both_without_legacy() {
    for kind in [Key::Rsa2048, Key::P256] {
        let Some(fixture) = Fixture::new(kind) else { return };
        let openssl = openssl().unwrap().in_dir(fixture.chain.path(""));
        for profile in EVERYWHERE {
            for password in [PASSWORD, "", "motdépassé€"] {
                let file = written(&fixture, &profile, password).display().to_string();
                let pass = format!("pass:{password}");
                let pem = openssl.accepts(["pkcs12", "-in", &file, "-passin", &pass, "-nodes"]);
                assert_eq!(pem.matches("BEGIN CERTIFICATE").count(), 3);
                // Without -clcerts all come; with it, only the one that the localKeyID marks as the key's.
                let own = openssl
                    .accepts(["pkcs12", "-in", &file, "-passin", &pass, "-nokeys", "-clcerts"]);
                assert_eq!(own.matches("BEGIN CERTIFICATE").count(), 1);
                assert!(own.contains("CN = Client_TEST"), "{own}");
                fs::write(fixture.chain.path("ours.key"), &pem).unwrap();
                let ours = openssl.accepts(["pkey", "-in", "ours.key", "-pubout"]);
                assert_eq!(ours, openssl.accepts(["x509", "-in", "leaf.pem", "-pubkey", "-noout"]));
                let _ =
                    openssl.refuses(["pkcs12", "-in", &file, "-passin", "pass:another", "-nodes"]);
            }
        }
    }
}

#[test]
fn keytool_lists_the_key_with_its_chain() {
    let Some(keytool) = keytool() else { return };
    let Some(fixture) = Fixture::new(Key::Rsa2048) else { return };
    for profile in EVERYWHERE {
        let file = written(&fixture, &profile, PASSWORD).display().to_string();
        let list =
            ["-list", "-v", "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", &file];
        let listed = keytool.accepts(list);
        assert!(listed.contains("Entry type: PrivateKeyEntry"), "{listed}");
        assert!(listed.contains("Certificate chain length: 3"), "{listed}");
        // Listing reads the certificates; a changed password shows that the key was decrypted too.
        let changed = keytool.accepts([
            "-importkeystore",
            "-noprompt",
            "-srckeystore",
            &file,
            "-srcstoretype",
            "PKCS12",
            "-srcstorepass",
            PASSWORD,
            "-destkeystore",
            &format!("{file}.java"),
            "-deststoretype",
            "PKCS12",
            "-deststorepass",
            "changeit",
        ]);
        drop(changed);
        fixture.assert_is(
            &super::fixture::open(&fs::read(format!("{file}.java")).unwrap(), "changeit").unwrap(),
        );
    }
}

#[test]
fn node_loads_both() {
    let Some(node) = node() else { return };
    let Some(fixture) = Fixture::new(Key::Rsa2048) else { return };
    for profile in EVERYWHERE {
        let file = written(&fixture, &profile, PASSWORD).display().to_string();
        let script = "require('tls').createSecureContext({pfx: require('fs').readFileSync(process.argv[1]), passphrase: process.argv[2]})";
        let _ = node.accepts(["-e", script, &file, PASSWORD]);
        assert!(node.refuses(["-e", script, &file, "another"]).contains("mac verify failure"));
    }
}

#[test]
fn python_loads_all_three() {
    let Some(python) = judge("python3") else { return };
    if !python.run(["-c", "import cryptography"]).success() {
        let _ = igc_testkit::skip::<()>("python has no cryptography");
        return;
    }
    let Some(fixture) = Fixture::new(Key::Rsa2048) else { return };
    for profile in PackProfile::ALL {
        let file = written(&fixture, &profile, PASSWORD).display().to_string();
        let script = "
import sys
from cryptography.hazmat.primitives.serialization import pkcs12
p = pkcs12.load_pkcs12(open(sys.argv[1], 'rb').read(), sys.argv[2].encode())
assert p.key.public_key() == p.cert.certificate.public_key()
print(len(p.additional_certs))";
        assert_eq!(python.accepts(["-c", script, &file, PASSWORD]).trim(), "2", "{}", profile.name);
    }
}

#[test]
fn curl_and_java_connect_with_both() {
    let (Some(openssl), Some(curl)) = (openssl(), curl()) else { return };
    let server = igc_testkit::Chain::server(&openssl, Key::P256);
    let Some(fixture) = Fixture::new(Key::Rsa2048) else { return };
    let conf = MutualTls {
        certificate: server.path("leaf.pem"),
        key: server.path("leaf.key"),
        client_authorities: fixture.chain.path("chain.pem"),
    };
    let Some(nginx) = Nginx::mutual_tls(&conf) else { return };
    let anchors = server.path("chain.pem");
    for profile in EVERYWHERE {
        // curl ends the certificate's name at a colon and the password at the end of the argument.
        let file = written(&fixture, &profile, "motdepasse");
        let url = nginx.url();
        let cert = format!("{}:motdepasse", file.display());
        let anchor = anchors.display().to_string();
        let fixed =
            ["--silent", "--fail", "--cacert", &anchor, "--cert-type", "P12", "--cert", &cert];
        let _ = curl.accepts(fixed.into_iter().chain([url.as_str()]));
        let Some(answer) = java_tls_client(Some((&file, "motdepasse")), &anchors, &url) else {
            return;
        };
        assert_eq!(answer.unwrap().status, 200);
    }
}
