//! Rules of `products/*.toml`.

use super::Checker;
use crate::source::{Catalogue, Product};
use crate::values::unix_of_date;
use crate::words;

impl Checker {
    pub(super) fn product(&mut self, catalogue: &Catalogue, product: &Product) {
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
        self.known(&place, &ordering.cards);

        let fields: Vec<String> =
            product.fields.required.iter().chain(&product.fields.optional).cloned().collect();
        self.every_word(&place, words::FIELDS, &fields);
        self.status(&place, product.fields.status, &product.fields.source);
        self.product_profile(catalogue, product, &place, &fields);
    }

    pub(super) fn product_profile(
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
}
