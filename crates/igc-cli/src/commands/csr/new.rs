//! `igc csr new`: a key and the request of a product.
use crate::commands::order::key_kind;
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Batch, Secrecy, show};
use crate::progress::Progress;
use crate::request;
use crate::subject::{SubjectArgs, is_alone};
use crate::text::quoted;
use clap::Args;
use igc_crypto::{AwsLc, KeyGenerator as _, PrivateKey};
use igc_x509::pem;
use serde_json::json;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct New {
    #[arg(long, value_name = "PRODUCT")]
    product: String,
    #[command(flatten)]
    subject: SubjectArgs,
    #[arg(long, value_name = "KIND", default_value = "rsa-2048", conflicts_with = "key")]
    key_kind: String,
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    out: PathBuf,
    #[arg(long)]
    force: bool,
}

impl New {
    pub(super) fn run(self, console: &Console) -> Result<Exit, Failure> {
        let product = super::find(&self.product)?;
        let kind = key_kind(&self.key_kind)?;
        let alone = is_alone(core::iter::once(product.code()));
        let subject = self.subject.resolve(console, alone)?;
        let stand_in =
            subject.fictional.then(|| format!("TEST_{}", product.code().replace('/', "")));
        let fields = subject.fields(product, stand_in.as_deref())?;
        request::refuse_unfit(product, &fields)?;
        let stem = product.code().replace('/', "");
        let request_path = self.out.join(format!("{stem}.csr"));
        let key_path = self.out.join(format!("{stem}.key"));
        let new_key = self.key.is_none().then_some(key_path.as_path());
        let targets = new_key.into_iter().chain([request_path.as_path()]);
        files::refuse_existing(targets, self.force)?;
        files::writable_folder(&self.out)?;

        let key: PrivateKey = match &self.key {
            Some(path) => super::key(path)?,
            None => {
                let progress = Progress::start(console, &console.voice.word("order-progress"), 1);
                let key = AwsLc.generate(kind).map_err(|error| Failure::unable(error.code()))?;
                progress.step();
                key
            }
        };
        let der = request::build(product, &fields, &key)?;
        let mut batch = Batch::new(self.force);
        if let Some(path) = new_key {
            batch.stage(path, key.to_pkcs8_pem().expose(), Secrecy::Secret)?;
        }
        let request = pem::encode("CERTIFICATE REQUEST", &der);
        batch.stage(&request_path, request.as_bytes(), Secrecy::Public)?;
        let written = batch.commit()?;

        let shown = quoted(&show(&request_path));
        let check = format!("igc csr check {shown} --product {}", product.code());
        let order = format!("igc order --product {} --csr {shown}", product.code());
        if console.manner.json {
            console.print_json(&json!({
                "schema": "igc.csr.new/1",
                "product": product.code(),
                "request": show(&request_path),
                "key": new_key.map(show),
                "check": check,
            }))?;
            return Ok(Exit::Yes);
        }
        let voice = &console.voice;
        let mut page =
            format!("{}\n", voice.say("csr-new-made", &[("product", product.code().into())]));
        for path in &written {
            let what = if path == &request_path { "order-file-request" } else { "order-file-key" };
            page.push_str(&format!("  {}  {}\n", show(path), voice.word(what)));
        }
        page.push_str(&format!(
            "{} {check}\n{} {order}\n",
            voice.word("order-check"),
            voice.word("csr-new-next")
        ));
        console.print(&page)?;
        Ok(Exit::Yes)
    }
}
