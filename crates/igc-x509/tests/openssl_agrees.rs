//! Every field equals what OpenSSL prints, on certificates and a request OpenSSL made, and on real ones.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking"
)]

use std::fs;

use igc_testkit::{Chain, Judge, Key};
use igc_x509::{
    Certificate, CertificateList, CertificationRequest, Extensions, GeneralName, Oid, Time,
    input::{self, InputKind},
    pem,
};

const EXTENSIONS: &str = "basicConstraints = critical, CA:TRUE, pathlen:3
keyUsage = critical, digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment, keyAgreement, keyCertSign, cRLSign, encipherOnly, decipherOnly
extendedKeyUsage = serverAuth, clientAuth, msSmartcardLogin, anyExtendedKeyUsage
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid, issuer:always
certificatePolicies = 2.5.29.32.0, @policy
policyMappings = 1.2.3:1.2.4, 1.2.5:1.2.6
policyConstraints = requireExplicitPolicy:3, inhibitPolicyMapping:0
inhibitAnyPolicy = 2
nameConstraints = permitted;DNS:exemple.test, permitted;IP:192.0.2.0/255.255.255.0, excluded;email:.fictif.test
subjectAltName = DNS:un.exemple.test, email:a@exemple.test, URI:https://exemple.test/x, IP:192.0.2.1, IP:2001:db8::1, RID:1.2.3.4, dirName:dir, otherName:1.3.6.1.4.1.311.20.2.3;UTF8:PERSONNE.FICTIVE@exemple.test
crlDistributionPoints = full, relative
freshestCRL = URI:http://exemple.test/delta.crl
authorityInfoAccess = OCSP;URI:http://ocsp.exemple.test, caIssuers;URI:http://exemple.test/aci.cer
1.2.250.1.71.1.2.2 = ASN1:INTEGER:2
1.2.250.1.71.1.2.3 = ASN1:PRINTABLESTRING:8025000000/0000000001
1.2.250.1.71.1.2.5 = DER:04:01:83
1.2.250.1.71.1.2.7 = ASN1:INTEGER:40
1.2.250.1.71.4.2.5 = ASN1:SEQUENCE:specialities
1.2.250.1.999 = critical, ASN1:NULL
[specialities]
a = UTF8:SM26
b = UTF8:SCD03
[dir]
C = FR
CN = Annuaire fictif
[full]
fullname = URI:http://exemple.test/un.crl, URI:ldap://exemple.test/deux
reasons = keyCompromise, CACompromise
CRLissuer = dirName:dir
[relative]
relativename = dir_cn
[dir_cn]
CN = CRL fictive
[policy]
policyIdentifier = 1.2.250.1.213.1.7.2.1.1.1.1
CPS.1 = http://exemple.test/PC
userNotice.1 = @notice
[notice]
explicitText = UTF8:Certificat de test, fictif
organization = Organisation fictive
noticeNumbers = 1, 2
";

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02X}")).collect()
}

fn collect<'a, T: ToString + 'a>(items: impl IntoIterator<Item = T>) -> Vec<String> {
    items.into_iter().map(|item| item.to_string()).collect()
}

/// `notBefore=2026-11-22 10:00:00Z`, as `-dateopt iso_8601` prints.
fn iso(time: Time) -> String {
    time.to_string().replace('T', " ")
}

/// The frame: name, serial number, dates, version, key, algorithm, in OpenSSL's own words.
fn frame(openssl: &Judge, der: &[u8]) {
    let certificate = Certificate::parse(der).unwrap();
    let said = openssl.clone().stdin(der).accepts([
        "x509",
        "-inform",
        "DER",
        "-noout",
        "-serial",
        "-dates",
        "-dateopt",
        "iso_8601",
        "-subject",
        "-issuer",
        "-nameopt",
        "RFC2253,-esc_msb,utf8,sname",
    ]);
    let serial = certificate.serial().to_string().to_uppercase();
    let want = format!(
        "serial={}\nnotBefore={}\nnotAfter={}\nsubject={}\nissuer={}\n",
        serial,
        iso(certificate.validity().not_before),
        iso(certificate.validity().not_after),
        backwards(&certificate.subject()),
        backwards(&certificate.issuer()),
    );
    assert_eq!(said.trim_end(), want.trim_end());

    let key = openssl.clone().stdin(der).accepts(["x509", "-inform", "DER", "-noout", "-pubkey"]);
    let key = pem::decode(key.as_bytes()).unwrap().remove(0).contents;
    assert_eq!(certificate.public_key().der(), key);
}

