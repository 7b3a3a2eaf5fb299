//! Files that hold certificates: each must be found, read, and be the one the manifest names.

use igc_testkit::Entry;
use igc_x509::{
    Certificate,
    input::{self, InputKind},
    pem,
    pkcs7::SignedData,
};

use super::{Difference, Fields, more, sha256, unreadable};

/// PEM of any number of blocks, PKCS#7 in PEM or DER.
pub(super) fn file(entry: &Entry, octets: &[u8]) -> Result<(), Difference> {
    let mut found = Vec::new();
    for item in input::read_any(octets).map_err(|error| unreadable(&error))? {
        match item.kind {
            InputKind::Certificate => found.push(item.contents.into_owned()),
            InputKind::Pkcs7 => {
                let bag = SignedData::parse(&item.contents).map_err(|error| unreadable(&error))?;
                found.extend(bag.certificates().map(<[u8]>::to_vec));
            }
            other => {
                let why = "the file holds something else beside certificates";
                return Err(Difference::new("certificates", other.name(), why));
            }
        }
    }
    compare(entry, &found)
}

/// A Java key store. Its trusted certificates lie in clear; this reads no more than that (a reader for users is to come).
pub(super) fn jks(entry: &Entry, octets: &[u8]) -> Result<(), Difference> {
    let items = input::read_any(octets).map_err(|error| unreadable(&error))?;
    if items.iter().any(|item| item.kind != InputKind::Jks) {
        return Err(Difference::new("jks", "another kind", "not recognised by its content"));
    }
    let entries = trusted_entries(octets)
        .ok_or_else(|| unreadable(&"no JKS of trusted certificates only"))?;
    let aliases: Vec<_> = entries.iter().map(|(alias, _)| alias.clone()).collect();
    let certificates: Vec<_> = entries.into_iter().map(|(_, certificate)| certificate).collect();
    let mut fields = Fields::default();
    fields.compare("aliases", &strings(entry, "alias"), &aliases);
    fields.finish()?;
    compare(entry, &certificates)
}

/// A signed XML document: the certificates in its `X509Certificate` elements.
pub(super) fn xml(entry: &Entry, octets: &[u8]) -> Result<(), Difference> {
    let text = core::str::from_utf8(octets).map_err(|error| unreadable(&error))?;
    let mut found = Vec::new();
    for content in elements(text, "X509Certificate") {
        let base64: String =
            content.replace("&#13;", "").replace("&#xD;", "").split_whitespace().collect();
        let armoured =
            format!("-----BEGIN CERTIFICATE-----\n{base64}\n-----END CERTIFICATE-----\n");
        // A template's placeholder is no certificate; a missing one shows in the comparison.
        found.extend(pem::blocks(armoured.as_bytes()).flatten().map(|block| block.contents));
    }
    compare(entry, &found)
}

fn compare(entry: &Entry, found: &[Vec<u8>]) -> Result<(), Difference> {
    for der in found {
        Certificate::parse(der)
            .and_then(|certificate| certificate.check())
            .map_err(|error| unreadable(&error))?;
    }
    let mut fields = Fields::default();
    let digests = found.iter().map(|der| sha256(der)).collect();
    fields.compare("certs", &strings(entry, "sha256"), &digests);
    fields.finish()
}

/// One member of each object in the manifest's `certs`.
fn strings(entry: &Entry, member: &str) -> Vec<String> {
    let listed = more(entry, "certs").and_then(|certs| certs.as_array()).into_iter().flatten();
    listed.filter_map(|cert| cert.get(member)?.as_str()).map(str::to_owned).collect()
}

/// The contents of all elements of that local name that hold text only.
fn elements<'t>(text: &'t str, name: &'t str) -> impl Iterator<Item = &'t str> {
    text.split('<')
        .filter_map(move |piece| {
            let (tag, content) = piece.split_once('>')?;
            let qualified = tag.split_whitespace().next()?;
            (qualified == name || qualified.rsplit(':').next() == Some(name)).then_some(content)
        })
        // A closing tag begins with a slash and so has another local name only when prefixed.
        .filter(|content| !content.trim().is_empty())
}

/// Alias and certificate of each entry; `None` when the store holds keys or is damaged.
///
/// Big-endian: magic, version, count, then per entry a tag, an alias, a date, a certificate type and the certificate.
fn trusted_entries(store: &[u8]) -> Option<Vec<(String, Vec<u8>)>> {
    const MAGIC: u32 = 0xFEED_FEED;
    const TRUSTED_CERTIFICATE: u32 = 2;
    let mut rest = store;
    let (magic, version, count) = (word(&mut rest)?, word(&mut rest)?, word(&mut rest)?);
    if magic != MAGIC || !(1..=2).contains(&version) {
        return None;
    }
    let mut entries = Vec::new();
    for _ in 0..count {
        if word(&mut rest)? != TRUSTED_CERTIFICATE {
            return None;
        }
        let alias = text(&mut rest)?;
        take(&mut rest, 8)?;
        if version == 2 && text(&mut rest)? != "X.509" {
            return None;
        }
        let length = usize::try_from(word(&mut rest)?).ok()?;
        entries.push((alias, take(&mut rest, length)?.to_vec()));
    }
    Some(entries)
}

fn take<'s>(rest: &mut &'s [u8], length: usize) -> Option<&'s [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

fn word(rest: &mut &[u8]) -> Option<u32> {
    Some(u32::from_be_bytes(take(rest, 4)?.try_into().ok()?))
}

fn text(rest: &mut &[u8]) -> Option<String> {
    let length = u16::from_be_bytes(take(rest, 2)?.try_into().ok()?);
    String::from_utf8(take(rest, length.into())?.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_under_any_prefix() {
        let text = "<a><ds:X509Certificate Id='x'>AA==</ds:X509Certificate><X509Certificate>BB\n</X509Certificate></a>";
        assert_eq!(elements(text, "X509Certificate").collect::<Vec<_>>(), ["AA==", "BB\n"]);
    }

    #[test]
    fn a_store_is_read_to_its_count_and_not_beyond_its_end() {
        let mut store =
            [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 1, b'a'].to_vec();
        store.extend([0; 8]);
        store.extend([0, 5]);
        store.extend(b"X.509");
        store.extend([0, 0, 0, 2, 1, 2]);
        assert_eq!(trusted_entries(&store), Some(vec![("a".to_owned(), vec![1, 2])]));
        assert_eq!(trusted_entries(&store[..store.len() - 1]), None);
    }
}
