//! A key for a name: names that are the same by RFC 5280 §7.1 have the same key.
//!
//! It only narrows a search; [`Name::matches`] decides.

use igc_x509::{Attribute, Name, StringKind};

/// Folds a name into 64 bits (FNV-1a). Not against collisions made on purpose: those cost
/// comparisons, which are budgeted.
pub(crate) fn name_key(name: &Name<'_>) -> u64 {
    name.rdns().fold(OFFSET, |key, rdn| {
        // A set: the order of its elements does not count.
        let set = rdn.attributes().map(|a| attribute_key(&a)).fold(0_u64, u64::wrapping_add);
        set.to_be_bytes().iter().fold(key, |key, octet| step(key, *octet))
    })
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

const fn step(key: u64, octet: u8) -> u64 {
    #[expect(clippy::as_conversions, reason = "widening in a const fn")]
    let octet = octet as u64;
    (key ^ octet).wrapping_mul(PRIME)
}

fn attribute_key(attribute: &Attribute<'_>) -> u64 {
    let key = attribute.oid.as_bytes().iter().fold(OFFSET, |key, octet| step(key, *octet));
    let folded = attribute.kind().is_some_and(|kind| kind != StringKind::Teletex);
    match attribute.text() {
        Ok(text) if folded => text
            .chars()
            .filter(|c| !c.is_whitespace())
            .flat_map(char::to_lowercase)
            .fold(key, |key, c| {
                u32::from(c).to_be_bytes().iter().fold(key, |key, o| step(key, *o))
            }),
        _ => attribute.value.contents().iter().fold(key, |key, octet| step(key, *octet)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use igc_x509::{NameBuf, oid};
    use proptest::prelude::*;

    fn name(kind: StringKind, cn: &str) -> Option<NameBuf> {
        NameBuf::new()
            .attribute(oid::ID_AT_COUNTRY_NAME, StringKind::Printable, "FR")
            .and_then(|name| name.attribute(oid::ID_AT_COMMON_NAME, kind, cn))
            .ok()
    }

    proptest! {
        #[test]
        fn names_that_match_have_the_same_key(
            a in "[ a-cA-CéÉK]{0,6}", b in "[ a-cA-CéÉK]{0,6}",
            kinds in prop::array::uniform2(prop::sample::select(vec![
                StringKind::Printable, StringKind::Utf8, StringKind::Bmp, StringKind::Teletex,
            ])),
        ) {
            if let (Some(a), Some(b)) = (name(kinds[0], &a), name(kinds[1], &b))
                && a.as_name().matches(&b.as_name())
            {
                prop_assert_eq!(name_key(&a.as_name()), name_key(&b.as_name()));
            }
        }
    }

    #[test]
    fn case_and_spaces_do_not_count_and_letters_do() {
        let key = |text: &str| name_key(&name(StringKind::Utf8, text).unwrap().as_name());
        assert_eq!(key("Ac Test"), key(" aC  tEST "));
        assert_ne!(key("Ac Test"), key("Ac Tesu"));
    }
}
