//! Wrong input: each a clear error with its code, its cure and its exit code; never a panic, never a half-written file.
use crate::igc::{PASSWORD, authority, command, fed, igc, order, roc, run};
use igc_testkit::{Chain, Key, openssl, temp_dir};
use std::fs;
use std::path::Path;

const STRUCTURE: &str = "--name FICTIVE --department Paris";

/// What is in a folder, hidden files included.
fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn a_wrong_identifier_is_told_by_what_is_wrong_with_it() {
    let folder = temp_dir();
    for (number, code) in [
        ("--finess 0B9999993", "id.check-digit"),
        ("--finess 0B99", "id.length"),
        ("--siren 12345678X", "id.character"),
    ] {
        let run = order(folder.path(), &format!("--usage roc {STRUCTURE} {number}"));
        run.fails(2, code);
        assert!(!run.stderr.contains(number.split_once(' ').unwrap().1), "{run:#?}");
    }
    order(folder.path(), "--product PS_SIGN --email a@exemple.test --rpps 99900000012")
        .fails(2, "id.check-digit");
    assert!(is_empty(folder.path()));
}

#[test]
fn an_unknown_word_suggests_the_nearest() {
    let folder = temp_dir();
    for (line, code, near) in [
        ("order --usage rocc", "order.usage.unknown", "roc"),
        ("order --product ORG_SIGNN", "order.product.unknown", "ORG_SIGN"),
        ("ordre", "cli.command.unknown", "order"),
        ("order --usge roc", "cli.option.unknown", "--usage"),
        ("catalogue show ORG-AUT-CLI", "catalogue.not-found", "ORG_AUTH_CLI"),
        ("explain path.expird", "cli.code.unknown", "path.expired"),
        ("order --usage roc --color blue", "cli.value.invalid", "auto"),
        ("verify x.pem --anchor y.pem --purpose serveur", "cli.purpose.unknown", "server"),
    ] {
        let run = igc(folder.path(), line);
        run.fails(2, code);
        assert!(run.stderr.contains(near), "{run:#?}");
    }
    assert!(is_empty(folder.path()));
}

#[test]
fn a_product_for_persons_is_refused_to_a_structure() {
    let folder = temp_dir();
    let line = format!("--product PS_SIGN --email a@exemple.test {STRUCTURE} --finess 0B9999992");
    let run = order(folder.path(), &line);
    run.fails(1, "order.product.ps-alone");
    assert!(run.stderr.contains("PRO_SIGN"), "{run:#?}");
}

#[test]
fn a_product_that_must_name_its_domain_says_so() {
    let folder = temp_dir();
    order(folder.path(), "--product SERV_SSL").fails(2, "order.dns.missing");
    order(folder.path(), "--usage mssante").fails(2, "order.dns.missing");
    order(folder.path(), "--product SERV_SIGN --dns serveur.exemple.test")
        .fails(2, "order.mail.missing");
    order(folder.path(), "--product PRO_AUTH").fails(2, "order.mail.missing");
    order(folder.path(), "--product PRO_AUTH --mail-domain exemple.test --email a@autre.test")
        .fails(1, "order.mail.outside");
    order(folder.path(), "--product SERV_SSL --dns *.exemple.test").fails(2, "csr.field.name");
    assert!(is_empty(folder.path()), "refused before anything is made");
}

#[test]
fn a_service_that_fixes_its_name_takes_no_other() {
    let folder = temp_dir();
    let run = order(folder.path(), "--usage insi --service MON-LOGICIEL");
    run.fails(1, "order.usage.rule");
    assert!(run.stderr.contains("--service INSI-"), "{run:#?}");
}

#[test]
fn what_is_missing_from_the_command_line_is_said() {
    let folder = temp_dir();
    igc(folder.path(), "order").fails(2, "cli.option.missing");
    igc(folder.path(), "").fails(2, "cli.command.missing");
    igc(folder.path(), "csr").fails(2, "cli.command.missing");
    igc(folder.path(), "order --usage roc --at demain").fails(2, "cli.time.invalid");
    igc(folder.path(), "order --usage roc --key-kind rsa-512").fails(2, "order.key.kind");
    igc(folder.path(), "order --usage roc --name FICTIVE").fails(2, "order.structure.incomplete");
}

