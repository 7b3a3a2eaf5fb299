//! Which certificate belongs to which key, and who issued it.

use std::collections::{BTreeSet, HashMap};

use igc_x509::Certificate;

use crate::opened::{CertificateEntry, Identity, KeyEntry, PairedBy};
use crate::warning::Warning;

/// Pairs each key by `localKeyID`, confirmed by the public key; else by the public key. Never by order.
pub(crate) fn pair(
    keys: &[KeyEntry],
    certificates: &[CertificateEntry],
    warnings: &mut Vec<Warning>,
) -> Vec<Identity> {
    let index = Index::new(certificates, warnings);
    let mut identities = Vec::new();
    for (key, entry) in keys.iter().enumerate() {
        match index.find(entry, key, warnings) {
            Some((certificate, paired_by)) => {
                let chain = index.chain(certificate);
                identities.push(Identity { key, certificate, chain, paired_by });
            }
            None => warnings.push(Warning::KeyWithoutCertificate { key }),
        }
    }
    identities
}

/// The certificates by what one looks for.
struct Index<'a> {
    parsed: Vec<Option<Certificate<'a>>>,
    by_local_key_id: HashMap<&'a [u8], Vec<usize>>,
    by_public_key: HashMap<&'a [u8], Vec<usize>>,
    by_subject: HashMap<&'a [u8], Vec<usize>>,
}

impl<'a> Index<'a> {
    fn new(certificates: &'a [CertificateEntry], warnings: &mut Vec<Warning>) -> Self {
        let mut index = Self {
            parsed: Vec::with_capacity(certificates.len()),
            by_local_key_id: HashMap::new(),
            by_public_key: HashMap::new(),
            by_subject: HashMap::new(),
        };
        for (at, entry) in certificates.iter().enumerate() {
            if let Some(id) = entry.attributes.local_key_id() {
                index.by_local_key_id.entry(id).or_default().push(at);
            }
            let parsed = Certificate::parse(&entry.der).ok();
            match &parsed {
                Some(certificate) => {
                    let public_key = certificate.public_key().subject_public_key;
                    index.by_public_key.entry(public_key).or_default().push(at);
                    index.by_subject.entry(certificate.subject().der()).or_default().push(at);
                }
                None => warnings.push(Warning::UnreadableCertificate { certificate: at }),
            }
            index.parsed.push(parsed);
        }
        index
    }

    fn find(
        &self,
        key: &KeyEntry,
        at: usize,
        warnings: &mut Vec<Warning>,
    ) -> Option<(usize, PairedBy)> {
        let marked = key.attributes.local_key_id().and_then(|id| self.by_local_key_id.get(id));
        let same_key =
            key.public_key.as_deref().map(|public_key| self.by_public_key.get(public_key));
        match (marked, same_key) {
            (Some(marked), Some(same_key)) => {
                let same_key = same_key.map(Vec::as_slice).unwrap_or_default();
                if let Some(both) = marked.iter().find(|index| same_key.contains(index)) {
                    return Some((*both, PairedBy::LocalKeyIdAndPublicKey));
                }
                // A certificate that cannot be read cannot contradict.
                if let Some(unread) =
                    marked.iter().find(|index| matches!(self.parsed.get(**index), Some(None)))
                {
                    return Some((*unread, PairedBy::LocalKeyId));
                }
                warnings.push(Warning::LocalKeyIdMismatch { key: at });
                same_key.first().map(|index| (*index, PairedBy::PublicKey))
            }
            (Some(marked), None) => marked.first().map(|index| (*index, PairedBy::LocalKeyId)),
            (None, Some(same_key)) => same_key?.first().map(|index| (*index, PairedBy::PublicKey)),
            (None, None) => None,
        }
    }

    /// From the issuer of `certificate` upwards, as far as the file goes.
    fn chain(&self, certificate: usize) -> Vec<usize> {
        let mut seen = BTreeSet::from([certificate]);
        let mut chain = Vec::new();
        let mut current = certificate;
        while chain.len() < MAX_CHAIN {
            let Some(Some(child)) = self.parsed.get(current) else { break };
            if child.is_self_issued() {
                break;
            }
            let candidates =
                self.by_subject.get(child.issuer().der()).map(Vec::as_slice).unwrap_or_default();
            let fresh = |wanted: Link| {
                candidates.iter().copied().find(|index| {
                    let issuer = self.parsed.get(*index).and_then(Option::as_ref);
                    !seen.contains(index)
                        && issuer.is_some_and(|issuer| link(child, issuer) == wanted)
                })
            };
            // Of several with the name, the one whose key the child names (RFC 5280 §4.2.1.1); never one it contradicts.
            let Some(issuer) = fresh(Link::Confirmed).or_else(|| fresh(Link::Open)) else { break };
            seen.insert(issuer);
            chain.push(issuer);
            current = issuer;
        }
        chain
    }
}

/// What the key identifiers say about a possible issuer.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// The child's authorityKeyIdentifier is the issuer's subjectKeyIdentifier.
    Confirmed,
    /// One of the two is absent.
    Open,
    /// They differ.
    Contradicted,
}

fn link(child: &Certificate<'_>, issuer: &Certificate<'_>) -> Link {
    let authority = child
        .extensions()
        .authority_key_identifier()
        .ok()
        .flatten()
        .and_then(|id| id.key_identifier);
    let subject = issuer.extensions().subject_key_identifier().ok().flatten();
    match (authority, subject) {
        (Some(authority), Some(subject)) if authority == subject => Link::Confirmed,
        (Some(_), Some(_)) => Link::Contradicted,
        _ => Link::Open,
    }
}

/// Longer chains than this do not exist; a hostile file shall not make us walk them for each of its keys.
const MAX_CHAIN: usize = 16;
