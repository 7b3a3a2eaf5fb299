//! Names inside extensions, in one line each.
use crate::text::hex_plain;
use core::net::{Ipv4Addr, Ipv6Addr};
use igc_x509::{GeneralName, GeneralNames};

/// A general name as `form:value` (RFC 5280 §4.2.1.6).
pub(crate) fn general_name(name: &GeneralName<'_>) -> String {
    match name {
        GeneralName::Rfc822Name(text) | GeneralName::DnsName(text) | GeneralName::Uri(text) => {
            format!("{}:{text}", short_form(name))
        }
        GeneralName::DirectoryName(name) => format!("DN:{}", name.rfc4514()),
        GeneralName::RegisteredId(oid) => format!("OID:{oid}"),
        GeneralName::IpAddress(octets) => format!("IP:{}", address(octets)),
        GeneralName::OtherName { type_id, value } => match name.user_principal_name() {
            Some(text) => format!("UPN:{text}"),
            None => match name.smtp_utf8_mailbox() {
                Some(text) => format!("SmtpUTF8Mailbox:{text}"),
                None => format!("otherName:{type_id}:{}", hex_plain(value.der())),
            },
        },
        GeneralName::X400Address(octets) | GeneralName::EdiPartyName(octets) => {
            format!("{}:{}", name.form(), hex_plain(octets))
        }
    }
}

/// All of a list.
pub(crate) fn general_names(names: &GeneralNames<'_>) -> Vec<String> {
    names.iter().map(|name| general_name(&name)).collect()
}

const fn short_form(name: &GeneralName<'_>) -> &'static str {
    match name {
        GeneralName::Rfc822Name(_) => "email",
        GeneralName::DnsName(_) => "DNS",
        _ => "URI",
    }
}

fn address(octets: &[u8]) -> String {
    if let Ok(four) = <[u8; 4]>::try_from(octets) {
        return Ipv4Addr::from(four).to_string();
    }
    match <[u8; 16]>::try_from(octets) {
        Ok(sixteen) => Ipv6Addr::from(sixteen).to_string(),
        Err(_) => hex_plain(octets),
    }
}
