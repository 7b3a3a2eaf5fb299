//! Requests of other makers judged by us, and ours judged by OpenSSL.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

mod fixture;
mod java;
mod laws;
mod node_forge;
mod openssl;
mod ours;
