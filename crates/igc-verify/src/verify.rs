//! Joining path and revocation.

use igc_crypto::SignatureVerifier;
use igc_path::{CertificationPath, PathBuilder, PathErrorKind, PathFailure, Place};
use igc_revocation::{CertStatus, CrlAnswer};
use igc_x509::Certificate;

use crate::{
    Decision, Finding, OnUnknown, Request, Revocation, Severity, Verdict,
    hint::hints,
    revocation::{Outcome, outcome, statuses},
};

/// Judges a certificate on the evidence of the request.
///
/// Paths are tried until one is accepted with no certificate revoked; among paths that lack
/// evidence on revocation the first is kept for the answer.
pub fn verify<'a>(request: &Request<'a>, verifier: &'a dyn SignatureVerifier) -> Verdict<'a> {
    let builder =
        PathBuilder::new(request.anchors, request.intermediates, request.policy, verifier);
    let mut refused: Option<(Outcome, CertificationPath<'a>, Vec<CrlAnswer>)> = None;
    let mut accepted = Vec::new();
    let found = builder.build_where(&request.end_entity, |path| {
        let answers = statuses(path, request, verifier);
        let outcome = outcome(&answers, &request.revocation);
        if outcome == Outcome::Accepted {
            accepted = answers;
            return true;
        }
        if refused.as_ref().is_none_or(|(kept, ..)| outcome < *kept) {
            refused = Some((outcome, path.clone(), answers));
        }
        false
    });
    match (found, refused) {
        (Ok(path), _) => decide(Decision::Accepted, path, accepted, request, None),
        (Err(failure), Some((outcome, path, answers))) => {
            let decision = match outcome {
                Outcome::Revoked => Decision::Rejected,
                Outcome::Undetermined | Outcome::Accepted => Decision::Undetermined,
            };
            decide(decision, path, answers, request, Some(failure))
        }
        (Err(failure), None) => reject(failure, request),
    }
}

/// A verdict on a path that §6.1 accepted.
fn decide<'a>(
    decision: Decision,
    path: CertificationPath<'a>,
    statuses: Vec<CrlAnswer>,
    request: &Request<'a>,
    failure: Option<PathFailure>,
) -> Verdict<'a> {
    let mut findings: Vec<_> = statuses
        .iter()
        .enumerate()
        .filter(|(_, answer)| answer.status != CertStatus::Good)
        .map(|(index, answer)| {
            let certificate = path.certificates().get(index).copied();
            status_finding(index, certificate, answer, request)
        })
        .collect();
    findings.sort_by_key(|finding| finding.severity);
    findings.extend(legacy_notice(request));
    let path = (decision != Decision::Rejected).then_some(path);
    Verdict { decision, path, findings, failure, statuses }
}

/// A verdict when no path was accepted.
fn reject<'a>(failure: PathFailure, request: &Request<'a>) -> Verdict<'a> {
    let places = failure.attempts().first().map_or(&[][..], |attempt| &attempt.places);
    let findings = failure
        .errors()
        .iter()
        .map(|error| {
            let place = places.get(error.index).copied();
            Finding {
                code: error.code(),
                severity: Severity::Error,
                index: error.index,
                place,
                certificate: place.and_then(|place| certificate_at(place, request)),
                rule: error.kind.rule(),
                detail: error.kind.to_string(),
                hints: hints(&error.kind),
                path_error: Some(error.clone()),
                status: None,
            }
        })
        .collect();
    Verdict {
        decision: Decision::Rejected,
        path: None,
        findings,
        failure: Some(failure),
        statuses: Vec::new(),
    }
}

fn certificate_at<'a>(place: Place, request: &Request<'a>) -> Option<Certificate<'a>> {
    match place {
        Place::EndEntity => Some(request.end_entity),
        Place::Intermediate(position) => request.intermediates.get(position).copied(),
        Place::Anchor(position) => request.anchors.get(position)?.certificate().copied(),
    }
}

fn status_finding<'a>(
    index: usize,
    certificate: Option<Certificate<'a>>,
    answer: &CrlAnswer,
    request: &Request<'a>,
) -> Finding<'a> {
    let soft = matches!(
        request.revocation,
        Revocation::Crl { on_unknown: OnUnknown::AcceptAndReport, .. }
    );
    let (severity, rule) = match &answer.status {
        CertStatus::Unknown { why } if soft => (Severity::Notice, why.rule()),
        CertStatus::Unknown { why } => (Severity::Undetermined, why.rule()),
        _ => (Severity::Error, PathErrorKind::RefusedByCaller.rule()),
    };
    Finding {
        code: answer.status.code(),
        severity,
        index,
        place: certificate.and_then(|certificate| place_of(&certificate, request)),
        certificate,
        rule,
        detail: answer.status.to_string(),
        hints: Vec::new(),
        path_error: None,
        status: Some(answer.status.clone()),
    }
}

fn place_of(certificate: &Certificate<'_>, request: &Request<'_>) -> Option<Place> {
    if certificate.der() == request.end_entity.der() {
        return Some(Place::EndEntity);
    }
    request
        .intermediates
        .iter()
        .position(|other| other.der() == certificate.der())
        .map(Place::Intermediate)
}

/// The legacy profile is never silent.
fn legacy_notice<'a>(request: &Request<'a>) -> Option<Finding<'a>> {
    (request.policy.profile().name() == "igc-legacy").then(|| Finding {
        code: "verify.legacy-profile",
        severity: Severity::Notice,
        index: 0,
        place: Some(Place::EndEntity),
        certificate: Some(request.end_entity),
        rule: "IGC-CPS2bis certificate profiles",
        detail: "judged under the legacy profile, which accepts SHA-1 and keys of 1024 bits".into(),
        hints: Vec::new(),
        path_error: None,
        status: None,
    })
}
