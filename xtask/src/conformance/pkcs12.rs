//! PKCS #12 files with a manifest: each to be loaded or refused with a password.

use std::{fs, path::Path};

use anyhow::Context as _;
use serde::Deserialize;
use serde_json::Value;

use super::{
    cases,
    report::{Difference, Report},
};

#[path = "../../../crates/igc-pkcs12/tests/files/suite/judge.rs"]
mod judge;

#[derive(Deserialize)]
struct Manifest {
    files: Vec<Value>,
}

pub(super) fn run(folder: &Path, vectors: Option<&Path>) -> anyhow::Result<Report> {
    judged(&cases(folder, vectors, "manifest.json")?, folder)
}

fn judged(manifest: &Manifest, folder: &Path) -> anyhow::Result<Report> {
    let mut report = Report::new("pkcs12");
    let text = |entry: &Value, field: &str| {
        entry.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    for entry in &manifest.files {
        let file = text(entry, "file");
        let bytes = fs::read(folder.join(&file)).with_context(|| file.clone())?;
        match judge::judge(entry, &bytes) {
            Err(why) => report.skip(file, why),
            Ok(Ok(())) => report.case(file, Ok(())),
            Ok(Err(got)) => {
                report.case(file, Err(Difference::new(text(entry, "expect"), got, "")));
            }
        }
    }
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole suite runs in igc-pkcs12; here every tenth file, each also turned round.
    #[test]
    fn a_tenth_is_right_and_wrong_when_altered() {
        let Some(shared) = igc_testkit::shared() else { return };
        let folder = shared.join("suites/pkcs12");
        let mut manifest: Manifest = cases(&folder, None, "manifest.json").unwrap();
        manifest.files = manifest
            .files
            .into_iter()
            .filter(|entry| entry["expect"] != "unknown" && entry["password"].is_string())
            .step_by(10)
            .collect();
        assert!(manifest.files.len() > 5);
        let report = judged(&manifest, &folder).unwrap();
        assert!(report.all_right(), "{report}");
        for entry in manifest.files {
            let mut altered = entry;
            let other = if altered["expect"] == "load" { "refuse" } else { "load" };
            altered["expect"] = other.into();
            let one = Manifest { files: vec![altered] };
            assert!(!judged(&one, &folder).unwrap().all_right(), "{}", one.files[0]);
        }
    }
}
