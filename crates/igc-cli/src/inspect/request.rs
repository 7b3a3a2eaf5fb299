//! A certification request (RFC 2986).
use super::certificate::extension_part;
use super::extension::{ExtensionFacts, extensions};
use super::key::KeyFacts;
use super::sheet::Sheet;
use crate::console::Console;
use igc_crypto::{AwsLc, SignatureVerifier as _};
use igc_x509::CertificationRequest;
use serde::Serialize;

/// A request's facts.
#[derive(Serialize)]
pub(crate) struct RequestFacts {
    kind: &'static str,
    subject: String,
    key: KeyFacts,
    signature_algorithm: String,
    /// Whether the request proves possession of its key.
    signature_holds: bool,
    attributes: Vec<String>,
    extensions: Vec<ExtensionFacts>,
}

impl RequestFacts {
    pub(crate) fn of(request: &CertificationRequest<'_>, console: &Console) -> Self {
        let algorithm = request.signature_algorithm();
        let verified =
            AwsLc.verify(&algorithm, &request.public_key(), request.info(), request.signature());
        let named =
            |oid: igc_x509::Oid<'_>| oid.name().map_or_else(|| oid.to_string(), str::to_owned);
        let wanted = request.extension_request().ok().flatten();
        Self {
            kind: "csr",
            subject: request.subject().rfc4514().to_string(),
            key: KeyFacts::of(&request.public_key()),
            signature_algorithm: named(algorithm.oid),
            signature_holds: verified.is_ok(),
            attributes: request.attributes().map(|attribute| named(attribute.oid)).collect(),
            extensions: wanted.map(|all| extensions(&all, console)).unwrap_or_default(),
        }
    }

    pub(crate) fn sheet(&self, console: &Console) -> Sheet {
        let voice = &console.voice;
        let mut sheet = Sheet::new(voice.word("inspect-request"));
        sheet.row(voice.word("inspect-subject"), &self.subject);
        sheet.row(voice.word("inspect-key"), self.key.line());
        let holds = if self.signature_holds {
            "inspect-signature-holds"
        } else {
            "inspect-signature-fails"
        };
        sheet.row(
            voice.word("inspect-signature"),
            format!("{}, {}", self.signature_algorithm, voice.word(holds)),
        );
        sheet.rows(voice.word("inspect-attributes"), self.attributes.iter().cloned());
        if !self.extensions.is_empty() {
            sheet.part(extension_part(&self.extensions, console));
        }
        sheet
    }
}
