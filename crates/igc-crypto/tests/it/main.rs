//! One suite over every backend: conformance vectors, agreement between backends, judges we did not write.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod agreement;
mod backends;
mod malformed;
mod openssl_keys;
mod openssl_signatures;
mod signing;
mod wycheproof;
