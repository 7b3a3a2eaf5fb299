//! The PEM side of private keys: lenient about what stands around and about line lengths, strict about the rest.

use crate::{KeyError, KeyErrorKind, Secret};
use der::pem::LineEnding;
use zeroize::Zeroizing;

/// Which structure the label promises.
#[derive(Clone, Copy)]
pub(super) enum Label {
    Pkcs8,
    Pkcs1,
    Sec1,
}

const BEGIN: &str = "-----BEGIN ";
const DASHES: &str = "-----";

/// Whether there is a PEM boundary at the start of a line.
pub(super) fn has_boundary(bytes: &[u8]) -> bool {
    bytes.split(|octet| *octet == b'\n').any(|line| line.starts_with(BEGIN.as_bytes()))
}

/// The first block that is a private key: its label, its octets, and where it begins.
pub(super) fn first_key(bytes: &[u8]) -> Result<(Label, Secret, usize), KeyError> {
    let no_pem = KeyError::whole(KeyErrorKind::NoPem);
    let mut lines = Lines { bytes, at: 0 };
    while let Some((line, position)) = lines.next() {
        let Some(label) = boundary(line, BEGIN) else { continue };
        let fail = |kind| KeyError { kind, position };
        let label = match label {
            "PRIVATE KEY" => Label::Pkcs8,
            "RSA PRIVATE KEY" => Label::Pkcs1,
            "EC PRIVATE KEY" => Label::Sec1,
            "ENCRYPTED PRIVATE KEY" => return Err(fail(KeyErrorKind::Encrypted)),
            "DSA PRIVATE KEY" | "OPENSSH PRIVATE KEY" => {
                return Err(fail(KeyErrorKind::Unsupported));
            }
            _ => continue,
        };
        let der = block(&mut lines).map_err(fail)?;
        return Ok((label, der, position));
    }
    Err(no_pem)
}

/// The octets up to the closing boundary.
fn block(lines: &mut Lines<'_>) -> Result<Secret, KeyErrorKind> {
    // Never grown, so that no unwiped copy is left behind.
    let mut text = Zeroizing::new(String::with_capacity(lines.bytes.len()));
    for (line, _) in lines {
        if boundary(line, "-----END ").is_some() {
            return decode(&text).ok_or(KeyErrorKind::Malformed);
        }
        // RFC 1421 §4.6.1.1, as OpenSSL writes it.
        if line.starts_with(b"Proc-Type:") {
            return Err(KeyErrorKind::Encrypted);
        }
        for octet in line.iter().filter(|octet| !octet.is_ascii_whitespace()) {
            if !octet.is_ascii() {
                return Err(KeyErrorKind::Malformed);
            }
            text.push(char::from(*octet));
        }
    }
    Err(KeyErrorKind::Malformed)
}

/// Base64 of any line length: laid out anew as RFC 7468 has it, then decoded strictly.
fn decode(text: &str) -> Option<Secret> {
    let lines = text.len().div_ceil(64);
    let capacity = text.len().saturating_add(lines).saturating_add(80);
    let mut pem = Zeroizing::new(String::with_capacity(capacity));
    pem.push_str("-----BEGIN PRIVATE KEY-----\n");
    let mut rest = text;
    while !rest.is_empty() {
        let (line, after) = rest.split_at_checked(rest.len().min(64))?;
        pem.push_str(line);
        pem.push('\n');
        rest = after;
    }
    pem.push_str("-----END PRIVATE KEY-----\n");
    let (_, der) = der::pem::decode_vec(pem.as_bytes()).ok()?;
    Some(Secret::new(der))
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

fn boundary<'a>(line: &'a [u8], start: &str) -> Option<&'a str> {
    core::str::from_utf8(line).ok()?.trim_end().strip_prefix(start)?.strip_suffix(DASHES)
}

/// Lines with the offset each begins at.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (&'a [u8], usize);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let len = rest.iter().position(|octet| *octet == b'\n').unwrap_or(rest.len());
        let position = self.at;
        self.at = self.at.saturating_add(len).saturating_add(1);
        Some((rest.get(..len)?, position))
    }
}