/// OpenSSL reverses the attributes inside an RDN too, and writes `emailAddress` as we do.
fn backwards(name: &igc_x509::Name<'_>) -> String {
    let rdns: Vec<String> = name
        .rfc4514()
        .to_string()
        .split(',')
        .map(|rdn| rdn.split('+').rev().collect::<Vec<_>>().join("+"))
        .collect();
    rdns.join(",")
}

#[test]
fn frames_of_real_certificates() {
    let Some(shared) = igc_testkit::shared() else { return };
    let Some(openssl) = igc_testkit::openssl() else { return };
    let folder = shared.join("igc-sante");
    let mut seen = 0;
    for entry in igc_testkit::manifest(&folder).files {
        if matches!(entry.kind.as_str(), "ca" | "leaf") {
            frame(&openssl, &fs::read(folder.join(&entry.file)).unwrap());
            seen += 1;
        }
    }
    assert!(seen > 0, "no certificate");
}

/// The lines below the heading of one extension in OpenSSL's text, trimmed.
fn lines_of(openssl: &Judge, der: &[u8], extension: &str) -> Vec<String> {
    let text =
        openssl.clone().stdin(der).accepts(["x509", "-inform", "DER", "-noout", "-ext", extension]);
    text.lines().skip(1).map(|line| line.trim().to_owned()).filter(|l| !l.is_empty()).collect()
}

#[test]
fn every_extension_of_a_rich_certificate() {
    let Some(openssl) = igc_testkit::openssl() else { return };
    let subject = "/C=FR/O=STRUCTURE FICTIVE DE TEST/CN=Tout_TEST";
    let chain = Chain::with_leaf(&openssl, Key::P256, subject, EXTENSIONS);
    let der = fs::read(chain.path("leaf.der")).unwrap();
    frame(&openssl, &der);
    let certificate = Certificate::parse(&der).unwrap();
    certificate.check().unwrap();
    igc_x509::fuzz::certificate(&der);
    let lines = |extension: &str| lines_of(&openssl, &der, extension);

    let basic = certificate.basic_constraints().unwrap().unwrap();
    assert_eq!(
        lines("basicConstraints"),
        [format!("CA:TRUE, pathlen:{}", basic.path_len.unwrap())]
    );
    assert!(basic.ca);
    assert_eq!(certificate.key_usage().unwrap().unwrap().names().count(), 9);
    assert_eq!(
        collect(certificate.extended_key_usage().unwrap().unwrap().iter()),
        ["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.4.1.311.20.2.2", "2.5.29.37.0"]
    );
    let key_id = hex(certificate.subject_key_identifier().unwrap().unwrap());
    assert_eq!(lines("subjectKeyIdentifier"), [colons(&key_id)]);
    let authority = certificate.authority_key_identifier().unwrap().unwrap();
    let (issuer, serial) = authority.issuer_and_serial.unwrap();
    let said = lines("authorityKeyIdentifier");
    assert_eq!(said[0], format!("keyid:{}", colons(&hex(authority.key_identifier.unwrap()))));
    assert_eq!(issuer.directory_names().count(), 1);
    assert_eq!(said[2], format!("serial:{}", colons(&serial.to_string().to_uppercase())));
    policies(&certificate);
    constraints(&certificate);
    names(&certificate);
    locations(&certificate);
    health(&certificate);
    let critical: Vec<_> = certificate.extensions().iter().filter(|e| e.critical).collect();
    assert_eq!(critical.len(), 3);
    assert_eq!(certificate.extensions().iter().count(), 20);
}

fn colons(hex: &str) -> String {
    let pairs: Vec<_> = hex.as_bytes().chunks(2).map(String::from_utf8_lossy).collect();
    pairs.join(":")
}

fn policies(certificate: &Certificate<'_>) {
    let policies = certificate.certificate_policies().unwrap().unwrap();
    let all: Vec<_> = policies.iter().collect();
    assert_eq!(
        collect(all.iter().map(|p| p.policy)),
        ["2.5.29.32.0", "1.2.250.1.213.1.7.2.1.1.1.1"]
    );
    assert!(all[0].qualifiers.is_none());
    assert_eq!(collect(all[1].cps_uris()), ["http://exemple.test/PC"]);
    let notice = all[1].qualifiers.unwrap().iter().find_map(|qualifier| match qualifier {
        igc_x509::PolicyQualifier::UserNotice(notice) => Some(notice),
        _ => None,
    });
    let notice = notice.unwrap();
    assert_eq!(notice.explicit_text.unwrap().text(), "Certificat de test, fictif");
    assert_eq!(notice.notice_ref.unwrap().0.text(), "Organisation fictive");
    let mappings = certificate.policy_mappings().unwrap().unwrap();
    let pairs =
        mappings.iter().map(|m| format!("{}:{}", m.issuer_domain_policy, m.subject_domain_policy));
    assert_eq!(collect(pairs), ["1.2.3:1.2.4", "1.2.5:1.2.6"]);
}