#[test]
fn a_request_made_with_another_key_is_told() {
    let folder = temp_dir();
    igc(folder.path(), "csr new --product ORG_SIGN").done();
    igc(folder.path(), "csr new --product ORG_SIGN --out autre").done();
    let line = "csr check ORG_SIGN.csr --product ORG_SIGN --key";
    let right = igc(folder.path(), &format!("{line} ORG_SIGN.key"));
    assert_eq!(right.code, Some(0), "{right:#?}");
    let wrong = igc(folder.path(), &format!("{line} autre/ORG_SIGN.key"));
    assert_eq!(wrong.code, Some(1));
    assert!(wrong.stdout.contains("error[csr.key.mismatch]"), "{wrong:#?}");
}

#[test]
fn a_request_that_does_not_fit_is_refused_with_every_finding() {
    let Some(openssl) = openssl() else { return };
    let folder = temp_dir();
    let make =
        ["req", "-new", "-newkey", "rsa:1024", "-nodes", "-keyout", "k.pem", "-out", "r.csr"];
    openssl.in_dir(folder.path()).accepts(make.iter().chain(&["-subj", "/CN=x"]));
    let checked = igc(folder.path(), "csr check r.csr --product SERV_SSL");
    assert_eq!(checked.code, Some(1));
    for code in ["csr.key.size", "csr.san.missing", "csr.subject.missing"] {
        assert!(checked.stdout.contains(code), "{code}: {checked:#?}");
    }
    let line = "--product SERV_SSL --dns serveur.exemple.test --csr r.csr --out out";
    let ordered = order(folder.path(), line);
    assert_eq!(ordered.code, Some(1), "{ordered:#?}");
    assert!(ordered.stderr.contains("error[order.csr.unfit]"), "{ordered:#?}");
    assert!(ordered.stderr.contains("error[csr.key.size]"), "{ordered:#?}");
}

#[test]
fn bytes_that_are_nothing_and_bytes_cut_short_are_told_apart() {
    let folder = temp_dir();
    let whole = fs::read(roc().join("igc-roc/ORG_SIGN.p12")).unwrap();
    fs::write(folder.path().join("cut.p12"), &whole[..whole.len() / 2]).unwrap();
    fs::write(folder.path().join("noise"), b"\xff\xfe noise").unwrap();
    fs::write(folder.path().join("deep.der"), [0x30, 0x80].repeat(50_000)).unwrap();
    fs::write(folder.path().join("empty"), b"").unwrap();
    igc(folder.path(), "p12 open cut.p12").fails(2, "p12.truncated");
    igc(folder.path(), "p12 open noise").fails(2, "p12.not-pkcs12");
    let cut = igc(folder.path(), "inspect cut.p12");
    assert_eq!(cut.code, Some(2), "{cut:#?}");
    assert!(cut.stderr.contains("error[x509.truncated]"), "{cut:#?}");
    for file in ["noise", "empty"] {
        let run = igc(folder.path(), &format!("verify {file} --anchor {file}"));
        run.fails(2, "x509.input.unknown");
    }
    for file in ["cut.p12", "noise", "deep.der", "empty", "missing", "."] {
        let run = igc(folder.path(), &format!("inspect {file}"));
        assert_eq!(run.code, Some(2), "{run:#?}");
        assert!(run.stderr.contains("error["), "{run:#?}");
        assert!(!run.stderr.contains("panicked"), "{run:#?}");
    }
}

#[test]
fn no_prefix_and_no_single_damage_of_a_file_makes_the_command_panic() {
    let folder = temp_dir();
    for name in ["ORG_SIGN.pem", "ORG_SIGN.csr"] {
        let whole = fs::read(roc().join("igc-roc").join(name)).unwrap();
        for step in 1..16 {
            let cut = whole.len() * step / 16;
            let run = fed(folder.path(), "inspect -", &whole[..cut]);
            assert!(matches!(run.code, Some(0 | 2)), "{run:#?}");
            let mut hurt = whole.clone();
            hurt[cut] ^= 0x05;
            let run = fed(folder.path(), "inspect -", &hurt);
            assert!(matches!(run.code, Some(0 | 2)), "{run:#?}");
        }
    }
}

