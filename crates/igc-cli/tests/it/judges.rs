//! What other software says of an order: OpenSSL, Java, nginx with curl.
use crate::igc::{AT, PASSWORD, roc};
use igc_testkit::{Chain, Key, MutualTls, Nginx, curl, java_tls_client, keytool, openssl};
use std::fs;
use std::path::PathBuf;

fn file(name: &str) -> String {
    roc().join("igc-roc").join(name).display().to_string()
}

fn platform(part: &str) -> String {
    file(&format!("asip-p12-EL-TEST-ORG-{part}-20261122-101500.p12"))
}

const AUTH: &str = "ORG_AUTH_CLI";
const SIGN: &str = "ORG_SIGN";

#[test]
fn openssl_verifies_the_certificates_strictly_and_for_their_purpose() {
    let Some(openssl) = openssl() else { return };
    let at = openssl_time();
    for (name, purpose) in [(AUTH, "sslclient"), (SIGN, "smimesign")] {
        let (anchor, chain, leaf) =
            (file("ancre.pem"), file("chaine.pem"), file(&format!("{name}.pem")));
        let fixed = ["verify", "-x509_strict", "-attime", &at, "-CAfile", &anchor];
        openssl.accepts(fixed.iter().chain(&["-untrusted", &chain, "-purpose", purpose, &leaf]));
    }
    // The seal is no TLS client: nginx refuses it for this very reason.
    let (anchor, chain, seal) = (file("ancre.pem"), file("chaine.pem"), file("ORG_SIGN.pem"));
    let fixed = ["verify", "-attime", &at, "-CAfile", &anchor, "-untrusted", &chain];
    openssl.refuses(fixed.iter().chain(&["-purpose", "sslclient", &seal]));
}

/// [`AT`] as `-attime` takes it.
fn openssl_time() -> String {
    assert_eq!(AT, "2026-11-22T10:15:00Z");
    "1795342500".to_owned()
}

#[test]
fn openssl_verifies_the_requests() {
    let Some(openssl) = openssl() else { return };
    for name in [AUTH, SIGN] {
        let request = file(&format!("{name}.csr"));
        let printed = openssl.accepts(["req", "-verify", "-noout", "-text", "-in", &request]);
        assert!(printed.contains("HOPITAL FICTIF DE TEST"), "{printed}");
    }
}

#[test]
fn openssl_opens_both_forms_of_pkcs12() {
    let Some(openssl) = openssl() else { return };
    let pass = format!("pass:{PASSWORD}");
    for (path, legacy) in [
        (file("ORG_AUTH_CLI.p12"), false),
        (file("ORG_SIGN.p12"), false),
        (platform("AUTH_CLI"), false),
        (platform("SIGN"), true),
    ] {
        let fixed = ["pkcs12", "-in", &path, "-passin", &pass, "-nodes"];
        let legacy = if legacy { ["-legacy"].as_slice() } else { &[] };
        let printed = openssl.accepts(fixed.iter().chain(legacy));
        assert_eq!(printed.matches("BEGIN CERTIFICATE").count(), 3, "{path}");
        assert_eq!(printed.matches("BEGIN PRIVATE KEY").count(), 1, "{path}");
    }
    let wrong = file("ORG_AUTH_CLI.p12");
    openssl.refuses(["pkcs12", "-in", &wrong, "-passin", "pass:wrong", "-nokeys"]);
}

#[test]
fn java_lists_both_forms_of_pkcs12() {
    let Some(keytool) = keytool() else { return };
    for path in [file("ORG_AUTH_CLI.p12"), platform("SIGN")] {
        let fixed = ["-list", "-v", "-storetype", "PKCS12", "-storepass", PASSWORD];
        let printed = keytool.accepts(fixed.iter().chain(&["-keystore", &path]));
        assert!(printed.contains("PrivateKeyEntry"), "{printed}");
        assert!(printed.contains("Certificate chain length: 3"), "{printed}");
    }
}

/// nginx that asks for a certificate of the test IGC; its own is made by OpenSSL.
fn server(openssl: &igc_testkit::Judge) -> Option<(Nginx, Chain)> {
    let own = Chain::server(openssl, Key::P256);
    let nginx = Nginx::mutual_tls(&MutualTls {
        certificate: own.path("leaf.pem"),
        key: own.path("leaf.key"),
        client_authorities: PathBuf::from(file("chaine.pem")),
    })?;
    Some((nginx, own))
}

#[test]
fn nginx_admits_the_client_certificate_and_refuses_none_and_the_seal() {
    let Some(openssl) = openssl() else { return };
    let Some(curl) = curl() else { return };
    let Some((nginx, own)) = server(&openssl) else { return };
    let anchor = own.path("chain.pem").display().to_string();
    let url = nginx.url();
    let status = |identity: &[&str]| {
        let fixed = ["-s", "-o", "/dev/null", "-w", "%{http_code}", "--cacert", &anchor, &url];
        curl.accepts(fixed.iter().chain(identity))
    };
    let p12 = |path: String| format!("{path}:{PASSWORD}");
    for path in [platform("AUTH_CLI"), file("ORG_AUTH_CLI.p12")] {
        let identity = p12(path);
        assert_eq!(status(&["--cert-type", "P12", "--cert", &identity]), "200", "{}", nginx.log());
    }
    assert_eq!(status(&[]), "400");
    assert_eq!(status(&["--cert-type", "P12", "--cert", &p12(platform("SIGN"))]), "400");
    let (pem, key) = (file("ORG_AUTH_CLI-chaine.pem"), file("ORG_AUTH_CLI.key"));
    assert_eq!(status(&["--cert", &pem, "--key", &key]), "200", "{}", nginx.log());
}

#[test]
fn a_java_client_gets_in_with_the_platforms_file() {
    let Some(openssl) = openssl() else { return };
    let Some((nginx, own)) = server(&openssl) else { return };
    let anchors = own.path("chain.pem");
    let get = |path: Option<PathBuf>| {
        let identity = path.as_deref().map(|path| (path, PASSWORD));
        java_tls_client(identity, &anchors, &nginx.url())
    };
    let Some(answer) = get(Some(platform("AUTH_CLI").into())) else { return };
    let answer = answer.unwrap_or_else(|outcome| panic!("{outcome}\n{}", nginx.log()));
    assert_eq!(answer.status, 200);
    assert!(answer.body.contains("Client_ROC_Annuaire_AMC"), "{}", answer.body);
    let Some(stranger) = get(None) else { return };
    assert_eq!(stranger.map(|answer| answer.status).unwrap_or(400), 400);
}

#[test]
fn the_anchor_alone_is_the_root_and_the_chain_holds_no_key() {
    for name in ["ancre.pem", "chaine.pem", "ORG_AUTH_CLI.pem", "ORG_AUTH_CLI-chaine.pem"] {
        let text = fs::read_to_string(file(name)).unwrap();
        let expected = match name {
            "chaine.pem" => 2,
            "ORG_AUTH_CLI-chaine.pem" => 3,
            _ => 1,
        };
        assert_eq!(text.matches("BEGIN CERTIFICATE").count(), expected, "{name}");
        assert!(!text.contains("PRIVATE KEY"), "{name}");
    }
}
