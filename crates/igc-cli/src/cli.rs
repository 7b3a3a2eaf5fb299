//! The grammar of the command line. Texts are in `locales/*/help.ftl`, put in by [`crate::help`].
use crate::commands::{catalogue, completions, csr, explain, inspect, man, order, p12, verify};
use crate::console::{Colour, Console, Manner};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::lang::Lang;
use clap::{ArgAction, Args, Parser, Subcommand};

#[derive(Parser)]
#[command(name = "igc", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) general: General,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// What every command understands.
#[derive(Args)]
pub(crate) struct General {
    #[arg(long, global = true)]
    json: bool,
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<Lang>,
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Colour,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    #[arg(short, long, global = true)]
    verbose: bool,
    #[arg(short, long, global = true, action = ArgAction::HelpShort)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

impl General {
    pub(crate) const fn manner(&self) -> Manner {
        Manner { json: self.json, quiet: self.quiet, verbose: self.verbose, colour: self.color }
    }
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    Order(Box<order::Order>),
    Inspect(inspect::Inspect),
    Verify(verify::Verify),
    Explain(explain::Explain),
    #[command(subcommand)]
    Csr(csr::Csr),
    #[command(subcommand)]
    P12(p12::P12),
    #[command(subcommand)]
    Catalogue(catalogue::Catalogue),
    Completions(completions::Completions),
    Man(man::Man),
}

impl Verb {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        match self {
            Self::Order(verb) => verb.run(console),
            Self::Inspect(verb) => verb.run(console),
            Self::Verify(verb) => verb.run(console),
            Self::Explain(verb) => verb.run(console),
            Self::Csr(noun) => noun.run(console),
            Self::P12(noun) => noun.run(console),
            Self::Catalogue(noun) => noun.run(console),
            Self::Completions(verb) => verb.run(console),
            Self::Man(verb) => verb.run(console),
        }
    }
}
