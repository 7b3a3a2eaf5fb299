//! A file of the PKCS #12 suite, opened as its entry in the manifest says.

use igc_pkcs12::{Budget, Opened, Password, Pfx};
use serde_json::Value;

/// `Ok(Ok)` when it is as expected, `Ok(Err)` with what came instead, `Err` when the entry gives no verdict.
pub(crate) fn judge(entry: &Value, bytes: &[u8]) -> Result<Result<(), String>, String> {
    let Some(password) = entry.get("password").and_then(Value::as_str) else {
        // No password is known: it must still be told apart from an unsupported or broken file.
        return match Pfx::describe(bytes, &Budget::default()) {
            Ok(_) => Err("no password is known".into()),
            Err(error) => Ok(Err(error.code().to_owned())),
        };
    };
    let got = Pfx::open(bytes, &Password::from(password), &Budget::default());
    match (entry.get("expect").and_then(Value::as_str), got) {
        (Some("load"), Ok(opened)) if !holds_what_is_listed(&opened, entry) => {
            let (keys, certificates) = (opened.keys.len(), opened.certificates.len());
            Ok(Err(format!("{keys} keys and {certificates} certificates")))
        }
        (Some("load"), Ok(_)) | (Some("refuse"), Err(_)) => Ok(Ok(())),
        (Some("load"), Err(error)) => Ok(Err(error.code().to_owned())),
        (Some("refuse"), Ok(_)) => Ok(Err("loaded".into())),
        _ => Err("the manifest gives no verdict".into()),
    }
}

/// A file said to hold certificates or keys must yield them.
fn holds_what_is_listed(opened: &Opened, entry: &Value) -> bool {
    let features = entry.get("features").and_then(Value::as_array);
    let lists = |what: &str| {
        features.is_some_and(|features| {
            features.iter().filter_map(Value::as_str).any(|feature| feature.starts_with(what))
        })
    };
    (!lists("certs-") || !opened.certificates.is_empty())
        && (!lists("key-") || !opened.keys.is_empty())
}
