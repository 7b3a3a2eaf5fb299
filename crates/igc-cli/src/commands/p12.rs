//! `igc p12`: open PKCS#12 files.
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::password::PasswordSource;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum P12 {
    Open(Open),
}

impl P12 {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        match self {
            Self::Open(verb) => verb.run(console),
        }
    }
}

#[derive(Args)]
pub(crate) struct Open {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    password: PasswordSource,
    #[arg(long)]
    force: bool,
}

impl Open {
    fn run(self, _console: &Console) -> Result<Exit, Failure> {
        Err(Failure::unable("cli.usage"))
    }
}
