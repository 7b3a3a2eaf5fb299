//! Arrows between crates, as the table of `docs/architecture.md` draws them.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use anyhow::Context as _;
use serde::Deserialize;

use super::Violation;
use crate::run::{cargo, output};

/// A crate and what it may use: crates of this workspace, then others.
struct Row {
    name: &'static str,
    arrows: &'static [&'static str],
    others: Others,
}

/// Third-party crates that a crate may use in what it ships.
enum Others {
    None,
    /// Everything but cryptography, which is named by igc-crypto alone.
    NoCryptography,
    Any,
}

/// The table. An arrow also allows what its end may use.
const TABLE: [Row; 12] = [
    Row { name: "igc-id", arrows: &[], others: Others::None },
    Row { name: "igc-x509", arrows: &[], others: Others::None },
    Row { name: "igc-crypto", arrows: &["igc-x509"], others: Others::Any },
    Row { name: "igc-catalogue", arrows: &["igc-id", "igc-x509"], others: Others::None },
    Row { name: "igc-path", arrows: &["igc-x509", "igc-crypto"], others: Others::None },
    Row { name: "igc-revocation", arrows: &["igc-x509", "igc-crypto"], others: Others::None },
    Row {
        name: "igc-csr",
        arrows: &["igc-catalogue", "igc-x509", "igc-crypto"],
        others: Others::None,
    },
    Row { name: "igc-pkcs12", arrows: &["igc-x509", "igc-crypto"], others: Others::None },
    Row {
        name: "igc-issue",
        arrows: &["igc-catalogue", "igc-x509", "igc-crypto"],
        others: Others::None,
    },
    Row {
        name: "igc-verify",
        arrows: &["igc-path", "igc-revocation", "igc-catalogue"],
        others: Others::None,
    },
    Row {
        name: "igc-cli",
        arrows: &["igc-verify", "igc-csr", "igc-pkcs12", "igc-issue"],
        others: Others::NoCryptography,
    },
    Row { name: "igc-testkit", arrows: &[], others: Others::NoCryptography },
];

/// Named by igc-crypto alone (invariant 5).
const CRYPTOGRAPHY: [&str; 21] = [
    "aes",
    "aws-lc-rs",
    "aws-lc-sys",
    "cbc",
    "des",
    "ecdsa",
    "ed25519-dalek",
    "getrandom",
    "hmac",
    "openssl",
    "p256",
    "p384",
    "pbkdf2",
    "rand",
    "rc2",
    "ring",
    "rsa",
    "rustls",
    "sha1",
    "sha2",
    "signature",
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    description: Option<String>,
    license: Option<String>,
    manifest_path: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
}

pub(super) fn check(root: &Path) -> anyhow::Result<Vec<Violation>> {
    let json =
        output(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--locked"]))?;
    let metadata: Metadata = serde_json::from_str(&json).context("cargo metadata")?;
    let reach = reach();
    let members: BTreeSet<&str> =
        metadata.packages.iter().map(|package| package.name.as_str()).collect();
    let reasons = std::fs::read_to_string(root.join("docs/design.md")).unwrap_or_default();
    let mut found = Vec::new();
    for package in &metadata.packages {
        let manifest = package.manifest_path.as_str();
        let place = Path::new(manifest)
            .strip_prefix(root)
            .map_or(manifest, |path| path.to_str().unwrap_or(manifest));
        let mut say = |rule: String| found.push(Violation::new(place, rule));
        if package.description.as_deref().unwrap_or_default().is_empty() {
            say("no description".into());
        }
        if package.license.as_deref() != Some("MIT OR Apache-2.0") {
            say("license.workspace = true is missing".into());
        }
        let text = std::fs::read_to_string(manifest).unwrap_or_default();
        if !text.contains("[lints]\nworkspace = true") {
            say("[lints] workspace = true is missing".into());
        }
        let folder = Path::new(manifest).parent().and_then(Path::file_name).unwrap_or_default();
        if folder != package.name.as_str() {
            say(format!("the folder of {} is named otherwise", package.name));
        }
        let foreign = package.dependencies.iter().map(|dependency| dependency.name.as_str());
        for name in foreign.filter(|name| !members.contains(name)) {
            if !reasons.contains(&format!("`{name}`")) {
                say(format!("{name} has no reason in docs/design.md"));
            }
        }
        if package.name == "xtask" {
            continue;
        }
        let Some(row) = TABLE.iter().find(|row| row.name == package.name) else {
            say("this crate is not in the table of docs/architecture.md".into());
            continue;
        };
        // Development dependencies may point anywhere below; build scripts are not shipped.
        for dependency in package.dependencies.iter().filter(|dependency| dependency.kind.is_none())
        {
            let name = dependency.name.as_str();
            if members.contains(name) {
                if !reach.get(row.name).is_some_and(|reached| reached.contains(name)) {
                    say(format!("the table draws no arrow to {name}"));
                }
            } else if !row.others.allow(name) {
                say(format!("may not use {name}"));
            }
        }
    }
    Ok(found)
}

impl Others {
    fn allow(&self, name: &str) -> bool {
        match self {
            Self::None => false,
            Self::NoCryptography => !CRYPTOGRAPHY.contains(&name),
            Self::Any => true,
        }
    }
}

/// For each crate, all that its arrows lead to.
fn reach() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut reach = BTreeMap::<_, BTreeSet<_>>::new();
    // The table is sorted by layer: what an arrow points to has been visited.
    for row in &TABLE {
        let mut reached = BTreeSet::new();
        for arrow in row.arrows {
            reached.insert(*arrow);
            reached.extend(reach.get(arrow).into_iter().flatten());
        }
        reach.insert(row.name, reached);
    }
    reach
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checking_side_does_not_know_the_making_side() {
        let reach = reach();
        let making = ["igc-csr", "igc-issue", "igc-pkcs12"];
        for checking in ["igc-x509", "igc-path", "igc-revocation", "igc-verify"] {
            assert!(making.iter().all(|name| !reach[checking].contains(name)), "{checking}");
        }
        assert!(
            !reach["igc-path"].contains("igc-revocation")
                && !reach["igc-revocation"].contains("igc-path")
        );
        assert!(reach["igc-verify"].contains("igc-crypto"));
    }

    #[test]
    fn arrows_point_to_earlier_rows() {
        for (index, row) in TABLE.iter().enumerate() {
            let earlier: Vec<_> = TABLE[..index].iter().map(|row| row.name).collect();
            assert!(row.arrows.iter().all(|arrow| earlier.contains(arrow)), "{}", row.name);
        }
    }
}
