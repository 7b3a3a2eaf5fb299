//! PEM: textual encoding of DER (RFC 7468), with the laxness people need.
//!
//! Text before, between and after the blocks is skipped, lines may end in LF, CRLF or CR and have
//! any length, blanks inside a line are ignored, and an END line may be glued to the next BEGIN,
//! as `cat` makes it of files without a last newline. What cannot be decoded in one way only is
//! refused: characters outside the alphabet, misplaced padding, set unused bits.

use alloc::{string::String, vec::Vec};

use crate::{Error, ErrorKind};

mod base64;

/// One decoded block.
#[derive(Clone, PartialEq, Eq)]
pub struct PemBlock<'a> {
    /// The label between `BEGIN` and the dashes, such as `CERTIFICATE`.
    pub label: &'a str,
    /// The decoded octets.
    pub contents: Vec<u8>,
    /// Offset of the BEGIN line in the text, in bytes.
    pub position: usize,
}

/// Never shows the contents: they may be a private key.
impl core::fmt::Debug for PemBlock<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("PemBlock")
            .field("label", &self.label)
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";
/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// The blocks of a text, in order; stops after the first error. No block at all is no error here.
#[must_use]
pub fn blocks(text: &[u8]) -> Blocks<'_> {
    Blocks { text, at: 0 }
}

/// Every block of a text; at least one is needed.
///
/// # Errors
/// [`ErrorKind::PemMissing`] when there is none, else the first block's fault.
pub fn decode(text: &[u8]) -> Result<Vec<PemBlock<'_>>, Error> {
    let found: Vec<_> = blocks(text).collect::<Result<_, _>>()?;
    if found.is_empty() { Err(Error::new(ErrorKind::PemMissing, 0)) } else { Ok(found) }
}

/// Writes one block: lines of 64 characters, LF (RFC 7468 §2).
#[must_use]
pub fn encode(label: &str, contents: &[u8]) -> String {
    let mut out = String::new();
    for part in ["-----BEGIN ", label, "-----\n"] {
        out.push_str(part);
    }
    for line in contents.chunks(48) {
        base64::encode_line(line, &mut out);
        out.push('\n');
    }
    for part in ["-----END ", label, "-----\n"] {
        out.push_str(part);
    }
    out
}

/// Whether the text holds a BEGIN line.
#[must_use]
pub fn is_pem(text: &[u8]) -> bool {
    begin(text, 0).is_some()
}

/// Iterator over the blocks of a text.
#[derive(Clone, Debug)]
pub struct Blocks<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Blocks<'a> {
    type Item = Result<PemBlock<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let position = begin(self.text, self.at)?;
        let block = read_block(self.text, position);
        self.at = match &block {
            Ok((_, end)) => *end,
            Err(_) => self.text.len(),
        };
        Some(block.map(|(block, _)| block))
    }
}

/// The block whose BEGIN lies at `position`, and where it ends.
fn read_block(text: &[u8], position: usize) -> Result<(PemBlock<'_>, usize), Error> {
    let label_start = position.saturating_add(BEGIN.len());
    let (label, body_start) = label(text, label_start)?;
    let end =
        find(text, DASHES, body_start).ok_or(Error::new(ErrorKind::PemUnterminated, position))?;
    let end_label_start = end.saturating_add(END.len());
    if text.get(end..end_label_start) != Some(END) {
        return Err(Error::new(ErrorKind::PemUnterminated, end));
    }
    let (end_label, block_end) = self::label(text, end_label_start)?;
    if end_label != label {
        return Err(Error::new(ErrorKind::PemLabel, end_label_start));
    }
    let body = text.get(body_start..end).unwrap_or_default();
    // RFC 1421 headers: their colon is in no base64 alphabet.
    if let Some(colon) = body.iter().position(|octet| *octet == b':') {
        return Err(Error::new(ErrorKind::PemHeader, body_start.saturating_add(colon)));
    }
    let contents = base64::decode(body)
        .map_err(|at| Error::new(ErrorKind::PemBase64, body_start.saturating_add(at)))?;
    Ok((PemBlock { label, contents, position }, block_end))
}

/// The label that starts at `start` and the offset after its closing dashes.
fn label(text: &[u8], start: usize) -> Result<(&str, usize), Error> {
    let error = Error::new(ErrorKind::PemLabel, start);
    // Labels are short: RFC 7468 §4 and §5 to §13 have none above 20 characters.
    let window = text.get(start..start.saturating_add(64).min(text.len())).unwrap_or_default();
    let length = window.windows(DASHES.len()).position(|five| five == DASHES).ok_or(error)?;
    let label = window.get(..length).unwrap_or_default();
    let well_formed = label.iter().all(|octet| matches!(octet, 0x20..=0x7e));
    let label = core::str::from_utf8(label).ok().filter(|_| well_formed).ok_or(error)?;
    Ok((label, start.saturating_add(length).saturating_add(DASHES.len())))
}

/// The next BEGIN line: at the start of a line, or right where the last block ended.
fn begin(text: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at = find(text, BEGIN, at)?;
        // Walks back over blanks only, so many marks in one line cost no more than the line.
        let gap = text.get(from..at).unwrap_or_default();
        let before = gap.trim_ascii_end();
        // The byte order mark of Windows editors is no text, also where one file was appended to another.
        let before = before.strip_suffix(BYTE_ORDER_MARK).map_or(before, <[u8]>::trim_ascii_end);
        let between = gap.get(before.len()..).unwrap_or_default();
        let starts_line = between.iter().any(|octet| matches!(octet, b'\n' | b'\r'));
        if starts_line || before.is_empty() {
            return Some(at);
        }
        at = at.saturating_add(BEGIN.len());
    }
}

fn find(text: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let at = text.get(from..)?.windows(needle.len()).position(|window| window == needle)?;
    Some(from.saturating_add(at))
}

#[cfg(test)]
mod tests;
