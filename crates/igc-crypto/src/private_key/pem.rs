//! The PEM side of private keys: which block is one, and writing.

use crate::{KeyError, KeyErrorKind, Secret};
use der::pem::LineEnding;
use igc_x509::ErrorKind;

/// Which structure the label promises.
#[derive(Clone, Copy)]
pub(super) enum Label {
    Pkcs8,
    Pkcs1,
    Sec1,
}

/// The first block that is a private key: its label, its octets, and where it begins.
pub(super) fn first_key(bytes: &[u8]) -> Result<(Label, Secret, usize), KeyError> {
    for block in igc_x509::pem::blocks(bytes) {
        let block = block.map_err(|error| fault(bytes, error))?;
        // Whatever it is, it is wiped.
        let (der, position) = (Secret::new(block.contents), block.position);
        let fail = |kind| KeyError { kind, position };
        let label = match block.label {
            "PRIVATE KEY" => Label::Pkcs8,
            "RSA PRIVATE KEY" => Label::Pkcs1,
            "EC PRIVATE KEY" => Label::Sec1,
            "ENCRYPTED PRIVATE KEY" => return Err(fail(KeyErrorKind::Encrypted)),
            "DSA PRIVATE KEY" | "OPENSSH PRIVATE KEY" => {
                return Err(fail(KeyErrorKind::Unsupported));
            }
            _ => continue,
        };
        return Ok((label, der, position));
    }
    Err(KeyError::whole(KeyErrorKind::NoPem))
}

/// A block that does not decode; the header that OpenSSL's old encryption begins with says so (RFC 1421 §4.6.1.1).
fn fault(bytes: &[u8], error: igc_x509::Error) -> KeyError {
    let before = bytes.get(..error.position).unwrap_or_default();
    let is_encrypted = error.kind == ErrorKind::PemHeader && before.ends_with(b"Proc-Type");
    let kind = if is_encrypted { KeyErrorKind::Encrypted } else { KeyErrorKind::Malformed };
    KeyError { kind, position: error.position }
}

pub(super) fn encode(der: &[u8]) -> Secret {
    // The buffer is of its final size: growing would leave unwiped copies.
    let len = der::pem::encapsulated_len("PRIVATE KEY", LineEnding::LF, der.len()).unwrap_or(0);
    let mut buffer = vec![0u8; len];
    let written =
        der::pem::encode("PRIVATE KEY", LineEnding::LF, der, &mut buffer).map_or(0, str::len);
    buffer.truncate(written);
    Secret::new(buffer)
}
