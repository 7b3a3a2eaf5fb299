//! Our own requests, judged by OpenSSL, then by ourselves.

use igc_catalogue::{Field, Fields, NameFault, SanKind, products};
use igc_crypto::{KeyGenerator as _, KeyKind, RustCrypto, SigningBackend as _};
use igc_csr::{CsrBuilder, CsrError};

use crate::fixture::{fields, verdict};

#[test]
fn every_product_gives_a_request_that_openssl_verifies_and_we_find_nothing_in() {
    let Some(openssl) = igc_testkit::openssl() else { return };
    let key = RustCrypto.generate(KeyKind::Rsa2048).unwrap();
    let key = RustCrypto.usual_signing_key(&key).unwrap();
    for product in products() {
        let request =
            CsrBuilder::new(product).fields(&fields()).unwrap().sign(key.as_ref()).unwrap();
        let options = ["req", "-verify", "-noout", "-text", "-nameopt", "utf8,sep_comma_plus"];
        let outcome = openssl.clone().stdin(request.to_pem()).run(options);
        assert!(outcome.success(), "{}\n{outcome}", product.code());
        let text = outcome.printed();
        assert!(text.contains("self-signature verify OK"), "{text}");
        let san = match product.profile().san().kind {
            None => None,
            Some(SanKind::DnsName) => Some("DNS:serveur.exemple.test"),
            Some(SanKind::Rfc822Name) => Some("email:contact@exemple.test"),
            Some(SanKind::UserPrincipalName) => Some("othername: UPN::contact@exemple.test"),
        };
        match san {
            Some(name) => assert!(text.contains(name), "{}: {text}", product.code()),
            None => assert!(!text.contains("Alternative Name"), "{text}"),
        }
        assert_eq!(verdict(request.der(), product.code()), [""; 0], "{}", product.code());
    }
}

#[test]
fn what_does_not_fit_is_refused_before_signing() {
    let product = crate::fixture::product("SERV_SSL");
    let missing = CsrBuilder::new(product).fields(&Fields::new()).unwrap_err();
    assert!(matches!(&missing, CsrError::Fields(faults) if faults.len() == 4), "{missing}");
    assert_eq!(missing.code(), "catalogue.field.missing");
    let wildcard = fields().with(Field::DnsNames, "*.exemple.test");
    let refused = CsrBuilder::new(product).fields(&wildcard).unwrap_err();
    let fault = NameFault { field: Field::DnsNames, kind: SanKind::DnsName };
    assert_eq!((refused.code(), &refused), ("csr.field.name", &CsrError::Names(vec![fault])));
}
