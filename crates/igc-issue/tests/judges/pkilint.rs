//! pkilint looks at every product's certificate; what it says is in a golden file, each line explained in `docs/deviations.md`.

use core::fmt::Write as _;
use std::collections::BTreeMap;

use expect_test::expect_file;
use igc_issue::ProfileForm;

use crate::fixture::all;

#[test]
fn every_finding_is_known() {
    let deviations = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/deviations.md");
    let deviations = std::fs::read_to_string(deviations).unwrap();
    let (_, explained) = deviations.split_once("## igc-issue (pkilint)").unwrap();
    let mut report = String::new();
    for form in [ProfileForm::Current, ProfileForm::Legacy] {
        let mut by_finding: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for made in &all(form).made {
            let Some(findings) = igc_testkit::pkilint(&made.path) else { return };
            for finding in findings {
                let line = format!("{} {}", finding.severity, finding.code);
                let products = by_finding.entry(line).or_default();
                if !products.contains(&made.product.code()) {
                    products.push(made.product.code());
                }
            }
        }
        for (finding, products) in by_finding {
            let code = finding.split(' ').next_back().unwrap_or_default();
            assert!(explained.contains(&format!("- `{code}`:")), "{code} is not explained");
            writeln!(report, "{form:?} {finding}: {}", products.join(" ")).unwrap();
        }
    }
    expect_file!["pkilint.txt"].assert_eq(&report);
}
