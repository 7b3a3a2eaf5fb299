//! What a file holds, as facts: once for people ([`sheet`]), once for programs (JSON).
mod certificate;
mod crl;
mod extension;
mod key;
mod name;
mod request;
pub(crate) mod sheet;

pub(crate) use certificate::CertificateFacts;
pub(crate) use crl::CrlFacts;
pub(crate) use extension::label;
pub(crate) use key::KeyFacts;
pub(crate) use request::RequestFacts;
