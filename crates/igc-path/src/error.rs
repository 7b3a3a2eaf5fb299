//! Why a path was not accepted.

use core::fmt;

use igc_x509::{KeyUsage, NameBuf, OidBuf, Time};

use crate::NameForm;

/// One rule that one certificate of a path did not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathError {
    /// Position in the path: 0 is the end entity, then issuers towards the trust anchor, which is
    /// last.
    pub index: usize,
    /// The rule that was broken.
    pub kind: PathErrorKind,
}

impl PathError {
    pub(crate) const fn new(index: usize, kind: PathErrorKind) -> Self {
        Self { index, kind }
    }

    /// Stable machine-readable code of the kind.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "certificate {}: {}", self.index, self.kind)
    }
}

impl core::error::Error for PathError {}

/// A rule of a profile that an extension did not meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The extension.
    pub extension: OidBuf,
    /// The section that states the rule: `RFC 5280 §4.2.1.1`.
    pub source: &'static str,
}

/// A rule of RFC 5280 §6.1, of the profile, or of the caller's expectations that was not met.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PathErrorKind {
    /// No trust anchor was given (§6.1.1 (d)).
    NoAnchor,
    /// No certificate with this subject name leads on to a trust anchor (RFC 4158 §2.2).
    NoIssuer {
        /// The name of the issuer that was looked for.
        issuer: NameBuf,
        /// The issuer's key identifier, when the certificate names one (§4.2.1.1).
        key_id: Option<Vec<u8>>,
        /// How many given certificates bear that name but lead nowhere.
        candidates: usize,
    },
    /// The signature does not verify with the issuer's key (§6.1.3 (a)(1)).
    Signature,
    /// The backend cannot verify this algorithm, its parameters or this key (§6.1.3 (a)(1)).
    SignatureUnsupported {
        /// The signature algorithm.
        algorithm: OidBuf,
    },
    /// The profile does not accept this signature algorithm.
    SignatureAlgorithm {
        /// The signature algorithm.
        algorithm: OidBuf,
    },
    /// The profile does not accept this public key.
    PublicKey {
        /// The algorithm of the key.
        algorithm: OidBuf,
        /// The size of an RSA modulus in bits; none for other keys.
        size_bits: Option<usize>,
        /// The section that states the rule.
        source: &'static str,
    },
    /// The validation time is before `notBefore` (§6.1.3 (a)(2)).
    NotYetValid {
        /// The certificate's `notBefore`.
        not_before: Time,
        /// The time of validation.
        at: Time,
    },
    /// The validation time is after `notAfter` (§6.1.3 (a)(2)).
    Expired {
        /// The certificate's `notAfter`.
        not_after: Time,
        /// The time of validation.
        at: Time,
    },
    /// The evidence the caller asked for refuses this path (§6.1.3 (a)(3)).
    RefusedByCaller,
    /// The issuer name is not the subject name of the certificate above (§6.1.3 (a)(4)).
    IssuerName,
    /// The issuer name is empty (§4.1.2.4).
    EmptyIssuer,
    /// A CA certificate, or one without subjectAltName, has an empty subject (§4.1.2.6).
    EmptySubject,
    /// A name lies outside the permitted subtrees (§6.1.3 (b)).
    NotPermitted {
        /// The form of the name.
        form: NameForm,
    },
    /// A name lies within an excluded subtree (§6.1.3 (c)).
    Excluded {
        /// The form of the name.
        form: NameForm,
    },
    /// A CA above constrains a form of name that this certificate has, and no rule compares it (§4.2.1.10).
    ConstraintUnsupported {
        /// The form of the name.
        form: NameForm,
    },
    /// A name constraint is not well formed (§4.2.1.10).
    ConstraintMalformed {
        /// The form of the name.
        form: NameForm,
    },
    /// A name that a constraint applies to is not well formed (§4.2.1.6).
    NameMalformed {
        /// The form of the name.
        form: NameForm,
    },
    /// An explicit policy is required and none is valid (§6.1.3 (f), §6.1.5).
    NoValidPolicy,
    /// A policy mapping names anyPolicy (§6.1.4 (a)).
    MappedAnyPolicy,
    /// An issuer's certificate is of version 1 or 2 (§6.1.4 (k)).
    IssuerVersion,
    /// An issuer's certificate does not assert `cA` in basicConstraints (§6.1.4 (k)).
    IssuerNotCa,
    /// More intermediate certificates than a pathLenConstraint or the caller allows (§6.1.4 (l)).
    PathTooLong,
    /// An issuer's certificate does not assert `keyCertSign` (§6.1.4 (n)).
    IssuerNotCertSigner,
    /// A critical extension, or a critical part of one, is not known (§6.1.4 (o), §6.1.5 (e)).
    UnknownCriticalExtension {
        /// The extension.
        extension: OidBuf,
    },
    /// An extension's value is not what its definition says.
    ExtensionMalformed {
        /// The extension.
        extension: OidBuf,
        /// Why.
        error: igc_x509::Error,
    },
    /// The profile requires an extension that is absent.
    ExtensionMissing(Broken),
    /// The profile forbids an extension that is present.
    ExtensionForbidden(Broken),
    /// The profile requires an extension to be critical and it is not.
    ExtensionNotCritical(Broken),
    /// The profile forbids an extension to be critical and it is.
    ExtensionCritical(Broken),
    /// The value of an extension breaks a rule of the profile.
    ExtensionValue {
        /// The extension and the section.
        broken: Broken,
        /// The rule in one sentence.
        rule: &'static str,
    },
    /// A field outside the extensions breaks a rule of the profile.
    FieldValue {
        /// The rule in one sentence.
        rule: &'static str,
        /// The section that states it.
        source: &'static str,
    },
    /// The key usage does not allow the purpose (§4.2.1.3).
    KeyUsage {
        /// Any one of these would do.
        needs: KeyUsage,
    },
    /// The extended key usage does not allow the purpose (§4.2.1.12).
    ExtendedKeyUsage {
        /// Any one of these would do.
        needs: Vec<OidBuf>,
    },
    /// The certificate does not name the expected identity (RFC 9525 §6).
    IdentityMismatch {
        /// The form of the expected name.
        form: NameForm,
        /// How many names of that form the certificate presents.
        presented: usize,
    },
    /// More signatures than the budget were verified without a result.
    BudgetSignatures,
    /// More search steps than the budget were taken without a result.
    BudgetSteps,
    /// More comparisons of names with constraints than the budget would be needed.
    BudgetNames,
    /// More policies than the budget would have to be kept.
    BudgetPolicies,
}

