//! What judging a request can find: one list of codes, each with its severity, its rule and where the rule comes from.

use core::fmt;

/// One thing to know about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub kind: FindingKind,
    /// Where: `signature`, `publicKey`, `subject.commonName`, `extensionRequest.subjectAltName`, `attributes`.
    pub field: String,
    /// What should stand there, where one value is right: it comes from the catalogue or from the order, never from the request.
    pub expected: Option<String>,
}

/// Whether a request can be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Served as it is; worth knowing.
    Info,
    /// Served, but the certificate will differ from what was asked, or the request shows a bad habit.
    Warning,
    /// Refused.
    Error,
}

/// A rule a finding appeals to, in one sentence, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The rule: lower case, no full stop.
    pub text: &'static str,
    /// RFC and section, or the document of IGC-Santé.
    pub source: &'static str,
}

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $severity:ident, $sentence:literal, $rule:literal, $source:literal;)*) => {
        /// The kinds of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum FindingKind { $($(#[$doc])* $name,)* }

        impl FindingKind {
            /// Every kind, in the order of their codes.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable machine-readable code. Never reused, never renamed. It is also the key of the cure in the message catalogue.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Whether the request can still be served.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// The rule appealed to.
            #[must_use]
            pub const fn rule(self) -> Rule {
                match self { $(Self::$name => Rule { text: $rule, source: $source },)* }
            }

            const fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence,)* }
            }
        }
    };
}

