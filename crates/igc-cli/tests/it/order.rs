//! The main job: what an order prints and writes.
use crate::igc::{AT, authority, command, igc, order, roc, run};
use igc_testkit::temp_dir;
use std::fs;

fn names(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn with_no_other_flag_and_no_terminal_it_works_in_an_empty_folder() {
    let folder = temp_dir();
    let printed = igc(folder.path(), "order --usage roc").done();
    assert!(printed.contains("ORG_AUTH_CLI  Client_ROC_Annuaire_AMC"), "{printed}");
    assert!(printed.contains("ORG_SIGN      Client_ROC_WebServices_AMC"), "{printed}");
    assert_eq!(names(folder.path()), [".igc", "igc-roc"]);
    // The command printed at the end does what it says, through a shell as a user would.
    let check = printed.lines().find_map(|line| line.strip_prefix("Check: ")).unwrap();
    let check = check.replacen("igc ", &format!("{} ", env!("CARGO_BIN_EXE_igc")), 1);
    let checked = std::process::Command::new("sh")
        .args(["-c", &check])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    assert_eq!(String::from_utf8_lossy(&checked.stdout).matches("GOOD").count(), 2);
}

#[test]
fn the_files_are_named_as_the_platform_names_them() {
    let folder = roc().join("igc-roc");
    assert_eq!(
        names(&folder),
        [
            "LISEZMOI.txt",
            "ORG_AUTH_CLI-chaine.pem",
            "ORG_AUTH_CLI.csr",
            "ORG_AUTH_CLI.key",
            "ORG_AUTH_CLI.p12",
            "ORG_AUTH_CLI.pem",
            "ORG_SIGN-chaine.pem",
            "ORG_SIGN.csr",
            "ORG_SIGN.key",
            "ORG_SIGN.p12",
            "ORG_SIGN.pem",
            "ancre.pem",
            "asip-p12-EL-TEST-ORG-AUTH_CLI-20261122-101500.p12",
            "asip-p12-EL-TEST-ORG-SIGN-20261122-101500.p12",
            "chaine.pem",
        ]
    );
}

#[test]
fn a_generated_password_opens_the_files_and_is_for_its_owner_only() {
    let folder = temp_dir();
    let mut order = command(folder.path());
    order.args(["order", "--usage", "roc", "--at", AT, "--igc"]).arg(authority());
    run(&mut order).done();
    let opened = "p12 open igc-roc/ORG_SIGN.p12 --password-file igc-roc/mot-de-passe.txt";
    assert!(igc(folder.path(), opened).done().contains("ORG_SIGN or SERV_SIGN"));
}

#[test]
fn every_product_can_be_ordered() {
    let folder = temp_dir();
    let needs = "--dns serveur.exemple.test --mail-domain exemple.test --service TEST";
    let structure = "ORG_AUTH_CLI ORG_SIGN ORG_CONF SERV_SSL SERV_S/MIME SERV_SIGN SERV_CONF PRO_AUTH PRO_SIGN PRO_CONF";
    let person = "PS_AUTH PS_SIGN PS_CONF";
    let products: String = format!("{structure} {person}")
        .split_whitespace()
        .map(|product| format!(" --product {product}"))
        .collect();
    order(folder.path(), &format!("--out all {needs}{products}")).done();
    let checked = igc(
        folder.path(),
        &format!(
            "verify --at {AT} --anchor all/ancre.pem --issuer all/chaine.pem --json {}",
            format!("{structure} {person}")
                .split_whitespace()
                .map(|product| format!("all/{}.pem ", product.replace('/', "")))
                .collect::<String>()
        ),
    );
    let results = checked.json()["results"].as_array().unwrap().clone();
    assert_eq!(results.len(), 13);
    for result in &results {
        assert_eq!(result["decision"], "accepted", "{result:#}");
    }
    assert_eq!(checked.code, Some(0));
}

#[test]
fn a_request_made_elsewhere_gets_its_certificate_alone_with_the_chain() {
    let folder = temp_dir();
    igc(folder.path(), "csr new --product ORG_AUTH_CLI --service TEST").done();
    let printed = order(
        folder.path(),
        "--product ORG_AUTH_CLI --service TEST --csr ORG_AUTH_CLI.csr --out out",
    )
    .done();
    assert!(!printed.contains(".p12  "), "{printed}");
    assert_eq!(
        names(&folder.path().join("out")),
        [
            "LISEZMOI.txt",
            "ORG_AUTH_CLI-chaine.pem",
            "ORG_AUTH_CLI.csr",
            "ORG_AUTH_CLI.pem",
            "ancre.pem",
            "chaine.pem",
        ]
    );
}

#[test]
fn the_structure_comes_from_a_file_with_options_over_it() {
    let folder = temp_dir();
    fs::write(
        folder.path().join("clinique.toml"),
        "[structure]\nname = \"CLINIQUE FICTIVE\"\nfiness = \"0B9999992\"\ndepartment = \"Paris (75)\"\n\
         [certificate]\nservice = \"TEST_FICHIER\"\n",
    )
    .unwrap();
    let json = order(
        folder.path(),
        "--product ORG_SIGN --structure clinique.toml --service TEST_OPTION --json",
    )
    .json();
    assert_eq!(json["structure"]["name"], "CLINIQUE FICTIVE");
    let subject = json["certificates"][0]["subject"].as_str().unwrap();
    assert_eq!(subject, "CN=TEST_OPTION,OU=10B9999992,O=CLINIQUE FICTIVE,ST=Paris (75),C=FR");
}

#[test]
fn the_legacy_order_of_extensions_is_another_one() {
    let folder = temp_dir();
    let extensions = |out: &str, option: &str| {
        order(folder.path(), &format!("--usage roc --out {out} {option}")).done();
        let json = igc(folder.path(), &format!("inspect {out}/ORG_SIGN.pem --json")).json();
        let list = json["files"][0]["items"][0]["extensions"].as_array().unwrap().clone();
        list.iter().map(|one| one["oid"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let (mut now, mut then) = (extensions("now", ""), extensions("then", "--legacy-order"));
    assert_ne!(now, then);
    now.sort();
    then.sort();
    assert_eq!(now, then);
}
