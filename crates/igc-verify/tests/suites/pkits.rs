//! Rows in the form of `pkits/vectors.json`.

use std::path::Path;

use igc_crypto::SignatureVerifier;
use igc_verify::{
    CrlPolicy, Decision, Depth, OnUnknown, Policy, Profile, Request, Revocation, TrustAnchor,
    verify,
};
use igc_x509::{Certificate, CertificateList, OidBuf, Time};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Row {
    pub(crate) name: String,
    cert_path: Vec<String>,
    #[serde(rename = "CRLPath")]
    crl_path: Vec<String>,
    pub(crate) should_validate: bool,
    initial_policy_set: Vec<String>,
    initial_policy_mapping_inhibit: bool,
    initial_explicit_policy: bool,
    initial_any_policy_inhibit: bool,
}

/// `Ok(Ok)` when accepted, `Ok(Err)` with the reasons when refused, `Err` when the row cannot be run.
pub(crate) fn judge(
    row: &Row,
    data: &Path,
    at: Time,
    verifier: &dyn SignatureVerifier,
) -> Result<Result<(), String>, String> {
    let read = |folder: &str, file: &String| {
        std::fs::read(data.join(folder).join(file)).map_err(|e| format!("{file}: {e}"))
    };
    let certificates: Vec<_> =
        row.cert_path.iter().map(|file| read("certs", file)).collect::<Result<_, _>>()?;
    let crls: Vec<_> =
        row.crl_path.iter().map(|file| read("crls", file)).collect::<Result<_, _>>()?;
    let [anchor, between @ .., end_entity] = certificates.as_slice() else {
        return Err("path too short".into());
    };
    // The suite is about validation: its anchor is a name and a key with nothing to judge.
    let anchors = [TrustAnchor::from_certificate(parse(anchor)?)];
    let intermediates: Vec<_> = between.iter().filter_map(|der| parse(der).ok()).collect();
    let crls: Vec<_> = crls.iter().filter_map(|der| CertificateList::parse(der).ok()).collect();
    let mut policy = Policy::new(at, Profile::validation_only())
        .initial_policy_mapping_inhibit(row.initial_policy_mapping_inhibit)
        .initial_explicit_policy(row.initial_explicit_policy)
        .initial_any_policy_inhibit(row.initial_any_policy_inhibit);
    if row.initial_policy_set != ["anyPolicy"] {
        let set = row.initial_policy_set.iter().map(|name| test_policy(name));
        policy = policy.user_initial_policy_set(set.collect::<Result<_, _>>()?);
    }
    let end_entity = match parse(end_entity) {
        Ok(certificate) => certificate,
        Err(error) => return Ok(Err(error)),
    };
    let request = Request {
        end_entity,
        intermediates: &intermediates,
        anchors: &anchors,
        crls: &crls,
        policy: &policy,
        revocation: Revocation::Crl {
            policy: CrlPolicy::new(at),
            depth: Depth::WholePath,
            on_unknown: OnUnknown::Undetermined,
        },
    };
    let verdict = verify(&request, verifier);
    if verdict.decision() == Decision::Accepted {
        return Ok(Ok(()));
    }
    Ok(Err(verdict
        .findings()
        .iter()
        .map(|f| format!("{} [{}] {}; ", f.code, f.index, f.detail))
        .collect()))
}

/// `NIST-test-policy-N` or a dotted identifier.
fn test_policy(name: &str) -> Result<OidBuf, String> {
    let dotted = match name.strip_prefix("NIST-test-policy-") {
        Some(number) => format!("2.16.840.1.101.3.2.1.48.{number}"),
        None => name.to_owned(),
    };
    dotted.parse().map_err(|error: igc_x509::Error| error.to_string())
}

fn parse(der: &[u8]) -> Result<Certificate<'_>, String> {
    Certificate::parse(der).map_err(|error| error.to_string())
}
