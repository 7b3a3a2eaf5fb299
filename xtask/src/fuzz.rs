//! libFuzzer on the stable toolchain, without a sanitizer.
//!
//! The code forbids `unsafe`: what remains to be found are panics, overflows, hangs and broken laws, and those need coverage
//! feedback only. The flags are the ones `cargo fuzz --sanitizer none` passes; stable accepts them, so nothing has to be installed.

mod seeds;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context as _, bail};
use clap::Args;

use crate::run::{cargo, root, run as run_command};

/// How long, and which targets.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Seconds per target.
    #[arg(long, default_value_t = 5)]
    seconds: u32,
    /// Only these targets; all when none is named.
    targets: Vec<String>,
}

impl Options {
    pub(crate) fn short(seconds: u32) -> Self {
        Self { seconds, targets: Vec::new() }
    }
}

/// What `cargo fuzz` passes for coverage feedback.
const INSTRUMENTATION: [&str; 8] = [
    "--cfg fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cdebug-assertions",
    "-Ccodegen-units=1",
];

/// An input that costs more than this is a finding.
const LIMITS: [&str; 5] =
    ["-timeout=10", "-rss_limit_mb=2048", "-max_len=65536", "-print_final_stats=1", "-verbosity=0"];

pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let folder = root().join("fuzz");
    let all = targets(&folder)?;
    for asked in &options.targets {
        if !all.contains(asked) {
            bail!("no fuzz target `{asked}`; there are: {}", all.join(", "));
        }
    }
    let programs = build(&folder)?;
    seeds::make(&folder.join("corpus"))?;
    for target in
        all.iter().filter(|name| options.targets.is_empty() || options.targets.contains(name))
    {
        let mut fuzzer = Command::new(programs.join(target));
        fuzzer
            .current_dir(&folder)
            .arg(format!("-max_total_time={}", options.seconds))
            .args(LIMITS);
        let artifacts = folder.join("artifacts").join(target);
        fs::create_dir_all(&artifacts)?;
        fuzzer.arg(format!("-artifact_prefix={}/", artifacts.display()));
        for corpus in corpora(&folder, target)? {
            fuzzer.arg(corpus);
        }
        run_command(&mut fuzzer)
            .with_context(|| format!("the input is kept in fuzz/artifacts/{target}"))?;
    }
    Ok(())
}

/// A target is a file of `fuzz/fuzz_targets`.
fn targets(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder.join("fuzz_targets"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// Builds all targets; gives the folder of the programs.
///
/// An explicit target triple keeps the flags away from build scripts and procedural macros.
fn build(folder: &Path) -> anyhow::Result<PathBuf> {
    let version = crate::run::output(Command::new("rustc").arg("-vV"))?;
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc names no host")?;
    let output = env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| folder.join("target"), |set| PathBuf::from(set).join("fuzz"));
    let mut build = cargo();
    build.current_dir(folder).args(["build", "--release", "--bins", "--locked", "--target", host]);
    build.arg("--target-dir").arg(&output).env("RUSTFLAGS", INSTRUMENTATION.join(" "));
    run_command(&mut build)?;
    Ok(output.join(host).join("release"))
}

/// Where inputs come from; new ones go to the first.
fn corpora(folder: &Path, target: &str) -> anyhow::Result<Vec<PathBuf>> {
    let own = folder.join("corpus").join(target);
    fs::create_dir_all(&own)?;
    let mut found = vec![own];
    found.extend([folder.join("seeds").join(target)].into_iter().filter(|kept| kept.is_dir()));
    found.extend(seeds::shared(target));
    Ok(found)
}
