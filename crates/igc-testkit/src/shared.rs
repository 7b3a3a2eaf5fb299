//! Test data that lies beside the repository and is never copied into it.

use std::{
    env,
    path::{Path, PathBuf},
    thread,
};

/// The folder of shared test data: `IGC_SHARED`, else `../shared` beside the repository.
///
/// `None` when it is not there, after a line on standard error that names the running test.
///
/// # Panics
/// When `IGC_SHARED` names no folder, and when nothing is found under `CI=true`.
#[must_use]
pub fn shared() -> Option<PathBuf> {
    if let Some(set) = env::var_os("IGC_SHARED").filter(|value| !value.is_empty()) {
        let path = PathBuf::from(set);
        assert!(path.is_dir(), "IGC_SHARED is set but is not a folder: {}", path.display());
        return Some(path);
    }
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    if let Ok(found) = beside.canonicalize() {
        return Some(found);
    }
    skip("no shared data (set IGC_SHARED)")
}

/// Says on standard error that the running test is skipped, and gives `None`.
///
/// # Panics
/// Under `CI=true`: there everything must run.
#[must_use]
pub fn skip<T>(why: &str) -> Option<T> {
    let current = thread::current();
    let name = current.name().unwrap_or("test");
    assert!(!in_ci(), "{name}: {why}, and CI=true allows no skipping");
    eprintln!("skipped: {name}: {why}");
    None
}

/// Whether this runs where nothing may be skipped.
#[must_use]
pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}
