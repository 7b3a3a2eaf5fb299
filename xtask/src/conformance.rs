//! Suites of verdicts, run on any data of their form.
//!
//! The interface is stable: others run it on data this repository has never seen. No case is known by its id, hash or serial number.

mod csr;
mod igc;
mod limbo;
mod pkcs12;
mod pkits;
mod report;
mod wycheproof;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use igc_crypto::{AwsLc, RustCrypto, SignatureVerifier};
use serde::de::DeserializeOwned;

/// Which suite, on what, with what.
#[derive(Args)]
pub(crate) struct Options {
    /// The suite.
    suite: Suite,
    /// The folder of its data; without it, `limbo` reads standard input and writes limbo's own form of results.
    #[arg(long)]
    data: Option<PathBuf>,
    /// The file of cases, when it is not the suite's usual one in the folder.
    #[arg(long)]
    vectors: Option<PathBuf>,
    /// Who verifies signatures.
    #[arg(long, value_enum, default_value = "aws-lc")]
    backend: Backend,
    /// One JSON object on standard output.
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Suite {
    /// Artefacts of IGC-Santé with a manifest: read, classify, validate, open.
    Igc,
    /// x509-limbo, BetterTLS included: paths for TLS.
    Limbo,
    /// NIST PKITS: paths, policies and CRLs.
    Pkits,
    /// Project Wycheproof: signatures.
    Wycheproof,
    /// PKCS #12 files to load or to refuse.
    Pkcs12,
    /// Certification requests to accept or to refuse for a product.
    Csr,
}

#[derive(Clone, Copy, ValueEnum)]
enum Backend {
    #[value(name = "rustcrypto")]
    RustCrypto,
    AwsLc,
}

impl Backend {
    fn verifier(self) -> &'static dyn SignatureVerifier {
        match self {
            Self::RustCrypto => &RustCrypto,
            Self::AwsLc => &AwsLc,
        }
    }
}

/// 0: all right; 1: something wrong or skipped; 2: could not run.
pub(crate) fn run(options: &Options) -> ExitCode {
    let done = match (options.suite, &options.data) {
        (Suite::Limbo, None) if options.vectors.is_none() => limbo::harness(options.backend),
        _ => judged(options),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Runs a suite, prints its report and says whether all was right.
fn judged(options: &Options) -> anyhow::Result<bool> {
    let data = options.data.as_deref().context("--data is needed")?;
    let (vectors, backend) = (options.vectors.as_deref(), options.backend);
    let report = match options.suite {
        Suite::Igc => igc::run(data, vectors, backend)?,
        Suite::Limbo => limbo::run(data, vectors, backend)?,
        Suite::Pkits => pkits::run(data, vectors, backend)?,
        Suite::Wycheproof => wycheproof::run(data, backend)?,
        Suite::Pkcs12 => pkcs12::run(data, vectors)?,
        Suite::Csr => csr::run(data, vectors, backend)?,
    };
    println!("{}", if options.json { report.json() } else { report.to_string() });
    Ok(report.all_right())
}

/// The file of cases: the one given, else the usual one of the folder.
fn cases<T: DeserializeOwned>(
    folder: &Path,
    vectors: Option<&Path>,
    usual: &str,
) -> anyhow::Result<T> {
    let path = vectors.map_or_else(|| folder.join(usual), Path::to_path_buf);
    let text = fs::read(&path).with_context(|| path.display().to_string())?;
    serde_json::from_slice(&text).with_context(|| path.display().to_string())
}
