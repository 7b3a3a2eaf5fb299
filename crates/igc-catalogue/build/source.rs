//! The shape of the data files, exactly as written: unknown keys are refused.
//!
//! Shared by `build.rs` and by the tests that feed it broken data.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[path = "source/offers.rs"]
mod offers;

use offers::{AuthoritiesFile, EquivalencesFile, UsagesFile};
pub(crate) use offers::{Authority, Equivalence, IssuerPattern, Need, Usage};

/// How well a fact is known.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Status {
    Observed,
    Stated,
    Inferred,
    Unknown,
}

/// A value with where it comes from; `status = "unknown"` carries no value.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fact<T> {
    pub(crate) value: Option<T>,
    pub(crate) status: Status,
    pub(crate) source: Option<String>,
    pub(crate) note: Option<String>,
}

/// One text in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Label {
    pub(crate) fr: String,
    pub(crate) en: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourcesFile {
    pub(crate) source: Vec<Source>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) publisher: String,
    /// `YYYY-MM-DD`, or `unknown` where the document carries no date.
    pub(crate) date: String,
    /// Known to exist, not read: nothing may cite it.
    #[serde(default)]
    pub(crate) unread: bool,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Product {
    pub(crate) code: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    /// Words shared by several products: they suggest, they never select.
    #[serde(default)]
    pub(crate) words: Vec<String>,
    pub(crate) family: String,
    pub(crate) purpose: String,
    /// The part of a delivered file's name that names offer and use.
    pub(crate) file_part: Fact<String>,
    pub(crate) label: Label,
    pub(crate) description: Label,
    pub(crate) ordering: Ordering,
    pub(crate) fields: Fields,
    pub(crate) profile: Profile,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ordering {
    pub(crate) requester: Fact<String>,
    /// Cards with which the request is made.
    pub(crate) cards: Fact<Vec<String>>,
    pub(crate) form: Fact<String>,
    pub(crate) test_form: Fact<String>,
    pub(crate) form_offer: Fact<String>,
    pub(crate) domain: Fact<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fields {
    pub(crate) required: Vec<String>,
    #[serde(default)]
    pub(crate) optional: Vec<String>,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Profile {
    pub(crate) issuer: Fact<Issuer>,
    pub(crate) subject: Fact<String>,
    pub(crate) key_usage: Fact<Vec<String>>,
    /// Bits that a certificate may have on top: accepted when read, not written.
    #[serde(default)]
    pub(crate) key_usage_optional: Vec<String>,
    pub(crate) extended_key_usage: Fact<Vec<String>>,
    pub(crate) san: Fact<San>,
    pub(crate) policy_production: Fact<String>,
    pub(crate) policy_test: Fact<String>,
    pub(crate) private_key_usage_period: Fact<bool>,
    pub(crate) profession: Fact<bool>,
    pub(crate) specialities: Fact<bool>,
    pub(crate) validity: Vec<String>,
    pub(crate) sample: Fact<bool>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Issuer {
    pub(crate) gamme: String,
    pub(crate) domain: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct San {
    /// `none`, `dNSName`, `rfc822Name` or `userPrincipalName`.
    pub(crate) kind: String,
    /// Fields whose values are written, in this order.
    #[serde(default)]
    pub(crate) fields: Vec<String>,
    /// False: a certificate of this product may come without the extension.
    #[serde(default = "yes")]
    pub(crate) always: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProfilesFile {
    pub(crate) subject: Vec<SubjectTemplate>,
    pub(crate) leaf: LeafProfile,
    pub(crate) authority: AuthorityProfiles,
    pub(crate) category: BTreeMap<String, Fact<u8>>,
    pub(crate) card_type: Vec<Coded>,
    pub(crate) profession: Vec<Coded>,
    pub(crate) card: Vec<CardProfile>,
}

/// A certificate of a card: recognised, never ordered here.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CardProfile {
    pub(crate) card_use: String,
    pub(crate) key_usage: Vec<String>,
    pub(crate) extended_key_usage: Vec<String>,
    pub(crate) status: Status,
    pub(crate) source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Coded {
    pub(crate) code: u8,
    pub(crate) label: Label,
    pub(crate) status: Status,
    pub(crate) source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SubjectTemplate {
    pub(crate) id: String,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
    /// One entry per RDN; a multi-valued RDN has several attributes.
    pub(crate) rdn: Vec<Vec<Attribute>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attribute {
    #[serde(rename = "type")]
    pub(crate) attribute: String,
    pub(crate) string: String,
    pub(crate) field: Option<String>,
    pub(crate) value: Option<String>,
    /// Longest value in characters (RFC 5280 appendix A, upper bounds).
    pub(crate) max: u16,
    /// Cut at this many characters instead of refusing.
    pub(crate) cut: Option<u16>,
    #[serde(default)]
    pub(crate) optional: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LeafProfile {
    pub(crate) key: Vec<KeyRule>,
    pub(crate) signature: Fact<String>,
    pub(crate) serial_octets: Fact<u8>,
    pub(crate) key_identifier: Fact<String>,
    pub(crate) legacy_key_identifier: Fact<String>,
    pub(crate) critical: Fact<Vec<String>>,
    pub(crate) order: Fact<Vec<String>>,
    pub(crate) legacy_order: Fact<Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyRule {
    pub(crate) algorithm: String,
    pub(crate) bits: u16,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuthorityProfiles {
    pub(crate) key_bits: Fact<u16>,
    pub(crate) signature: Fact<String>,
    pub(crate) serial_octets: Fact<u8>,
    pub(crate) validity_years: Fact<u8>,
    pub(crate) key_usage: Fact<Vec<String>>,
    pub(crate) policy: Fact<String>,
    pub(crate) critical: Fact<Vec<String>>,
    pub(crate) root_order: Fact<Vec<String>>,
    pub(crate) intermediate_order: Fact<Vec<String>>,
    pub(crate) intermediate_path_len: Fact<u8>,
    pub(crate) crl_order: Fact<Vec<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RulesFile {
    pub(crate) validity: Vec<Validity>,
    pub(crate) alert: Vec<Alert>,
    pub(crate) crl: Vec<CrlRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Validity {
    pub(crate) id: String,
    /// First day of the rule, `YYYY-MM-DD`; absent: from the beginning.
    pub(crate) from: Option<String>,
    pub(crate) years: u8,
    #[serde(default)]
    pub(crate) months: u8,
    pub(crate) private_key_years: Option<u8>,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Alert {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) months: u8,
    #[serde(default)]
    pub(crate) days: u16,
    #[serde(default)]
    pub(crate) current: bool,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CrlRule {
    pub(crate) role: String,
    pub(crate) published_every_days: u16,
    pub(crate) valid_days: u16,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
}

/// All data files, read and typed, not yet checked.
#[derive(Debug)]
pub(crate) struct Catalogue {
    pub(crate) sources: Vec<Source>,
    pub(crate) products: Vec<Product>,
    pub(crate) profiles: ProfilesFile,
    pub(crate) rules: RulesFile,
    pub(crate) authorities: Vec<Authority>,
    pub(crate) patterns: Vec<IssuerPattern>,
    pub(crate) usages: Vec<Usage>,
    pub(crate) equivalences: Vec<Equivalence>,
}

impl Catalogue {
    /// Types the texts; `file(name)` gives the text of `data/<name>`.
    pub(crate) fn parse(texts: &BTreeMap<String, String>) -> Result<Self, String> {
        let products = texts
            .keys()
            .filter(|name| name.starts_with("products/"))
            .map(|name| read::<Product>(texts, name))
            .collect::<Result<Vec<_>, _>>()?;
        let mut real = read::<AuthoritiesFile>(texts, "authorities.toml")?;
        let local = read::<AuthoritiesFile>(texts, "local.toml")?;
        real.authority.extend(local.authority);
        real.pattern.extend(local.pattern);
        Ok(Self {
            sources: read::<SourcesFile>(texts, "sources.toml")?.source,
            products,
            profiles: read(texts, "profiles.toml")?,
            rules: read(texts, "rules.toml")?,
            authorities: real.authority,
            patterns: real.pattern,
            usages: read::<UsagesFile>(texts, "usages.toml")?.usage,
            equivalences: read::<EquivalencesFile>(texts, "equivalences.toml")?.equivalence,
        })
    }
}

fn read<T: DeserializeOwned>(texts: &BTreeMap<String, String>, name: &str) -> Result<T, String> {
    let text = texts.get(name).ok_or_else(|| format!("data/{name}: missing"))?;
    toml::from_str(text).map_err(|error| format!("data/{name}: {error}"))
}
