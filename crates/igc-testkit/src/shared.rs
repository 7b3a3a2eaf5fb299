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

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Output};

    /// What the other tests run in a process of its own, where the environment is theirs to set.
    #[test]
    fn probe() {
        match env::var("IGC_TESTKIT_PROBE").as_deref() {
            Ok("shared") => println!("found {}", shared().unwrap().display()),
            Ok("skip") => assert_eq!(skip::<u8>("for a reason"), None),
            _ => {}
        }
    }

    fn run_probe(what: &str, variables: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "shared::tests::probe", "--nocapture"]);
        command.env_remove("CI").env("IGC_TESTKIT_PROBE", what).envs(variables.iter().copied());
        command.output().unwrap()
    }

    #[test]
    fn a_skip_is_named_and_is_a_failure_in_ci() {
        let skipped = run_probe("skip", &[]);
        assert!(skipped.status.success());
        let said = String::from_utf8(skipped.stderr).unwrap();
        assert_eq!(said.trim(), "skipped: shared::tests::probe: for a reason");
        assert!(!run_probe("skip", &[("CI", "true")]).status.success());
    }

    #[test]
    fn the_folder_named_is_the_one_used_and_must_be_there() {
        let dir = crate::temp_dir();
        let path = dir.path().to_str().unwrap();
        let found = run_probe("shared", &[("IGC_SHARED", path)]);
        assert!(String::from_utf8(found.stdout).unwrap().contains(&format!("found {path}")));
        let nowhere = dir.path().join("nowhere");
        assert!(
            !run_probe("shared", &[("IGC_SHARED", nowhere.to_str().unwrap())]).status.success()
        );
    }
}
