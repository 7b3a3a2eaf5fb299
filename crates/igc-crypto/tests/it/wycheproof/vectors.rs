//! Vectors of Project Wycheproof in the form of its JSON schemas v1.

use igc_crypto::{SignatureVerifier, VerifyError};
use igc_x509::encode::{context_constructed, integer, null, oid as oid_der, sequence};
use igc_x509::{AlgorithmIdentifier, OidBuf, SubjectPublicKeyInfo, oid};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct File {
    algorithm: String,
    pub(crate) test_groups: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Group {
    #[serde(rename = "type")]
    kind: String,
    pub(crate) public_key_der: String,
    sha: String,
    mgf_sha: Option<String>,
    s_len: Option<u64>,
    pub(crate) tests: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Case {
    pub(crate) tc_id: u64,
    pub(crate) msg: String,
    pub(crate) sig: String,
    pub(crate) result: String,
}

/// What became of a case.
pub(crate) enum Outcome {
    Right,
    /// `acceptable`, and refused for its signature.
    Acceptable,
    /// What came instead.
    Wrong(String),
}

/// Each case of a group with its outcome; `Err` when the group cannot be run.
pub(crate) fn judge<'g>(
    file: &File,
    group: &'g Group,
    verifier: &dyn SignatureVerifier,
) -> Result<Vec<(&'g Case, Outcome)>, String> {
    let spki = unhex(&group.public_key_der)?;
    let key = SubjectPublicKeyInfo::parse(&spki).map_err(|error| error.to_string())?;
    let algorithm = algorithm(file, group, &key)?;
    let algorithm = AlgorithmIdentifier::parse(&algorithm).map_err(|error| error.to_string())?;
    let kept = verifier.prepare(&key).map_err(|error| format!("{error:?}"))?;
    let mut outcomes = Vec::new();
    for case in &group.tests {
        let (message, signature) = (unhex(&case.msg)?, unhex(&case.sig)?);
        let got = kept.verify(&algorithm, &message, &signature);
        let afresh = verifier.verify(&algorithm, &key, &message, &signature);
        let outcome = match (case.result.as_str(), got) {
            (_, got) if got != afresh => {
                Outcome::Wrong(format!("{got:?} with a prepared key, {afresh:?} without"))
            }
            // They lack the NULL of the DigestInfo, which RFC 8017 §9.2 writes: refused.
            ("acceptable", Err(VerifyError::Invalid)) => Outcome::Acceptable,
            ("valid", Ok(())) | ("invalid", Err(VerifyError::Invalid)) => Outcome::Right,
            (_, got) => Outcome::Wrong(format!("{got:?}")),
        };
        outcomes.push((case, outcome));
    }
    Ok(outcomes)
}

pub(crate) fn unhex(text: &str) -> Result<Vec<u8>, String> {
    (0..text.len())
        .step_by(2)
        .map(|at| {
            let octet = text.get(at..at + 2).ok_or("an odd number of hexadecimal digits")?;
            u8::from_str_radix(octet, 16).map_err(|error| error.to_string())
        })
        .collect()
}

fn hash_oid(name: &str) -> Result<Vec<u8>, String> {
    let dotted = match name {
        "SHA-1" => "1.3.14.3.2.26",
        "SHA-224" => "2.16.840.1.101.3.4.2.4",
        "SHA-256" => "2.16.840.1.101.3.4.2.1",
        "SHA-384" => "2.16.840.1.101.3.4.2.2",
        "SHA-512" => "2.16.840.1.101.3.4.2.3",
        "SHA-512/224" => "2.16.840.1.101.3.4.2.5",
        "SHA-512/256" => "2.16.840.1.101.3.4.2.6",
        other => return Err(format!("no hash {other}")),
    };
    Ok(oid_der(dotted.parse::<OidBuf>().map_err(|error| error.to_string())?.as_oid()))
}

/// The signature's algorithm, as a certificate would carry it.
pub(crate) fn algorithm(
    file: &File,
    group: &Group,
    key: &SubjectPublicKeyInfo<'_>,
) -> Result<Vec<u8>, String> {
    let by_hash = |sha256, sha384, sha512| match group.sha.as_str() {
        "SHA-256" => Ok(sha256),
        "SHA-384" => Ok(sha384),
        "SHA-512" => Ok(sha512),
        other => Err(format!("no hash {other}")),
    };
    Ok(match (file.algorithm.as_str(), group.kind.as_str()) {
        ("RSASSA-PKCS1-v1_5", _) => sequence(&[
            oid_der(by_hash(
                oid::SHA256_WITH_RSA_ENCRYPTION,
                oid::SHA384_WITH_RSA_ENCRYPTION,
                oid::SHA512_WITH_RSA_ENCRYPTION,
            )?),
            null(),
        ]),
        ("ECDSA", _) => sequence(&[oid_der(by_hash(
            oid::ECDSA_WITH_SHA256,
            oid::ECDSA_WITH_SHA384,
            oid::ECDSA_WITH_SHA512,
        )?)]),
        // The key carries the parameters.
        ("RSASSA-PSS", "RsassaPssWithParametersVerify") => key.algorithm.der().to_vec(),
        ("RSASSA-PSS", "RsassaPssVerify") => {
            let hash = |name: &str| Ok::<_, String>(sequence(&[hash_oid(name)?, null()]));
            let mgf = sequence(&[
                oid_der(oid::ID_MGF1),
                hash(group.mgf_sha.as_ref().ok_or("no mgfSha")?)?,
            ]);
            let parameters = sequence(&[
                context_constructed(0, &hash(&group.sha)?),
                context_constructed(1, &mgf),
                context_constructed(2, &integer(group.s_len.ok_or("no sLen")?)),
            ]);
            sequence(&[oid_der(oid::RSASSA_PSS), parameters])
        }
        other => return Err(format!("no algorithm for {other:?}")),
    })
}
