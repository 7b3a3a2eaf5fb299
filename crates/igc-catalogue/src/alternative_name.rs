//! The names of subjectAltName that IGC-Santé issues (RFC 5280 §4.2.1.6).

use igc_x509::{GeneralName, encode, oid};

use crate::fields::Fields;
use crate::profile::SanSpec;
use crate::vocabulary::{Field, SanKind};

/// One alternative name, already checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlternativeName {
    kind: SanKind,
    text: String,
}

/// A value that is to become an alternative name and is not one. Its code is given by what was to be made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameFault {
    /// The field at fault.
    pub field: Field,
    /// What its value should be.
    pub kind: SanKind,
}

impl SanSpec {
    /// The names that the fields give, in order, each once; empty for a product without any.
    ///
    /// # Errors
    /// Every value that is not a name of the form, in order.
    pub fn names(&self, fields: &Fields) -> Result<Vec<AlternativeName>, Vec<NameFault>> {
        let Some(kind) = self.kind else { return Ok(Vec::new()) };
        let (mut names, mut faults) = (Vec::<AlternativeName>::new(), Vec::new());
        let given =
            self.fields.iter().flat_map(|field| fields.all(*field).map(|text| (*field, text)));
        for (field, text) in given {
            if !kind.takes(text) {
                faults.push(NameFault { field, kind });
            } else if !names.iter().any(|name| name.is_same(text)) {
                names.push(AlternativeName { kind, text: text.to_owned() });
            }
        }
        if faults.is_empty() { Ok(names) } else { Err(faults) }
    }
}

impl SanKind {
    /// Whether a text is a name of this form that is issued: a full domain name or a mail address, in ASCII, no wildcard.
    #[must_use]
    pub fn takes(self, text: &str) -> bool {
        match self {
            Self::DnsName => is_fqdn(text),
            Self::Rfc822Name | Self::UserPrincipalName => is_mail_address(text),
        }
    }
}

impl AlternativeName {
    /// The `GeneralName`, DER.
    #[must_use]
    pub fn to_der(&self) -> Vec<u8> {
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

    /// Domain names have no case (RFC 5280 §7.2), local parts of mail addresses do (§7.5).
    fn is_same(&self, text: &str) -> bool {
        match self.kind {
            SanKind::DnsName => self.text.eq_ignore_ascii_case(text),
            SanKind::Rfc822Name | SanKind::UserPrincipalName => self.text == text,
        }
    }

    /// Whether `name`, as read, is this name.
    #[must_use]
    pub fn is(&self, name: &GeneralName<'_>) -> bool {
        let read = match (self.kind, name) {
            (SanKind::Rfc822Name, GeneralName::Rfc822Name(text))
            | (SanKind::DnsName, GeneralName::DnsName(text)) => Some(*text),
            (SanKind::UserPrincipalName, name) => name.user_principal_name(),
            _ => None,
        };
        read == Some(self.text.as_str())
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
    use crate::Product;

    #[test]
    fn names_come_in_order_and_once_whatever_their_case() {
        let san = Product::find("SERV_SSL").unwrap().profile().san();
        let fields = Fields::new()
            .with(Field::DnsNames, "b.exemple.test")
            .with(Field::DnsNames, "A.exemple.test")
            .with(Field::DnsNames, "B.EXEMPLE.TEST")
            .with(Field::Fqdn, "a.exemple.test");
        let names = san.names(&fields).unwrap();
        let texts: Vec<_> = names.iter().map(|name| name.text.as_str()).collect();
        assert_eq!(texts, ["a.exemple.test", "b.exemple.test"]);
        assert_eq!(names[0].to_der(), b"\x82\x0ea.exemple.test");
    }

    #[test]
    fn every_bad_name_is_told() {
        let san = Product::find("SERV_SSL").unwrap().profile().san();
        let fields = Fields::new()
            .with(Field::DnsNames, "*.exemple.test")
            .with(Field::DnsNames, "b.exemple.test")
            .with(Field::DnsNames, "seul")
            .with(Field::Fqdn, "serveur");
        let at = [Field::Fqdn, Field::DnsNames, Field::DnsNames];
        let faults = at.map(|field| NameFault { field, kind: SanKind::DnsName });
        assert_eq!(san.names(&fields), Err(faults.to_vec()));
    }

    #[test]
    fn a_name_that_is_always_there_comes_from_a_required_field() {
        for product in crate::products() {
            let san = product.profile().san();
            let required = san.fields.iter().any(|field| product.required_fields().contains(field));
            assert!(required || san.kind.is_none() || !san.always, "{}", product.code());
        }
    }

    #[test]
    fn a_product_without_names_looks_at_none() {
        let san = Product::find("ORG_AUTH_CLI").unwrap().profile().san();
        assert_eq!(san.names(&Fields::new().with(Field::Fqdn, "*")), Ok(Vec::new()));
    }

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
