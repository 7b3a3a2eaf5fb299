//! What an order made: for people, for programs, and for whoever finds the folder.
use super::make::Made;
use super::plan::{Plan, Wanted};
use super::target::{self, Targets};
use crate::console::{Console, Paint};
use crate::failure::Failure;
use crate::files::show;
use crate::moment;
use crate::subject::Subject;
use crate::text::{hex_plain, pad, quoted};
use crate::voice::Voice;
use igc_crypto::{AwsLc, Digest as _, DigestAlgorithm};
use igc_x509::{Certificate, Time};
use serde_json::{Value, json};
use std::path::Path;

/// Everything there is to tell.
pub(crate) struct Summary<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) made: &'a [Made],
    pub(crate) targets: &'a [Targets],
    pub(crate) subject: &'a Subject,
    pub(crate) folder: &'a Path,
    pub(crate) igc: &'a Path,
    pub(crate) at: Time,
    /// Whether a password was generated and written.
    pub(crate) generated: bool,
}

impl Summary<'_> {
    /// The command that checks what was made.
    pub(crate) fn check(&self) -> String {
        let folder = quoted(&show(self.folder));
        format!("igc verify {folder}/*.pem --anchor {folder}/ancre.pem")
    }

    fn each(&self) -> impl Iterator<Item = (&Wanted, &Made, &Targets)> {
        let made = self.made.iter().zip(self.targets);
        self.plan.wanted.iter().zip(made).map(|(wanted, (made, targets))| (wanted, made, targets))
    }

    fn title(&self, voice: &Voice) -> String {
        let usage = self.plan.usage.map_or_else(
            || {
                self.plan
                    .wanted
                    .iter()
                    .map(|wanted| wanted.product.code())
                    .collect::<Vec<_>>()
                    .join(", ")
            },
            |usage| usage.code().to_uppercase(),
        );
        if let Some(person) = self.plan.person().filter(|_| self.plan.is_personal()) {
            let args = [
                ("usage", usage.into()),
                ("name", person.name().into()),
                ("number", person.rpps().into()),
            ];
            return voice.say("order-title-person", &args);
        }
        let number = self.subject.structure_id.get(1..).unwrap_or_default();
        let args = [
            ("usage", usage.into()),
            ("name", self.subject.structure.as_str().into()),
            ("register", self.subject.register().into()),
            ("number", number.into()),
        ];
        voice.say("order-title", &args)
    }
}

/// The end of a certificate just made.
fn not_after(made: &Made) -> Result<Time, Failure> {
    Certificate::parse(made.issued.der())
        .map(|certificate| certificate.validity().not_after)
        .map_err(|error| Failure::from_x509(error, Path::new("CERTIFICATE")))
}

/// For people, on standard output.
pub(crate) fn text(summary: &Summary<'_>, console: &Console) -> Result<String, Failure> {
    let voice = &console.voice;
    let mut page = format!("{}\n", console.paint(Paint::Bold, &summary.title(voice)));
    page.push_str(&lines(summary, voice, &|text| console.paint(Paint::Green, text))?);
    Ok(page)
}

/// The same for whoever finds the folder later.
pub(crate) fn notice(summary: &Summary<'_>, voice: &Voice) -> Result<String, Failure> {
    let made = moment::moment(summary.at, voice.lang());
    let made = voice.say("order-notice-made", &[("at", made.into())]);
    let lines = lines(summary, voice, &str::to_owned)?;
    Ok(format!("{}\n{made}\n\n{lines}", summary.title(voice)))
}

