//! One suite over every backend: conformance vectors, agreement between backends, judges we did not write.

mod agreement;
mod backends;
mod signing;
mod wycheproof;
