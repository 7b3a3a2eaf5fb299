//! What a suite found.

use core::fmt;

use serde::Serialize;

/// Counts, and every case that was not right.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    suite: &'static str,
    total: usize,
    right: usize,
    wrong: Vec<Wrong>,
    skipped: Vec<Skipped>,
}

#[derive(Debug, Serialize)]
struct Wrong {
    id: String,
    expected: String,
    actual: String,
    why: String,
}

#[derive(Debug, Serialize)]
struct Skipped {
    id: String,
    why: String,
}

/// How a case came out otherwise than expected.
pub(crate) struct Difference {
    pub(crate) expected: String,
    pub(crate) actual: String,
    pub(crate) why: String,
}

impl Difference {
    pub(crate) fn new(
        expected: impl Into<String>,
        actual: impl Into<String>,
        why: impl Into<String>,
    ) -> Self {
        Self { expected: expected.into(), actual: actual.into(), why: why.into() }
    }
}

impl Report {
    pub(crate) fn new(suite: &'static str) -> Self {
        Self { suite, total: 0, right: 0, wrong: Vec::new(), skipped: Vec::new() }
    }

    /// Counts a case.
    pub(crate) fn case(&mut self, id: impl Into<String>, outcome: Result<(), Difference>) {
        self.total += 1;
        match outcome {
            Ok(()) => self.right += 1,
            Err(Difference { expected, actual, why }) => {
                self.wrong.push(Wrong { id: id.into(), expected, actual, why });
            }
        }
    }

    /// Counts a case that nothing here can judge.
    pub(crate) fn skip(&mut self, id: impl Into<String>, why: impl Into<String>) {
        self.total += 1;
        self.skipped.push(Skipped { id: id.into(), why: why.into() });
    }

    /// Nothing wrong, nothing skipped, and something was there.
    pub(crate) fn all_right(&self) -> bool {
        self.total > 0 && self.right == self.total
    }

    /// The documented object.
    pub(crate) fn json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Wrong { id, expected, actual, why } in &self.wrong {
            writeln!(f, "wrong    {id}\n  expected {expected}\n  actual   {actual}")?;
            if !why.is_empty() {
                writeln!(f, "  {why}")?;
            }
        }
        for Skipped { id, why } in &self.skipped {
            writeln!(f, "skipped  {id}: {why}")?;
        }
        let Self { suite, total, right, wrong, skipped } = self;
        write!(
            f,
            "{suite}: {right} of {total} right, {} wrong, {} skipped",
            wrong.len(),
            skipped.len()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_suite_is_not_all_right_and_neither_is_a_skip() {
        let mut report = Report::new("test");
        assert!(!report.all_right());
        report.case("a", Ok(()));
        assert!(report.all_right());
        report.skip("b", "no judge");
        assert!(!report.all_right());
        report.case("c", Err(Difference::new("valid", "revoked", "")));
        let json: serde_json::Value = serde_json::from_str(&report.json()).unwrap();
        assert_eq!(json["total"], 3);
        assert_eq!(json["right"], 1);
        assert_eq!(json["wrong"][0]["actual"], "revoked");
        assert_eq!(json["skipped"][0]["id"], "b");
    }
}
