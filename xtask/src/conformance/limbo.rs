//! Cases of x509-limbo, BetterTLS among them: as a harness of limbo, or as a suite like the others.

use std::{
    io,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::Context as _;
use igc_x509::Time;
use serde::Serialize;

use super::{
    Backend, cases,
    report::{Difference, Report},
};
use judge::{Case, Limbo};

#[path = "../../../crates/igc-verify/tests/suites/limbo.rs"]
mod judge;

/// The form in which limbo takes the results of a harness.
#[derive(Serialize)]
struct Results {
    version: u8,
    harness: &'static str,
    results: Vec<CaseResult>,
}

#[derive(Serialize)]
struct CaseResult {
    id: String,
    actual_result: &'static str,
    /// The profile, and why the case was not accepted.
    context: String,
}

/// From limbo's cases on standard input to limbo's results on standard output; true when each is as expected.
pub(super) fn harness(backend: Backend) -> anyhow::Result<bool> {
    let limbo: Limbo = serde_json::from_reader(io::stdin().lock()).context("standard input")?;
    let results = results(&limbo, backend)?;
    let right = limbo
        .testcases
        .iter()
        .zip(&results.results)
        .all(|(case, result)| case.expected_result == result.actual_result);
    serde_json::to_writer_pretty(io::stdout().lock(), &results)?;
    println!();
    Ok(right && !results.results.is_empty())
}

pub(super) fn run(
    folder: &Path,
    vectors: Option<&Path>,
    backend: Backend,
) -> anyhow::Result<Report> {
    let limbo: Limbo = cases(folder, vectors, "limbo.json")?;
    let mut report = Report::new("limbo");
    for (case, result) in limbo.testcases.iter().zip(results(&limbo, backend)?.results) {
        let CaseResult { id, actual_result, context } = result;
        match actual_result {
            "SKIPPED" => report.skip(id, context),
            actual if actual == case.expected_result => report.case(id, Ok(())),
            actual => {
                report.case(id, Err(Difference::new(&case.expected_result, actual, context)));
            }
        }
    }
    Ok(report)
}

fn results(limbo: &Limbo, backend: Backend) -> anyhow::Result<Results> {
    let now = now()?;
    let results = limbo.testcases.iter().map(|case| result(case, now, backend)).collect();
    Ok(Results { version: 1, harness: "igc", results })
}

fn result(case: &Case, now: Time, backend: Backend) -> CaseResult {
    let (actual_result, why) = match judge::judge(case, now, None, backend.verifier()) {
        Ok(Ok(())) => ("SUCCESS", String::new()),
        Ok(Err(why)) => ("FAILURE", why),
        Err(why) => ("SKIPPED", why),
    };
    let profile = judge::profile(&case.id);
    let context = format!("profile {}; {why}", profile.name());
    let context = context.trim_end_matches([';', ' ']).to_owned();
    CaseResult { id: case.id.clone(), actual_result, context }
}

/// For the cases that give no time.
fn now() -> anyhow::Result<Time> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    Time::from_unix(i64::try_from(seconds)?).context("the clock is past 9999")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole suite runs in igc-verify; here every tenth case, through limbo's own form.
    #[test]
    fn a_tenth_is_right() {
        let Some(shared) = igc_testkit::shared() else { return };
        let mut limbo: Limbo = cases(&shared.join("suites/limbo"), None, "limbo.json").unwrap();
        limbo.testcases = limbo.testcases.into_iter().step_by(10).collect();
        assert!(limbo.testcases.len() > 10);
        let found = results(&limbo, Backend::AwsLc).unwrap();
        for (case, result) in limbo.testcases.iter().zip(&found.results) {
            assert_eq!(case.id, result.id);
            assert_eq!(case.expected_result, result.actual_result, "{}", case.id);
            assert!(result.context.starts_with("profile "), "{}", result.context);
        }
        assert!(found.results.iter().any(|result| result.actual_result == "SUCCESS"));
        assert!(found.results.iter().any(|result| result.actual_result == "FAILURE"));
    }
}
