//! The real artefacts, read where they are: every one is recognised, shown and judged as its manifest says.
use crate::igc::{command, run};
use igc_testkit::{manifest, shared};

#[test]
fn every_real_file_is_shown_in_both_languages() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("igc-sante");
    let mut seen = 0;
    for entry in &manifest(&folder).files {
        let path = folder.join(&entry.file);
        if entry.file.ends_with(".xml") {
            continue;
        }
        for lang in ["fr", "en"] {
            let shown = run(command(&folder).args(["inspect", "--lang", lang]).arg(&path));
            assert_eq!(shown.code, Some(0), "{}: {}", entry.file, shown.stderr);
        }
        seen += 1;
    }
    assert!(seen > 40, "only {seen} files");
}
