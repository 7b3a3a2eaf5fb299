use proptest::prelude::*;

use crate::{Product, Usage, products, usages};

/// The name with other case, and separators put in, changed or dropped.
fn respelled(name: &str, seed: &[u8]) -> String {
    let mut seed = seed.iter().copied().cycle();
    let mut out = String::new();
    for character in name.chars() {
        let by = seed.next().unwrap_or_default();
        if character.is_alphanumeric() {
            if by & 1 == 0 {
                out.extend(character.to_uppercase());
            } else {
                out.extend(character.to_lowercase());
            }
        }
        if by & 6 == 6 {
            out.push(['_', '-', ' ', '/', '.'][usize::from(by) % 5]);
        }
    }
    out
}

proptest! {
    #[test]
    fn every_spelling_finds_its_product(index in 0_usize..13, seed: [u8; 16]) {
        let product = &products()[index];
        for name in product.aliases().iter().chain([&product.code()]) {
            prop_assert_eq!(Product::find(&respelled(name, &seed)).unwrap(), product);
        }
    }

    #[test]
    fn every_spelling_finds_its_usage(index in any::<prop::sample::Index>(), seed: [u8; 32]) {
        let usage = index.get(usages());
        for name in usage.aliases().iter().chain([&usage.code()]) {
            prop_assert_eq!(Usage::find(&respelled(name, &seed)).unwrap(), usage);
        }
    }

    #[test]
    fn one_wrong_letter_suggests_the_product(index in 0_usize..13, at: prop::sample::Index) {
        let product = &products()[index];
        let mut letters: Vec<char> = product.code().chars().collect();
        *at.get_mut(&mut letters) = 'w';
        let typo: String = letters.into_iter().collect();
        match Product::find(&typo) {
            // A separator was replaced by a letter, or the change made another name.
            Ok(_) => {}
            Err(error) => prop_assert!(error.nearest().contains(&product.code()), "{error}"),
        }
    }

    #[test]
    fn no_text_is_too_strange(text in ".{0,200}") {
        if let Err(error) = Product::find(&text) {
            prop_assert!(error.nearest().len() <= 3);
        }
        let _ = Usage::find(&text);
    }
}

#[test]
fn the_spellings_of_the_documents_are_known() {
    for (text, code) in [
        ("ORG AUTH_CLI", "ORG_AUTH_CLI"),
        ("org-auth-cli", "ORG_AUTH_CLI"),
        ("SERV_S/MIME", "SERV_S/MIME"),
        ("SERV_SMIME", "SERV_S/MIME"),
        ("SERV_SSL_SERV", "SERV_SSL"),
        ("SSL_SERV", "SERV_SSL"),
        ("PS-AUTH", "PS_AUTH"),
    ] {
        assert_eq!(Product::find(text).unwrap().code(), code, "{text}");
    }
    for (text, code) in [
        ("MS Santé", "mssante"),
        ("MSSanté", "mssante"),
        ("RASS", "annuaire-sante"),
        ("Annuaire AMC", "annuaire-amc"),
        ("Dossier Pharmaceutique", "dossier-pharmaceutique"),
        ("RPPS (partenaires)", "rpps"),
    ] {
        assert_eq!(Usage::find(text).unwrap().code(), code, "{text}");
    }
}

#[test]
fn a_word_that_two_products_share_suggests_both() {
    let error = Product::find("cachet").unwrap_err();
    assert_eq!(error.nearest(), ["ORG_SIGN", "SERV_SIGN"]);
    assert_eq!(error.code(), "catalogue.not-found");
    assert_eq!(error.to_string(), "the catalogue has no such name; nearest: ORG_SIGN, SERV_SIGN");
}

#[test]
fn a_typo_suggests_and_nonsense_does_not() {
    assert_eq!(Product::find("ORG_AUTH").unwrap_err().nearest().first(), Some(&"ORG_AUTH_CLI"));
    assert_eq!(Product::find("ORG_SING").unwrap_err().nearest().first(), Some(&"ORG_SIGN"));
    assert_eq!(Usage::find("rco").unwrap_err().nearest().first(), Some(&"roc"));
    assert!(Product::find("quelque chose d'autre").unwrap_err().nearest().is_empty());
    assert!(Product::find("").unwrap_err().nearest().is_empty());
}
