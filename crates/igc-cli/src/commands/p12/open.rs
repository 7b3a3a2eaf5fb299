//! `igc p12 open`: list a PKCS#12, or take it apart into PEM files.
use crate::console::Console;
use crate::evidence::open_password;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Batch, Secrecy, show};
use crate::inspect::PfxFacts;
use crate::password::PasswordSource;
use clap::Args;
use igc_crypto::{PrivateKey, Secret};
use igc_pkcs12::{Budget, Opened, Pfx};
use igc_x509::pem;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(crate) struct Open {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    password: PasswordSource,
    #[arg(long)]
    force: bool,
}

/// A file to write: where, what, for whom.
struct Target {
    path: PathBuf,
    content: Secret,
    secrecy: Secrecy,
}

impl Open {
    pub(super) fn run(self, console: &Console) -> Result<Exit, Failure> {
        let bytes = files::read(&self.file)?;
        let failed = |error| Failure::from_p12(&error, &self.file);
        // What the file is comes before what its password is.
        Pfx::describe(&bytes, &Budget::default()).map_err(failed)?;
        let password = open_password(&self.password, console, &self.file)?;
        let opened = Pfx::open(&bytes, &password, &Budget::default()).map_err(failed)?;
        let written = match &self.out {
            Some(out) => self.extract(&opened, out)?,
            None => Vec::new(),
        };
        let facts = PfxFacts {
            description: &opened.description,
            certificates: opened.certificates.iter().map(|entry| entry.der.as_slice()).collect(),
            warnings: &opened.warnings,
            opened: true,
        };
        if console.manner.json {
            let mut json = facts.json(console);
            if let Value::Object(object) = &mut json {
                object.insert("schema".to_owned(), json!("igc.p12.open/1"));
                let written: Vec<_> = written.iter().map(|path| show(path)).collect();
                object.insert("written".to_owned(), json!(written));
            }
            console.print_json(&json)?;
            return Ok(Exit::Yes);
        }
        let mut page = facts.sheet(console).text(console);
        if !written.is_empty() {
            page.push_str(&format!("{}\n", console.voice.word("p12-written")));
        }
        for path in &written {
            page.push_str(&format!("  {}\n", show(path)));
        }
        console.print(&page)?;
        Ok(Exit::Yes)
    }

    fn extract(&self, opened: &Opened, out: &Path) -> Result<Vec<PathBuf>, Failure> {
        let stem =
            self.file.file_stem().map_or_else(|| "p12".into(), |stem| stem.to_string_lossy());
        let stem = if files::is_stdin(&self.file) { "p12" } else { &stem };
        let targets = targets(opened, out, stem, &self.file)?;
        files::refuse_existing(targets.iter().map(|target| target.path.as_path()), self.force)?;
        files::writable_folder(out)?;
        let mut batch = Batch::new(self.force);
        for target in &targets {
            batch.stage(&target.path, target.content.expose(), target.secrecy)?;
        }
        batch.commit()
    }
}

/// One key, certificate and chain for each identity; what belongs to none goes by itself.
fn targets(opened: &Opened, out: &Path, stem: &str, file: &Path) -> Result<Vec<Target>, Failure> {
    let mut targets = Vec::new();
    let name = |index: usize, ending: &str| match index {
        0 => out.join(format!("{stem}{ending}")),
        _ => out.join(format!("{stem}-{}{ending}", index.saturating_add(1))),
    };
    for (index, key) in opened.keys.iter().enumerate() {
        let key = PrivateKey::from_der(key.pkcs8_der())
            .map_err(|error| Failure::from_key(error, file))?;
        targets.push(Target {
            path: name(index, ".key"),
            content: key.to_pkcs8_pem(),
            secrecy: Secrecy::Secret,
        });
    }
    let certificates = |indices: &[usize]| -> Secret {
        let pem = indices.iter().filter_map(|index| opened.certificates.get(*index));
        Secret::from(pem.map(|entry| pem::encode("CERTIFICATE", &entry.der)).collect::<String>())
    };
    let mut placed = Vec::new();
    for identity in &opened.identities {
        let mut chain = vec![identity.certificate];
        chain.extend(&identity.chain);
        for (ending, indices) in
            [(".pem", [identity.certificate].as_slice()), ("-chaine.pem", &chain)]
        {
            targets.push(Target {
                path: name(identity.key, ending),
                content: certificates(indices),
                secrecy: Secrecy::Public,
            });
        }
        placed.extend(chain);
    }
    let rest: Vec<usize> =
        (0..opened.certificates.len()).filter(|index| !placed.contains(index)).collect();
    if !rest.is_empty() {
        targets.push(Target {
            path: out.join(format!("{stem}-autres.pem")),
            content: certificates(&rest),
            secrecy: Secrecy::Public,
        });
    }
    Ok(targets)
}
