//! Writes the checked catalogue as Rust `static` items.

use core::fmt::Write as _;

use crate::check::{encode_oid, fingerprint, unix_of_date};
use crate::source::{Authority, Catalogue, Fact, Label, Need, Product, Status, Usage};
use crate::words::{self, Words, rust};

/// The text of `catalogue.rs`.
pub(crate) fn emit(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    sources(&mut out, catalogue);
    subjects(&mut out, catalogue);
    rules(&mut out, catalogue);
    leaf(&mut out, catalogue);
    products(&mut out, catalogue);
    usages(&mut out, catalogue);
    authorities(&mut out, catalogue);
    recognition(&mut out, catalogue);
    out
}

/// `write!` to a `String` cannot fail.
macro_rules! put {
    ($out:expr, $($arg:tt)*) => { let _ = writeln!($out, $($arg)*); };
}

fn sources(out: &mut String, catalogue: &Catalogue) {
    put!(out, "pub(crate) static SOURCES: &[Source] = &[");
    for source in &catalogue.sources {
        put!(
            out,
            "Source {{ id: {:?}, title: {:?}, publisher: {:?}, date: {:?}, note: {:?} }},",
            source.id,
            source.title,
            source.publisher,
            Some(&source.date).filter(|date| *date != "unknown"),
            source.note
        );
    }
    put!(out, "];");
}

fn source(catalogue: &Catalogue, id: &str) -> String {
    let index = catalogue.sources.iter().position(|source| source.id == id).unwrap_or_default();
    format!("&SOURCES[{index}]")
}

fn optional_source(catalogue: &Catalogue, id: Option<&String>) -> String {
    id.map_or_else(|| "None".to_owned(), |id| format!("Some({})", source(catalogue, id)))
}

fn status(status: Status) -> String {
    format!("Status::{status:?}")
}

fn label(label: &Label) -> String {
    format!("Label {{ fr: {:?}, en: {:?} }}", label.fr, label.en)
}

fn optional_label(text: Option<&Label>) -> String {
    text.map_or_else(|| "None".to_owned(), |text| format!("Some({})", label(text)))
}

fn list<T>(items: impl IntoIterator<Item = T>, each: impl Fn(T) -> String) -> String {
    let items: Vec<_> = items.into_iter().map(each).collect();
    format!("&[{}]", items.join(", "))
}

fn words_list(words: Words, items: &[String]) -> String {
    list(items, |item| rust(words, item).to_owned())
}

/// A constant expression: `BitOr` is not const.
fn key_usage(names: &[String]) -> String {
    let bits: Vec<_> =
        names.iter().map(|name| format!("{}.bits()", rust(words::KEY_USAGES, name))).collect();
    format!(
        "KeyUsage::from_bits({})",
        if bits.is_empty() { "0".to_owned() } else { bits.join(" | ") }
    )
}

fn optional_key_usage(names: &[String]) -> String {
    if names.is_empty() { "None".to_owned() } else { format!("Some({})", key_usage(names)) }
}

fn provenance<T>(catalogue: &Catalogue, about: &str, fact: &Fact<T>) -> String {
    format!(
        "Provenance {{ about: {about:?}, status: {}, source: {}, note: {:?} }}",
        status(fact.status),
        optional_source(catalogue, fact.source.as_ref()),
        fact.note
    )
}

fn stated(
    catalogue: &Catalogue,
    about: &str,
    known: Status,
    id: &str,
    note: Option<&String>,
) -> String {
    format!(
        "Provenance {{ about: {about:?}, status: {}, source: Some({}), note: {note:?} }}",
        status(known),
        source(catalogue, id)
    )
}

fn time(date: Option<&String>) -> String {
    match date.and_then(|date| unix_of_date(date)) {
        Some(secs) => format!("Time::from_unix({secs})"),
        None => "None".to_owned(),
    }
}

