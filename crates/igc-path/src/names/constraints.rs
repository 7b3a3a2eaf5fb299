//! Name constraints (RFC 5280 §4.2.1.10, §6.1.3 (b) and (c), §6.1.4 (g)).
//!
//! The intersection of permitted subtrees is kept as the list of what each CA permits: a name lies
//! in the intersection when each CA that speaks of its form permits it. The union of excluded
//! subtrees is the list of all of them.

use igc_x509::{
    Attribute, Certificate, GeneralName, GeneralNames, GeneralSubtrees, Name, NameConstraints, oid,
};

use super::{
    NameForm, dns,
    email::{Mailbox, Subtree},
    ip, uri,
};
use crate::{PathErrorKind, budget::Left};

/// The constraints of the CAs above the certificate in hand.
#[derive(Clone, Debug, Default)]
pub(crate) struct Constraints<'a>(Vec<NameConstraints<'a>>);

impl<'a> Constraints<'a> {
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// §6.1.4 (g): adds what one more CA says.
    ///
    /// Bases must be well formed: a rule that cannot be read is not a rule without effect.
    pub(crate) fn add(&mut self, constraints: NameConstraints<'a>) -> Result<(), PathErrorKind> {
        for subtrees in [&constraints.permitted, &constraints.excluded].into_iter().flatten() {
            if let Some(base) = subtrees.iter().find(|base| !is_well_formed(base)) {
                return Err(PathErrorKind::ConstraintMalformed { form: NameForm::of(&base) });
            }
        }
        self.0.push(constraints);
        Ok(())
    }

    /// §6.1.3 (b) and (c) for the subject and every name of subjectAltName.
    pub(crate) fn check(
        &self,
        certificate: &Certificate<'_>,
        left: &mut Left,
    ) -> Result<(), PathErrorKind> {
        if self.is_empty() {
            return Ok(());
        }
        let subject = certificate.subject();
        if !subject.is_empty() {
            self.check_name(&GeneralName::DirectoryName(subject), left)?;
        }
        let names =
            certificate.subject_alt_name().map_err(|error| PathErrorKind::ExtensionMalformed {
                extension: oid::ID_CE_SUBJECT_ALT_NAME.to_owned(),
                error,
            })?;
        let mut has_email = false;
        for name in names.iter().flat_map(GeneralNames::iter) {
            has_email |= NameForm::of(&name) == NameForm::Email;
            self.check_name(&name, left)?;
        }
        if !has_email {
            self.check_subject_mailboxes(&subject, left)?;
        }
        Ok(())
    }

    /// emailAddress attributes of the subject count when subjectAltName has no mailbox (§4.2.1.10).
    fn check_subject_mailboxes(
        &self,
        subject: &Name<'_>,
        left: &mut Left,
    ) -> Result<(), PathErrorKind> {
        for attribute in subject.find(oid::EMAIL_ADDRESS) {
            let text = mailbox_text(&attribute)
                .ok_or(PathErrorKind::NameMalformed { form: NameForm::Email })?;
            self.check_name(&GeneralName::Rfc822Name(&text), left)?;
        }
        Ok(())
    }

    fn check_name(&self, name: &GeneralName<'_>, left: &mut Left) -> Result<(), PathErrorKind> {
        let form = NameForm::of(name);
        for constraints in &self.0 {
            let mut permitted = None;
            for base in constraints.permitted.iter().flat_map(GeneralSubtrees::iter) {
                if !left.take(1) {
                    return Err(PathErrorKind::BudgetNames);
                }
                if NameForm::of(&base) == form && permitted != Some(true) {
                    permitted = Some(permits(&base, name)?);
                }
            }
            if permitted == Some(false) {
                return Err(PathErrorKind::NotPermitted { form });
            }
            for base in constraints.excluded.iter().flat_map(GeneralSubtrees::iter) {
                if !left.take(1) {
                    return Err(PathErrorKind::BudgetNames);
                }
                if NameForm::of(&base) == form && excludes(&base, name)? {
                    return Err(PathErrorKind::Excluded { form });
                }
            }
        }
        Ok(())
    }
}

/// Whether all that `name` stands for lies in the subtree of `base`, which is of the same form.
fn permits(base: &GeneralName<'_>, name: &GeneralName<'_>) -> Result<bool, PathErrorKind> {
    let malformed = || PathErrorKind::NameMalformed { form: NameForm::of(name) };
    Ok(match (base, name) {
        (GeneralName::DnsName(base), GeneralName::DnsName(name)) => {
            if !dns::is_presented_name(name.as_bytes()) {
                return Err(malformed());
            }
            dns::is_within(name.as_bytes(), base.as_bytes())
        }
        (GeneralName::Rfc822Name(base), GeneralName::Rfc822Name(name)) => {
            let mailbox = Mailbox::parse(name.as_bytes()).ok_or_else(malformed)?;
            Subtree::parse(base.as_bytes()).is_some_and(|subtree| subtree.holds(&mailbox))
        }
        (GeneralName::Uri(base), GeneralName::Uri(name)) => {
            if !uri::is_constraint(base.as_bytes()) {
                return Err(PathErrorKind::ConstraintMalformed { form: NameForm::Uri });
            }
            let host = uri::host(name.as_bytes()).ok_or_else(malformed)?;
            uri::is_within(host, base.as_bytes())
        }
        (GeneralName::IpAddress(base), GeneralName::IpAddress(name)) => ip::is_within(name, base),
        (GeneralName::DirectoryName(base), GeneralName::DirectoryName(name)) => {
            name.is_within(base)
        }
        // No comparison is defined (§4.2.1.10): refuse rather than guess.
        _ => return Err(PathErrorKind::ConstraintUnsupported { form: NameForm::of(name) }),
    })
}

/// Whether any of what `name` stands for lies in the subtree of `base`, which is of the same form.
fn excludes(base: &GeneralName<'_>, name: &GeneralName<'_>) -> Result<bool, PathErrorKind> {
    Ok(permits(base, name)?
        || match (base, name) {
            (GeneralName::DnsName(base), GeneralName::DnsName(name)) => {
                dns::may_reach(name.as_bytes(), base.as_bytes())
            }
            _ => false,
        })
}

/// Constraints on URIs are often whole URIs, in CAs that never see one: those are refused when a
/// URI meets them.
fn is_well_formed(base: &GeneralName<'_>) -> bool {
    match base {
        GeneralName::DnsName(base) => base.is_empty() || dns::is_host_name(base.as_bytes()),
        GeneralName::Rfc822Name(base) => Subtree::parse(base.as_bytes()).is_some(),
        GeneralName::IpAddress(base) => ip::is_range(base),
        _ => true,
    }
}

/// An emailAddress as a mailbox of ASCII (RFC 5280 §4.1.2.6).
fn mailbox_text(attribute: &Attribute<'_>) -> Option<String> {
    let text = attribute.text().ok()?;
    text.is_ascii().then(|| text.into_owned())
}
