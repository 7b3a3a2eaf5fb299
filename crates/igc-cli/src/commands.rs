//! One file per command: arguments, calls, print, exit code.
pub(crate) mod catalogue;
pub(crate) mod completions;
pub(crate) mod csr;
pub(crate) mod explain;
pub(crate) mod inspect;
pub(crate) mod man;
pub(crate) mod order;
pub(crate) mod p12;
pub(crate) mod verify;
