//! General names (RFC 5280 §4.2.1.6).

use crate::{Any, Error, ErrorKind, Name, Oid, list::list, oid, reader::Reader, tag};

/// One of the forms of name an extension may hold (RFC 5280 §4.2.1.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneralName<'a> {
    /// `otherName`: a form told by its identifier, such as a user principal name.
    OtherName {
        /// Which form of name this is.
        type_id: Oid<'a>,
        /// The name in that form.
        value: Any<'a>,
    },
    /// `rfc822Name`: a mail address (ASCII).
    Rfc822Name(&'a str),
    /// `dNSName`: a host name, or in name constraints a domain (ASCII).
    DnsName(&'a str),
    /// `x400Address`: contents octets, not decoded.
    X400Address(&'a [u8]),
    /// `directoryName`.
    DirectoryName(Name<'a>),
    /// `ediPartyName`: contents octets, not decoded.
    EdiPartyName(&'a [u8]),
    /// `uniformResourceIdentifier` (ASCII).
    Uri(&'a str),
    /// `iPAddress`: 4 or 16 octets; in name constraints twice as many, the second half a mask.
    IpAddress(&'a [u8]),
    /// `registeredID`.
    RegisteredId(Oid<'a>),
}

impl<'a> GeneralName<'a> {
    /// The name of the form in RFC 5280, such as `dNSName`.
    #[must_use]
    pub const fn form(&self) -> &'static str {
        match self {
            Self::OtherName { .. } => "otherName",
            Self::Rfc822Name(_) => "rfc822Name",
            Self::DnsName(_) => "dNSName",
            Self::X400Address(_) => "x400Address",
            Self::DirectoryName(_) => "directoryName",
            Self::EdiPartyName(_) => "ediPartyName",
            Self::Uri(_) => "uniformResourceIdentifier",
            Self::IpAddress(_) => "iPAddress",
            Self::RegisteredId(_) => "registeredID",
        }
    }

    /// The user principal name, when this is Microsoft's form of otherName (smart-card logon).
    #[must_use]
    pub fn user_principal_name(&self) -> Option<&'a str> {
        match self {
            Self::OtherName { type_id: oid::MS_UPN, value } if value.tag() == tag::UTF8_STRING => {
                core::str::from_utf8(value.contents()).ok()
            }
            _ => None,
        }
    }

    /// The internationalised mail address, when this is an SmtpUTF8Mailbox (RFC 9598 §3).
    #[must_use]
    pub fn smtp_utf8_mailbox(&self) -> Option<&'a str> {
        match self {
            Self::OtherName { type_id: oid::ID_ON_SMTP_UTF8_MAILBOX, value }
                if value.tag() == tag::UTF8_STRING =>
            {
                core::str::from_utf8(value.contents()).ok()
            }
            _ => None,
        }
    }

    /// A name of a host, person or place: addresses are 4 or 16 octets.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let (name, error) = Self::read_form(reader)?;
        match name {
            Self::IpAddress(octets) if !matches!(octets.len(), 4 | 16) => Err(error),
            name => Ok(name),
        }
    }

    /// The base of a subtree: addresses are an address and a contiguous mask (RFC 5280 §4.2.1.10).
    pub(crate) fn read_base(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let (name, error) = Self::read_form(reader)?;
        match name {
            Self::IpAddress(octets) if !is_range(octets) => Err(error),
            name => Ok(name),
        }
    }

    /// The name, and what to say if it turns out not to be one.
    fn read_form(reader: &mut Reader<'a>) -> Result<(Self, Error), Error> {
        let tlv = reader.any()?;
        let mut contents = tlv.contents;
        let error = contents.error(ErrorKind::GeneralName);
        let name = match tlv.tag {
            0xa0 => other_name(contents)?,
            0x81 => Self::Rfc822Name(ascii(contents)?),
            0x82 => Self::DnsName(ascii(contents)?),
            0xa3 => Self::X400Address(contents.rest()),
            // Name is a CHOICE, so its tag is explicit.
            0xa4 => {
                let name = Name::read(&mut contents)?;
                contents.finish()?;
                Self::DirectoryName(name)
            }
            0xa5 => Self::EdiPartyName(contents.rest()),
            0x86 => Self::Uri(ascii(contents)?),
            0x87 => Self::IpAddress(contents.rest()),
            0x88 => Self::RegisteredId(contents.oid_contents()?),
            _ => return Err(error),
        };
        Ok((name, error))
    }
}

list! {
    /// A non-empty list of general names (RFC 5280 §4.2.1.6).
    GeneralNames of GeneralName, read GeneralName::read
}

impl<'a> GeneralNames<'a> {
    /// The DNS names.
    pub fn dns_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.iter().filter_map(|name| match name {
            GeneralName::DnsName(text) => Some(text),
            _ => None,
        })
    }

    /// The mail addresses.
    pub fn rfc822_names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.iter().filter_map(|name| match name {
            GeneralName::Rfc822Name(text) => Some(text),
            _ => None,
        })
    }

    /// The URIs.
    pub fn uris(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.iter().filter_map(|name| match name {
            GeneralName::Uri(text) => Some(text),
            _ => None,
        })
    }

    /// The directory names.
    pub fn directory_names(&self) -> impl Iterator<Item = Name<'a>> + use<'a> {
        self.iter().filter_map(|name| match name {
            GeneralName::DirectoryName(name) => Some(name),
            _ => None,
        })
    }
}

fn other_name(mut fields: Reader<'_>) -> Result<GeneralName<'_>, Error> {
    let type_id = fields.oid()?;
    let mut explicit = fields.expect(tag::context_constructed(0))?;
    let value = Any::read(&mut explicit)?;
    explicit.finish()?;
    fields.finish()?;
    Ok(GeneralName::OtherName { type_id, value })
}

/// The contents of an IA5String.
pub(crate) fn ascii(contents: Reader<'_>) -> Result<&str, Error> {
    match core::str::from_utf8(contents.rest()) {
        Ok(text) if text.is_ascii() => Ok(text),
        _ => Err(contents.error(ErrorKind::StringContents)),
    }
}

fn is_range(octets: &[u8]) -> bool {
    let mask = match octets.len() {
        8 => octets.get(4..),
        32 => octets.get(16..),
        _ => None,
    };
    let Some(mask) = mask else { return false };
    // RFC 4632: ones, then zeros.
    let ones: u32 = mask.iter().map(|octet| octet.leading_ones()).take_while(|n| *n == 8).sum();
    let total: u32 = mask.iter().map(|octet| octet.count_ones()).sum();
    let partial = mask.iter().map(|octet| octet.leading_ones()).find(|n| *n < 8).unwrap_or(0);
    total == ones.saturating_add(partial)
}
