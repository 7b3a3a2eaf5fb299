//! Certification requests: read, built, and held against what was ordered.
use crate::console::Console;
use crate::failure::{Failure, Weight};
use crate::files;
use igc_catalogue::{Fields, Product, Requester};
use igc_crypto::{AwsLc, PrivateKey, SigningBackend as _};
use igc_csr::{CsrBuilder, CsrError, Finding, JudgeOptions, Ready, Severity, is_acceptable, judge};
use igc_x509::input::{InputKind, read_any};
use igc_x509::{CertificationRequest, ErrorKind};
use std::path::Path;

/// The first request of a file, DER.
pub(crate) fn read(path: &Path, bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let inputs = read_any(bytes).map_err(|error| Failure::from_x509(error, path))?;
    let request = inputs.into_iter().find(|input| input.kind == InputKind::CertificationRequest);
    let unknown = || Failure::unable(ErrorKind::UnknownInput.code()).at(files::show(path));
    request.map(|input| input.contents.into_owned()).ok_or_else(unknown)
}

/// Whether a request can be made of these fields at all: asked before a key is made.
pub(crate) fn refuse_unfit(product: &Product, fields: &Fields) -> Result<(), Failure> {
    ready(product, fields).map(drop)
}

/// A request of `product` for `key`, DER.
pub(crate) fn build(
    product: &Product,
    fields: &Fields,
    key: &PrivateKey,
) -> Result<Vec<u8>, Failure> {
    let signer = AwsLc.usual_signing_key(key).map_err(|error| Failure::unable(error.code()))?;
    let signed = ready(product, fields)?.sign(signer.as_ref());
    signed.map(|request| request.der().to_vec()).map_err(|error| refused(product, &error))
}

fn ready<'p>(product: &'p Product, fields: &Fields) -> Result<CsrBuilder<'p, Ready>, Failure> {
    CsrBuilder::new(product).fields(fields).map_err(|error| refused(product, &error))
}

fn refused(product: &Product, error: &CsrError) -> Failure {
    Failure::unable(error.code()).at(product.code()).detail(error.to_string())
}

/// What is to be said of a request for `product`; the file's name is where.
pub(crate) fn findings(
    der: &[u8],
    path: &Path,
    product: &Product,
    options: &JudgeOptions<'_>,
) -> Result<Vec<Finding>, Failure> {
    let request =
        CertificationRequest::parse(der).map_err(|error| Failure::from_x509(error, path))?;
    Ok(judge(&request, product, &AwsLc, options))
}

/// Says every finding on standard error; fails when one of them forbids to go on.
pub(crate) fn accept(
    findings: &[Finding],
    path: &Path,
    product: &Product,
    console: &Console,
) -> Result<(), Failure> {
    for finding in findings.iter().filter(|finding| finding.severity() > Severity::Info) {
        if !console.manner.json {
            console.remark(failure(finding, path, product).text(console).trim_end());
        }
    }
    if is_acceptable(findings) {
        return Ok(());
    }
    let codes: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error)
        .map(Finding::code)
        .collect();
    Err(Failure::refused("order.csr.unfit").at(files::show(path)).detail(codes.join(", ")))
}

/// A finding, in the form of an error.
pub(crate) fn failure(finding: &Finding, path: &Path, product: &Product) -> Failure {
    let failure = Failure::refused(finding.code())
        .weighing(match finding.severity() {
            Severity::Error => Weight::Error,
            Severity::Warning => Weight::Warning,
            Severity::Info => Weight::Notice,
        })
        .at(format!("{}, {}", files::show(path), finding.field))
        .personal(product.ordering().requester == Requester::Professional);
    match &finding.expected {
        Some(expected) => failure.expecting(expected),
        None => failure,
    }
}

/// A finding as programs read it.
pub(crate) fn json(
    finding: &Finding,
    path: &Path,
    product: &Product,
    console: &Console,
) -> serde_json::Value {
    let text = failure(finding, path, product).json(&console.voice);
    serde_json::json!({
        "code": finding.code(),
        "severity": finding.severity().name(),
        "field": finding.field,
        "expected": finding.expected,
        "message": text.get("message"),
        "rule": text.get("rule"),
        "cure": text.get("cure"),
    })
}
