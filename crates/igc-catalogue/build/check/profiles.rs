//! Rules of `profiles.toml` and `rules.toml`.

use std::collections::BTreeSet;

use super::Checker;
use crate::source::{Catalogue, SubjectTemplate};
use crate::words;

impl Checker {
    pub(super) fn profiles(&mut self, catalogue: &Catalogue) {
        let profiles = &catalogue.profiles;
        for template in &profiles.subject {
            self.template(template);
        }
        self.unique("profiles.toml, subject", profiles.subject.iter().map(|template| &template.id));
        let place = "profiles.toml, leaf";
        let leaf = &profiles.leaf;
        self.known(place, &leaf.signature);
        self.known(place, &leaf.serial_octets);
        for method in [&leaf.key_identifier, &leaf.legacy_key_identifier] {
            self.known(place, method);
            self.word(place, words::KEY_IDENTIFIERS, method.value.as_deref().unwrap_or_default());
        }
        for list in [&leaf.critical, &leaf.order, &leaf.legacy_order] {
            self.known(place, list);
            self.every_word(place, words::EXTENSIONS, list.value.as_deref().unwrap_or_default());
        }
        let order: BTreeSet<_> = leaf.order.value.iter().flatten().collect();
        let legacy: BTreeSet<_> = leaf.legacy_order.value.iter().flatten().collect();
        for missing in order.symmetric_difference(&legacy) {
            self.fault(place, format!("`{missing}` is in one order of extensions only"));
        }
        for (word, _) in words::EXTENSIONS {
            if *word != "cRLNumber" && !order.contains(&(*word).to_owned()) {
                self.fault(place, format!("order: `{word}` is missing"));
            }
        }
        for key in &leaf.key {
            self.source(place, &key.source);
        }
        self.authority_profile(catalogue);
        for name in words::CATEGORIES {
            match profiles.category.get(*name) {
                Some(category) => self.known("profiles.toml, category", category),
                None => self.fault("profiles.toml, category", format!("`{name}` is missing")),
            }
        }
        for name in profiles.category.keys() {
            if !words::CATEGORIES.contains(&name.as_str()) {
                self.fault("profiles.toml, category", format!("`{name}` is not a category"));
            }
        }
        for coded in profiles.card_type.iter().chain(&profiles.profession) {
            self.status("profiles.toml, codes", coded.status, &coded.source);
        }
        for card in &profiles.card {
            let place = "profiles.toml, card";
            self.status(place, card.status, &card.source);
            self.word(place, words::CARD_USES, &card.card_use);
            self.every_word(place, words::KEY_USAGES, &card.key_usage);
            self.every_word(place, words::EXTENDED_KEY_USAGES, &card.extended_key_usage);
        }
    }

    pub(super) fn authority_profile(&mut self, catalogue: &Catalogue) {
        let place = "profiles.toml, authority";
        let authority = &catalogue.profiles.authority;
        self.known(place, &authority.key_bits);
        self.known(place, &authority.signature);
        self.known(place, &authority.serial_octets);
        self.known(place, &authority.validity_years);
        self.known(place, &authority.intermediate_path_len);
        self.known(place, &authority.policy);
        self.oid(place, authority.policy.value.as_deref().unwrap_or_default());
        self.known(place, &authority.key_usage);
        self.every_word(
            place,
            words::KEY_USAGES,
            authority.key_usage.value.as_deref().unwrap_or_default(),
        );
        for signature in [&authority.signature, &catalogue.profiles.leaf.signature] {
            self.word(place, words::SIGNATURES, signature.value.as_deref().unwrap_or_default());
        }
        for list in [
            &authority.critical,
            &authority.root_order,
            &authority.intermediate_order,
            &authority.crl_order,
        ] {
            self.known(place, list);
            self.every_word(place, words::EXTENSIONS, list.value.as_deref().unwrap_or_default());
        }
    }

    pub(super) fn template(&mut self, template: &SubjectTemplate) {
        let place = format!("profiles.toml, subject {}", template.id);
        self.status(&place, template.status, &template.source);
        for attribute in template.rdn.iter().flatten() {
            self.word(&place, words::ATTRIBUTES, &attribute.attribute);
            self.word(&place, words::STRINGS, &attribute.string);
            match (&attribute.field, &attribute.value) {
                (Some(field), None) => self.word(&place, words::FIELDS, field),
                (None, Some(_)) => {}
                _ => self
                    .fault(&place, format!("{}: either `field` or `value`", attribute.attribute)),
            }
            if attribute.cut.is_some_and(|cut| cut > attribute.max || cut == 0) {
                self.fault(&place, format!("{}: cut beyond max", attribute.attribute));
            }
        }
        if template.rdn.iter().any(Vec::is_empty) {
            self.fault(&place, "an empty RDN");
        }
    }

    pub(super) fn rules(&mut self, catalogue: &Catalogue) {
        let rules = &catalogue.rules;
        self.unique("rules.toml, validity", rules.validity.iter().map(|rule| &rule.id));
        self.unique("rules.toml, alert", rules.alert.iter().map(|rule| &rule.id));
        for rule in &rules.validity {
            let place = format!("rules.toml, {}", rule.id);
            self.status(&place, rule.status, &rule.source);
            if let Some(from) = &rule.from {
                self.date(&place, from);
            }
            if rule.years == 0 && rule.months == 0 {
                self.fault(&place, "lasts no time");
            }
        }
        for rule in &rules.alert {
            let place = format!("rules.toml, {}", rule.id);
            self.status(&place, rule.status, &rule.source);
            if (rule.months == 0) == (rule.days == 0) {
                self.fault(&place, "either `months` or `days`");
            }
        }
        if rules.alert.iter().filter(|rule| rule.current).count() != 1 {
            self.fault("rules.toml, alert", "exactly one rule is `current`");
        }
        for rule in &rules.crl {
            self.status("rules.toml, crl", rule.status, &rule.source);
            self.word("rules.toml, crl", words::ROLES, &rule.role);
        }
    }
}
