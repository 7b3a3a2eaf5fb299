//! Whose key signed, and where its CRLs and certificates are (RFC 5280 §4.2.1.1, §4.2.1.13, §4.2.2).

use crate::{
    Error, ErrorKind, GeneralName, GeneralNames, Oid, Rdn, ReasonFlags, SerialNumber, list::list,
    oid, reader::Reader, tag,
};

/// Which key of the issuer signed (RFC 5280 §4.2.1.1).
#[derive(Clone, Copy, Debug)]
pub struct AuthorityKeyIdentifier<'a> {
    /// The identifier the issuer's certificate has in its subjectKeyIdentifier.
    pub key_identifier: Option<&'a [u8]>,
    /// The issuer's issuer and serial number: both or neither.
    pub issuer_and_serial: Option<(GeneralNames<'a>, SerialNumber<'a>)>,
}

impl<'a> AuthorityKeyIdentifier<'a> {
    pub(crate) fn read(mut fields: Reader<'a>) -> Result<Self, Error> {
        let key_identifier = fields.optional(tag::context(0))?.map(|contents| contents.rest());
        let at = fields;
        let issuer = fields.optional(tag::context_constructed(1))?;
        let serial = fields.optional(tag::context(2))?;
        fields.finish()?;
        let issuer_and_serial = match (issuer, serial) {
            (Some(issuer), Some(serial)) => {
                let serial = SerialNumber::new(serial.integer_contents()?);
                Some((GeneralNames::from_elements(issuer)?, serial))
            }
            (None, None) => None,
            // §4.2.1.1: both or neither.
            _ => return Err(at.error(ErrorKind::ExtensionValue)),
        };
        Ok(Self { key_identifier, issuer_and_serial })
    }
}

/// Where a CRL is, which part of the revocations it holds, and who signs it (RFC 5280 §4.2.1.13).
#[derive(Clone, Copy, Debug)]
pub struct DistributionPoint<'a> {
    /// Where it is.
    pub name: Option<DistributionPointName<'a>>,
    /// The reasons it covers; all of them when absent.
    pub reasons: Option<ReasonFlags>,
    /// Who signs it, when not the certificate's issuer.
    pub crl_issuer: Option<GeneralNames<'a>>,
}

impl<'a> DistributionPoint<'a> {
    fn read(list: &mut Reader<'a>) -> Result<Self, Error> {
        let mut fields = list.expect(tag::SEQUENCE)?;
        let start = fields;
        let name = DistributionPointName::read_optional(&mut fields)?;
        let reasons = match fields.optional(tag::context(1))? {
            Some(contents) => Some(ReasonFlags::read(contents)?),
            None => None,
        };
        let crl_issuer = match fields.optional(tag::context_constructed(2))? {
            Some(elements) => Some(GeneralNames::from_elements(elements)?),
            None => None,
        };
        fields.finish()?;
        // §4.2.1.13: never the reasons alone.
        if name.is_none() && crl_issuer.is_none() {
            return Err(start.error(ErrorKind::ExtensionValue));
        }
        Ok(Self { name, reasons, crl_issuer })
    }

    /// The URIs of its full name.
    pub fn uris(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let full = match self.name {
            Some(DistributionPointName::FullName(names)) => Some(names),
            _ => None,
        };
        full.into_iter().flat_map(|names| names.uris())
    }
}

/// The name of a distribution point (RFC 5280 §4.2.1.13).
#[derive(Clone, Copy, Debug)]
pub enum DistributionPointName<'a> {
    /// `fullName`: names of one and the same place.
    FullName(GeneralNames<'a>),
    /// `nameRelativeToCRLIssuer`: to be added to the CRL issuer's name.
    RelativeToIssuer(Rdn<'a>),
}

impl<'a> DistributionPointName<'a> {
    /// `[0]`, explicit since the type is a CHOICE.
    pub(crate) fn read_optional(fields: &mut Reader<'a>) -> Result<Option<Self>, Error> {
        let Some(mut explicit) = fields.optional(tag::context_constructed(0))? else {
            return Ok(None);
        };
        let name = if explicit.peek() == Some(tag::context_constructed(1)) {
            let elements = explicit.expect(tag::context_constructed(1))?;
            Self::RelativeToIssuer(Rdn::from_elements(elements)?)
        } else {
            let elements = explicit.expect(tag::context_constructed(0))?;
            Self::FullName(GeneralNames::from_elements(elements)?)
        };
        explicit.finish()?;
        Ok(Some(name))
    }
}

list! {
    /// The points of `cRLDistributionPoints` or `freshestCRL` (RFC 5280 §4.2.1.13, §4.2.1.15).
    DistributionPoints of DistributionPoint, read DistributionPoint::read
}

impl<'a> DistributionPoints<'a> {
    /// The URIs of all points, in order.
    pub fn uris(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.iter().flat_map(|point| point.uris())
    }
}

/// A service or document about the issuer or subject (RFC 5280 §4.2.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessDescription<'a> {
    /// What is found there, such as an OCSP responder.
    pub method: Oid<'a>,
    /// Where it is.
    pub location: GeneralName<'a>,
}

impl<'a> AccessDescription<'a> {
    fn read(list: &mut Reader<'a>) -> Result<Self, Error> {
        let mut fields = list.expect(tag::SEQUENCE)?;
        let method = fields.oid()?;
        let location = GeneralName::read(&mut fields)?;
        fields.finish()?;
        Ok(Self { method, location })
    }
}

list! {
    /// The entries of `authorityInfoAccess` or `subjectInfoAccess` (RFC 5280 §4.2.2).
    InfoAccess of AccessDescription, read AccessDescription::read
}

impl<'a> InfoAccess<'a> {
    /// The URIs of one access method, in order.
    pub fn uris<'m>(&self, method: Oid<'m>) -> impl Iterator<Item = &'a str> + use<'a, 'm> {
        self.iter().filter_map(move |entry| match entry.location {
            GeneralName::Uri(uri) if entry.method == method => Some(uri),
            _ => None,
        })
    }

    /// The URIs of OCSP responders.
    pub fn ocsp(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.uris(oid::ID_AD_OCSP)
    }

    /// The URIs of the issuer's certificate.
    pub fn ca_issuers(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.uris(oid::ID_AD_CA_ISSUERS)
    }
}
