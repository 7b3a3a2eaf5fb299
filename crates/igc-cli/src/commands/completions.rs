//! `igc completions`: a completion script, from the same grammar as the help.
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::help;
use clap::Args;
use clap_complete::Shell;

#[derive(Args)]
pub(crate) struct Completions {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut help::command(&console.voice), "igc", &mut script);
        console.print(&String::from_utf8_lossy(&script))?;
        Ok(Exit::Yes)
    }
}