/// Code, rule and sentence of each kind, in one place.
macro_rules! describe {
    ($($pattern:pat => $code:literal, $rule:expr, $text:literal;)*) => {
        impl PathErrorKind {
            /// Stable machine-readable code. Never reused, never renamed.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $($pattern => $code,)* }
            }

            /// The section that states the rule.
            #[must_use]
            pub const fn rule(&self) -> &'static str {
                match self {
                    Self::ExtensionMissing(broken)
                    | Self::ExtensionForbidden(broken)
                    | Self::ExtensionNotCritical(broken)
                    | Self::ExtensionCritical(broken)
                    | Self::ExtensionValue { broken, .. } => broken.source,
                    Self::PublicKey { source, .. } | Self::FieldValue { source, .. } => source,
                    _ => self.step(),
                }
            }

            /// The section for the kinds that have but one; empty for those a profile states.
            const fn step(&self) -> &'static str {
                match self { $($pattern => $rule,)* }
            }

            const fn text(&self) -> &'static str {
                match self { $($pattern => $text,)* }
            }
        }

        /// Every code of this crate, sorted.
        pub const ERROR_CODES: &[&str] = &[$($code,)*];
    };
}

// Sorted by code: a test says so.
describe! {
    Self::NoAnchor => "path.anchor.none", "RFC 5280 §6.1.1 (d)", "no trust anchor was given";
    Self::BudgetNames => "path.budget.names", "RFC 5280 §4.2.1.10", "too many names and name constraints to compare";
    Self::BudgetPolicies => "path.budget.policies", "RFC 9618 §3", "too many policies to keep";
    Self::BudgetSignatures => "path.budget.signatures", "RFC 4158 §2.4", "too many signatures to verify";
    Self::BudgetSteps => "path.budget.steps", "RFC 4158 §2.4", "too many possible paths";
    Self::Expired { .. } => "path.expired", "RFC 5280 §6.1.3 (a)(2)", "the certificate has expired";
    Self::ExtensionCritical(_) => "path.extension.critical", "", "an extension that must not be critical is critical";
    Self::ExtensionForbidden(_) => "path.extension.forbidden", "", "an extension is present that must not be";
    Self::ExtensionMalformed { .. } => "path.extension.malformed", "RFC 5280 §4.2", "an extension is not well formed";
    Self::ExtensionMissing(_) => "path.extension.missing", "", "an extension is missing";
    Self::ExtensionNotCritical(_) => "path.extension.not-critical", "", "an extension that must be critical is not";
    Self::UnknownCriticalExtension { .. } => "path.extension.unknown-critical", "RFC 5280 §6.1.4 (o), §6.1.5 (e)", "a critical extension is not known";
    Self::ExtensionValue { .. } => "path.extension.value", "", "the value of an extension breaks a rule";
    Self::FieldValue { .. } => "path.field.value", "", "a field breaks a rule";
    Self::EmptyIssuer => "path.issuer.empty", "RFC 5280 §4.1.2.4", "the issuer name is empty";
    Self::IssuerNotCertSigner => "path.issuer.key-usage", "RFC 5280 §6.1.4 (n)", "the issuer may not sign certificates";
    Self::NoIssuer { .. } => "path.issuer.missing", "RFC 4158 §2.2", "no issuer of the certificate leads to a trust anchor";
    Self::IssuerName => "path.issuer.name", "RFC 5280 §6.1.3 (a)(4)", "the issuer name is not the subject of the certificate above";
    Self::IssuerNotCa => "path.issuer.not-ca", "RFC 5280 §6.1.4 (k)", "the issuer is not a certification authority";
    Self::IssuerVersion => "path.issuer.version", "RFC 5280 §6.1.4 (k)", "the issuer's certificate is older than version 3";
    Self::PublicKey { .. } => "path.key.weak", "", "the public key is not accepted";
    Self::PathTooLong => "path.length", "RFC 5280 §6.1.4 (l)", "more intermediate certificates than allowed";
    Self::ConstraintMalformed { .. } => "path.name-constraints.malformed", "RFC 5280 §4.2.1.10", "a name constraint is not well formed";
    Self::ConstraintUnsupported { .. } => "path.name-constraints.unsupported", "RFC 5280 §4.2.1.10", "a name is constrained in a form that cannot be compared";
    Self::Excluded { .. } => "path.name.excluded", "RFC 5280 §6.1.3 (c)", "a name is excluded by an authority above";
    Self::NameMalformed { .. } => "path.name.malformed", "RFC 5280 §4.2.1.6", "a name is not well formed";
    Self::IdentityMismatch { .. } => "path.name.mismatch", "RFC 9525 §6", "the certificate does not name the expected identity";
    Self::NotPermitted { .. } => "path.name.not-permitted", "RFC 5280 §6.1.3 (b)", "a name is not among those an authority above permits";
    Self::NotYetValid { .. } => "path.not-yet-valid", "RFC 5280 §6.1.3 (a)(2)", "the certificate is not yet valid";
    Self::MappedAnyPolicy => "path.policy.mapped-any", "RFC 5280 §6.1.4 (a)", "a policy mapping names the any policy";
    Self::NoValidPolicy => "path.policy.none", "RFC 5280 §6.1.3 (f), §6.1.5 (g)", "no certificate policy is valid where one is required";
    Self::ExtendedKeyUsage { .. } => "path.purpose.extended-key-usage", "RFC 5280 §4.2.1.12", "the extended key usage does not allow the purpose";
    Self::KeyUsage { .. } => "path.purpose.key-usage", "RFC 5280 §4.2.1.3", "the key usage does not allow the purpose";
    Self::RefusedByCaller => "path.refused-by-caller", "RFC 5280 §6.1.3 (a)(3)", "the evidence at hand refuses the path";
    Self::SignatureAlgorithm { .. } => "path.signature.algorithm", "RFC 5280 §6.1.3 (a)(1)", "the signature algorithm is not accepted";
    Self::Signature => "path.signature.invalid", "RFC 5280 §6.1.3 (a)(1)", "the signature is not by the issuer's key";
    Self::SignatureUnsupported { .. } => "path.signature.unsupported", "RFC 5280 §6.1.3 (a)(1)", "the signature algorithm cannot be verified";
    Self::EmptySubject => "path.subject.empty", "RFC 5280 §4.1.2.6", "the subject is empty where it must not be";
}

