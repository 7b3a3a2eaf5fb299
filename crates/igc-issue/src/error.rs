//! Why nothing was issued, and the codes.

use core::fmt;
use std::io;
use std::path::PathBuf;

use igc_catalogue::{Field, FieldError, FieldErrorKind, NameFault, SanKind};

/// Why nothing was issued.
#[derive(Debug)]
#[non_exhaustive]
pub enum IssueError {
    /// What was filled in does not fit the product. Every fault is listed; there is at least one.
    Fields(Vec<FieldFault>),
    /// The public key is not one the profile takes: RSA of 2048 to 4096 bits with exponent 65537.
    Key,
    /// The certificate would end after its issuer, begin before it, or pass the year 9999.
    Validity,
    /// The catalogue does not know the product's policy in this environment.
    Policy,
    /// The catalogue lacks something every authority must have: its own tests make sure that it does not happen.
    Catalogue,
    /// What was about to be signed is not what was meant. Nothing was signed; this is a fault of the toolkit.
    Lint(Vec<LintFinding>),
    /// The random source is not available.
    Random,
    /// No key could be made.
    Generate,
    /// The issuer's key did not sign.
    Sign,
    /// The signature just made does not verify with the issuer's certificate. Nothing was handed out.
    SelfCheck,
    /// A file of the folder could not be read or written.
    Folder {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file of the folder is not what this toolkit wrote there: a key that does not fit its certificate, a certificate that
    /// is not the catalogue's.
    Damaged {
        /// Which.
        path: PathBuf,
    },
    /// A key can be read by others than its owner.
    Exposed {
        /// Which.
        path: PathBuf,
    },
}

/// A field that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// Which.
    pub field: Field,
    /// What is wrong with it.
    pub kind: FieldFaultKind,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldFaultKind {
    /// The product needs it.
    Missing,
    /// Longer than the certificate may hold (RFC 5280 appendix A.1, upper bounds).
    TooLong {
        /// The most it may have, in characters.
        max_chars: u16,
    },
    /// A character that cannot stand there.
    Characters,
    /// Not a domain name of two labels or more in ASCII; wildcards are not issued.
    DomainName,
    /// Not a mail address in ASCII.
    MailAddress,
    /// Not a number.
    Number,
}

/// One thing that is not as it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LintFinding {
    /// The field or extension, by its name in RFC 5280.
    pub field: &'static str,
    /// What the reader said, when it could not read it.
    pub code: Option<&'static str>,
}

/// Every code of this crate, sorted.
pub const ERROR_CODES: &[&str] = &[
    "issue.catalogue",
    "issue.field.characters",
    "issue.field.domain-name",
    "issue.field.mail-address",
    "issue.field.missing",
    "issue.field.number",
    "issue.field.too-long",
    "issue.folder.damaged",
    "issue.folder.exposed",
    "issue.folder.io",
    "issue.generate",
    "issue.key",
    "issue.lint",
    "issue.policy.unknown",
    "issue.random",
    "issue.self-check",
    "issue.sign",
    "issue.validity",
];

impl IssueError {
    /// Stable machine-readable code. Never reused, never renamed. For several fields, that of the first.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fields(faults) => {
                faults.first().map_or("issue.field.missing", |fault| fault.kind.code())
            }
            Self::Key => "issue.key",
            Self::Validity => "issue.validity",
            Self::Policy => "issue.policy.unknown",
            Self::Catalogue => "issue.catalogue",
            Self::Lint(_) => "issue.lint",
            Self::Random => "issue.random",
            Self::Generate => "issue.generate",
            Self::Sign => "issue.sign",
            Self::SelfCheck => "issue.self-check",
            Self::Folder { .. } => "issue.folder.io",
            Self::Damaged { .. } => "issue.folder.damaged",
            Self::Exposed { .. } => "issue.folder.exposed",
        }
    }

    /// The faults of both the subject and the alternative names, each once.
    pub(crate) fn fields(subject: Option<Vec<FieldError>>, names: Option<Vec<NameFault>>) -> Self {
        let mut faults: Vec<FieldFault> =
            subject.unwrap_or_default().into_iter().map(Into::into).collect();
        for fault in names.unwrap_or_default().into_iter().map(FieldFault::from) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        Self::Fields(faults)
    }
}

