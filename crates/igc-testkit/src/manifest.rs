//! The manifest of a folder of IGC-Santé artefacts (`igc-sante/manifest.json` and any folder of the same form).

use std::{collections::BTreeMap, fs, path::Path};

use serde::{Deserialize, Deserializer};

/// All entries of a folder.
#[derive(Debug, Deserialize)]
pub struct Manifest {
    /// One per file.
    pub files: Vec<Entry>,
}

/// What is known of one file. Fields that do not apply to its kind are empty.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Entry {
    /// Path relative to the manifest's folder.
    pub file: String,
    /// `ca`, `leaf`, `crl`, `p12`, `p7b`, `jks`, `pem-bundle`, `pem`, `xml-signature`.
    pub kind: String,
    /// `PROD`, `TEST`.
    pub environment: Option<String>,
    /// RFC 4514, most specific first.
    pub subject: Option<String>,
    /// RFC 4514, most specific first.
    pub issuer: Option<String>,
    /// The issuer's certificate; `None` when it is not available.
    #[serde(rename = "issuer_file")]
    pub issuer_file: Option<String>,
    /// Hexadecimal, lower case.
    pub serial: Option<String>,
    /// RFC 3339.
    #[serde(rename = "not_before")]
    pub not_before: Option<String>,
    /// RFC 3339.
    #[serde(rename = "not_after")]
    pub not_after: Option<String>,
    /// `RSA 2048`, ….
    pub key: Option<String>,
    /// `sha256WithRSAEncryption`, ….
    pub signature: Option<String>,
    /// Of the whole file, hexadecimal.
    pub sha256: String,
    /// RFC 5280 bit names.
    pub key_usage: Vec<String>,
    /// Dotted.
    pub eku: Vec<String>,
    /// Dotted.
    pub policies: Vec<String>,
    /// Dotted, in the certificate's order.
    pub critical: Vec<String>,
    /// Subject alternative names.
    pub san: Vec<SanEntry>,
    /// Of cRLDistributionPoints.
    #[serde(rename = "crl_urls")]
    pub crl_urls: Vec<String>,
    /// Of freshestCRL.
    #[serde(rename = "delta_crl_urls")]
    pub delta_crl_urls: Vec<String>,
    /// Of authorityInfoAccess.
    pub ocsp: Vec<String>,
    /// Of authorityInfoAccess.
    #[serde(rename = "ca_issuers")]
    pub ca_issuers: Vec<String>,
    /// Dotted identifier to the hexadecimal extension value.
    #[serde(rename = "private_extensions")]
    pub private_extensions: BTreeMap<String, String>,
    /// `None` when the extension is absent.
    pub basic_constraints: Option<BasicConstraints>,
    /// RFC 3339, from and to.
    pub private_key_usage_period: Vec<String>,
    /// Product of the catalogue, `card`, `classe4`, or a kind of CA.
    pub product: Option<String>,
    /// `AUTH` or `SIGN`, for cards.
    #[serde(rename = "card_use")]
    pub card_use: Option<String>,
    /// Path validation at a given time, with the expected verdict.
    pub verify: Option<Verification>,
    /// Fields that only some kinds have (PKCS#12, CRL, bundles).
    #[serde(flatten)]
    pub more: BTreeMap<String, serde_json::Value>,
}

/// basicConstraints (RFC 5280 §4.2.1.9).
#[derive(Debug, Deserialize, PartialEq, Eq)]
pub struct BasicConstraints {
    /// cA.
    pub ca: bool,
    /// pathLenConstraint.
    pub pathlen: Option<u32>,
}

/// One subject alternative name.
#[derive(Debug, Deserialize)]
pub struct SanEntry {
    /// `dNSName`, `rfc822Name`, `otherName`, ….
    #[serde(rename = "type")]
    pub kind: String,
    /// Dotted, for `otherName`.
    pub oid: Option<String>,
    /// The name.
    pub value: String,
}

/// A verdict to reach.
#[derive(Debug, Deserialize)]
pub struct Verification {
    /// RFC 3339.
    pub at: String,
    /// `valid`, `bad_signature`, `revoked`, `issuer_missing`.
    pub expect: String,
    /// Issuer first, root last; files of the folder.
    #[serde(default)]
    pub chain: Vec<String>,
    /// CRLs of the folder; revocation is checked when there are any.
    #[serde(default, deserialize_with = "one_or_many")]
    pub crl: Vec<String>,
}

fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Option::deserialize(deserializer)? {
        None => Vec::new(),
        Some(OneOrMany::One(one)) => vec![one],
        Some(OneOrMany::Many(many)) => many,
    })
}

/// Reads `manifest.json` in `folder`.
///
/// # Panics
/// When it is absent or not of the expected form.
#[must_use]
pub fn manifest(folder: &Path) -> Manifest {
    let path = folder.join("manifest.json");
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(error) => panic!("{}: {error}", path.display()),
    };
    match serde_json::from_slice(&text) {
        Ok(manifest) => manifest,
        Err(error) => panic!("{}: {error}", path.display()),
    }
}
