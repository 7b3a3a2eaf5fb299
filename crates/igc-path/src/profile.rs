//! Profiles: what a certificate must look like, as tables.
//!
//! A table has one row per extension: presence × criticality × check, with the section that says
//! so. A critical extension without a row is unknown and refused (RFC 5280 §4.2). Start at
//! [`Profile::rfc5280`]; a profile of one's own starts from a given one and replaces rows.
//!
//! Not here: the algorithm of RFC 5280 §6.1 (`validate`), which runs whatever the profile.

use std::borrow::Cow;

use igc_x509::{Certificate, Oid};

use crate::key_rules::KeyRules;

mod checks;
mod igc_sante;
mod rfc5280;
mod section6;
mod webpki;

/// Whether an extension must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It must be present.
    Required,
    /// It must be present unless the certificate is self-issued, or an anchor's signed by its own key.
    RequiredUnlessSelfSigned,
    /// It may be present.
    Optional,
    /// It must be absent.
    Forbidden,
}

/// Whether an extension must be critical when it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Criticality {
    /// It must be critical.
    Critical,
    /// It must not be critical.
    NonCritical,
    /// Either.
    Either,
}

/// Why a check refuses an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The value is not what the extension's definition says.
    Malformed(igc_x509::Error),
    /// The value breaks the rule, said in one sentence.
    Rule(&'static str),
}

impl From<igc_x509::Error> for Fault {
    fn from(error: igc_x509::Error) -> Self {
        Self::Malformed(error)
    }
}

/// Looks at an extension of a certificate, or at what its absence means.
pub type Check = fn(&Certificate<'_>) -> Result<(), Fault>;

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct ExtensionRule {
    /// The extension.
    pub extension: Oid<'static>,
    /// Whether it must be there.
    pub presence: Presence,
    /// Whether it must be critical.
    pub criticality: Criticality,
    /// What else must hold, looked at whether the extension is there or not.
    pub check: Option<Check>,
    /// The section that says so.
    pub source: &'static str,
}

/// A rule on fields outside the extensions; the check answers whether it holds.
#[derive(Clone, Copy, Debug)]
pub struct FieldRule {
    /// Whether the rule holds.
    pub check: fn(&Certificate<'_>) -> bool,
    /// The rule in one sentence.
    pub rule: &'static str,
    /// The section that says so.
    pub source: &'static str,
}

/// The place of a certificate in a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The certificate that is asked about, first in the path.
    EndEntity,
    /// A CA certificate between the end entity and the anchor.
    Intermediate,
    /// The certificate an anchor was given as.
    Anchor,
}

/// Whether a wildcard may stand for every name below a public suffix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wildcards {
    /// It may: who registers names is not this profile's business.
    Anywhere,
    /// It may not, when the policy knows the public suffixes.
    NotOnPublicSuffix,
}

/// What certificates must look like.
#[derive(Clone, Debug)]
pub struct Profile {
    name: &'static str,
    end_entity: Cow<'static, [ExtensionRule]>,
    intermediate: Cow<'static, [ExtensionRule]>,
    anchor: Cow<'static, [ExtensionRule]>,
    fields: Cow<'static, [FieldRule]>,
    signatures: Cow<'static, [Oid<'static>]>,
    keys: KeyRules,
    wildcards: Wildcards,
}

impl Profile {
    /// RFC 5280 §6.1 and nothing else: extensions are read and processed, but no rule of §4 that
    /// the algorithm does not need is asked of issuers.
    #[must_use]
    pub fn validation_only() -> Self {
        section6::profile()
    }

    /// RFC 5280 with the rules its §4 lays on conforming issuers.
    #[must_use]
    pub fn rfc5280() -> Self {
        rfc5280::profile()
    }

    /// The web's: CA/Browser Forum Baseline Requirements for TLS servers.
    #[must_use]
    pub fn webpki() -> Self {
        webpki::profile()
    }

    /// IGC-Santé: what its real certificates look like.
    #[must_use]
    pub fn igc_sante() -> Self {
        igc_sante::profile()
    }

    /// IGC-CPS2bis, the predecessor: SHA-1, RSA from 1024 bits. Never chosen unless asked for.
    #[must_use]
    pub fn igc_legacy() -> Self {
        igc_sante::legacy()
    }

    /// The profile of this name: `rfc5280`, `webpki`, `igc-sante`, `igc-legacy`, `validation-only`.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        [Self::rfc5280, Self::webpki, Self::igc_sante, Self::igc_legacy, Self::validation_only]
            .into_iter()
            .map(|profile| profile())
            .find(|profile| profile.name == name)
    }

    /// The profile's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The same profile under a name of one's own.
    #[must_use]
    pub const fn named(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }

    /// Replaces the row of the rule's extension, or adds it.
    #[must_use]
    pub fn rule(mut self, role: Role, rule: ExtensionRule) -> Self {
        let table = match role {
            Role::EndEntity => &mut self.end_entity,
            Role::Intermediate => &mut self.intermediate,
            Role::Anchor => &mut self.anchor,
        }
        .to_mut();
        table.retain(|row| row.extension != rule.extension);
        table.push(rule);
        self
    }

    /// Adds a rule on fields.
    #[must_use]
    pub fn field_rule(mut self, rule: FieldRule) -> Self {
        self.fields.to_mut().push(rule);
        self
    }

    /// Accepts one more signature algorithm.
    #[must_use]
    pub fn signature_algorithm(mut self, algorithm: Oid<'static>) -> Self {
        self.signatures.to_mut().push(algorithm);
        self
    }

    /// Other rules on public keys.
    #[must_use]
    pub const fn key_rules(mut self, keys: KeyRules) -> Self {
        self.keys = keys;
        self
    }

    /// The rows for certificates in this place.
    #[must_use]
    pub fn table(&self, role: Role) -> &[ExtensionRule] {
        match role {
            Role::EndEntity => &self.end_entity,
            Role::Intermediate => &self.intermediate,
            Role::Anchor => &self.anchor,
        }
    }

    /// The rules on fields.
    #[must_use]
    pub fn fields(&self) -> &[FieldRule] {
        &self.fields
    }

    /// The signature algorithms that are accepted.
    #[must_use]
    pub fn signature_algorithms(&self) -> &[Oid<'static>] {
        &self.signatures
    }

    /// The rules on public keys.
    #[must_use]
    pub const fn keys(&self) -> &KeyRules {
        &self.keys
    }

    /// Where wildcards may stand.
    #[must_use]
    pub const fn wildcards(&self) -> Wildcards {
        self.wildcards
    }
}

/// A row, in the order of its columns.
const fn row(
    extension: Oid<'static>,
    presence: Presence,
    criticality: Criticality,
    check: Option<Check>,
    source: &'static str,
) -> ExtensionRule {
    ExtensionRule { extension, presence, criticality, check, source }
}

#[cfg(test)]
mod tests;
