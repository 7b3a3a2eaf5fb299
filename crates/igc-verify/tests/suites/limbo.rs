//! Cases in the form of x509-limbo, judged by the rules of `docs/testing.md`.

use core::fmt::Write as _;

use igc_crypto::SignatureVerifier;
use igc_verify::{
    CrlPolicy, Decision, Depth, Identity, OnUnknown, Policy, Profile, PublicSuffixes, Purpose,
    Request, Revocation, TrustAnchor, verify,
};
use igc_x509::{Certificate, CertificateList, KeyUsage, Time};
use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Limbo {
    pub(crate) testcases: Vec<Case>,
}

#[derive(Deserialize)]
pub(crate) struct Case {
    pub(crate) id: String,
    validation_kind: String,
    trusted_certs: Vec<String>,
    untrusted_intermediates: Vec<String>,
    peer_certificate: String,
    validation_time: Option<String>,
    key_usage: Vec<String>,
    extended_key_usage: Vec<String>,
    pub(crate) expected_result: String,
    expected_peer_name: Option<PeerName>,
    #[serde(default)]
    expected_peer_names: Vec<PeerName>,
    max_chain_depth: Option<u32>,
    #[serde(default)]
    crls: Vec<String>,
}

#[derive(Deserialize)]
struct PeerName {
    kind: String,
    value: String,
}

/// The profile follows from the namespace, never from the case.
pub(crate) fn profile(id: &str) -> Profile {
    match id.split("::").next() {
        Some("webpki" | "online") => Profile::webpki(),
        Some("igc-sante") => Profile::igc_sante(),
        _ => Profile::rfc5280(),
    }
}

/// `Ok(Ok)` when accepted, `Ok(Err)` with the reasons when refused, `Err` when the case asks for what nothing here judges.
pub(crate) fn judge(
    case: &Case,
    now: Time,
    suffixes: Option<&'static dyn PublicSuffixes>,
    verifier: &dyn SignatureVerifier,
) -> Result<Result<(), String>, String> {
    let at = case.validation_time.as_deref().map_or(Ok(now), whole_seconds)?;
    let mut policy = Policy::new(at, profile(&case.id)).purpose(purpose(case)?);
    if let Some(depth) = case.max_chain_depth {
        policy = policy.max_path_length(depth);
    }
    if let Some(suffixes) = suffixes {
        policy = policy.public_suffixes(suffixes);
    }
    for name in case.expected_peer_name.iter().chain(&case.expected_peer_names) {
        // A name that cannot be one is refused before any certificate is looked at.
        policy = match identity(name)? {
            Ok(identity) => policy.identity(identity),
            Err(error) => return Ok(Err(error)),
        };
    }
    let anchors = decode(&case.trusted_certs)?;
    let intermediates = decode(&case.untrusted_intermediates)?;
    let crls = decode(&case.crls)?;
    let end_entity = decode(core::slice::from_ref(&case.peer_certificate))?;
    // One that cannot be read is no certificate; among untrusted ones it does no harm.
    let anchors: Vec<_> = anchors
        .iter()
        .filter_map(|der| Certificate::parse(der).ok())
        .map(TrustAnchor::from_certificate)
        .collect();
    let intermediates: Vec<_> =
        intermediates.iter().filter_map(|der| Certificate::parse(der).ok()).collect();
    let crls: Vec<_> = crls.iter().filter_map(|der| CertificateList::parse(der).ok()).collect();
    let der = end_entity.first().ok_or("no end entity")?;
    let end_entity = match Certificate::parse(der) {
        Ok(certificate) => certificate,
        Err(error) => return Ok(Err(error.code().to_owned())),
    };
    let revocation = if case.crls.is_empty() {
        Revocation::NotChecked
    } else {
        Revocation::Crl {
            policy: CrlPolicy::new(at),
            depth: Depth::EndEntity,
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
    let verdict = verify(&request, verifier);
    if verdict.decision() == Decision::Accepted {
        return Ok(Ok(()));
    }
    let mut why = String::new();
    for finding in verdict.findings() {
        let _ = write!(why, "{} [{}] {}; ", finding.code, finding.index, finding.detail);
    }
    Ok(Err(why))
}

fn purpose(case: &Case) -> Result<Purpose, String> {
    let usages: Vec<_> = case.extended_key_usage.iter().map(String::as_str).collect();
    let purpose = match (usages.as_slice(), case.validation_kind.as_str()) {
        ([] | ["serverAuth"], "SERVER") => Purpose::tls_server(),
        ([] | ["clientAuth"], "CLIENT") => Purpose::tls_client(),
        other => return Err(format!("no purpose for {other:?}")),
    };
    // The case says which key usages it asks for; none is none.
    let mut needed = KeyUsage::from_bits(0);
    for name in &case.key_usage {
        needed = needed | KeyUsage::from_name(name).ok_or("unknown key usage")?;
    }
    Ok(purpose.with_key_usage(needed))
}

fn identity(name: &PeerName) -> Result<Result<Identity, String>, String> {
    let made = match name.kind.as_str() {
        "DNS" => Identity::dns(&name.value),
        "IP" => Identity::server(&name.value),
        "RFC822" => Identity::email(&name.value),
        other => return Err(format!("no identity of kind {other}")),
    };
    Ok(made.map_err(|error| error.to_string()))
}

/// RFC 3339 with an offset of zero in any spelling; fractions of seconds are dropped.
fn whole_seconds(text: &str) -> Result<Time, String> {
    let head = text.get(..19).ok_or("time too short")?;
    let tail = text.get(19..).unwrap_or_default();
    let offset = tail.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    if !matches!(offset, "Z" | "+00:00" | "-00:00") {
        return Err(format!("offset {offset}"));
    }
    format!("{head}Z").parse().map_err(|error: igc_x509::Error| error.to_string())
}

fn decode(pems: &[String]) -> Result<Vec<Vec<u8>>, String> {
    pems.iter()
        .map(|text| {
            let blocks = igc_x509::pem::decode(text.as_bytes()).map_err(|e| e.to_string())?;
            blocks.into_iter().next().map(|block| block.contents).ok_or("no PEM".into())
        })
        .collect()
}
