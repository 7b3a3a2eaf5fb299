//! BoringSSL's chains, from the shared data: each is validated as it stands, without a search.
#![expect(clippy::unwrap_used, reason = "a test reports failure by panicking")]

use std::{fs, path::Path};

use igc_crypto::{Legacy, RustCrypto};
use igc_path::{
    AnchorUse, AnyUsage, Budget, KeyRules, OtherKeys, PathBuilder, Policy, Profile, Purpose,
    TrustAnchor,
};
use igc_x509::{Certificate, KeyUsage, oid, pem};
use serde::Deserialize;

#[derive(Deserialize)]
struct Suite {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    test: String,
    chain: String,
    last_cert_trust: String,
    at: String,
    key_purpose: String,
    digest_policy: Option<String>,
    expect: String,
}

/// Settings that only that library has: purposes and strictness of its own, an end entity that is
/// itself trusted, dates of an anchor without its constraints.
fn is_its_own(case: &Case) -> bool {
    case.key_purpose.starts_with("MLS")
        || case.key_purpose.starts_with("C2PA")
        || case.key_purpose.contains("STRICT")
        || case.last_cert_trust.contains("LEAF")
        || matches!(case.last_cert_trust.as_str(), "DISTRUSTED" | "UNSPECIFIED")
        || case.last_cert_trust.starts_with("TRUSTED_ANCHOR_WITH_EXPIRATION")
        || case.last_cert_trust.ends_with("REQUIRE_BASIC_CONSTRAINTS")
}

fn purpose(case: &Case) -> Purpose {
    let any = AnyUsage::Accepted;
    let none = KeyUsage::from_bits(0);
    if case.key_purpose.starts_with("SERVER_AUTH") {
        Purpose::custom("server", none, &[oid::ID_KP_SERVER_AUTH], any)
    } else if case.key_purpose.starts_with("CLIENT_AUTH") {
        Purpose::custom("client", none, &[oid::ID_KP_CLIENT_AUTH], any)
    } else {
        Purpose::any()
    }
}

/// `Ok` when accepted, else the codes.
fn judge(folder: &Path, case: &Case) -> Result<(), String> {
    let text = fs::read(folder.join(&case.chain)).unwrap();
    let blocks = pem::decode(&text).map_err(|error| error.to_string())?;
    let ders = blocks.iter().filter(|block| block.label == "CERTIFICATE").map(|b| &b.contents);
    let chain: Vec<_> = ders
        .map(|der| Certificate::parse(der).map_err(|error| error.to_string()))
        .collect::<Result<_, _>>()?;
    let [path @ .., root] = chain.as_slice() else { return Err("empty".into()) };
    let used = match case.last_cert_trust.as_str() {
        "TRUSTED_ANCHOR_WITH_CONSTRAINTS" => AnchorUse::Constraints,
        _ => AnchorUse::NameAndKey,
    };
    let anchors = [TrustAnchor::with_use(*root, used)];
    let keys = KeyRules {
        rsa_least_bits: 1024,
        rsa_multiple_bits: 1,
        curves: &[oid::SECP256R1, oid::SECP384R1, oid::SECP521R1],
        others: OtherKeys::Accepted,
        source: "BoringSSL's minimum",
    };
    let mut profile = Profile::validation_only().key_rules(keys);
    if case.digest_policy.is_none() {
        profile = profile.signature_algorithm(oid::SHA1_WITH_RSA_ENCRYPTION);
    }
    let policy = Policy::new(case.at.parse().unwrap(), profile).purpose(purpose(case));
    // 2^20 comparisons of names are that library's limit.
    let mut budget = Budget::default();
    budget.names = 1 << 20;
    let policy = policy.budget(budget);
    let builder = PathBuilder::new(&anchors, &[], &policy, &Legacy(RustCrypto));
    builder.validate(path, 0).map(|_| ()).map_err(|errors| {
        errors.iter().map(|error| format!("{} [{}]; ", error.code(), error.index)).collect()
    })
}

/// Differences, each with its reason; each must differ, or it is to be struck out.
const DIFFERENCES: &[(&str, &str)] = &[
    ("intermediate-eku-c2pamanifest/any.test", "year 0, before what RFC 5280 §4.1.2.5 can say"),
    ("intermediate-eku-c2patimestamping/any.test", "year 0, before what RFC 5280 §4.1.2.5 can say"),
    (
        "many-names/ok-all-types.test",
        "its dNSNames from t171.test on lie outside every permitted subtree (RFC 5280 §4.2.1.10)",
    ),
    (
        "root-lacks-basic-constraints/ta-with-constraints.test",
        "an anchor whose constraints bind is a CA (RFC 5280 §6.1.4 (k))",
    ),
    (
        "target-msapplicationpolicies-and-eku/main.test",
        "a critical extension of one vendor is not known (RFC 5280 §4.2)",
    ),
];

#[test]
fn boringssl_chains() {
    let Some(shared) = igc_testkit::shared() else { return };
    let folder = shared.join("suites/boringssl-pki");
    let manifest = folder.join("verify_certificate_chain/manifest.json");
    let suite: Suite = serde_json::from_slice(&fs::read(manifest).unwrap()).unwrap();
    let judged: Vec<_> = suite.cases.iter().filter(|case| !is_its_own(case)).collect();
    let mut wrong = Vec::new();
    for case in &judged {
        let got = judge(&folder, case);
        let differs = got.is_ok() != (case.expect == "accept");
        if differs != DIFFERENCES.iter().any(|(test, _)| case.test.ends_with(test)) {
            let (trust, purpose) = (&case.last_cert_trust, &case.key_purpose);
            wrong.push(format!(
                "{} {trust} {purpose}: want {}, got {got:?}",
                case.test, case.expect
            ));
        }
    }
    assert!(judged.len() >= 90, "cases missing: {} of {}", judged.len(), suite.cases.len());
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), judged.len(), wrong.join("\n"));
}
