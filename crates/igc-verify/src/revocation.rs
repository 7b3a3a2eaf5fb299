//! Statuses of the certificates of a path.

use core::cell::Cell;

use igc_crypto::SignatureVerifier;
use igc_path::{CertificationPath, PathBuilder, TrustAnchor};
use igc_revocation::{CertStatus, CrlAnswer, CrlIssuer, CrlPolicy, crl_status};
use igc_x509::Certificate;

use crate::{Depth, OnUnknown, Request, Revocation};

/// How many CRL issuers deep evidence may rest on evidence: a CRL, by an issuer whose certificate
/// has a CRL, by an issuer whose certificate has a CRL.
const DEEPEST: u8 = 3;

/// How many paths to CRL issuers are tried for one verdict, whatever the certificates say. Real
/// hierarchies need one for each CA whose CRLs another key signs.
const MAX_SIGNER_PATHS: u32 = 32;

/// The statuses asked for, end entity first. RFC 5280 §6.1.3 (a)(3).
pub(crate) fn statuses<'a>(
    path: &CertificationPath<'a>,
    request: &Request<'a>,
    verifier: &dyn SignatureVerifier,
) -> Vec<CrlAnswer> {
    let Revocation::Crl { depth, policy, .. } = &request.revocation else { return Vec::new() };
    let count = match depth {
        Depth::EndEntity => 1,
        Depth::WholePath => usize::MAX,
    };
    let left = Cell::new(MAX_SIGNER_PATHS);
    let search = Evidence { request, verifier, policy, anchor: *path.anchor(), left };
    search.statuses(path, count, None, DEEPEST)
}

/// The search for who signs CRLs, under the anchor of the path they serve (§6.3.3 (f)).
struct Evidence<'s, 'a> {
    request: &'s Request<'a>,
    verifier: &'s dyn SignatureVerifier,
    policy: &'s CrlPolicy,
    anchor: TrustAnchor<'a>,
    /// Paths that may still be tried.
    left: Cell<u32>,
}

impl Evidence<'_, '_> {
    /// `signer`: one more signer of CRLs to believe, about itself.
    fn statuses(
        &self,
        path: &CertificationPath<'_>,
        count: usize,
        signer: Option<CrlIssuer<'_>>,
        depth: u8,
    ) -> Vec<CrlAnswer> {
        let certificates = path.certificates();
        let above = certificates.iter().skip(1).map(|c| CrlIssuer::from_certificate(*c));
        let issuers = above.chain(core::iter::once(anchor_issuer(path.anchor())));
        certificates
            .iter()
            .zip(issuers)
            .take(count)
            .map(|(certificate, issuer)| self.status(certificate, issuer, signer, depth))
            .collect()
    }

    /// The issuer's own CRLs first; other signers are looked for when those do not tell.
    fn status(
        &self,
        certificate: &Certificate<'_>,
        issuer: CrlIssuer<'_>,
        signer: Option<CrlIssuer<'_>>,
        depth: u8,
    ) -> CrlAnswer {
        let ask = |issuers: &[CrlIssuer<'_>]| {
            crl_status(certificate, issuers, self.request.crls, self.policy, self.verifier)
        };
        let mut known = vec![issuer];
        known.extend(signer);
        let answer = ask(&known);
        let Some(depth) = depth.checked_sub(1) else { return answer };
        if !matches!(answer.status, CertStatus::Unknown { .. }) {
            return answer;
        }
        known.extend(self.other_signers(&issuer, depth));
        ask(&known)
    }

    /// Certificates that bear the name of a CRL's issuer with another key, are in force under the
    /// same anchor and are not revoked themselves.
    fn other_signers(&self, known: &CrlIssuer<'_>, depth: u8) -> Vec<CrlIssuer<'_>> {
        let request = self.request;
        let anchors = [self.anchor];
        let policy = request.policy.for_crl_issuer();
        let builder = PathBuilder::new(&anchors, request.intermediates, &policy, self.verifier);
        let signs = |certificate: &&Certificate<'_>| {
            certificate.public_key().der() != known.public_key.der()
                && request.crls.iter().any(|crl| crl.issuer().matches(&certificate.subject()))
        };
        let in_force = |certificate: &&Certificate<'_>| {
            let Some(left) = self.left.get().checked_sub(1) else { return false };
            self.left.set(left);
            builder.build(certificate).is_ok_and(|path| {
                // A signer may be listed in its own CRL, as in an indirect one.
                let itself = Some(CrlIssuer::from_certificate(**certificate));
                let answers = self.statuses(&path, usize::MAX, itself, depth);
                answers.iter().all(|answer| answer.status == CertStatus::Good)
            })
        };
        let given = request.intermediates.iter().filter(signs).filter(in_force);
        let anchor = core::iter::once(anchor_issuer(&self.anchor));
        given.map(|c| CrlIssuer::from_certificate(*c)).chain(anchor).collect()
    }
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
