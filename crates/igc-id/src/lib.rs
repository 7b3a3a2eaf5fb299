//! Identifiers of French health: parse once, then they cannot be wrong.
//!
//! [`Siren`], [`Siret`], [`Finess`], [`Rpps`] and [`Adeli`] hold a number whose check digit holds.
//! [`StructureId`] and [`PersonId`] are the national ids built on them, as `OU` and `CN` of a
//! certificate carry them; [`CpxCardNumber`] names a CPx card.
//!
//! `parse` (and `FromStr`) takes the one written form; `normalise` also takes what people type:
//! spaces of any width, dots, hyphens, lower-case letters. An [`IdError`] says what is wrong and
//! where, and repeats nothing of the input.
//!
//! Not here: whether a number is attributed (a directory knows), names, addresses.
#![no_std]

#[cfg(test)]
extern crate std;

mod adeli;
mod card;
mod error;
mod finess;
#[doc(hidden)]
pub mod fuzz;
mod lettered;
mod local;
mod luhn;
mod number;
mod person;
mod practice;
mod rpps;
mod siren;
mod siret;
mod structure;
#[cfg(test)]
mod tests;

pub use adeli::Adeli;
pub use card::CpxCardNumber;
pub use error::{ERROR_CODES, IdError, IdErrorKind, Identifier};
pub use finess::Finess;
pub use local::Local;
pub use number::Grouped;
pub use person::PersonId;
pub use practice::{AdeliPractice, PracticeOrder, RppsPractice};
pub use rpps::Rpps;
pub use siren::Siren;
pub use siret::Siret;
pub use structure::StructureId;
