//! How much an unknown file may cost.

/// Limits on one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Limits on key derivation.
    pub derivation: igc_crypto::pbe::Budget,
    /// Length of the file, in octets. Default: 64 MiB, hundreds of times the longest trust store in use.
    pub max_bytes: usize,
    /// Nesting of elements, over all layers together. Default: 32; a usual file needs about 10.
    pub max_depth: usize,
    /// Bags in the file. Default: 10,000.
    pub max_bags: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            derivation: igc_crypto::pbe::Budget::default(),
            max_bytes: 64 << 20,
            max_depth: 32,
            max_bags: 10_000,
        }
    }
}
