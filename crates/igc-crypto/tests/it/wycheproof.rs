//! Project Wycheproof's verification vectors (format: its JSON schemas v1), over every backend.

use crate::backends;
use igc_crypto::{SignatureVerifier, VerifyError};
use igc_x509::encode::{context_constructed, integer, null, oid as oid_der, sequence};
use igc_x509::{AlgorithmIdentifier, OidBuf, SubjectPublicKeyInfo, oid};
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    algorithm: String,
    test_groups: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Group {
    #[serde(rename = "type")]
    kind: String,
    public_key_der: String,
    sha: String,
    mgf_sha: Option<String>,
    s_len: Option<u64>,
    tests: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    tc_id: u64,
    msg: String,
    sig: String,
    result: String,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Score {
    right: usize,
    acceptable: usize,
    wrong: Vec<String>,
}

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap())
        .collect()
}

fn hash_oid(name: &str) -> Vec<u8> {
    let dotted = match name {
        "SHA-1" => "1.3.14.3.2.26",
        "SHA-224" => "2.16.840.1.101.3.4.2.4",
        "SHA-256" => "2.16.840.1.101.3.4.2.1",
        "SHA-384" => "2.16.840.1.101.3.4.2.2",
        "SHA-512" => "2.16.840.1.101.3.4.2.3",
        "SHA-512/224" => "2.16.840.1.101.3.4.2.5",
        "SHA-512/256" => "2.16.840.1.101.3.4.2.6",
        other => panic!("{other}"),
    };
    oid_der(dotted.parse::<OidBuf>().unwrap().as_oid())
}

/// The signature's algorithm, as a certificate would carry it.
fn algorithm(file: &File, group: &Group, key: &SubjectPublicKeyInfo<'_>) -> Vec<u8> {
    let by_hash = |sha256, sha384, sha512| match group.sha.as_str() {
        "SHA-256" => sha256,
        "SHA-384" => sha384,
        "SHA-512" => sha512,
        other => panic!("{other}"),
    };
    match (file.algorithm.as_str(), group.kind.as_str()) {
        ("RSASSA-PKCS1-v1_5", _) => sequence(&[
            oid_der(by_hash(
                oid::SHA256_WITH_RSA_ENCRYPTION,
                oid::SHA384_WITH_RSA_ENCRYPTION,
                oid::SHA512_WITH_RSA_ENCRYPTION,
            )),
            null(),
        ]),
        ("ECDSA", _) => sequence(&[oid_der(by_hash(
            oid::ECDSA_WITH_SHA256,
            oid::ECDSA_WITH_SHA384,
            oid::ECDSA_WITH_SHA512,
        ))]),
        // The key carries the parameters.
        ("RSASSA-PSS", "RsassaPssWithParametersVerify") => key.algorithm.der().to_vec(),
        ("RSASSA-PSS", "RsassaPssVerify") => {
            let hash = |name: &str| sequence(&[hash_oid(name), null()]);
            let mgf = sequence(&[oid_der(oid::ID_MGF1), hash(group.mgf_sha.as_ref().unwrap())]);
            let parameters = sequence(&[
                context_constructed(0, &hash(&group.sha)),
                context_constructed(1, &mgf),
                context_constructed(2, &integer(group.s_len.unwrap())),
            ]);
            sequence(&[oid_der(oid::RSASSA_PSS), parameters])
        }
        other => panic!("{other:?}"),
    }
}

fn run(verifier: &dyn SignatureVerifier, name: &str, file: &File, score: &mut Score) {
    for group in &file.test_groups {
        let spki = unhex(&group.public_key_der);
        let key = SubjectPublicKeyInfo::parse(&spki).unwrap();
        let algorithm = algorithm(file, group, &key);
        let algorithm = AlgorithmIdentifier::parse(&algorithm).unwrap();
        let kept = verifier.prepare(&key).unwrap();
        for case in &group.tests {
            let (message, signature) = (unhex(&case.msg), unhex(&case.sig));
            let got = kept.verify(&algorithm, &message, &signature);
            assert_eq!(got, verifier.verify(&algorithm, &key, &message, &signature));
            match (case.result.as_str(), got) {
                // They lack the NULL of the DigestInfo, which RFC 8017 §9.2 writes: refused.
                ("acceptable", Err(VerifyError::Invalid)) => score.acceptable += 1,
                ("valid", Ok(())) | ("invalid", Err(VerifyError::Invalid)) => score.right += 1,
                (expected, got) => {
                    score.wrong.push(format!("{name} {}: {expected}, got {got:?}", case.tc_id));
                }
            }
        }
    }
}

#[test]
fn every_vector_is_judged_right() {
    let Some(shared) = igc_testkit::shared() else { return };
    let mut files = Vec::new();
    for entry in fs::read_dir(shared.join("suites/wycheproof")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            files.push((name, serde_json::from_slice::<File>(&fs::read(&path).unwrap()).unwrap()));
        }
    }
    assert!(files.len() >= 35, "{} files", files.len());
    for (backend, verifier) in backends::legacy() {
        let mut score = Score::default();
        for (name, file) in &files {
            run(&*verifier, name, file, &mut score);
        }
        eprintln!("{backend}: {} right, {} acceptable", score.right, score.acceptable);
        assert!(score.wrong.is_empty(), "{backend}:\n{}", score.wrong.join("\n"));
        assert!(score.right >= 4791, "{backend}: {}", score.right);
    }
}

/// Current rules take nothing that legacy rules do not, and say why they refuse the rest.
#[test]
fn current_rules_only_take_away() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("suites/wycheproof");
    for (name, current) in backends::all() {
        for (file, expected) in [
            ("rsa_pss_2048_sha1_mgf1_20_test.json", Err(VerifyError::Legacy)),
            ("rsa_pss_2048_sha256_mgf1sha1_20_test.json", Err(VerifyError::Legacy)),
            ("rsa_pss_2048_sha256_mgf1_0_test.json", Ok(())),
            ("rsa_pss_4096_sha512_mgf1_32_params_test.json", Ok(())),
        ] {
            let file: File = serde_json::from_slice(&fs::read(folder.join(file)).unwrap()).unwrap();
            let group = &file.test_groups[0];
            let spki = unhex(&group.public_key_der);
            let key = SubjectPublicKeyInfo::parse(&spki).unwrap();
            let algorithm = algorithm(&file, group, &key);
            let algorithm = AlgorithmIdentifier::parse(&algorithm).unwrap();
            let case = group.tests.iter().find(|case| case.result == "valid").unwrap();
            let got = current.verify(&algorithm, &key, &unhex(&case.msg), &unhex(&case.sig));
            assert_eq!(got, expected, "{name}");
        }
    }
}
