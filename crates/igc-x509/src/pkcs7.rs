//! PKCS#7 as a bag of certificates and CRLs (RFC 5652 §5.1).
//!
//! Only the certificates and CRLs of a SignedData are read, which is all a "certs-only" message
//! holds (RFC 8551 §3.8); the signed content and the signatures are left alone. The outer frame
//! must be DER, as every tool writes it for this use; other CMS is BER at times, not read here.

use crate::{Error, ErrorKind, Oid, oid, reader::Reader, tag};

/// The certificates and CRLs of a SignedData.
#[derive(Clone, Copy, Debug)]
pub struct SignedData<'a> {
    der: &'a [u8],
    content_type: Oid<'a>,
    certificates: Reader<'a>,
    crls: Reader<'a>,
    has_signers: bool,
}

impl<'a> SignedData<'a> {
    /// Reads a `ContentInfo` of SignedData that fills `der`.
    ///
    /// # Errors
    /// [`ErrorKind::ContentType`] for any other content, else the first rule that does not hold.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        let mut info = Reader::whole(der, 0, tag::SEQUENCE)?;
        let at = info.position();
        if info.oid()? != oid::ID_SIGNED_DATA {
            return Err(Error::new(ErrorKind::ContentType, at));
        }
        let mut explicit = info.expect(tag::context_constructed(0))?;
        info.finish()?;
        let mut fields = explicit.expect(tag::SEQUENCE)?;
        explicit.finish()?;
        fields.integer()?;
        fields.expect(tag::SET)?;
        let mut content = fields.expect(tag::SEQUENCE)?;
        let content_type = content.oid()?;
        let none = Reader::new(&[], fields.position());
        let certificates = fields.optional(tag::context_constructed(0))?.unwrap_or(none);
        let crls = fields.optional(tag::context_constructed(1))?.unwrap_or(none);
        let has_signers = !fields.expect(tag::SET)?.is_empty();
        fields.finish()?;
        check(certificates)?;
        check(crls)?;
        Ok(Self { der, content_type, certificates, crls, has_signers })
    }

    /// The whole structure, as given.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    /// The type of the content inside; `data`, with none, in a certs-only message.
    #[must_use]
    pub const fn content_type(&self) -> Oid<'a> {
        self.content_type
    }

    /// Whether someone signed; a certs-only message has no signer.
    #[must_use]
    pub const fn has_signers(&self) -> bool {
        self.has_signers
    }

    /// The DER of each X.509 certificate, in order, not read further. Attribute certificates and
    /// other formats are passed over.
    pub fn certificates(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        elements(self.certificates)
    }

    /// The DER of each CRL, in order, not read further. Other revocation formats are passed over.
    pub fn crls(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        elements(self.crls)
    }
}

/// The order of a SET OF is not asked for: no tool sorts certificates here.
fn check(mut set: Reader<'_>) -> Result<(), Error> {
    while !set.is_empty() {
        set.any()?;
    }
    Ok(())
}

fn elements(mut set: Reader<'_>) -> impl Iterator<Item = &[u8]> {
    core::iter::from_fn(move || set.any().ok())
        .filter(|element| element.tag == tag::SEQUENCE)
        .map(|element| element.der)
}
