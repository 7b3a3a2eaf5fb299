//! What must hold of the data files beyond their shape. Every fault is reported, not the first one.

use std::collections::{BTreeMap, BTreeSet};

use crate::normalise::normalise;
use crate::source::{Authority, Catalogue, Fact, Product, Status, SubjectTemplate, Usage};
use crate::words::{self, Words, is_word};

/// The faults found, each one line with the file and the place.
pub(crate) fn check(catalogue: &Catalogue) -> Vec<String> {
    let mut checker = Checker {
        sources: catalogue.sources.iter().map(|source| source.id.clone()).collect(),
        faults: Vec::new(),
    };
    checker.sources(catalogue);
    checker.profiles(catalogue);
    checker.rules(catalogue);
    for product in &catalogue.products {
        checker.product(catalogue, product);
    }
    checker.spellings(
        "product",
        catalogue.products.iter().map(|product| (&product.code, &product.aliases)),
    );
    for authority in &catalogue.authorities {
        checker.authority(catalogue, authority);
    }
    checker.unique("authority id", catalogue.authorities.iter().map(|authority| &authority.id));
    checker.patterns(catalogue);
    for usage in &catalogue.usages {
        checker.usage(catalogue, usage);
    }
    checker.spellings("usage", catalogue.usages.iter().map(|usage| (&usage.code, &usage.aliases)));
    checker.equivalences(catalogue);
    checker.faults
}

struct Checker {
    sources: BTreeSet<String>,
    faults: Vec<String>,
}

impl Checker {
    fn fault(&mut self, place: &str, what: impl AsRef<str>) {
        self.faults.push(format!("{place}: {}", what.as_ref()));
    }

    fn source(&mut self, place: &str, source: &str) {
        if !self.sources.contains(source) {
            self.fault(place, format!("source `{source}` is not in sources.toml"));
        }
    }

    fn word(&mut self, place: &str, words: Words, word: &str) {
        if !is_word(words, word) {
            let known: Vec<_> = words.iter().map(|(known, _)| *known).collect();
            self.fault(place, format!("`{word}` is none of: {}", known.join(", ")));
        }
    }

    fn every_word(&mut self, place: &str, words: Words, list: &[String]) {
        for word in list {
            self.word(place, words, word);
        }
        self.unique(place, list.iter());
    }

    /// A known fact has a value and a source; an unknown one has no value.
    fn fact<T>(&mut self, place: &str, fact: &Fact<T>) {
        match (fact.status, &fact.value, &fact.source) {
            (Status::Unknown, Some(_), _) => self.fault(place, "status `unknown` carries a value"),
            (Status::Unknown, None, _) => {}
            (_, None, _) => self.fault(place, "no value: say `status = \"unknown\"`"),
            (_, Some(_), None) => self.fault(place, "a fact without a source"),
            (_, Some(_), Some(_)) => {}
        }
        if let Some(source) = &fact.source {
            self.source(place, source);
        }
    }

    /// A fact that the code cannot do without.
    fn known<T>(&mut self, place: &str, fact: &Fact<T>) {
        self.fact(place, fact);
        if fact.value.is_none() {
            self.fault(place, "must be known or inferred");
        }
    }

    fn status(&mut self, place: &str, status: Status, source: &str) {
        self.source(place, source);
        if status == Status::Unknown {
            self.fault(place, "cannot be `unknown`: leave the entry out");
        }
    }