#[test]
fn a_wrong_password_is_told_apart_from_an_unknown_algorithm() {
    let folder = temp_dir();
    let file = roc().join("igc-roc/ORG_SIGN.p12");
    let open = |file: &Path, password: &str| {
        run(command(folder.path()).args(["p12", "open"]).arg(file).env("IGC_PASSWORD", password))
    };
    open(&file, "wrong").fails(2, "p12.password.wrong");
    assert_eq!(open(&file, PASSWORD).code, Some(0));
    // The key's cipher becomes one nobody knows: AES-256-CBC ends in 1.42, and 1.126 is not given out.
    let mut hurt = fs::read(&file).unwrap();
    let aes = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2a];
    let at = hurt.windows(aes.len()).position(|window| window == aes).unwrap();
    hurt[at + aes.len() - 1] = 0x7e;
    let strange = folder.path().join("strange.p12");
    fs::write(&strange, &hurt).unwrap();
    open(&strange, PASSWORD).fails(2, "p12.algorithm.unsupported");
    igc(folder.path(), &format!("p12 open {}", file.display())).fails(2, "cli.password.missing");
    open(&file, "").fails(2, "cli.password.empty");
}

#[cfg(unix)]
#[test]
fn an_unwritable_folder_is_told_before_any_key_is_made() {
    let folder = temp_dir();
    fs::write(folder.path().join("file"), b"").unwrap();
    let run = order(folder.path(), "--usage roc --out file/out");
    run.fails(2, "cli.folder.unwritable");
    let run = run_order_with_igc(folder.path(), "file/igc");
    run.fails(2, "issue.folder.io");
    assert!(run.stderr.contains("┌ file/igc\n"), "{run:#?}");
}

#[cfg(unix)]
fn run_order_with_igc(folder: &Path, igc: &str) -> crate::igc::Run {
    run(command(folder).args(["order", "--usage", "roc", "--out", "out", "--igc", igc]))
}

#[test]
fn an_existing_file_is_kept_unless_force_is_given() {
    let folder = temp_dir();
    let line = "--product ORG_SIGN --service TEST --out out";
    order(folder.path(), line).done();
    let key = folder.path().join("out/ORG_SIGN.key");
    let before = fs::read(&key).unwrap();
    order(folder.path(), line).fails(2, "cli.file.exists");
    assert_eq!(fs::read(&key).unwrap(), before);
    order(folder.path(), &format!("{line} --force")).done();
    assert_ne!(fs::read(&key).unwrap(), before);
}

#[test]
fn a_structure_file_with_a_mistake_says_which_line() {
    let folder = temp_dir();
    fs::write(folder.path().join("s.toml"), "[structure]\nnom = \"X\"\n").unwrap();
    let run = order(folder.path(), "--usage roc --structure s.toml");
    run.fails(2, "order.structure.unreadable");
    assert!(run.stderr.contains("2: "), "{run:#?}");
}

#[test]
fn a_certificate_of_another_authority_is_rejected_not_unreadable() {
    let Some(openssl) = openssl() else { return };
    let other = Chain::client(&openssl, Key::P256);
    let folder = roc().join("igc-roc");
    let run = run(command(&folder)
        .args(["verify", "--anchor"])
        .arg(folder.join("ancre.pem"))
        .arg(other.path("leaf.pem")));
    assert_eq!(run.code, Some(1), "{run:#?}");
    assert!(run.stdout.contains("error[path.issuer.missing]"), "{run:#?}");
    assert!(authority().exists());
}

#[cfg(unix)]
#[test]
fn a_descriptor_without_a_password_is_told_at_once() {
    let open = |descriptor: u32| {
        igc(roc(), &format!("p12 open igc-roc/ORG_SIGN.p12 --password-fd {descriptor}"))
    };
    open(1).fails(2, "cli.password.fd-output");
    open(2).fails(2, "cli.password.fd-output");
    open(987).fails(2, "cli.password.fd-closed");
}
