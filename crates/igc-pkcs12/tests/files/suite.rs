//! The shared PKCS #12 suite: files of six projects, each to be loaded or refused with a given password.

mod judge;

use std::fs;

/// Fewer would mean that the suite lost files.
const MINIMUM: usize = 90;

#[test]
fn every_file_is_loaded_or_refused_as_the_manifest_says() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("suites/pkcs12");
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for entry in manifest["files"].as_array().unwrap() {
        let file = entry["file"].as_str().unwrap();
        let Ok(got) = judge::judge(entry, &fs::read(folder.join(file)).unwrap()) else { continue };
        seen += 1;
        if let Err(got) = got {
            wrong.push(format!("{file}: want {}, got {got}", entry["expect"]));
        }
    }
    assert!(seen >= MINIMUM, "only {seen} files have a verdict");
    assert!(wrong.is_empty(), "{} of {seen} differ:\n{}", wrong.len(), wrong.join("\n"));
}
