//! What a file holds, as facts: once for people ([`sheet`]), once for programs (JSON).
mod certificate;
mod crl;
mod extension;
mod key;
mod name;
mod pfx;
mod request;
pub(crate) mod sheet;

pub(crate) use certificate::{CertificateFacts, kind_title};
pub(crate) use crl::CrlFacts;
pub(crate) use extension::label;
pub(crate) use key::KeyFacts;
pub(crate) use pfx::PfxFacts;
pub(crate) use request::RequestFacts;
