//! Reading what an order wrote, in every form.
use crate::igc::{AT, PASSWORD, command, fed, igc, roc, run};
use igc_testkit::{openssl, temp_dir};
use std::fs;

#[test]
fn every_file_of_an_order_is_recognised_by_its_content() {
    for (name, words) in [
        ("ORG_AUTH_CLI.pem", "ORG_AUTH_CLI"),
        ("ORG_SIGN.pem", "ORG_SIGN or SERV_SIGN"),
        ("ORG_SIGN.csr", "holds: the requester has the key"),
        ("ORG_SIGN.key", "private key (pkcs8)"),
        ("chaine.pem", "authority"),
        ("asip-p12-EL-TEST-ORG-SIGN-20261122-101500.p12", "pbeWithSHAAnd3-KeyTripleDES-CBC"),
        ("ORG_SIGN.p12", "without a password"),
    ] {
        let printed = igc(roc(), &format!("inspect igc-roc/{name}")).done();
        assert!(printed.contains(words), "{name}: {printed}");
        let bytes = fs::read(roc().join("igc-roc").join(name)).unwrap();
        let piped = fed(roc(), "inspect -", &bytes).done();
        assert_eq!(
            piped.lines().skip(1).collect::<Vec<_>>(),
            printed.lines().skip(1).collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_private_key_is_never_printed() {
    let pem = fs::read_to_string(roc().join("igc-roc/ORG_SIGN.key")).unwrap();
    let secret = pem.lines().nth(5).unwrap();
    for line in ["inspect igc-roc/ORG_SIGN.key", "inspect igc-roc/ORG_SIGN.key --json --verbose"] {
        assert!(!igc(roc(), line).done().contains(secret));
    }
}

#[test]
fn a_pkcs12_is_taken_apart_into_files_openssl_reads() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let file = roc().join("igc-roc/asip-p12-EL-TEST-ORG-AUTH_CLI-20261122-101500.p12");
    let mut open = command(folder.path());
    open.args(["p12", "open", "--out", "pem"]).arg(&file).env("IGC_PASSWORD", PASSWORD);
    run(&mut open).done();
    let stem = file.file_stem().unwrap().to_str().unwrap();
    let path =
        |ending: &str| folder.path().join(format!("pem/{stem}{ending}")).display().to_string();
    let public = openssl.accepts(["x509", "-in", &path(".pem"), "-noout", "-pubkey"]);
    assert_eq!(openssl.accepts(["pkey", "-in", &path(".key"), "-pubout"]), public);
    assert_eq!(fs::read_to_string(path("-chaine.pem")).unwrap().matches("BEGIN").count(), 3);
}

#[test]
fn passwords_come_from_a_file_or_a_descriptor() {
    let folder = temp_dir();
    fs::write(folder.path().join("pw"), format!("{PASSWORD}\n")).unwrap();
    let file = roc().join("igc-roc/ORG_SIGN.p12").display().to_string();
    igc(folder.path(), &format!("p12 open {file} --password-file pw")).done();
    fed(folder.path(), &format!("p12 open {file} --password-fd 0"), PASSWORD.as_bytes()).done();
}

#[test]
fn a_verdict_follows_the_time_and_the_purpose() {
    let verify = |options: &str| {
        let line = "verify igc-roc/ORG_AUTH_CLI.pem --issuer igc-roc/chaine.pem --anchor igc-roc/ancre.pem";
        let run = igc(roc(), &format!("{line} {options} --json"));
        let json = run.json();
        let code = json["results"][0]["findings"][0]["code"].as_str().map(str::to_owned);
        (run.code, code)
    };
    let refused = |code: &str| (Some(1), Some(code.to_owned()));
    assert_eq!(verify(&format!("--at {AT}")), (Some(0), None));
    assert_eq!(verify("--at 2031-01-01T00:00:00Z"), refused("path.expired"));
    assert_eq!(verify("--at 2020-01-01T00:00:00Z"), refused("path.not-yet-valid"));
    assert_eq!(verify(&format!("--at {AT} --purpose client")), (Some(0), None));
    assert_eq!(verify(&format!("--at {AT} --purpose org-auth-cli")), (Some(0), None));
    assert_eq!(
        verify(&format!("--at {AT} --purpose server")),
        refused("path.purpose.extended-key-usage")
    );
    assert_eq!(verify(&format!("--at {AT} --purpose ORG_CONF")).1.unwrap(), "cli.product.other");
}

#[test]
fn a_platform_file_is_verified_without_its_password() {
    let line = format!(
        "verify igc-roc/asip-p12-EL-TEST-ORG-SIGN-20261122-101500.p12 --anchor igc-roc/ancre.pem --at {AT}"
    );
    let printed = igc(roc(), &line).done();
    assert!(printed.contains("GOOD"), "{printed}");
}

#[test]
fn revocation_is_checked_with_the_lists_of_the_authorities() {
    let lists = crate::igc::authority().join("authorities");
    let crl = |name: &str| lists.join(name).join("initial.crl").display().to_string();
    let verify = |options: &str| {
        let line =
            "verify igc-roc/ORG_SIGN.pem --issuer igc-roc/chaine.pem --anchor igc-roc/ancre.pem";
        igc(roc(), &format!("{line} --at {AT} {options}"))
    };
    let good = verify(&format!("--crl {}", crl("ACI-EL-ORG-LOCAL"))).done();
    assert!(good.contains("revocation checked"), "{good}");
    // A list of another issuer is no evidence: unknown is never good.
    let open = verify(&format!("--crl {}", crl("ACR-EL-LOCAL")));
    assert_eq!(open.code, Some(2), "{open:#?}");
    assert!(open.stdout.contains("COULD NOT TELL"), "{open:#?}");
}
