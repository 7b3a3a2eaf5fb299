//! `igc inspect`: what files hold, for people or programs.
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::inspect::sheet::Sheet;
use crate::inspect::{CertificateFacts, CrlFacts, KeyFacts, PfxFacts, RequestFacts};
use crate::password::PasswordSource;
use clap::Args;
use igc_crypto::PrivateKey;
use igc_pkcs12::{Budget, Password, Pfx};
use igc_x509::input::{Input, InputKind, read_any};
use igc_x509::pkcs7::SignedData;
use igc_x509::{Certificate, CertificateList, CertificationRequest, Error, SubjectPublicKeyInfo};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Inspect {
    #[arg(value_name = "FILE", required = true)]
    file: Vec<PathBuf>,
    #[command(flatten)]
    password: PasswordSource,
}

/// One thing found, in both forms.
struct Found {
    sheet: Sheet,
    json: Value,
}

impl Inspect {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        let (mut exit, mut reports) = (Exit::Yes, Vec::new());
        for path in &self.file {
            let items = self.items(path, console);
            if !console.manner.json {
                console.print(&format!("{}\n", files::show(path)))?;
            }
            let mut found = Vec::new();
            for item in items {
                match item {
                    Ok(item) if console.manner.json => found.push(item.json),
                    Ok(item) => console.print(&item.sheet.text(console))?,
                    Err(failure) => {
                        exit = Exit::Unknown;
                        if console.manner.json {
                            found.push(json!({ "error": failure.json(&console.voice) }));
                        } else {
                            console.fail(&failure);
                        }
                    }
                }
            }
            reports.push(json!({ "file": files::show(path), "items": found }));
        }
        if console.manner.json {
            console.print_json(&json!({ "schema": "igc.inspect/1", "files": reports }))?;
        }
        Ok(exit)
    }

    fn items(&self, path: &Path, console: &Console) -> Vec<Result<Found, Failure>> {
        let bytes = match files::read(path) {
            Ok(bytes) => bytes,
            Err(failure) => return vec![Err(failure)],
        };
        match read_any(&bytes) {
            Ok(inputs) => inputs.iter().flat_map(|input| self.item(input, path, console)).collect(),
            Err(error) => vec![Err(Failure::from_x509(error, path))],
        }
    }

    fn item(
        &self,
        input: &Input<'_>,
        path: &Path,
        console: &Console,
    ) -> Vec<Result<Found, Failure>> {
        let bytes = input.contents.as_ref();
        let one = |found: Result<Found, Error>| {
            vec![found.map_err(|error| Failure::from_x509(error, path))]
        };
        match input.kind {
            InputKind::Certificate => one(certificate(bytes, console)),
            InputKind::CertificateList => one(crl(bytes, console)),
            InputKind::CertificationRequest => one(request(bytes, console)),
            InputKind::PublicKey => one(public_key(bytes, console)),
            InputKind::Pkcs7 => pkcs7(bytes, path, console),
            InputKind::Pfx => vec![self.pfx(bytes, path, console)],
            InputKind::Pkcs8Key | InputKind::Pkcs1Key | InputKind::Sec1Key => {
                vec![private_key(bytes, input.kind, path, console)]
            }
            InputKind::EncryptedPkcs8Key => {
                let form = [("form", input.kind.name().into())];
                let title = console.voice.say("inspect-private-key-encrypted", &form);
                vec![Ok(Found { sheet: Sheet::new(title), json: kind_only(input.kind) })]
            }
            _ => {
                let title = console.voice.word(&format!("inspect-{}", input.kind.name()));
                vec![Ok(Found { sheet: Sheet::new(title), json: kind_only(input.kind) })]
            }
        }
    }

    /// With the password when it is known; else what lies in clear.
    fn pfx(&self, bytes: &[u8], path: &Path, console: &Console) -> Result<Found, Failure> {
        let failed = |error| Failure::from_p12(&error, path);
        let description = Pfx::describe(bytes, &Budget::default()).map_err(failed)?;
        let secret = self.password.for_open(console, path)?;
        let opened = match secret.as_ref().and_then(Password::from_secret) {
            Some(password) => {
                Some(Pfx::open(bytes, &password, &Budget::default()).map_err(failed)?)
            }
            None => None,
        };
        let facts = match &opened {
            Some(opened) => PfxFacts {
                description: &opened.description,
                certificates: opened.certificates.iter().map(|c| c.der.as_slice()).collect(),
                warnings: &opened.warnings,
                opened: true,
            },
            None => PfxFacts {
                description: &description,
                certificates: description
                    .clear_certificates
                    .iter()
                    .map(|c| c.der.as_slice())
                    .collect(),
                warnings: &[],
                opened: false,
            },
        };
        Ok(Found { sheet: facts.sheet(console), json: facts.json(console) })
    }
}

fn kind_only(kind: InputKind) -> Value {
    json!({ "kind": kind.name() })
}

fn certificate(der: &[u8], console: &Console) -> Result<Found, Error> {
    let facts = CertificateFacts::of(&Certificate::parse(der)?, console);
    Ok(Found { sheet: facts.sheet(console), json: json!(facts) })
}

fn crl(der: &[u8], console: &Console) -> Result<Found, Error> {
    let facts = CrlFacts::of(&CertificateList::parse(der)?, console)?;
    Ok(Found { sheet: facts.sheet(console), json: json!(facts) })
}

fn request(der: &[u8], console: &Console) -> Result<Found, Error> {
    let facts = RequestFacts::of(&CertificationRequest::parse(der)?, console);
    Ok(Found { sheet: facts.sheet(console), json: json!(facts) })
}

fn public_key(der: &[u8], console: &Console) -> Result<Found, Error> {
    let key = KeyFacts::of(&SubjectPublicKeyInfo::parse(der)?);
    let mut sheet = Sheet::new(console.voice.word("inspect-public-key"));
    sheet.row(console.voice.word("inspect-key"), key.line());
    Ok(Found { sheet, json: json!({ "kind": "public-key", "key": key }) })
}

/// The public half only: a private key is never printed.
fn private_key(
    der: &[u8],
    kind: InputKind,
    path: &Path,
    console: &Console,
) -> Result<Found, Failure> {
    let key = PrivateKey::from_der(der).map_err(|error| Failure::from_key(error, path))?;
    let public = SubjectPublicKeyInfo::parse(key.public_key_der())
        .map_err(|error| Failure::from_x509(error, path))?;
    let facts = KeyFacts::of(&public);
    let form = [("form", kind.name().into())];
    let mut sheet = Sheet::new(console.voice.say("inspect-private-key", &form));
    sheet.row(console.voice.word("inspect-key"), facts.line());
    Ok(Found { sheet, json: json!({ "kind": kind.name(), "key": facts }) })
}

fn pkcs7(der: &[u8], path: &Path, console: &Console) -> Vec<Result<Found, Failure>> {
    let data = match SignedData::parse(der) {
        Ok(data) => data,
        Err(error) => return vec![Err(Failure::from_x509(error, path))],
    };
    let title =
        console.voice.say("inspect-pkcs7", &[("count", data.certificates().count().into())]);
    let head = Found { sheet: Sheet::new(title), json: kind_only(InputKind::Pkcs7) };
    let certificates = data.certificates().map(|der| certificate(der, console));
    let lists = data.crls().map(|der| crl(der, console));
    let inside = certificates
        .chain(lists)
        .map(|found| found.map_err(|error| Failure::from_x509(error, path)));
    core::iter::once(Ok(head)).chain(inside).collect()
}
