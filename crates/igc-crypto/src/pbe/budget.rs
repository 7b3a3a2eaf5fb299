//! How much work an unknown file may ask for.

use core::sync::atomic::{AtomicU64, Ordering};

use super::error::{PbeError, PbeErrorKind};

/// Limits on key derivation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Applications of a hash or pseudo-random function, in total over all derivations. Default: 10,000,000.
    ///
    /// OWASP's advice for PBKDF2-HMAC-SHA-1 is 1,400,000 iterations, two blocks of which make an AES-256 key; a file with an
    /// encrypted key, encrypted certificates and a MAC at that strength needs 7,000,000. Java refuses more than
    /// 5,000,000 in one derivation. Ten million take about one second of one core with SHA-256.
    pub iterations: u64,
    /// Memory of one derivation, in octets (scrypt's `128·N·r`, RFC 7914 §2). Default: 256 MiB.
    ///
    /// OWASP's strongest advice for scrypt (N = 2¹⁷, r = 8) takes 128 MiB. Derivations that run side by side are held by
    /// `iterations` together: with the default, 320 MB in all.
    pub memory_bytes: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { iterations: 10_000_000, memory_bytes: 256 << 20 }
    }
}

impl Budget {
    /// Starts to count; threads may share the meter.
    #[must_use]
    pub const fn meter(&self) -> Meter {
        Meter { left: AtomicU64::new(self.iterations), memory_bytes: self.memory_bytes }
    }
}

/// What a derivation takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Applications of a hash or pseudo-random function.
    pub iterations: u64,
    /// Memory, in octets.
    pub memory_bytes: u64,
}

impl Cost {
    /// `iterations` for each of the blocks of `block_bytes` that make `output_bytes`.
    pub(super) fn per_block(iterations: u64, output_bytes: usize, block_bytes: usize) -> Self {
        let blocks = u64::try_from(output_bytes.div_ceil(block_bytes.max(1))).unwrap_or(u64::MAX);
        Self { iterations: iterations.saturating_mul(blocks), memory_bytes: 0 }
    }

    /// Both, one after the other: iterations add up, memory is used again.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            iterations: self.iterations.saturating_add(other.iterations),
            memory_bytes: self.memory_bytes.max(other.memory_bytes),
        }
    }
}

/// A budget being spent.
#[derive(Debug)]
pub struct Meter {
    left: AtomicU64,
    memory_bytes: u64,
}

impl Meter {
    /// Takes `cost` from what is left.
    ///
    /// # Errors
    /// When more is asked for than is left; nothing is taken then.
    pub fn spend(&self, cost: Cost) -> Result<(), PbeError> {
        if cost.memory_bytes > self.memory_bytes {
            return Err(PbeErrorKind::Memory {
                asked_bytes: cost.memory_bytes,
                limit_bytes: self.memory_bytes,
            }
            .into());
        }
        self.left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(cost.iterations)
            })
            .map(|_| ())
            .map_err(|left| PbeErrorKind::Iterations { asked: cost.iterations, left }.into())
    }
}
