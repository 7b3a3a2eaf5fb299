//! Files: modes, wholeness, interruption.
use crate::igc::{AT, authority, command, roc};
use igc_testkit::temp_dir;
use std::fs;
use std::path::Path;

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
#[test]
fn whatever_holds_a_key_is_for_its_owner_only() {
    for entry in fs::read_dir(roc().join("igc-roc")).unwrap() {
        let path = entry.unwrap().path();
        let secret = path.extension().is_some_and(|ending| ending == "key" || ending == "p12");
        let expected = if secret { 0o600 } else { 0o644 };
        assert_eq!(mode(&path), expected, "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn a_generated_password_is_for_its_owner_only() {
    let folder = temp_dir();
    let mut order = command(folder.path());
    order.args([
        "order",
        "--product",
        "ORG_CONF",
        "--service",
        "TEST",
        "--at",
        AT,
        "--out",
        "out",
        "--igc",
    ]);
    crate::igc::run(order.arg(authority())).done();
    assert_eq!(mode(&folder.path().join("out/mot-de-passe.txt")), 0o600);
}

/// Interrupted at many moments, the command leaves whole files or none.
#[cfg(unix)]
#[test]
fn an_interrupted_order_leaves_no_half_written_file() {
    use std::process::Command;
    let (mut interrupted, mut tried) = (0, 0);
    for delay in [0, 20, 60, 120, 200, 300, 450, 700] {
        let folder = temp_dir();
        let mut order = command(folder.path());
        order.args([
            "order",
            "--usage",
            "roc",
            "--at",
            AT,
            "--out",
            "out",
            "--key-kind",
            "rsa-4096",
            "--igc",
        ]);
        let child = order
            .arg(authority())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        // The handler is there once the process has begun its work.
        std::thread::sleep(core::time::Duration::from_millis(80 + delay));
        let signal = ["-INT", &child.id().to_string()].map(str::to_owned);
        assert!(Command::new("kill").args(signal).status().is_ok());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        tried += 1;
        if output.status.code() == Some(130) {
            interrupted += 1;
            assert!(said.contains("cli.interrupted"), "{said}");
        } else {
            assert_eq!(output.status.code(), Some(0), "{said}");
        }
        let out = folder.path().join("out");
        for entry in fs::read_dir(&out).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(!name.starts_with(".igc-"), "a temporary file was left: {name}");
            if name.ends_with(".key") {
                let text = fs::read_to_string(&path).unwrap();
                assert!(text.trim_end().ends_with("-----END PRIVATE KEY-----"), "{name}");
            }
        }
    }
    assert!(interrupted > 0, "none of {tried} runs was interrupted");
}

#[test]
fn force_removes_what_the_earlier_run_named_otherwise() {
    let folder = temp_dir();
    let out = folder.path().join("out");
    let run = |time: &str, password: Option<&str>, service: &str| {
        let line =
            format!("order --product ORG_{service} --service TEST --out out --force --at {time}");
        let mut order = command(folder.path());
        order.args(line.split(' ')).arg("--igc").arg(authority());
        if let Some(password) = password {
            order.env("IGC_PASSWORD", password);
        }
        let run = crate::igc::run(&mut order);
        assert_eq!(run.code, Some(0), "{run:#?}");
        run.stderr
    };
    let old =
        |product: &str, time: &str| out.join(format!("asip-p12-EL-TEST-ORG-{product}-{time}.p12"));
    run("2026-11-22T10:00:00Z", None, "SIGN");
    run("2026-11-22T10:01:00Z", None, "CONF");
    assert!(out.join("mot-de-passe.txt").exists());
    let stranger = out.join("asip-p12-EL-TEST-ORG-SIGN-mine.p12");
    fs::write(&stranger, b"FICTIF").unwrap();

    // Another product's file stays, and so does the password, which may be that of a file not made again.
    let said = run("2026-11-22T10:02:00Z", Some("Fictif-0123"), "SIGN");
    assert!(said.contains("asip-p12-EL-TEST-ORG-SIGN-20261122-100000.p12"), "{said}");
    assert!(!old("SIGN", "20261122-100000").exists() && old("SIGN", "20261122-100200").exists());
    assert!(old("CONF", "20261122-100100").exists() && stranger.exists());
    assert!(out.join("mot-de-passe.txt").exists());

    for path in [old("CONF", "20261122-100100"), out.join("ORG_CONF.p12"), stranger] {
        fs::remove_file(path).unwrap();
    }
    let said = run("2026-11-22T10:02:00Z", Some("Fictif-0123"), "SIGN");
    assert!(said.contains("mot-de-passe.txt"), "{said}");
    assert!(!out.join("mot-de-passe.txt").exists());
}
