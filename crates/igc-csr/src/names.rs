//! The names of subjectAltName a request may carry (RFC 5280 §4.2.1.6).

use igc_catalogue::{Fields, Product, SanKind};
use igc_x509::{encode, oid};

use crate::error::CsrError;

/// The `GeneralName`s a product takes from its fields, in the profile's order, each once; empty for a product without any.
pub(crate) fn general_names(product: &Product, fields: &Fields) -> Result<Vec<Vec<u8>>, CsrError> {
    let san = product.profile().san();
    let Some(kind) = san.kind else { return Ok(Vec::new()) };
    let mut names = Vec::new();
    for field in san.fields {
        for text in fields.all(*field) {
            let fits = match kind {
                SanKind::DnsName => is_fqdn(text),
                SanKind::Rfc822Name | SanKind::UserPrincipalName => is_mail_address(text),
            };
            if !fits {
                return Err(CsrError::Name(*field));
            }
            let name = general_name(kind, text);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    Ok(names)
}

fn general_name(kind: SanKind, text: &str) -> Vec<u8> {
    match kind {
        SanKind::Rfc822Name => encode::context(1, text.as_bytes()),
        SanKind::DnsName => encode::context(2, text.as_bytes()),
        SanKind::UserPrincipalName => {
            let mut other = encode::oid(oid::MS_UPN);
            let value = encode::tlv(0x0c, text.as_bytes());
            other.extend_from_slice(&encode::context_constructed(0, &value));
            encode::context_constructed(0, &other)
        }
    }
}

/// A domain name of two labels or more in the preferred syntax (RFC 1034 §3.5, RFC 1123 §2.1), without wildcard.
///
/// Internationalised labels are given in their ASCII form (RFC 9549 §2.2).
pub(crate) fn is_fqdn(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|octet| octet.is_ascii_alphanumeric() || octet == b'-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(label)
}

/// `local-part@domain` in ASCII (RFC 5280 §4.2.1.6, RFC 5321 §4.1.2 without quoting).
pub(crate) fn is_mail_address(text: &str) -> bool {
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
