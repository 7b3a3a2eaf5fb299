//! Writes the checked catalogue as Rust `static` items.

use core::fmt::Write as _;

use crate::source::{Catalogue, Fact, Label, Status};
use crate::values::unix_of_date;
use crate::words::{self, Words, rust};

#[path = "emit/offers.rs"]
mod offers;
#[path = "emit/products.rs"]
mod products;
#[path = "emit/profiles.rs"]
mod profiles;

/// The text of `catalogue.rs`.
pub(crate) fn emit(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    sources(&mut out, catalogue);
    profiles::subjects(&mut out, catalogue);
    profiles::rules(&mut out, catalogue);
    profiles::leaf(&mut out, catalogue);
    products::products(&mut out, catalogue);
    offers::usages(&mut out, catalogue);
    offers::authorities(&mut out, catalogue);
    profiles::recognition(&mut out, catalogue);
    out
}

/// `write!` to a `String` cannot fail.
macro_rules! put {
    ($out:expr, $($arg:tt)*) => { let _ = writeln!($out, $($arg)*); };
}

use put;

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
