//! The files that the IGC-Santé platform delivers.

use std::fs;

use igc_pkcs12::{Budget, PairedBy, Password, Pfx, Protection, Warning};
use igc_testkit::{manifest, shared};

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

        let name = expected["friendlyName"].as_str().map(String::from);
        assert_eq!(opened.keys[0].attributes.friendly_name(), name);

        let mac = opened.description.mac.as_ref().unwrap();
        assert_eq!(mac.algorithm, text("mac_algorithm"));
        assert_eq!(mac.iterations, expected["mac_iterations"].as_u64());
        assert_eq!(mac.salt_bytes.map(|n| n as u64), expected["mac_salt_bytes"].as_u64());
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
