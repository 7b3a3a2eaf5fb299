//! `igc catalogue show`: one product or one usage, with the source of each fact.
use super::{needs, product_json, usage_json};
use crate::console::Console;
use crate::failure::Failure;
use crate::inspect::label;
use crate::inspect::sheet::Sheet;
use clap::Args;
use igc_catalogue::{Environment, Product, Provenance, Status, Usage};
use serde_json::{Value, json};

#[derive(Args)]
pub(crate) struct Show {
    #[arg(value_name = "NAME")]
    name: String,
}

impl Show {
    pub(crate) fn run(self, console: &Console) -> Result<(), Failure> {
        let (sheet, json) = match (Usage::find(&self.name), Product::find(&self.name)) {
            (_, Ok(found)) => (product(found, console), product_detail(found)),
            (Ok(found), Err(_)) => (usage(found, console), usage_json(found)),
            (Err(usage), Err(product)) => {
                let near = if product.nearest().is_empty() { usage } else { product };
                return Err(Failure::not_found("catalogue.not-found", &self.name, &near));
            }
        };
        if console.manner.json {
            let mut json = json;
            if let Value::Object(object) = &mut json {
                object.insert("schema".to_owned(), json!("igc.catalogue.show/1"));
            }
            return console.print_json(&json);
        }
        console.print(&sheet.text(console))
    }
}

fn product(product: &Product, console: &Console) -> Sheet {
    let voice = &console.voice;
    let lang = voice.lang();
    let profile = product.profile();
    let ordering = product.ordering();
    let mut sheet = Sheet::new(format!("{} · {}", product.code(), label(product.label(), lang)));
    sheet.row(voice.word("show-for"), label(product.description(), lang));
    sheet.rows(voice.word("show-aliases"), listed(product.aliases()));
    let requester = voice.word(&format!("requester-{}", ordering.requester.name()));
    sheet.row(voice.word("show-requester"), requester);
    let form = |form: Option<igc_catalogue::Form>| {
        form.map_or_else(|| voice.word("show-no-form"), |form| form.name().to_owned())
    };
    let forms = format!("{} (TEST : {})", form(ordering.form), form(ordering.test_form));
    sheet.row(voice.word("show-form"), forms);
    sheet.rows(voice.word("show-form-offer"), ordering.form_offer.map(str::to_owned));
    let domain = voice.word(&format!("domain-{}", ordering.domain.name()));
    sheet.row(voice.word("show-domain"), domain);
    let fields = product
        .required_fields()
        .iter()
        .map(|field| voice.word(&format!("field-{}", field.name())));
    sheet.row(voice.word("show-fields"), fields.collect::<Vec<_>>().join(", "));
    let issuer = format!("ACI-{}-{}", profile.gamme().code(), profile.domain().code());
    sheet.row(voice.word("inspect-issuer"), issuer);
    sheet.row("keyUsage", profile.key_usage().names().collect::<Vec<_>>().join(", "));
    let purposes = profile.extended_key_usage().iter();
    let purposes = purposes.map(|oid| oid.name().map_or_else(|| oid.to_string(), str::to_owned));
    sheet.row("extKeyUsage", purposes.collect::<Vec<_>>().join(", "));
    let san = profile.san();
    let san = san.kind.map_or_else(|| voice.word("show-none"), |kind| kind.name().to_owned());
    sheet.row("subjectAltName", san);
    for (environment, name) in
        [(Environment::Production, "PRODUCTION"), (Environment::Test, "TEST")]
    {
        let policy = profile.policy(environment);
        let policy = policy.map_or_else(|| voice.word("unknown"), |oid| oid.to_string());
        sheet.row(format!("policy {name}"), policy);
    }
    let validity = profile.validity_rules().iter().map(|rule| {
        let from = rule.from.map_or_else(String::new, |from| crate::moment::date(from, lang));
        voice.say(
            "show-validity-rule",
            &[
                ("years", rule.years.into()),
                ("months", rule.months.into()),
                (
                    "from",
                    if from.is_empty() { voice.word("show-always").into() } else { from.into() },
                ),
                ("source", source(&rule.provenance).into()),
            ],
        )
    });
    sheet.rows(voice.word("inspect-validity"), validity);
    sheet.part(sources(product.provenance(), console));
    sheet
}

