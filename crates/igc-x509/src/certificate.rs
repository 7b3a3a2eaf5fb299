//! Certificates (RFC 5280 §4.1).

use crate::{
    AlgorithmIdentifier, Error, ErrorKind, Extensions, Name, SerialNumber, SubjectPublicKeyInfo,
    Validity, reader::Reader, tag,
};

mod typed;

/// The version of a certificate (RFC 5280 §4.1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Version {
    /// Version 1: no unique identifiers, no extensions.
    V1,
    /// Version 2: unique identifiers possible.
    V2,
    /// Version 3: extensions possible.
    V3,
}

impl Version {
    /// The number people say: 1, 2 or 3 (one more than the encoded value).
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::V1 => 1,
            Self::V2 => 2,
            Self::V3 => 3,
        }
    }
}

/// The signed part of a certificate (RFC 5280 §4.1.2).
#[derive(Clone, Copy, Debug)]
pub struct TbsCertificate<'a> {
    der: &'a [u8],
    version: Version,
    serial: SerialNumber<'a>,
    signature: AlgorithmIdentifier<'a>,
    issuer: Name<'a>,
    validity: Validity,
    subject: Name<'a>,
    public_key: SubjectPublicKeyInfo<'a>,
    issuer_unique_id: Option<&'a [u8]>,
    subject_unique_id: Option<&'a [u8]>,
    extensions: Extensions<'a>,
}

impl<'a> TbsCertificate<'a> {
    /// Reads a `TBSCertificate` that fills `der`: a certificate before its signature.
    ///
    /// # Errors
    /// The first rule that does not hold, and where.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        if u32::try_from(der.len()).is_err() {
            return Err(Error::new(ErrorKind::LengthTooLarge, 0));
        }
        Self::read(der, Reader::whole(der, 0, tag::SEQUENCE)?)
    }

    /// The exact octets that are signed, header included.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    #[inline(always)]
    fn read(der: &'a [u8], mut fields: Reader<'a>) -> Result<Self, Error> {
        let version = version(&mut fields)?;
        let serial = SerialNumber::new(fields.integer()?);
        let signature = AlgorithmIdentifier::read(&mut fields)?;
        let issuer = Name::read(&mut fields)?;
        let validity = Validity::read(&mut fields)?;
        let subject = Name::read(&mut fields)?;
        let public_key = SubjectPublicKeyInfo::read(&mut fields)?;
        let mut tbs = Self {
            der,
            version,
            serial,
            signature,
            issuer,
            validity,
            subject,
            public_key,
            issuer_unique_id: None,
            subject_unique_id: None,
            extensions: Extensions::NONE,
        };
        if !fields.is_empty() {
            tbs.read_optional(&mut fields)?;
        }
        Ok(tbs)
    }

    /// `issuerUniqueID [1]`, `subjectUniqueID [2]`, `extensions [3]`.
    #[inline(always)]
    fn read_optional(&mut self, fields: &mut Reader<'a>) -> Result<(), Error> {
        let at = fields.position();
        self.issuer_unique_id = unique_id(fields, 1)?;
        self.subject_unique_id = unique_id(fields, 2)?;
        let has_id = self.issuer_unique_id.is_some() || self.subject_unique_id.is_some();
        if has_id && self.version == Version::V1 {
            return Err(Error::new(ErrorKind::UniqueIdVersion, at));
        }
        if fields.peek() == Some(tag::context_constructed(3)) {
            if self.version != Version::V3 {
                return Err(fields.error(ErrorKind::ExtensionVersion));
            }
            let mut explicit = fields.expect(tag::context_constructed(3))?;
            self.extensions.fill(explicit.expect(tag::SEQUENCE)?)?;
            explicit.finish()?;
        }
        fields.finish()
    }
}

fn unique_id<'a>(fields: &mut Reader<'a>, number: u8) -> Result<Option<&'a [u8]>, Error> {
    match fields.optional(tag::context(number))? {
        Some(bits) => bits.bits_contents().map(|(octets, _)| Some(octets)),
        None => Ok(None),
    }
}

/// `[0] EXPLICIT Version DEFAULT v1`.
#[inline]
fn version(fields: &mut Reader<'_>) -> Result<Version, Error> {
    let Some(mut explicit) = fields.optional(tag::context_constructed(0))? else {
        return Ok(Version::V1);
    };
    let at = explicit.position();
    let version = match explicit.integer()? {
        [1] => Version::V2,
        [2] => Version::V3,
        // X.690 §11.5: the default is never encoded.
        [0] => return Err(Error::new(ErrorKind::DefaultEncoded, at)),
        _ => return Err(Error::new(ErrorKind::Version, at)),
    };
    explicit.finish()?;
    Ok(version)
}

