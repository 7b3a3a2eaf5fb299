//! Crates that hold rules have no clock, no I/O, no global state and no log (invariant 1).

use super::{Tracked, Violation};

/// The crates.
const RULES: [&str; 6] =
    ["igc-id", "igc-x509", "igc-path", "igc-revocation", "igc-verify", "igc-catalogue"];

/// What their code may not name.
const FORBIDDEN: [&str; 14] = [
    "SystemTime",
    "Instant::now",
    "std::fs",
    "std::net",
    "std::env",
    "std::io",
    "std::process",
    "std::thread",
    "thread_local!",
    "static mut",
    "println!",
    "eprintln!",
    "log::",
    "tracing::",
];

pub(super) fn check(tracked: &[Tracked]) -> Vec<Violation> {
    let mut found = Vec::new();
    for file in tracked.iter().filter(|file| file.is_rust() && holds_rules(&file.path)) {
        let Some(text) = file.text() else { continue };
        for (number, line) in shipped(&text) {
            for word in FORBIDDEN.iter().filter(|word| line.contains(*word)) {
                found.push(Violation::new(
                    format!("{}:{number}", file.path),
                    format!("`{word}` in a crate of rules: time, evidence and limits come in as arguments"),
                ));
            }
        }
    }
    found
}

/// Sources of the crates above, without the files that hold tests only.
fn holds_rules(path: &str) -> bool {
    let inside = RULES.iter().any(|name| path.starts_with(&format!("crates/{name}/src/")));
    inside && !path.ends_with("/tests.rs") && !path.contains("/tests/")
}

/// Numbered lines of code before the tests at the bottom, without comments.
fn shipped(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered =
        text.lines().zip(1_usize..).take_while(|(line, _)| line.trim() != "#[cfg(test)]");
    numbered
        .filter(|(line, _)| !line.trim_start().starts_with("//"))
        .map(|(line, number)| (number, line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_and_comments_are_free() {
        let text =
            "use core::fmt;\n// SystemTime is not here\nfn now() {}\n#[cfg(test)]\nuse std::fs;\n";
        assert_eq!(shipped(text).map(|(number, _)| number).collect::<Vec<_>>(), [1, 3]);
        assert!(holds_rules("crates/igc-path/src/validate.rs"));
        assert!(!holds_rules("crates/igc-path/src/validate/tests.rs"));
        assert!(!holds_rules("crates/igc-cli/src/main.rs"));
    }
}
