//! Requests made by OpenSSL, good ones and every kind of bad one.

use std::fs;

use igc_catalogue::Usage;
use igc_crypto::RustCrypto;
use igc_csr::{JudgeOptions, is_acceptable};
use igc_testkit::{Judge, TempDir};
use igc_x509::{CertificationRequest, SubjectPublicKeyInfo};

use crate::fixture::{SERVER, SERVICE, STRUCTURE, der, findings, lines, verdict};

struct Maker {
    openssl: Judge,
    dir: TempDir,
}

impl Maker {
    fn new() -> Option<Self> {
        let dir = igc_testkit::temp_dir();
        Some(Self { openssl: igc_testkit::openssl()?.in_dir(dir.path()), dir })
    }

    fn key(&self, name: &str, options: &[&str]) {
        self.openssl.accepts(["genpkey", "-quiet", "-out", name].iter().chain(options));
    }

    fn rsa(&self, name: &str, bits: u32) {
        self.key(name, &["-algorithm", "RSA", "-pkeyopt", &format!("rsa_keygen_bits:{bits}")]);
    }

    /// A request with `key.pem`, made the first time.
    fn request(&self, subject: &str, options: &[&str]) -> Vec<u8> {
        if !self.dir.path().join("key.pem").exists() {
            self.rsa("key.pem", 2048);
        }
        self.request_with("key.pem", subject, options)
    }

    fn request_with(&self, key: &str, subject: &str, options: &[&str]) -> Vec<u8> {
        let fixed = ["req", "-new", "-utf8", "-key", key, "-subj", subject];
        der(&self.openssl.accepts(fixed.iter().chain(options)))
    }

    /// A request by configuration: its extensions and attributes. `-subj` would leave the attributes out.
    fn configured(&self, common_name: &str, extensions: &str, attributes: &str) -> Vec<u8> {
        let name: String =
            STRUCTURE.iter().map(|(name, value)| format!("{name} = {value}\n")).collect();
        let configuration = format!(
            "[req]\nprompt = no\nstring_mask = utf8only\ndistinguished_name = dn\nreq_extensions = ext\n\
             attributes = attr\n[dn]\n{name}CN = {common_name}\n[ext]\n{extensions}\n[attr]\n{attributes}\n"
        );
        fs::write(self.dir.path().join("req.cnf"), configuration).unwrap();
        self.rsa("key.pem", 2048);
        der(&self.openssl.accepts(["req", "-new", "-key", "key.pem", "-config", "req.cnf"]))
    }
}

fn subject(common_name: &str) -> String {
    let parts: String = STRUCTURE.iter().map(|(name, value)| format!("/{name}={value}")).collect();
    format!("{parts}/CN={common_name}")
}

#[test]
fn a_signature_that_cannot_be_verified_proves_nothing_whatever_else_is_said_of_the_key() {
    let Some(maker) = Maker::new() else { return };
    maker.rsa("large.pem", 4096);
    let request = maker.request_with("large.pem", &subject(SERVICE), &["-sha3-256"]);
    assert_eq!(
        verdict(&request, "ORG_AUTH_CLI"),
        ["csr.signature.unsupported signature", "csr.key.oversize publicKey"]
    );
}

#[test]
fn a_request_as_it_should_be_has_no_finding() {
    let Some(maker) = Maker::new() else { return };
    let request = maker.request(&subject(SERVICE), &[]);
    assert_eq!(verdict(&request, "ORG_AUTH_CLI"), [""; 0]);
    let server =
        maker.request(&subject(SERVER), &["-addext", &format!("subjectAltName=DNS:{SERVER}")]);
    assert_eq!(verdict(&server, "SERV_SSL"), [""; 0]);
}

#[test]
fn weak_digests_are_told() {
    let Some(maker) = Maker::new() else { return };
    for digest in ["-sha1", "-md5"] {
        let request = maker.request(&subject(SERVICE), &[digest]);
        assert_eq!(verdict(&request, "ORG_AUTH_CLI"), ["csr.signature.algorithm signature"]);
    }
    for digest in ["-sha384", "-sha512"] {
        assert_eq!(verdict(&maker.request(&subject(SERVICE), &[digest]), "ORG_AUTH_CLI"), [""; 0]);
    }
}

