//! A reader of BER (X.690 §8) within bounds: PKCS #12 files are BER, not DER.
//!
//! NSS and Java write indefinite lengths, Windows constructed OCTET STRINGs. Nothing here copies, except strings that
//! come in pieces. Nesting is bounded by the budget and every length by what is there.

use std::borrow::Cow;

use crate::error::{P12Error, P12ErrorKind, Place};

/// Identifier octets.
pub(crate) mod tag {
    pub(crate) const INTEGER: u8 = 0x02;
    pub(crate) const OCTET_STRING: u8 = 0x04;
    pub(crate) const OBJECT_IDENTIFIER: u8 = 0x06;
    pub(crate) const BMP_STRING: u8 = 0x1e;
    pub(crate) const OCTET_STRING_IN_PIECES: u8 = 0x24;
    pub(crate) const SEQUENCE: u8 = 0x30;
    pub(crate) const SET: u8 = 0x31;
    pub(crate) const CONTEXT_0: u8 = 0x80;
    pub(crate) const CONTEXT_0_CONSTRUCTED: u8 = 0xa0;
}

/// One element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'a> {
    /// First identifier octet.
    pub(crate) tag: u8,
    /// Offset of the identifier octet.
    pub(crate) position: usize,
    /// Identifier, length, contents, end-of-contents.
    pub(crate) raw: &'a [u8],
    /// Contents, without end-of-contents.
    pub(crate) contents: &'a [u8],
    contents_position: usize,
    place: Place,
    depth_left: usize,
}

/// Reads the elements of one layer in order.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    position: usize,
    place: Place,
    depth_left: usize,
}

impl<'a> Reader<'a> {
    /// Starts at the first octet of a layer.
    pub(crate) const fn new(bytes: &'a [u8], place: Place, depth_left: usize) -> Self {
        Self { rest: bytes, position: 0, place, depth_left }
    }

    pub(crate) const fn is_finished(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) const fn error(&self, kind: P12ErrorKind) -> P12Error {
        P12Error::new(kind, self.place, self.position)
    }

    /// The identifier octet of the next element.
    pub(crate) fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// The next element, whatever it is.
    pub(crate) fn any(&mut self) -> Result<Element<'a>, P12Error> {
        let header = header(self.rest).map_err(|kind| self.error(kind))?;
        let after = self.rest.get(header.len..).unwrap_or_default();
        let (contents, end) = match header.length {
            Some(length) => {
                (after.get(..length).ok_or_else(|| self.error(P12ErrorKind::Truncated))?, 0)
            }
            None => {
                let length =
                    end_of_contents(after, self.depth_left).map_err(|kind| self.error(kind))?;
                (after.get(..length).unwrap_or_default(), 2)
            }
        };
        let len = header.len.saturating_add(contents.len()).saturating_add(end);
        let (raw, rest) =
            self.rest.split_at_checked(len).ok_or_else(|| self.error(P12ErrorKind::Truncated))?;
        let element = Element {
            tag: header.tag,
            position: self.position,
            raw,
            contents,
            contents_position: self.position.saturating_add(header.len),
            place: self.place,
            depth_left: self.depth_left,
        };
        self.rest = rest;
        self.position = self.position.saturating_add(len);
        Ok(element)
    }

    /// The next element, which must carry `tag`.
    pub(crate) fn expect(&mut self, tag: u8) -> Result<Element<'a>, P12Error> {
        match self.peek() {
            Some(found) if found == tag => self.any(),
            Some(_) => Err(self.error(P12ErrorKind::Tag)),
            None => Err(self.error(P12ErrorKind::Truncated)),
        }
    }

    /// The next element when it carries `tag`.
    pub(crate) fn optional(&mut self, tag: u8) -> Result<Option<Element<'a>>, P12Error> {
        if self.peek() == Some(tag) { self.any().map(Some) } else { Ok(None) }
    }

    /// An OCTET STRING, joined when it comes in pieces.
    pub(crate) fn octet_string(&mut self) -> Result<Cow<'a, [u8]>, P12Error> {
        let element = self.any()?;
        match element.tag {
            tag::OCTET_STRING => Ok(Cow::Borrowed(element.contents)),
            tag::OCTET_STRING_IN_PIECES => element.joined().map(Cow::Owned),
            _ => Err(element.error(P12ErrorKind::Tag)),
        }
    }

    /// A non-negative INTEGER; one beyond 64 bits counts as the largest there is.
    pub(crate) fn unsigned(&mut self) -> Result<u64, P12Error> {
        let element = self.expect(tag::INTEGER)?;
        if element.contents.first().is_none_or(|first| *first >= 0x80) {
            return Err(element.error(P12ErrorKind::Value));
        }
        let shift = |value: u64, octet: &u8| match value.checked_mul(256) {
            Some(shifted) => shifted | u64::from(*octet),
            None => u64::MAX,
        };
        Ok(element.contents.iter().fold(0, shift))
    }

    /// The end of the layer.
    pub(crate) const fn finish(&self) -> Result<(), P12Error> {
        if self.is_finished() { Ok(()) } else { Err(self.error(P12ErrorKind::Trailing)) }
    }
}

impl<'a> Element<'a> {
    pub(crate) const fn error(&self, kind: P12ErrorKind) -> P12Error {
        P12Error::new(kind, self.place, self.position)
    }

