//! Status from complete and delta CRLs, in the order of RFC 5280 §6.3.3.

use core::time::Duration;

use igc_crypto::{SignatureVerifier, VerifyError};
use igc_x509::{
    Certificate, CertificateList, KeyUsage, Name, ReasonFlags, SerialNumber, SubjectPublicKeyInfo,
    Time, oid,
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
/// A CRL that cannot be used is no evidence. Of CRLs for the same certificates the newest counts,
/// brought up to date by a delta CRL when one fits; then a revocation in any of them counts.
#[must_use]
pub fn crl_status(
    certificate: &Certificate<'_>,
    issuers: &[CrlIssuer<'_>],
    crls: &[CertificateList<'_>],
    policy: &CrlPolicy,
    verifier: &dyn SignatureVerifier,
) -> CrlAnswer {
    let judge = Judge { certificate, issuers, crls, policy, verifier };
    let mut answer = CrlAnswer { status: CertStatus::Good, used: Vec::new(), refused: Vec::new() };
    let mut usable = Vec::new();
    for (position, crl) in crls.iter().enumerate() {
        match judge.base(crl) {
            Ok(reasons) => usable.push((position, crl, reasons)),
            Err(why) => answer.refused.push((position, why)),
        }
    }
    let newest = |(_, crl, _): &&(usize, &CertificateList<'_>, ReasonFlags)| {
        !usable
            .iter()
            .any(|(_, other, _)| same_scope(crl, other) && crl.this_update() < other.this_update())
    };
    let mut covered = ReasonFlags::NONE;
    for (position, crl, reasons) in usable.iter().filter(newest) {
        match judge.with_delta(crl) {
            Ok((status, delta)) => {
                // §6.3.3 (e), (k)
                covered = covered.union(*reasons);
                answer.used.push(*position);
                answer.used.extend(delta);
                answer.refused.retain(|(refused, _)| Some(*refused) != delta);
                if answer.status == CertStatus::Good {
                    answer.status = status;
                }
            }
            Err(why) => answer.refused.push((*position, why)),
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

/// One certificate before all the evidence.
struct Judge<'j> {
    certificate: &'j Certificate<'j>,
    issuers: &'j [CrlIssuer<'j>],
    crls: &'j [CertificateList<'j>],
    policy: &'j CrlPolicy,
    verifier: &'j dyn SignatureVerifier,
}

impl Judge<'_> {
    /// The reasons for which a complete CRL speaks of the certificate.
    fn base(&self, crl: &CertificateList<'_>) -> Result<ReasonFlags, UnknownReason> {
        let own = crl.issuer().matches(&self.certificate.issuer());
        if !self.issuers.iter().any(|issuer| issuer.name.matches(&crl.issuer())) {
            return Err(if own { UnknownReason::Signature } else { UnknownReason::NoCrl });
        }
        // §5.2.4: a delta CRL is no base.
        if crl.delta_crl_indicator()?.is_some() {
            return Err(UnknownReason::DeltaOnly);
        }
        refuse_unknown(crl.extensions(), KNOWN_IN_CRLS)?;
        let numbered = crl.version() != 2 || crl.crl_number()?.is_some();
        if self.policy.number == CrlNumber::Required && !numbered {
            return Err(UnknownReason::NoCrlNumber);
        }
        // §6.3.3 (b)(1), (b)(2), (d)
        let reasons = scope::reasons(self.certificate, crl)?;
        // §6.3.3 (f), (g)
        self.signed(crl)?;
        // §6.3.3 (a)
        fresh(crl, self.policy)?;
        Ok(reasons)
    }

    /// The certificate's status in a base and the newest delta CRL that fits it, and where that is.
    fn with_delta(
        &self,
        base: &CertificateList<'_>,
    ) -> Result<(CertStatus, Option<usize>), UnknownReason> {
        // §6.3.3 (c): a delta CRL that does not fit or cannot be used changes nothing.
        let newest = self
            .crls
            .iter()
            .enumerate()
            .filter(|(_, delta)| self.fits(base, delta).unwrap_or(false))
            .max_by_key(|(_, delta)| delta.this_update());
        // §6.3.3 (j), (l)
        let listed = look_up(self.certificate, base)?;
        let Some((position, delta)) = newest else {
            return Ok((listed.unwrap_or(CertStatus::Good), None));
        };
        // §6.3.3 (i): what the delta CRL lists replaces what the base lists.
        let changed = look_up(self.certificate, delta)?;
        Ok((changed.or(listed).unwrap_or(CertStatus::Good), Some(position)))
    }

    /// §5.2.4, §6.3.3 (c)(1) to (3), (h): whether a delta CRL continues this base.
    fn fits(
        &self,
        base: &CertificateList<'_>,
        delta: &CertificateList<'_>,
    ) -> Result<bool, UnknownReason> {
        let Some(since) = delta.delta_crl_indicator()? else { return Ok(false) };
        let (Some(base_number), Some(number)) = (base.crl_number()?, delta.crl_number()?) else {
            return Ok(false);
        };
        let aki = oid::ID_CE_AUTHORITY_KEY_IDENTIFIER;
        if !same_scope(base, delta) || value(base, aki) != value(delta, aki) {
            return Ok(false);
        }
        if magnitude(base_number) < magnitude(since) || magnitude(number) <= magnitude(base_number)
        {
            return Ok(false);
        }
        refuse_unknown(delta.extensions(), KNOWN_IN_DELTA_CRLS)?;
        self.signed(delta)?;
        fresh(delta, self.policy)?;
        Ok(true)
    }

    fn signed(&self, crl: &CertificateList<'_>) -> Result<(), UnknownReason> {
        let signers = self.issuers.iter().filter(|issuer| issuer.name.matches(&crl.issuer()));
        signed_by_any(crl, signers, self.verifier)
    }
}

/// Whether two CRLs are for the same certificates: one issuer, one distribution point.
fn same_scope(a: &CertificateList<'_>, b: &CertificateList<'_>) -> bool {
    let idp = oid::ID_CE_ISSUING_DISTRIBUTION_POINT;
    a.issuer().matches(&b.issuer()) && value(a, idp) == value(b, idp)
}

fn value<'a>(crl: &CertificateList<'a>, extension: igc_x509::Oid<'_>) -> Option<&'a [u8]> {
    crl.extensions().find(extension).map(|extension| extension.value)
}

/// Numbers in the order of their value: they are not negative.
fn magnitude(number: SerialNumber<'_>) -> (usize, &[u8]) {
    let octets = match number.as_bytes() {
        [0, octets @ ..] => octets,
        octets => octets,
    };
    (octets.len(), octets)
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

const KNOWN_IN_DELTA_CRLS: &[igc_x509::Oid<'static>] = &[
    oid::ID_CE_AUTHORITY_KEY_IDENTIFIER,
    oid::ID_CE_CRL_NUMBER,
    oid::ID_CE_ISSUING_DISTRIBUTION_POINT,
    oid::ID_CE_DELTA_CRL_INDICATOR,
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
