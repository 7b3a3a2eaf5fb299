use super::*;
use crate::lang::Lang;
use crate::voice::{Voice, code_id};
use expect_test::expect_file;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn our_codes_are_sorted_and_stable() {
    assert!(ERROR_CODES.is_sorted(), "keep the list sorted");
    expect_file!["codes.txt"].assert_eq(&format!("{}\n", ERROR_CODES.join("\n")));
}

#[test]
fn no_two_codes_share_a_text() {
    let mut ids = BTreeMap::new();
    for code in all() {
        if let Some(other) = ids.insert(code_id(code), code) {
            assert_eq!(code, other, "two codes, one id");
            panic!("{code} is listed by two crates");
        }
    }
}

#[test]
fn every_code_has_cause_and_cure_in_both_languages() {
    for lang in [Lang::Fr, Lang::En] {
        let voice = Voice::new(lang);
        let lacking: Vec<&str> = all()
            .filter(|code| voice.explain(code).is_none_or(|text| text.cure.is_none()))
            .collect();
        assert!(lacking.is_empty(), "{lang:?} lacks cause or cure of: {lacking:?}");
    }
}

#[test]
fn every_text_about_a_code_is_about_one_that_exists() {
    let known: BTreeSet<String> = all().map(code_id).collect();
    for lang in [Lang::Fr, Lang::En] {
        let orphans: Vec<String> =
            crate::voice::code_ids(lang).filter(|id| !known.contains(id)).collect();
        assert!(orphans.is_empty(), "{lang:?}: {orphans:?}");
    }
}

#[test]
fn the_rule_of_a_finding_is_its_text_and_its_source() {
    let voice = Voice::new(Lang::En);
    for kind in igc_csr::FindingKind::ALL {
        let rule = voice.explain(kind.code()).and_then(|text| text.rule).unwrap_or_default();
        assert!(rule.starts_with(&format!("{} (", kind.rule().text)), "{}: {rule}", kind.code());
    }
}
