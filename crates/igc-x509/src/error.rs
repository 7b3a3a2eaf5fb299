//! What can be wrong with the bytes, and where.

use core::fmt;

/// Why some bytes are not the structure asked for, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    /// The rule that was broken.
    pub kind: ErrorKind,
    /// Offset in bytes from the start of the structure given to the parser (for an extension's
    /// accessor: from the start of the certificate, CRL or request that holds it).
    pub position: usize,
}

impl Error {
    pub(crate) const fn new(kind: ErrorKind, position: usize) -> Self {
        Self { kind, position }
    }

    /// Stable machine-readable code of the kind.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.kind.code()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.kind, self.position)
    }
}

impl core::error::Error for Error {}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $text:literal;)*) => {
        /// A rule of X.690, RFC 5280 or a sister standard that the bytes do not meet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorKind {
            $($(#[$doc])* $name,)*
        }

        impl ErrorKind {
            /// Stable machine-readable code. Never reused, never renamed.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            const fn text(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }

        /// Every code of this crate, sorted.
        pub const ERROR_CODES: &[&str] = &[$($code,)*];
    };
}

// Sorted by code: a test says so.
kinds! {
    /// The signature algorithm inside the signed part differs from the one outside (RFC 5280 §4.1.1.2, §5.1.1.2).
    AlgorithmMismatch = "x509.algorithm.mismatch", "the signed and the outer signature algorithm differ";
    /// An attribute that may appear once appears twice (RFC 2986 §4.1).
    DuplicateAttribute = "x509.attribute.duplicate", "an attribute appears more than once";
    /// An attribute that has a single value has none or several (RFC 2985 §5.4).
    AttributeValues = "x509.attribute.values", "an attribute does not have exactly one value";
    /// A BIT STRING with more than 7 unused bits, set unused bits, or bits missing where octets are meant (X.690 §8.6, §11.2).
    BitString = "x509.bit-string.invalid", "a bit string is not in the form DER asks for";
    /// A BOOLEAN that is not one octet 00 or FF (X.690 §11.1).
    Boolean = "x509.boolean.invalid", "a boolean is neither 00 nor FF";
    /// A value equal to its DEFAULT is encoded (X.690 §11.5).
    DefaultEncoded = "x509.default.encoded", "a value equal to its default is encoded";
    /// A SEQUENCE OF that must hold at least one element is empty.
    Empty = "x509.empty", "a list that needs an element is empty";
    /// The same extension appears twice (RFC 5280 §4.2).
    DuplicateExtension = "x509.extension.duplicate", "an extension appears more than once";
    /// More extensions than the fixed budget.
    TooManyExtensions = "x509.extension.too-many", "more extensions than the limit";
    /// The value breaks a rule of its extension that is not one of DER.
    ExtensionValue = "x509.extension.value", "the value of an extension breaks its definition";
    /// Extensions in a structure whose version has none (RFC 5280 §4.1.2.9, §5.1.2.1).
    ExtensionVersion = "x509.extension.version", "this version of the structure has no extensions";
    /// A general name is not well formed, such as an address that is not 4 or 16 octets (RFC 5280 §4.2.1.6).
    GeneralName = "x509.general-name.invalid", "a general name is not well formed";
    /// Nothing this crate knows, neither in PEM nor in DER.
    UnknownInput = "x509.input.unknown", "the bytes are no known kind of PEM or DER";
    /// An INTEGER that is empty or has superfluous leading octets (X.690 §8.3).
    Integer = "x509.integer.invalid", "an integer is empty or not in its shortest form";
    /// An INTEGER outside the range its field allows.
    IntegerRange = "x509.integer.range", "an integer is outside the range of its field";
    /// The indefinite form of a length (X.690 §10.1).
    LengthIndefinite = "x509.length.indefinite", "a length is in the indefinite form";
    /// A length that does not use the fewest octets (X.690 §10.1).
    LengthNotMinimal = "x509.length.not-minimal", "a length does not use the fewest octets";
    /// A length of more than four octets, or an input over 4 GiB.
    LengthTooLarge = "x509.length.too-large", "a length exceeds what is supported";
    /// A NULL with contents (X.690 §8.8).
    Null = "x509.null.invalid", "a null has contents";
    /// An OBJECT IDENTIFIER that is empty, unfinished or padded (X.690 §8.19).
    Oid = "x509.oid.invalid", "an object identifier is not well formed";
    /// Text that is no dotted object identifier.
    OidText = "x509.oid.text", "the text is not a dotted object identifier";
    /// A character outside the base64 alphabet, or a misplaced padding (RFC 7468 §3).
    PemBase64 = "x509.pem.base64", "the base64 text of a PEM block is not well formed";
    /// An encapsulated header such as `Proc-Type` (RFC 1421), which RFC 7468 has no place for.
    PemHeader = "x509.pem.header", "a PEM block has headers";
    /// BEGIN and END name different labels (RFC 7468 §2).
    PemLabel = "x509.pem.label", "the labels of a PEM block differ or are not well formed";
    /// No BEGIN line.
    PemMissing = "x509.pem.missing", "there is no PEM block";
    /// A BEGIN line without its END line.
    PemUnterminated = "x509.pem.unterminated", "a PEM block has no end line";
    /// A PKCS#7 content other than SignedData (RFC 5652 §5.1).
    ContentType = "x509.pkcs7.content-type", "the content of the PKCS#7 is not signed data";
    /// Elements of a SET OF are not in ascending order (X.690 §11.6).
    SetOrder = "x509.set.order", "the elements of a set are not in order";
    /// Characters outside the string type's alphabet, or an encoding error.
    StringContents = "x509.string.contents", "a string holds what its type does not allow";
    /// A type that is no string where a string is meant.
    StringType = "x509.string.type", "a value is not one of the string types";
    /// Another identifier octet than the structure has here.
    Tag = "x509.tag.unexpected", "another type than the structure has here";
    /// A date or time in another form than RFC 5280 §4.1.2.5 allows, or that does not exist.
    Time = "x509.time.invalid", "a date or time is not well formed";
    /// Text that is no RFC 3339 date and time in UTC, whole seconds.
    TimeText = "x509.time.text", "the text is not a date and time of the form 2026-11-22T10:00:00Z";
    /// Octets after the end of the structure.
    TrailingData = "x509.trailing-data", "there are octets after the end";
    /// The input ends inside a value, or a value overruns the one that holds it.
    Truncated = "x509.truncated", "the input ends too early";
    /// A unique identifier in version 1 (RFC 5280 §4.1.2.8).
    UniqueIdVersion = "x509.unique-id.version", "version 1 has no unique identifiers";
    /// A version number this structure does not have (RFC 5280 §4.1.2.1, §5.1.2.1; RFC 2986 §4.1).
    Version = "x509.version.invalid", "the version number does not exist";
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
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
        assert!(ERROR_CODES.iter().all(|code| code.starts_with("x509.")));
    }

    #[test]
    fn sentences_are_lower_case_without_full_stop() {
        for text in [ErrorKind::Tag.text(), ErrorKind::AlgorithmMismatch.text()] {
            assert!(text.starts_with(char::is_lowercase) && !text.ends_with('.'));
        }
    }
}