fn subjects(out: &mut String, catalogue: &Catalogue) {
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

fn rules(out: &mut String, catalogue: &Catalogue) {
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

fn leaf(out: &mut String, catalogue: &Catalogue) {
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

fn extension(word: &str, critical: bool) -> String {
    format!("ExtensionSpec {{ kind: {}, critical: {critical} }}", rust(words::EXTENSIONS, word))
}

fn oid(text: Option<&str>) -> Vec<u8> {
    text.and_then(encode_oid).unwrap_or_default()
}

fn products(out: &mut String, catalogue: &Catalogue) {
    put!(out, "pub(crate) static PRODUCTS: &[Product] = &[");
    for product in &catalogue.products {
        let ordering = &product.ordering;
        let word = |words: Words, fact: &Fact<String>| {
            rust(words, fact.value.as_deref().unwrap_or_default()).to_owned()
        };
        put!(
            out,
            "Product {{ code: {:?}, aliases: &{:?}, words: &{:?},",
            product.code,
            product.aliases,
            product.words
        );
        put!(
            out,
            "family: {}, purpose: {}, file_part: {:?}, label: {}, description: {},",
            rust(words::FAMILIES, &product.family),
            rust(words::PURPOSES, &product.purpose),
            product.file_part.value.as_deref().unwrap_or_default(),
            label(&product.label),
            label(&product.description)
        );
        put!(
            out,
            "ordering: Ordering {{ requester: {}, form: {}, test_form: {}, form_offer: {:?}, domain: {} }},",
            word(words::REQUESTERS, &ordering.requester),
            word(words::FORMS, &ordering.form),
            word(words::FORMS, &ordering.test_form),
            ordering.form_offer.value.as_ref().filter(|offer| *offer != "none"),
            word(words::DOMAIN_NEEDS, &ordering.domain)
        );
        put!(
            out,
            "required_fields: {}, optional_fields: {},",
            words_list(words::FIELDS, &product.fields.required),
            words_list(words::FIELDS, &product.fields.optional)
        );
        put!(out, "profile: {},", profile(catalogue, product));
        put!(out, "provenance: {} }},", product_provenance(catalogue, product));
    }
    put!(out, "];");
}

fn profile(catalogue: &Catalogue, product: &Product) -> String {
    let profile = &product.profile;
    let leaf = &catalogue.profiles.leaf;
    let san = profile.san.value.as_ref();
    let has = |word: &str| match word {
        "privateKeyUsagePeriod" => profile.private_key_usage_period.value == Some(true),
        "subjectAltName" => san.is_some_and(|san| san.kind != "none"),
        "profession" => profile.profession.value == Some(true),
        "specialities" => profile.specialities.value == Some(true),
        _ => true,
    };
    let order = |order: &Fact<Vec<String>>| {
        list(order.value.iter().flatten().filter(|word| has(word)), |word| {
            extension(word, leaf.critical.value.iter().flatten().any(|other| other == word))
        })
    };
    let key_identifier = |method: &Fact<String>| {
        rust(words::KEY_IDENTIFIERS, method.value.as_deref().unwrap_or_default())
    };
    let (gamme, domain) = profile.issuer.value.as_ref().map_or(("", ""), |issuer| {
        (rust(words::GAMMES, &issuer.gamme), rust(words::DOMAINS, &issuer.domain))
    });
    let subject = catalogue
        .profiles
        .subject
        .iter()
        .position(|template| Some(&template.id) == profile.subject.value.as_ref())
        .unwrap_or_default();
    let validity = list(&profile.validity, |id| {
        let index = catalogue.rules.validity.iter().position(|rule| rule.id == *id);
        format!("&VALIDITY_RULES[{}]", index.unwrap_or_default())
    });
    let policy = |fact: &Fact<String>| match &fact.value {
        Some(text) => format!("Some(&{:?})", oid(Some(text))),
        None => "None".to_owned(),
    };
    format!(
        "Profile {{ gamme: {gamme}, domain: {domain}, subject: &SUBJECTS[{subject}], key_usage: {}, optional_key_usage: {}, extended_key_usage: {}, \
         san: SanSpec {{ kind: {}, fields: {}, always: {} }}, policy_production: {}, policy_test: {}, \
         signature_algorithm: {}, serial_octets: {}, key_identifier: {}, legacy_key_identifier: {}, extensions: {}, legacy_extensions: {}, validity: {validity}, sampled: {} }}",
        key_usage(profile.key_usage.value.as_deref().unwrap_or_default()),
        key_usage(&profile.key_usage_optional),
        words_list(
            words::EXTENDED_KEY_USAGES,
            profile.extended_key_usage.value.as_deref().unwrap_or_default()
        ),
        rust(words::SAN_KINDS, san.map_or("none", |san| san.kind.as_str())),
        words_list(words::FIELDS, san.map_or(&[], |san| san.fields.as_slice())),
        san.is_some_and(|san| san.always),
        policy(&profile.policy_production),
        policy(&profile.policy_test),
        rust(words::SIGNATURES, leaf.signature.value.as_deref().unwrap_or_default()),
        leaf.serial_octets.value.unwrap_or_default(),
        key_identifier(&leaf.key_identifier),
        key_identifier(&leaf.legacy_key_identifier),
        order(&leaf.order),
        order(&leaf.legacy_order),
        profile.sample.value.unwrap_or_default()
    )
}

fn product_provenance(catalogue: &Catalogue, product: &Product) -> String {
    let (ordering, profile, fields) = (&product.ordering, &product.profile, &product.fields);
    let text = |about: &str, fact: &Fact<String>| provenance(catalogue, about, fact);
    let texts = |about: &str, fact: &Fact<Vec<String>>| provenance(catalogue, about, fact);
    let flag = |about: &str, fact: &Fact<bool>| provenance(catalogue, about, fact);
    let all = [
        text("file_part", &product.file_part),
        text("ordering.requester", &ordering.requester),
        text("ordering.form", &ordering.form),
        text("ordering.test_form", &ordering.test_form),
        text("ordering.form_offer", &ordering.form_offer),
        text("ordering.domain", &ordering.domain),
        stated(catalogue, "fields", fields.status, &fields.source, fields.note.as_ref()),
        provenance(catalogue, "profile.issuer", &profile.issuer),
        text("profile.subject", &profile.subject),
        texts("profile.key_usage", &profile.key_usage),
        texts("profile.extended_key_usage", &profile.extended_key_usage),
        provenance(catalogue, "profile.san", &profile.san),
        text("profile.policy_production", &profile.policy_production),
        text("profile.policy_test", &profile.policy_test),
        flag("profile.private_key_usage_period", &profile.private_key_usage_period),
        flag("profile.profession", &profile.profession),
        flag("profile.specialities", &profile.specialities),
        flag("profile.sample", &profile.sample),
    ];
    format!("&[{}]", all.join(",\n"))
}

fn product_ref(catalogue: &Catalogue, code: &str) -> String {
    let index = catalogue.products.iter().position(|product| product.code == code);
    format!("&PRODUCTS[{}]", index.unwrap_or_default())
}

fn usages(out: &mut String, catalogue: &Catalogue) {
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

fn usage_item(catalogue: &Catalogue, usage: &Usage) -> String {
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

fn authorities(out: &mut String, catalogue: &Catalogue) {
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

fn authority_item(catalogue: &Catalogue, authority: &Authority) -> String {
    let printable = authority.printable.unwrap_or_default();
    let name = list(&authority.name, |part| {
        let (attribute, value) = part.split_once('=').unwrap_or_default();
        let string = if printable || attribute == "C" { "printable" } else { "utf8" };
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
         name: {name}, issuer: {}, sha256: {}, not_before: {}, not_after: {}, file: {:?}, \
         certificate_url: {:?}, crl_urls: &{:?}, delta_crl_url: {:?}, ocsp_url: {:?}, cps_url: {:?}, provenance: {} }}",
        authority.id,
        rust(words::ENVIRONMENTS, &authority.environment),
        rust(words::GENERATIONS, &authority.generation),
        rust(words::ROLES, &authority.role),
        word(words::GAMMES, authority.gamme.as_ref()),
        word(words::DOMAINS, authority.domain.as_ref()),
        authority.legacy_class,
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

fn recognition(out: &mut String, catalogue: &Catalogue) {
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
