//! Properties for the fuzz targets; ordinary tested code.

use igc_crypto::pbe::Password;

use crate::ber::{Element, Reader};
use crate::budget::Budget;
use crate::error::Place;
use crate::pfx::Pfx;

/// No file makes us panic or work beyond the budget, and what opens can be described, with the same MAC.
#[expect(clippy::panic, reason = "a property that does not hold is what the fuzzer looks for")]
pub fn pfx(data: &[u8]) {
    let mut budget = Budget { max_bytes: 1 << 20, ..Budget::default() };
    budget.derivation.iterations = 20_000;
    budget.derivation.memory_bytes = 1 << 20;
    for password in ["", "Password01+2016", "é"] {
        let Ok(opened) = Pfx::open(data, &Password::from(password), &budget) else { continue };
        match Pfx::describe(data, &budget) {
            Ok(described) => {
                assert!(described.mac == opened.description.mac, "the MAC is described otherwise");
            }
            Err(error) => panic!("opens and cannot be described: {error}"),
        }
        for identity in &opened.identities {
            assert!(
                opened.certificates_of(identity).count() > identity.chain.len(),
                "an index leads nowhere"
            );
        }
    }
}

/// Whatever reads as BER has one DER form, which reads as the same.
pub fn ber(data: &[u8]) {
    let mut reader = Reader::new(data, Place::File, 32);
    while let Ok(element) = reader.any() {
        walk(&element);
        let Ok(der) = element.der() else { continue };
        let mut again = Reader::new(&der, Place::File, 32);
        let twice = again.any().and_then(|element| element.der());
        assert!(
            again.is_finished() && twice.is_ok_and(|twice| twice == der),
            "the DER form is not stable"
        );
    }
}

fn walk(element: &Element<'_>) {
    if element.tag & 0x20 == 0 {
        return;
    }
    let Ok(mut inside) = element.inside() else { return };
    while let Ok(element) = inside.any() {
        walk(&element);
    }
}
