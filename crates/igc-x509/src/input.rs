//! Recognising what a file is by its content, never by its name.
//!
//! Start at [`read_any`]. PEM in any mix of blocks, or one DER structure; kinds are told by shape,
//! so that a damaged certificate is still called a certificate and its parser says what is wrong.

use alloc::{borrow::Cow, vec::Vec};
use core::fmt;

use crate::{Error, ErrorKind, pem, reader::Reader, tag};

/// What a piece of input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputKind {
    /// An X.509 certificate.
    Certificate,
    /// A certificate revocation list.
    CertificateList,
    /// A PKCS#10 certification request.
    CertificationRequest,
    /// PKCS#7 / CMS.
    Pkcs7,
    /// PKCS#12.
    Pfx,
    /// A private key in PKCS#8.
    Pkcs8Key,
    /// A private key in PKCS#8, encrypted.
    EncryptedPkcs8Key,
    /// An RSA private key in PKCS#1.
    Pkcs1Key,
    /// An EC private key in SEC 1.
    Sec1Key,
    /// A public key (SubjectPublicKeyInfo).
    PublicKey,
    /// A Java key store (JKS or JCEKS): not DER.
    Jks,
}

impl InputKind {
    /// A stable name for machines, such as `certificate`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Certificate => "certificate",
            Self::CertificateList => "crl",
            Self::CertificationRequest => "csr",
            Self::Pkcs7 => "pkcs7",
            Self::Pfx => "pkcs12",
            Self::Pkcs8Key => "pkcs8",
            Self::EncryptedPkcs8Key => "encrypted-pkcs8",
            Self::Pkcs1Key => "pkcs1",
            Self::Sec1Key => "sec1",
            Self::PublicKey => "public-key",
            Self::Jks => "jks",
        }
    }

    /// Whether the octets are, or may hold, a private key.
    #[must_use]
    pub const fn may_hold_private_key(self) -> bool {
        matches!(
            self,
            Self::Pfx
                | Self::Pkcs8Key
                | Self::EncryptedPkcs8Key
                | Self::Pkcs1Key
                | Self::Sec1Key
                | Self::Jks
        )
    }
}

/// One piece of input: what it is, its octets without armour, and where it was.
#[derive(Clone, PartialEq, Eq)]
pub struct Input<'a> {
    /// What it is.
    pub kind: InputKind,
    /// The octets, decoded from PEM where they were in PEM.
    pub contents: Cow<'a, [u8]>,
    /// Offset of the block's BEGIN line in the file; 0 for DER.
    pub position: usize,
    /// Whether it was in PEM.
    pub is_pem: bool,
}

/// Never shows the contents: they may be a private key.
impl fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Input")
            .field("kind", &self.kind)
            .field("position", &self.position)
            .field("is_pem", &self.is_pem)
            .finish_non_exhaustive()
    }
}

/// Reads a whole file: every PEM block in it, or the DER structure it is.
///
/// Blocks whose label says nothing known (`EC PARAMETERS`, `DH PARAMETERS`, …) are passed over; a
/// known label over another content is told by the content.
///
/// # Errors
/// [`ErrorKind::UnknownInput`] when nothing known is there, [`ErrorKind::Truncated`] when it is DER
/// cut short, else the fault of a PEM block.
pub fn read_any(bytes: &[u8]) -> Result<Vec<Input<'_>>, Error> {
    if let Some(kind) = recognise(bytes) {
        let contents = Cow::Borrowed(bytes);
        return Ok(alloc::vec![Input { kind, contents, position: 0, is_pem: false }]);
    }
    let mut found = Vec::new();
    for block in pem::blocks(bytes) {
        let block = block?;
        let Some(kind) = recognise(&block.contents).or_else(|| labelled(block.label)) else {
            continue;
        };
        let mut contents = block.contents;
        if block.label == TRUSTED_CERTIFICATE {
            // OpenSSL's own: what it trusts the certificate for stands behind it, signed by nobody.
            let mut rest = Reader::new(&contents, 0);
            let length = rest.any().map_or(contents.len(), |certificate| certificate.der.len());
            contents.truncate(length);
        }
        let contents = Cow::Owned(contents);
        found.push(Input { kind, contents, position: block.position, is_pem: true });
    }
    if found.is_empty() { Err(unknown(bytes)) } else { Ok(found) }
}

/// A file cut short is told from one that is something else: its outer length reaches past its end.
///
/// Only the long form is asked, so that a text that begins with `0` is not taken for DER.
fn unknown(bytes: &[u8]) -> Error {
    let cut = match bytes {
        [0x30, 0x81..=0x84, ..] => Reader::new(bytes, 0).expect(tag::SEQUENCE).err(),
        _ => None,
    };
    cut.filter(|error| error.kind == ErrorKind::Truncated)
        .unwrap_or(Error::new(ErrorKind::UnknownInput, 0))
}

