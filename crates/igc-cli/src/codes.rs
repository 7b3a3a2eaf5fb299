//! Every error code the command can show: its own, and those of the crates it calls.

/// This crate's codes, sorted.
pub const ERROR_CODES: &[&str] = &[
    "cli.code.unknown",
    "cli.command.missing",
    "cli.command.unknown",
    "cli.file.exists",
    "cli.file.missing",
    "cli.file.too-large",
    "cli.file.unreadable",
    "cli.file.unwritable",
    "cli.folder.unwritable",
    "cli.input.failed",
    "cli.interrupted",
    "cli.option.conflict",
    "cli.option.missing",
    "cli.option.unknown",
    "cli.output.failed",
    "cli.password.empty",
    "cli.password.not-utf8",
    "cli.time.invalid",
    "cli.usage",
    "cli.value.count",
    "cli.value.invalid",
    "cli.value.not-utf8",
];

/// The codes of the crates called.
const CRATES: &[&[&str]] = &[ERROR_CODES];

/// All of them, crate by crate.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    CRATES.iter().flat_map(|codes| codes.iter().copied())
}

#[cfg(test)]
mod tests;
