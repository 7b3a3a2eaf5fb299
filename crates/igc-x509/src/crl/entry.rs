//! The entries of a CRL (RFC 5280 §5.1.2.6, §5.3).

use crate::{
    Error, ErrorKind, Extensions, GeneralNames, RevocationReason, SerialNumber, Time,
    reader::Reader, tag,
};

/// One revoked certificate.
#[derive(Clone, Copy, Debug)]
pub struct RevokedCertificate<'a> {
    /// Its serial number.
    pub serial: SerialNumber<'a>,
    /// When it was revoked.
    pub revocation_date: Time,
    extensions: Option<Reader<'a>>,
}

impl<'a> RevokedCertificate<'a> {
    #[inline]
    fn read(list: &mut Reader<'a>, is_v2: bool) -> Result<Self, Error> {
        let mut fields = list.expect(tag::SEQUENCE)?;
        let serial = SerialNumber::new(fields.integer()?);
        let revocation_date = Time::read(&mut fields)?;
        let extensions = if fields.is_empty() {
            None
        } else if is_v2 {
            Some(fields.expect(tag::SEQUENCE)?)
        } else {
            return Err(fields.error(ErrorKind::ExtensionVersion));
        };
        fields.finish()?;
        Ok(Self { serial, revocation_date, extensions })
    }

    /// The entry's extensions, located but not decoded.
    ///
    /// # Errors
    /// When the list is not well formed.
    pub fn extensions(&self) -> Result<Extensions<'a>, Error> {
        match self.extensions {
            Some(list) => Extensions::from_list(list),
            None => Ok(Extensions::NONE),
        }
    }

    /// Whether the entry has extensions at all.
    #[must_use]
    pub const fn has_extensions(&self) -> bool {
        self.extensions.is_some()
    }

    /// `reasonCode` (RFC 5280 §5.3.1); absent means unspecified.
    ///
    /// # Errors
    /// When the extensions or the value are not well formed.
    pub fn reason(&self) -> Result<Option<RevocationReason>, Error> {
        self.extensions()?.reason_code()
    }

    /// `invalidityDate` (RFC 5280 §5.3.2).
    ///
    /// # Errors
    /// When the extensions or the value are not well formed.
    pub fn invalidity_date(&self) -> Result<Option<Time>, Error> {
        self.extensions()?.invalidity_date()
    }

    /// `certificateIssuer`: in an indirect CRL, holds for this and the following entries
    /// (RFC 5280 §5.3.3).
    ///
    /// # Errors
    /// When the extensions or the value are not well formed.
    pub fn certificate_issuer(&self) -> Result<Option<GeneralNames<'a>>, Error> {
        self.extensions()?.certificate_issuer()
    }
}

/// Iterator over the entries of a CRL; stops after the first error.
#[derive(Clone, Debug)]
pub struct RevokedCertificates<'a> {
    rest: Reader<'a>,
    is_v2: bool,
}

impl<'a> RevokedCertificates<'a> {
    pub(super) const fn new(rest: Reader<'a>, is_v2: bool) -> Self {
        Self { rest, is_v2 }
    }
}

impl<'a> Iterator for RevokedCertificates<'a> {
    type Item = Result<RevokedCertificate<'a>, Error>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let entry = RevokedCertificate::read(&mut self.rest, self.is_v2);
        if entry.is_err() {
            self.rest = Reader::new(&[], 0);
        }
        Some(entry)
    }
}

/// Every entry is well formed, the frame of its extensions included.
pub(super) fn check(entries: Reader<'_>, is_v2: bool) -> Result<(), Error> {
    RevokedCertificates::new(entries, is_v2).try_for_each(|entry| {
        let entry = entry?;
        if entry.has_extensions() {
            entry.extensions()?;
        }
        Ok(())
    })
}
