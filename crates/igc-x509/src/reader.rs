//! A DER walker: one slice, no copies, positions for errors (X.690 §8, §10, §11).
//!
//! `Reader` keeps what is left to read and where its end lies in the whole input, so a position is
//! only computed when there is an error to report. Nested structures are read by nested readers:
//! nothing here calls itself.

use crate::{Error, ErrorKind, Oid, tag};

/// What remains of a DER structure's contents.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    /// Offset of the end of `rest` in the whole input.
    end: usize,
}

/// One type-length-value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tlv<'a> {
    pub(crate) tag: u8,
    /// Header and contents.
    pub(crate) der: &'a [u8],
    pub(crate) contents: Reader<'a>,
}

impl<'a> Reader<'a> {
    /// Reads `input`, whose first octet lies at `offset` of the whole.
    #[inline]
    pub(crate) const fn new(input: &'a [u8], offset: usize) -> Self {
        Self { rest: input, end: offset.saturating_add(input.len()) }
    }

    /// Reads the one element `input` must consist of.
    pub(crate) fn whole(input: &'a [u8], offset: usize, tag: u8) -> Result<Self, Error> {
        let mut reader = Self::new(input, offset);
        let contents = reader.expect(tag)?;
        reader.finish()?;
        Ok(contents)
    }

    #[inline]
    pub(crate) const fn position(&self) -> usize {
        self.end.saturating_sub(self.rest.len())
    }

    #[inline]
    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Offset of the end of the contents in the whole input.
    #[inline]
    pub(crate) const fn end(&self) -> usize {
        self.end
    }

    /// What is left, unread.
    #[inline]
    pub(crate) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    #[inline]
    pub(crate) const fn error(&self, kind: ErrorKind) -> Error {
        Error::new(kind, self.position())
    }

