//! Signature vectors of Project Wycheproof: every JSON file of the folder.

use std::{fs, path::Path};

use anyhow::Context as _;
use igc_crypto::{AwsLc, Legacy, RustCrypto, SignatureVerifier};

use super::{
    Backend, cases,
    report::{Difference, Report},
};
use vectors::{File, Outcome};

#[path = "../../../crates/igc-crypto/tests/it/wycheproof/vectors.rs"]
mod vectors;

/// Under the rules that take SHA-1, since the vectors use it; `acceptable` may go either way, and is right when refused.
pub(super) fn run(folder: &Path, backend: Backend) -> anyhow::Result<Report> {
    let verifier: &dyn SignatureVerifier = match backend {
        Backend::RustCrypto => &Legacy(RustCrypto),
        Backend::AwsLc => &Legacy(AwsLc),
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut report = Report::new("wycheproof");
    for path in paths {
        let file: File = cases(folder, Some(&path), "")?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        add(&file, &name, verifier, &mut report);
    }
    Ok(report)
}

fn add(file: &File, name: &str, verifier: &dyn SignatureVerifier, report: &mut Report) {
    for group in &file.test_groups {
        match vectors::judge(file, group, verifier) {
            Err(why) => {
                for case in &group.tests {
                    report.skip(format!("{name}:{}", case.tc_id), why.clone());
                }
            }
            Ok(outcomes) => {
                for (case, outcome) in outcomes {
                    let outcome = match outcome {
                        Outcome::Right | Outcome::Acceptable => Ok(()),
                        Outcome::Wrong(got) => Err(Difference::new(&case.result, got, "")),
                    };
                    report.case(format!("{name}:{}", case.tc_id), outcome);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole suite runs in igc-crypto; here one file, then with every `valid` called `invalid`.
    #[test]
    fn a_file_is_right_and_wrong_when_altered() {
        let Some(shared) = igc_testkit::shared() else { return };
        let path = shared.join("suites/wycheproof/rsa_pss_2048_sha256_mgf1_0_test.json");
        let text = fs::read_to_string(path).unwrap();
        let dir = igc_testkit::temp_dir();
        let here = dir.path().join("file.json");
        fs::write(&here, &text).unwrap();
        let report = run(dir.path(), Backend::AwsLc).unwrap();
        assert!(report.all_right(), "{report}");
        let altered = text.replace("\"valid\"", "\"invalid\"");
        assert_ne!(altered, text);
        fs::write(&here, altered).unwrap();
        assert!(!run(dir.path(), Backend::AwsLc).unwrap().all_right());
    }
}
