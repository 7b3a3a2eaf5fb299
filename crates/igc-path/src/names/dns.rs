//! DNS names (RFC 5280 §4.2.1.6, RFC 1034 §3.5, RFC 1123 §2.1) and their wildcards (RFC 9525 §6.3).

/// Longest name in text, without the final dot (RFC 1035 §2.3.4: 255 octets on the wire).
const LONGEST_NAME_BYTES: usize = 253;
/// Longest label (RFC 1035 §2.3.4).
const LONGEST_LABEL_BYTES: usize = 63;

/// Whether `name` is in the preferred name syntax that RFC 5280 §4.2.1.6 asks for.
///
/// A last label of digits only is refused: such a text is an IPv4 address (RFC 1123 §2.1).
pub(crate) fn is_host_name(name: &[u8]) -> bool {
    name.len() <= LONGEST_NAME_BYTES
        && name.split(|octet| *octet == b'.').all(is_label)
        && name
            .rsplit(|octet| *octet == b'.')
            .next()
            .is_some_and(|last| !last.iter().all(u8::is_ascii_digit))
}

/// Whether `name` is what a certificate may present: a host name, or `*.` and a host name.
pub(crate) fn is_presented_name(name: &[u8]) -> bool {
    is_host_name(name.strip_prefix(b"*.").unwrap_or(name))
}

/// Whether the presented name covers the host `expected` (RFC 9525 §6.3).
///
/// Both must have passed [`is_presented_name`] and [`is_host_name`]. A wildcard stands for exactly
/// one label, the leftmost.
pub(crate) fn covers(presented: &[u8], expected: &[u8]) -> bool {
    match presented.strip_prefix(b"*.") {
        None => presented.eq_ignore_ascii_case(expected),
        Some(parent) => {
            split_first_label(expected).is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(parent))
        }
    }
}

/// Whether `name` lies in the subtree `constraint`: the same name, or labels added on the left
/// (RFC 5280 §4.2.1.10). An empty constraint holds every name.
pub(crate) fn is_within(name: &[u8], constraint: &[u8]) -> bool {
    let Some(extra) = name.len().checked_sub(constraint.len()) else {
        return false;
    };
    let (left, right) = name.split_at(extra);
    right.eq_ignore_ascii_case(constraint)
        && (left.is_empty() || constraint.is_empty() || left.ends_with(b"."))
}

/// Whether some host that the presented name covers lies in the subtree.
///
/// For `*.example.test` against `host.example.test`: the wildcard could stand for that host, so a
/// CA excluded from it must not issue the wildcard either.
pub(crate) fn may_reach(presented: &[u8], constraint: &[u8]) -> bool {
    is_within(presented, constraint)
        || presented.strip_prefix(b"*.").is_some_and(|parent| {
            split_first_label(constraint).is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(parent))
        })
}

fn split_first_label(name: &[u8]) -> Option<(&[u8], &[u8])> {
    let dot = name.iter().position(|octet| *octet == b'.')?;
    let (label, rest) = name.split_at(dot);
    Some((label, rest.strip_prefix(b".")?))
}

fn is_label(label: &[u8]) -> bool {
    let edge = |octet: Option<&u8>| octet.is_some_and(u8::is_ascii_alphanumeric);
    label.len() <= LONGEST_LABEL_BYTES
        && edge(label.first())
        && edge(label.last())
        && label.iter().all(|octet| octet.is_ascii_alphanumeric() || *octet == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_names_are_letters_digits_hyphens_in_labels() {
        let ok =
            ["a", "example.test", "1.example.test", "xn--bcher-kva.test", "a-b.c", "3com.test"];
        for name in ok {
            assert!(is_host_name(name.as_bytes()), "{name}");
        }
        let long_label = format!("{}.test", "a".repeat(64));
        let long_name = ["a".repeat(60).as_str(); 5].join(".");
        for name in [
            "",
            ".",
            "a.",
            ".a",
            "a..b",
            "-a.test",
            "a-.test",
            "foo_bar.test",
            "*.test",
            "a b",
            "8.8.8.8",
            "1",
            "é.test",
            "a\0b",
            &long_label,
            &long_name,
        ] {
            assert!(!is_host_name(name.as_bytes()), "{name:?}");
        }
        assert!(is_host_name("a".repeat(63).as_bytes()));
    }

    #[test]
    fn a_wildcard_is_a_whole_leftmost_label() {
        assert!(is_presented_name(b"*.example.test"));
        for name in ["*", "*.", "a*.example.test", "foo.*.test", "**.test", "*.*.test", "*.8"] {
            assert!(!is_presented_name(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn a_wildcard_covers_exactly_one_label() {
        assert!(covers(b"*.example.test", b"a.EXAMPLE.test"));
        assert!(covers(b"Example.test", b"example.TEST"));
        for expected in ["example.test", "a.b.example.test", "a.example.tes", "aexample.test"] {
            assert!(!covers(b"*.example.test", expected.as_bytes()), "{expected}");
        }
        assert!(!covers(b"example.test", b"a.example.test"));
        assert!(!covers(b"a.example.test", b"example.test"));
    }

    #[test]
    fn a_subtree_grows_to_the_left_by_whole_labels() {
        assert!(is_within(b"example.test", b"example.test"));
        assert!(is_within(b"a.b.EXAMPLE.test", b"example.test"));
        assert!(is_within(b"anything", b""));
        assert!(is_within(b"*.example.test", b"example.test"));
        for name in ["notexample.test", "test", "example.test.a", ""] {
            assert!(!is_within(name.as_bytes(), b"example.test"), "{name}");
        }
    }

    #[test]
    fn a_wildcard_reaches_the_hosts_it_may_stand_for() {
        assert!(may_reach(b"*.example.test", b"bar.example.test"));
        assert!(may_reach(b"*.example.test", b"example.test"));
        assert!(may_reach(b"*.example.test", b"test"));
        assert!(!may_reach(b"*.example.test", b"a.bar.example.test"));
        assert!(!may_reach(b"*.example.test", b"bar.other.test"));
        assert!(!may_reach(b"foo.example.test", b"bar.example.test"));
    }
}
