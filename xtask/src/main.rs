//! The chores of this repository, run as `cargo xtask NAME`.
//!
//! Start at [`ci`]: it is what the CI server runs, and all it runs.

mod bench;
mod ci;
mod conformance;
mod fuzz;
mod run;
mod tidy;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of the repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Everything the CI server checks, in the order that fails fastest.
    Ci,
    /// The rules of the house that no compiler checks.
    Tidy,
    /// A suite of verdicts, on data of its form.
    Conformance(conformance::Options),
    /// Each fuzz target for a few seconds, on stable.
    Fuzz(fuzz::Options),
    /// A benchmark beside its peers, as ratios.
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().chore {
        Chore::Ci => ci::run(),
        Chore::Tidy => tidy::run(),
        Chore::Conformance(options) => return conformance::run(&options),
        Chore::Fuzz(options) => fuzz::run(&options),
        Chore::Bench(options) => bench::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
