//! Certificate revocation lists (RFC 5280 §5).
//!
//! `CertificateList::parse` reads the frame and checks every entry in one pass without keeping
//! any: a list of a million entries costs its own octets and nothing more.

use crate::{
    AlgorithmIdentifier, AuthorityKeyIdentifier, DistributionPoints, Error, ErrorKind, Extensions,
    Name, SerialNumber, Signed, Time, reader::Reader, tag,
};

mod entry;
mod issuing_distribution_point;

pub use entry::{RevokedCertificate, RevokedCertificates};
pub use issuing_distribution_point::IssuingDistributionPoint;

/// A CRL, borrowed from its DER (RFC 5280 §5.1).
#[derive(Clone, Copy, Debug)]
pub struct CertificateList<'a> {
    der: &'a [u8],
    tbs: &'a [u8],
    is_v2: bool,
    signature_algorithm: AlgorithmIdentifier<'a>,
    issuer: Name<'a>,
    this_update: Time,
    next_update: Option<Time>,
    revoked: Reader<'a>,
    extensions: Extensions<'a>,
    signature: &'a [u8],
}

impl<'a> CertificateList<'a> {
    /// Reads a CRL that fills `der`, of version 1 or 2, in one pass and without allocating.
    ///
    /// Checked here: DER of every field and entry up to the extensions' values, the version
    /// against the extensions present, and the same signature algorithm inside and outside
    /// (RFC 5280 §5.1.1.2). `nextUpdate` may be absent, as X.509 allows (RFC 5280 §5.1.2.5 does not).
    ///
    /// # Errors
    /// The first rule that does not hold, and where.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        let list = Self::parse_frame(der)?;
        entry::check(list.revoked, list.is_v2)?;
        Ok(list)
    }

    /// Reads all but the entries, which may each be at fault: for readers that walk them anyway.
    ///
    /// # Errors
    /// The first rule that does not hold, and where.
    pub fn parse_frame(der: &'a [u8]) -> Result<Self, Error> {
        let (signed, frame) = Signed::split(der)?;
        let mut fields = frame.contents;
        let is_v2 = version_2(&mut fields)?;
        let signature_algorithm = AlgorithmIdentifier::read(&mut fields)?;
        if signature_algorithm.der() != signed.signature_algorithm.der() {
            return Err(Error::new(ErrorKind::AlgorithmMismatch, frame.contents.end()));
        }
        let issuer = Name::read(&mut fields)?;
        let this_update = Time::read(&mut fields)?;
        let has_next = matches!(fields.peek(), Some(tag::UTC_TIME | tag::GENERALIZED_TIME));
        let next_update = if has_next { Some(Time::read(&mut fields)?) } else { None };
        let revoked = match fields.optional(tag::SEQUENCE)? {
            Some(entries) => entries,
            None => Reader::new(&[], fields.position()),
        };
        let extensions =
            if fields.is_empty() { Extensions::NONE } else { extensions(&mut fields, is_v2)? };
        fields.finish()?;
        Ok(Self {
            der,
            tbs: signed.tbs,
            is_v2,
            signature_algorithm,
            issuer,
            this_update,
            next_update,
            revoked,
            extensions,
            signature: signed.signature,
        })
    }

    /// The whole CRL, as given.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    /// The exact octets that were signed.
    #[must_use]
    pub const fn tbs(&self) -> &'a [u8] {
        self.tbs
    }

    /// The number people say: 1 or 2.
    #[must_use]
    pub const fn version(&self) -> u8 {
        if self.is_v2 { 2 } else { 1 }
    }

    /// The signature's algorithm: the inner and the outer one are the same.
    #[must_use]
    pub const fn signature_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.signature_algorithm
    }

    /// The octets of the signature.
    #[must_use]
    pub const fn signature(&self) -> &'a [u8] {
        self.signature
    }

    /// Who signed the CRL.
    #[must_use]
    pub const fn issuer(&self) -> Name<'a> {
        self.issuer
    }

    /// When it was made.
    #[must_use]
    pub const fn this_update(&self) -> Time {
        self.this_update
    }

    /// When the next one will be there at the latest.
    #[must_use]
    pub const fn next_update(&self) -> Option<Time> {
        self.next_update
    }

    /// The revoked certificates, in the order of the list. Reads as it goes, allocates nothing.
    #[must_use]
    pub fn revoked_certificates(&self) -> RevokedCertificates<'a> {
        RevokedCertificates::new(self.revoked, self.is_v2)
    }

    /// The CRL's own extensions, located but not decoded.
    #[must_use]
    pub const fn extensions(&self) -> &Extensions<'a> {
        &self.extensions
    }

    /// `authorityKeyIdentifier` (RFC 5280 §5.2.1).
    ///
    /// # Errors
    /// When the value is not of the extension's type.
    pub fn authority_key_identifier(&self) -> Result<Option<AuthorityKeyIdentifier<'a>>, Error> {
        self.extensions.authority_key_identifier()
    }

    /// `cRLNumber` (RFC 5280 §5.2.3).
    ///
    /// # Errors
    /// When the value is not of the extension's type.
    pub fn crl_number(&self) -> Result<Option<SerialNumber<'a>>, Error> {
        self.extensions.crl_number()
    }

    /// `deltaCRLIndicator`: the number of the base CRL (RFC 5280 §5.2.4).
    ///
    /// # Errors
    /// When the value is not of the extension's type.
    pub fn delta_crl_indicator(&self) -> Result<Option<SerialNumber<'a>>, Error> {
        self.extensions.delta_crl_indicator()
    }

    /// `issuingDistributionPoint` (RFC 5280 §5.2.5).
    ///
    /// # Errors
    /// When the value is not of the extension's type.
    pub fn issuing_distribution_point(
        &self,
    ) -> Result<Option<IssuingDistributionPoint<'a>>, Error> {
        self.extensions.issuing_distribution_point()
    }

    /// `freshestCRL`: where delta CRLs are (RFC 5280 §5.2.6).
    ///
    /// # Errors
    /// When the value is not of the extension's type.
    pub fn freshest_crl(&self) -> Result<Option<DistributionPoints<'a>>, Error> {
        self.extensions.freshest_crl()
    }

    /// Checks what [`CertificateList::parse`] leaves to the accessors: the strings of the issuer's
    /// name and the value of every extension this crate knows, those of entries included.
    ///
    /// # Errors
    /// The first value at fault.
    pub fn check(&self) -> Result<(), Error> {
        self.issuer.check()?;
        self.extensions.check()?;
        for entry in self.revoked_certificates() {
            entry?.extensions()?.check()?;
        }
        Ok(())
    }
}

/// `version Version OPTIONAL`: if present, v2 (RFC 5280 §5.1.2.1).
fn version_2(fields: &mut Reader<'_>) -> Result<bool, Error> {
    match fields.optional(tag::INTEGER)? {
        None => Ok(false),
        Some(contents) if contents.rest() == [1] => Ok(true),
        Some(contents) => Err(contents.error(ErrorKind::Version)),
    }
}

/// `[0] EXPLICIT Extensions`: version 2 only.
fn extensions<'a>(fields: &mut Reader<'a>, is_v2: bool) -> Result<Extensions<'a>, Error> {
    let at = fields.position();
    let mut explicit = fields.expect(tag::context_constructed(0))?;
    if !is_v2 {
        return Err(Error::new(ErrorKind::ExtensionVersion, at));
    }
    let extensions = Extensions::from_list(explicit.expect(tag::SEQUENCE)?)?;
    explicit.finish()?;
    Ok(extensions)
}
