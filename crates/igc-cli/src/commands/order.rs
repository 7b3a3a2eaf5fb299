//! `igc order`: keys, requests, certificates and files ready to install, from a test IGC in a folder.
use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::password::PasswordSource;
use crate::subject::SubjectArgs;
use clap::Args;
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
    #[arg(long, value_name = "KIND")]
    key_kind: Option<String>,
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
    pub(crate) fn run(self, _console: &Console) -> Result<Exit, Failure> {
        Err(Failure::unable("cli.usage"))
    }
}
