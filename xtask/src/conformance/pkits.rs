//! Rows of NIST PKITS, in the form of Go's table.

use std::path::Path;

use igc_x509::Time;

use super::{
    Backend, cases,
    report::{Difference, Report},
};
use judge::Row;

#[path = "../../../crates/igc-verify/tests/suites/pkits.rs"]
mod judge;

/// Within the validity of the suite, which lasts from 2012 to 2029.
const AT: &str = "2026-01-01T00:00:00Z";

pub(super) fn run(
    folder: &Path,
    vectors: Option<&Path>,
    backend: Backend,
) -> anyhow::Result<Report> {
    Ok(judged(&cases::<Vec<Row>>(folder, vectors, "vectors.json")?, folder, backend)?)
}

fn judged<'r>(
    rows: impl IntoIterator<Item = &'r Row>,
    folder: &Path,
    backend: Backend,
) -> Result<Report, igc_x509::Error> {
    let at: Time = AT.parse()?;
    let mut report = Report::new("pkits");
    for row in rows {
        match judge::judge(row, folder, at, backend.verifier()) {
            Err(why) => report.skip(&row.name, why),
            Ok(got) if got.is_ok() == row.should_validate => report.case(&row.name, Ok(())),
            Ok(Ok(())) => report.case(&row.name, Err(Difference::new("invalid", "valid", ""))),
            Ok(Err(why)) => report.case(&row.name, Err(Difference::new("valid", "invalid", why))),
        }
    }
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole suite runs in igc-verify; here every tenth row, then the same turned round.
    #[test]
    fn a_tenth_is_right_and_wrong_when_altered() {
        let Some(shared) = igc_testkit::shared() else { return };
        let folder = shared.join("suites/pkits");
        let mut rows: Vec<Row> = cases(&folder, None, "vectors.json").unwrap();
        rows = rows.into_iter().step_by(10).collect();
        assert!(rows.len() > 10);
        let report = judged(&rows, &folder, Backend::AwsLc).unwrap();
        assert!(report.all_right(), "{report}");
        for row in &mut rows {
            row.should_validate = !row.should_validate;
            let report = judged([&*row], &folder, Backend::AwsLc).unwrap();
            assert!(!report.all_right(), "{}", row.name);
        }
    }
}
