//! The rules of the house that no compiler checks. `docs/architecture.md` gives the reason of each.

mod artefacts;
mod clockless;
mod files;
mod layers;
mod steps;

use core::fmt;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::bail;

use crate::run::{output, root};

/// A rule broken somewhere.
struct Violation {
    place: String,
    rule: String,
}

impl Violation {
    fn new(place: impl Into<String>, rule: impl Into<String>) -> Self {
        Self { place: place.into(), rule: rule.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.rule)
    }
}

/// A file that git tracks.
struct Tracked {
    /// Relative to the root, with `/`.
    path: String,
    full: PathBuf,
}

impl Tracked {
    /// Its text; `None` when it is not UTF-8 or has been removed.
    fn text(&self) -> Option<String> {
        fs::read_to_string(&self.full).ok()
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }
}

pub(crate) fn run() -> anyhow::Result<()> {
    let root = root();
    let tracked = tracked(&root)?;
    let mut found = layers::check(&root)?;
    found.extend(files::check(&tracked)?);
    found.extend(clockless::check(&tracked));
    found.extend(steps::check(&root));
    found.extend(artefacts::check(&root, &tracked)?);
    for violation in &found {
        eprintln!("{violation}");
    }
    if !found.is_empty() {
        bail!("{} rules of the house are broken", found.len());
    }
    eprintln!("{} files are tidy", tracked.len());
    Ok(())
}

/// What git tracks, and new files it does not ignore.
fn tracked(root: &Path) -> anyhow::Result<Vec<Tracked>> {
    let listed = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
    let names = output(Command::new("git").current_dir(root).args(listed))?;
    let files = names.split('\0').filter(|name| !name.is_empty());
    let files = files.map(|name| Tracked { path: name.to_owned(), full: root.join(name) });
    Ok(files.filter(|file| file.full.is_file()).collect())
}
