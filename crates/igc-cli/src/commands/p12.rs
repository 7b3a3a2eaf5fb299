//! `igc p12`: open PKCS#12 files.
mod open;

use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum P12 {
    Open(open::Open),
}

impl P12 {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        match self {
            Self::Open(verb) => verb.run(console),
        }
    }
}
