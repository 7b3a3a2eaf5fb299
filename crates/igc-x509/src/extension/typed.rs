//! Extensions decoded on demand: one accessor for each this crate knows.

use super::health::card_id;
use super::{Extension, Extensions, Slot};
use crate::{
    AuthorityKeyIdentifier, BasicConstraints, CardType, CertificatePolicies, DistributionPoints,
    Error, ErrorKind, ExtendedKeyUsage, GeneralNames, InfoAccess, IssuingDistributionPoint,
    KeyUsage, NameConstraints, PolicyConstraints, PolicyMappings, PrivateKeyUsagePeriod,
    ProductCategory, RevocationReason, SerialNumber, Specialities, Time, reader::Reader, tag,
};

impl<'a> Extensions<'a> {
    /// Decodes the extension of `slot`, if there, whose value is one element of type `tag`.
    fn decode<T>(
        &self,
        slot: Slot,
        tag: u8,
        read: impl FnOnce(Reader<'a>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        match self.at(slot) {
            Some(extension) => read(extension.reader(tag)?).map(Some),
            None => Ok(None),
        }
    }

    /// Decodes every extension this crate knows, and so finds what the others would find later.
    ///
    /// # Errors
    /// The first one, in the order of the accessors, whose value is not of its type.
    pub fn check(&self) -> Result<(), Error> {
        self.subject_key_identifier()?;
        self.key_usage()?;
        self.private_key_usage_period()?;
        self.subject_alt_name()?;
        self.issuer_alt_name()?;
        self.basic_constraints()?;
        self.crl_number()?;
        self.reason_code()?;
        self.invalidity_date()?;
        self.delta_crl_indicator()?;
        self.issuing_distribution_point()?;
        self.certificate_issuer()?;
        self.name_constraints()?;
        self.crl_distribution_points()?;
        self.certificate_policies()?;
        self.policy_mappings()?;
        self.authority_key_identifier()?;
        self.policy_constraints()?;
        self.extended_key_usage()?;
        self.freshest_crl()?;
        self.inhibit_any_policy()?;
        self.no_rev_avail()?;
        self.authority_info_access()?;
        self.subject_info_access()?;
        self.card_type()?;
        self.card_id()?;
        self.product_category()?;
        self.profession()?;
        self.specialities()?;
        Ok(())
    }
}

macro_rules! accessors {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $slot:ident, $tag:expr, $read:expr;)*) => {
        impl<'a> Extensions<'a> {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// When the value is not of the extension's type.
                pub fn $name(&self) -> Result<Option<$type>, Error> {
                    self.decode(Slot::$slot, $tag, $read)
                }
            )*
        }
    };
}

