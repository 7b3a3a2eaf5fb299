//! When two names are the same (RFC 5280 §7.1, RFC 4518).

use super::{Attribute, Name, Rdn, StringKind};
use core::iter::Peekable;

/// Attributes of one RDN beyond which sets are no longer compared as sets: real ones have three.
const MAX_ATTRIBUTES: usize = 32;

pub(super) fn names(a: &Name<'_>, b: &Name<'_>) -> bool {
    // The usual case: a CA copies its own subject octet by octet.
    if a.der() == b.der() {
        return true;
    }
    let (mut a, mut b) = (a.rdns(), b.rdns());
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if rdns(&a, &b) => {}
            _ => return false,
        }
    }
}

pub(super) fn is_prefix(base: &Name<'_>, name: &Name<'_>) -> bool {
    let mut rest = name.rdns();
    base.rdns().all(|rdn| rest.next().is_some_and(|other| rdns(&rdn, &other)))
}

/// Sets of attributes: each of `a` has its own partner in `b`, and none of `b` is left.
pub(super) fn rdns(a: &Rdn<'_>, b: &Rdn<'_>) -> bool {
    if a.contents() == b.contents() {
        return true;
    }
    let count = a.attributes().take(MAX_ATTRIBUTES.saturating_add(1)).count();
    if count > MAX_ATTRIBUTES
        || count != b.attributes().take(MAX_ATTRIBUTES.saturating_add(1)).count()
    {
        return false;
    }
    // One bit for each attribute of `b` that has its partner.
    let mut taken = 0_u64;
    a.attributes().all(|attribute| {
        let mut bit = 1_u64;
        b.attributes().any(|other| {
            let free = taken & bit == 0 && attributes(&attribute, &other);
            if free {
                taken |= bit;
            }
            bit <<= 1;
            free
        })
    })
}

fn attributes(a: &Attribute<'_>, b: &Attribute<'_>) -> bool {
    if a.oid != b.oid {
        return false;
    }
    if a.value == b.value {
        return true;
    }
    if !(is_folded(a) && is_folded(b)) {
        return false;
    }
    match (a.text(), b.text()) {
        (Ok(a), Ok(b)) => folded(&a).eq(folded(&b)),
        _ => false,
    }
}

/// The types whose values compare as text. TeletexString has no single meaning: it does not.
fn is_folded(attribute: &Attribute<'_>) -> bool {
    attribute.kind().is_some_and(|kind| kind != StringKind::Teletex)
}

/// Lower case, no white space at the ends, one space for each run inside (RFC 4518 §2.2, §2.6.1).
fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    Squeezed { chars: text.trim().chars().peekable() }.flat_map(char::to_lowercase)
}

struct Squeezed<I: Iterator<Item = char>> {
    chars: Peekable<I>,
}

impl<I: Iterator<Item = char>> Iterator for Squeezed<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let c = self.chars.next()?;
        if !c.is_whitespace() {
            return Some(c);
        }
        while self.chars.next_if(|c| c.is_whitespace()).is_some() {}
        Some(' ')
    }
}
