//! Names, lengths and sizes of files, and what their text may not say.

use std::fs;

use super::{Tracked, Violation};

/// A file beyond this gets a look.
const LONG_LINES: usize = 450;
/// A file beyond this is split.
const TOO_MANY_LINES: usize = 800;
/// Beyond this a file is data, and data lives outside the repository.
const TOO_MANY_OCTETS: u64 = 200 * 1024;

/// Folders and dotfiles that the root may hold.
const ROOT: [&str; 19] = [
    ".cargo",
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "SECURITY.md",
    "clippy.toml",
    "crates",
    "deny.toml",
    "docs",
    "fuzz",
    "rustfmt.toml",
];

pub(super) fn check(tracked: &[Tracked]) -> anyhow::Result<Vec<Violation>> {
    let mut found = Vec::new();
    for file in tracked {
        let mut say = |rule: &str| found.push(Violation::new(&file.path, rule));
        let top = file.path.split('/').next().unwrap_or_default();
        if top != "xtask" && !ROOT.contains(&top) {
            say("the root holds only what docs/architecture.md lists");
        }
        if file.path.ends_with("/mod.rs") {
            say("foo.rs and foo/, never mod.rs");
        }
        // The lock file's length follows the dependencies, not us.
        let generated = file.path.ends_with("Cargo.lock");
        if !generated && fs::metadata(&file.full)?.len() > TOO_MANY_OCTETS {
            say("larger than 200 KiB: data lives outside the repository");
        }
        let Some(text) = file.text() else { continue };
        if file.is_rust() {
            match text.lines().count() {
                lines if lines > TOO_MANY_LINES => say("more than 800 lines: split it"),
                lines if lines > LONG_LINES => {
                    eprintln!("{}: {lines} lines: worth a look", file.path);
                }
                _ => {}
            }
        }
        for (number, line) in text.lines().enumerate() {
            let line_number = number.saturating_add(1);
            if let Some(rule) = fault(line, file.is_rust()) {
                found.push(Violation::new(format!("{}:{line_number}", file.path), rule));
            }
        }
    }
    Ok(found)
}

/// What is wrong with one line.
fn fault(line: &str, rust: bool) -> Option<&'static str> {
    if names_a_machine(line) {
        return Some("a path of somebody's machine");
    }
    if rust && (line.contains(concat!("#[al", "low(")) || line.contains(concat!("#![al", "low("))) {
        return Some("#[expect(lint, reason = …)] instead of allow");
    }
    None
}

/// Absolute paths of home folders and work folders. Written in halves: this file is checked too.
fn names_a_machine(line: &str) -> bool {
    let roots = [
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/wo", "rk/"),
        concat!("/Use", "rs/"),
    ];
    roots.iter().any(|root| {
        line.match_indices(root).any(|(at, _)| {
            // A URL or a relative path may contain the same letters further in.
            line.get(..at)
                .and_then(|before| before.chars().last())
                .is_none_or(|c| !c.is_alphanumeric() && c != '.')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_paths_are_told_from_urls() {
        assert!(names_a_machine(concat!("see /ho", "me/somebody/igc")));
        assert!(names_a_machine(concat!("\"/wo", "rk/main\"")));
        assert!(!names_a_machine(concat!("https://example.test/ho", "me/page")));
        assert!(!names_a_machine(concat!("./wo", "rk/dir")));
    }

    #[test]
    fn a_bare_allow_is_a_fault_in_rust_only() {
        let line = concat!("#[al", "low(dead_code)]");
        assert!(fault(line, true).is_some());
        assert!(fault(line, false).is_none());
    }
}
