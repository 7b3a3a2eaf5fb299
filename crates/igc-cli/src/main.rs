//! The `igc` command. Everything is in the library half of this crate.
use std::process::ExitCode;

fn main() -> ExitCode {
    igc_cli::run(std::env::args_os())
}
