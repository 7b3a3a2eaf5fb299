//! The rules and the search, on certificates forged for each test.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test reports failure by panicking"
)]

mod chain;
mod search;
mod steps;
