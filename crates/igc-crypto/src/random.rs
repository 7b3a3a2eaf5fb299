//! Random octets, from the operating system and nowhere else.

use core::fmt;
use getrandom::SysRng;
use rand_core::UnwrapErr;

/// A source of random octets fit for keys, salts and serial numbers.
pub trait Random: Send + Sync {
    /// Fills `out` whole.
    ///
    /// # Errors
    /// When the source is not available; `out` must then not be used.
    fn fill(&self, out: &mut [u8]) -> Result<(), RandomError>;
}

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsRandom;

impl Random for OsRandom {
    fn fill(&self, out: &mut [u8]) -> Result<(), RandomError> {
        getrandom::fill(out).map_err(|_| RandomError)
    }
}

/// Runs `work` with a generator that cannot report failure, as some libraries want it.
///
/// The source is tried first: once the operating system has given octets, it does not stop.
pub(crate) fn with_rng<T>(
    work: impl FnOnce(&mut UnwrapErr<SysRng>) -> T,
) -> Result<T, RandomError> {
    OsRandom.fill(&mut [0u8; 32])?;
    Ok(work(&mut UnwrapErr(SysRng)))
}

/// The random source is not available.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RandomError;

impl RandomError {
    /// Stable machine-readable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        "crypto.random"
    }
}

impl fmt::Display for RandomError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the random source of the operating system is not available")
    }
}

impl core::error::Error for RandomError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_draws_differ_and_fill_every_octet_sooner_or_later() {
        let mut seen = [false; 32];
        let mut last = [0u8; 32];
        for _ in 0..64 {
            let mut now = [0u8; 32];
            OsRandom.fill(&mut now).unwrap();
            assert_ne!(now, last);
            for (touched, octet) in seen.iter_mut().zip(now) {
                *touched |= octet != 0;
            }
            last = now;
        }
        assert_eq!(seen, [true; 32]);
    }
}
