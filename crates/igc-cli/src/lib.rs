//! The `igc` command: parse arguments, call the library crates, print, choose an exit code.
//!
//! Start at [`run`]; then `cli.rs` is the grammar and `commands/` holds one file per command. What is said, in French
//! and English, is in `locales/`; every error is a `Failure` with a code that `igc explain` knows.
//!
//! No rule of the domain lives here.
mod cli;
mod codes;
mod commands;
mod console;
mod evidence;
mod exit;
mod failure;
mod files;
mod help;
mod inspect;
mod interrupt;
mod lang;
mod moment;
mod order;
mod password;
mod progress;
mod purpose;
mod request;
mod subject;
mod text;
mod usage;
mod voice;

use crate::cli::Cli;
use crate::console::{Console, Manner};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::lang::Lang;
use crate::voice::Voice;
use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use std::ffi::OsString;
use std::process::ExitCode;

pub use codes::ERROR_CODES;

/// Runs one command line and gives the exit code: 0 yes, 1 no, 2 could not tell.
///
/// An interruption ends the process from its handler, with 130.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let voice = Voice::new(Lang::choose(&args, |name| std::env::var(name).ok()));
    let matches = help::command(&voice).try_get_matches_from(&args);
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return misused(&args, voice, &error).into(),
    };
    let console = Console::new(voice, cli.general.manner());
    interrupt::install(Failure::unable("cli.interrupted").text(&console));
    let done = cli.verb.run(&console);
    let exit = done.unwrap_or_else(|failure| {
        console.fail(&failure);
        failure.exit()
    });
    exit.into()
}

/// Help, version, or a command line that is wrong.
fn misused(args: &[OsString], voice: Voice, error: &clap::Error) -> Exit {
    let json = args.iter().any(|arg| arg == "--json");
    let console = Console::new(voice, Manner { json, ..Manner::default() });
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let printed = console.print(&error.to_string());
            printed.map_or_else(|failure| failure.exit(), |()| Exit::Yes)
        }
        _ => {
            let failure = usage::failure(error);
            console.fail(&failure);
            failure.exit()
        }
    }
}
