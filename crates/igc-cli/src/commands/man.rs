//! `igc man`: a manual page, from the same grammar as the help.
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Batch, Secrecy};
use crate::help;
use clap::{Args, Command};
use clap_mangen::Man as Page;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Man {
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
    #[arg(short, long, value_name = "DIR", conflicts_with = "command")]
    out: Option<PathBuf>,
    #[arg(long, requires = "out")]
    force: bool,
}

impl Man {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        let mut root = help::command(&console.voice);
        root.build();
        let Some(out) = self.out else {
            let page = self.command.iter().try_fold(root, |command, word| {
                command
                    .find_subcommand(word)
                    .cloned()
                    .ok_or_else(|| Failure::unable("cli.command.unknown").at(word.as_str()))
            })?;
            console.print(&String::from_utf8_lossy(&render(page)?))?;
            return Ok(Exit::Yes);
        };
        files::writable_folder(&out)?;
        let mut batch = Batch::new(self.force);
        for page in all(root) {
            let name = format!("{}.1", page.get_display_name().unwrap_or_else(|| page.get_name()));
            batch.stage(out.join(name), &render(page)?, Secrecy::Public)?;
        }
        for path in batch.commit()? {
            console.print(&format!("{}\n", files::show(&path)))?;
        }
        Ok(Exit::Yes)
    }
}

/// A command and those below it.
fn all(root: Command) -> Vec<Command> {
    let (mut pages, mut next) = (Vec::new(), vec![root]);
    while let Some(command) = next.pop() {
        next.extend(command.get_subcommands().cloned());
        pages.push(command);
    }
    pages
}

fn render(command: Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    Page::new(command)
        .render(&mut page)
        .map_err(|why| Failure::unable("cli.output.failed").detail(why.to_string()))?;
    Ok(page)
}
