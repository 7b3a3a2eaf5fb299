//! Where inputs come from: what OpenSSL makes here and now, and the shared corpora when they are there.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use igc_testkit::{Chain, Judge, Key};

use crate::run::root;

/// `sha256WithRSAEncryption` with its NULL (RFC 4055 §5).
const SHA256_WITH_RSA: [u8; 15] =
    [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B, 0x05, 0x00];

/// Writes seeds into `corpus/TARGET/`; without OpenSSL there are none.
pub(super) fn make(corpus: &Path) -> anyhow::Result<()> {
    let Some(openssl) = igc_testkit::openssl() else { return Ok(()) };
    let chain = Chain::client(&openssl, Key::Rsa2048);
    let read = |name: &str| chain.read(name);
    let der = |arguments: &[&str]| made(&openssl, &chain, arguments);
    let p12 = |options: &[&str]| {
        let path = chain.pkcs12("", options);
        fs::read(path)
    };
    let crl = chain.crl(true, 6);
    let key = der(&["pkcs8", "-topk8", "-nocrypt", "-in", "leaf.key", "-outform", "DER"]);
    let request = der(&["req", "-in", "leaf.csr", "-outform", "DER"]);
    let bag = der(&["crl2pkcs7", "-nocrl", "-certfile", "chain.pem", "-outform", "DER"]);
    let modern = p12(&[])?;
    let legacy = p12(&["-legacy"])?;
    let seeds: Vec<(&str, &str, Vec<u8>)> = vec![
        ("certificate", "end-entity", read("leaf.der")),
        ("certificate", "authority", read("aci.der")),
        ("classification", "end-entity", read("leaf.der")),
        ("certification_request", "request", request.clone()),
        ("request_judge", "request", request.clone()),
        ("crl", "one-entry", crl.clone()),
        ("pkcs7", "chain", bag.clone()),
        ("pem", "chain", read("chain.pem")),
        ("pem", "key", read("leaf.key")),
        ("any_input", "request", request),
        ("any_input", "bag", bag),
        ("any_input", "chain", read("chain.pem")),
        ("pfx", "modern", modern.clone()),
        ("pfx", "legacy", legacy),
        ("ber", "modern", modern),
        ("private_key", "pkcs8", key),
        ("path", "path", [read("leaf.der"), read("aci.der"), read("root.der")].concat()),
        ("revocation", "revoked", [read("leaf.der"), crl].concat()),
        ("signature", "rsa", signature(&openssl, &chain)),
        ("identifiers", "siret", b"73282932000074".to_vec()),
    ];
    for (target, name, octets) in seeds {
        fs::create_dir_all(corpus.join(target))?;
        fs::write(corpus.join(target).join(format!("seed-{name}")), octets)?;
    }
    Ok(())
}

/// Corpora of malformed files, when the shared data are there.
pub(super) fn shared(target: &str) -> Vec<PathBuf> {
    let kinds: &[&str] = match target {
        "certificate" | "classification" | "path" | "revocation" => &["suites/corpora/x509"],
        "crl" => &["suites/corpora/crl"],
        "pkcs7" | "pfx" => &["suites/corpora/cms", "igc-sante/p12"],
        "any_input" => &["suites/corpora/x509", "suites/corpora/crl", "suites/corpora/cms"],
        "ber" | "name" | "private_key" | "certification_request" => &["suites/corpora/asn1"],
        _ => &[],
    };
    let folder = env::var_os("IGC_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    kinds.iter().map(|kind| folder.join(kind)).filter(|path| path.is_dir()).collect()
}

/// What a command of OpenSSL writes, run among the chain's files.
fn made(openssl: &Judge, chain: &Chain, arguments: &[&str]) -> Vec<u8> {
    let folder = chain.path(".");
    let outcome = openssl.clone().in_dir(folder).run(arguments);
    outcome.stdout_bytes
}

/// Three parts, each after its length in two octets, then the message.
fn signature(openssl: &Judge, chain: &Chain) -> Vec<u8> {
    let message = b"test";
    let signed = openssl
        .clone()
        .in_dir(chain.path("."))
        .stdin(*message)
        .run(["dgst", "-sha256", "-sign", "leaf.key"])
        .stdout_bytes;
    let key = made(openssl, chain, &["pkey", "-in", "leaf.key", "-pubout", "-outform", "DER"]);
    let mut input = Vec::new();
    for part in [SHA256_WITH_RSA.as_slice(), &key, &signed] {
        input.extend(u16::try_from(part.len()).unwrap_or_default().to_be_bytes());
        input.extend(part);
    }
    input.extend(message);
    input
}
