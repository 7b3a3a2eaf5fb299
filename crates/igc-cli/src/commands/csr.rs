//! `igc csr`: make and judge certification requests.
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::subject::SubjectArgs;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Csr {
    New(New),
    Check(Check),
}

impl Csr {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        match self {
            Self::New(verb) => verb.run(console),
            Self::Check(verb) => verb.run(console),
        }
    }
}

#[derive(Args)]
pub(crate) struct New {
    #[arg(long, value_name = "PRODUCT")]
    product: String,
    #[command(flatten)]
    subject: SubjectArgs,
    #[arg(long, value_name = "KIND", conflicts_with = "key")]
    key_kind: Option<String>,
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    out: PathBuf,
    #[arg(long)]
    force: bool,
}

impl New {
    fn run(self, _console: &Console) -> Result<Exit, Failure> {
        Err(Failure::unable("cli.usage"))
    }
}

#[derive(Args)]
pub(crate) struct Check {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "PRODUCT")]
    product: String,
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

impl Check {
    fn run(self, _console: &Console) -> Result<Exit, Failure> {
        Err(Failure::unable("cli.usage"))
    }
}
