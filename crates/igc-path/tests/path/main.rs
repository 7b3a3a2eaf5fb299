//! The rules and the search, on certificates forged for each test.

mod chain;
mod search;
mod steps;
