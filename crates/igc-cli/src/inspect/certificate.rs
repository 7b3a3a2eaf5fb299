//! A certificate: what it is, whose, until when, for what.
use super::extension::{ExtensionFacts, extensions, label};
use super::key::KeyFacts;
use super::sheet::Sheet;
use crate::console::Console;
use crate::moment;
use crate::text::{hex, hex_plain};
use igc_catalogue::{Classification, Environment, Kind, authority_by_fingerprint, classify};
use igc_crypto::{AwsLc, Digest as _, DigestAlgorithm};
use igc_x509::Certificate;
use serde::Serialize;

/// A certificate's facts.
#[derive(Serialize)]
pub(crate) struct CertificateFacts {
    kind: &'static str,
    classification: ClassificationFacts,
    subject: String,
    issuer: String,
    serial: String,
    not_before: String,
    not_after: String,
    key: KeyFacts,
    signature_algorithm: String,
    sha256: String,
    extensions: Vec<ExtensionFacts>,
    #[serde(skip)]
    shown: Shown,
}

/// What only people are shown.
struct Shown {
    title: String,
    validity: String,
    ambiguity: Option<&'static str>,
    fingerprint: Vec<u8>,
    listed: Option<&'static str>,
}

#[derive(Serialize)]
struct ClassificationFacts {
    summary: String,
    products: Vec<&'static str>,
    environment: Option<&'static str>,
    gamme: Option<&'static str>,
    domain: Option<&'static str>,
    contradiction: bool,
    /// The catalogue's authority whose certificate this is, by SHA-256.
    authority: Option<&'static str>,
}

impl CertificateFacts {
    pub(crate) fn of(certificate: &Certificate<'_>, console: &Console) -> Self {
        let lang = console.voice.lang();
        let classification = classify(certificate);
        let fingerprint = AwsLc.digest(DigestAlgorithm::Sha256, certificate.der());
        let listed = <[u8; 32]>::try_from(fingerprint.as_slice())
            .ok()
            .and_then(|sha256| authority_by_fingerprint(&sha256));
        let validity = certificate.validity();
        let algorithm = certificate.signature_algorithm().oid;
        Self {
            kind: "certificate",
            shown: Shown {
                title: kind_title(&classification, console),
                validity: format!(
                    "{} → {}",
                    moment::moment(validity.not_before, lang),
                    moment::moment(validity.not_after, lang)
                ),
                ambiguity: classification.ambiguity().map(|text| label(text, lang)),
                fingerprint: fingerprint.clone(),
                listed: listed.map(igc_catalogue::Authority::id),
            },
            classification: ClassificationFacts {
                summary: classification.summary(),
                products: classification.products().iter().map(|p| p.code()).collect(),
                environment: classification.environment.map(Environment::name),
                gamme: classification.gamme.map(igc_catalogue::Gamme::name),
                domain: classification.domain.map(igc_catalogue::Domain::name),
                contradiction: classification.has_contradiction(),
                authority: listed.map(igc_catalogue::Authority::id),
            },
            subject: certificate.subject().rfc4514().to_string(),
            issuer: certificate.issuer().rfc4514().to_string(),
            serial: hex_plain(certificate.serial().as_bytes()),
            not_before: validity.not_before.to_string(),
            not_after: validity.not_after.to_string(),
            key: KeyFacts::of(&certificate.public_key()),
            signature_algorithm: algorithm
                .name()
                .map_or_else(|| algorithm.to_string(), str::to_owned),
            sha256: hex_plain(&fingerprint),
            extensions: extensions(certificate.extensions(), console),
        }
    }

    pub(crate) fn sheet(&self, console: &Console) -> Sheet {
        let voice = &console.voice;
        let mut sheet = Sheet::new(self.shown.title.clone());
        if let Some(why) = self.shown.ambiguity {
            sheet.row(voice.word("inspect-ambiguous"), why);
        }
        if self.classification.contradiction {
            sheet
                .row(voice.word("inspect-contradiction"), voice.word("inspect-contradiction-text"));
        }
        if let Some(id) = self.shown.listed {
            sheet.row(voice.word("inspect-listed"), id);
        }
        sheet.row(voice.word("inspect-subject"), &self.subject);
        sheet.row(voice.word("inspect-issuer"), &self.issuer);
        sheet.row(voice.word("inspect-serial"), self.serial.to_uppercase());
        sheet.row(voice.word("inspect-validity"), &self.shown.validity);
        sheet.row(voice.word("inspect-key"), self.key.line());
        sheet.row(voice.word("inspect-signature"), &self.signature_algorithm);
        sheet.row("SHA-256", hex(&self.shown.fingerprint));
        sheet.part(extension_part(&self.extensions, console));
        sheet
    }
}

/// The extensions as a part of a sheet.
pub(super) fn extension_part(extensions: &[ExtensionFacts], console: &Console) -> Sheet {
    let mut part = Sheet::new(console.voice.word("inspect-extensions"));
    for extension in extensions {
        let values = if extension.values.is_empty() {
            vec!["–".to_owned()]
        } else {
            extension.values.clone()
        };
        part.rows(extension.label(&console.voice), values);
        if console.manner.verbose {
            part.row(extension.oid.as_str(), &extension.der);
        }
    }
    part
}

/// What a certificate claims to be, in one line.
pub(crate) fn kind_title(classification: &Classification, console: &Console) -> String {
    let voice = &console.voice;
    let lang = voice.lang();
    let mut words = vec![voice.word("inspect-certificate")];
    match &classification.kind {
        Kind::Software(products) => {
            let or = voice.word("inspect-or");
            let codes: Vec<&str> = products.iter().map(|product| product.code()).collect();
            words.push(codes.join(&format!(" {or} ")));
            words.extend(
                classification.product().map(|product| label(product.label(), lang).to_owned()),
            );
        }
        Kind::Card { card_use, .. } => {
            let card_use = card_use.map_or("", igc_catalogue::CardUse::name);
            words.push(format!("{} {card_use}", voice.word("inspect-card")).trim_end().to_owned());
        }
        Kind::Authority(_) => words.push(voice.word("inspect-ca")),
        Kind::Legacy { equivalence, .. } => {
            words.push("IGC-CPS2bis".to_owned());
            words.extend(equivalence.map(|found| label(found.label, lang).to_owned()));
        }
        _ => words.push(voice.word("inspect-foreign")),
    }
    words.extend(classification.gamme.map(|gamme| gamme.code().to_owned()));
    words.extend(classification.environment.map(|environment| match (environment, lang) {
        (Environment::Production, _) => "PRODUCTION".to_owned(),
        (Environment::Test, _) => "TEST".to_owned(),
        (Environment::LocalTest, _) => "TEST LOCAL".to_owned(),
    }));
    words.join(" · ")
}
