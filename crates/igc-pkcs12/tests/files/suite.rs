//! The shared PKCS #12 suite: files of six projects, each to be loaded or refused with a given password.

use std::fs;

use igc_pkcs12::{Budget, Opened, P12Error, Password, Pfx};

/// Fewer would mean that the suite lost files.
const MINIMUM: usize = 90;

fn open(bytes: &[u8], password: &str) -> Result<Opened, P12Error> {
    Pfx::open(bytes, &Password::from(password), &Budget::default())
}

#[test]
fn every_file_is_loaded_or_refused_as_the_manifest_says() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("suites/pkcs12");
    let manifest: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for entry in manifest["files"].as_array().unwrap() {
        let file = entry["file"].as_str().unwrap();
        let features: Vec<&str> =
            entry["features"].as_array().unwrap().iter().filter_map(|f| f.as_str()).collect();
        let bytes = fs::read(folder.join(file)).unwrap();
        let Some(password) = entry["password"].as_str() else {
            // No password is known: it must still be told apart from an unsupported or broken file.
            Pfx::describe(&bytes, &Budget::default()).unwrap();
            continue;
        };
        let got = open(&bytes, password);
        let expected = entry["expect"].as_str().unwrap();
        let right = match (&got, expected) {
            (Ok(opened), "load") => holds_what_is_listed(opened, &features),
            (Err(_), "refuse") => true,
            (_, "unknown") => continue,
            _ => false,
        };
        seen += 1;
        if !right {
            let got = got.map(|opened| (opened.keys.len(), opened.certificates.len()));
            wrong.push(format!("{file}: want {expected}, got {got:?}; {features:?}"));
        }
    }
    assert!(seen >= MINIMUM, "only {seen} files have a verdict");
    assert!(wrong.is_empty(), "{} of {seen} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// A file said to hold certificates or keys must yield them.
fn holds_what_is_listed(opened: &Opened, features: &[&str]) -> bool {
    let lists = |what: &str| features.iter().any(|feature| feature.starts_with(what));
    (!lists("certs-") || !opened.certificates.is_empty())
        && (!lists("key-") || !opened.keys.is_empty())
}