fn lines(
    summary: &Summary<'_>,
    voice: &Voice,
    bright: &dyn Fn(&str) -> String,
) -> Result<String, Failure> {
    let width = |get: &dyn Fn(&Wanted) -> usize| {
        summary.plan.wanted.iter().map(get).max().unwrap_or_default()
    };
    let codes = width(&|wanted| wanted.product.code().chars().count());
    let services = width(&|wanted| wanted.name().chars().count());
    let roles = width(&|wanted| wanted.role.map_or(0, |role| role.chars().count()));
    let indent = " ".repeat(codes.saturating_add(4));
    let mut page = String::new();
    for (wanted, made, targets) in summary.each() {
        let end = moment::date(not_after(made)?, voice.lang());
        page.push_str(&format!(
            "  {}  {}  {}  {}\n",
            bright(&pad(wanted.product.code(), codes)),
            pad(&wanted.name(), services),
            pad(wanted.role.unwrap_or_default(), roles),
            voice.say("order-until", &[("date", end.into())]),
        ));
        let secret = made.key.as_ref().map(|_| {
            [
                (&targets.platform, "order-file-platform"),
                (&targets.modern, "order-file-modern"),
                (&targets.key, "order-file-key"),
            ]
        });
        let public = [
            (&targets.certificate, "order-file-certificate"),
            (&targets.full_chain, "order-file-chain"),
        ];
        let files = secret.into_iter().flatten().chain(public);
        for (path, what) in files {
            page.push_str(&format!("{indent}{}  {}\n", pad(&show(path), 60), voice.word(what)));
        }
    }
    page.push('\n');
    let folder = summary.folder;
    let mut common = vec![
        (target::chain(folder), "order-file-authorities"),
        (target::anchor(folder), "order-file-anchor"),
    ];
    if summary.generated {
        common.push((target::password(folder), "order-file-password"));
    }
    for (path, what) in common {
        page.push_str(&format!("  {}  {}\n", pad(&show(&path), 62), voice.word(what)));
    }
    page.push_str(&format!("\n{}\n{}\n", voice.word("order-keep"), voice.word("order-hand-out")));
    if summary.subject.fictional && !summary.plan.is_personal() {
        page.push_str(&format!("{}\n", voice.word("order-fictional")));
    }
    if summary.subject.person_fictional && summary.plan.person().is_some() {
        page.push_str(&format!("{}\n", voice.word("order-fictional-person")));
    }
    page.push_str(&format!("{} {}\n", voice.word("order-check"), summary.check()));
    Ok(page)
}

/// For programs.
pub(crate) fn json(summary: &Summary<'_>) -> Result<Value, Failure> {
    let certificates = summary
        .each()
        .map(|(wanted, made, targets)| certificate(wanted, made, targets))
        .collect::<Result<Vec<_>, _>>()?;
    // A professional who orders for himself has no structure in his certificates.
    let structure = (!summary.plan.is_personal()).then(|| {
        json!({
            "name": summary.subject.structure,
            "id": summary.subject.structure_id,
            "fictional": summary.subject.fictional,
        })
    });
    let person = summary.plan.person().map(|person| {
        json!({
            "given_name": person.given_name,
            "surname": person.surname,
            "id": person.id,
            "fictional": summary.subject.person_fictional,
        })
    });
    Ok(json!({
        "schema": "igc.order/1",
        "usage": summary.plan.usage.map(igc_catalogue::Usage::code),
        "structure": structure,
        "person": person,
        "at": summary.at.to_string(),
        "igc": show(summary.igc),
        "folder": show(summary.folder),
        "certificates": certificates,
        "authorities": show(&target::chain(summary.folder)),
        "anchor": show(&target::anchor(summary.folder)),
        "password_file": summary.generated.then(|| show(&target::password(summary.folder))),
        "check": summary.check(),
    }))
}

fn certificate(wanted: &Wanted, made: &Made, targets: &Targets) -> Result<Value, Failure> {
    let certificate = Certificate::parse(made.issued.der())
        .map_err(|error| Failure::from_x509(error, &targets.certificate))?;
    let here = made.key.is_some();
    Ok(json!({
        "product": wanted.product.code(),
        "service": wanted.service,
        "role": wanted.role,
        "subject": certificate.subject().rfc4514().to_string(),
        "serial": hex_plain(certificate.serial().as_bytes()),
        "not_before": certificate.validity().not_before.to_string(),
        "not_after": certificate.validity().not_after.to_string(),
        "sha256": hex_plain(&AwsLc.digest(DigestAlgorithm::Sha256, made.issued.der())),
        "files": {
            "platform_p12": here.then(|| show(&targets.platform)),
            "modern_p12": here.then(|| show(&targets.modern)),
            "key": here.then(|| show(&targets.key)),
            "request": show(&targets.request),
            "certificate": show(&targets.certificate),
            "full_chain": show(&targets.full_chain),
        },
    }))
}
