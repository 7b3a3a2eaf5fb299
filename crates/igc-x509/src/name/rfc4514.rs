//! Names as text (RFC 4514).

use core::fmt::{self, Write as _};

use super::{Attribute, Name, Rdn};
use crate::{Oid, oid};

/// A name shown as RFC 4514 says.
///
/// The last RDN comes first; the attributes of a multi-valued RDN stay in the order of encoding.
/// Types keep their registered short names; other types and values that are no text are shown as
/// dotted identifier and `#` with the hexadecimal DER. Control and direction-changing characters
/// are escaped, so that a name cannot disguise itself on a terminal.
#[derive(Clone, Copy)]
pub struct Rfc4514<'a>(Name<'a>);

impl<'a> Rfc4514<'a> {
    pub(super) const fn new(name: Name<'a>) -> Self {
        Self(name)
    }
}

impl fmt::Debug for Rfc4514<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Rfc4514<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rdns: alloc::vec::Vec<Rdn<'_>> = self.0.rdns().collect();
        for (index, rdn) in rdns.iter().rev().enumerate() {
            if index > 0 {
                f.write_char(',')?;
            }
            for (index, attribute) in rdn.attributes().enumerate() {
                if index > 0 {
                    f.write_char('+')?;
                }
                write_attribute(f, &attribute)?;
            }
        }
        Ok(())
    }
}

fn write_attribute(f: &mut fmt::Formatter<'_>, attribute: &Attribute<'_>) -> fmt::Result {
    match (short_name(attribute.oid), attribute.text()) {
        (Some(name), Ok(text)) => {
            write!(f, "{name}=")?;
            write_escaped(f, &text)
        }
        (name, _) => {
            match name {
                Some(name) => write!(f, "{name}=#")?,
                None => write!(f, "{}=#", attribute.oid)?,
            }
            attribute.value.der().iter().try_for_each(|octet| write!(f, "{octet:02x}"))
        }
    }
}

/// RFC 4514 §2.4.
fn write_escaped(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let last = text.char_indices().next_back().map(|(at, _)| at);
    for (at, c) in text.char_indices() {
        match c {
            '"' | '+' | ',' | ';' | '<' | '>' | '\\' => write!(f, "\\{c}")?,
            '#' if at == 0 => f.write_str("\\#")?,
            ' ' if at == 0 || Some(at) == last => f.write_str("\\ ")?,
            c if is_hidden(c) => {
                let mut octets = [0; 4];
                for octet in c.encode_utf8(&mut octets).bytes() {
                    write!(f, "\\{octet:02X}")?;
                }
            }
            c => f.write_char(c)?,
        }
    }
    Ok(())
}

/// Characters that move the cursor or turn the direction of writing.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// RFC 4514 §3 and the LDAP descriptors registered for the types this sector uses.
fn short_name(oid: Oid<'_>) -> Option<&'static str> {
    Some(match oid {
        oid::ID_AT_COMMON_NAME => "CN",
        oid::ID_AT_SURNAME => "SN",
        oid::ID_AT_COUNTRY_NAME => "C",
        oid::ID_AT_LOCALITY_NAME => "L",
        oid::ID_AT_STATE_OR_PROVINCE_NAME => "ST",
        oid::ID_AT_STREET_ADDRESS => "STREET",
        oid::ID_AT_ORGANIZATION_NAME => "O",
        oid::ID_AT_ORGANIZATIONAL_UNIT_NAME => "OU",
        oid::ID_AT_GIVEN_NAME => "GN",
        oid::DOMAIN_COMPONENT => "DC",
        oid::USER_ID => "UID",
        oid::ID_AT_SERIAL_NUMBER
        | oid::ID_AT_TITLE
        | oid::ID_AT_DESCRIPTION
        | oid::ID_AT_BUSINESS_CATEGORY
        | oid::ID_AT_POSTAL_CODE
        | oid::ID_AT_NAME
        | oid::ID_AT_INITIALS
        | oid::ID_AT_GENERATION_QUALIFIER
        | oid::ID_AT_DN_QUALIFIER
        | oid::ID_AT_PSEUDONYM
        | oid::ID_AT_ORGANIZATION_IDENTIFIER
        | oid::EMAIL_ADDRESS
        | oid::UNSTRUCTURED_NAME => return oid.name(),
        _ => return None,
    })
}
