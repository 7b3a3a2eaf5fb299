//! The command as a user runs it: what it prints, what it writes, how it ends, and what other software says of the files.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod bad_input;
mod files;
mod igc;
mod json;
mod judges;
mod language;
mod order;
mod person;
mod read;
mod readme;
mod real;
