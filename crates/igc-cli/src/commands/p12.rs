use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use clap::Subcommand;

#[derive(Subcommand)]
pub(crate) enum P12 {
    Show,
}

impl P12 {
    pub(crate) fn run(self, _console: &Console) -> Result<Exit, Failure> {
        Err(Failure::unable("cli.usage"))
    }
}
