//! `profiles.toml` and `rules.toml` as Rust.

use core::fmt::Write as _;

use super::{key_usage, label, list, provenance, put, stated, time, words_list};
use crate::source::{Catalogue, Fact};
use crate::values::encode_oid;
use crate::words::{self, rust};

pub(super) fn subjects(out: &mut String, catalogue: &Catalogue) {
    put!(out, "pub(crate) static SUBJECTS: &[SubjectTemplate] = &[");
    for template in &catalogue.profiles.subject {
        let rdns = list(&template.rdn, |rdn| {
            list(rdn, |part| {
                let value = match (&part.field, &part.value) {
                    (Some(field), _) => {
                        format!("AttributeValue::Field({})", rust(words::FIELDS, field))
                    }
                    (None, value) => {
                        format!("AttributeValue::Fixed({:?})", value.as_deref().unwrap_or_default())
                    }
                };
                format!(
                    "AttributeTemplate {{ attribute: {}, string: {}, value: {value}, max_chars: {}, cut_chars: {:?}, optional: {} }}",
                    rust(words::ATTRIBUTES, &part.attribute),
                    rust(words::STRINGS, &part.string),
                    part.max,
                    part.cut,
                    part.optional
                )
            })
        });
        put!(
            out,
            "SubjectTemplate {{ id: {:?}, rdns: {rdns}, provenance: {} }},",
            template.id,
            stated(catalogue, "subject", template.status, &template.source, template.note.as_ref())
        );
    }
    put!(out, "];");
}

pub(super) fn rules(out: &mut String, catalogue: &Catalogue) {
    put!(out, "pub(crate) static VALIDITY_RULES: &[ValidityRule] = &[");
    for rule in &catalogue.rules.validity {
        put!(
            out,
            "ValidityRule {{ id: {:?}, from: {}, years: {}, months: {}, private_key_years: {:?}, provenance: {} }},",
            rule.id,
            time(rule.from.as_ref()),
            rule.years,
            rule.months,
            rule.private_key_years,
            stated(catalogue, "validity", rule.status, &rule.source, rule.note.as_ref())
        );
    }
    put!(out, "];\npub(crate) static ALERT_RULES: &[AlertRule] = &[");
    for rule in &catalogue.rules.alert {
        let before = if rule.months > 0 {
            format!("AlertDelay::Months({})", rule.months)
        } else {
            format!("AlertDelay::Days({})", rule.days)
        };
        put!(
            out,
            "AlertRule {{ id: {:?}, before_expiry: {before}, current: {}, provenance: {} }},",
            rule.id,
            rule.current,
            stated(catalogue, "alert", rule.status, &rule.source, rule.note.as_ref())
        );
    }
    put!(out, "];\npub(crate) static CRL_RULES: &[CrlRule] = &[");
    for rule in &catalogue.rules.crl {
        put!(
            out,
            "CrlRule {{ role: {}, published_every_days: {}, valid_days: {}, provenance: {} }},",
            rust(words::ROLES, &rule.role),
            rule.published_every_days,
            rule.valid_days,
            stated(catalogue, "crl", rule.status, &rule.source, rule.note.as_ref())
        );
    }
    put!(out, "];");
}

pub(super) fn leaf(out: &mut String, catalogue: &Catalogue) {
    let profile = &catalogue.profiles.leaf;
    put!(
        out,
        "pub(crate) static KEY_RULES: &[KeyRule] = {};",
        list(&profile.key, |key| format!(
            "KeyRule {{ algorithm: {:?}, bits: {}, provenance: {} }}",
            key.algorithm,
            key.bits,
            stated(catalogue, "key", key.status, &key.source, key.note.as_ref())
        ))
    );
    put!(
        out,
        "pub(crate) static LEAF_PROVENANCE: &[Provenance] = &[{}, {}, {}, {}, {}, {}, {}];",
        provenance(catalogue, "leaf.signature", &profile.signature),
        provenance(catalogue, "leaf.serial_octets", &profile.serial_octets),
        provenance(catalogue, "leaf.key_identifier", &profile.key_identifier),
        provenance(catalogue, "leaf.legacy_key_identifier", &profile.legacy_key_identifier),
        provenance(catalogue, "leaf.critical", &profile.critical),
        provenance(catalogue, "leaf.order", &profile.order),
        provenance(catalogue, "leaf.legacy_order", &profile.legacy_order)
    );
    let authority = &catalogue.profiles.authority;
    let order = |order: &Fact<Vec<String>>| {
        list(order.value.as_deref().unwrap_or_default(), |word| {
            let critical = authority.critical.value.iter().flatten().any(|other| other == word);
            extension(word, critical)
        })
    };
    put!(
        out,
        "pub(crate) static AUTHORITY_PROFILE: AuthorityProfile = AuthorityProfile {{ key_bits: {}, signature_algorithm: {}, serial_octets: {}, validity_years: {}, key_usage: {}, policy: &{:?}, path_len: {}, root_extensions: {}, intermediate_extensions: {}, crl_extensions: {} }};",
        authority.key_bits.value.unwrap_or_default(),
        rust(words::SIGNATURES, authority.signature.value.as_deref().unwrap_or_default()),
        authority.serial_octets.value.unwrap_or_default(),
        authority.validity_years.value.unwrap_or_default(),
        key_usage(authority.key_usage.value.as_deref().unwrap_or_default()),
        oid(authority.policy.value.as_deref()),
        authority.intermediate_path_len.value.unwrap_or_default(),
        order(&authority.root_order),
        order(&authority.intermediate_order),
        order(&authority.crl_order)
    );
}

pub(super) fn extension(word: &str, critical: bool) -> String {
    format!("ExtensionSpec {{ kind: {}, critical: {critical} }}", rust(words::EXTENSIONS, word))
}

pub(super) fn oid(text: Option<&str>) -> Vec<u8> {
    text.and_then(encode_oid).unwrap_or_default()
}

pub(super) fn recognition(out: &mut String, catalogue: &Catalogue) {
    let profiles = &catalogue.profiles;
    for (name, table) in
        [("CARD_TYPES", &profiles.card_type), ("PROFESSIONS", &profiles.profession)]
    {
        put!(
            out,
            "pub(crate) static {name}: &[Coded] = {};",
            list(table, |coded| format!(
                "Coded {{ code: {}, label: {}, provenance: {} }}",
                coded.code,
                label(&coded.label),
                stated(catalogue, "code", coded.status, &coded.source, None)
            ))
        );
    }
    put!(
        out,
        "pub(crate) static CARD_PROFILES: &[CardProfile] = {};",
        list(&profiles.card, |card| format!(
            "CardProfile {{ card_use: {}, key_usage: {}, extended_key_usage: {} }}",
            rust(words::CARD_USES, &card.card_use),
            key_usage(&card.key_usage),
            words_list(words::EXTENDED_KEY_USAGES, &card.extended_key_usage)
        ))
    );
    // The security module's octet is data for readers: no rule uses it.
    for name in words::CATEGORIES.iter().filter(|name| **name != "security-module") {
        let value = profiles.category.get(*name).and_then(|fact| fact.value).unwrap_or_default();
        put!(
            out,
            "pub(crate) const CATEGORY_{}: u8 = {value};",
            name.to_uppercase().replace('-', "_")
        );
    }
}