/// A certificate, borrowed from its DER (RFC 5280 §4.1).
///
/// ```
/// # fn show(der: &[u8]) -> Result<(), igc_x509::Error> {
/// let certificate = igc_x509::Certificate::parse(der)?;
/// let subject = certificate.subject();
/// let until = certificate.validity().not_after;
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Certificate<'a> {
    der: &'a [u8],
    tbs: TbsCertificate<'a>,
    signature: &'a [u8],
}

impl<'a> Certificate<'a> {
    /// Reads a certificate that fills `der`, in one pass and without allocating.
    ///
    /// Checked here: DER of every field up to the extensions' values, the version against the
    /// fields present, dates, no extension twice, and the same signature algorithm inside and
    /// outside (RFC 5280 §4.1.1.2). Checked by the accessors: the extensions' values.
    ///
    /// # Errors
    /// The first rule that does not hold, and where.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        if u32::try_from(der.len()).is_err() {
            return Err(Error::new(ErrorKind::LengthTooLarge, 0));
        }
        let mut parts = Reader::whole(der, 0, tag::SEQUENCE)?;
        let frame = parts.tlv(tag::SEQUENCE)?;
        let tbs = TbsCertificate::read(frame.der, frame.contents)?;
        if !parts.skip(tbs.signature.der()) {
            return Err(other_algorithm(parts));
        }
        let signature = parts.octet_aligned_bits()?;
        parts.finish()?;
        Ok(Self { der, tbs, signature })
    }

    /// The whole certificate, as given.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    /// The exact octets that were signed.
    #[must_use]
    pub const fn tbs(&self) -> &'a [u8] {
        self.tbs.der
    }

    /// The signed part as a view of its own.
    #[must_use]
    pub const fn tbs_certificate(&self) -> &TbsCertificate<'a> {
        &self.tbs
    }

    /// The version.
    #[must_use]
    pub const fn version(&self) -> Version {
        self.tbs.version
    }

    /// The serial number.
    #[must_use]
    pub const fn serial(&self) -> SerialNumber<'a> {
        self.tbs.serial
    }

    /// The signature's algorithm: the inner and the outer one are the same.
    #[must_use]
    pub const fn signature_algorithm(&self) -> AlgorithmIdentifier<'a> {
        self.tbs.signature
    }

    /// The octets of the signature.
    #[must_use]
    pub const fn signature(&self) -> &'a [u8] {
        self.signature
    }

    /// The issuer's name.
    #[must_use]
    pub const fn issuer(&self) -> Name<'a> {
        self.tbs.issuer
    }

    /// The subject's name, which may be empty.
    #[must_use]
    pub const fn subject(&self) -> Name<'a> {
        self.tbs.subject
    }

    /// The period of validity.
    #[must_use]
    pub const fn validity(&self) -> Validity {
        self.tbs.validity
    }

    /// The subject's public key.
    #[must_use]
    pub const fn public_key(&self) -> SubjectPublicKeyInfo<'a> {
        self.tbs.public_key
    }

    /// The issuer's unique identifier (RFC 5280 §4.1.2.8), whole octets of the BIT STRING.
    #[must_use]
    pub const fn issuer_unique_id(&self) -> Option<&'a [u8]> {
        self.tbs.issuer_unique_id
    }

    /// The subject's unique identifier (RFC 5280 §4.1.2.8), whole octets of the BIT STRING.
    #[must_use]
    pub const fn subject_unique_id(&self) -> Option<&'a [u8]> {
        self.tbs.subject_unique_id
    }

    /// The extensions, located but not decoded.
    #[must_use]
    pub const fn extensions(&self) -> &Extensions<'a> {
        &self.tbs.extensions
    }

    /// Whether subject and issuer are the same name (RFC 5280 §3.2, §6.1: self-issued).
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.tbs.subject.matches(&self.tbs.issuer)
    }
}

/// What is wrong where the inner algorithm is not repeated.
#[cold]
fn other_algorithm(mut parts: Reader<'_>) -> Error {
    let mismatch = parts.error(ErrorKind::AlgorithmMismatch);
    AlgorithmIdentifier::read(&mut parts).err().unwrap_or(mismatch)
}

/// Two certificates are equal when their octets are.
impl PartialEq for Certificate<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Certificate<'_> {}