impl FieldFaultKind {
    /// Stable machine-readable code. Never reused, never renamed.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "issue.field.missing",
            Self::TooLong { .. } => "issue.field.too-long",
            Self::Characters => "issue.field.characters",
            Self::DomainName => "issue.field.domain-name",
            Self::MailAddress => "issue.field.mail-address",
            Self::Number => "issue.field.number",
        }
    }
}

impl From<FieldError> for FieldFault {
    fn from(error: FieldError) -> Self {
        let kind = match error.kind {
            FieldErrorKind::Missing => FieldFaultKind::Missing,
            FieldErrorKind::TooLong { max_chars } => FieldFaultKind::TooLong { max_chars },
            // The catalogue may learn to say more; a value refused there is refused here.
            _ => FieldFaultKind::Characters,
        };
        Self { field: error.field, kind }
    }
}

impl From<NameFault> for FieldFault {
    fn from(fault: NameFault) -> Self {
        let kind = match fault.kind {
            SanKind::DnsName => FieldFaultKind::DomainName,
            SanKind::Rfc822Name | SanKind::UserPrincipalName => FieldFaultKind::MailAddress,
        };
        Self { field: fault.field, kind }
    }
}

impl fmt::Display for IssueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fields(faults) => separated(f, faults),
            Self::Key => f.write_str(
                "the public key is not RSA of 2048 to 4096 bits with the exponent 65537",
            ),
            Self::Validity => f.write_str("the certificate would outlast its issuer or precede it"),
            Self::Policy => {
                f.write_str("the certificate policy of this product is not publicly known")
            }
            Self::Catalogue => f.write_str("the catalogue does not describe the authority fully"),
            Self::Lint(findings) => {
                f.write_str("what was about to be signed is not what was meant: ")?;
                separated(f, findings)
            }
            Self::Random => {
                f.write_str("the random source of the operating system is not available")
            }
            Self::Generate => f.write_str("no key could be made"),
            Self::Sign => f.write_str("the issuer's key did not sign"),
            Self::SelfCheck => {
                f.write_str("the signature just made does not verify with the issuer's certificate")
            }
            Self::Folder { path, .. } => {
                write!(f, "{} could not be read or written", path.display())
            }
            Self::Damaged { path } => {
                write!(f, "{} is not what the test IGC wrote there", path.display())
            }
            Self::Exposed { path } => {
                write!(f, "{} can be read by others than its owner", path.display())
            }
        }
    }
}

impl core::error::Error for IssueError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Folder { source, .. } => Some(source),
            _ => None,
        }
    }
}

impl fmt::Display for FieldFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.field.name();
        match self.kind {
            FieldFaultKind::Missing => write!(f, "{name} is required"),
            FieldFaultKind::TooLong { max_chars } => {
                write!(f, "{name} has more than {max_chars} characters")
            }
            FieldFaultKind::Characters => write!(f, "{name} has a character not allowed there"),
            FieldFaultKind::DomainName => write!(f, "{name} is not a full domain name in ASCII"),
            FieldFaultKind::MailAddress => write!(f, "{name} is not a mail address in ASCII"),
            FieldFaultKind::Number => write!(f, "{name} is not a number"),
        }
    }
}

impl fmt::Display for LintFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => write!(f, "{} ({code})", self.field),
            None => f.write_str(self.field),
        }
    }
}

fn separated(f: &mut fmt::Formatter<'_>, items: &[impl fmt::Display]) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        write!(f, "{}{item}", if index == 0 { "" } else { ", " })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_unique() {
        assert!(ERROR_CODES.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(ERROR_CODES.iter().all(|code| code.starts_with("issue.")));
        expect_test::expect_file!["../codes.txt"].assert_eq(&(ERROR_CODES.join("\n") + "\n"));
    }
}
