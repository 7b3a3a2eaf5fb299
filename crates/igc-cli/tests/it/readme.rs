//! What the README shows is what happens: its commands are run, and their output compared.
//!
//! `UPDATE_EXPECT=1` writes the real output into the README. Digits are not compared: dates and numbers of tests move.
use crate::igc::{AT, command, run};
use igc_testkit::temp_dir;
use std::fs;
use std::path::Path;

/// What `cargo run --release -- …` and an installed `igc …` have in common: the arguments.
fn arguments(line: &str) -> Option<&str> {
    line.strip_prefix("$ cargo run --release -- ").or_else(|| line.strip_prefix("$ igc "))
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// Expands `igc-roc/*.pem` as a shell does.
fn expanded(folder: &Path, line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in line.split_whitespace() {
        let Some((inside, ending)) = word.split_once("/*") else {
            words.push(word.to_owned());
            continue;
        };
        let mut found: Vec<String> = fs::read_dir(folder.join(inside))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(ending))
            .map(|name| format!("{inside}/{name}"))
            .collect();
        found.sort();
        words.append(&mut found);
    }
    words
}

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let folder = temp_dir();
    let (mut rewritten, mut commands, mut differ) = (String::new(), 0, Vec::new());
    for (index, block) in readme.split("```").enumerate() {
        if index > 0 {
            rewritten.push_str("```");
        }
        let shown = block.strip_prefix("console\n").and_then(|shown| shown.split_once('\n'));
        let Some((line, words, shown)) =
            shown.and_then(|(line, shown)| Some((line, arguments(line)?, shown)))
        else {
            rewritten.push_str(block);
            continue;
        };
        let mut command = command(folder.path());
        command.args(expanded(folder.path(), words));
        if words.starts_with("order") || words.starts_with("verify") {
            command.args(["--at", AT]);
        }
        let printed = run(&mut command).done();
        commands += 1;
        if without_digits(&printed) != without_digits(shown) {
            differ.push(format!("{line}\n{printed}"));
        }
        rewritten.push_str(&format!("console\n{line}\n{printed}"));
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() && !differ.is_empty() {
        fs::write(&path, rewritten).unwrap();
        return;
    }
    assert!(commands >= 3, "the README lost its examples");
    assert!(differ.is_empty(), "the README shows something else than:\n{}", differ.join("\n"));
}

#[test]
fn the_file_of_the_readme_is_one_the_command_takes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = fs::read_to_string(path).unwrap();
    let toml = readme.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let folder = temp_dir();
    fs::write(folder.path().join("hopital.toml"), toml).unwrap();
    let line = "--product SERV_SSL --product PRO_SIGN --structure hopital.toml --out out --json";
    let json = crate::igc::order(folder.path(), line).json();
    assert_eq!(json["structure"]["name"], "HOPITAL FICTIF DE TEST");
    assert_eq!(json["certificates"].as_array().unwrap().len(), 2);
}
