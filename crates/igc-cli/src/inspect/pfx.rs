//! A PKCS#12: how it is protected, and what it holds as far as that can be seen.
use super::certificate::CertificateFacts;
use super::sheet::Sheet;
use crate::console::Console;
use crate::text::hex_plain;
use igc_pkcs12::{BagDescription, BagKind, Description, Protection, Warning};
use igc_x509::Certificate;
use serde_json::{Value, json};

/// The structure, the certificates seen, the remarks.
pub(crate) struct PfxFacts<'a> {
    pub(crate) description: &'a Description,
    pub(crate) certificates: Vec<&'a [u8]>,
    pub(crate) warnings: &'a [Warning],
    /// Whether the password was there.
    pub(crate) opened: bool,
}

impl PfxFacts<'_> {
    pub(crate) fn sheet(&self, console: &Console) -> Sheet {
        let voice = &console.voice;
        let mut sheet = Sheet::new(voice.word("inspect-pkcs12"));
        let mac = self.description.mac.as_ref().map_or_else(
            || voice.word("inspect-mac-none"),
            |mac| match mac.iterations {
                Some(count) => encrypted(&mac.algorithm, count, false, console),
                None => mac.algorithm.clone(),
            },
        );
        sheet.row(voice.word("inspect-mac"), mac);
        for (index, part) in self.description.parts.iter().enumerate() {
            let title = voice.say(
                "inspect-part",
                &[
                    ("number", index.saturating_add(1).into()),
                    ("protection", protection(&part.protection, console).into()),
                ],
            );
            let mut inner = Sheet::new(title);
            match &part.bags {
                Some(bags) => bags.iter().for_each(|bag| {
                    inner.row(kind(&bag.kind, console), bag_line(bag, console));
                }),
                None => inner.row("…", voice.word("inspect-closed")),
            }
            sheet.part(inner);
        }
        for warning in self.warnings {
            let text = voice.find(&crate::voice::code_id(warning.code()), &[]);
            sheet.row(voice.word("error-warning"), text.unwrap_or_else(|| warning.to_string()));
        }
        if !self.opened {
            sheet.row(voice.word("error-notice"), voice.word("inspect-no-password"));
        }
        for der in &self.certificates {
            if let Ok(certificate) = Certificate::parse(der) {
                sheet.part(CertificateFacts::of(&certificate, console).sheet(console));
            }
        }
        sheet
    }

    pub(crate) fn json(&self, console: &Console) -> Value {
        let mac = self
            .description
            .mac
            .as_ref()
            .map(|mac| json!({ "algorithm": mac.algorithm, "iterations": mac.iterations }));
        let parts = self.description.parts.iter().map(|part| {
            let bags = part.bags.as_ref().map(|bags| {
                bags.iter()
                    .map(|bag| {
                        json!({
                            "kind": kind_name(&bag.kind),
                            "protection": protection_json(&bag.protection),
                            "friendly_name": bag.friendly_name,
                            "local_key_id": bag.local_key_id.as_deref().map(hex_plain),
                        })
                    })
                    .collect::<Vec<_>>()
            });
            json!({ "protection": protection_json(&part.protection), "bags": bags })
        });
        let certificates = self.certificates.iter().filter_map(|der| {
            Some(json!(CertificateFacts::of(&Certificate::parse(der).ok()?, console)))
        });
        json!({
            "kind": "pkcs12",
            "opened": self.opened,
            "mac": mac,
            "parts": parts.collect::<Vec<_>>(),
            "certificates": certificates.collect::<Vec<_>>(),
            "warnings": self.warnings.iter().map(Warning::code).collect::<Vec<_>>(),
        })
    }
}

fn bag_line(bag: &BagDescription, console: &Console) -> String {
    let mut words = vec![protection(&bag.protection, console)];
    words.extend(bag.friendly_name.as_ref().map(|name| format!("« {name} »")));
    words.extend(bag.local_key_id.as_deref().map(|id| format!("localKeyID {}", hex_plain(id))));
    words.join(" · ")
}

fn protection(protection: &Protection, console: &Console) -> String {
    let voice = &console.voice;
    match protection {
        Protection::Clear => voice.word("inspect-clear"),
        Protection::Encrypted { algorithm, iterations, legacy } => {
            encrypted(algorithm, *iterations, *legacy, console)
        }
        Protection::Unsupported { oid } => {
            voice.say("inspect-unsupported", &[("oid", oid.clone().unwrap_or_default().into())])
        }
        Protection::OtherType(oid) => {
            voice.say("inspect-unsupported", &[("oid", oid.to_string().into())])
        }
        _ => voice.word("unknown"),
    }
}

fn encrypted(algorithm: &str, iterations: u64, legacy: bool, console: &Console) -> String {
    let id = if legacy { "inspect-encrypted-legacy" } else { "inspect-encrypted" };
    let args = [("algorithm", algorithm.into()), ("iterations", iterations.to_string().into())];
    console.voice.say(id, &args)
}

fn protection_json(protection: &Protection) -> Value {
    match protection {
        Protection::Clear => json!("clear"),
        Protection::Encrypted { algorithm, iterations, legacy } => {
            json!({ "algorithm": algorithm, "iterations": iterations, "legacy": legacy })
        }
        Protection::Unsupported { oid } => json!({ "unsupported": oid }),
        Protection::OtherType(oid) => json!({ "other_type": oid.to_string() }),
        _ => Value::Null,
    }
}

fn kind(kind: &BagKind, console: &Console) -> String {
    let voice = &console.voice;
    match kind {
        BagKind::Other(oid) => voice.say("inspect-bag-other", &[("oid", oid.to_string().into())]),
        known => voice.word(&format!("inspect-bag-{}", kind_name(known))),
    }
}

const fn kind_name(kind: &BagKind) -> &'static str {
    match kind {
        BagKind::Key => "key",
        BagKind::Certificate => "certificate",
        BagKind::Crl => "crl",
        BagKind::Secret => "secret",
        _ => "other",
    }
}
