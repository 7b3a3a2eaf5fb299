//! Mail addresses as Rfc822Name (RFC 5280 §4.2.1.6, §4.2.1.10, §7.5; RFC 2821 §4.1.2).

use super::dns;

/// A mailbox in its two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mailbox<'a> {
    local: &'a [u8],
    host: &'a [u8],
}

impl<'a> Mailbox<'a> {
    /// Splits `local@host`. A quoted local part is refused: nothing issues one, and two quoted
    /// forms of one mailbox would not compare equal.
    pub(crate) fn parse(text: &'a [u8]) -> Option<Self> {
        let at = text.iter().position(|octet| *octet == b'@')?;
        let (local, rest) = text.split_at(at);
        let host = rest.strip_prefix(b"@")?;
        (is_dot_string(local) && dns::is_host_name(host)).then_some(Self { local, host })
    }

    /// The same mailbox: local parts octet by octet, hosts without regard to case (RFC 5280 §7.5).
    pub(crate) fn is_same(&self, other: &Mailbox<'_>) -> bool {
        self.local == other.local && self.host.eq_ignore_ascii_case(other.host)
    }
}

/// One form of a Rfc822Name constraint (RFC 5280 §4.2.1.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subtree<'a> {
    /// `user@host`: this mailbox only.
    Mailbox(Mailbox<'a>),
    /// `host`: all mailboxes on this host.
    Host(&'a [u8]),
    /// `.domain`: all mailboxes on hosts below this domain, not on the domain itself.
    Below(&'a [u8]),
    /// Empty: every mailbox.
    All,
}

impl<'a> Subtree<'a> {
    pub(crate) fn parse(text: &'a [u8]) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::All);
        }
        if let Some(domain) = text.strip_prefix(b".") {
            return dns::is_host_name(domain).then_some(Self::Below(domain));
        }
        if text.contains(&b'@') {
            return Mailbox::parse(text).map(Self::Mailbox);
        }
        dns::is_host_name(text).then_some(Self::Host(text))
    }

    pub(crate) fn holds(&self, mailbox: &Mailbox<'_>) -> bool {
        match self {
            Self::Mailbox(own) => own.is_same(mailbox),
            Self::Host(host) => host.eq_ignore_ascii_case(mailbox.host),
            Self::Below(domain) => {
                mailbox.host.len() > domain.len() && dns::is_within(mailbox.host, domain)
            }
            Self::All => true,
        }
    }
}

/// `Dot-string` of RFC 2821 §4.1.2: atoms joined by dots.
fn is_dot_string(local: &[u8]) -> bool {
    const SPECIAL: &[u8] = b"!#$%&'*+-/=?^_`{|}~";
    // RFC 2821 §4.5.3.1.
    local.len() <= 64
        && local.split(|octet| *octet == b'.').all(|atom| {
            !atom.is_empty()
                && atom.iter().all(|octet| octet.is_ascii_alphanumeric() || SPECIAL.contains(octet))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(subtree: &str, mailbox: &str) -> bool {
        Subtree::parse(subtree.as_bytes())
            .unwrap()
            .holds(&Mailbox::parse(mailbox.as_bytes()).unwrap())
    }

    #[test]
    fn malformed_mailboxes_are_refused() {
        for text in
            ["", "@", "a@", "@a", "a@b@c.test", "a b@c.test", ".a@c.test", "a@.c", "é@c.test"]
        {
            assert_eq!(Mailbox::parse(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn malformed_subtrees_are_refused() {
        for text in ["invalid@invalid@example.test", "a@", ".", "..a", "a..b", "@a"] {
            assert_eq!(Subtree::parse(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn the_four_forms() {
        assert!(holds("foo@example.test", "foo@EXAMPLE.test"));
        assert!(!holds("foo@example.test", "Foo@example.test"));
        assert!(!holds("foo@example.test", "foo@a.example.test"));
        assert!(holds("example.test", "foo@example.test"));
        assert!(!holds("example.test", "foo@a.example.test"));
        assert!(holds(".example.test", "foo@a.example.test"));
        assert!(holds(".example.test", "foo@a.b.example.test"));
        assert!(!holds(".example.test", "foo@example.test"));
        assert!(!holds(".example.test", "foo@aexample.test"));
        assert!(holds("", "foo@example.test"));
    }

    #[test]
    fn an_asterisk_is_a_letter_like_others() {
        assert!(holds("*@example.test", "*@example.test"));
        assert!(!holds("*@example.test", "user@example.test"));
        assert!(holds("user*@example.test", "user*@example.test"));
    }
}
