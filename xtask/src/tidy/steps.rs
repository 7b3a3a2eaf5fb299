//! Every step of path validation is cited where it is done, or named among the deviations.

use std::{fs, path::Path};

use super::Violation;

/// RFC 5280 §6.1.3 to §6.1.5, step by step.
const PATH_STEPS: [(&str, &[&str]); 3] = [
    ("§6.1.3", &["(a)(1)", "(a)(2)", "(a)(3)", "(a)(4)", "(b)", "(c)", "(d)", "(e)", "(f)"]),
    (
        "§6.1.4",
        &[
            "(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)", "(j)", "(k)", "(l)",
            "(m)", "(n)", "(o)",
        ],
    ),
    ("§6.1.5", &["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)"]),
];

pub(super) fn check(root: &Path) -> Vec<Violation> {
    let source = root.join("crates/igc-path/src");
    let mut text = fs::read_to_string(root.join("docs/deviations.md")).unwrap_or_default();
    if !source.is_dir() {
        return Vec::new();
    }
    gather(&source, &mut text);
    let cited = |section: &str, step: &str| text.contains(&format!("{section} {step}"));
    PATH_STEPS
        .iter()
        .flat_map(|(section, steps)| steps.iter().map(move |step| (section, step)))
        .filter(|(section, step)| !cited(section, step))
        .map(|(section, step)| {
            Violation::new(
                "crates/igc-path",
                format!("{section} {step} is neither cited nor in docs/deviations.md"),
            )
        })
        .collect()
}

fn gather(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, text);
        } else if let Ok(source) = fs::read_to_string(&path) {
            text.push_str(&source);
        }
    }
}
