//! Benchmarks beside their peers, in one run on one machine: ratios mean something, single figures do not.

use clap::{Args, ValueEnum};

use crate::run::{cargo, run as run_command};

/// Which benchmark.
#[derive(Args)]
pub(crate) struct Options {
    /// Its name.
    name: Name,
}

#[derive(Clone, Copy, ValueEnum)]
enum Name {
    /// Parse one end-entity certificate.
    Parse,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    match options.name {
        Name::Parse => run_command(cargo().args([
            "bench",
            "--package",
            "igc-x509",
            "--bench",
            "parse",
            "--locked",
        ])),
    }
}
