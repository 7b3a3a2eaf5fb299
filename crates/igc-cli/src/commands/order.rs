//! `igc order`: keys, requests, certificates and files ready to install, from a test IGC in a folder.
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::files::{self, Batch};
use crate::moment;
use crate::order::{self, Making, Packed, Plan, Summary, Targets};
use crate::password::{NewPassword, PasswordSource};
use crate::progress::Progress;
use crate::subject::{SubjectArgs, is_alone};
use clap::Args;
use igc_crypto::{AwsLc, KeyKind, OsRandom};
use igc_issue::{ProfileForm, TestIgc, Tools};
use igc_pkcs12::Password;
use std::path::PathBuf;

#[derive(Args)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(true).args(["usage", "product"]))]
pub(crate) struct Order {
    #[arg(long, value_name = "USAGE")]
    usage: Option<String>,
    #[arg(long, value_name = "PRODUCT")]
    product: Vec<String>,
    #[command(flatten)]
    subject: SubjectArgs,
    #[arg(long, value_name = "CSR")]
    csr: Vec<String>,
    #[arg(long, value_name = "KIND", default_value = "rsa-2048")]
    key_kind: String,
    #[arg(short, long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = ".igc")]
    igc: PathBuf,
    #[arg(long)]
    legacy_order: bool,
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[command(flatten)]
    password: PasswordSource,
    #[arg(long)]
    force: bool,
}

impl Order {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        let at = moment::at(self.at.as_deref())?;
        let kind = key_kind(&self.key_kind)?;
        let alone = self.usage.is_none() && is_alone(self.product.iter().map(String::as_str));
        let subject = self.subject.resolve(console, alone)?;
        let lang = console.voice.lang();
        let plan = Plan::new(self.usage.as_deref(), &self.product, &self.csr, &subject, lang)?;
        let folder = self.out.unwrap_or_else(|| PathBuf::from(plan.folder()));
        let stamp = moment::stamp(at);
        let targets: Vec<Targets> =
            plan.wanted.iter().map(|wanted| Targets::new(&folder, wanted, &stamp)).collect();

        // Everything that can be refused is refused before a key is made.
        order::refuse_existing(&plan, &targets, &folder, self.force)?;
        files::writable_folder(&folder)?;
        let tools = Tools::new(&AwsLc, &OsRandom);
        let igc = TestIgc::open_or_create(&self.igc, tools)
            .map_err(|error| Failure::from_issue(error).at(files::show(&self.igc)))?;
        order::refuse_requests(&plan, console)?;
        let password = match plan.makes_keys() {
            true => Some(self.password.for_new(console, &OsRandom)?),
            false => None,
        };

        let form = if self.legacy_order { ProfileForm::Legacy } else { ProfileForm::Current };
        let progress = Progress::start(
            console,
            &console.voice.word("order-progress"),
            order::steps(&plan, &igc),
        );
        let made = order::make(&plan, &Making { igc: &igc, kind, at, form, progress: &progress })?;
        let packed = pack(&made, password.as_ref(), &progress)?;
        drop(progress);

        let summary = Summary {
            plan: &plan,
            made: &made,
            targets: &targets,
            subject: &subject,
            folder: &folder,
            igc: &self.igc,
            at,
            generated: password.as_ref().is_some_and(|password| password.generated),
        };
        let mut batch = Batch::new(self.force);
        for ((made, targets), packed) in made.iter().zip(&targets).zip(&packed) {
            order::stage(&mut batch, targets, made, packed.as_ref())?;
        }
        let generated = password.as_ref().filter(|password| password.generated);
        order::stage_common(
            &mut batch,
            &summary,
            generated.map(|password| &password.secret),
            &console.voice,
        )?;
        batch.commit()?;
        if self.force {
            order::sweep(&plan, &targets, &folder, summary.generated, console);
        }
        if console.manner.json {
            console.print_json(&order::json(&summary)?)?;
        } else {
            console.print(&order::text(&summary, console)?)?;
        }
        Ok(Exit::Yes)
    }
}

/// The PKCS#12 files; the derivations of each run side by side inside `igc-pkcs12`.
fn pack(
    made: &[order::Made],
    password: Option<&NewPassword>,
    progress: &Progress,
) -> Result<Vec<Option<Packed>>, Failure> {
    let Some(password) = password else { return Ok(made.iter().map(|_| None).collect()) };
    let password = Password::from_secret(&password.secret)
        .ok_or_else(|| Failure::unable("cli.password.not-utf8"))?;
    made.iter()
        .map(|made| {
            let packed = Packed::new(made, &password);
            progress.step();
            packed
        })
        .collect()
}

/// The kind of key of that name.
pub(crate) fn key_kind(name: &str) -> Result<KeyKind, Failure> {
    let names = || KeyKind::ALL.map(KeyKind::name).join(", ");
    KeyKind::from_name(name)
        .ok_or_else(|| Failure::unable("order.key.kind").at(name).detail(names()))
}