accessors! {
    /// `subjectKeyIdentifier` (RFC 5280 §4.2.1.2).
    subject_key_identifier: &'a [u8] = SubjectKeyIdentifier, tag::OCTET_STRING, |r| Ok(r.rest());
    /// `keyUsage` (RFC 5280 §4.2.1.3).
    key_usage: KeyUsage = KeyUsage, tag::BIT_STRING, KeyUsage::read;
    /// `privateKeyUsagePeriod` (RFC 3280 §4.2.1.4).
    private_key_usage_period: PrivateKeyUsagePeriod = PrivateKeyUsagePeriod, tag::SEQUENCE, PrivateKeyUsagePeriod::read;
    /// `subjectAltName` (RFC 5280 §4.2.1.6).
    subject_alt_name: GeneralNames<'a> = SubjectAltName, tag::SEQUENCE, GeneralNames::from_elements;
    /// `issuerAltName` (RFC 5280 §4.2.1.7).
    issuer_alt_name: GeneralNames<'a> = IssuerAltName, tag::SEQUENCE, GeneralNames::from_elements;
    /// `basicConstraints` (RFC 5280 §4.2.1.9).
    basic_constraints: BasicConstraints = BasicConstraints, tag::SEQUENCE, BasicConstraints::read;
    /// `nameConstraints` (RFC 5280 §4.2.1.10).
    name_constraints: NameConstraints<'a> = NameConstraints, tag::SEQUENCE, NameConstraints::read;
    /// `cRLDistributionPoints` (RFC 5280 §4.2.1.13).
    crl_distribution_points: DistributionPoints<'a> = CrlDistributionPoints, tag::SEQUENCE, DistributionPoints::from_elements;
    /// `certificatePolicies` (RFC 5280 §4.2.1.4).
    certificate_policies: CertificatePolicies<'a> = CertificatePolicies, tag::SEQUENCE, CertificatePolicies::read;
    /// `policyMappings` (RFC 5280 §4.2.1.5).
    policy_mappings: PolicyMappings<'a> = PolicyMappings, tag::SEQUENCE, PolicyMappings::from_elements;
    /// `authorityKeyIdentifier` (RFC 5280 §4.2.1.1).
    authority_key_identifier: AuthorityKeyIdentifier<'a> = AuthorityKeyIdentifier, tag::SEQUENCE, AuthorityKeyIdentifier::read;
    /// `policyConstraints` (RFC 5280 §4.2.1.11).
    policy_constraints: PolicyConstraints = PolicyConstraints, tag::SEQUENCE, PolicyConstraints::read;
    /// `extKeyUsage` (RFC 5280 §4.2.1.12).
    extended_key_usage: ExtendedKeyUsage<'a> = ExtKeyUsage, tag::SEQUENCE, ExtendedKeyUsage::from_elements;
    /// `freshestCRL`: where delta CRLs are (RFC 5280 §4.2.1.15, §5.2.6).
    freshest_crl: DistributionPoints<'a> = FreshestCrl, tag::SEQUENCE, DistributionPoints::from_elements;
    /// `inhibitAnyPolicy`: how many certificates may follow first (RFC 5280 §4.2.1.14).
    inhibit_any_policy: u32 = InhibitAnyPolicy, tag::INTEGER, |r| r.unsigned_contents();
    /// `noRevAvail`: nothing is published about revocation (RFC 9608 §2).
    no_rev_avail: () = NoRevAvail, tag::NULL, |r| r.finish();
    /// `authorityInfoAccess` (RFC 5280 §4.2.2.1).
    authority_info_access: InfoAccess<'a> = AuthorityInfoAccess, tag::SEQUENCE, InfoAccess::from_elements;
    /// `subjectInfoAccess` (RFC 5280 §4.2.2.2).
    subject_info_access: InfoAccess<'a> = SubjectInfoAccess, tag::SEQUENCE, InfoAccess::from_elements;

    /// `cRLNumber` (RFC 5280 §5.2.3).
    crl_number: SerialNumber<'a> = CrlNumber, tag::INTEGER, number;
    /// `deltaCRLIndicator`: the number of the base CRL (RFC 5280 §5.2.4).
    delta_crl_indicator: SerialNumber<'a> = DeltaCrlIndicator, tag::INTEGER, number;
    /// `issuingDistributionPoint` (RFC 5280 §5.2.5).
    issuing_distribution_point: IssuingDistributionPoint<'a> = IssuingDistributionPoint, tag::SEQUENCE, IssuingDistributionPoint::read;
    /// `reasonCode` of a CRL entry (RFC 5280 §5.3.1).
    reason_code: RevocationReason = CrlReasons, tag::ENUMERATED, RevocationReason::read;
    /// `invalidityDate` of a CRL entry (RFC 5280 §5.3.2).
    invalidity_date: Time = InvalidityDate, tag::GENERALIZED_TIME, |r| Time::generalized_contents(&r);
    /// `certificateIssuer` of a CRL entry (RFC 5280 §5.3.3).
    certificate_issuer: GeneralNames<'a> = CertificateIssuer, tag::SEQUENCE, GeneralNames::from_elements;

    /// Card type (1.2.250.1.71.1.2.2).
    card_type: CardType = CardType, tag::INTEGER, |r| r.unsigned_contents().map(CardType::from_number);
    /// Card number (1.2.250.1.71.1.2.3).
    card_id: &'a str = CardId, tag::PRINTABLE_STRING, card_id;
    /// Product category (1.2.250.1.71.1.2.5).
    product_category: ProductCategory = ProductCategory, tag::OCTET_STRING, ProductCategory::read;
    /// Profession, as a number of the sector's list (1.2.250.1.71.1.2.7).
    profession: u32 = Profession, tag::INTEGER, |r| r.unsigned_contents();
    /// Specialities (1.2.250.1.71.4.2.5).
    specialities: Specialities<'a> = Specialities, tag::SEQUENCE, Specialities::from_elements;
}

/// An INTEGER that is not negative and has at most 20 octets (RFC 5280 §5.2.3).
fn number(contents: Reader<'_>) -> Result<SerialNumber<'_>, Error> {
    let number = SerialNumber::new(contents.integer_contents()?);
    if number.is_negative() || number.as_bytes().len() > 20 {
        return Err(contents.error(ErrorKind::IntegerRange));
    }
    Ok(number)
}

impl<'a> Extension<'a> {
    /// A reader over the value, which must consist of one element of type `tag`.
    fn reader(&self, tag: u8) -> Result<Reader<'a>, Error> {
        Reader::whole(self.value, self.offset, tag)
    }
}