#[test]
fn keys_are_judged_by_kind_and_size() {
    let Some(maker) = Maker::new() else { return };
    maker.rsa("1024.pem", 1024);
    for bits in [2047, 3072, 4096, 4104] {
        maker.rsa(&format!("{bits}.pem"), bits);
    }
    maker.key("ec.pem", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    maker.key(
        "3.pem",
        &[
            "-algorithm",
            "RSA",
            "-pkeyopt",
            "rsa_keygen_bits:2048",
            "-pkeyopt",
            "rsa_keygen_pubexp:3",
        ],
    );
    for (key, expected) in [
        ("1024.pem", "csr.key.size publicKey"),
        ("2047.pem", "csr.key.size publicKey"),
        ("3072.pem", "csr.key.oversize publicKey"),
        ("4096.pem", "csr.key.oversize publicKey"),
        ("4104.pem", "csr.key.size publicKey"),
        ("ec.pem", "csr.key.kind publicKey"),
        ("3.pem", "csr.key.exponent publicKey"),
    ] {
        let request = maker.request_with(key, &subject(SERVICE), &[]);
        assert_eq!(verdict(&request, "ORG_AUTH_CLI"), [expected], "{key}");
    }
}

#[test]
fn another_key_and_a_broken_signature_are_told_apart() {
    let Some(maker) = Maker::new() else { return };
    let mut request = maker.request(&subject(SERVICE), &[]);
    maker.rsa("other.pem", 2048);
    let other = maker.request_with("other.pem", &subject(SERVICE), &[]);
    let other = CertificationRequest::parse(&other).unwrap();
    let options = JudgeOptions::new().key(other.public_key());
    assert_eq!(
        lines(&findings(&request, "ORG_AUTH_CLI", &options)),
        ["csr.key.mismatch publicKey"]
    );

    let own = CertificationRequest::parse(&request).unwrap().public_key().der().to_vec();
    let own = SubjectPublicKeyInfo::parse(&own).unwrap();
    *request.last_mut().unwrap() ^= 1;
    let options = JudgeOptions::new().key(own);
    assert_eq!(lines(&findings(&request, "ORG_AUTH_CLI", &options)), ["csr.signature signature"]);
}

#[test]
fn the_subject_is_held_against_the_product_and_the_order() {
    let Some(maker) = Maker::new() else { return };
    for (subject, expected) in [
        (
            "/C=FR/ST=Paris (75)/O=HOPITAL FICTIF DE TEST/CN=Client_FICTIF",
            &["csr.subject.missing subject.organizationalUnitName"][..],
        ),
        (
            "/C=BE/ST=Paris (75)/O=AUTRE/OU=10B0999999/CN=Client_FICTIF",
            &[
                "csr.subject.value subject.countryName",
                "csr.subject.value subject.organizationName",
            ],
        ),
        (
            "/C=FR/ST=Paris (75)/L=Paris/O=hopital  fictif de test/OU=10B0999999/CN=Client_FICTIF/emailAddress=a@b.test",
            &["csr.subject.extra subject.localityName", "csr.subject.extra subject.emailAddress"],
        ),
        (
            "/CN=Client_FICTIF/OU=10B0999999/O=HOPITAL FICTIF DE TEST/ST=Paris (75)/C=FR",
            &["csr.subject.order subject"],
        ),
        (
            "/C=FR/ST=Paris (75)/O=HOPITAL FICTIF DE TEST/OU=10B0999999/OU=autre/CN=Client_FICTIF",
            &["csr.subject.repeated subject.organizationalUnitName"],
        ),
    ] {
        assert_eq!(verdict(&maker.request(subject, &[]), "ORG_AUTH_CLI"), expected, "{subject}");
    }
    let empty = maker.request("/", &[]);
    assert_eq!(verdict(&empty, "ORG_AUTH_CLI").len(), 5, "every attribute is missing");
}

#[test]
fn a_server_must_name_itself() {
    let Some(maker) = Maker::new() else { return };
    let subject = subject(SERVER);
    let of = |san: &str| maker.request(&subject, &["-addext", &format!("subjectAltName={san}")]);
    let at = "extensionRequest.subjectAltName";
    assert_eq!(
        verdict(&maker.request(&subject, &[]), "SERV_SSL"),
        [format!("csr.san.missing {at}")]
    );
    for (san, expected) in [
        ("DNS:SERVEUR.exemple.test", &[][..]),
        ("DNS:autre.exemple.test", &["csr.san.mismatch"]),
        ("DNS:serveur.exemple.test,DNS:autre.exemple.test", &["csr.san.mismatch"]),
        ("DNS:serveur.exemple.test,IP:127.0.0.1", &["csr.san.mismatch"]),
        ("DNS:serveur.exemple.test,DNS:*.exemple.test", &["csr.san.name", "csr.san.mismatch"]),
    ] {
        let expected: Vec<_> = expected.iter().map(|code| format!("{code} {at}")).collect();
        assert_eq!(verdict(&of(san), "SERV_SSL"), expected, "{san}");
    }
    // Without an order the common name alone says which name comes first.
    for (san, expected) in [
        ("DNS:SERVEUR.exemple.test,DNS:autre.exemple.test", &[][..]),
        ("DNS:autre.exemple.test,DNS:serveur.exemple.test", &["csr.san.mismatch"]),
    ] {
        let expected: Vec<_> = expected.iter().map(|code| format!("{code} {at}")).collect();
        let found = findings(&of(san), "SERV_SSL", &JudgeOptions::new());
        assert_eq!(lines(&found), expected, "{san}");
    }
    // A product without alternative names.
    let client =
        maker.request(&crate::openssl::subject(SERVICE), &["-addext", "subjectAltName=DNS:a.test"]);
    assert_eq!(verdict(&client, "ORG_AUTH_CLI"), [format!("csr.san.unexpected {at}")]);
}

#[test]
fn extensions_and_attributes_that_do_not_count_are_told() {
    let Some(maker) = Maker::new() else { return };
    let request = maker.configured(
        SERVICE,
        "basicConstraints = CA:FALSE\nkeyUsage = digitalSignature\nextendedKeyUsage = clientAuth",
        "challengePassword = secret\nunstructuredName = FICTIF",
    );
    assert_eq!(
        verdict(&request, "ORG_AUTH_CLI"),
        [
            "csr.challenge.present attributes.challengePassword",
            "csr.attribute.unknown attributes.unstructuredName",
            "csr.extension.ignored extensionRequest.basicConstraints",
            "csr.extension.ignored extensionRequest.keyUsage",
            "csr.extension.ignored extensionRequest.extKeyUsage",
        ]
    );
    let greedy = maker.configured(
        SERVICE,
        "basicConstraints = CA:TRUE\nkeyUsage = digitalSignature, keyCertSign\nextendedKeyUsage = serverAuth",
        "",
    );
    assert_eq!(
        verdict(&greedy, "ORG_AUTH_CLI"),
        [
            "csr.extension.ca extensionRequest.basicConstraints",
            "csr.extension.conflict extensionRequest.keyUsage",
            "csr.extension.conflict extensionRequest.extKeyUsage",
        ]
    );
}

#[test]
fn a_service_fixes_the_name_of_its_clients() {
    let Some(maker) = Maker::new() else { return };
    let judged = |usage: &str, common_name: &str| {
        let request = maker.request(&subject(common_name), &[]);
        let options = JudgeOptions::new().usage(Usage::find(usage).unwrap());
        let csr = CertificationRequest::parse(&request).unwrap();
        igc_csr::judge(&csr, crate::fixture::product("ORG_AUTH_CLI"), &RustCrypto, &options)
    };
    assert!(is_acceptable(&judged("insi", "INSI-AUTO")));
    assert!(is_acceptable(&judged("roc", "Client_ROC_Annuaire_AMC")));
    for (usage, name, expected) in [
        ("insi", "insi-auto", "INSI-AUTO / INSI-MANU"),
        ("roc", "Autre", "Client_ROC_Annuaire_AMC"),
    ] {
        let findings = judged(usage, name);
        assert_eq!(lines(&findings), ["csr.service.name subject.commonName"]);
        assert_eq!(findings[0].expected.as_deref(), Some(expected));
    }
}
