//! PKCS #10 certification requests (RFC 2986 §4).

use crate::{
    AlgorithmIdentifier, Any, Error, ErrorKind, Extensions, Name, Oid, Signed,
    SubjectPublicKeyInfo, list::list, name::decode, oid, reader::Reader, tag,
};
use alloc::borrow::Cow;

/// A certification request, borrowed from its DER (RFC 2986 §4).
///
/// A missing `attributes` field is accepted as an empty one: some makers leave it out.
#[derive(Clone, Copy, Debug)]
pub struct CertificationRequest<'a> {
    der: &'a [u8],
    info: &'a [u8],
    subject: Name<'a>,
    public_key: SubjectPublicKeyInfo<'a>,
    attributes: Reader<'a>,
    signature_algorithm: AlgorithmIdentifier<'a>,
    signature: &'a [u8],
}

impl<'a> CertificationRequest<'a> {
    /// Reads a request that fills `der`.
    ///
    /// # Errors
    /// The first rule that does not hold, and where.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        let (signed, frame) = Signed::split(der)?;
        let mut fields = frame.contents;
        let at = fields.position();
        // RFC 2986 §4.1: v1(0) is the only version.
        if fields.integer()? != [0] {
            return Err(Error::new(ErrorKind::Version, at));
        }
        let subject = Name::read(&mut fields)?;
        let public_key = SubjectPublicKeyInfo::read(&mut fields)?;
        let attributes = match fields.optional(tag::context_constructed(0))? {
            Some(attributes) => attributes,
            None => Reader::new(&[], fields.position()),
        };
        fields.finish()?;
        check_attributes(attributes)?;
        Ok(Self {
            der,
            info: signed.tbs,
            subject,
            public_key,
            attributes,
            signature_algorithm: signed.signature_algorithm,
            signature: signed.signature,
        })
    }

    /// The whole request, as given.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    /// The exact octets of `CertificationRequestInfo`, which were signed.
    #[must_use]
    pub const fn info(&self) -> &'a [u8] {
        self.info
    }

    /// The name asked for, which may be empty.
    #[must_use]
    pub const fn subject(&self) -> Name<'a> {
        self.subject
    }

    /// The public key.
    #[must_use]
    pub const fn public_key(&self) -> SubjectPublicKeyInfo<'a> {
        self.public_key
    }

    /// The signature's algorithm.
    #[must_use]
    pub const fn signature_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.signature_algorithm
    }

    /// The octets of the signature, which proves possession of the private key.
    #[must_use]
    pub const fn signature(&self) -> &'a [u8] {
        self.signature
    }

    /// The attributes in the order of encoding.
    pub fn attributes(&self) -> impl Iterator<Item = RequestAttribute<'a>> + use<'a> {
        let mut rest = self.attributes;
        // Checked when the request was read.
        core::iter::from_fn(move || RequestAttribute::read(&mut rest).ok())
    }

    /// The attribute of this type.
    #[must_use]
    pub fn attribute(&self, oid: Oid<'_>) -> Option<RequestAttribute<'a>> {
        self.attributes().find(|attribute| attribute.oid == oid)
    }

    /// The extensions asked for (RFC 2985 §5.4.2), also under Microsoft's older attribute.
    ///
    /// # Errors
    /// When the attribute has not exactly one value, or the value is not a list of extensions.
    pub fn extension_request(&self) -> Result<Option<Extensions<'a>>, Error> {
        let attribute = self
            .attribute(oid::EXTENSION_REQUEST)
            .or_else(|| self.attribute(oid::MS_CERT_EXTENSIONS));
        let Some(attribute) = attribute else { return Ok(None) };
        let mut value = attribute.single()?;
        let list = value.expect(tag::SEQUENCE)?;
        Extensions::from_list(list).map(Some)
    }

    /// The challenge password (RFC 2985 §5.4.1): by which the holder may later ask for revocation.
    ///
    /// # Errors
    /// When the attribute has not exactly one value, or the value is no string.
    pub fn challenge_password(&self) -> Result<Option<Cow<'a, str>>, Error> {
        let Some(attribute) = self.attribute(oid::CHALLENGE_PASSWORD) else { return Ok(None) };
        let mut value = attribute.single()?;
        let at = value.position();
        let string = value.any()?;
        decode(string.tag, string.contents.rest()).map(Some).map_err(|kind| Error::new(kind, at))
    }

    /// Checks what [`CertificationRequest::parse`] leaves to the accessors.
    ///
    /// # Errors
    /// The first value at fault.
    pub fn check(&self) -> Result<(), Error> {
        self.subject.check()?;
        if let Some(extensions) = self.extension_request()? {
            extensions.check()?;
        }
        self.challenge_password()?;
        Ok(())
    }
}

/// One attribute of a request: a type and a set of values (RFC 2986 §4.1).
#[derive(Clone, Copy, Debug)]
pub struct RequestAttribute<'a> {
    /// The attribute's type.
    pub oid: Oid<'a>,
    /// Its values.
    pub values: AttributeValues<'a>,
    elements: Reader<'a>,
}

impl<'a> RequestAttribute<'a> {
    fn read(list: &mut Reader<'a>) -> Result<Self, Error> {
        let mut fields = list.expect(tag::SEQUENCE)?;
        let oid = fields.oid()?;
        let elements = fields.expect(tag::SET)?;
        fields.finish()?;
        Ok(Self { oid, values: AttributeValues::from_elements(elements)?, elements })
    }

    fn single(&self) -> Result<Reader<'a>, Error> {
        let mut rest = self.elements;
        rest.any()?;
        if !rest.is_empty() {
            return Err(self.elements.error(ErrorKind::AttributeValues));
        }
        Ok(self.elements)
    }
}

list! {
    /// The values of one attribute, at least one.
    AttributeValues of Any, read Any::read
}

/// How many attributes a request may have: the search for duplicates stays bounded.
const MAX_ATTRIBUTES: usize = 64;

fn check_attributes(attributes: Reader<'_>) -> Result<(), Error> {
    let mut rest = attributes;
    let mut count = 0_usize;
    while !rest.is_empty() {
        let at = rest.position();
        let attribute = RequestAttribute::read(&mut rest)?;
        let mut earlier = attributes;
        for _ in 0..count {
            if RequestAttribute::read(&mut earlier)?.oid == attribute.oid {
                return Err(Error::new(ErrorKind::DuplicateAttribute, at));
            }
        }
        count = count.saturating_add(1);
        if count > MAX_ATTRIBUTES {
            return Err(Error::new(ErrorKind::AttributeValues, at));
        }
    }
    Ok(())
}