    fn unique<'a>(&mut self, place: &str, ids: impl Iterator<Item = &'a String>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.fault(place, format!("`{id}` twice"));
            }
        }
    }

    fn spellings<'a>(
        &mut self,
        what: &str,
        items: impl Iterator<Item = (&'a String, &'a Vec<String>)>,
    ) {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for (code, aliases) in items {
            for spelling in aliases.iter().chain([code]) {
                let form = normalise(spelling);
                if form.is_empty() {
                    self.fault(what, format!("spelling `{spelling}` has no letter or digit"));
                }
                match owners.insert(form, code) {
                    Some(other) if other != code.as_str() => self.fault(
                        what,
                        format!("spelling `{spelling}` names both {other} and {code}"),
                    ),
                    _ => {}
                }
            }
        }
    }

    fn oid(&mut self, place: &str, text: &str) {
        if encode_oid(text).is_none() {
            self.fault(place, format!("`{text}` is not an object identifier"));
        }
    }

    fn date(&mut self, place: &str, text: &str) {
        if unix_of_date(text).is_none() {
            self.fault(place, format!("`{text}` is not a date, YYYY-MM-DD"));
        }
    }

    fn sources(&mut self, catalogue: &Catalogue) {
        self.unique("sources.toml", catalogue.sources.iter().map(|source| &source.id));
        for source in &catalogue.sources {
            if source.date != "unknown" {
                self.date(&format!("sources.toml, {}", source.id), &source.date);
            }
        }
    }

    fn profiles(&mut self, catalogue: &Catalogue) {
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

    fn authority_profile(&mut self, catalogue: &Catalogue) {
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

    fn template(&mut self, template: &SubjectTemplate) {
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

    fn rules(&mut self, catalogue: &Catalogue) {
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

    fn product(&mut self, catalogue: &Catalogue, product: &Product) {
        let place = format!("product {}", product.code);
        self.word(&place, words::FAMILIES, &product.family);
        self.word(&place, words::PURPOSES, &product.purpose);
        self.known(&place, &product.file_part);
        let ordering = &product.ordering;
        for (words, fact) in [
            (words::REQUESTERS, &ordering.requester),
            (words::FORMS, &ordering.form),
            (words::FORMS, &ordering.test_form),
            (words::DOMAIN_NEEDS, &ordering.domain),
        ] {
            self.known(&place, fact);
            self.word(&place, words, fact.value.as_deref().unwrap_or_default());
        }
        self.fact(&place, &ordering.form_offer);

        let fields: Vec<String> =
            product.fields.required.iter().chain(&product.fields.optional).cloned().collect();
        self.every_word(&place, words::FIELDS, &fields);
        self.status(&place, product.fields.status, &product.fields.source);
        self.product_profile(catalogue, product, &place, &fields);
    }

    fn product_profile(
        &mut self,
        catalogue: &Catalogue,
        product: &Product,
        place: &str,
        fields: &[String],
    ) {
        let profile = &product.profile;
        self.known(place, &profile.issuer);
        if let Some(issuer) = &profile.issuer.value {
            self.word(place, words::GAMMES, &issuer.gamme);
            self.word(place, words::DOMAINS, &issuer.domain);
        }
        self.known(place, &profile.subject);
        let wanted = profile.subject.value.as_deref().unwrap_or_default();
        match catalogue.profiles.subject.iter().find(|template| template.id == wanted) {
            None => self.fault(place, format!("subject template `{wanted}` does not exist")),
            Some(template) => {
                for attribute in template.rdn.iter().flatten().filter(|part| !part.optional) {
                    if let Some(field) = &attribute.field
                        && !product.fields.required.contains(field)
                    {
                        self.fault(place, format!("the subject needs `{field}`: not required"));
                    }
                }
            }
        }
        self.known(place, &profile.key_usage);
        self.every_word(
            place,
            words::KEY_USAGES,
            profile.key_usage.value.as_deref().unwrap_or_default(),
        );
        self.every_word(place, words::KEY_USAGES, &profile.key_usage_optional);
        self.known(place, &profile.extended_key_usage);
        self.every_word(
            place,
            words::EXTENDED_KEY_USAGES,
            profile.extended_key_usage.value.as_deref().unwrap_or_default(),
        );
        self.known(place, &profile.san);
        if let Some(san) = &profile.san.value {
            self.word(place, words::SAN_KINDS, &san.kind);
            for field in &san.fields {
                if !fields.contains(field) {
                    self.fault(place, format!("subjectAltName uses `{field}`: not a field"));
                }
            }
            if (san.kind == "none") != san.fields.is_empty() {
                self.fault(place, "subjectAltName: a kind has fields, `none` has none");
            }
        }
        for policy in [&profile.policy_production, &profile.policy_test] {
            self.fact(place, policy);
            if let Some(policy) = &policy.value {
                self.oid(place, policy);
            }
        }
        for flag in [
            &profile.private_key_usage_period,
            &profile.profession,
            &profile.specialities,
            &profile.sample,
        ] {
            self.known(place, flag);
        }
        if profile.validity.is_empty() {
            self.fault(place, "no validity rule");
        }
        let mut last: Option<i64> = None;
        for (index, id) in profile.validity.iter().enumerate() {
            let Some(rule) = catalogue.rules.validity.iter().find(|rule| rule.id == *id) else {
                self.fault(place, format!("validity rule `{id}` does not exist"));
                continue;
            };
            let from = rule.from.as_deref().and_then(unix_of_date);
            if (index == 0) != from.is_none() || (index > 0 && from <= last) {
                self.fault(place, "validity rules: the first undated, then by date");
            }
            last = from;
            if profile.private_key_usage_period.value == Some(true)
                && rule.private_key_years.is_none()
            {
                self.fault(place, format!("validity rule `{id}` lacks private_key_years"));
            }
        }
    }

    fn authority(&mut self, catalogue: &Catalogue, authority: &Authority) {
        let place = format!("authority {}", authority.id);
        self.status(&place, authority.status, &authority.source);
        self.word(&place, words::ENVIRONMENTS, &authority.environment);
        self.word(&place, words::GENERATIONS, &authority.generation);
        self.word(&place, words::ROLES, &authority.role);
        if let Some(gamme) = &authority.gamme {
            self.word(&place, words::GAMMES, gamme);
        }
        if let Some(domain) = &authority.domain {
            self.word(&place, words::DOMAINS, domain);
        }
        for part in &authority.name {
            match part.split_once('=') {
                Some((attribute, value)) if !value.is_empty() => {
                    self.word(&place, words::ATTRIBUTES, attribute);
                }
                _ => self.fault(&place, format!("`{part}` is not type=value")),
            }
        }
        if !catalogue.authorities.iter().any(|other| other.id == authority.issuer) {
            self.fault(&place, format!("issuer `{}` does not exist", authority.issuer));
        }
        if (authority.issuer == authority.id) != (authority.role == "root") {
            self.fault(&place, "a root issues itself, nothing else does");
        }
        self.fact(&place, &authority.sha256);
        if let Some(sha256) = &authority.sha256.value
            && fingerprint(sha256).is_none()
        {
            self.fault(&place, "sha256 is not 64 lower-case hexadecimal digits");
        }
        for date in [&authority.not_before, &authority.not_after].into_iter().flatten() {
            self.date(&place, date);
        }
        self.local_is_marked(authority, &place);
    }

    /// What the test IGC issues can never pass for real (architecture, decisions).
    fn local_is_marked(&mut self, authority: &Authority, place: &str) {
        if authority.environment != "local-test" {
            return;
        }
        let name = authority.name.last().map_or("", String::as_str);
        if !(name.contains("TEST") && name.contains("LOCAL")) {
            self.fault(place, "a local authority says TEST and LOCAL in its name");
        }
        let urls = &authority.urls;
        let all = urls.crl.iter().chain(&urls.certificate).chain(&urls.delta);
        for url in all.chain(&urls.ocsp).chain(&urls.cps) {
            if !(url.starts_with("http://127.0.0.1:") || url.starts_with("ldap://127.0.0.1:")) {
                self.fault(place, format!("`{url}` is not on loopback"));
            }
        }
    }

    fn patterns(&mut self, catalogue: &Catalogue) {
        for pattern in &catalogue.patterns {
            let place = format!("authority pattern `{}`", pattern.template);
            self.status(&place, pattern.status, &pattern.source);
            self.word(&place, words::ENVIRONMENTS, &pattern.environment);
            self.word(&place, words::GENERATIONS, &pattern.generation);
            self.word(&place, words::ATTRIBUTES, &pattern.attribute);
        }
    }

    fn usage(&mut self, catalogue: &Catalogue, usage: &Usage) {
        let place = format!("usage {}", usage.code);
        let exists = |code: &String| catalogue.products.iter().any(|known| known.code == *code);
        self.unique(&place, usage.statement.iter().map(|statement| &statement.id));
        if !usage.statement.iter().any(|statement| statement.id == usage.default) {
            self.fault(&place, format!("default `{}` is not a statement", usage.default));
        }
        if usage.statement.len() > 1 && usage.default_reason.is_none() {
            self.fault(&place, "several statements: say why one is the default");
        }
        for statement in &usage.statement {
            self.status(&place, statement.status, &statement.source);
            if statement.need.is_empty() {
                self.fault(&place, format!("statement `{}` needs nothing", statement.id));
            }
            for need in &statement.need {
                if need.any_of.is_empty() {
                    self.fault(&place, "a need without a product");
                }
                for code in need.any_of.iter().filter(|code| !exists(code)) {
                    self.fault(&place, format!("product `{code}` does not exist"));
                }
            }
        }
        for rule in &usage.rule {
            self.status(&place, rule.status, &rule.source);
            self.every_word(&place, words::FAMILIES, &rule.refused_families);
        }
    }

    fn equivalences(&mut self, catalogue: &Catalogue) {
        self.unique("equivalences.toml", catalogue.equivalences.iter().map(|entry| &entry.id));
        for entry in &catalogue.equivalences {
            let place = format!("equivalence {}", entry.id);
            self.status(&place, entry.status, &entry.source);
            self.every_word(&place, words::KEY_USAGES, &entry.key_usage);
            self.every_word(&place, words::EXTENDED_KEY_USAGES, &entry.any_extended_key_usage);
            for code in &entry.replaced_by {
                if !catalogue.products.iter().any(|product| product.code == *code) {
                    self.fault(&place, format!("product `{code}` does not exist"));
                }
            }
        }
    }
}

/// The contents octets of a dotted identifier (X.690 §8.19).
pub(crate) fn encode_oid(text: &str) -> Option<Vec<u8>> {
    let arcs: Vec<u64> = text.split('.').map(|arc| arc.parse().ok()).collect::<Option<_>>()?;
    let [first, second, rest @ ..] = arcs.as_slice() else { return None };
    if *first > 2 || (*first < 2 && *second > 39) {
        return None;
    }
    let mut octets = Vec::new();
    for arc in [first * 40 + second].iter().chain(rest) {
        let mut groups = vec![u8::try_from(arc & 0x7f).ok()?];
        let mut left = arc >> 7;
        while left > 0 {
            groups.push(u8::try_from(left & 0x7f).ok()? | 0x80);
            left >>= 7;
        }
        octets.extend(groups.iter().rev());
    }
    Some(octets)
}

/// Seconds since 1970 at midnight UTC of `YYYY-MM-DD`.
pub(crate) fn unix_of_date(text: &str) -> Option<i64> {
    let mut parts = text.splitn(3, '-').map(str::parse::<i64>);
    let (year, month, day) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if text.len() != 10 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days from civil, counting years from March.
    let year = if month <= 2 { year - 1 } else { year };
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = 365 * year + year / 4 - year / 100 + year / 400 + of_year - 719_468;
    Some(days * 86_400)
}

/// The 32 octets of a lower-case hexadecimal fingerprint.
pub(crate) fn fingerprint(text: &str) -> Option<[u8; 32]> {
    let digits = text.as_bytes();
    if digits.len() != 64 || text.chars().any(|digit| digit.is_ascii_uppercase()) {
        return None;
    }
    let mut octets = [0_u8; 32];
    for (octet, pair) in octets.iter_mut().zip(digits.chunks(2)) {
        *octet = u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(octets)
}