fn constraints(certificate: &Certificate<'_>) {
    let policy = certificate.policy_constraints().unwrap().unwrap();
    assert_eq!((policy.require_explicit_policy, policy.inhibit_policy_mapping), (Some(3), Some(0)));
    assert_eq!(certificate.inhibit_any_policy().unwrap(), Some(2));
    let names = certificate.name_constraints().unwrap().unwrap();
    assert_eq!(
        names.permitted.unwrap().iter().collect::<Vec<_>>(),
        [
            GeneralName::DnsName("exemple.test"),
            GeneralName::IpAddress(&[192, 0, 2, 0, 255, 255, 255, 0])
        ]
    );
    assert_eq!(
        names.excluded.unwrap().iter().collect::<Vec<_>>(),
        [GeneralName::Rfc822Name(".fictif.test")]
    );
}

fn names(certificate: &Certificate<'_>) {
    let names = certificate.subject_alt_name().unwrap().unwrap();
    let all: Vec<_> = names.iter().collect();
    assert_eq!(
        all[..4],
        [
            GeneralName::DnsName("un.exemple.test"),
            GeneralName::Rfc822Name("a@exemple.test"),
            GeneralName::Uri("https://exemple.test/x"),
            GeneralName::IpAddress(&[192, 0, 2, 1]),
        ]
    );
    assert!(matches!(all[4], GeneralName::IpAddress([0x20, 0x01, 0x0d, 0xb8, .., 1])));
    assert_eq!(all[5], GeneralName::RegisteredId(Oid::from_bytes(&[0x2a, 3, 4]).unwrap()));
    assert_eq!(
        names.directory_names().next().unwrap().rfc4514().to_string(),
        "CN=Annuaire fictif,C=FR"
    );
    assert_eq!(all[7].user_principal_name(), Some("PERSONNE.FICTIVE@exemple.test"));
    assert_eq!(all.len(), 8);
}

fn locations(certificate: &Certificate<'_>) {
    let points = certificate.crl_distribution_points().unwrap().unwrap();
    assert_eq!(collect(points.uris()), ["http://exemple.test/un.crl", "ldap://exemple.test/deux"]);
    let all: Vec<_> = points.iter().collect();
    let reasons = all[0].reasons.unwrap().iter().map(igc_x509::RevocationReason::name);
    assert_eq!(collect(reasons), ["keyCompromise", "cACompromise"]);
    assert_eq!(all[0].crl_issuer.unwrap().directory_names().count(), 1);
    let Some(igc_x509::DistributionPointName::RelativeToIssuer(rdn)) = all[1].name else {
        panic!("{:?}", all[1])
    };
    assert_eq!(rdn.attributes().next().unwrap().text().unwrap(), "CRL fictive");
    let delta = certificate.freshest_crl().unwrap().unwrap();
    assert_eq!(collect(delta.uris()), ["http://exemple.test/delta.crl"]);
    let access = certificate.authority_info_access().unwrap().unwrap();
    assert_eq!(collect(access.ocsp()), ["http://ocsp.exemple.test"]);
    assert_eq!(collect(access.ca_issuers()), ["http://exemple.test/aci.cer"]);
}

fn health(certificate: &Certificate<'_>) {
    assert_eq!(certificate.card_type().unwrap(), Some(igc_x509::CardType::CdeCpe));
    assert_eq!(certificate.card_id().unwrap(), Some("8025000000/0000000001"));
    assert_eq!(
        certificate.product_category().unwrap(),
        Some(igc_x509::ProductCategory::SOFTWARE_TEST)
    );
    assert_eq!(certificate.profession().unwrap(), Some(40));
    assert_eq!(collect(certificate.specialities().unwrap().unwrap().iter()), ["SM26", "SCD03"]);
}

const REQUEST: &str = "[req]
prompt = no
distinguished_name = dn
attributes = attributes
req_extensions = extensions
[dn]
C = FR
O = STRUCTURE FICTIVE DE TEST
CN = Client_TEST
[attributes]
challengePassword = fictif
[extensions]
subjectAltName = DNS:un.exemple.test
keyUsage = critical, digitalSignature
";

