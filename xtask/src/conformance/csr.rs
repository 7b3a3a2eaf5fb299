//! Certification requests with a manifest: each to be accepted or refused for its product.

use std::{fs, path::Path};

use anyhow::Context as _;
use igc_catalogue::Product;
use igc_csr::{JudgeOptions, is_acceptable};
use igc_x509::{CertificationRequest, pem};
use serde::Deserialize;

use super::{
    Backend, cases,
    report::{Difference, Report},
};

#[derive(Deserialize)]
struct Entry {
    file: String,
    product: String,
    expect: Expect,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Expect {
    Accept,
    Refuse,
}

pub(super) fn run(
    folder: &Path,
    vectors: Option<&Path>,
    backend: Backend,
) -> anyhow::Result<Report> {
    let mut report = Report::new("csr");
    for Entry { file, product, expect } in cases::<Vec<Entry>>(folder, vectors, "manifest.json")? {
        let bytes = fs::read(folder.join(&file)).with_context(|| file.clone())?;
        let Ok(product) = Product::find(&product) else {
            report.skip(file, format!("no product {product}"));
            continue;
        };
        let outcome = match (judge(&bytes, product, backend), expect) {
            (Ok(()), Expect::Accept) | (Err(_), Expect::Refuse) => Ok(()),
            (Ok(()), Expect::Refuse) => Err(Difference::new("refuse", "accept", "")),
            (Err(why), Expect::Accept) => Err(Difference::new("accept", "refuse", why)),
        };
        report.case(file, outcome);
    }
    Ok(report)
}

/// `Ok` when the request can be served, else the codes of why not.
fn judge(bytes: &[u8], product: &Product, backend: Backend) -> Result<(), String> {
    let blocks = pem::decode(bytes).unwrap_or_default();
    let der = blocks.first().map_or(bytes, |block| &block.contents);
    let csr = CertificationRequest::parse(der).map_err(|error| error.code().to_owned())?;
    let findings = igc_csr::judge(&csr, product, backend.verifier(), &JudgeOptions::new());
    if is_acceptable(&findings) {
        return Ok(());
    }
    Err(findings.iter().map(|finding| format!("{} ", finding.kind.code())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_request_is_refused_and_an_unknown_product_skipped() {
        let dir = igc_testkit::temp_dir();
        fs::write(dir.path().join("a.der"), [0x30, 0x00]).unwrap();
        let lines = |product: &str, expect: &str| {
            let text =
                format!(r#"[{{"file": "a.der", "product": "{product}", "expect": "{expect}"}}]"#);
            fs::write(dir.path().join("manifest.json"), text).unwrap();
            run(dir.path(), None, Backend::AwsLc).unwrap().all_right()
        };
        assert!(lines("ORG_AUTH_CLI", "refuse"));
        assert!(!lines("ORG_AUTH_CLI", "accept"));
        assert!(!lines("NO_SUCH_THING", "refuse"));
    }
}
