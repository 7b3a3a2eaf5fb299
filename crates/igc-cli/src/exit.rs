//! The four exit codes, for every command.
use std::process::ExitCode;

/// What the process answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Yes, or done.
    Yes,
    /// No: rejected, revoked, refused by a rule.
    No,
    /// Could not tell: usage, unreadable, unreachable.
    Unknown,
}

/// The code of an interrupted run: 128 + SIGINT.
pub(crate) const INTERRUPTED: u8 = 130;

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Yes => 0,
            Exit::No => 1,
            Exit::Unknown => 2,
        })
    }
}
