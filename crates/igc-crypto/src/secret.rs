//! Bytes that must not leak: wiped when dropped, compared in constant time, never printed.

use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

/// Secret octets: a password, a key in PEM or DER, a derived key.
///
/// It has no `Debug`, `Display`, `Serialize` or `Clone`: reading it takes an explicit [`expose`](Self::expose).
/// The memory is wiped on drop.
///
/// ```compile_fail
/// let secret = igc_crypto::Secret::from(String::from("a"));
/// format!("{secret:?}");
/// ```
/// ```compile_fail
/// let secret = igc_crypto::Secret::from(String::from("a"));
/// let copy = secret.clone();
/// ```
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes over `bytes`; the caller keeps no copy of them.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The octets themselves.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// The octets as text, where they are UTF-8.
    #[must_use]
    pub fn expose_str(&self) -> Option<&str> {
        core::str::from_utf8(&self.0).ok()
    }

    /// Number of octets.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no octet at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<u8>> for Secret {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text.into_bytes())
    }
}

impl From<Zeroizing<Vec<u8>>> for Secret {
    fn from(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }
}

impl PartialEq for Secret {
    /// In constant time for equal lengths; the length is not secret.
    fn eq(&self, other: &Self) -> bool {
        constant_time_eq(&self.0, &other.0)
    }
}

impl Eq for Secret {}

/// Compares in a time that depends on the lengths only.
#[must_use]
pub fn constant_time_eq(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn equality_is_that_of_the_bytes(a in prop::collection::vec(0u8..3, 0..5), b in prop::collection::vec(0u8..3, 0..5)) {
            prop_assert_eq!(constant_time_eq(&a, &b), a == b);
            prop_assert!((Secret::new(a.clone()) == Secret::new(b.clone())) == (a == b));
        }
    }

    #[test]
    fn text_only_where_it_is_utf8() {
        assert_eq!(Secret::from(String::from("é")).expose_str(), Some("é"));
        assert_eq!(Secret::new(vec![0xff]).expose_str(), None);
        assert_eq!(Secret::new(vec![0xff]).len(), 1);
        assert!(Secret::new(Vec::new()).is_empty());
    }
}
