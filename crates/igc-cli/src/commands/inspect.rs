use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use clap::Args;

#[derive(Args)]
pub(crate) struct Inspect {}

impl Inspect {
    pub(crate) fn run(self, _console: &Console) -> Result<Exit, Failure> {
        Err(Failure::unable("cli.usage"))
    }
}
