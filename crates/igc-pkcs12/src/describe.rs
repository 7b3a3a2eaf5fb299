//! What a file is made of, for people and for comparison.

use igc_crypto::pbe::EncryptionScheme;
use igc_x509::OidBuf;

use crate::bag::{Bag, BagCount, BagValue, safe_contents};
use crate::budget::Budget;
use crate::error::{P12Error, P12ErrorKind};
use crate::opened::CertificateEntry;
use crate::structure::{Outer, Part, PartContent, Sealed};

/// Structure and algorithms of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Description {
    /// What protects the whole; `None` when nothing does.
    pub mac: Option<MacDescription>,
    /// The parts of the `AuthenticatedSafe`, in order.
    pub parts: Vec<PartDescription>,
    /// The certificates that lie in clear: readable without a password, and not authenticated.
    pub clear_certificates: Vec<CertificateEntry>,
}

/// The MAC of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MacDescription {
    /// `HMAC-SHA-256`, `PBMAC1 (…)`, or the dotted identifier of what is not known.
    pub algorithm: String,
    /// Iterations; `None` when the algorithm is not known.
    pub iterations: Option<u64>,
    /// Length of the salt, in octets; `None` when the algorithm is not known.
    pub salt_bytes: Option<usize>,
}

/// A part of the `AuthenticatedSafe`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PartDescription {
    /// How it is protected.
    pub protection: Protection,
    /// Its bags, nested ones unfolded; `None` when it was not opened.
    pub bags: Option<Vec<BagDescription>>,
}

/// How a part or a key is protected.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Protection {
    /// Not at all.
    Clear,
    /// With the password.
    Encrypted {
        /// The name of RFC 7292 appendix C, or PBES2 with its parts.
        algorithm: String,
        /// Iterations; for scrypt, N.
        iterations: u64,
        /// Whether current software refuses it unless asked.
        legacy: bool,
    },
    /// With an algorithm that is not known, or malformed.
    Unsupported {
        /// Dotted identifier; `None` when only its parameters are wrong.
        oid: Option<String>,
    },
    /// A content of another type, such as data encrypted for a recipient's key.
    OtherType(OidBuf),
}

/// A bag.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BagDescription {
    /// What it holds.
    pub kind: BagKind,
    /// How it is protected by itself: keys only, the others are `Clear` inside their part.
    pub protection: Protection,
    /// Its `friendlyName`.
    pub friendly_name: Option<String>,
    /// Its `localKeyID`.
    pub local_key_id: Option<Vec<u8>>,
}

/// What a bag holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BagKind {
    /// A private key.
    Key,
    /// An X.509 certificate.
    Certificate,
    /// A CRL.
    Crl,
    /// A secret.
    Secret,
    /// Something else.
    Other(OidBuf),
}

/// Without a password.
pub(crate) fn describe(bytes: &[u8], budget: &Budget) -> Result<Description, P12Error> {
    let outer = Outer::read(bytes, budget)?;
    let parts = outer.parts()?;
    let mut count = BagCount(budget.max_bags);
    let mut bags = Vec::with_capacity(parts.len());
    for (part, content) in parts.iter().enumerate() {
        bags.push(match &content.content {
            PartContent::Clear(bytes) => {
                Some(safe_contents(bytes, part, outer.depth_left(), &mut count)?)
            }
            PartContent::Encrypted(_) | PartContent::Other(_) => None,
        });
    }
    Ok(description(&outer, &parts, |part| bags.get(part).and_then(Option::as_deref)))
}

/// With the bags of each part, where it was opened.
pub(crate) fn description<'a>(
    outer: &Outer<'_>,
    parts: &[Part<'_>],
    bags_of: impl Fn(usize) -> Option<&'a [Bag<'a>]>,
) -> Description {
    let mac = outer.mac.as_ref().map(|mac| match &mac.scheme {
        Ok(scheme) => MacDescription {
            algorithm: scheme.to_string(),
            iterations: Some(scheme.iterations()),
            salt_bytes: Some(scheme.salt().len()),
        },
        Err(error) => MacDescription {
            algorithm: unsupported(error).unwrap_or_else(|| "PBMAC1".into()),
            iterations: None,
            salt_bytes: None,
        },
    });
    let mut clear_certificates = Vec::new();
    let mut described = Vec::with_capacity(parts.len());
    for (index, part) in parts.iter().enumerate() {
        let bags = bags_of(index);
        if matches!(part.content, PartContent::Clear(_)) {
            for bag in bags.unwrap_or_default() {
                if let BagValue::Certificate(der) = &bag.value {
                    let attributes = bag.attributes.clone();
                    clear_certificates.push(CertificateEntry { der: der.to_vec(), attributes });
                }
            }
        }
        let protection = match &part.content {
            PartContent::Clear(_) => Protection::Clear,
            PartContent::Encrypted(sealed) => protection(sealed),
            PartContent::Other(oid) => Protection::OtherType(oid.clone()),
        };
        described.push(PartDescription {
            protection,
            bags: bags.map(|bags| bags.iter().map(bag).collect()),
        });
    }
    Description { mac, parts: described, clear_certificates }
}

/// RC2 and two-key triple DES: OpenSSL 3 reads them with `-legacy` only.
pub(crate) fn is_legacy(scheme: &EncryptionScheme) -> bool {
    scheme.is_legacy()
}

fn bag(bag: &Bag<'_>) -> BagDescription {
    let (kind, protection) = match &bag.value {
        BagValue::Key(_) => (BagKind::Key, Protection::Clear),
        BagValue::ShroudedKey(sealed) => (BagKind::Key, protection(sealed)),
        BagValue::Certificate(_) => (BagKind::Certificate, Protection::Clear),
        BagValue::Crl(_) => (BagKind::Crl, Protection::Clear),
        BagValue::Secret(..) => (BagKind::Secret, Protection::Clear),
        BagValue::Other(oid, _) => (BagKind::Other(oid.clone()), Protection::Clear),
    };
    BagDescription {
        kind,
        protection,
        friendly_name: bag.attributes.friendly_name(),
        local_key_id: bag.attributes.local_key_id().map(<[u8]>::to_vec),
    }
}

fn protection(sealed: &Sealed<'_>) -> Protection {
    match &sealed.scheme {
        Ok(scheme) => Protection::Encrypted {
            algorithm: scheme.to_string(),
            iterations: scheme.iterations(),
            legacy: is_legacy(scheme),
        },
        Err(error) => Protection::Unsupported { oid: unsupported(error) },
    }
}

fn unsupported(error: &P12Error) -> Option<String> {
    match &error.kind {
        P12ErrorKind::UnsupportedAlgorithm { oid, .. } => Some(oid.clone()),
        _ => None,
    }
}
