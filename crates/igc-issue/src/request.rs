//! What a certificate is asked for with.

use igc_catalogue::{Fields, Product};
use igc_x509::{SubjectPublicKeyInfo, Time};

/// A wish for one certificate.
///
/// Whoever makes it vouches for the public key: proof of possession is `igc-csr`'s to check.
#[derive(Clone, Copy, Debug)]
pub struct IssueRequest<'a> {
    /// The product; its profile says everything that is not in the fields.
    pub product: &'a Product,
    /// What was filled in.
    pub fields: &'a Fields,
    /// The key to certify.
    pub public_key: SubjectPublicKeyInfo<'a>,
    /// When: the certificate's notBefore, and the day by which dated rules are chosen.
    pub at: Time,
    /// The layout of the certificate. Default: today's.
    pub form: ProfileForm,
}

/// The layout of a leaf: its order of extensions and its way of naming keys.
///
/// IGC-Santé changed both at once, between January 2022 and September 2023.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ProfileForm {
    /// As issued since 2023.
    #[default]
    Current,
    /// As issued until January 2022.
    Legacy,
}
