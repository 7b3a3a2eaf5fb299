//! The files that the IGC-Santé platform delivers.

use std::fs;

use igc_crypto::OsRandom;
use igc_pkcs12::{Budget, Bundle, PackProfile, PairedBy, Password, Pfx, Protection, Warning};
use igc_testkit::{Judge, TempDir, manifest, shared};

#[test]
fn every_file_opens_and_is_what_its_manifest_says() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("igc-sante");
    let mut seen = 0;
    for entry in manifest(&folder).files.iter().filter(|entry| entry.kind == "p12") {
        let expected = &entry.more["p12"];
        let text = |field: &str| expected[field].as_str().unwrap();
        let bytes = fs::read(folder.join(&entry.file)).unwrap();
        let opened =
            Pfx::open(&bytes, &Password::from(text("password")), &Budget::default()).unwrap();

        let certificates: Vec<Vec<u8>> = expected["certs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|certificate| {
                fs::read(folder.join(certificate["file"].as_str().unwrap())).unwrap()
            })
            .collect();
        let found: Vec<Vec<u8>> =
            opened.certificates.iter().map(|entry| entry.der.clone()).collect();
        assert_eq!(found, certificates, "{}", entry.file);

        let [identity] = opened.identities.as_slice() else {
            panic!("{}: one identity", entry.file)
        };
        assert_eq!((identity.key, identity.certificate), (0, 0));
        assert_eq!(identity.paired_by, PairedBy::LocalKeyIdAndPublicKey);
        assert_eq!(identity.chain, (1..certificates.len()).collect::<Vec<_>>());

        // Without the password: the same structure, and the certificates that lie in clear.
        let described = Pfx::describe(&bytes, &Budget::default()).unwrap();
        assert_eq!(described.mac, opened.description.mac);
        let clear = described.clear_certificates.len();
        assert_eq!(
            clear,
            if text("cert_algorithm").contains("clear") { certificates.len() } else { 0 }
        );

        let name = expected["friendlyName"].as_str().map(String::from);
        assert_eq!(opened.keys[0].attributes.friendly_name(), name);

        let mac = opened.description.mac.as_ref().unwrap();
        assert_eq!(mac.algorithm, text("mac_algorithm"));
        assert_eq!(mac.iterations, expected["mac_iterations"].as_u64());
        assert_eq!(
            mac.salt_bytes.map(|bytes| serde_json::json!(bytes)).as_ref(),
            expected.get("mac_salt_bytes")
        );
        let shape: Vec<&str> = opened
            .description
            .parts
            .iter()
            .map(|part| match part.protection {
                Protection::Clear => "data",
                Protection::Encrypted { .. } => "encrypted_data",
                _ => "other",
            })
            .collect();
        assert_eq!(serde_json::json!(shape), expected["shape"]);
        let key =
            opened.description.parts.iter().flat_map(|part| part.bags.iter().flatten()).find_map(
                |bag| match &bag.protection {
                    Protection::Encrypted { algorithm, iterations, .. } => {
                        Some((algorithm.as_str(), *iterations))
                    }
                    _ => None,
                },
            );
        assert_eq!(
            key,
            Some((text("key_algorithm"), expected["key_iterations"].as_u64().unwrap()))
        );
        let legacy =
            opened.warnings.iter().any(|warning| matches!(warning, Warning::Legacy { .. }));
        assert_eq!(legacy, text("cert_algorithm").contains("RC2"));
        seen += 1;
    }
    assert!(seen >= 6, "only {seen} files");
}

/// Repacks what a real file holds: nothing but salts, MAC and ciphertext may differ.
#[test]
fn our_file_has_the_skeleton_of_the_platforms() {
    let (Some(shared), Some(openssl)) = (shared(), igc_testkit::openssl()) else { return };
    let dir = igc_testkit::temp_dir();
    let openssl = openssl.in_dir(dir.path());
    let folder = shared.join("igc-sante");
    let mut seen = 0;
    for entry in manifest(&folder).files.iter().filter(|entry| entry.kind == "p12") {
        if entry.more["p12"]["shape"] != serde_json::json!(["data", "data"]) {
            continue;
        }
        let password = Password::from(entry.more["p12"]["password"].as_str().unwrap());
        let real = fs::read(folder.join(&entry.file)).unwrap();
        let opened = Pfx::open(&real, &password, &Budget::default()).unwrap();
        let certificates: Vec<&[u8]> = opened
            .certificates_of(&opened.identities[0])
            .map(|entry| entry.der.as_slice())
            .collect();
        let bundle = Bundle::new(opened.keys[0].pkcs8_der(), &certificates);
        let ours = Pfx::pack(&bundle, &PackProfile::IGC_SANTE, &password, &OsRandom).unwrap();
        assert_eq!(
            skeleton(&openssl, &dir, &ours),
            skeleton(&openssl, &dir, &real),
            "{}",
            entry.file
        );

        // The mark is the real one's: SHA-1 of the certificate.
        let again = Pfx::open(&ours, &password, &Budget::default()).unwrap();
        let marks = |opened: &igc_pkcs12::Opened| -> Vec<Option<Vec<u8>>> {
            opened
                .certificates
                .iter()
                .map(|c| c.attributes.local_key_id().map(<[u8]>::to_vec))
                .collect()
        };
        assert_eq!(marks(&again), marks(&opened));
        assert_eq!(again.keys[0].attributes, opened.keys[0].attributes);
        seen += 1;
    }
    assert!(seen >= 5, "only {seen} files");
}

/// What OpenSSL sees of the file, the AuthenticatedSafe and the parts, with the contents of OCTET STRINGs left out.
fn skeleton(openssl: &Judge, dir: &TempDir, file: &[u8]) -> Vec<String> {
    fs::write(dir.path().join("layer.der"), file).unwrap();
    let mut lines: Vec<String> = openssl
        .accepts(["asn1parse", "-inform", "DER", "-in", "layer.der"])
        .lines()
        .map(String::from)
        .collect();
    let mut inner = Vec::new();
    for line in &mut lines {
        let Some((head, _)) = line.split_once("OCTET STRING") else { continue };
        let field = |from: &str, to: &str| -> usize {
            head.split_once(from).unwrap().1.split_once(to).unwrap().0.trim().parse().unwrap()
        };
        let (header, length) = (field("hl=", " "), field(" l=", " prim"));
        let at = head.trim().split(':').next().unwrap().parse::<usize>().unwrap() + header;
        let octets = &file[at..at + length];
        // The layers of the file hold SEQUENCE; certificates and ciphertext stay closed.
        if head.contains("d=3") && length > 1000 {
            inner.push(octets.to_vec());
        }
        *line = format!("{head}OCTET STRING");
    }
    for layer in inner {
        lines.extend(skeleton(openssl, dir, &layer));
    }
    lines
}
