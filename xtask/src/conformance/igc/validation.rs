//! Paths and CRLs at the manifest's time, for the manifest's verdict.

use std::{fs, path::Path};

use anyhow::Context as _;
use igc_catalogue::{Generation, classify};
use igc_testkit::{Entry, Manifest, Verification};
use igc_verify::{
    CrlPolicy, Decision, Depth, OnUnknown, Policy, Profile, Request, Revocation, TrustAnchor,
    Verdict, verify,
};
use igc_x509::{Certificate, CertificateList, Time};

use super::{Difference, Verifiers, unreadable};

/// Every authority of the folder, for paths that the manifest gives no chain for.
pub(super) struct Authorities(Vec<Vec<u8>>);

impl Authorities {
    pub(super) fn read(folder: &Path, manifest: &Manifest) -> anyhow::Result<Self> {
        let files = manifest
            .files
            .iter()
            .filter(|entry| entry.kind == "ca")
            .map(|entry| entry.file.as_str());
        Ok(Self(read_all(folder, files)?))
    }
}

/// What a verdict needs beside the file.
pub(super) struct Setting<'s> {
    pub(super) folder: &'s Path,
    pub(super) authorities: &'s Authorities,
    pub(super) verifiers: &'s Verifiers<'s>,
}

/// A certificate: the path to the last certificate of the chain, with revocation where the manifest gives CRLs.
pub(super) fn path(
    setting: &Setting<'_>,
    der: &[u8],
    expected: &Verification,
) -> anyhow::Result<Result<(), Difference>> {
    let chain = read_all(setting.folder, expected.chain.iter().map(String::as_str))?;
    let crls = read_all(setting.folder, expected.crl.iter().map(String::as_str))?;
    let at: Time =
        expected.at.parse().ok().with_context(|| format!("not a time: {}", expected.at))?;
    let Ok(end_entity) = Certificate::parse(der) else {
        return Ok(Err(unreadable(&"the certificate")));
    };
    // Where the manifest names no chain, everything in the folder is offered: it must not be enough.
    let offered = if chain.is_empty() { &setting.authorities.0 } else { &chain };
    let Ok(intermediates) =
        offered.iter().map(|der| Certificate::parse(der)).collect::<Result<Vec<_>, _>>()
    else {
        return Ok(Err(unreadable(&"a certificate of the chain")));
    };
    let Ok(crls) =
        crls.iter().map(|der| CertificateList::parse(der)).collect::<Result<Vec<_>, _>>()
    else {
        return Ok(Err(unreadable(&"a CRL")));
    };
    let anchors: Vec<_> = match intermediates.last() {
        Some(root) if !chain.is_empty() => vec![TrustAnchor::from_certificate(*root)],
        _ => intermediates
            .iter()
            .filter(|ca| ca.subject().matches(&ca.issuer()))
            .map(|root| TrustAnchor::from_certificate(*root))
            .collect(),
    };
    // The manifest gives no purpose: the path is asked for, whatever the key is for.
    let profile = match classify(&end_entity).generation {
        Some(Generation::IgcSante) => Profile::igc_sante(),
        Some(Generation::IgcCps2bis) => Profile::igc_legacy(),
        None => Profile::rfc5280(),
    };
    let policy = Policy::new(at, profile);
    let revocation = if crls.is_empty() {
        Revocation::NotChecked
    } else {
        Revocation::Crl {
            policy: CrlPolicy::new(at),
            depth: Depth::WholePath,
            on_unknown: OnUnknown::Undetermined,
        }
    };
    let request = Request {
        end_entity,
        intermediates: &intermediates,
        anchors: &anchors,
        crls: &crls,
        policy: &policy,
        revocation,
    };
    let verdict = verify(&request, setting.verifiers.for_certificate(&end_entity));
    Ok(compare(&expected.expect, &verdict))
}

/// A CRL: its issuer's signature, and that it is current at the manifest's time.
pub(super) fn crl(
    setting: &Setting<'_>,
    entry: &Entry,
    der: &[u8],
    expected: &Verification,
) -> anyhow::Result<Result<(), Difference>> {
    let at: Time =
        expected.at.parse().ok().with_context(|| format!("not a time: {}", expected.at))?;
    let issuer = read_all(setting.folder, entry.issuer_file.as_deref())?;
    let Ok(crl) = CertificateList::parse(der) else { return Ok(Err(unreadable(&"the CRL"))) };
    let actual = match issuer.first().map(|der| Certificate::parse(der)) {
        None => "issuer_missing",
        Some(Err(_)) => return Ok(Err(unreadable(&"the CRL's issuer"))),
        Some(Ok(issuer)) => {
            let verifier = setting.verifiers.for_certificate(&issuer);
            let signed = verifier.verify(
                &crl.signature_algorithm(),
                &issuer.public_key(),
                crl.tbs(),
                crl.signature(),
            );
            match signed {
                Err(_) => "bad_signature",
                Ok(()) if !issuer.subject().matches(&crl.issuer()) => "issuer_missing",
                Ok(())
                    if at < crl.this_update()
                        || crl.next_update().is_some_and(|next| next < at) =>
                {
                    "stale"
                }
                Ok(()) => "valid",
            }
        }
    };
    Ok(if actual == expected.expect {
        Ok(())
    } else {
        Err(Difference::new(&expected.expect, actual, format!("at {}", expected.at)))
    })
}

/// The verdict in the manifest's words; every reason of ours when it is another.
fn compare(expected: &str, verdict: &Verdict<'_>) -> Result<(), Difference> {
    let actual = match (verdict.decision(), verdict.code()) {
        (Decision::Accepted, _) => "valid",
        (Decision::Rejected, Some("path.signature.invalid")) => "bad_signature",
        (Decision::Rejected, Some("revocation.revoked")) => "revoked",
        (_, Some("path.issuer.missing")) => "issuer_missing",
        (_, Some("path.expired")) => "expired",
        (_, Some("path.not-yet-valid")) => "not_yet_valid",
        (_, Some(code)) => code,
        (_, None) => "no verdict",
    };
    if actual == expected {
        return Ok(());
    }
    let reasons: Vec<_> = verdict
        .findings()
        .iter()
        .map(|finding| format!("{} at {}: {}", finding.code, finding.index, finding.detail))
        .collect();
    Err(Difference::new(expected, actual, reasons.join("; ")))
}

fn read_all<'f>(
    folder: &Path,
    files: impl IntoIterator<Item = &'f str>,
) -> anyhow::Result<Vec<Vec<u8>>> {
    let read = |file: &str| fs::read(folder.join(file)).with_context(|| file.to_owned());
    files.into_iter().map(read).collect()
}
