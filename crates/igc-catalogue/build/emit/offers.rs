//! Authorities, usages and equivalences as Rust.

use core::fmt::Write as _;

use super::products::product_ref;
use super::{label, list, optional_key_usage, optional_label, put, stated, time, words_list};
use crate::source::{Authority, Catalogue, Need, Usage};
use crate::values::{encode_name, encode_oid, fingerprint};
use crate::words::{self, Words, rust};

pub(super) fn usages(out: &mut String, catalogue: &Catalogue) {
    put!(out, "pub(crate) static USAGES: &[Usage] = &[");
    for usage in &catalogue.usages {
        put!(out, "{},", usage_item(catalogue, usage));
    }
    put!(out, "];\npub(crate) static EQUIVALENCES: &[Equivalence] = &[");
    for entry in &catalogue.equivalences {
        put!(
            out,
            "Equivalence {{ id: {:?}, label: {}, class: {}, key_usage: {}, any_extended_key_usage: {}, replaced_by: {}, provenance: {} }},",
            entry.id,
            label(&entry.label),
            entry.class,
            optional_key_usage(&entry.key_usage),
            words_list(words::EXTENDED_KEY_USAGES, &entry.any_extended_key_usage),
            list(&entry.replaced_by, |code| product_ref(catalogue, code)),
            stated(catalogue, "equivalence", entry.status, &entry.source, entry.note.as_ref())
        );
    }
    put!(out, "];");
}

pub(super) fn usage_item(catalogue: &Catalogue, usage: &Usage) -> String {
    let default = usage.statement.iter().position(|statement| statement.id == usage.default);
    let need = |need: &Need| {
        format!(
            "Need {{ any_of: {}, service: {:?}, role: {}, form_text: {:?}, test_form_text: {:?} }}",
            list(&need.any_of, |code| product_ref(catalogue, code)),
            need.service,
            optional_label(need.role.as_ref()),
            need.form_text,
            need.test_form_text
        )
    };
    let statements = list(&usage.statement, |statement| {
        format!(
            "Statement {{ id: {:?}, needs: {}, provenance: {} }}",
            statement.id,
            list(&statement.need, need),
            stated(
                catalogue,
                "usage",
                statement.status,
                &statement.source,
                statement.note.as_ref()
            )
        )
    });
    let rules = list(&usage.rule, |rule| {
        format!(
            "UsageRule {{ id: {:?}, services: &{:?}, refused_families: {}, answer: {:?}, text: {}, provenance: {} }}",
            rule.id,
            rule.services,
            words_list(words::FAMILIES, &rule.refused_families),
            rule.answer,
            label(&rule.text),
            stated(catalogue, "usage rule", rule.status, &rule.source, None)
        )
    });
    format!(
        "Usage {{ code: {:?}, aliases: &{:?}, label: {}, default: {}, default_reason: {}, statements: {statements}, rules: {rules} }}",
        usage.code,
        usage.aliases,
        label(&usage.label),
        default.unwrap_or_default(),
        optional_label(usage.default_reason.as_ref())
    )
}

pub(super) fn authorities(out: &mut String, catalogue: &Catalogue) {
    put!(out, "pub(crate) static AUTHORITIES: &[Authority] = &[");
    for authority in &catalogue.authorities {
        put!(out, "{},", authority_item(catalogue, authority));
    }
    put!(out, "];\npub(crate) static ISSUER_PATTERNS: &[IssuerPattern] = &[");
    for pattern in &catalogue.patterns {
        put!(
            out,
            "IssuerPattern {{ environment: {}, generation: {}, organization: {:?}, unit: {:?}, attribute: {}, template: {:?} }},",
            rust(words::ENVIRONMENTS, &pattern.environment),
            rust(words::GENERATIONS, &pattern.generation),
            pattern.organization,
            pattern.unit,
            rust(words::ATTRIBUTES, &pattern.attribute),
            pattern.template
        );
    }
    put!(out, "];");
}

pub(super) fn authority_item(catalogue: &Catalogue, authority: &Authority) -> String {
    let name = list(&authority.name, |part| {
        let (attribute, value) = part.split_once('=').unwrap_or_default();
        let string = if is_printable(authority, attribute) { "printable" } else { "utf8" };
        format!(
            "NamePart {{ attribute: {}, string: {}, value: {value:?} }}",
            rust(words::ATTRIBUTES, attribute),
            rust(words::STRINGS, string)
        )
    });
    let word = |words: Words, text: Option<&String>| {
        text.map_or_else(|| "None".to_owned(), |text| format!("Some({})", rust(words, text)))
    };
    let issuer = catalogue.authorities.iter().position(|other| other.id == authority.issuer);
    let urls = &authority.urls;
    format!(
        "Authority {{ id: {:?}, environment: {}, generation: {}, role: {}, gamme: {}, domain: {}, legacy_class: {:?}, \
         name: {name}, name_der: &{:?}, issuer: {}, sha256: {}, not_before: {}, not_after: {}, file: {:?}, \
         certificate_url: {:?}, crl_urls: &{:?}, delta_crl_url: {:?}, ocsp_url: {:?}, cps_url: {:?}, provenance: {} }}",
        authority.id,
        rust(words::ENVIRONMENTS, &authority.environment),
        rust(words::GENERATIONS, &authority.generation),
        rust(words::ROLES, &authority.role),
        word(words::GAMMES, authority.gamme.as_ref()),
        word(words::DOMAINS, authority.domain.as_ref()),
        authority.legacy_class,
        name_der(authority),
        issuer.unwrap_or_default(),
        authority
            .sha256
            .value
            .as_deref()
            .and_then(fingerprint)
            .map_or_else(|| "None".to_owned(), |octets| format!("Some({octets:?})")),
        time(authority.not_before.as_ref()),
        time(authority.not_after.as_ref()),
        authority.file,
        urls.certificate,
        urls.crl,
        urls.delta,
        urls.ocsp,
        urls.cps,
        stated(
            catalogue,
            "authority",
            authority.status,
            &authority.source,
            authority.note.as_ref()
        )
    )
}

fn name_der(authority: &Authority) -> Vec<u8> {
    let parts: Vec<_> = authority
        .name
        .iter()
        .map(|part| {
            let (attribute, value) = part.split_once('=').unwrap_or_default();
            let oid = encode_oid(rust(words::ATTRIBUTE_OIDS, attribute)).unwrap_or_default();
            (oid, if is_printable(authority, attribute) { 0x13 } else { 0x0c }, value)
        })
        .collect();
    encode_name(&parts)
}

/// Countries always are; the older generation's names are throughout.
fn is_printable(authority: &Authority, attribute: &str) -> bool {
    authority.printable.unwrap_or_default() || attribute == "C"
}
