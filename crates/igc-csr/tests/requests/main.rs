//! Requests of other makers judged by us, and ours judged by OpenSSL.

mod fixture;
mod java;
mod laws;
mod node_forge;
mod openssl;
mod ours;
