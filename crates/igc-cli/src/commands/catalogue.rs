//! `igc catalogue`: products, usages, profiles.
mod show;

use crate::console::{Console, Paint};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::inspect::label;
use crate::text::pad;
use clap::Subcommand;
use igc_catalogue::{Need, Product, Statement, Usage, products, usages};
use serde_json::{Value, json};

#[derive(Subcommand)]
pub(crate) enum Catalogue {
    Products,
    Usages,
    Show(show::Show),
}

impl Catalogue {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        match self {
            Self::Products => list_products(console)?,
            Self::Usages => list_usages(console)?,
            Self::Show(verb) => verb.run(console)?,
        }
        Ok(Exit::Yes)
    }
}

fn list_products(console: &Console) -> Result<(), Failure> {
    if console.manner.json {
        let products: Vec<Value> = products().iter().map(product_json).collect();
        return console
            .print_json(&json!({ "schema": "igc.catalogue.products/1", "products": products }));
    }
    let lang = console.voice.lang();
    let lines: String = products()
        .iter()
        .map(|product| {
            let code = console.paint(Paint::Bold, &pad(product.code(), 14));
            let requester = format!("requester-{}", product.ordering().requester.name());
            let name = pad(label(product.label(), lang), 52);
            format!("{code} {name} {}\n", console.voice.word(&requester))
        })
        .collect();
    console.print(&lines)
}

fn list_usages(console: &Console) -> Result<(), Failure> {
    if console.manner.json {
        let usages: Vec<Value> = usages().iter().map(usage_json).collect();
        return console
            .print_json(&json!({ "schema": "igc.catalogue.usages/1", "usages": usages }));
    }
    let lang = console.voice.lang();
    let lines: String = usages()
        .iter()
        .map(|usage| {
            let code = console.paint(Paint::Bold, &pad(usage.code(), 22));
            let needs = needs(usage.needs(), &console.voice.word("inspect-or"));
            format!("{code} {} {}\n", pad(&needs, 34), label(usage.label(), lang))
        })
        .collect();
    console.print(&lines)
}

/// `ORG_AUTH_CLI + ORG_SIGN`, `ORG_AUTH_CLI or SERV_SSL`.
fn needs(needs: &[Need], or: &str) -> String {
    let codes = needs.iter().map(|need| {
        let codes: Vec<&str> = need.any_of.iter().map(|product| product.code()).collect();
        codes.join(&format!(" {or} "))
    });
    codes.collect::<Vec<_>>().join(" + ")
}

fn product_json(product: &Product) -> Value {
    let ordering = product.ordering();
    json!({
        "code": product.code(),
        "aliases": product.aliases(),
        "family": product.family().name(),
        "purpose": product.purpose().name(),
        "label": { "fr": product.label().fr, "en": product.label().en },
        "description": { "fr": product.description().fr, "en": product.description().en },
        "requester": ordering.requester.name(),
        "form": ordering.form.map(igc_catalogue::Form::name),
        "test_form": ordering.test_form.map(igc_catalogue::Form::name),
        "domain": ordering.domain.name(),
        "required_fields": product.required_fields().iter().map(|f| f.name()).collect::<Vec<_>>(),
    })
}

fn usage_json(usage: &Usage) -> Value {
    json!({
        "code": usage.code(),
        "aliases": usage.aliases(),
        "label": { "fr": usage.label().fr, "en": usage.label().en },
        "default": usage.default_statement().map(|statement| statement.id),
        "default_reason": usage.default_reason().map(|why| json!({ "fr": why.fr, "en": why.en })),
        "statements": usage.statements().iter().map(statement_json).collect::<Vec<_>>(),
        "rules": usage.rules().iter().map(|rule| json!({
            "id": rule.id,
            "text": { "fr": rule.text.fr, "en": rule.text.en },
            "services": rule.services,
            "answer": rule.answer,
        })).collect::<Vec<_>>(),
    })
}

fn statement_json(statement: &Statement) -> Value {
    let source = statement.provenance.source;
    json!({
        "id": statement.id,
        "status": statement.provenance.status.name(),
        "source": source.map(|source| source.title),
        "date": source.and_then(|source| source.date),
        "note": statement.provenance.note,
        "needs": statement.needs.iter().map(|need| json!({
            "any_of": need.any_of.iter().map(|product| product.code()).collect::<Vec<_>>(),
            "service": need.service,
            "role": need.role.map(|role| json!({ "fr": role.fr, "en": role.en })),
            "form_text": need.form_text,
            "test_form_text": need.test_form_text,
        })).collect::<Vec<_>>(),
    })
}
