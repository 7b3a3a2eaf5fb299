//! The shape of `authorities.toml`, `local.toml`, `usages.toml` and `equivalences.toml`.

use serde::Deserialize;

use super::{Fact, Label, Status};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AuthoritiesFile {
    #[serde(default)]
    pub(crate) authority: Vec<Authority>,
    #[serde(default)]
    pub(crate) pattern: Vec<IssuerPattern>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Authority {
    pub(crate) id: String,
    pub(crate) environment: String,
    pub(crate) generation: String,
    pub(crate) role: String,
    pub(crate) gamme: Option<String>,
    pub(crate) domain: Option<String>,
    pub(crate) legacy_class: Option<u8>,
    /// `type=value` parts from the root of the name down; C is a PrintableString.
    pub(crate) name: Vec<String>,
    pub(crate) printable: Option<bool>,
    pub(crate) issuer: String,
    pub sha256: Fact<String>,
    pub(crate) not_before: Option<String>,
    pub(crate) not_after: Option<String>,
    pub(crate) file: Option<String>,
    #[serde(default)]
    pub(crate) urls: Urls,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
}

/// What the certificates and CRLs *issued by* the authority carry.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Urls {
    pub(crate) certificate: Option<String>,
    #[serde(default)]
    pub(crate) crl: Vec<String>,
    pub(crate) delta: Option<String>,
    pub(crate) ocsp: Option<String>,
    pub(crate) cps: Option<String>,
}

/// Recognises authorities of the same families that are not listed one by one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct IssuerPattern {
    pub(crate) environment: String,
    pub(crate) generation: String,
    pub(crate) organization: String,
    /// Some organizational unit must equal this.
    pub(crate) unit: Option<String>,
    /// `{gamme}`, `{domain}` and `{class}` stand for the words of the tables below.
    pub(crate) template: String,
    /// Attribute the template is read against: `CN` or `OU`.
    pub(crate) attribute: String,
    pub(crate) status: Status,
    pub(crate) source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UsagesFile {
    pub(crate) usage: Vec<Usage>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Usage {
    pub(crate) code: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    pub(crate) label: Label,
    /// The statement orders follow.
    pub(crate) default: String,
    pub(crate) default_reason: Option<Label>,
    pub(crate) statement: Vec<Statement>,
    #[serde(default)]
    pub(crate) rule: Vec<UsageRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Statement {
    pub(crate) id: String,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
    pub(crate) need: Vec<Need>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Need {
    /// One product, or several of which one is enough ("OU").
    pub(crate) any_of: Vec<String>,
    pub(crate) service: Option<String>,
    pub(crate) role: Option<Label>,
    /// What to write on form F413, section 4; verbatim.
    pub(crate) form_text: Option<String>,
    /// What to write on form F414 (test), section 4; verbatim.
    pub(crate) test_form_text: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UsageRule {
    pub(crate) id: String,
    /// The service name (CN) must be one of these.
    #[serde(default)]
    pub(crate) services: Vec<String>,
    /// Families the service refuses.
    #[serde(default)]
    pub(crate) refused_families: Vec<String>,
    /// What the service answers when the rule is broken.
    pub(crate) answer: Option<String>,
    pub(crate) text: Label,
    pub(crate) status: Status,
    pub(crate) source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct EquivalencesFile {
    pub(crate) equivalence: Vec<Equivalence>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Equivalence {
    pub(crate) id: String,
    pub(crate) label: Label,
    pub(crate) class: u8,
    pub(crate) key_usage: Vec<String>,
    pub(crate) any_extended_key_usage: Vec<String>,
    pub(crate) replaced_by: Vec<String>,
    pub(crate) status: Status,
    pub(crate) source: String,
    pub(crate) note: Option<String>,
}
