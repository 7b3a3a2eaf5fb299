//! `igc verify`: good or not, at a time, for a use, and why not.
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Verify {
    #[arg(value_name = "FILE", required = true)]
    file: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", required = true)]
    anchor: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    issuer: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    crl: Vec<PathBuf>,
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(long, value_name = "PURPOSE")]
    purpose: Option<String>,
}

impl Verify {
    pub(crate) fn run(self, _console: &Console) -> Result<Exit, Failure> {
        Err(Failure::unable("cli.usage"))
    }
}
