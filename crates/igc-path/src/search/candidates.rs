//! Who may have issued a certificate, the likeliest first (RFC 4158 §3.5).

use core::cmp::Reverse;

use igc_x509::{Certificate, Time};

use super::index::Index;
use crate::TrustAnchor;

/// An issuer to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Candidate {
    /// By position in the list of anchors.
    Anchor(usize),
    /// By position in the list of intermediates.
    Intermediate(usize),
}

/// The candidates, the likeliest last.
pub(super) fn of(
    child: &Certificate<'_>,
    anchors: &[TrustAnchor<'_>],
    intermediates: &[Certificate<'_>],
    index: &Index,
    at: Time,
) -> Vec<Candidate> {
    let issuer = child.issuer();
    if !index.leads(&issuer) {
        return Vec::new();
    }
    let wanted = child.authority_key_identifier().ok().flatten().and_then(|aki| aki.key_identifier);
    let mut ranked = Vec::new();
    for position in index.anchors_named(&issuer, anchors) {
        let certificate = anchors.get(position).and_then(TrustAnchor::certificate);
        ranked.push((rank(Step::Anchor, wanted, certificate, at), Candidate::Anchor(position)));
    }
    for position in index.named(&issuer, intermediates) {
        let Some(certificate) = intermediates.get(position) else { continue };
        if index.leads(&certificate.issuer()) {
            let rank = rank(Step::Intermediate, wanted, Some(certificate), at);
            ranked.push((rank, Candidate::Intermediate(position)));
        }
    }
    ranked.sort_by_key(|(rank, _)| Reverse(*rank));
    ranked.into_iter().map(|(_, candidate)| candidate).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// Ends the path.
    Anchor,
    /// Goes on.
    Intermediate,
}

/// Lower is likelier: an anchor before others, the key identifier asked for before an unknown one
/// before another one, valid before not, recent before old.
fn rank(
    step: Step,
    wanted: Option<&[u8]>,
    certificate: Option<&Certificate<'_>>,
    at: Time,
) -> (Step, u8, bool, Reverse<Option<Time>>) {
    let own = certificate.and_then(|found| found.subject_key_identifier().ok().flatten());
    let key = match (wanted, own) {
        (Some(wanted), Some(own)) if wanted == own => 0,
        (Some(_), Some(_)) => 2,
        _ => 1,
    };
    let validity = certificate.map(Certificate::validity);
    let stale = validity.is_some_and(|validity| !validity.contains(at));
    (step, key, stale, Reverse(validity.map(|validity| validity.not_before)))
}
