//! CRLs: the fields of the manifest.

use igc_testkit::Entry;
use igc_x509::{CertificateList, Error};

use super::{Difference, Fields, hex, more, unreadable};

pub(super) fn fields(entry: &Entry, der: &[u8]) -> Result<(), Difference> {
    let compared = CertificateList::parse(der).and_then(|crl| {
        crl.check()?;
        compare(entry, &crl)
    });
    compared.map_err(|error| unreadable(&error))?.finish()
}

fn compare(entry: &Entry, crl: &CertificateList<'_>) -> Result<Fields, Error> {
    let mut fields = Fields::default();
    let text = |field: &str| more(entry, field).and_then(|value| value.as_str()).map(str::to_owned);
    let number = |field: &str| more(entry, field).and_then(serde_json::Value::as_u64);
    fields.compare("issuer", &entry.issuer, &Some(crl.issuer().rfc4514().to_string()));
    fields.compare("this_update", &text("this_update"), &Some(crl.this_update().to_string()));
    fields.compare(
        "next_update",
        &text("next_update"),
        &crl.next_update().map(|time| time.to_string()),
    );
    let found =
        crl.crl_number()?.and_then(|found| u64::from_str_radix(&hex(found.as_bytes()), 16).ok());
    fields.compare("crl_number", &number("crl_number"), &found);
    let mut entries = 0_u64;
    for revoked in crl.revoked_certificates() {
        revoked?;
        entries = entries.saturating_add(1);
    }
    fields.compare("entries", &number("entries"), &Some(entries));
    let algorithm = crl.signature_algorithm().oid;
    let algorithm = algorithm.name().map_or_else(|| algorithm.to_string(), str::to_owned);
    fields.compare("signature", &entry.signature, &Some(algorithm));
    Ok(fields)
}
