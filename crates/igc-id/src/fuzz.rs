//! Properties a fuzzer drives; ordinary tests run them too.

use crate::{Adeli, CpxCardNumber, Finess, PersonId, Rpps, Siren, Siret, StructureId};
use core::fmt::{self, Write as _};

/// What is taken is written and read back as the same value; what is refused has its place
/// within the text.
///
/// # Panics
/// When the law does not hold.
#[doc(hidden)]
pub fn identifiers(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    macro_rules! law {
        ($($name:ident),*) => {$(
            for read in [$name::parse(text), $name::normalise(text)] {
                match read {
                    Ok(value) => {
                        let mut written = Buffer::default();
                        assert!(write!(written, "{value}").is_ok(), "longer than any id is");
                        assert_eq!($name::parse(written.as_str()), Ok(value));
                        assert_eq!($name::normalise(written.as_str()), Ok(value));
                    }
                    Err(error) => assert!(error.position <= text.len(), "{error}"),
                }
            }
        )*};
    }
    law!(Siren, Siret, Finess, Rpps, Adeli, StructureId, PersonId, CpxCardNumber);
}

/// Text of up to 96 octets, without an allocator.
struct Buffer {
    bytes: [u8; 96],
    len: usize,
}

impl Default for Buffer {
    fn default() -> Self {
        Self { bytes: [0; 96], len: 0 }
    }
}

impl Buffer {
    fn as_str(&self) -> &str {
        crate::number::text(self.bytes.get(..self.len).unwrap_or_default())
    }
}

impl fmt::Write for Buffer {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        let end = self.len.saturating_add(s.len());
        self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?.copy_from_slice(s.as_bytes());
        self.len = end;
        Ok(())
    }
}
