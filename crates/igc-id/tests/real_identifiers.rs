//! The check-digit rules against identifiers in real certificates, read where they lie and copied nowhere.

use igc_id::{CpxCardNumber, PersonId, StructureId};

/// The value of an attribute in an RFC 4514 text whose values hold no escape of `,` or `+` there.
fn attribute<'a>(subject: &'a str, name: &str) -> Option<&'a str> {
    subject.split([',', '+']).find_map(|rdn| rdn.strip_prefix(name)?.strip_prefix('='))
}

#[test]
fn every_real_identifier_is_taken_and_written_as_it_was() {
    let Some(shared) = igc_testkit::shared() else { return };
    let manifest = igc_testkit::manifest(&shared.join("igc-sante"));
    let (mut structures, mut persons, mut cards, mut wrong) = (0, 0, 0, Vec::new());
    for entry in manifest.files.iter().filter(|entry| entry.kind == "leaf") {
        let subject = entry.subject.as_deref().unwrap_or_default();
        if let Some(unit) = attribute(subject, "OU") {
            structures += 1;
            match StructureId::parse(unit) {
                Ok(id) if id.to_string() == unit => {}
                other => wrong.push(format!("{}: OU {:?}", entry.file, other.map(|_| "differs"))),
            }
        }
        // Only a person has a surname.
        if attribute(subject, "SN").is_some() {
            persons += 1;
            let name = attribute(subject, "CN").unwrap_or_default();
            match PersonId::parse(name) {
                Ok(id) if id.to_string() == name => {}
                other => wrong.push(format!("{}: CN {:?}", entry.file, other.map(|_| "differs"))),
            }
        }
        if let Some(value) = entry.private_extensions.get("1.2.250.1.71.1.2.3") {
            cards += 1;
            // A PrintableString: two octets of header.
            let octets: Vec<u8> = (0..value.len())
                .step_by(2)
                .skip(2)
                .map(|at| u8::from_str_radix(&value[at..at + 2], 16).unwrap())
                .collect();
            let text = String::from_utf8(octets).unwrap();
            match CpxCardNumber::parse(&text) {
                Ok(card) if card.has_observed_shape() && card.to_string() == text => {}
                other => wrong.push(format!("{}: card {:?}", entry.file, other.map(|_| "differs"))),
            }
        }
    }
    assert!(structures >= 20 && persons >= 4 && cards >= 2, "{structures} {persons} {cards}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
