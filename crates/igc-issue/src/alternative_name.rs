//! The names of subjectAltName that IGC-Santé issues (RFC 5280 §4.2.1.6).

use igc_catalogue::{Field, Fields, Product, SanKind};
use igc_x509::{GeneralName, encode, oid};

use crate::error::{FieldFault, FieldFaultKind};

/// One alternative name, already checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AlternativeName {
    kind: SanKind,
    text: String,
}

impl AlternativeName {
    /// The names a product takes from its fields, in the profile's order, each once; empty for a product without any.
    pub(crate) fn all(product: &Product, fields: &Fields) -> Result<Vec<Self>, Vec<FieldFault>> {
        let san = product.profile().san();
        let Some(kind) = san.kind else { return Ok(Vec::new()) };
        let (mut names, mut faults): (Vec<Self>, Vec<FieldFault>) = (Vec::new(), Vec::new());
        for field in san.fields {
            for text in fields.all(*field) {
                match check(kind, text) {
                    Err(fault) => faults.push(FieldFault { field: *field, kind: fault }),
                    Ok(()) if names.iter().any(|n| n.text.eq_ignore_ascii_case(text)) => {}
                    Ok(()) => names.push(Self { kind, text: text.to_owned() }),
                }
            }
        }
        if names.is_empty() && faults.is_empty() && san.always {
            let field = san.fields.first().copied().unwrap_or(Field::Fqdn);
            faults.push(FieldFault { field, kind: FieldFaultKind::Missing });
        }
        if faults.is_empty() { Ok(names) } else { Err(faults) }
    }

    /// `GeneralName`.
    pub(crate) fn to_der(&self) -> Vec<u8> {
        let text = self.text.as_bytes();
        match self.kind {
            SanKind::Rfc822Name => encode::context(1, text),
            SanKind::DnsName => encode::context(2, text),
            SanKind::UserPrincipalName => {
                let value = encode::context_constructed(0, &encode::tlv(0x0c, text));
                let mut other = encode::oid(oid::MS_UPN);
                other.extend_from_slice(&value);
                encode::context_constructed(0, &other)
            }
        }
    }

    /// Whether `name`, as read, is this name.
    pub(crate) fn is(&self, name: &GeneralName<'_>) -> bool {
        let read = match (self.kind, name) {
            (SanKind::Rfc822Name, GeneralName::Rfc822Name(text))
            | (SanKind::DnsName, GeneralName::DnsName(text)) => Some(*text),
            (SanKind::UserPrincipalName, name) => name.user_principal_name(),
            _ => None,
        };
        read == Some(self.text.as_str())
    }
}

fn check(kind: SanKind, text: &str) -> Result<(), FieldFaultKind> {
    match kind {
        SanKind::DnsName if !is_fqdn(text) => Err(FieldFaultKind::DomainName),
        SanKind::Rfc822Name | SanKind::UserPrincipalName if !is_mail_address(text) => {
            Err(FieldFaultKind::MailAddress)
        }
        _ => Ok(()),
    }
}

/// A domain name of two labels or more in the preferred syntax (RFC 1034 §3.5, RFC 1123 §2.1), without wildcard.
///
/// Internationalised labels are given in their ASCII form (RFC 9549 §2.2).
fn is_fqdn(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|octet| octet.is_ascii_alphanumeric() || octet == b'-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(label)
}

/// `local-part@domain` in ASCII (RFC 5280 §4.2.1.6, RFC 5321 §4.1.2 without quoting).
fn is_mail_address(text: &str) -> bool {
    let atom =
        |octet: u8| octet.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&octet);
    text.split_once('@').is_some_and(|(local, domain)| {
        (1..=64).contains(&local.len())
            && local.bytes().all(atom)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && is_fqdn(domain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domain_names() {
        for good in ["serveur.exemple.test", "a.b", "xn--hpital-rxa.exemple.test", "1.2.test"] {
            assert!(is_fqdn(good), "{good}");
        }
        let long = format!("{}.test", "a".repeat(64));
        for bad in [
            "",
            "serveur",
            "*.exemple.test",
            "a..b",
            ".a.b",
            "a.b.",
            "-a.b",
            "a_b.test",
            "hôpital.test",
            &long,
        ] {
            assert!(!is_fqdn(bad), "{bad}");
        }
    }

    #[test]
    fn mail_addresses() {
        for good in ["service@exemple.test", "a.b+c@x.test"] {
            assert!(is_mail_address(good), "{good}");
        }
        for bad in [
            "",
            "@exemple.test",
            "a@b@c.test",
            "a b@c.test",
            "é@c.test",
            "a..b@c.test",
            "a@serveur",
        ] {
            assert!(!is_mail_address(bad), "{bad}");
        }
    }
}
