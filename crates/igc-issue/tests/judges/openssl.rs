//! OpenSSL reads, verifies and names the purposes of every product's certificate.

use igc_catalogue::Purpose;
use igc_issue::ProfileForm;

use crate::fixture::{Made, all, at};

const FORMS: [ProfileForm; 2] = [ProfileForm::Current, ProfileForm::Legacy];

/// Purposes OpenSSL must accept the certificate for; every other of `ALL` it must refuse.
fn purposes(made: &Made) -> &'static [&'static str] {
    match made.product.purpose() {
        Purpose::Authentication => &["sslclient"],
        Purpose::Tls => &["sslclient", "sslserver"],
        Purpose::Signature => &["smimesign"],
        Purpose::Smime => &["smimesign", "smimeencrypt"],
        Purpose::Confidentiality => &["smimeencrypt"],
    }
}

const ALL: [&str; 4] = ["sslclient", "sslserver", "smimesign", "smimeencrypt"];

#[test]
fn every_product_verifies_strictly_for_its_purposes_and_no_other() {
    let Some(openssl) = igc_testkit::openssl() else { return };
    let mut wrong = Vec::new();
    for form in FORMS {
        for made in &all(form).made {
            for purpose in ALL {
                let outcome = openssl.run([
                    "verify".into(),
                    "-x509_strict".into(),
                    "-check_ss_sig".into(),
                    "-attime".into(),
                    at().unix().to_string(),
                    "-purpose".into(),
                    purpose.into(),
                    "-CAfile".into(),
                    made.path.with_extension("acr").display().to_string(),
                    "-untrusted".into(),
                    made.path.with_extension("aci").display().to_string(),
                    made.path.display().to_string(),
                ]);
                if outcome.success() != purposes(made).contains(&purpose) {
                    wrong.push(format!("{} {form:?} {purpose}\n{outcome}", made.product.code()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_first_crl_of_each_authority_is_accepted() {
    let Some(openssl) = igc_testkit::openssl() else { return };
    let fixture = all(ProfileForm::Current);
    for made in &fixture.made {
        let [leaf, aci, acr, crls] =
            ["pem", "aci", "acr", "crls"].map(|end| made.path.with_extension(end));
        let mut bundle = String::new();
        for crl in &made.crls {
            bundle += &igc_x509::pem::encode("X509 CRL", crl);
        }
        std::fs::write(&crls, bundle).unwrap();
        openssl.accepts(
            ["verify", "-x509_strict", "-crl_check_all", "-attime"]
                .map(Into::into)
                .into_iter()
                .chain([
                    at().unix().to_string(),
                    "-CAfile".into(),
                    acr.display().to_string(),
                    "-CRLfile".into(),
                    crls.display().to_string(),
                    "-untrusted".into(),
                    aci.display().to_string(),
                    leaf.display().to_string(),
                ]),
        );
    }
}

/// What OpenSSL reads in every product's certificate, apart from what each run makes anew: a change of profile shows here.
#[test]
fn every_product_reads_as_before() {
    let Some(openssl) = igc_testkit::openssl() else { return };
    let mut report = String::new();
    for made in &all(ProfileForm::Current).made {
        let path = made.path.display().to_string();
        let fresh = "no_serial,no_pubkey,no_sigdump";
        let text = openssl.accepts([
            "x509",
            "-noout",
            "-text",
            "-nameopt",
            "utf8,sep_comma_plus",
            "-certopt",
            fresh,
            "-in",
            &path,
        ]);
        report += &format!("== {}\n", made.product.code());
        // Key identifiers differ from run to run: lines of hexadecimal pairs.
        for line in text.lines().map(str::trim_end) {
            let octets = line.trim().split(':');
            let is_hex =
                |octet: &str| octet.len() == 2 && octet.bytes().all(|b| b.is_ascii_hexdigit());
            if octets.clone().count() == 20 && octets.clone().all(is_hex) {
                report += "                <20 octets>\n";
            } else {
                report += &format!("{line}\n");
            }
        }
    }
    expect_test::expect_file!["products.txt"].assert_eq(&report);
}
