//! pkilint, DigiCert's linter: the judge of the certificates we issue.

use std::path::Path;

use serde::Deserialize;

use crate::judge::judge;

/// One thing pkilint has to say about a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where, as a path through the structure.
    pub node: String,
    /// `FATAL`, `ERROR`, `WARNING`, `NOTICE`, ….
    pub severity: String,
    /// Stable code, such as `pkix.certificate_…`.
    pub code: String,
    /// Details, when there are any.
    pub message: Option<String>,
}

#[derive(Deserialize)]
struct Report {
    results: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    node_path: String,
    finding_descriptions: Vec<Description>,
}

#[derive(Deserialize)]
struct Description {
    severity: String,
    code: String,
    #[serde(default)]
    message: Option<String>,
}

/// What pkilint's RFC 5280 linter finds in `certificate` (PEM or DER) at `NOTICE` and above.
///
/// `None` when this machine has no pkilint.
///
/// # Panics
/// When pkilint prints no report.
#[must_use]
pub fn pkilint(certificate: &Path) -> Option<Vec<Finding>> {
    let linter = judge("lint_pkix_cert")?;
    let file = certificate.display().to_string();
    // The exit status is the number of findings, not success.
    let outcome = linter.run(["lint", "-s", "NOTICE", "-f", "JSON", &file]);
    let report: Report = match serde_json::from_slice(&outcome.stdout_bytes) {
        Ok(report) => report,
        Err(error) => panic!("pkilint printed no report: {error}\n{outcome}"),
    };
    let findings = report.results.into_iter().flat_map(|group| {
        group.finding_descriptions.into_iter().map(move |found| Finding {
            node: group.node_path.clone(),
            severity: found.severity,
            code: found.code,
            message: found.message,
        })
    });
    Some(findings.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chain, Key};

    #[test]
    fn a_fault_is_found_where_it_is() {
        let Some(openssl) = crate::openssl() else { return };
        // A CA certificate must assert keyCertSign when keyUsage is there (RFC 5280 §4.2.1.3).
        let faulty =
            "basicConstraints = critical, CA:TRUE\nkeyUsage = critical, digitalSignature\n";
        let chain = Chain::with_leaf(&openssl, Key::P256, "/CN=TEST", faulty);
        let Some(found) = pkilint(&chain.path("leaf.pem")) else { return };
        assert!(found.iter().any(|finding| finding.severity == "ERROR"), "{found:?}");
        assert!(found.iter().all(|finding| finding.code.contains('.')), "{found:?}");
    }
}
