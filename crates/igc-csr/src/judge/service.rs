//! What the project or service asks of its clients' certificates.

use igc_catalogue::{Product, Usage};
use igc_x509::{CertificationRequest, oid};

use crate::finding::{Finding, FindingKind};

pub(super) fn judge(
    csr: &CertificationRequest<'_>,
    product: &Product,
    usage: Option<&Usage>,
    findings: &mut Vec<Finding>,
) {
    let Some(usage) = usage else { return };
    let refused =
        usage.rules().iter().any(|rule| rule.refused_families.contains(&product.family()));
    if refused {
        findings.push(Finding::new(FindingKind::ServiceProduct, "product"));
    }
    let common_name = csr.subject().find(oid::ID_AT_COMMON_NAME).next();
    let common_name = common_name.and_then(|name| name.text().ok());
    let is_named = |names: &[&str]| common_name.as_deref().is_some_and(|cn| names.contains(&cn));
    let needs = usage.needs().iter().filter(|need| need.any_of.contains(&product));
    let services: Vec<&str> = needs.filter_map(|need| need.service).collect();
    let rules = usage.rules().iter().map(|rule| rule.services).chain([services.as_slice()]);
    for names in rules.filter(|names| !names.is_empty()) {
        if !is_named(names) {
            findings.push(
                Finding::new(FindingKind::ServiceName, "subject.commonName")
                    .expecting(names.join(" / ")),
            );
        }
    }
}
