//! The identity a caller expects of the end entity (RFC 9525 §6).

use core::fmt;
use core::net::IpAddr;

use igc_x509::GeneralName;

use super::{NameForm, dns, email::Mailbox};

/// A name the end entity must present in its subjectAltName.
///
/// The common name is never consulted (RFC 9525 §2).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identity(Expected);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Expected {
    Dns(String),
    Ip(IpAddr),
    Email(String),
    Upn(String),
}

/// The text is no name of the form asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdentityError(NameForm);

impl Identity {
    /// A host by its DNS name, in ASCII: internationalised names in their `xn--` form. One final
    /// dot is dropped.
    ///
    /// # Errors
    /// When the text is no host name, or is one by wildcard.
    pub fn dns(name: &str) -> Result<Self, IdentityError> {
        let name = name.strip_suffix('.').unwrap_or(name);
        if !dns::is_host_name(name.as_bytes()) {
            return Err(IdentityError(NameForm::Dns));
        }
        Ok(Self(Expected::Dns(name.to_ascii_lowercase())))
    }

    /// A host by its address.
    #[must_use]
    pub const fn ip(address: IpAddr) -> Self {
        Self(Expected::Ip(address))
    }

    /// A mailbox, `local@host`.
    ///
    /// # Errors
    /// When the text is no mailbox in ASCII.
    pub fn email(mailbox: &str) -> Result<Self, IdentityError> {
        match Mailbox::parse(mailbox.as_bytes()) {
            Some(_) => Ok(Self(Expected::Email(mailbox.to_owned()))),
            None => Err(IdentityError(NameForm::Email)),
        }
    }

    /// A user principal name, as in card log-on: compared without regard to ASCII case.
    ///
    /// # Errors
    /// When the text is empty.
    pub fn upn(name: &str) -> Result<Self, IdentityError> {
        if name.is_empty() {
            return Err(IdentityError(NameForm::Other));
        }
        Ok(Self(Expected::Upn(name.to_owned())))
    }

    /// A host by name or address, whichever the text is.
    ///
    /// # Errors
    /// When it is neither.
    pub fn server(text: &str) -> Result<Self, IdentityError> {
        match text.parse() {
            Ok(address) => Ok(Self::ip(address)),
            Err(_) => Self::dns(text),
        }
    }

    /// The form of name this is.
    #[must_use]
    pub const fn form(&self) -> NameForm {
        match self.0 {
            Expected::Dns(_) => NameForm::Dns,
            Expected::Ip(_) => NameForm::Ip,
            Expected::Email(_) => NameForm::Email,
            Expected::Upn(_) => NameForm::Other,
        }
    }

    /// Whether this name, presented by a certificate, is the expected one.
    pub(crate) fn is(&self, presented: &GeneralName<'_>) -> bool {
        match (&self.0, presented) {
            (Expected::Dns(expected), GeneralName::DnsName(name)) => {
                dns::is_presented_name(name.as_bytes())
                    && dns::covers(name.as_bytes(), expected.as_bytes())
            }
            (Expected::Ip(IpAddr::V4(expected)), GeneralName::IpAddress(octets)) => {
                *octets == expected.octets()
            }
            (Expected::Ip(IpAddr::V6(expected)), GeneralName::IpAddress(octets)) => {
                *octets == expected.octets()
            }
            (Expected::Email(expected), GeneralName::Rfc822Name(name)) => {
                match (Mailbox::parse(expected.as_bytes()), Mailbox::parse(name.as_bytes())) {
                    (Some(expected), Some(name)) => expected.is_same(&name),
                    _ => false,
                }
            }
            (Expected::Upn(expected), name) => {
                name.user_principal_name().is_some_and(|name| expected.eq_ignore_ascii_case(name))
            }
            _ => false,
        }
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Expected::Dns(name) | Expected::Email(name) | Expected::Upn(name) => f.write_str(name),
            Expected::Ip(address) => address.fmt(f),
        }
    }
}

impl fmt::Display for IdentityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the text is not a name of the form {}", self.0)
    }
}

impl core::error::Error for IdentityError {}
