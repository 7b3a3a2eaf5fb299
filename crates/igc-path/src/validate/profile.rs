//! The profile's tables, applied to one certificate.

use igc_x509::{Certificate, Error, Oid};

use super::State;
use crate::{
    Criticality, ExtensionRule, Fault, PathErrorKind, Presence, Role, error::Broken, work::Work,
};

impl State<'_> {
    /// The rows of the table, the rules on fields, and the extensions without a row.
    pub(super) fn profile_rules(
        &mut self,
        certificate: &Certificate<'_>,
        role: Role,
        work: &mut Work<'_>,
    ) {
        let policy = self.policy;
        let table = policy.profile.table(role);
        for rule in table {
            if let Err(kind) = apply(rule, certificate, role, work) {
                self.note_once(kind);
            }
        }
        for rule in policy.profile.fields() {
            if !(rule.check)(certificate) {
                self.note(PathErrorKind::FieldValue { rule: rule.rule, source: rule.source });
            }
        }
        // §6.1.4 (o)
        // §6.1.5 (f)
        for extension in certificate.extensions() {
            if extension.critical && !table.iter().any(|rule| rule.extension == extension.oid) {
                self.note(PathErrorKind::UnknownCriticalExtension {
                    extension: extension.oid.to_owned(),
                });
            }
        }
    }

    /// Notes that an extension could not be read, once.
    pub(super) fn malformed(&mut self, extension: Oid<'_>, error: Error) {
        self.note_once(PathErrorKind::ExtensionMalformed {
            extension: extension.to_owned(),
            error,
        });
    }

    fn note_once(&mut self, kind: PathErrorKind) {
        let index = self.index;
        if !self.errors.iter().any(|known| known.index == index && known.kind == kind) {
            self.note(kind);
        }
    }
}

fn apply(
    rule: &ExtensionRule,
    certificate: &Certificate<'_>,
    role: Role,
    work: &mut Work<'_>,
) -> Result<(), PathErrorKind> {
    let broken = || Broken { extension: rule.extension.to_owned(), source: rule.source };
    let found = certificate.extensions().find(rule.extension);
    match (found, rule.presence) {
        (None, Presence::Required) => return Err(PathErrorKind::ExtensionMissing(broken())),
        (None, Presence::RequiredUnlessSelfSigned)
            if !(certificate.is_self_issued()
                || (role == Role::Anchor && work.is_self_signed(certificate))) =>
        {
            return Err(PathErrorKind::ExtensionMissing(broken()));
        }
        (Some(_), Presence::Forbidden) => {
            return Err(PathErrorKind::ExtensionForbidden(broken()));
        }
        _ => {}
    }
    match (found.map(|extension| extension.critical), rule.criticality) {
        (Some(true), Criticality::NonCritical) => {
            return Err(PathErrorKind::ExtensionCritical(broken()));
        }
        (Some(false), Criticality::Critical) => {
            return Err(PathErrorKind::ExtensionNotCritical(broken()));
        }
        _ => {}
    }
    match rule.check.map_or(Ok(()), |check| check(certificate)) {
        Ok(()) => Ok(()),
        Err(Fault::Rule(sentence)) => {
            Err(PathErrorKind::ExtensionValue { broken: broken(), rule: sentence })
        }
        Err(Fault::Malformed(error)) => {
            Err(PathErrorKind::ExtensionMalformed { extension: rule.extension.to_owned(), error })
        }
    }
}
