//! Names on both sides: what a certificate presents, what a caller expects, what a CA allows.
//!
//! [`Identity`] is what the caller expects of the end entity (RFC 9525); [`constraints`] is the
//! name space a CA certificate leaves to those below it (RFC 5280 §4.2.1.10). The rules per form
//! are in [`dns`], [`email`], [`ip`] and [`uri`]: pure functions over octets.
//!
//! [`Identity`]: identity::Identity

use core::fmt;

use igc_x509::GeneralName;

pub(crate) mod constraints;
pub(crate) mod dns;
pub(crate) mod email;
pub(crate) mod identity;
pub(crate) mod ip;
pub(crate) mod key;
pub(crate) mod uri;

/// A form of name (RFC 5280 §4.2.1.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameForm {
    /// `dNSName`.
    Dns,
    /// `rfc822Name`, and emailAddress in a subject.
    Email,
    /// `uniformResourceIdentifier`.
    Uri,
    /// `iPAddress`.
    Ip,
    /// `directoryName`, and the subject itself.
    Directory,
    /// `otherName`, such as a user principal name.
    Other,
    /// `x400Address`, `ediPartyName` or `registeredID`.
    Rare,
}

impl NameForm {
    pub(crate) const fn of(name: &GeneralName<'_>) -> Self {
        match name {
            GeneralName::DnsName(_) => Self::Dns,
            GeneralName::Rfc822Name(_) => Self::Email,
            GeneralName::Uri(_) => Self::Uri,
            GeneralName::IpAddress(_) => Self::Ip,
            GeneralName::DirectoryName(_) => Self::Directory,
            GeneralName::OtherName { .. } => Self::Other,
            GeneralName::X400Address(_)
            | GeneralName::EdiPartyName(_)
            | GeneralName::RegisteredId(_) => Self::Rare,
        }
    }
}

impl fmt::Display for NameForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dns => "dNSName",
            Self::Email => "rfc822Name",
            Self::Uri => "uniformResourceIdentifier",
            Self::Ip => "iPAddress",
            Self::Directory => "directoryName",
            Self::Other => "otherName",
            Self::Rare => "x400Address, ediPartyName or registeredID",
        })
    }
}
