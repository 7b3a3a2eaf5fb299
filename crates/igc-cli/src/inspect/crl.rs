//! A certificate revocation list (RFC 5280 §5).
use super::certificate::extension_part;
use super::extension::{ExtensionFacts, extensions};
use super::sheet::Sheet;
use crate::console::Console;
use crate::moment;
use crate::text::hex_plain;
use igc_x509::{CertificateList, Error};
use serde::Serialize;

/// How many entries people are shown; programs get all.
const SHOWN_ENTRIES: usize = 10;

/// A list's facts.
#[derive(Serialize)]
pub(crate) struct CrlFacts {
    kind: &'static str,
    issuer: String,
    this_update: String,
    next_update: Option<String>,
    signature_algorithm: String,
    extensions: Vec<ExtensionFacts>,
    revoked: Vec<Entry>,
    #[serde(skip)]
    shown: String,
}

#[derive(Serialize)]
struct Entry {
    serial: String,
    revocation_date: String,
    reason: Option<&'static str>,
}

impl CrlFacts {
    pub(crate) fn of(list: &CertificateList<'_>, console: &Console) -> Result<Self, Error> {
        let lang = console.voice.lang();
        let algorithm = list.signature_algorithm().oid;
        let next = list.next_update();
        let revoked = list.revoked_certificates().map(|entry| {
            let entry = entry?;
            Ok(Entry {
                serial: hex_plain(entry.serial.as_bytes()),
                revocation_date: entry.revocation_date.to_string(),
                reason: entry.reason()?.map(igc_x509::RevocationReason::name),
            })
        });
        Ok(Self {
            kind: "crl",
            issuer: list.issuer().rfc4514().to_string(),
            this_update: list.this_update().to_string(),
            next_update: next.map(|time| time.to_string()),
            signature_algorithm: algorithm
                .name()
                .map_or_else(|| algorithm.to_string(), str::to_owned),
            extensions: extensions(list.extensions(), console),
            revoked: revoked.collect::<Result<_, Error>>()?,
            shown: format!(
                "{} → {}",
                moment::moment(list.this_update(), lang),
                next.map_or_else(|| "…".to_owned(), |time| moment::moment(time, lang))
            ),
        })
    }

    pub(crate) fn sheet(&self, console: &Console) -> Sheet {
        let voice = &console.voice;
        let mut sheet = Sheet::new(voice.word("inspect-crl"));
        sheet.row(voice.word("inspect-issuer"), &self.issuer);
        sheet.row(voice.word("inspect-validity"), &self.shown);
        sheet.row(voice.word("inspect-signature"), &self.signature_algorithm);
        sheet.row(voice.word("inspect-revoked"), self.revoked.len().to_string());
        sheet.part(extension_part(&self.extensions, console));
        let mut part = Sheet::new(voice.word("inspect-revoked"));
        for entry in self.revoked.iter().take(SHOWN_ENTRIES) {
            let reason = entry.reason.unwrap_or_default();
            part.row(entry.serial.to_uppercase(), format!("{} {reason}", entry.revocation_date));
        }
        if self.revoked.len() > SHOWN_ENTRIES {
            part.row("…", voice.word("inspect-more-json"));
        }
        if !self.revoked.is_empty() {
            sheet.part(part);
        }
        sheet
    }
}
