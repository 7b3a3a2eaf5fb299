//! The certificate's extensions by name; see `Extensions` for those of CRLs and requests.

use crate::{
    AuthorityKeyIdentifier, BasicConstraints, CardType, Certificate, CertificatePolicies,
    DistributionPoints, Error, ExtendedKeyUsage, GeneralNames, InfoAccess, KeyUsage,
    NameConstraints, PolicyConstraints, PolicyMappings, PrivateKeyUsagePeriod, ProductCategory,
    Specialities,
};

macro_rules! delegate {
    ($($(#[$doc:meta])* $name:ident: $type:ty;)*) => {
        impl<'a> Certificate<'a> {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// When the value is not of the extension's type.
                pub fn $name(&self) -> Result<Option<$type>, Error> {
                    self.extensions().$name()
                }
            )*
        }
    };
}

delegate! {
    /// `subjectKeyIdentifier` (RFC 5280 §4.2.1.2).
    subject_key_identifier: &'a [u8];
    /// `keyUsage` (RFC 5280 §4.2.1.3).
    key_usage: KeyUsage;
    /// `privateKeyUsagePeriod` (RFC 3280 §4.2.1.4).
    private_key_usage_period: PrivateKeyUsagePeriod;
    /// `subjectAltName` (RFC 5280 §4.2.1.6).
    subject_alt_name: GeneralNames<'a>;
    /// `issuerAltName` (RFC 5280 §4.2.1.7).
    issuer_alt_name: GeneralNames<'a>;
    /// `basicConstraints` (RFC 5280 §4.2.1.9).
    basic_constraints: BasicConstraints;
    /// `nameConstraints` (RFC 5280 §4.2.1.10).
    name_constraints: NameConstraints<'a>;
    /// `cRLDistributionPoints` (RFC 5280 §4.2.1.13).
    crl_distribution_points: DistributionPoints<'a>;
    /// `certificatePolicies` (RFC 5280 §4.2.1.4).
    certificate_policies: CertificatePolicies<'a>;
    /// `policyMappings` (RFC 5280 §4.2.1.5).
    policy_mappings: PolicyMappings<'a>;
    /// `authorityKeyIdentifier` (RFC 5280 §4.2.1.1).
    authority_key_identifier: AuthorityKeyIdentifier<'a>;
    /// `policyConstraints` (RFC 5280 §4.2.1.11).
    policy_constraints: PolicyConstraints;
    /// `extKeyUsage` (RFC 5280 §4.2.1.12).
    extended_key_usage: ExtendedKeyUsage<'a>;
    /// `freshestCRL` (RFC 5280 §4.2.1.15).
    freshest_crl: DistributionPoints<'a>;
    /// `inhibitAnyPolicy` (RFC 5280 §4.2.1.14).
    inhibit_any_policy: u32;
    /// `noRevAvail` (RFC 9608 §2).
    no_rev_avail: ();
    /// `authorityInfoAccess` (RFC 5280 §4.2.2.1).
    authority_info_access: InfoAccess<'a>;
    /// `subjectInfoAccess` (RFC 5280 §4.2.2.2).
    subject_info_access: InfoAccess<'a>;
    /// Card type (1.2.250.1.71.1.2.2).
    card_type: CardType;
    /// Card number (1.2.250.1.71.1.2.3).
    card_id: &'a str;
    /// Product category (1.2.250.1.71.1.2.5).
    product_category: ProductCategory;
    /// Profession, as a number of the sector's list (1.2.250.1.71.1.2.7).
    profession: u32;
    /// Specialities (1.2.250.1.71.4.2.5).
    specialities: Specialities<'a>;
}

impl Certificate<'_> {
    /// Checks what [`Certificate::parse`] leaves to the accessors: the strings of both names and
    /// the value of every extension this crate knows.
    ///
    /// # Errors
    /// The first value at fault.
    pub fn check(&self) -> Result<(), Error> {
        self.issuer().check()?;
        self.subject().check()?;
        self.extensions().check()
    }
}
