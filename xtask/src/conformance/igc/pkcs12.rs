//! PKCS#12: opened with the password, described as the manifest says, refused with another password.

use igc_crypto::PrivateKey;
use igc_pkcs12::{BagDescription, BagKind, Budget, Opened, Password, Pfx, Protection};
use igc_testkit::Entry;
use igc_x509::Certificate;
use serde_json::Value;

use super::{Difference, Fields, certificate, more, sha256, unreadable};

pub(super) fn open(entry: &Entry, octets: &[u8]) -> Result<(), Difference> {
    let expected = more(entry, "p12").unwrap_or(&Value::Null);
    let opened = Pfx::open(octets, &password(expected, ""), &Budget::default())
        .map_err(|error| unreadable(&error))?;
    let mut fields = Fields::default();
    compare_structure(&mut fields, expected, &opened);
    compare_identity(&mut fields, entry, expected, &opened)?;
    fields.finish()
}

pub(super) fn wrong_password(entry: &Entry, octets: &[u8]) -> Result<(), Difference> {
    let expected = more(entry, "p12").unwrap_or(&Value::Null);
    match Pfx::open(octets, &password(expected, "?"), &Budget::default()) {
        Ok(_) => Err(Difference::new("refused", "opened", "another password opens it too")),
        Err(_) => Ok(()),
    }
}

fn password(expected: &Value, suffix: &str) -> Password {
    let text = expected.get("password").and_then(Value::as_str).unwrap_or_default();
    Password::new(format!("{text}{suffix}"))
}

fn compare_structure(fields: &mut Fields, expected: &Value, opened: &Opened) {
    let text = |field: &str| expected.get(field).and_then(Value::as_str).map(str::to_owned);
    let number = |field: &str| expected.get(field).and_then(Value::as_u64);
    let list = |field: &str| expected.get(field).and_then(Value::as_array).into_iter().flatten();
    let parts = &opened.description.parts;
    let shape: Vec<_> = parts
        .iter()
        .map(|part| if part.protection == Protection::Clear { "data" } else { "encrypted_data" })
        .map(str::to_owned)
        .collect();
    fields.compare(
        "shape",
        &list("shape").filter_map(Value::as_str).map(str::to_owned).collect(),
        &shape,
    );
    let digests: Vec<_> = opened.certificates.iter().map(|found| sha256(&found.der)).collect();
    let wanted = list("certs").filter_map(|cert| cert.get("sha256")?.as_str()).map(str::to_owned);
    fields.compare("certs", &wanted.collect(), &digests);

    let holding = |kind: BagKind| {
        parts.iter().find(|part| bags(part.bags.as_ref()).any(|bag| bag.kind == kind))
    };
    let certificates = holding(BagKind::Certificate).map(|part| match &part.protection {
        Protection::Clear => "none (certificates in clear)".to_owned(),
        protection => algorithm(protection).0,
    });
    fields.compare(
        "cert_algorithm",
        &text("cert_algorithm"),
        &spelt(text("cert_algorithm"), certificates),
    );
    let key =
        parts.iter().flat_map(|part| bags(part.bags.as_ref())).find(|bag| bag.kind == BagKind::Key);
    if let Some(key) = key {
        let (name, iterations) = algorithm(&key.protection);
        fields.compare(
            "key_algorithm",
            &text("key_algorithm"),
            &spelt(text("key_algorithm"), Some(name)),
        );
        fields.compare("key_iterations", &number("key_iterations"), &iterations);
    }
    let mac = opened.description.mac.as_ref();
    fields.compare("mac_algorithm", &text("mac_algorithm"), &mac.map(|mac| mac.algorithm.clone()));
    fields.compare(
        "mac_iterations",
        &number("mac_iterations"),
        &mac.and_then(|mac| mac.iterations),
    );
    let salt = mac.and_then(|mac| mac.salt_bytes).and_then(|length| u64::try_from(length).ok());
    fields.compare("mac_salt_bytes", &number("mac_salt_bytes"), &salt);
}

/// The key belongs to the end entity, whose subject the manifest gives; never to the first certificate by chance.
fn compare_identity(
    fields: &mut Fields,
    entry: &Entry,
    expected: &Value,
    opened: &Opened,
) -> Result<(), Difference> {
    let text = |field: &str| expected.get(field).and_then(Value::as_str).map(str::to_owned);
    let [identity] = opened.identities.as_slice() else {
        let actual = format!("{} identities", opened.identities.len());
        return Err(Difference::new("1 identity", actual, "key and certificate were not paired"));
    };
    let (Some(key), Some(own)) =
        (opened.keys.get(identity.key), opened.certificates.get(identity.certificate))
    else {
        return Err(unreadable(&"an identity that points nowhere"));
    };
    let certificate = Certificate::parse(&own.der).map_err(|error| unreadable(&error))?;
    fields.compare("subject", &entry.subject, &Some(certificate.subject().rfc4514().to_string()));
    let kind = certificate::key(&certificate).map_err(|error| unreadable(&error))?;
    fields.compare("key", &text("key"), &Some(kind));
    let alias = key.attributes.friendly_name().or_else(|| own.attributes.friendly_name());
    fields.compare("friendlyName", &text("friendlyName"), &alias);
    let private = PrivateKey::from_der(key.pkcs8_der()).map_err(|error| unreadable(&error))?;
    fields.compare(
        "key belongs to certificate",
        &true,
        &private.matches(&certificate.public_key()),
    );
    Ok(())
}

fn bags(bags: Option<&Vec<BagDescription>>) -> impl Iterator<Item = &BagDescription> {
    bags.into_iter().flatten()
}

fn algorithm(protection: &Protection) -> (String, Option<u64>) {
    match protection {
        Protection::Encrypted { algorithm, iterations, .. } => {
            (algorithm.clone(), Some(*iterations))
        }
        other => (format!("{other:?}"), None),
    }
}

/// The manifest's own spelling where it names the same parts of PBES2, for which every tool has its own.
fn spelt(expected: Option<String>, actual: Option<String>) -> Option<String> {
    let (Some(wanted), Some(found)) = (&expected, &actual) else { return actual };
    let plain = |text: &str| -> String {
        text.to_lowercase()
            .replace("with", "")
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect()
    };
    let known = plain(found);
    let words = wanted.split([' ', ',', '(', ')', '/']).map(plain);
    let same = known.starts_with("pbes2")
        && wanted.len() > 4
        && words.into_iter().all(|word| known.contains(&word));
    if same { expected } else { actual }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pbes2_may_be_spelt_otherwise_but_not_be_otherwise() {
        let actual = || Some("PBES2 (PBKDF2-HMAC-SHA-256, AES-256-CBC)".to_owned());
        let agrees = |expected: &str| {
            spelt(Some(expected.to_owned()), actual()) == Some(expected.to_owned())
        };
        assert!(agrees("PBES2"));
        assert!(agrees("PBES2 (PBKDF2, AES-256-CBC, hmacWithSHA256)"));
        assert!(!agrees("PBES2 (PBKDF2, AES-128-CBC, hmacWithSHA256)"));
        assert!(!agrees("pbeWithSHAAnd3-KeyTripleDES-CBC"));
    }
}
