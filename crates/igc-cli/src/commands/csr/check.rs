//! `igc csr check`: every finding about a request, not the first only.
use crate::console::{Console, Paint};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files;
use crate::request;
use clap::Args;
use igc_csr::{JudgeOptions, is_acceptable};
use igc_x509::SubjectPublicKeyInfo;
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Check {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "PRODUCT")]
    product: String,
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
}

impl Check {
    pub(super) fn run(self, console: &Console) -> Result<Exit, Failure> {
        let product = super::find(&self.product)?;
        let der = request::read(&self.file, &files::read(&self.file)?)?;
        let key = self.key.as_deref().map(super::key).transpose()?;
        let public = key.as_ref().map(|key| SubjectPublicKeyInfo::parse(key.public_key_der()));
        let public = public.transpose().map_err(|error| Failure::from_x509(error, &self.file))?;
        let options = JudgeOptions::new();
        let options = public.map_or(options, |public| options.key(public));
        let findings = request::findings(&der, &self.file, product, &options)?;
        let acceptable = is_acceptable(&findings);
        if console.manner.json {
            let findings: Vec<_> = findings
                .iter()
                .map(|finding| request::json(finding, &self.file, product, console))
                .collect();
            console.print_json(&json!({
                "schema": "igc.csr.check/1",
                "file": files::show(&self.file),
                "product": product.code(),
                "acceptable": acceptable,
                "findings": findings,
            }))?;
        } else {
            let (id, paint) = match acceptable {
                true => ("csr-check-good", Paint::Green),
                false => ("csr-check-bad", Paint::Red),
            };
            let said = console.voice.say(id, &[("product", product.code().into())]);
            let mut page =
                format!("{}: {}\n", files::show(&self.file), console.paint(paint, &said));
            for finding in &findings {
                page.push_str(&request::failure(finding, &self.file, product).result(console));
            }
            console.print(&page)?;
        }
        Ok(if acceptable { Exit::Yes } else { Exit::No })
    }
}
