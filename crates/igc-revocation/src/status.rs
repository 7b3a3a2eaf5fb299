//! What is known about a certificate.

use core::fmt;

use igc_x509::{OidBuf, RevocationReason, Time};

/// Whether a certificate is revoked (RFC 5280 §6.3.2 `cert_status`, with unknown kept apart).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertStatus {
    /// Evidence for all reasons says that it is not revoked.
    Good,
    /// Evidence says that it is revoked.
    Revoked {
        /// Since when.
        at: Time,
        /// Why; unspecified when the evidence does not say.
        reason: RevocationReason,
    },
    /// There is no evidence that could be used.
    Unknown {
        /// Why the likeliest evidence could not be used.
        why: UnknownReason,
    },
}

impl CertStatus {
    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Good => "revocation.good",
            Self::Revoked { .. } => "revocation.revoked",
            Self::Unknown { why } => why.code(),
        }
    }
}

/// Why a CRL is no evidence for a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnknownReason {
    /// There is no CRL by the certificate's issuer (§6.3.3 (b)(1)).
    NoCrl,
    /// The CRL is for other certificates (§6.3.3 (b)(2)).
    OutOfScope,
    /// The certificate's CRLs are issued under another name, which is not followed yet (§6.3.3 (f)).
    OtherIssuer,
    /// The CRL is a delta CRL and there is no use for it alone (§5.2.4).
    DeltaOnly,
    /// A critical extension of the CRL or of an entry is not known (§5.2, §5.3).
    UnknownCriticalExtension {
        /// The extension.
        extension: OidBuf,
    },
    /// An extension is not well formed.
    Malformed(igc_x509::Error),
    /// The CRL has no cRLNumber (§5.2.3).
    NoCrlNumber,
    /// The issuer's key may not sign CRLs (§6.3.3 (f)).
    IssuerNotCrlSigner,
    /// The signature algorithm or the key cannot be used.
    SignatureUnsupported,
    /// The CRL is not signed by the issuer's key (§6.3.3 (g)).
    Signature,
    /// `thisUpdate` lies in the future (§5.1.2.4).
    FromTheFuture {
        /// The CRL's `thisUpdate`.
        this_update: Time,
    },
    /// The CRL does not say until when it is good (§5.1.2.5).
    NoNextUpdate,
    /// The CRL is past its `nextUpdate`, or older than the caller allows (§6.3.3 (a)).
    Stale {
        /// Until when it was good.
        until: Time,
    },
    /// The CRLs at hand do not cover every reason (§6.3.3 (e)).
    SomeReasonsOnly,
}

macro_rules! describe {
    ($($pattern:pat => $code:literal, $rule:literal, $text:literal;)*) => {
        impl UnknownReason {
            /// Stable machine-readable code. Never reused, never renamed.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $($pattern => $code,)* }
            }

            /// The section that states the rule.
            #[must_use]
            pub const fn rule(&self) -> &'static str {
                match self { $($pattern => $rule,)* }
            }

            const fn text(&self) -> &'static str {
                match self { $($pattern => $text,)* }
            }
        }

        #[cfg(test)]
        const UNKNOWN_CODES: &[&str] = &[$($code,)*];
    };
}

describe! {
    Self::UnknownCriticalExtension { .. } => "revocation.crl.critical-extension", "RFC 5280 §5.2, §5.3", "a critical extension of the CRL is not known";
    Self::DeltaOnly => "revocation.crl.delta-only", "RFC 5280 §5.2.4", "the CRL is a delta CRL";
    Self::FromTheFuture { .. } => "revocation.crl.future", "RFC 5280 §5.1.2.4", "the CRL was made after the time of validation";
    Self::IssuerNotCrlSigner => "revocation.crl.issuer-key-usage", "RFC 5280 §6.3.3 (f)", "the issuer may not sign CRLs";
    Self::Malformed(_) => "revocation.crl.malformed", "RFC 5280 §5.2", "an extension of the CRL is not well formed";
    Self::NoCrl => "revocation.crl.none", "RFC 5280 §6.3.3 (b)(1)", "there is no CRL by the certificate's issuer";
    Self::NoNextUpdate => "revocation.crl.no-next-update", "RFC 5280 §5.1.2.5", "the CRL does not say until when it is good";
    Self::NoCrlNumber => "revocation.crl.no-number", "RFC 5280 §5.2.3", "the CRL has no number";
    Self::OtherIssuer => "revocation.crl.other-issuer", "RFC 5280 §6.3.3 (f)", "the CRLs are issued under another name";
    Self::OutOfScope => "revocation.crl.scope", "RFC 5280 §6.3.3 (b)(2)", "the CRL is for other certificates";
    Self::Signature => "revocation.crl.signature", "RFC 5280 §6.3.3 (g)", "the CRL is not signed by the issuer's key";
    Self::SignatureUnsupported => "revocation.crl.signature-unsupported", "RFC 5280 §6.3.3 (g)", "the signature of the CRL cannot be verified";
    Self::SomeReasonsOnly => "revocation.crl.some-reasons", "RFC 5280 §6.3.3 (e)", "the CRLs do not cover every reason";
    Self::Stale { .. } => "revocation.crl.stale", "RFC 5280 §6.3.3 (a)", "the CRL is out of date";
}

impl UnknownReason {
    /// How near the CRL came to being evidence: the reason to tell is the one of the nearest.
    pub(crate) const fn nearness(&self) -> u8 {
        match self {
            Self::NoCrl => 0,
            Self::OutOfScope | Self::OtherIssuer | Self::DeltaOnly => 1,
            Self::UnknownCriticalExtension { .. } | Self::Malformed(_) | Self::NoCrlNumber => 2,
            Self::Signature | Self::SignatureUnsupported | Self::IssuerNotCrlSigner => 3,
            Self::FromTheFuture { .. } | Self::NoNextUpdate | Self::Stale { .. } => 4,
            Self::SomeReasonsOnly => 5,
        }
    }
}

/// Every code of this crate, sorted.
pub const ERROR_CODES: &[&str] = &[
    "revocation.crl.critical-extension",
    "revocation.crl.delta-only",
    "revocation.crl.future",
    "revocation.crl.issuer-key-usage",
    "revocation.crl.malformed",
    "revocation.crl.no-next-update",
    "revocation.crl.no-number",
    "revocation.crl.none",
    "revocation.crl.other-issuer",
    "revocation.crl.scope",
    "revocation.crl.signature",
    "revocation.crl.signature-unsupported",
    "revocation.crl.some-reasons",
    "revocation.crl.stale",
    "revocation.good",
    "revocation.revoked",
];

impl fmt::Display for UnknownReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())?;
        match self {
            Self::UnknownCriticalExtension { extension } => write!(f, ": {extension}"),
            Self::Malformed(error) => write!(f, ": {error}"),
            Self::FromTheFuture { this_update } => write!(f, " ({this_update})"),
            Self::Stale { until } => write!(f, " (good until {until})"),
            _ => Ok(()),
        }
    }
}

impl From<igc_x509::Error> for UnknownReason {
    fn from(error: igc_x509::Error) -> Self {
        Self::Malformed(error)
    }
}

impl fmt::Display for CertStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Good => f.write_str("not revoked"),
            Self::Revoked { at, reason } => write!(f, "revoked at {at}: {}", reason.name()),
            Self::Unknown { why } => write!(f, "unknown: {why}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_unique_and_complete() {
        let mut all = UNKNOWN_CODES.to_vec();
        all.extend(["revocation.good", "revocation.revoked"]);
        all.sort_unstable();
        all.dedup();
        assert_eq!(all, ERROR_CODES);
    }
}
