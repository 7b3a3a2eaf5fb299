//! The subject: the product's attributes, each once, with the order's values.

use std::borrow::Cow;

use igc_catalogue::{AttributeTemplate, AttributeValue, Fields, Product};
use igc_x509::{Attribute, CertificationRequest, Oid};

use crate::finding::{Finding, FindingKind};

pub(super) fn judge(
    csr: &CertificationRequest<'_>,
    product: &Product,
    fields: Option<&Fields>,
    findings: &mut Vec<Finding>,
) {
    let subject = csr.subject();
    let templates: Vec<&AttributeTemplate> =
        product.profile().subject().rdns.iter().copied().flatten().collect();
    for template in &templates {
        let mut found = subject.find(template.attribute);
        let expected = expected(template, fields);
        match found.next() {
            None if template.optional => {}
            None => findings.push(missing(template, expected)),
            Some(attribute) => value(&attribute, template, expected, findings),
        }
        if found.next().is_some() {
            findings.push(Finding::new(FindingKind::SubjectRepeated, field(template.attribute)));
        }
    }
    let known = |oid: Oid<'_>| templates.iter().any(|template| template.attribute == oid);
    let extra = subject.attributes().filter(|attribute| !known(attribute.oid));
    for attribute in extra {
        let finding = Finding::new(FindingKind::SubjectExtra, field(attribute.oid));
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    if !in_order(csr, product) {
        findings.push(Finding::new(FindingKind::SubjectOrder, "subject"));
    }
}

fn missing(template: &AttributeTemplate, expected: Option<Expected<'_>>) -> Finding {
    let finding = Finding::new(FindingKind::SubjectMissing, field(template.attribute));
    match expected {
        Some(expected) => finding.expecting(expected.issued),
        None => finding,
    }
}

fn value(
    attribute: &Attribute<'_>,
    template: &AttributeTemplate,
    expected: Option<Expected<'_>>,
    findings: &mut Vec<Finding>,
) {
    let at = field(template.attribute);
    let text = lenient_text(attribute);
    if text.trim().is_empty() {
        findings.push(missing(template, expected));
        return;
    }
    if !attribute.is_conforming() {
        findings.push(
            Finding::new(FindingKind::SubjectCharset, at.clone()).expecting(template.string.name()),
        );
    } else if attribute.kind() != Some(template.string) {
        findings.push(
            Finding::new(FindingKind::SubjectEncoding, at.clone())
                .expecting(template.string.name()),
        );
    }
    if text.chars().any(char::is_control) {
        findings.push(Finding::new(FindingKind::SubjectCharacters, at.clone()));
    }
    let most = usize::from(template.max_chars);
    if text.chars().count() > most {
        findings
            .push(Finding::new(FindingKind::SubjectLength, at.clone()).expecting(most.to_string()));
    }
    if let Some(expected) = expected.filter(|expected| !expected.is(&text)) {
        findings.push(Finding::new(FindingKind::SubjectValue, at).expecting(expected.issued));
    }
}

/// What should stand in an attribute.
struct Expected<'a> {
    /// As filled in.
    whole: &'a str,
    /// As the certificate will have it, which may be cut.
    issued: String,
}

impl Expected<'_> {
    /// Whether `text` says the same, whatever its case and spaces (RFC 5280 §7.1): the certificate takes the order's spelling.
    fn is(&self, text: &str) -> bool {
        let text = folded(text);
        text == folded(self.whole) || text == folded(&self.issued)
    }
}

fn expected<'a>(template: &AttributeTemplate, fields: Option<&'a Fields>) -> Option<Expected<'a>> {
    let whole = match template.value {
        AttributeValue::Fixed(value) => value,
        AttributeValue::Field(field) => fields?.first(field)?,
    };
    let most = template.cut_chars.map_or(usize::MAX, usize::from);
    let issued: String = whole.chars().take(most).collect();
    Some(Expected { whole, issued: issued.trim_end().to_owned() })
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The value as its maker meant it: node-forge writes Latin-1 into a PrintableString, others UTF-8.
fn lenient_text<'a>(attribute: &Attribute<'a>) -> Cow<'a, str> {
    attribute.text().unwrap_or_else(|_| {
        let octets = attribute.value.contents();
        match core::str::from_utf8(octets) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => octets.iter().copied().map(char::from).collect::<String>().into(),
        }
    })
}

/// Whether the attributes that the product has come in its order; inside one RDN the order carries no meaning.
fn in_order(csr: &CertificationRequest<'_>, product: &Product) -> bool {
    let rdns = product.profile().subject().rdns;
    let place = |oid: Oid<'_>| {
        rdns.iter().position(|rdn| rdn.iter().any(|template| template.attribute == oid))
    };
    csr.subject().attributes().filter_map(|attribute| place(attribute.oid)).is_sorted()
}

fn field(attribute: Oid<'_>) -> String {
    match attribute.name() {
        Some(name) => format!("subject.{name}"),
        None => format!("subject.{attribute}"),
    }
}