/// The kind of a DER structure (or Java key store), by its first elements.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Option<InputKind> {
    match bytes {
        // JKS and JCEKS magic numbers.
        [0xfe, 0xed, 0xfe, 0xed, ..] | [0xce, 0xce, 0xce, 0xce, ..] => return Some(InputKind::Jks),
        _ => {}
    }
    let fields = outer(bytes)?;
    let mut rest = fields;
    let first = rest.any().ok()?;
    match first.tag {
        tag::OBJECT_IDENTIFIER => Some(InputKind::Pkcs7),
        tag::INTEGER => versioned(first.contents.rest(), rest),
        tag::SEQUENCE => framed(first.contents, rest),
        _ => None,
    }
}

/// The contents of the outer SEQUENCE, of definite or (PKCS#7, PKCS#12 in BER) indefinite length.
fn outer(bytes: &[u8]) -> Option<Reader<'_>> {
    match bytes {
        [0x30, 0x80, rest @ ..] => Some(Reader::new(rest, 2)),
        _ => Reader::new(bytes, 0).expect(tag::SEQUENCE).ok(),
    }
}

/// `SEQUENCE { INTEGER version, … }`: a key or a PFX.
fn versioned(version: &[u8], mut rest: Reader<'_>) -> Option<InputKind> {
    match (version, rest.peek()?) {
        // RFC 7292 §4: version v3(3), then a ContentInfo.
        ([3], tag::SEQUENCE) => Some(InputKind::Pfx),
        // RFC 5958 §2: v1(0) or v2(1), then an AlgorithmIdentifier and an OCTET STRING.
        ([0 | 1], tag::SEQUENCE) => Some(InputKind::Pkcs8Key),
        // RFC 5915 §3: ecPrivkeyVer1(1), then an OCTET STRING.
        ([1], tag::OCTET_STRING) => Some(InputKind::Sec1Key),
        // RFC 8017 §A.1.2: two-prime(0) or multi(1), then eight integers.
        ([0 | 1], tag::INTEGER) => {
            rest.integer().ok()?;
            (rest.peek() == Some(tag::INTEGER)).then_some(InputKind::Pkcs1Key)
        }
        _ => None,
    }
}

/// `SEQUENCE { SEQUENCE …, … }`: something signed, an encrypted key or a public key.
fn framed(mut inner: Reader<'_>, mut rest: Reader<'_>) -> Option<InputKind> {
    let second = rest.any().ok()?;
    match (inner.peek()?, second.tag) {
        // RFC 5958 §3: AlgorithmIdentifier, OCTET STRING.
        (tag::OBJECT_IDENTIFIER, tag::OCTET_STRING) => return Some(InputKind::EncryptedPkcs8Key),
        (tag::OBJECT_IDENTIFIER, tag::BIT_STRING) => return Some(InputKind::PublicKey),
        // Certificates of version 2 and 3 start with `[0]`.
        (0xa0, _) => return Some(InputKind::Certificate),
        (tag::INTEGER, _) => {}
        // A CRL of version 1: AlgorithmIdentifier, Name, Time.
        (tag::SEQUENCE, _) => return is_crl(inner).then_some(InputKind::CertificateList),
        _ => return None,
    }
    let number = inner.integer().ok()?;
    // The version of a CRL is 1, that of a request 0; a certificate of version 1 has its serial
    // number here. What follows decides.
    if number == [1] && is_crl(inner) {
        return Some(InputKind::CertificateList);
    }
    inner.expect(tag::SEQUENCE).ok()?;
    let mut third = inner.expect(tag::SEQUENCE).ok()?;
    // Request: Name, SubjectPublicKeyInfo { AlgorithmIdentifier, BIT STRING }.
    let is_key = third.expect(tag::SEQUENCE).is_ok() && third.peek() == Some(tag::BIT_STRING);
    if number == [0] && is_key {
        return Some(InputKind::CertificationRequest);
    }
    // Certificate of version 1: AlgorithmIdentifier, Name, Validity.
    (inner.peek() == Some(tag::SEQUENCE)).then_some(InputKind::Certificate)
}

/// AlgorithmIdentifier, Name, Time.
fn is_crl(mut fields: Reader<'_>) -> bool {
    fields.expect(tag::SEQUENCE).is_ok()
        && fields.expect(tag::SEQUENCE).is_ok()
        && matches!(fields.peek(), Some(tag::UTC_TIME | tag::GENERALIZED_TIME))
}

/// A certificate with OpenSSL's notes on trust.
const TRUSTED_CERTIFICATE: &str = "TRUSTED CERTIFICATE";

/// RFC 7468 §5 to §13 and the labels in use before.
fn labelled(label: &str) -> Option<InputKind> {
    Some(match label {
        "CERTIFICATE" | "X509 CERTIFICATE" | TRUSTED_CERTIFICATE => InputKind::Certificate,
        "X509 CRL" | "CRL" => InputKind::CertificateList,
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => InputKind::CertificationRequest,
        "PKCS7" | "CMS" | "PKCS #7 SIGNED DATA" => InputKind::Pkcs7,
        "PRIVATE KEY" => InputKind::Pkcs8Key,
        "ENCRYPTED PRIVATE KEY" => InputKind::EncryptedPkcs8Key,
        "RSA PRIVATE KEY" => InputKind::Pkcs1Key,
        "EC PRIVATE KEY" => InputKind::Sec1Key,
        "PUBLIC KEY" => InputKind::PublicKey,
        _ => return None,
    })
}
