//! A folder of IGC-Santé artefacts with its manifest: read, classify, validate, open.
//!
//! Each file gives several cases, named `FILE:ASPECT`.

mod certificate;
mod containers;
mod crl;
mod pkcs12;
mod validation;

use std::{fs, path::Path};

use anyhow::Context as _;
use igc_catalogue::{Generation, classify};
use igc_crypto::{AwsLc, Digest as _, DigestAlgorithm, Legacy, RustCrypto, SignatureVerifier};
use igc_testkit::{Entry, Manifest};
use igc_x509::Certificate;

use super::{
    Backend, cases,
    report::{Difference, Report},
};
use validation::{Authorities, Setting};

pub(super) fn run(
    folder: &Path,
    vectors: Option<&Path>,
    backend: Backend,
) -> anyhow::Result<Report> {
    let manifest: Manifest = cases(folder, vectors, "manifest.json")?;
    let setting = Setting {
        folder,
        authorities: &Authorities::read(folder, &manifest)?,
        verifiers: &Verifiers::of(backend),
    };
    let mut report = Report::new("igc");
    for entry in &manifest.files {
        let octets = fs::read(folder.join(&entry.file)).with_context(|| entry.file.clone())?;
        let id = |aspect: &str| format!("{}:{aspect}", entry.file);
        report.case(id("content"), equal("sha256", &entry.sha256, &sha256(&octets)));
        match entry.kind.as_str() {
            "ca" | "leaf" => {
                report.case(id("fields"), certificate::fields(entry, &octets));
                report.case(id("classification"), certificate::classification(entry, &octets));
            }
            "crl" => report.case(id("fields"), crl::fields(entry, &octets)),
            "p12" => {
                report.case(id("open"), pkcs12::open(entry, &octets));
                report.case(id("wrong-password"), pkcs12::wrong_password(entry, &octets));
            }
            "p7b" | "pem" | "pem-bundle" => {
                report.case(id("certificates"), containers::file(entry, &octets));
            }
            "jks" => report.case(id("certificates"), containers::jks(entry, &octets)),
            "xml-signature" => report.case(id("certificates"), containers::xml(entry, &octets)),
            other => report.skip(id("kind"), format!("nothing here judges the kind `{other}`")),
        }
        if let Some(expected) = &entry.verify {
            let outcome = match entry.kind.as_str() {
                "crl" => validation::crl(&setting, entry, &octets, expected)?,
                _ => validation::path(&setting, &octets, expected)?,
            };
            report.case(id("verdict"), outcome);
        }
    }
    Ok(report)
}

/// One backend, under the rules of today and under those of the time of SHA-1 and RSA-1024 (IGC-CPS2bis).
struct Verifiers<'v> {
    current: &'v dyn SignatureVerifier,
    legacy: &'v dyn SignatureVerifier,
}

impl Verifiers<'_> {
    fn of(backend: Backend) -> Self {
        match backend {
            Backend::RustCrypto => Self { current: &RustCrypto, legacy: &Legacy(RustCrypto) },
            Backend::AwsLc => Self { current: &AwsLc, legacy: &Legacy(AwsLc) },
        }
    }

    fn for_certificate(&self, certificate: &Certificate<'_>) -> &dyn SignatureVerifier {
        match classify(certificate).generation {
            Some(Generation::IgcCps2bis) => self.legacy,
            _ => self.current,
        }
    }
}

/// Hexadecimal SHA-256.
fn sha256(octets: &[u8]) -> String {
    hex(&RustCrypto.digest(DigestAlgorithm::Sha256, octets))
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

fn equal(field: &str, expected: &str, actual: &str) -> Result<(), Difference> {
    let mut fields = Fields::default();
    fields.compare(field, &expected, &actual);
    fields.finish()
}

/// A field of the manifest that only some kinds have.
fn more<'e>(entry: &'e Entry, field: &str) -> Option<&'e serde_json::Value> {
    entry.more.get(field).filter(|value| !value.is_null())
}

/// Fields compared one by one; those that differ become one difference.
#[derive(Default)]
struct Fields {
    expected: Vec<String>,
    actual: Vec<String>,
}

impl Fields {
    fn compare<T: PartialEq + core::fmt::Debug + ?Sized>(
        &mut self,
        field: &str,
        expected: &T,
        actual: &T,
    ) {
        if expected != actual {
            self.expected.push(format!("{field}={expected:?}"));
            self.actual.push(format!("{field}={actual:?}"));
        }
    }

    fn finish(self) -> Result<(), Difference> {
        if self.expected.is_empty() {
            return Ok(());
        }
        let why = format!("{} of its fields differ", self.expected.len());
        Err(Difference::new(self.expected.join("; "), self.actual.join("; "), why))
    }
}

/// What could not even be read.
fn unreadable(error: &impl core::fmt::Display) -> Difference {
    Difference::new("readable", "unreadable", error.to_string())
}

#[cfg(test)]
mod tests;
