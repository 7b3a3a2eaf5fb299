//! One error for the whole command: what, where, why, what next, and a code `igc explain` knows.
mod convert;

use crate::console::{Console, Paint};
use crate::exit::Exit;
use crate::lang::Lang;
use crate::text::clean;
use crate::voice::{Voice, code_id};
use fluent_bundle::FluentValue;

/// Why a command did not do what was asked.
///
/// The sentences come from the Fluent catalogue by code; this holds only what is particular to the run.
///
/// Boxed, for the way of success is the usual one.
#[derive(Clone, Debug)]
pub(crate) struct Failure(Box<Case>);

#[derive(Clone, Debug)]
struct Case {
    code: &'static str,
    place: Option<String>,
    values: Vec<(&'static str, String)>,
    detail: Option<String>,
    english: bool,
    rule: Option<&'static str>,
    expected: Option<String>,
    cure: Option<String>,
    personal: bool,
    weight: Weight,
    exit: Exit,
}

/// How much a failure, or a finding shown like one, matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// It stops.
    Error,
    /// Look twice.
    Warning,
    /// Good to know.
    Notice,
}

impl Weight {
    /// The id of its word.
    const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "error-warning",
            Self::Notice => "error-notice",
        }
    }

    const fn paint(self) -> Paint {
        match self {
            Self::Error => Paint::Red,
            Self::Warning => Paint::Yellow,
            Self::Notice => Paint::Dim,
        }
    }
}

impl Failure {
    /// A refusal by a rule: exit code 1.
    pub(crate) fn refused(code: &'static str) -> Self {
        Self::new(code, Exit::No)
    }

    /// The command could not tell: exit code 2.
    pub(crate) fn unable(code: &'static str) -> Self {
        Self::new(code, Exit::Unknown)
    }

    fn new(code: &'static str, exit: Exit) -> Self {
        Self(Box::new(Case {
            code,
            place: None,
            values: Vec::new(),
            detail: None,
            english: false,
            rule: None,
            expected: None,
            cure: None,
            personal: false,
            weight: Weight::Error,
            exit,
        }))
    }

    /// Where: a file, a field, an option.
    pub(crate) fn at(mut self, place: impl Into<String>) -> Self {
        self.0.place = Some(clean(&place.into()));
        self
    }

    /// Where, unless that is already said.
    pub(crate) fn or_at(self, place: &str) -> Self {
        if self.0.place.is_some() { self } else { self.at(place) }
    }

    /// A value the text of this code may show.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.values.push((name, clean(&value.into())));
        self
    }

    /// What the system or a library said, in its own words.
    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = Some(clean(&detail.into()));
        self
    }

    /// A sentence of one of our libraries, in English: a reader of another language has the catalogue's.
    pub(crate) fn sentence(mut self, sentence: impl Into<String>) -> Self {
        self.0.english = true;
        self.detail(sentence)
    }

    /// The rule of this very case, where the catalogue cannot know it.
    pub(crate) fn rule(mut self, rule: &'static str) -> Self {
        if !rule.is_empty() {
            self.0.rule = Some(rule);
        }
        self
    }

    /// What should stand there.
    pub(crate) fn expecting(mut self, expected: &str) -> Self {
        self.0.expected = Some(clean(expected));
        self
    }

    /// About what a professional orders for himself: rule and cure may differ, for no form is filled in.
    pub(crate) fn personal(mut self, personal: bool) -> Self {
        self.0.personal = personal;
        self
    }

    /// Another weight than an error's.
    pub(crate) fn weighing(mut self, weight: Weight) -> Self {
        self.0.weight = weight;
        self
    }

    /// A cure better than the catalogue's, for this run.
    pub(crate) fn cure(mut self, cure: impl Into<String>) -> Self {
        self.0.cure = Some(clean(&cure.into()));
        self
    }

    /// Its code.
    #[cfg(test)]
    pub(crate) fn code(&self) -> &'static str {
        self.0.code
    }

    pub(crate) fn exit(&self) -> Exit {
        self.0.exit
    }

    /// The failure as people read it on standard error, several lines.
    pub(crate) fn text(&self, console: &Console) -> String {
        self.render(&console.voice, &|paint, text| console.paint_err(paint, text))
    }

    /// The same as part of a result, on standard output.
    pub(crate) fn result(&self, console: &Console) -> String {
        self.render(&console.voice, &|paint, text| console.paint(paint, text))
    }

    fn render(&self, voice: &Voice, paint: &dyn Fn(Paint, &str) -> String) -> String {
        let facts = self.facts(voice);
        let head = paint(self.0.weight.paint(), &format!("{}[{}]", facts.word, self.0.code));
        let mut text = format!("{head}: {}\n", paint(Paint::Bold, &facts.message));
        for (mark, label, value) in [
            ("┌", None, &facts.place),
            ("=", Some("error-detail"), &facts.detail),
            ("=", Some("error-expected"), &self.0.expected),
            ("=", Some("error-rule"), &facts.rule),
            ("=", Some("error-cure"), &facts.cure),
        ] {
            let Some(value) = value else { continue };
            let label = label.map(|id| format!("{} ", voice.label(id))).unwrap_or_default();
            text.push_str(&format!("  {} {label}{value}\n", paint(Paint::Blue, mark)));
        }
        text
    }

    /// The failure as programs read it.
    pub(crate) fn json(&self, voice: &Voice) -> serde_json::Value {
        let facts = self.facts(voice);
        serde_json::json!({
            "schema": "igc.error/1",
            "code": self.0.code,
            "message": facts.message,
            "where": facts.place,
            "detail": facts.detail,
            "rule": facts.rule,
            "cure": facts.cure,
        })
    }

    fn facts(&self, voice: &Voice) -> Facts {
        let id = code_id(self.0.code);
        let values: Vec<(&str, FluentValue<'_>)> =
            self.0.values.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        let find = |attribute: &str| voice.find(&format!("{id}.{attribute}"), &values);
        let fitting = |attribute: &str| {
            let own = self.0.personal.then(|| find(&format!("{attribute}-personal"))).flatten();
            own.or_else(|| find(attribute))
        };
        let here = if values.is_empty() { None } else { find("here") };
        Facts {
            word: voice.word(self.0.weight.word()),
            message: here.unwrap_or_else(|| voice.say(&id, &values)),
            place: self.0.place.clone(),
            detail: self.0.detail.clone().filter(|_| !self.0.english || voice.lang() == Lang::En),
            rule: self.0.rule.map(str::to_owned).or_else(|| fitting("rule")),
            cure: self.0.cure.clone().or_else(|| fitting("cure")),
        }
    }
}

struct Facts {
    word: String,
    message: String,
    place: Option<String>,
    detail: Option<String>,
    rule: Option<String>,
    cure: Option<String>,
}
