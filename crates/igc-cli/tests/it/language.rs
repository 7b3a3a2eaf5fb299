//! French and English, by flag and by locale; colour and pipes.
use crate::igc::{command, igc, roc, run};
use std::process::Stdio;

#[test]
fn the_language_follows_the_flag_then_the_locale() {
    let said = |locale: &str, line: &str| {
        let mut command = command(roc());
        run(command.env("LC_ALL", locale).args(line.split_whitespace())).stdout
    };
    assert!(said("fr_FR.UTF-8", "explain path.expired").contains("le certificat a expiré"));
    assert!(said("C", "explain path.expired").contains("the certificate has expired"));
    assert!(said("C", "explain path.expired --lang fr").contains("remède"));
    assert!(said("fr_FR.UTF-8", "--help").contains("Usage : igc COMMANDE"));
    assert!(said("C", "order --lang=fr -h").contains("Exemples"));
}

#[test]
fn errors_speak_french_too() {
    let failed = igc(roc(), "order --usage rocc --lang fr");
    assert_eq!(
        failed.stderr,
        "erreur[order.usage.unknown]: aucun usage ne porte ce nom\n  ┌ rocc\n  = remède : roc, ror\n"
    );
}

#[test]
fn colour_only_when_asked() {
    let escape = '\u{1b}';
    assert!(!igc(roc(), "catalogue show roc").stdout.contains(escape));
    assert!(igc(roc(), "catalogue show roc --color always").stdout.contains(escape));
    assert!(!igc(roc(), "order --usage x").stderr.contains(escape));
}

#[test]
fn help_and_version_are_results() {
    let help = igc(roc(), "--help");
    assert_eq!((help.code, help.stderr.as_str()), (Some(0), ""));
    assert!(help.stdout.contains("igc order --usage roc"));
    assert_eq!(igc(roc(), "--version").done(), format!("igc {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut child = command(roc()).arg("explain").stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn completions_and_manual_pages_come_from_the_grammar() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = igc(roc(), &format!("completions {shell}")).done();
        assert!(script.contains("catalogue"), "{shell}");
    }
    assert!(igc(roc(), "man order").done().contains(".SH"));
    let folder = igc_testkit::temp_dir();
    let pages = igc(folder.path(), "man --out man").done();
    assert!(pages.contains("man/igc.1") && pages.contains("man/igc-csr-new.1"), "{pages}");
}

#[test]
fn no_english_sentence_in_a_french_error() {
    let folder = igc_testkit::temp_dir();
    std::fs::write(folder.path().join("x.p12"), b"0\x03\x02\x01\x03").unwrap();
    for (line, french) in [
        (
            "order --usage roc --name FICTIVE --department Paris --finess 0B9999993",
            "id.check-digit",
        ),
        ("p12 open x.p12", "p12."),
    ] {
        let said = igc(folder.path(), &format!("{line} --lang fr"));
        assert!(said.stderr.contains(french), "{said:#?}");
        assert!(!said.stderr.contains("= détail"), "{said:#?}");
        let said = igc(folder.path(), &format!("{line} --lang en"));
        assert!(said.stderr.contains("= detail"), "{said:#?}");
    }
}
