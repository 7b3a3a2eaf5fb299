//! NIST PKITS, from the shared data.

mod suites {
    pub(crate) mod pkits;
}

use igc_crypto::RustCrypto;
use suites::pkits::{Row, judge};

/// Rows that cannot be right yet, and why; each must fail, or it is to be struck out.
const NOT_YET: &[(&str, &str)] = &[("4.1.5 ", "DSA")];

#[test]
fn pkits() {
    let Some(shared) = igc_testkit::shared() else { return };
    let data = shared.join("suites/pkits");
    let rows: Vec<Row> =
        serde_json::from_slice(&std::fs::read(data.join("vectors.json")).unwrap()).unwrap();
    let at = "2026-01-01T00:00:00Z".parse().unwrap();
    let (mut wrong, mut right) = (Vec::new(), 0);
    for row in &rows {
        let got = judge(row, &data, at, &RustCrypto).unwrap();
        let expected = got.is_ok() == row.should_validate;
        let excused = NOT_YET.iter().any(|(name, _)| row.name.starts_with(name));
        right += usize::from(expected);
        if expected == excused {
            wrong.push(format!("{}: want {}, got {got:?}", row.name, row.should_validate));
        }
    }
    assert!(rows.len() >= 181, "rows missing: found {}", rows.len());
    eprintln!("pkits: {right} of {} right", rows.len());
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