findings! {
    /// An attribute nobody reads.
    AttributeUnknown = "csr.attribute.unknown", Info,
        "a request attribute is unknown and will be ignored",
        "only extensionRequest is read", "RFC 2985 §5.4";
    /// A challengePassword stands in the request, in clear.
    ChallengePassword = "csr.challenge.present", Warning,
        "the request carries a challengePassword in clear; it is ignored, do not reuse it",
        "the revocation code is chosen at withdrawal, never in the request", "RFC 2985 §5.4.1";
    /// The request asks to be a certification authority.
    ExtensionCa = "csr.extension.ca", Error,
        "the request asks for a certification authority",
        "no product is a certification authority", "catalogue";
    /// keyUsage or extKeyUsage asked for differ from what the product has.
    ExtensionConflict = "csr.extension.conflict", Warning,
        "the request asks for another key usage than its product has",
        "keyUsage and extKeyUsage come from the product", "catalogue";
    /// An extension that the product does not take from the request.
    ExtensionIgnored = "csr.extension.ignored", Info,
        "the product fixes this extension; the request's is ignored",
        "only subjectAltName is taken from the request", "catalogue";
    /// Extensions that cannot be read.
    ExtensionMalformed = "csr.extension.malformed", Error,
        "the requested extensions cannot be read",
        "extensionRequest holds one well-formed list of extensions, each at most once", "RFC 2985 §5.4.2";
    /// RSA public exponent other than an odd number of at least 65537.
    KeyExponent = "csr.key.exponent", Error,
        "the public exponent is not safe",
        "the exponent is odd and at least 65537", "RFC 8017 §3.1, RGS annex B1";
    /// A kind of key the product does not take.
    KeyKind = "csr.key.kind", Error,
        "the product does not take this kind of key",
        "the key kinds of the product", "catalogue";
    /// A key that cannot be read.
    KeyMalformed = "csr.key.malformed", Error,
        "the public key is malformed",
        "an RSA key is two positive integers, its parameters NULL", "RFC 3279 §2.3.1, RFC 8017 §A.1.1";
    /// The request is for another key than the one given with it.
    KeyMismatch = "csr.key.mismatch", Error,
        "the request was made with another key than the given one",
        "a certificate only works with the key of its request", "RFC 2986 §3";
    /// A larger key than any certificate of the product was seen with.
    KeyOversize = "csr.key.oversize", Warning,
        "the key is larger than any seen on this product; whether the platform takes it is not known",
        "the key sizes seen on the product", "catalogue";
    /// A key smaller or larger than those the catalogue lists.
    KeySize = "csr.key.size", Error,
        "the size of the key is not one that is taken",
        "an RSA modulus has at least 2048 bits and at most 4096", "catalogue, RGS annex B1";
    /// A key that can be broken: a shared or special structure.
    KeyWeak = "csr.key.weak", Error,
        "the key is known to be weak",
        "no key of a known broken generator", "CVE-2008-0166, CVE-2017-15361";
    /// A subjectAltName that names something else than the subject or the order.
    SanMismatch = "csr.san.mismatch", Error,
        "the requested names do not fit the subject or the order",
        "subjectAltName holds the names of the order; that of a server begins with the common name", "catalogue";
    /// A product for a server or a person, without its name.
    SanMissing = "csr.san.missing", Error,
        "the product must name what it is for",
        "the domain name or mail domain is mandatory for this product", "form 413, notice §4.2";
    /// A DNS name that is none: a wildcard, a single label, characters outside ASCII letters, digits and hyphens.
    SanName = "csr.san.name", Error,
        "a requested name is not a full domain name in ASCII",
        "a domain name has two labels or more of letters, digits and hyphens; wildcards are not issued", "RFC 5280 §4.2.1.6, RFC 1034 §3.5";
    /// A subjectAltName on a product that has none.
    SanUnexpected = "csr.san.unexpected", Warning,
        "the product has no alternative name; the requested one will not be in the certificate",
        "the product's profile has no subjectAltName", "catalogue";
    /// A service fixes its client's common name and this is another.
    ServiceName = "csr.service.name", Error,
        "the service asks for another common name",
        "the usage fixes the name of the service applicatif", "catalogue";
    /// The service refuses this family of products.
    ServiceProduct = "csr.service.product", Error,
        "the service refuses this product",
        "the usage refuses the family of the product", "catalogue";
    /// The signature does not verify with the key of the request.
    Signature = "csr.signature", Error,
        "the signature does not hold: possession of the private key is not proven",
        "a request is signed with the subject's private key", "RFC 2986 §3";
    /// Signed with a broken digest.
    SignatureAlgorithm = "csr.signature.algorithm", Error,
        "the request is signed with a digest that is no longer safe",
        "SHA-256 or better", "RFC 6194, RFC 6151, RGS annex B1";
    /// Signed with an algorithm that is not known here, so that nothing is proven.
    SignatureUnsupported = "csr.signature.unsupported", Error,
        "the signature algorithm is not supported: possession of the private key could not be checked",
        "a request is signed with the subject's private key", "RFC 2986 §3";
    /// A character that no name should carry.
    SubjectCharacters = "csr.subject.characters", Error,
        "the value holds a control character",
        "names are for people to read", "RFC 5280 §4.1.2.4";
    /// A PrintableString with characters that type does not have.
    SubjectCharset = "csr.subject.charset", Warning,
        "a PrintableString holds characters that the type does not have; the certificate will say UTF8String",
        "PrintableString has letters, digits, space and '()+,-./:=? only", "X.680 §41.4";
    /// Another string type than the certificate will have.
    SubjectEncoding = "csr.subject.encoding", Info,
        "the certificate will write this attribute in another string type",
        "the string types of the product's subject", "catalogue";
    /// An attribute the product does not have.
    SubjectExtra = "csr.subject.extra", Warning,
        "the product's subject does not have this attribute; it will not be in the certificate",
        "the subject of the product", "catalogue";
    /// Longer than the attribute may be.
    SubjectLength = "csr.subject.length", Error,
        "the value is longer than the attribute may be",
        "upper bounds of name attributes", "RFC 5280 appendix A.1";
    /// A mandatory attribute is absent or empty.
    SubjectMissing = "csr.subject.missing", Error,
        "the product's subject must have this attribute",
        "the subject of the product", "catalogue";
    /// The attributes are in another order.
    SubjectOrder = "csr.subject.order", Info,
        "the certificate will have the attributes in the order of the product",
        "the subject of the product", "catalogue";
    /// The attribute appears more often than the product has it.
    SubjectRepeated = "csr.subject.repeated", Error,
        "the attribute appears more often than the product has it",
        "the subject of the product", "catalogue";
    /// Another value than the order says.
    SubjectValue = "csr.subject.value", Error,
        "the value is not the one of the order",
        "the subject follows from the structure or person of the order", "form 413";
}

impl Finding {
    /// A finding without an expected value.
    pub(crate) fn new(kind: FindingKind, field: impl Into<String>) -> Self {
        Self { kind, field: field.into(), expected: None }
    }

    /// Adds what should stand there.
    pub(crate) fn expecting(self, expected: impl Into<String>) -> Self {
        Self { expected: Some(expected.into()), ..self }
    }

    /// Stable machine-readable code; also the key of the cure in the message catalogue.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// Whether the request can still be served.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.kind.severity()
    }

    /// The rule appealed to.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        self.kind.rule()
    }
}

impl Severity {
    /// `info`, `warning` or `error`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// The sentence alone: no value of the request is repeated.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.sentence())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_sorted_by_code() {
        assert!(FindingKind::ALL.windows(2).all(|pair| pair[0].code() < pair[1].code()));
    }

    #[test]
    fn the_rule_on_sizes_says_the_limits_of_the_catalogue() {
        let limits = igc_catalogue::rsa_bits();
        let said = format!("at least {} bits and at most {}", limits.start(), limits.end());
        assert!(FindingKind::KeySize.rule().text.ends_with(&said), "{said}");
    }

    #[test]
    fn sentences_have_no_full_stop() {
        for kind in FindingKind::ALL {
            for text in [kind.sentence(), kind.rule().text] {
                assert!(!text.ends_with('.') && !text.is_empty(), "{text}");
            }
        }
    }
}
