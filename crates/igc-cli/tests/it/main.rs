//! The command as a user runs it: what it prints, what it writes, how it ends, and what other software says of the files.
mod bad_input;
mod files;
mod igc;
mod json;
mod judges;
mod language;
mod order;
mod read;
mod real;
