//! x509-limbo and BetterTLS, from the shared data.
#![expect(clippy::unwrap_used, reason = "a test reports failure by panicking")]

mod suites {
    pub(crate) mod limbo;
}

use igc_crypto::RustCrypto;
use igc_x509::Time;
use suites::limbo::{Limbo, judge};

/// A moment within the validity of every case that gives none.
const NOW: i64 = 1_795_000_000;

fn run(file: &str, least: usize) {
    let Some(shared) = igc_testkit::shared() else { return };
    let text = std::fs::read(shared.join("suites").join(file)).unwrap();
    let limbo: Limbo = serde_json::from_slice(&text).unwrap();
    let now = Time::from_unix(NOW).unwrap();
    let mut wrong = Vec::new();
    for case in &limbo.testcases {
        let got = judge(case, now, None, &RustCrypto).unwrap();
        let expected = case.expected_result == "SUCCESS";
        if got.is_ok() != expected {
            wrong.push(format!("{}: want {}, got {got:?}", case.id, case.expected_result));
        }
    }
    let seen = limbo.testcases.len();
    assert!(seen >= least, "cases missing: found {seen}");
    assert!(wrong.is_empty(), "{} of {seen} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn limbo() {
    run("limbo/limbo.json", 151);
}

#[test]
fn bettertls() {
    run("bettertls/limbo-bettertls.json", 1258);
}
