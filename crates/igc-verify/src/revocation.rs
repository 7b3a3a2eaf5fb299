//! Statuses of the certificates of a path.

use igc_crypto::SignatureVerifier;
use igc_path::{CertificationPath, TrustAnchor};
use igc_revocation::{CertStatus, CrlAnswer, CrlIssuer, crl_status};

use crate::{Depth, OnUnknown, Request, Revocation};

/// The statuses asked for, end entity first. RFC 5280 §6.1.3 (a)(3).
pub(crate) fn statuses<'a>(
    path: &CertificationPath<'a>,
    request: &Request<'a>,
    verifier: &dyn SignatureVerifier,
) -> Vec<CrlAnswer> {
    let Revocation::Crl { policy, depth, .. } = &request.revocation else { return Vec::new() };
    let count = match depth {
        Depth::EndEntity => 1,
        Depth::WholePath => usize::MAX,
    };
    let certificates = path.certificates();
    let above = certificates.iter().skip(1).map(|c| CrlIssuer::from_certificate(*c));
    let issuers = above.chain(core::iter::once(anchor_issuer(path.anchor())));
    certificates
        .iter()
        .zip(issuers)
        .take(count)
        .map(|(certificate, issuer)| {
            crl_status(certificate, &issuer, request.crls, policy, verifier)
        })
        .collect()
}

fn anchor_issuer<'a>(anchor: &TrustAnchor<'a>) -> CrlIssuer<'a> {
    CrlIssuer {
        name: anchor.name(),
        public_key: anchor.public_key(),
        certificate: anchor.certificate().copied(),
    }
}

/// What the statuses make of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Accepted,
    Undetermined,
    Revoked,
}

pub(crate) fn outcome(statuses: &[CrlAnswer], revocation: &Revocation) -> Outcome {
    let Revocation::Crl { on_unknown, .. } = revocation else { return Outcome::Accepted };
    statuses
        .iter()
        .map(|answer| match (&answer.status, on_unknown) {
            (CertStatus::Revoked { .. }, _) => Outcome::Revoked,
            (CertStatus::Unknown { .. }, OnUnknown::Undetermined) => Outcome::Undetermined,
            (CertStatus::Unknown { .. }, OnUnknown::AcceptAndReport) | (CertStatus::Good, _) => {
                Outcome::Accepted
            }
        })
        .max()
        .unwrap_or(Outcome::Accepted)
}
