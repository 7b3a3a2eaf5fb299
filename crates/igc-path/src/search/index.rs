//! Which certificates bear which name, and which names lead to an anchor.

use igc_x509::{Certificate, Name};

use crate::{TrustAnchor, names::key::name_key};

/// Intermediates and anchors by the key of their subject.
#[derive(Debug)]
pub(super) struct Index {
    /// Sorted.
    intermediates: Vec<(u64, usize)>,
    /// Sorted.
    anchors: Vec<(u64, usize)>,
    /// Sorted keys of issuer names from which an anchor can be reached.
    leading: Vec<u64>,
}

impl Index {
    pub(super) fn new(anchors: &[TrustAnchor<'_>], intermediates: &[Certificate<'_>]) -> Self {
        let mut by_anchor: Vec<_> =
            anchors.iter().enumerate().map(|(at, anchor)| (name_key(&anchor.name()), at)).collect();
        by_anchor.sort_unstable();
        let mut by_subject = Vec::new();
        // Sorted by issuer: which subjects an issuer name is found under.
        let mut edges = Vec::new();
        for (at, certificate) in intermediates.iter().enumerate() {
            if is_useless(certificate, at, anchors, intermediates, &by_subject) {
                continue;
            }
            let subject = name_key(&certificate.subject());
            insert_sorted(&mut by_subject, (subject, at));
            edges.push((name_key(&certificate.issuer()), subject));
        }
        edges.sort_unstable();
        edges.dedup();
        let leading = reach(by_anchor.iter().map(|(key, _)| *key), &edges);
        Self { intermediates: by_subject, anchors: by_anchor, leading }
    }

    /// Whether a certificate issued under this name can be in a path to an anchor.
    pub(super) fn leads(&self, issuer: &Name<'_>) -> bool {
        self.leading.binary_search(&name_key(issuer)).is_ok()
    }

    /// The intermediates with this subject.
    pub(super) fn named(&self, name: &Name<'_>, intermediates: &[Certificate<'_>]) -> Vec<usize> {
        same_key(&self.intermediates, name_key(name))
            .filter(|at| intermediates.get(*at).is_some_and(|c| c.subject().matches(name)))
            .collect()
    }

    /// The anchors with this name.
    pub(super) fn anchors_named(&self, name: &Name<'_>, anchors: &[TrustAnchor<'_>]) -> Vec<usize> {
        same_key(&self.anchors, name_key(name))
            .filter(|at| anchors.get(*at).is_some_and(|anchor| anchor.name().matches(name)))
            .collect()
    }
}

/// Given twice, or given as an anchor already.
fn is_useless(
    certificate: &Certificate<'_>,
    at: usize,
    anchors: &[TrustAnchor<'_>],
    intermediates: &[Certificate<'_>],
    by_subject: &[(u64, usize)],
) -> bool {
    let same = |other: &Certificate<'_>| other.der() == certificate.der();
    let key = name_key(&certificate.subject());
    same_key(by_subject, key).any(|other| other != at && intermediates.get(other).is_some_and(same))
        || (certificate.is_self_issued()
            && anchors.iter().filter_map(TrustAnchor::certificate).any(same))
}

fn insert_sorted(list: &mut Vec<(u64, usize)>, entry: (u64, usize)) {
    let at = list.partition_point(|other| *other < entry);
    list.insert(at, entry);
}

fn same_key(list: &[(u64, usize)], key: u64) -> impl Iterator<Item = usize> + '_ {
    let start = list.partition_point(|(other, _)| *other < key);
    list.get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(move |(other, _)| *other == key)
        .map(|(_, at)| *at)
}

/// All names found by going down from the anchors along `edges` (issuer, subject).
fn reach(anchors: impl Iterator<Item = u64>, edges: &[(u64, u64)]) -> Vec<u64> {
    let mut reached = std::collections::BTreeSet::new();
    let mut open: Vec<u64> = anchors.collect();
    while let Some(key) = open.pop() {
        if reached.insert(key) {
            let start = edges.partition_point(|(issuer, _)| *issuer < key);
            let below = edges.get(start..).unwrap_or_default().iter();
            open.extend(
                below.take_while(|(issuer, _)| *issuer == key).map(|(_, subject)| *subject),
            );
        }
    }
    reached.into_iter().collect()
}
