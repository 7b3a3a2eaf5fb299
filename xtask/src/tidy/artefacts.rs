//! No real artefact is committed: test data lives beside the repository and is read from there.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::Context as _;

use super::{Tracked, Violation};
use crate::run::output;

/// Compares contents by the name git gives them; without the shared folder there is nothing to compare with.
pub(super) fn check(root: &Path, tracked: &[Tracked]) -> anyhow::Result<Vec<Violation>> {
    let shared = env::var_os("IGC_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let mut real = Vec::new();
    for folder in ["igc-sante", "seeds", "suites"] {
        gather(&shared.join(folder), &mut real)?;
    }
    if real.is_empty() {
        return Ok(Vec::new());
    }
    let real: BTreeSet<String> = blobs(root, &real)?.into_iter().collect();
    let files: Vec<PathBuf> = tracked.iter().map(|file| file.full.clone()).collect();
    let ours = blobs(root, &files)?;
    let copies = tracked.iter().zip(&ours).filter(|(_, blob)| real.contains(*blob));
    Ok(copies
        .map(|(file, _)| {
            Violation::new(&file.path, "a copy of shared test data: read it from there")
        })
        .collect())
}

/// The names git gives to the contents of `files`, in their order.
fn blobs(root: &Path, files: &[PathBuf]) -> anyhow::Result<Vec<String>> {
    let list = tempfile::NamedTempFile::new()?;
    let names: Vec<String> = files.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    fs::write(list.path(), names.join("\n"))?;
    let stdin = Stdio::from(fs::File::open(list.path())?);
    let hash = ["hash-object", "--no-filters", "--stdin-paths"];
    let printed = output(Command::new("git").current_dir(root).args(hash).stdin(stdin))
        .context("git hash-object")?;
    Ok(printed.lines().map(str::to_owned).collect())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if fs::metadata(&path)?.len() > 0 {
            files.push(path);
        }
    }
    Ok(())
}