    /// Reads what is inside.
    pub(crate) fn inside(&self) -> Result<Reader<'a>, P12Error> {
        let depth_left =
            self.depth_left.checked_sub(1).ok_or_else(|| self.error(P12ErrorKind::TooDeep))?;
        Ok(Reader {
            rest: self.contents,
            position: self.contents_position,
            place: self.place,
            depth_left,
        })
    }

    /// What nesting the budget allows inside.
    pub(crate) const fn depth_left(&self) -> usize {
        self.depth_left
    }

    /// The pieces of a constructed string, in order (X.690 §8.7.3).
    pub(crate) fn joined(&self) -> Result<Vec<u8>, P12Error> {
        let mut out = Vec::with_capacity(self.contents.len());
        self.join_into(&mut out)?;
        Ok(out)
    }

    fn join_into(&self, out: &mut Vec<u8>) -> Result<(), P12Error> {
        let mut pieces = self.inside()?;
        while !pieces.is_finished() {
            let piece = pieces.any()?;
            match piece.tag {
                tag::OCTET_STRING => out.extend_from_slice(piece.contents),
                tag::OCTET_STRING_IN_PIECES => piece.join_into(out)?,
                _ => return Err(piece.error(P12ErrorKind::Tag)),
            }
        }
        Ok(())
    }

    /// The element in DER, as far as lengths and pieces go: what readers of DER are given.
    pub(crate) fn der(&self) -> Result<Vec<u8>, P12Error> {
        // Nothing of a key that is DER already shall pass through buffers that are not wiped.
        if self.is_der()? {
            return Ok(self.raw.to_vec());
        }
        if self.tag == tag::OCTET_STRING_IN_PIECES {
            return Ok(igc_x509::encode::octet_string(&self.joined()?));
        }
        if self.tag & 0x20 == 0 {
            return Ok(igc_x509::encode::tlv(self.tag, self.contents));
        }
        let mut contents = Vec::with_capacity(self.contents.len());
        let mut inside = self.inside()?;
        while !inside.is_finished() {
            contents.extend(inside.any()?.der()?);
        }
        Ok(igc_x509::encode::tlv(self.tag, &contents))
    }

    /// Whether all lengths are definite and shortest, and no string is in pieces. High tag numbers are left alone.
    fn is_der(&self) -> Result<bool, P12Error> {
        if self.tag & 0x1f == 0x1f {
            return Ok(true);
        }
        let shortest = match self.contents.len() {
            0x00..=0x7f => 2,
            0x80..=0xff => 3,
            0x100..=0xffff => 4,
            0x1_0000..=0xff_ffff => 5,
            _ => 6,
        };
        if self.raw.len() != self.contents.len().saturating_add(shortest)
            || self.tag == tag::OCTET_STRING_IN_PIECES
        {
            return Ok(false);
        }
        if self.tag & 0x20 != 0 {
            let mut inside = self.inside()?;
            while !inside.is_finished() {
                if !inside.any()?.is_der()? {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }
}

struct Header {
    tag: u8,
    /// Octets of identifier and length.
    len: usize,
    /// `None`: indefinite.
    length: Option<usize>,
}

fn header(bytes: &[u8]) -> Result<Header, P12ErrorKind> {
    let (tag, mut rest) = bytes.split_first().ok_or(P12ErrorKind::Truncated)?;
    if *tag == 0 {
        // End-of-contents stands only where an indefinite length ends.
        return Err(P12ErrorKind::Tag);
    }
    if tag & 0x1f == 0x1f {
        // High tag numbers (X.690 §8.1.2.4) occur in unknown attributes only; four octets are more than anyone uses.
        let more =
            rest.iter().take(4).position(|octet| octet & 0x80 == 0).ok_or(P12ErrorKind::Tag)?;
        rest = rest.get(more.saturating_add(1)..).unwrap_or_default();
    }
    let (first, rest) = rest.split_first().ok_or(P12ErrorKind::Truncated)?;
    let (length, rest) = match first {
        0x00..=0x7f => (Some(usize::from(*first)), rest),
        0x80 if tag & 0x20 != 0 => (None, rest),
        0x81..=0x88 => {
            let (octets, rest) =
                rest.split_at_checked(usize::from(first & 0x0f)).ok_or(P12ErrorKind::Truncated)?;
            let length =
                octets.iter().fold(0u64, |length, octet| (length << 8) | u64::from(*octet));
            (Some(usize::try_from(length).map_err(|_| P12ErrorKind::Length)?), rest)
        }
        _ => return Err(P12ErrorKind::Length),
    };
    Ok(Header { tag: *tag, len: bytes.len().saturating_sub(rest.len()), length })
}

/// Octets before the end-of-contents that closes an indefinite length (X.690 §8.1.5).
fn end_of_contents(bytes: &[u8], depth_left: usize) -> Result<usize, P12ErrorKind> {
    let depth_left = depth_left.checked_sub(1).ok_or(P12ErrorKind::TooDeep)?;
    let mut rest = bytes;
    loop {
        if let [0, 0, ..] = rest {
            return Ok(bytes.len().saturating_sub(rest.len()));
        }
        let header = header(rest)?;
        let after = rest.get(header.len..).unwrap_or_default();
        let length = match header.length {
            Some(length) => length,
            None => end_of_contents(after, depth_left)?.saturating_add(2),
        };
        rest = after.get(length..).ok_or(P12ErrorKind::Truncated)?;
    }
}
