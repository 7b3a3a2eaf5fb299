//! Exactly what the CI server runs, in the order that fails fastest.
//!
//! On a developer's machine a tool that is not installed is named and passed over; with `CI=true` it is a failure.

use std::{env, process::Command, time::Instant};

use anyhow::bail;

use crate::{
    fuzz,
    run::{cargo, in_ci, run as run_command, watch},
    tidy,
};

/// Crates that promise `no_std` with `alloc`.
const NO_STD: [&str; 2] = ["igc-id", "igc-x509"];

/// Seconds each fuzz target runs here; a long run is `cargo xtask fuzz --seconds 600`.
const FUZZ_SECONDS: u32 = 5;

type Step = (&'static str, fn(&mut Tests) -> anyhow::Result<()>);

const STEPS: [Step; 8] = [
    ("format", |_| format()),
    ("tidy", |_| tidy::run()),
    ("lints", |_| lints()),
    ("no_std", |_| no_std()),
    ("dependencies", |_| dependencies()),
    ("documentation", |_| documentation()),
    ("tests", Tests::run),
    ("fuzz", |_| short_fuzz()),
];

pub(crate) fn run() -> anyhow::Result<()> {
    let mut tests = Tests::default();
    for (name, step) in STEPS {
        let start = Instant::now();
        eprintln!("\n== {name}");
        step(&mut tests)?;
        eprintln!("== {name}: done in {} s", start.elapsed().as_secs());
    }
    println!("\n{}", tests.summary());
    Ok(())
}

fn format() -> anyhow::Result<()> {
    if !has(&["fmt", "--version"], "rustfmt", "rustup component add rustfmt")? {
        return Ok(());
    }
    run_command(cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> anyhow::Result<()> {
    if !has(&["clippy", "--version"], "clippy", "rustup component add clippy")? {
        return Ok(());
    }
    let all = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    run_command(cargo().args(all))
}

fn no_std() -> anyhow::Result<()> {
    for package in NO_STD {
        run_command(cargo().args([
            "check",
            "--package",
            package,
            "--no-default-features",
            "--lib",
            "--locked",
        ]))?;
    }
    Ok(())
}

/// Licences, sources, bans and duplicates; advisories too where their database can be fetched.
fn dependencies() -> anyhow::Result<()> {
    if !has(&["deny", "--version"], "cargo-deny", "cargo install cargo-deny --locked --debug")? {
        return Ok(());
    }
    run_command(cargo().args(["deny", "check", "bans", "licenses", "sources"]))?;
    // The database is a git repository on the network: its absence must not fail a build, a finding must.
    if let Err(error) = run_command(cargo().args(["deny", "fetch", "db"])) {
        eprintln!("skipped: advisories, whose database cannot be fetched: {error:#}");
        return Ok(());
    }
    run_command(cargo().args(["deny", "check", "advisories"]))?;
    Ok(())
}

fn documentation() -> anyhow::Result<()> {
    let mut doc = cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--all-features", "--locked"])
        .env("RUSTDOCFLAGS", "-D warnings");
    run_command(&mut doc)
}

fn short_fuzz() -> anyhow::Result<()> {
    // libFuzzer is C++, and nothing else here is.
    let compiler = env::var_os("CXX").unwrap_or_else(|| "c++".into());
    if Command::new(compiler).arg("--version").output().is_err() {
        if in_ci() {
            bail!("no C++ compiler: apt install g++");
        }
        eprintln!("skipped: no C++ compiler (apt install g++)");
        return Ok(());
    }
    fuzz::run(&fuzz::Options::short(FUZZ_SECONDS))
}

/// Whether a cargo subcommand is there; under `CI=true` it must be.
fn has(arguments: &[&str], name: &str, cure: &str) -> anyhow::Result<bool> {
    let found = cargo().args(arguments).output().is_ok_and(|output| output.status.success());
    if !found && in_ci() {
        bail!("{name} is not installed: {cure}");
    }
    if !found {
        eprintln!("skipped: {name} is not installed ({cure})");
    }
    Ok(found)
}

/// The tests that ran, over all test programs.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tests {
    passed: u64,
    failed: u64,
    ignored: u64,
}

impl Tests {
    fn run(&mut self) -> anyhow::Result<()> {
        watch(cargo().args(["test", "--workspace", "--locked"]), |line| self.count(line))?;
        if self.passed == 0 {
            bail!("no test ran");
        }
        Ok(())
    }

    /// Reads cargo's `test result: ok. 7 passed; 0 failed; 1 ignored; …`.
    fn count(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else { return };
        let (_, counts) = counts.split_once(". ").unwrap_or_default();
        for count in counts.split("; ") {
            let Some((number, what)) = count.split_once(' ') else { continue };
            let number: u64 = number.parse().unwrap_or(0);
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }

    /// In cargo's own form, so that what reads cargo reads this too.
    fn summary(&self) -> String {
        let Self { passed, failed, ignored } = self;
        let verdict = if *failed == 0 { "ok" } else { "FAILED" };
        format!(
            "test result: {verdict}. {passed} passed; {failed} failed; {ignored} ignored; all steps passed"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up_over_test_programs() {
        let mut tests = Tests::default();
        tests.count("running 3 tests");
        tests.count("test result: ok. 7 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.02s");
        tests.count(
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
        );
        assert_eq!(tests, Tests { passed: 8, failed: 2, ignored: 1 });
        assert!(tests.summary().starts_with("test result: FAILED. 8 passed; 2 failed"));
    }
}
