//! PKCS #12 files (RFC 7292, RFC 9579): open what exists, say what it is, pack what the other side accepts.
//!
//! Start at [`Pfx::open`]. A file is read as the BER it may be, within a [`Budget`]; what it holds comes out as [`Opened`]: keys,
//! certificates, and [`Identity`] where a key was paired with its certificate. [`Pfx::describe`] tells the algorithms without a
//! password. [`Pfx::pack`] writes by a [`PackProfile`], which is data.
//!
//! A wrong password, an algorithm that is not supported and a damaged file are three different errors; where the file does not
//! let one tell, [`Certainty`] says so.
//!
//! Not here: whether a certificate is good (`igc-verify`), files on disk and where passwords come from (`igc-cli`).
#![warn(clippy::arithmetic_side_effects)]

mod attributes;
mod bag;
mod ber;
mod budget;
mod describe;
mod error;
#[doc(hidden)]
pub mod fuzz;
mod oids;
mod open;
mod opened;
mod pack;
mod pair;
mod parallel;
mod pfx;
mod profile;
mod public_key;
mod structure;
mod unlock;
mod warning;

pub use attributes::{Attribute, Attributes};
pub use budget::Budget;
pub use describe::{
    BagDescription, BagKind, Description, MacDescription, PartDescription, Protection,
};
pub use error::{Certainty, ERROR_CODES, P12Error, P12ErrorKind, Place, Protected};
pub use igc_crypto::pbe::Password;
pub use opened::{
    CertificateEntry, CrlEntry, Identity, KeyEntry, Opened, OtherEntry, PairedBy, SecretEntry,
};
pub use pack::Bundle;
pub use pfx::Pfx;
pub use profile::{Encryption, Integrity, PackProfile};
pub use warning::{WARNING_CODES, Warning};
