//! Verdicts on chains and CRLs made by OpenSSL while the test runs, and OpenSSL's own beside them.
#![expect(clippy::unwrap_used, reason = "a test reports failure by panicking")]

use igc_crypto::RustCrypto;
use igc_testkit::{Chain, Key};
use igc_verify::{
    CrlPolicy, Decision, Depth, OnUnknown, Policy, Profile, Purpose, Request, Revocation, Severity,
    TrustAnchor, verify,
};
use igc_x509::{Certificate, CertificateList, Time};

/// A moment at which the chain and what its authority publishes are in force: no clock is read.
fn moment(chain: &Chain) -> Time {
    CertificateList::parse(&chain.crl(false, 6)).unwrap().this_update()
}

/// Decision, code, and (position, severity) of the first finding.
type Said = (Decision, Option<&'static str>, Option<(usize, Severity)>);

fn judge(chain: &Chain, crls: &[Vec<u8>], at: Time, depth: Depth, on_unknown: OnUnknown) -> Said {
    let [root, aci, leaf] = ["root.der", "aci.der", "leaf.der"].map(|name| chain.read(name));
    let parse = |der| Certificate::parse(der).unwrap();
    let crls: Vec<_> = crls.iter().map(|der| CertificateList::parse(der).unwrap()).collect();
    let policy = Policy::new(at, Profile::rfc5280()).purpose(Purpose::tls_client());
    let request = Request {
        end_entity: parse(&leaf),
        intermediates: &[parse(&aci)],
        anchors: &[TrustAnchor::from_certificate(parse(&root))],
        crls: &crls,
        policy: &policy,
        revocation: Revocation::Crl { policy: CrlPolicy::new(at), depth, on_unknown },
    };
    let verdict = verify(&request, &RustCrypto);
    let first = verdict.findings().first();
    let code = if verdict.is_accepted() { first.map(|f| f.code) } else { verdict.code() };
    assert_eq!(verdict.path().is_none(), verdict.decision() == Decision::Rejected);
    (verdict.decision(), code, first.map(|finding| (finding.index, finding.severity)))
}

#[test]
fn revocation_decides_as_asked() {
    use {Depth::*, OnUnknown::*};
    let Some(openssl) = igc_testkit::openssl() else { return };
    let chain = Chain::client(&openssl, Key::P256);
    let at = moment(&chain).add_secs(60).unwrap();
    let none = Some("revocation.crl.none");
    let missing = (Decision::Undetermined, none, Some((0, Severity::Undetermined)));
    assert_eq!(judge(&chain, &[], at, EndEntity, Undetermined), missing);
    let reported = (Decision::Accepted, none, Some((0, Severity::Notice)));
    assert_eq!(judge(&chain, &[], at, EndEntity, AcceptAndReport), reported);

    let good = [chain.crl(false, 6)];
    assert_eq!(judge(&chain, &good, at, EndEntity, Undetermined), (Decision::Accepted, None, None));
    // Nothing is known of the intermediate.
    let above = (Decision::Undetermined, none, Some((1, Severity::Undetermined)));
    assert_eq!(judge(&chain, &good, at, WholePath, Undetermined), above);
    let late = at.add_secs(7 * 86_400).unwrap();
    let stale =
        (Decision::Undetermined, Some("revocation.crl.stale"), Some((0, Severity::Undetermined)));
    assert_eq!(judge(&chain, &good, late, EndEntity, Undetermined), stale);

    let revoked = [chain.crl(true, 6)];
    let refused = (Decision::Rejected, Some("revocation.revoked"), Some((0, Severity::Error)));
    for on_unknown in [Undetermined, AcceptAndReport] {
        assert_eq!(judge(&chain, &revoked, at, EndEntity, on_unknown), refused);
        assert_eq!(judge(&chain, &revoked, at, WholePath, on_unknown), refused);
    }
    // A CRL by another authority of the same name is no evidence.
    let other = Chain::client(&openssl, Key::P256).crl(true, 6);
    let foreign = (
        Decision::Undetermined,
        Some("revocation.crl.signature"),
        Some((0, Severity::Undetermined)),
    );
    assert_eq!(judge(&chain, &[other], at, EndEntity, Undetermined), foreign);
}

#[test]
fn openssl_and_we_agree_on_end_entities() {
    let Some(openssl) = igc_testkit::openssl() else { return };
    const IDS: &str = "subjectKeyIdentifier = hash\nauthorityKeyIdentifier = keyid\n";
    const SAN: &str = "subjectAltName = DNS:a.example.test\n";
    let cases = [
        "",
        "keyUsage = critical, digitalSignature\n",
        "keyUsage = critical, keyEncipherment\n",
        "keyUsage = critical, nonRepudiation\n",
        "extendedKeyUsage = clientAuth\n",
        "extendedKeyUsage = serverAuth\n",
        "extendedKeyUsage = clientAuth, serverAuth\n",
        "extendedKeyUsage = emailProtection\n",
        "keyUsage = critical, digitalSignature\nextendedKeyUsage = clientAuth\n",
        "keyUsage = critical, nonRepudiation\nextendedKeyUsage = clientAuth\n",
        "basicConstraints = CA:FALSE\nextendedKeyUsage = critical, serverAuth\n",
        "1.3.6.1.4.1.55555.99 = critical, ASN1:NULL\n",
        "1.3.6.1.4.1.55555.99 = ASN1:NULL\n",
    ];
    let purposes = [("sslclient", Purpose::tls_client()), ("sslserver", Purpose::tls_server())];
    let mut wrong = Vec::new();
    for extensions in cases {
        let text = format!("{IDS}{SAN}{extensions}");
        let subject = "/C=FR/O=STRUCTURE FICTIVE DE TEST/CN=TEST";
        let chain = Chain::with_leaf(&openssl, Key::P256, subject, &text);
        let [root, aci, leaf] = ["root.der", "aci.der", "leaf.der"].map(|name| chain.read(name));
        let parse = |der| Certificate::parse(der).unwrap();
        for (name, purpose) in &purposes {
            let policy = Policy::new(moment(&chain), Profile::rfc5280()).purpose(purpose.clone());
            let request = Request {
                end_entity: parse(&leaf),
                intermediates: &[parse(&aci)],
                anchors: &[TrustAnchor::from_certificate(parse(&root))],
                crls: &[],
                policy: &policy,
                revocation: Revocation::NotChecked,
            };
            let ours = verify(&request, &RustCrypto);
            let [root, aci, leaf] = ["root.pem", "aci.pem", "leaf.pem"]
                .map(|name| chain.path(name).display().to_string());
            let options = ["verify", "-x509_strict", "-purpose", name, "-CAfile", &root];
            let theirs = openssl.run(options.iter().chain(&["-untrusted", &aci, &leaf]));
            if ours.is_accepted() != theirs.success() {
                wrong.push(format!("{name} {extensions:?}: we say {:?}", ours.code()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
