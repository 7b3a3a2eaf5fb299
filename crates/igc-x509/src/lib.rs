//! Borrowed, zero-copy views of X.509 structures (RFC 5280, RFC 2986, RFC 5652).
//!
//! Start at [`Certificate::parse`]. A view borrows the bytes it was made from, keeps the exact
//! octets that were signed, and locates every extension in one pass without allocating; the
//! contents of an extension are decoded when an accessor asks for them.
//!
//! Not here: signatures (`igc-crypto`), trust (`igc-path`), status (`igc-revocation`). No clock,
//! no I/O, no global state.
#![no_std]
#![warn(clippy::arithmetic_side_effects)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod algorithm;
mod certificate;
mod crl;
pub mod encode;
mod error;
mod extension;
#[doc(hidden)]
pub mod fuzz;
mod general_name;
pub mod input;
mod list;
mod name;
mod object_identifier;
pub mod oid;
pub mod pem;
pub mod pkcs7;
mod reader;
mod reason;
mod request;
mod serial;
mod signed;
mod tag;
mod time;
mod validity;

pub use algorithm::{AlgorithmIdentifier, Any, RsaPublicKey, SubjectPublicKeyInfo};
pub use certificate::{Certificate, TbsCertificate, Version};
pub use crl::{CertificateList, IssuingDistributionPoint, RevokedCertificate, RevokedCertificates};
pub use error::{ERROR_CODES, Error, ErrorKind};
pub use extension::{
    AccessDescription, AuthorityKeyIdentifier, BasicConstraints, CardType, CertificatePolicies,
    DisplayText, DistributionPoint, DistributionPointName, DistributionPoints, ExtendedKeyUsage,
    Extension, Extensions, ExtensionsIter, GeneralSubtrees, InfoAccess, KeyUsage, NameConstraints,
    PolicyConstraints, PolicyInformation, PolicyMapping, PolicyMappings, PolicyQualifier,
    PolicyQualifiers, PrivateKeyUsagePeriod, ProductCategory, Specialities, UserNotice,
};
pub use general_name::{GeneralName, GeneralNames};
pub use name::{Attribute, Attributes, Name, NameBuf, Rdn, Rdns, Rfc4514, StringKind};
pub use object_identifier::{Oid, OidBuf};
pub use reason::{ReasonFlags, RevocationReason};
pub use request::{AttributeValues, CertificationRequest, RequestAttribute};
pub use serial::SerialNumber;
pub use signed::Signed;
pub use time::Time;
pub use validity::Validity;
