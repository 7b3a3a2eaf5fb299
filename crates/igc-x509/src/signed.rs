//! The outer form certificates, CRLs and requests share: contents, algorithm, signature.

use crate::{
    AlgorithmIdentifier, Error, ErrorKind,
    reader::{Reader, Tlv},
    tag,
};

/// `SEQUENCE { toBeSigned, AlgorithmIdentifier, BIT STRING }` (RFC 5280 §4.1.1, §5.1.1; RFC 2986 §4.2).
///
/// The signed part is told apart by its frame only; nothing inside it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Signed<'a> {
    der: &'a [u8],
    /// The exact octets that were signed, header included.
    pub tbs: &'a [u8],
    /// The algorithm outside the signed part.
    pub signature_algorithm: AlgorithmIdentifier<'a>,
    /// The octets of the signature's BIT STRING.
    pub signature: &'a [u8],
}

impl<'a> Signed<'a> {
    /// Reads a signed structure that fills `der`.
    ///
    /// # Errors
    /// When the three parts are not there, or something follows.
    pub fn parse(der: &'a [u8]) -> Result<Self, Error> {
        Self::split(der).map(|(signed, _)| signed)
    }

    /// Header and contents.
    #[must_use]
    pub const fn der(&self) -> &'a [u8] {
        self.der
    }

    #[inline]
    pub(crate) fn split(der: &'a [u8]) -> Result<(Self, Tlv<'a>), Error> {
        if u32::try_from(der.len()).is_err() {
            return Err(Error::new(ErrorKind::LengthTooLarge, 0));
        }
        let mut parts = Reader::whole(der, 0, tag::SEQUENCE)?;
        let tbs = parts.tlv(tag::SEQUENCE)?;
        let signature_algorithm = AlgorithmIdentifier::read(&mut parts)?;
        let signature = parts.octet_aligned_bits()?;
        parts.finish()?;
        Ok((Self { der, tbs: tbs.der, signature_algorithm, signature }, tbs))
    }
}
