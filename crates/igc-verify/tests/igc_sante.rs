//! The real certificates of IGC-Santé, at the times their manifest gives.
#![expect(clippy::unwrap_used, reason = "a test reports failure by panicking")]

use std::collections::BTreeMap;

use igc_crypto::{Legacy, RustCrypto};
use igc_testkit::{Entry, manifest, shared};
use igc_verify::{
    CrlPolicy, Decision, Depth, Hint, OnUnknown, Policy, Profile, Purpose, Request, Revocation,
    TrustAnchor, Verdict, verify,
};
use igc_x509::{Certificate, CertificateList, Time};

/// Whether a verdict is the one the manifest expects.
fn is(verdict: &Verdict<'_>, expect: &str) -> bool {
    match expect {
        "valid" => verdict.decision() == Decision::Accepted,
        "bad_signature" => verdict.code() == Some("path.signature.invalid"),
        "revoked" => verdict.code() == Some("revocation.revoked"),
        "issuer_missing" => verdict.code() == Some("path.issuer.missing"),
        _ => false,
    }
}

fn purpose(entry: &Entry) -> Purpose {
    match (entry.product.as_deref().unwrap_or_default(), entry.card_use.as_deref()) {
        ("ORG_AUTH_CLI" | "PS_AUTH", _) | ("card", Some("AUTH")) => Purpose::tls_client(),
        ("SERV_SSL", _) => Purpose::tls_server(),
        ("ORG_CONF", _) => Purpose::confidentiality(),
        ("ORG_SIGN or SERV_SIGN" | "PS_SIGN", _) | ("card", Some("SIGN")) => Purpose::seal(),
        _ => Purpose::any(),
    }
}

/// Runs `check` on the request of an entry, with revocation when there are CRLs.
fn with_request(
    folder: &std::path::Path,
    entry: &Entry,
    at: Option<Time>,
    check: impl FnOnce(&Verdict<'_>),
) {
    let read = |file: &String| std::fs::read(folder.join(file)).unwrap();
    let asked = entry.verify.as_ref().unwrap();
    let der = read(&entry.file);
    let chain: Vec<_> = asked.chain.iter().map(read).collect();
    let chain: Vec<_> = chain.iter().map(|der| Certificate::parse(der).unwrap()).collect();
    let crls: Vec<_> = asked.crl.iter().map(read).collect();
    let crls: Vec<_> = crls.iter().map(|der| CertificateList::parse(der).unwrap()).collect();
    // Without a chain there is still something trusted: another gamme's root.
    let other =
        manifest(folder).files.into_iter().find(|e| e.kind == "ca" && e.issuer == e.subject);
    let other = read(&other.unwrap().file);
    let root = chain.last().copied().unwrap_or_else(|| Certificate::parse(&other).unwrap());
    let anchors = [TrustAnchor::from_certificate(root)];
    let at = at.unwrap_or_else(|| asked.at.parse().unwrap());
    let legacy = entry.product.as_deref().is_some_and(|product| product.starts_with("classe4"));
    let profile = if legacy { Profile::igc_legacy() } else { Profile::igc_sante() };
    let policy = Policy::new(at, profile).purpose(purpose(entry));
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
        end_entity: Certificate::parse(&der).unwrap(),
        intermediates: &chain,
        anchors: &anchors,
        crls: &crls,
        policy: &policy,
        revocation,
    };
    check(&verify(&request, if legacy { &Legacy(RustCrypto) } else { &RustCrypto }));
}

fn entries() -> Option<(std::path::PathBuf, Vec<Entry>)> {
    let folder = shared()?.join("igc-sante");
    let entries =
        manifest(&folder).files.into_iter().filter(|e| e.verify.is_some() && e.kind != "crl");
    let entries: Vec<_> = entries.collect();
    Some((folder, entries))
}

#[test]
fn every_verdict_is_the_expected_one() {
    let Some((folder, entries)) = entries() else { return };
    let (mut wrong, mut seen) = (Vec::new(), BTreeMap::new());
    for entry in &entries {
        let expect = &entry.verify.as_ref().unwrap().expect;
        *seen.entry(expect.clone()).or_insert(0) += 1;
        with_request(&folder, entry, None, |verdict| {
            if !is(verdict, expect) {
                let got: Vec<_> = verdict.findings().iter().map(|f| (f.index, &f.detail)).collect();
                wrong.push(format!(
                    "{}: want {expect}, got {:?} {got:?}",
                    entry.file,
                    verdict.decision()
                ));
            }
        });
    }
    assert!(seen["valid"] >= 40 && seen.len() == 4, "{seen:?}");
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn once_the_crl_is_stale_nothing_is_known() {
    let Some((folder, entries)) = entries() else { return };
    let late: Time = "2019-07-20T00:00:00Z".parse().unwrap();
    let mut seen = 0;
    for entry in entries.iter().filter(|e| !e.verify.as_ref().unwrap().crl.is_empty()) {
        seen += 1;
        with_request(&folder, entry, Some(late), |verdict| {
            assert_eq!(verdict.decision(), Decision::Undetermined, "{}", entry.file);
            assert_eq!(verdict.code(), Some("revocation.crl.stale"), "{}", entry.file);
        });
    }
    assert!(seen >= 6);
}

#[test]
fn a_missing_authority_is_named() {
    let Some((folder, entries)) = entries() else { return };
    let missing = |e: &&Entry| e.verify.as_ref().unwrap().expect == "issuer_missing";
    for entry in entries.iter().filter(missing) {
        with_request(&folder, entry, None, |verdict| {
            let hints = &verdict.findings()[0].hints;
            let issuer = |hint: &Hint| match hint {
                Hint::MissingAuthority { name, .. } | Hint::UnknownAuthority { name, .. } => {
                    name.as_name().rfc4514().to_string()
                }
                _ => String::new(),
            };
            assert_eq!(Some(issuer(&hints[0])), entry.issuer, "{}", entry.file);
        });
    }
}
