//! Project Wycheproof's verification vectors, over every backend.

mod vectors;

use crate::backends;
use igc_crypto::{SignatureVerifier, VerifyError};
use igc_x509::{AlgorithmIdentifier, SubjectPublicKeyInfo};
use std::fs;
use vectors::{File, Outcome, algorithm, judge, unhex};

#[derive(Default)]
struct Score {
    right: usize,
    acceptable: usize,
    wrong: Vec<String>,
}

impl Score {
    fn add(&mut self, verifier: &dyn SignatureVerifier, name: &str, file: &File) {
        for group in &file.test_groups {
            for (case, outcome) in judge(file, group, verifier).unwrap() {
                match outcome {
                    Outcome::Right => self.right += 1,
                    Outcome::Acceptable => self.acceptable += 1,
                    Outcome::Wrong(got) => self
                        .wrong
                        .push(format!("{name} {}: {}, got {got}", case.tc_id, case.result)),
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
            score.add(&*verifier, name, file);
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
            let spki = unhex(&group.public_key_der).unwrap();
            let key = SubjectPublicKeyInfo::parse(&spki).unwrap();
            let algorithm = algorithm(&file, group, &key).unwrap();
            let algorithm = AlgorithmIdentifier::parse(&algorithm).unwrap();
            let case = group.tests.iter().find(|case| case.result == "valid").unwrap();
            let got = current.verify(
                &algorithm,
                &key,
                &unhex(&case.msg).unwrap(),
                &unhex(&case.sig).unwrap(),
            );
            assert_eq!(got, expected, "{name}");
        }
    }
}
