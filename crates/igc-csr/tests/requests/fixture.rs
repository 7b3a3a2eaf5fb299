//! The same fictional order for every maker, and how a verdict is written down.

use igc_catalogue::{Field, Fields, Product};
use igc_crypto::RustCrypto;
use igc_csr::{Finding, JudgeOptions, judge};
use igc_x509::CertificationRequest;

pub(crate) const STRUCTURE: [(&str, &str); 4] =
    [("C", "FR"), ("ST", "Paris (75)"), ("O", "HOPITAL FICTIF DE TEST"), ("OU", "10B0999999")];
pub(crate) const SERVICE: &str = "Client_FICTIF";
pub(crate) const SERVER: &str = "serveur.exemple.test";

pub(crate) fn fields() -> Fields {
    Fields::new()
        .with(Field::StructureName, "HOPITAL FICTIF DE TEST")
        .with(Field::StructureId, "10B0999999")
        .with(Field::StructureDepartment, "Paris (75)")
        .with(Field::Service, SERVICE)
        .with(Field::Fqdn, SERVER)
        .with(Field::Email, "contact@exemple.test")
        .with(Field::PersonId, "899999999999")
        .with(Field::GivenName, "ÉLOÏSE")
        .with(Field::Surname, "FICTIVE")
        .with(Field::ProfessionTitle, "Médecin")
        .with(Field::ProfessionCode, "10")
}

pub(crate) fn product(name: &str) -> &'static Product {
    Product::find(name).unwrap()
}

/// The DER of a request in PEM.
pub(crate) fn der(pem: &str) -> Vec<u8> {
    igc_x509::pem::decode(pem.as_bytes()).unwrap().remove(0).contents
}

pub(crate) fn findings(der: &[u8], product_name: &str, options: &JudgeOptions<'_>) -> Vec<Finding> {
    let csr = CertificationRequest::parse(der).unwrap();
    judge(&csr, product(product_name), &RustCrypto, options)
}

/// `code field` of each finding against the product and the fields above.
pub(crate) fn verdict(der: &[u8], product_name: &str) -> Vec<String> {
    let fields = fields();
    lines(&findings(der, product_name, &JudgeOptions::new().fields(&fields)))
}

pub(crate) fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {}", finding.code(), finding.field)).collect()
}