impl fmt::Display for PathErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())?;
        match self {
            Self::Expired { not_after: limit, .. } => write!(f, " ({limit})"),
            Self::NotYetValid { not_before: limit, .. } => write!(f, " ({limit})"),
            Self::ExtensionMissing(broken)
            | Self::ExtensionForbidden(broken)
            | Self::ExtensionNotCritical(broken)
            | Self::ExtensionCritical(broken) => write!(f, ": {}", broken.extension),
            Self::ExtensionValue { broken, rule } => write!(f, ": {}: {rule}", broken.extension),
            Self::FieldValue { rule, .. } => write!(f, ": {rule}"),
            Self::UnknownCriticalExtension { extension } => write!(f, ": {extension}"),
            Self::ExtensionMalformed { extension, error } => write!(f, ": {extension}: {error}"),
            Self::SignatureAlgorithm { algorithm } | Self::SignatureUnsupported { algorithm } => {
                write!(f, ": {algorithm}")
            }
            Self::PublicKey { size_bits: Some(bits), .. } => write!(f, ": {bits} bits"),
            Self::Excluded { form }
            | Self::NotPermitted { form }
            | Self::ConstraintMalformed { form }
            | Self::ConstraintUnsupported { form }
            | Self::NameMalformed { form }
            | Self::IdentityMismatch { form, .. } => write!(f, ": {form}"),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_unique_and_of_this_crate() {
        for pair in ERROR_CODES.windows(2) {
            assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
        }
        assert!(ERROR_CODES.iter().all(|code| code.starts_with("path.")));
    }
}
