//! Requests made by Java's keytool.

use crate::fixture::{SERVER, SERVICE, der, verdict};

fn request(common_name: &str, extra: &[&str]) -> Option<Vec<u8>> {
    let dir = igc_testkit::temp_dir();
    let keytool = igc_testkit::keytool()?.in_dir(dir.path());
    let name =
        format!("CN={common_name}, OU=10B0999999, O=HOPITAL FICTIF DE TEST, ST=Paris (75), C=FR");
    let store = ["-keystore", "store.p12", "-storepass", "fictif", "-alias", "cle"];
    let make = ["-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", &name];
    keytool.accepts(make.iter().chain(&store));
    Some(der(&keytool.accepts(["-certreq"].iter().chain(&store).chain(extra))))
}

#[test]
fn a_client_request_is_good_apart_from_string_types() {
    let Some(request) = request(SERVICE, &[]) else { return };
    let expected = [
        "csr.subject.encoding subject.stateOrProvinceName",
        "csr.subject.encoding subject.organizationName",
        "csr.subject.encoding subject.organizationalUnitName",
        "csr.extension.ignored extensionRequest.subjectKeyIdentifier",
    ];
    assert_eq!(verdict(&request, "ORG_AUTH_CLI"), expected);
}

#[test]
fn a_server_request_names_itself_only_when_asked() {
    let Some(bare) = request(SERVER, &[]) else { return };
    assert_eq!(verdict(&bare, "SERV_SSL")[0], "csr.san.missing extensionRequest.subjectAltName");
    let Some(named) = request(SERVER, &["-ext", &format!("san=dns:{SERVER}")]) else { return };
    let verdict = verdict(&named, "SERV_SSL");
    assert!(verdict.iter().all(|line| !line.contains(".san.")), "{verdict:?}");
}
