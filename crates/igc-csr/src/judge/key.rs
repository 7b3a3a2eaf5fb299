//! The key: its kind, its size, and whether anyone can break it.

use igc_catalogue::{Status, key_rules, rsa_bits};
use igc_crypto::weak::{Weakness, weaknesses};
use igc_x509::{CertificationRequest, SubjectPublicKeyInfo, oid};

use crate::finding::{Finding, FindingKind};

const FIELD: &str = "publicKey";

pub(super) fn judge(
    csr: &CertificationRequest<'_>,
    given: Option<SubjectPublicKeyInfo<'_>>,
    findings: &mut Vec<Finding>,
) {
    let key = csr.public_key();
    if given.is_some_and(|given| !same_key(&given, &key)) {
        findings.push(Finding::new(FindingKind::KeyMismatch, FIELD));
    }
    // A PSS-only key cannot do what the profile says: its algorithm limits it to signatures (RFC 4055 §1.2).
    if key.algorithm.oid != oid::RSA_ENCRYPTION {
        findings.push(Finding::new(FindingKind::KeyKind, FIELD).expecting(seen()));
        return;
    }
    let parameters_are_null = key.algorithm.parameters.is_some_and(|any| any.is_null());
    let (Ok(Some(rsa)), Ok(weaknesses), true) = (key.rsa(), weaknesses(&key), parameters_are_null)
    else {
        findings.push(Finding::new(FindingKind::KeyMalformed, FIELD));
        return;
    };
    let untaken = !rsa_bits().contains(&rsa.bits());
    let mut kinds: Vec<_> = untaken.then_some(FindingKind::KeySize).into_iter().collect();
    kinds.extend(weaknesses.iter().filter_map(kind));
    kinds.dedup();
    findings.extend(kinds.into_iter().map(|kind| Finding::new(kind, FIELD).expecting(seen())));
    let observed = |rule: &&igc_catalogue::KeyRule| rule.provenance.status == Status::Observed;
    let largest = key_rules().iter().filter(observed).map(|rule| usize::from(rule.bits)).max();
    if !untaken && largest.is_some_and(|largest| rsa.bits() > largest) {
        findings.push(Finding::new(FindingKind::KeyOversize, FIELD).expecting(seen()));
    }
}

const fn kind(weakness: &Weakness) -> Option<FindingKind> {
    match weakness {
        // The catalogue's limits are narrower.
        Weakness::ShortModulus { .. } | Weakness::LongModulus { .. } => None,
        Weakness::InvalidExponent | Weakness::SmallExponent { .. } => {
            Some(FindingKind::KeyExponent)
        }
        // Whatever else the list learns is a break.
        _ => Some(FindingKind::KeyWeak),
    }
}

/// The kind of key certificates were seen with.
fn seen() -> String {
    let observed = key_rules().iter().find(|rule| rule.provenance.status == Status::Observed);
    observed.map(|rule| format!("{} {}", rule.algorithm, rule.bits)).unwrap_or_default()
}

/// The same key, however the usage of an RSA key is named.
fn same_key(a: &SubjectPublicKeyInfo<'_>, b: &SubjectPublicKeyInfo<'_>) -> bool {
    match (a.rsa(), b.rsa()) {
        (Ok(Some(a)), Ok(Some(b))) => a == b,
        _ => a.der() == b.der(),
    }
}
