//! What the caller wants the end entity for: its use and its name.

use igc_x509::{Certificate, GeneralName, GeneralNames, Oid, oid};

use super::State;
use crate::{NameForm, PathErrorKind, Wildcards};

impl State<'_> {
    /// Key usage, extended key usage and identities of the end entity.
    pub(super) fn end_entity_fits(&mut self, certificate: &Certificate<'_>) {
        let policy = self.policy;
        let purpose = &policy.purpose;
        let needs = purpose.key_usage();
        match certificate.key_usage() {
            Ok(Some(usage)) if needs.bits() != 0 && !usage.intersects(needs) => {
                self.note(PathErrorKind::KeyUsage { needs });
            }
            Ok(_) => {}
            Err(error) => self.malformed(oid::ID_CE_KEY_USAGE, error),
        }
        self.issuer_allows_purpose(certificate);
        self.identities(certificate);
    }

    /// Extended key usage, which in a CA certificate limits what is issued below it: RFC 5280
    /// §4.2.1.12 is silent on this, the Baseline Requirements §7.1.5 and every peer do it
    /// (`docs/deviations.md`).
    pub(super) fn issuer_allows_purpose(&mut self, certificate: &Certificate<'_>) {
        let policy = self.policy;
        let purpose = &policy.purpose;
        match certificate.extended_key_usage() {
            Ok(Some(usages)) if !purpose.is_allowed_by(usages.iter()) => {
                let needs = purpose.extended().iter().map(Oid::to_owned).collect();
                self.note(PathErrorKind::ExtendedKeyUsage { needs });
            }
            Ok(_) => {}
            Err(error) => self.malformed(oid::ID_CE_EXT_KEY_USAGE, error),
        }
    }

    fn identities(&mut self, certificate: &Certificate<'_>) {
        let policy = self.policy;
        let names = match certificate.subject_alt_name() {
            Ok(names) => names,
            Err(error) => return self.malformed(oid::ID_CE_SUBJECT_ALT_NAME, error),
        };
        let presented = || names.iter().flat_map(GeneralNames::iter);
        for identity in &policy.identities {
            if !presented().any(|name| identity.is(&name)) {
                let form = identity.form();
                let presented = presented().filter(|name| NameForm::of(name) == form).count();
                self.note(PathErrorKind::IdentityMismatch { form, presented });
            }
        }
        if policy.profile.wildcards() == Wildcards::NotOnPublicSuffix
            && let Some(suffixes) = policy.public_suffixes
        {
            let on_suffix = |name: GeneralName<'_>| match name {
                GeneralName::DnsName(name) => {
                    name.strip_prefix("*.").is_some_and(|parent| suffixes.contains(parent))
                }
                _ => false,
            };
            if presented().any(on_suffix) {
                self.note(PathErrorKind::FieldValue {
                    rule: "a wildcard stands for every name below a public suffix",
                    source: "CABF BR §3.2.2.6",
                });
            }
        }
    }
}
