//! Where domain names are registered: data that changes weekly, so the caller brings it.

/// Knows under which domains anyone may register a name (the Public Suffix List).
pub trait PublicSuffixes: core::fmt::Debug + Send + Sync {
    /// Whether `domain` (ASCII) is itself a public suffix, private ones included.
    fn contains(&self, domain: &str) -> bool;
}
