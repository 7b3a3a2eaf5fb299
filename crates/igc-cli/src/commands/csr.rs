//! `igc csr`: make and judge certification requests.
mod check;
mod new;

use crate::console::Console;
use crate::exit::Exit;
use crate::failure::Failure;
use clap::Subcommand;
use igc_catalogue::Product;
use igc_crypto::PrivateKey;
use std::path::Path;

#[derive(Subcommand)]
pub(crate) enum Csr {
    New(Box<new::New>),
    Check(check::Check),
}

impl Csr {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        match self {
            Self::New(verb) => verb.run(console),
            Self::Check(verb) => verb.run(console),
        }
    }
}

fn find(product: &str) -> Result<&'static Product, Failure> {
    Product::find(product)
        .map_err(|error| Failure::not_found("order.product.unknown", product, &error))
}

/// A private key, PEM or DER.
fn key(path: &Path) -> Result<PrivateKey, Failure> {
    let bytes = zeroize::Zeroizing::new(crate::files::read(path)?);
    PrivateKey::from_bytes(&bytes).map_err(|error| Failure::from_key(error, path))
}