fn product_detail(product: &Product) -> Value {
    let mut json = product_json(product);
    let profile = product.profile();
    let detail = json!({
        "gamme": profile.gamme().name(),
        "domain": profile.domain().name(),
        "key_usage": profile.key_usage().names().collect::<Vec<_>>(),
        "extended_key_usage": profile.extended_key_usage().iter().map(ToString::to_string).collect::<Vec<_>>(),
        "subject_alt_name": profile.san().kind.map(igc_catalogue::SanKind::name),
        "policy_production": profile.policy(Environment::Production).map(|oid| oid.to_string()),
        "policy_test": profile.policy(Environment::Test).map(|oid| oid.to_string()),
        "extensions": profile.extensions().iter().map(|extension| json!({
            "name": extension.kind.name(), "critical": extension.critical,
        })).collect::<Vec<_>>(),
        "sampled": profile.is_sampled(),
    });
    if let Value::Object(object) = &mut json {
        object.insert("profile".to_owned(), detail);
        object.insert(
            "provenance".to_owned(),
            product.provenance().iter().map(provenance_json).collect(),
        );
    }
    json
}

fn provenance_json(provenance: &Provenance) -> Value {
    json!({
        "about": provenance.about,
        "status": provenance.status.name(),
        "source": provenance.source.map(|source| source.title),
        "date": provenance.source.and_then(|source| source.date),
        "note": provenance.note,
    })
}

fn usage(usage: &Usage, console: &Console) -> Sheet {
    let voice = &console.voice;
    let lang = voice.lang();
    let mut sheet = Sheet::new(format!("{} · {}", usage.code(), label(usage.label(), lang)));
    sheet.rows(voice.word("show-aliases"), listed(usage.aliases()));
    let or = voice.word("inspect-or");
    sheet.row(voice.word("show-orders"), needs(usage.needs(), &or));
    sheet.rows(
        voice.word("show-why"),
        usage.default_reason().map(|why| label(why, lang).to_owned()),
    );
    for rule in usage.rules() {
        sheet.row(voice.word("error-rule"), label(rule.text, lang));
    }
    for statement in usage.statements() {
        let mut part = Sheet::new(source(&statement.provenance));
        for need in statement.needs {
            let codes = needs(core::slice::from_ref(need), &or);
            let role = need.role.map(|role| label(role, lang)).unwrap_or_default();
            part.rows(
                codes,
                [need.service.unwrap_or_default(), role]
                    .into_iter()
                    .filter(|text| !text.is_empty())
                    .map(str::to_owned)
                    .reduce(|service, role| format!("{service}  {role}"))
                    .or(Some("–".to_owned())),
            );
            part.rows(voice.word("show-form-text"), need.form_text.map(str::to_owned));
        }
        sheet.part(part);
    }
    sheet
}

/// How each fact is known; the unknown ones first, for they are what a reader must not assume.
fn sources(provenance: &[Provenance], console: &Console) -> Sheet {
    let mut sheet = Sheet::new(console.voice.word("show-sources"));
    let mut facts: Vec<&Provenance> = provenance.iter().collect();
    facts.sort_by_key(|fact| fact.status != Status::Unknown);
    for fact in facts {
        let status = console.voice.word(&format!("status-{}", fact.status.name()));
        let note = fact.note.map(|note| format!(" – {note}")).unwrap_or_default();
        let from = match source(fact) {
            from if from.is_empty() => String::new(),
            from => format!(": {from}"),
        };
        sheet.row(fact.about, format!("{status}{from}{note}"));
    }
    sheet
}

/// The source's title and date.
fn source(provenance: &Provenance) -> String {
    provenance.source.map_or_else(String::new, |source| match source.date {
        Some(date) => format!("{} ({date})", source.title),
        None => source.title.to_owned(),
    })
}

fn listed(words: &[&str]) -> Option<String> {
    (!words.is_empty()).then(|| words.join(", "))
}
