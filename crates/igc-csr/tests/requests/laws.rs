//! What holds of any bytes and of any fields.

use std::sync::OnceLock;

use igc_catalogue::{Field, products};
use igc_crypto::{KeyGenerator as _, KeyKind, RustCrypto, SigningBackend as _, SigningKey};
use igc_csr::{CsrBuilder, fuzz};
use igc_x509::CertificationRequest;
use proptest::prelude::*;

use crate::fixture::{fields, verdict};

fn key() -> &'static dyn SigningKey {
    static KEY: OnceLock<Box<dyn SigningKey>> = OnceLock::new();
    KEY.get_or_init(|| {
        let key = RustCrypto.generate(KeyKind::Rsa2048).unwrap();
        RustCrypto.usual_signing_key(&key).unwrap()
    })
    .as_ref()
}

fn sample() -> &'static [u8] {
    static SAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let product = crate::fixture::product("SERV_SSL");
        CsrBuilder::new(product).fields(&fields()).unwrap().sign(key()).unwrap().der().to_vec()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_are_judged_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        fuzz::judge(&bytes);
    }

    #[test]
    fn a_changed_octet_never_passes_unnoticed(at in any::<prop::sample::Index>(), by in 1u8..) {
        let mut request = sample().to_vec();
        let at = at.index(request.len());
        request[at] ^= by;
        fuzz::judge(&request);
        if CertificationRequest::parse(&request).is_ok() {
            let verdict = verdict(&request, "SERV_SSL");
            prop_assert!(verdict.iter().any(|line| {
                line.starts_with("csr.signature ") || line.starts_with("csr.signature.unsupported ")
                    || line.starts_with("csr.key.") || line.starts_with("csr.signature.algorithm ")
            }), "{verdict:?}");
        }
    }

    #[test]
    fn a_request_cut_short_is_no_request(at in any::<prop::sample::Index>()) {
        let cut = &sample()[..at.index(sample().len())];
        prop_assert!(CertificationRequest::parse(cut).is_err());
        fuzz::judge(cut);
    }

    #[test]
    fn what_we_make_of_any_name_we_accept(name in "\\PC{1,40}", which in any::<prop::sample::Index>()) {
        let product = &products()[which.index(products().len())];
        let mut changed = igc_catalogue::Fields::new();
        for (field, value) in fields().iter() {
            let free = matches!(field, Field::Service | Field::StructureName | Field::Surname);
            changed.push(field, if free { &name } else { value });
        }
        let Ok(builder) = CsrBuilder::new(product).fields(&changed) else { return Ok(()) };
        let request = builder.sign(key()).unwrap();
        let csr = CertificationRequest::parse(request.der()).unwrap();
        prop_assert!(csr.check().is_ok());
        let options = igc_csr::JudgeOptions::new().fields(&changed);
        let findings = igc_csr::judge(&csr, product, &RustCrypto, &options);
        prop_assert!(findings.is_empty(), "{findings:?}");
    }
}