#[test]
fn a_request() {
    let Some(openssl) = igc_testkit::openssl() else { return };
    let dir = igc_testkit::temp_dir();
    let openssl = openssl.in_dir(dir.path());
    fs::write(dir.path().join("req.cnf"), REQUEST).unwrap();
    openssl.accepts(["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "key.pem"]);
    let arguments = "req -new -key key.pem -config req.cnf -outform DER -out csr.der -utf8";
    openssl.accepts(arguments.split(' '));
    let der = fs::read(dir.path().join("csr.der")).unwrap();
    let request = CertificationRequest::parse(&der).unwrap();
    request.check().unwrap();
    igc_x509::fuzz::certification_request(&der);
    assert_eq!(
        request.subject().rfc4514().to_string(),
        "CN=Client_TEST,O=STRUCTURE FICTIVE DE TEST,C=FR"
    );
    assert_eq!(request.challenge_password().unwrap().as_deref(), Some("fictif"));
    let extensions: Extensions<'_> = request.extension_request().unwrap().unwrap();
    let names = extensions.subject_alt_name().unwrap().unwrap();
    assert_eq!(collect(names.dns_names()), ["un.exemple.test"]);
    assert_eq!(input::recognise(&der), Some(InputKind::CertificationRequest));

    // The signature holds over exactly the octets we call signed, with exactly the key we found.
    fs::write(dir.path().join("info.der"), request.info()).unwrap();
    fs::write(dir.path().join("signature.der"), request.signature()).unwrap();
    let key = pem::encode("PUBLIC KEY", request.public_key().der());
    fs::write(dir.path().join("public.pem"), key).unwrap();
    let arguments = "dgst -sha256 -verify public.pem -signature signature.der info.der";
    openssl.accepts(arguments.split(' '));
}

const CA: &str = "[ca]
default_ca = test
[test]
database = index.txt
crlnumber = crlnumber
default_md = sha256
default_crl_days = 6
crl_extensions = crl
[crl]
authorityKeyIdentifier = keyid
issuingDistributionPoint = critical, @scope
freshestCRL = URI:http://exemple.test/delta.crl
[scope]
fullname = URI:http://exemple.test/aci.crl
onlyuser = TRUE
onlysomereasons = keyCompromise, superseded
";

#[test]
fn a_crl() {
    let Some(openssl) = igc_testkit::openssl() else { return };
    let chain = Chain::client(&openssl, Key::P256);
    let folder = chain.path("aci.pem");
    let folder = folder.parent().unwrap();
    let openssl = openssl.in_dir(folder);
    let index = "R\t291122100000Z\t261122100000Z,keyCompromise\t0A0B0C\tunknown\t/CN=A\n\
                 R\t291122100000Z\t261123100000Z\t00FEDCBA\tunknown\t/CN=B\n";
    fs::write(folder.join("index.txt"), index).unwrap();
    fs::write(folder.join("crlnumber"), "04D2\n").unwrap();
    fs::write(folder.join("ca.cnf"), CA).unwrap();
    let arguments = "ca -gencrl -config ca.cnf -cert aci.pem -keyfile aci.key -out crl.pem";
    openssl.accepts(arguments.split(' '));
    let text = fs::read(folder.join("crl.pem")).unwrap();
    let der = pem::decode(&text).unwrap().remove(0).contents;
    let crl = CertificateList::parse(&der).unwrap();
    crl.check().unwrap();
    igc_x509::fuzz::crl(&der);
    assert_eq!(crl.version(), 2);
    assert_eq!(crl.crl_number().unwrap().unwrap().as_bytes(), [0x04, 0xd2]);
    let aci = fs::read(folder.join("aci.der")).unwrap();
    let aci = Certificate::parse(&aci).unwrap();
    assert!(crl.issuer().matches(&aci.subject()));
    let authority = crl.authority_key_identifier().unwrap().unwrap();
    assert_eq!(authority.key_identifier, aci.subject_key_identifier().unwrap());
    let scope = crl.issuing_distribution_point().unwrap().unwrap();
    assert!(scope.only_contains_user_certs && !scope.only_contains_ca_certs && !scope.indirect_crl);
    let reasons = scope.only_some_reasons.unwrap().iter().map(igc_x509::RevocationReason::name);
    assert_eq!(collect(reasons), ["keyCompromise", "superseded"]);
    assert_eq!(
        collect(crl.freshest_crl().unwrap().unwrap().uris()),
        ["http://exemple.test/delta.crl"]
    );
    let entries: Vec<_> = crl
        .revoked_certificates()
        .map(|entry| {
            let entry = entry.unwrap();
            let reason = entry.reason().unwrap().map(igc_x509::RevocationReason::name);
            (entry.serial.to_string(), entry.revocation_date.to_string(), reason)
        })
        .collect();
    assert_eq!(
        entries,
        [
            ("0a0b0c".into(), "2026-11-22T10:00:00Z".into(), Some("keyCompromise")),
            ("fedcba".into(), "2026-11-23T10:00:00Z".into(), None)
        ]
    );
}
