//! Laws over arbitrary input, shimmed by the fuzz workspace.

use igc_x509::Certificate;

use crate::{Kind, classify};

/// Any certificate that parses is classified, and the answer does not contradict itself.
pub fn classification(der: &[u8]) {
    let Ok(certificate) = Certificate::parse(der) else { return };
    let found = classify(&certificate);
    assert!(!found.summary().is_empty(), "no summary");
    assert_eq!(found.ambiguity().is_some(), found.products().len() > 1, "ambiguity unexplained");
    if let Kind::Software(products) = &found.kind {
        assert!(!products.is_empty(), "a software certificate of no product");
        assert!(found.generation.is_some(), "a product of an unknown issuer");
    }
    // An environment is never claimed for an issuer that is not recognised.
    assert!(found.generation.is_some() || found.environment.is_none(), "environment of nobody");
}
