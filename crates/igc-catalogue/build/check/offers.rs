//! Rules of `authorities.toml`, `local.toml`, `usages.toml` and `equivalences.toml`.

use super::Checker;
use crate::source::{Authority, Catalogue, Usage};
use crate::values::fingerprint;
use crate::words;

impl Checker {
    pub(super) fn authority(&mut self, catalogue: &Catalogue, authority: &Authority) {
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
    pub(super) fn local_is_marked(&mut self, authority: &Authority, place: &str) {
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

    pub(super) fn patterns(&mut self, catalogue: &Catalogue) {
        for pattern in &catalogue.patterns {
            let place = format!("authority pattern `{}`", pattern.template);
            self.status(&place, pattern.status, &pattern.source);
            self.word(&place, words::ENVIRONMENTS, &pattern.environment);
            self.word(&place, words::GENERATIONS, &pattern.generation);
            self.word(&place, words::ATTRIBUTES, &pattern.attribute);
        }
    }

    pub(super) fn usage(&mut self, catalogue: &Catalogue, usage: &Usage) {
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

    pub(super) fn equivalences(&mut self, catalogue: &Catalogue) {
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