    #[inline]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// Succeeds at the end of the contents.
    #[inline]
    pub(crate) fn finish(&self) -> Result<(), Error> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.error(ErrorKind::TrailingData)) }
    }

    /// The next element, of whatever type with a single identifier octet.
    #[inline(always)]
    pub(crate) fn any(&mut self) -> Result<Tlv<'a>, Error> {
        match self.peek() {
            // X.690 §8.1.2.4: X.509 has no tag number above 30.
            Some(tag) if tag & 0x1f != 0x1f => self.tlv(tag),
            Some(_) => Err(self.error(ErrorKind::Tag)),
            None => Err(self.error(ErrorKind::Truncated)),
        }
    }

    /// The next element, which must have identifier octet `tag`, with its header.
    #[inline(always)]
    pub(crate) fn tlv(&mut self, tag: u8) -> Result<Tlv<'a>, Error> {
        let before = self.rest;
        let contents = self.expect(tag)?;
        let used = before.len().saturating_sub(self.rest.len());
        let der = before.get(..used).unwrap_or_default();
        Ok(Tlv { tag, der, contents })
    }

    /// The contents of the next element, which must have identifier octet `tag`.
    #[inline(always)]
    pub(crate) fn expect(&mut self, tag: u8) -> Result<Self, Error> {
        let [actual, length, tail @ ..] = self.rest else {
            return Err(self.short(tag));
        };
        if *actual != tag {
            return Err(self.error(ErrorKind::Tag));
        }
        let (length, tail) = if *length < 0x80 {
            (usize::from(*length), tail)
        } else {
            long_length(*length, tail).map_err(|kind| self.error(kind))?
        };
        let Some((contents, rest)) = tail.split_at_checked(length) else {
            return Err(self.error(ErrorKind::Truncated));
        };
        self.rest = rest;
        Ok(Self { rest: contents, end: self.position() })
    }

    #[cold]
    fn short(&self, tag: u8) -> Error {
        match self.peek() {
            Some(actual) if actual != tag => self.error(ErrorKind::Tag),
            _ => self.error(ErrorKind::Truncated),
        }
    }

    /// The contents of the next element if it has identifier octet `tag`.
    #[inline(always)]
    pub(crate) fn optional(&mut self, tag: u8) -> Result<Option<Self>, Error> {
        if self.peek() == Some(tag) { self.expect(tag).map(Some) } else { Ok(None) }
    }

    /// A BOOLEAN (X.690 §11.1).
    #[inline]
    pub(crate) fn boolean(&mut self) -> Result<bool, Error> {
        self.expect(tag::BOOLEAN)?.boolean_contents()
    }

    /// The contents of a BOOLEAN, as under an IMPLICIT tag.
    #[inline]
    pub(crate) fn boolean_contents(&self) -> Result<bool, Error> {
        match self.rest {
            [0x00] => Ok(false),
            [0xff] => Ok(true),
            _ => Err(self.error(ErrorKind::Boolean)),
        }
    }

    /// The contents octets of an INTEGER in its shortest form (X.690 §8.3.2).
    #[inline(always)]
    pub(crate) fn integer(&mut self) -> Result<&'a [u8], Error> {
        self.expect(tag::INTEGER)?.integer_contents()
    }

    /// The contents of an INTEGER or ENUMERATED, as under an IMPLICIT tag.
    #[inline(always)]
    pub(crate) fn integer_contents(&self) -> Result<&'a [u8], Error> {
        match self.rest {
            [] | [0x00, 0x00..=0x7f, ..] | [0xff, 0x80..=0xff, ..] => {
                Err(self.error(ErrorKind::Integer))
            }
            octets => Ok(octets),
        }
    }

    /// The contents of an INTEGER that fits 32 bits and is not negative.
    pub(crate) fn unsigned_contents(&self) -> Result<u32, Error> {
        let octets = self.integer_contents()?;
        let magnitude = match octets {
            [0x00, tail @ ..] => tail,
            [0x80..=0xff, ..] => return Err(self.error(ErrorKind::IntegerRange)),
            octets => octets,
        };
        if magnitude.len() > 4 {
            return Err(self.error(ErrorKind::IntegerRange));
        }
        Ok(magnitude.iter().fold(0, |value, octet| (value << 8) | u32::from(*octet)))
    }

    /// An OBJECT IDENTIFIER (X.690 §8.19).
    #[inline(always)]
    pub(crate) fn oid(&mut self) -> Result<Oid<'a>, Error> {
        // id-at and id-ce: most of what a certificate holds.
        if let [tag::OBJECT_IDENTIFIER, 3, 0x55, 0x00..=0x7f, 0x00..=0x7f, rest @ ..] = self.rest {
            let octets = self.rest.get(2..5).unwrap_or_default();
            self.rest = rest;
            return Ok(Oid::constant(octets));
        }
        self.other_oid()
    }

    fn other_oid(&mut self) -> Result<Oid<'a>, Error> {
        self.expect(tag::OBJECT_IDENTIFIER)?.oid_contents()
    }

    /// Reads `octets` if they come next.
    #[inline(always)]
    pub(crate) fn skip(&mut self, octets: &[u8]) -> bool {
        match self.rest.strip_prefix(octets) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Replaces what is left by a tail of it.
    #[inline(always)]
    pub(crate) const fn advance_to(&mut self, rest: &'a [u8]) {
        self.rest = rest;
    }

    /// The contents of an OBJECT IDENTIFIER, as under an IMPLICIT tag.
    #[inline]
    pub(crate) fn oid_contents(&self) -> Result<Oid<'a>, Error> {
        Oid::checked(self.rest).ok_or_else(|| self.error(ErrorKind::Oid))
    }

    /// A BIT STRING that holds whole octets, as keys and signatures do.
    #[inline(always)]
    pub(crate) fn octet_aligned_bits(&mut self) -> Result<&'a [u8], Error> {
        let contents = self.expect(tag::BIT_STRING)?;
        match contents.rest {
            [0, octets @ ..] => Ok(octets),
            _ => Err(contents.error(ErrorKind::BitString)),
        }
    }

    /// The octets of a BIT STRING's contents and how many of the last one's bits are unused.
    pub(crate) fn bits_contents(&self) -> Result<(&'a [u8], u8), Error> {
        match self.rest {
            [0] => Ok((&[], 0)),
            // X.690 §11.2.1: unused bits are zero.
            [unused @ 0..=7, octets @ ..]
                if octets
                    .last()
                    .is_some_and(|last| last.trailing_zeros() >= u32::from(*unused)) =>
            {
                Ok((octets, *unused))
            }
            _ => Err(self.error(ErrorKind::BitString)),
        }
    }
}

/// A length in the long form: `first` says how many octets follow (X.690 §8.1.3.5, §10.1).
#[inline]
fn long_length(first: u8, tail: &[u8]) -> Result<(usize, &[u8]), ErrorKind> {
    match (first, tail) {
        // The two lengths certificates are full of.
        (0x82, [a @ 1..=0xff, b, tail @ ..]) => {
            Ok((usize::from(u16::from_be_bytes([*a, *b])), tail))
        }
        (0x81, [a @ 0x80..=0xff, tail @ ..]) => Ok((usize::from(*a), tail)),
        _ => other_length(first, tail),
    }
}

#[cold]
fn other_length(first: u8, tail: &[u8]) -> Result<(usize, &[u8]), ErrorKind> {
    let (length, tail) = match (first, tail) {
        (0x83, [a @ 1..=0xff, b, c, tail @ ..]) => (u32::from_be_bytes([0, *a, *b, *c]), tail),
        (0x84, [a @ 1..=0xff, b, c, d, tail @ ..]) => (u32::from_be_bytes([*a, *b, *c, *d]), tail),
        (0x80, _) => return Err(ErrorKind::LengthIndefinite),
        (0x81, [0..=0x7f, ..])
        | (0x82, [0, _, ..])
        | (0x83, [0, _, _, ..])
        | (0x84, [0, _, _, _, ..]) => return Err(ErrorKind::LengthNotMinimal),
        (0x81..=0x84, _) => return Err(ErrorKind::Truncated),
        _ => return Err(ErrorKind::LengthTooLarge),
    };
    Ok((usize::try_from(length).map_err(|_| ErrorKind::LengthTooLarge)?, tail))
}
