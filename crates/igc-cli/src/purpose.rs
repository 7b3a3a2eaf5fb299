//! What a certificate is judged for: by name, by product, or by what it says itself.
use crate::failure::Failure;
use crate::text::nearest;
use igc_catalogue::{Classification, Product, Purpose as ProductPurpose};
use igc_path::Purpose;

/// Words of `--purpose`, besides the products.
const WORDS: [&str; 6] = ["any", "client", "confidentiality", "mail", "server", "smart-card"];

/// What `--purpose` asks for.
#[derive(Clone, Debug)]
pub(crate) enum Wanted {
    /// What the certificate itself says.
    Own,
    /// A use of the key.
    Purpose(Purpose),
    /// A product: its use, and that the certificate is one.
    Product(&'static Product),
}

impl Wanted {
    pub(crate) fn parse(text: Option<&str>) -> Result<Self, Failure> {
        let Some(text) = text else { return Ok(Self::Own) };
        if let Ok(product) = Product::find(text) {
            return Ok(Self::Product(product));
        }
        Ok(Self::Purpose(match text {
            "any" => Purpose::any(),
            "client" => Purpose::tls_client(),
            "server" => Purpose::tls_server(),
            "mail" => Purpose::seal(),
            "confidentiality" => Purpose::confidentiality(),
            "smart-card" => Purpose::smart_card_logon(),
            _ => {
                let failure =
                    Failure::unable("cli.purpose.unknown").at(text).detail(WORDS.join(", "));
                return Err(match nearest(text, WORDS.into_iter()) {
                    Some(near) => failure.cure(format!("--purpose {near}")),
                    None => failure,
                });
            }
        }))
    }

    /// The use to judge this certificate for.
    pub(crate) fn purpose(&self, classification: &Classification) -> Purpose {
        match self {
            Self::Purpose(purpose) => purpose.clone(),
            Self::Product(product) => of_product(product),
            Self::Own => {
                let mut uses = classification.products().iter().map(|product| of_product(product));
                let first = uses.next().unwrap_or_else(Purpose::any);
                if uses.all(|other| other == first) { first } else { Purpose::any() }
            }
        }
    }

    /// Whether the certificate can be of the product asked for.
    pub(crate) fn fits(&self, classification: &Classification) -> bool {
        match self {
            Self::Product(product) => classification.products().contains(product),
            _ => true,
        }
    }
}

const fn of_product(product: &Product) -> Purpose {
    match product.purpose() {
        ProductPurpose::Authentication => Purpose::tls_client(),
        ProductPurpose::Tls => Purpose::tls_server(),
        ProductPurpose::Signature | ProductPurpose::Smime => Purpose::seal(),
        ProductPurpose::Confidentiality => Purpose::confidentiality(),
    }
}
