use super::*;
use crate::console::Manner;
use crate::lang::Lang;
use crate::voice::Voice;
use clap::{Args as _, Command, FromArgMatches as _};

fn resolve(options: &[&str]) -> Result<Subject, Failure> {
    let words = core::iter::once("igc").chain(options.iter().copied());
    let matches = SubjectArgs::augment_args(Command::new("igc")).get_matches_from(words);
    let args = SubjectArgs::from_arg_matches(&matches).unwrap();
    args.resolve(
        &Console::new(Voice::new(Lang::En), Manner { quiet: true, ..Manner::default() }),
        true,
    )
}

fn product(code: &str) -> &'static Product {
    Product::find(code).unwrap()
}

const NAMED: [&str; 6] =
    ["--name", "CLINIQUE FICTIVE", "--finess", "0B9999992", "--department", "Paris (75)"];

#[test]
fn with_nothing_said_the_structure_is_the_fictional_one() {
    let subject = resolve(&[]).unwrap();
    assert!(subject.fictional && !subject.structure_given);
    assert_eq!(subject.structure_id, "10B9999992");
}

#[test]
fn a_structure_named_by_half_is_incomplete() {
    assert_eq!(resolve(&NAMED[..2]).unwrap_err().code(), "order.structure.incomplete");
    assert_eq!(resolve(&NAMED[..4]).unwrap_err().code(), "order.structure.incomplete");
    assert!(!resolve(&NAMED).unwrap().fictional);
}

#[test]
fn a_wrong_number_is_told_by_its_own_code() {
    let wrong = |option: &str, number: &str| {
        let options = ["--name", "X", "--department", "Paris (75)", option, number];
        resolve(&options).unwrap_err().code()
    };
    assert_eq!(wrong("--finess", "0B9999993"), "id.check-digit");
    assert_eq!(wrong("--siret", "123"), "id.length");
    assert_eq!(wrong("--siren", "12345678X"), "id.character");
}

#[test]
fn a_professional_orders_alone_and_a_structure_cannot_order_for_him() {
    assert!(
        resolve(&["--email", "a@exemple.test"]).unwrap().fields(product("PS_SIGN"), None).is_ok()
    );
    let refused = resolve(&NAMED).unwrap().fields(product("PS_SIGN"), None).unwrap_err();
    assert_eq!(refused.code(), "order.product.ps-alone");
}

#[test]
fn what_a_product_must_name_is_asked_by_name() {
    let missing =
        |code: &str| resolve(&[]).unwrap().fields(product(code), None).unwrap_err().code();
    assert_eq!(missing("SERV_SSL"), "order.dns.missing");
    assert_eq!(missing("PRO_AUTH"), "order.mail.missing");
    assert_eq!(missing("ORG_SIGN"), "order.service.missing");
}

#[test]
fn an_address_lies_in_its_domain() {
    let email = |domain: &str, email: &str| {
        resolve(&["--mail-domain", domain, "--email", email]).unwrap().email()
    };
    assert!(email("@exemple.test", "a@exemple.test").is_ok());
    assert!(email("exemple.test", "a@sous.Exemple.test").is_ok());
    assert_eq!(
        email("exemple.test", "a@autre-exemple.test").unwrap_err().code(),
        "order.mail.outside"
    );
    let made = resolve(&["--mail-domain", "exemple.test"]).unwrap().email().unwrap();
    assert_eq!(made.as_deref(), Some("test@exemple.test"));
}
