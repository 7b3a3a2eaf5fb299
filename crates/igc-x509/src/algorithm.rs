//! Algorithm identifiers and public keys (RFC 5280 §4.1.1.2, §4.1.2.7).

use crate::{
    Error, ErrorKind, Oid, oid,
    reader::{Reader, Tlv},
    tag,
};

/// Any DER value, as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Any<'a> {
    tag: u8,
    contents: &'a [u8],
    der: &'a [u8],
}

impl<'a> Any<'a> {
    /// Reads one value that fills `der`.
    ///
    /// # Errors
    /// [`ErrorKind::Tag`], a length error or [`ErrorKind::TrailingData`].
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(der, 0);
        let any = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(any)
    }

    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let tlv = reader.any()?;
        if tlv.tag == tag::NULL && !tlv.contents.is_empty() {
            return Err(tlv.contents.error(ErrorKind::Null));
        }
        Ok(Self::of(&tlv))
    }

    pub(crate) const fn of(tlv: &Tlv<'a>) -> Self {
        Self { tag: tlv.tag, contents: tlv.contents.rest(), der: tlv.der }
    }

    /// The identifier octet.
    #[must_use]
    pub const fn tag(&self) -> u8 {
        self.tag
    }

    /// The contents octets.
    #[must_use]
    pub const fn contents(&self) -> &'a [u8] {
        self.contents
    }

    /// Header and contents.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    /// Whether this is the NULL value.
    #[must_use]
    pub const fn is_null(&self) -> bool {
        self.tag == tag::NULL
    }
}

/// An algorithm and its parameters (RFC 5280 §4.1.1.2). Equal when encoded alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AlgorithmIdentifier<'a> {
    /// The algorithm.
    pub oid: Oid<'a>,
    /// The parameters, `None` when absent (which differs from NULL).
    pub parameters: Option<Any<'a>>,
    der: &'a [u8],
}

impl<'a> AlgorithmIdentifier<'a> {
    /// Reads an `AlgorithmIdentifier` that fills `der`.
    ///
    /// # Errors
    /// When `der` is not exactly one.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(der, 0);
        let algorithm = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(algorithm)
    }

    /// Header and contents, as encoded.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    #[inline]
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let tlv = reader.tlv(tag::SEQUENCE)?;
        let mut fields = tlv.contents;
        let oid = fields.oid()?;
        let parameters = if fields.is_empty() { None } else { Some(Any::read(&mut fields)?) };
        fields.finish()?;
        Ok(Self { oid, parameters, der: tlv.der })
    }
}

/// A public key and its algorithm (RFC 5280 §4.1.2.7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SubjectPublicKeyInfo<'a> {
    /// The key's algorithm.
    pub algorithm: AlgorithmIdentifier<'a>,
    /// The octets of the key's BIT STRING: for RSA an `RSAPublicKey` in DER, for EC a point.
    pub subject_public_key: &'a [u8],
    der: &'a [u8],
}

impl<'a> SubjectPublicKeyInfo<'a> {
    /// Reads a `SubjectPublicKeyInfo` that fills `der`.
    ///
    /// # Errors
    /// When `der` is not exactly one.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(der, 0);
        let key = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(key)
    }

    /// Header and contents, as encoded.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    #[inline]
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let tlv = reader.tlv(tag::SEQUENCE)?;
        let mut fields = tlv.contents;
        let algorithm = AlgorithmIdentifier::read(&mut fields)?;
        let subject_public_key = fields.octet_aligned_bits()?;
        fields.finish()?;
        Ok(Self { algorithm, subject_public_key, der: tlv.der })
    }

    /// The RSA key; `None` when the algorithm is not RSA.
    ///
    /// # Errors
    /// When the key is not an `RSAPublicKey` of two positive integers (RFC 8017 §A.1.1).
    pub fn rsa(&self) -> Result<Option<RsaPublicKey<'a>>, Error> {
        if !matches!(self.algorithm.oid, oid::RSA_ENCRYPTION | oid::RSASSA_PSS) {
            return Ok(None);
        }
        // The key is the tail of the SPKI, so positions can be told within it.
        let offset = self.der.len().saturating_sub(self.subject_public_key.len());
        let mut fields = Reader::whole(self.subject_public_key, offset, tag::SEQUENCE)?;
        let modulus = magnitude(&mut fields)?;
        let public_exponent = magnitude(&mut fields)?;
        fields.finish()?;
        Ok(Some(RsaPublicKey { modulus, public_exponent }))
    }

    /// The named curve of an EC key (RFC 5480 §2.1.1); `None` for other keys and other parameters.
    #[must_use]
    pub fn named_curve(&self) -> Option<Oid<'a>> {
        match self.algorithm.parameters {
            Some(any)
                if self.algorithm.oid == oid::ID_EC_PUBLIC_KEY
                    && any.tag() == tag::OBJECT_IDENTIFIER =>
            {
                Oid::from_bytes(any.contents())
            }
            _ => None,
        }
    }
}

/// An RSA public key (RFC 8017 §A.1.1): big-endian magnitudes without leading zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RsaPublicKey<'a> {
    /// The modulus.
    pub modulus: &'a [u8],
    /// The public exponent.
    pub public_exponent: &'a [u8],
}

impl RsaPublicKey<'_> {
    /// Length of the modulus in bits.
    #[must_use]
    pub fn bits(&self) -> usize {
        let zeros = self.modulus.first().map_or(0, |first| first.leading_zeros());
        let zeros = usize::try_from(zeros).unwrap_or(0);
        self.modulus.len().saturating_mul(8).saturating_sub(zeros)
    }
}

fn magnitude<'a>(reader: &mut Reader<'a>) -> Result<&'a [u8], Error> {
    let error = reader.error(ErrorKind::IntegerRange);
    match reader.integer()? {
        [0] | [0x80..=0xff, ..] => Err(error),
        [0, octets @ ..] => Ok(octets),
        octets => Ok(octets),
    }
}
