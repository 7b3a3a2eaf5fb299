use super::*;
use crate::lang::Lang;
use expect_test::expect_file;
use std::path::Path;

/// Every command with its path of names, the root first.
fn walk(command: &Command, path: &str, visit: &mut dyn FnMut(&Command, &str)) {
    visit(command, path);
    for sub in command.get_subcommands() {
        let path = if path.is_empty() {
            sub.get_name().to_owned()
        } else {
            format!("{path} {}", sub.get_name())
        };
        walk(sub, &path, visit);
    }
}

/// As `igc … --help` prints it, on a terminal of 100 columns.
fn helps(lang: Lang) -> String {
    let mut root = command(&Voice::new(lang)).term_width(100);
    root.build();
    let mut text = String::new();
    walk(&root, "", &mut |command, path| {
        let help = command.clone().term_width(100).render_help();
        text.push_str(&format!("$ igc {path} --help\n{help}\n"));
    });
    text
}

#[test]
fn the_grammar_is_sound() {
    command(&Voice::new(Lang::En)).debug_assert();
}

#[test]
fn helps_in_french() {
    expect_file!["help.fr.txt"].assert_eq(&helps(Lang::Fr));
}

#[test]
fn helps_in_english() {
    expect_file!["help.en.txt"].assert_eq(&helps(Lang::En));
}

#[test]
fn the_first_help_fits_a_screen_and_names_every_command() {
    for lang in [Lang::Fr, Lang::En] {
        let voice = Voice::new(lang);
        let help = command(&voice).render_help().to_string();
        assert!(help.lines().count() <= 24, "{lang:?}: {} lines", help.lines().count());
        for sub in command(&voice).get_subcommands() {
            assert!(help.contains(sub.get_name()), "{lang:?}: {} is not in it", sub.get_name());
        }
    }
}

#[test]
fn every_command_ends_with_two_examples_that_parse() {
    let grammar = command(&Voice::new(Lang::En));
    walk(&grammar, "", &mut |command, path| {
        if path.is_empty() {
            return;
        }
        let examples = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let examples: Vec<&str> = examples.lines().skip(1).map(str::trim).collect();
        assert_eq!(examples.len(), 2, "igc {path}");
        for example in examples {
            let plain = example.split(['|', '<', '>']).next().unwrap();
            let words: Vec<&str> = plain.split_whitespace().collect();
            let parsed = grammar.clone().try_get_matches_from(&words);
            assert!(parsed.is_ok(), "igc {path}: `{example}`: {}", parsed.unwrap_err());
        }
    });
}

#[test]
fn no_text_is_missing() {
    for file in ["help.fr.txt", "help.en.txt"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/help").join(file);
        let text = std::fs::read_to_string(path).unwrap();
        for id in ["arg-", "value-", "heading-", "help-"] {
            let missing = text
                .split_whitespace()
                .find(|word| word.starts_with(id) || word.starts_with(&format!("<{id}")));
            assert_eq!(missing, None, "{file} shows an id instead of a text");
        }
    }
}
