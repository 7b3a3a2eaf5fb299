//! Parse one end-entity certificate, beside the peers: what every verifier and inspector pays first.
//!
//! The certificate is made by OpenSSL when the benchmark starts, in the shape of an ORG_AUTH_CLI leaf
//! (11 extensions, RSA-2048 key, RSA-2048 signature); where the shared data is, a real leaf follows.
//! Ratios are printed last: `cargo bench -p igc-x509 --bench parse`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a benchmark stops where it cannot measure"
)]

use core::{hint::black_box, time::Duration};
use std::{fs, time::Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use igc_testkit::{Chain, Key};
use rustls_pki_types::CertificateDer;
use x509_cert::der::Decode as _;

const SUBJECT: &str =
    "/C=FR/ST=Paris (75)/O=HOPITAL FICTIF DE TEST/OU=10B0000000/CN=Client_TEST_FICTIF";

const EXTENSIONS: &str = "basicConstraints = CA:FALSE
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
keyUsage = critical, digitalSignature
certificatePolicies = @policy
extendedKeyUsage = clientAuth
crlDistributionPoints = http, ldap
freshestCRL = delta
authorityInfoAccess = OCSP;URI:http://ocsp.exemple.test, caIssuers;URI:http://igc.exemple.test/AC%20TEST/ACI-EL-ORG-TEST.cer
subjectAltName = DNS:client.exemple.test
1.2.250.1.71.1.2.5 = DER:04:01:83
[policy]
policyIdentifier = 1.2.250.1.213.1.7.2.1.1.1.1
CPS.1 = http://igc.exemple.test/PC%20TEST
[http]
fullname = URI:http://igc.exemple.test/CRL/ACI-EL-ORG-TEST.crl
[ldap]
fullname = @ldap_name
[ldap_name]
URI = ldap://annuaire.exemple.test/cn=TEST%20AC%20FICTIVE%20ELEMENTAIRE%20ORGANISATIONS,ou=TEST%20AC%20RACINE%20FICTIVE%20ELEMENTAIRE,ou=IGC%20FICTIVE%20TEST,o=FICTIF,c=FR?certificaterevocationlist;binary?base?objectClass=pkiCA
[delta]
fullname = @delta_name
[delta_name]
URI = ldap://annuaire.exemple.test/cn=TEST%20AC%20FICTIVE%20ELEMENTAIRE%20ORGANISATIONS,ou=TEST%20AC%20RACINE%20FICTIVE%20ELEMENTAIRE,ou=IGC%20FICTIVE%20TEST,o=FICTIF,c=FR?deltarevocationlist;binary?base?objectClass=pkiCA
";

fn igc(der: &[u8]) -> usize {
    igc_x509::Certificate::parse(black_box(der)).unwrap().tbs().len()
}

/// The borrowed view plus every extension decoded, as a verifier or inspector may ask.
fn igc_all(der: &[u8]) -> usize {
    let certificate = igc_x509::Certificate::parse(black_box(der)).unwrap();
    certificate.extensions().check().unwrap();
    certificate.tbs().len()
}

fn webpki(der: &[u8]) -> usize {
    let der = CertificateDer::from_slice(black_box(der));
    let certificate = webpki::EndEntityCert::try_from(&der).unwrap();
    black_box(&certificate);
    der.len()
}

fn x509_parser(der: &[u8]) -> usize {
    let (rest, certificate) = ::x509_parser::parse_x509_certificate(black_box(der)).unwrap();
    black_box(&certificate);
    rest.len()
}

fn x509_cert(der: &[u8]) -> usize {
    let certificate = ::x509_cert::Certificate::from_der(black_box(der)).unwrap();
    black_box(&certificate);
    der.len()
}

type Parser = (&'static str, fn(&[u8]) -> usize);

const PARSERS: [Parser; 5] = [
    ("igc-x509", igc),
    ("igc-x509, every extension decoded", igc_all),
    ("rustls-webpki", webpki),
    ("x509-parser", x509_parser),
    ("x509-cert", x509_cert),
];

fn made() -> Vec<u8> {
    let openssl = igc_testkit::openssl().expect("openssl makes the certificate");
    let chain = Chain::with_leaf(&openssl, Key::Rsa2048, SUBJECT, EXTENSIONS);
    fs::read(chain.path("leaf.der")).unwrap()
}

fn real() -> Option<Vec<u8>> {
    let folder = igc_testkit::shared()?.join("igc-sante");
    let entry = igc_testkit::manifest(&folder)
        .files
        .into_iter()
        .find(|entry| entry.product.as_deref() == Some("ORG_AUTH_CLI"))?;
    fs::read(folder.join(entry.file)).ok()
}

/// The least time of one call, in nanoseconds, over interleaved rounds: noise only adds.
fn least(parsers: &[Parser], der: &[u8]) -> Vec<f64> {
    const CALLS: u32 = 200;
    let mut least = vec![f64::INFINITY; parsers.len()];
    for _ in 0..800 {
        for ((_, parse), best) in parsers.iter().zip(&mut least) {
            let start = Instant::now();
            for _ in 0..CALLS {
                black_box(parse(der));
            }
            *best = best.min(start.elapsed().as_secs_f64() * 1e9 / f64::from(CALLS));
        }
    }
    least
}

fn ratios(title: &str, der: &[u8]) {
    let times = least(&PARSERS, der);
    let own = times.first().copied().unwrap_or(f64::NAN);
    println!("\n{title}, {} bytes:", der.len());
    for ((name, _), time) in PARSERS.iter().zip(&times) {
        println!("  {name:<34} {:>7.3} µs   {:>5.1} x igc-x509", time / 1000.0, time / own);
    }
}

fn parse(criterion: &mut Criterion) {
    let made = made();
    let mut group = criterion.benchmark_group("parse/leaf");
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    for (name, parse) in PARSERS {
        group.bench_function(name, |bencher| bencher.iter(|| parse(&made)));
    }
    group.finish();
    ratios("a leaf made by openssl", &made);
    if let Some(real) = real() {
        ratios("a real leaf", &real);
    }
}

criterion_group!(benches, parse);
criterion_main!(benches);
