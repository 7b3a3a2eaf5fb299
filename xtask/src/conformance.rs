//! Suites of verdicts, run on any data of their form.
//!
//! The interface is stable: others run it on data this repository has never seen. No case is known by its id, hash or serial number.

mod igc;
mod report;

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, ValueEnum};

/// Which suite, on what, with what.
#[derive(Args)]
pub(crate) struct Options {
    /// The suite.
    suite: Suite,
    /// The folder of its data.
    #[arg(long)]
    data: PathBuf,
    /// The file of cases, when it is not the suite's usual one in the folder.
    #[arg(long)]
    vectors: Option<PathBuf>,
    /// Who verifies signatures.
    #[arg(long, value_enum, default_value = "aws-lc")]
    backend: Backend,
    /// One JSON object on standard output.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Suite {
    /// Artefacts of IGC-Santé with a manifest: read, classify, validate, open.
    Igc,
}

#[derive(Clone, Copy, ValueEnum)]
enum Backend {
    #[value(name = "rustcrypto")]
    RustCrypto,
    AwsLc,
}

/// 0: all right; 1: something wrong or skipped; 2: could not run.
pub(crate) fn run(options: &Options) -> ExitCode {
    let done = match options.suite {
        Suite::Igc => igc::run(&options.data, options.vectors.as_deref(), options.backend),
    };
    let report = match done {
        Ok(report) => report,
        Err(error) => {
            eprintln!("error: {error:#}");
            return ExitCode::from(2);
        }
    };
    println!("{}", if options.json { report.json() } else { report.to_string() });
    if report.all_right() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
