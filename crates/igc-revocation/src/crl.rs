//! Status from complete CRLs, in the order of RFC 5280 §6.3.3.

use core::time::Duration;

use igc_crypto::{SignatureVerifier, VerifyError};
use igc_x509::{
    Certificate, CertificateList, KeyUsage, Name, ReasonFlags, SubjectPublicKeyInfo, Time, oid,
};

use crate::{
    CertStatus, CrlNumber, CrlPolicy, UnknownReason,
    entries::{look_up, refuse_unknown},
    scope,
};

/// Who signs CRLs: a name and a key that the caller vouches for, having validated their path.
#[derive(Clone, Copy, Debug)]
pub struct CrlIssuer<'a> {
    /// The name.
    pub name: Name<'a>,
    /// The key.
    pub public_key: SubjectPublicKeyInfo<'a>,
    /// The certificate that binds them, if there is one: its keyUsage counts (§6.3.3 (f)).
    pub certificate: Option<Certificate<'a>>,
}

impl<'a> CrlIssuer<'a> {
    /// The subject of a CA certificate that was validated.
    #[must_use]
    pub const fn from_certificate(certificate: Certificate<'a>) -> Self {
        Self {
            name: certificate.subject(),
            public_key: certificate.public_key(),
            certificate: Some(certificate),
        }
    }
}

/// What the CRLs say, and what became of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrlAnswer {
    /// The certificate's status.
    pub status: CertStatus,
    /// Positions of the CRLs that were used.
    pub used: Vec<usize>,
    /// Positions of the CRLs that were not, and why.
    pub refused: Vec<(usize, UnknownReason)>,
}

/// The status of a certificate from the CRLs at hand, signed by any of `issuers`: the issuer of
/// the certificate itself, and whoever else the caller found for the CRLs (§6.3.3 (f)).
///
/// A CRL that cannot be used is no evidence; a revocation in any usable CRL counts.
#[must_use]
pub fn crl_status(
    certificate: &Certificate<'_>,
    issuers: &[CrlIssuer<'_>],
    crls: &[CertificateList<'_>],
    policy: &CrlPolicy,
    verifier: &dyn SignatureVerifier,
) -> CrlAnswer {
    let mut answer = CrlAnswer { status: CertStatus::Good, used: Vec::new(), refused: Vec::new() };
    let mut covered = ReasonFlags::NONE;
    for (position, crl) in crls.iter().enumerate() {
        match judge(certificate, issuers, crl, policy, verifier) {
            Ok((reasons, status)) => {
                // §6.3.3 (e), (k)
                covered = covered.union(reasons);
                answer.used.push(position);
                if answer.status == CertStatus::Good {
                    answer.status = status;
                }
            }
            Err(why) => answer.refused.push((position, why)),
        }
    }
    if answer.status == CertStatus::Good && !covered.contains(ReasonFlags::ALL) {
        let nearest = answer.refused.iter().map(|(_, why)| why).max_by_key(|why| why.nearness());
        let why = match nearest {
            _ if !covered.is_empty() => UnknownReason::SomeReasonsOnly,
            Some(why) => why.clone(),
            None => UnknownReason::NoCrl,
        };
        answer.status = CertStatus::Unknown { why };
    }
    answer
}

/// What one CRL says, and for which reasons.
fn judge(
    certificate: &Certificate<'_>,
    issuers: &[CrlIssuer<'_>],
    crl: &CertificateList<'_>,
    policy: &CrlPolicy,
    verifier: &dyn SignatureVerifier,
) -> Result<(ReasonFlags, CertStatus), UnknownReason> {
    let own = crl.issuer().matches(&certificate.issuer());
    let mut signers = issuers.iter().filter(|issuer| issuer.name.matches(&crl.issuer())).peekable();
    if signers.peek().is_none() {
        return Err(if own { UnknownReason::Signature } else { UnknownReason::NoCrl });
    }
    // §5.2.4: a delta CRL is no base. §6.3.3 (c), (h), (i): none is used yet.
    if crl.delta_crl_indicator()?.is_some() {
        return Err(UnknownReason::DeltaOnly);
    }
    refuse_unknown(crl.extensions(), KNOWN_IN_CRLS)?;
    if policy.number == CrlNumber::Required && crl.version() == 2 && crl.crl_number()?.is_none() {
        return Err(UnknownReason::NoCrlNumber);
    }
    // §6.3.3 (b)(1), (b)(2), (d)
    let reasons = scope::reasons(certificate, crl)?;
    // §6.3.3 (f), (g)
    signed_by_any(crl, signers, verifier)?;
    // §6.3.3 (a)
    fresh(crl, policy)?;
    Ok((reasons, look_up(certificate, crl)?))
}

/// §6.3.3 (f): one of these has a key that may sign CRLs, and (g) did sign this one.
fn signed_by_any<'i>(
    crl: &CertificateList<'_>,
    signers: impl Iterator<Item = &'i CrlIssuer<'i>>,
    verifier: &dyn SignatureVerifier,
) -> Result<(), UnknownReason> {
    let mut why = UnknownReason::Signature;
    for signer in signers {
        let usage = match &signer.certificate {
            Some(certificate) => certificate.key_usage()?,
            None => None,
        };
        if usage.is_some_and(|usage| !usage.contains(KeyUsage::CRL_SIGN)) {
            why = UnknownReason::IssuerNotCrlSigner;
            continue;
        }
        let key = &signer.public_key;
        match verifier.verify(&crl.signature_algorithm(), key, crl.tbs(), crl.signature()) {
            Ok(()) => return Ok(()),
            Err(VerifyError::Invalid) => {}
            Err(_) => why = UnknownReason::SignatureUnsupported,
        }
    }
    Err(why)
}

const KNOWN_IN_CRLS: &[igc_x509::Oid<'static>] = &[
    oid::ID_CE_AUTHORITY_KEY_IDENTIFIER,
    oid::ID_CE_CRL_NUMBER,
    oid::ID_CE_ISSUING_DISTRIBUTION_POINT,
];

fn fresh(crl: &CertificateList<'_>, policy: &CrlPolicy) -> Result<(), UnknownReason> {
    let (this_update, at) = (crl.this_update(), policy.at);
    if at < this_update {
        return Err(UnknownReason::FromTheFuture { this_update });
    }
    let by_age = policy.max_age.and_then(|age| later(this_update, age));
    let by_date = crl.next_update().and_then(|next| later(next, policy.grace));
    let until = match (by_date, by_age) {
        (Some(date), Some(age)) => date.min(age),
        (Some(until), None) | (None, Some(until)) => until,
        (None, None) => return Err(UnknownReason::NoNextUpdate),
    };
    if until < at { Err(UnknownReason::Stale { until }) } else { Ok(()) }
}

/// The latest time there is when the sum is beyond it.
fn later(time: Time, by: Duration) -> Option<Time> {
    let secs = i64::try_from(by.as_secs()).unwrap_or(i64::MAX);
    Some(time.add_secs(secs).unwrap_or(Time::MAX))
}
