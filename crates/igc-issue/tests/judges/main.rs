//! What we issue, judged by programs we did not write.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail by panicking")]

mod fixture;
mod openssl;
mod pkilint;
