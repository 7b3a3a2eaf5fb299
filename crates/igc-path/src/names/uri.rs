//! Uniform resource identifiers in names (RFC 5280 §4.2.1.6, §4.2.1.10; RFC 3986 §3.2).

use super::dns;

/// The host part of a URI, if it has an authority and the host is a fully qualified domain name.
///
/// RFC 5280 §4.2.1.10: a constraint on URIs refuses a name without such a host.
pub(crate) fn host(uri: &[u8]) -> Option<&[u8]> {
    let colon = uri.iter().position(|octet| *octet == b':')?;
    let (scheme, rest) = uri.split_at(colon);
    let is_scheme = scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|octet| octet.is_ascii_alphanumeric() || b"+-.".contains(octet));
    if !is_scheme {
        return None;
    }
    let authority = rest.strip_prefix(b"://")?;
    let end = authority.iter().position(|octet| b"/?#".contains(octet)).unwrap_or(authority.len());
    let authority = authority.get(..end)?;
    let host = match authority.iter().rposition(|octet| *octet == b'@') {
        Some(at) => authority.get(at..)?.strip_prefix(b"@")?,
        None => authority,
    };
    let host = match host.iter().position(|octet| *octet == b':') {
        Some(colon) => {
            let (host, port) = host.split_at(colon);
            let digits = port.strip_prefix(b":")?;
            digits.iter().all(u8::is_ascii_digit).then_some(host)?
        }
        None => host,
    };
    (dns::is_host_name(host) && host.contains(&b'.')).then_some(host)
}

/// Whether `constraint` is `host` or `.domain` (RFC 5280 §4.2.1.10), or empty.
pub(crate) fn is_constraint(constraint: &[u8]) -> bool {
    constraint.is_empty() || dns::is_host_name(constraint.strip_prefix(b".").unwrap_or(constraint))
}

/// Whether `host` is the constraint's host, or lies below its domain when it begins with a dot.
pub(crate) fn is_within(host: &[u8], constraint: &[u8]) -> bool {
    match constraint.strip_prefix(b".") {
        None if constraint.is_empty() => true,
        None => host.eq_ignore_ascii_case(constraint),
        Some(domain) => host.len() > domain.len() && dns::is_within(host, domain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_and_others_refused() {
        for (uri, expected) in [
            ("http://example.test", "example.test"),
            ("https://user:secret@example.test:8443/path?a@b", "example.test"),
            ("ldap://dir.example.test/cn=a?b", "dir.example.test"),
        ] {
            assert_eq!(host(uri.as_bytes()), Some(expected.as_bytes()), "{uri}");
        }
        for uri in [
            "",
            "example.test",
            "urn:uuid:0",
            "http:/example.test",
            "http://",
            "http://192.0.2.1/",
            "http://[2001:db8::1]/",
            "http://localhost/",
            "1http://example.test",
            "http://a.test:x/",
        ] {
            assert_eq!(host(uri.as_bytes()), None, "{uri}");
        }
    }

    #[test]
    fn a_leading_dot_means_below() {
        assert!(is_within(b"example.test", b"EXAMPLE.test"));
        assert!(!is_within(b"a.example.test", b"example.test"));
        assert!(is_within(b"a.example.test", b".example.test"));
        assert!(is_within(b"a.b.example.test", b".example.test"));
        assert!(!is_within(b"example.test", b".example.test"));
        assert!(!is_within(b"aexample.test", b".example.test"));
        assert!(is_within(b"example.test", b""));
        assert!(
            is_constraint(b".example.test") && !is_constraint(b"..test") && !is_constraint(b"a@b")
        );
    }
}
