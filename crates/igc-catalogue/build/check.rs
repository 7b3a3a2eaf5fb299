//! What must hold of the data files beyond their shape. Every fault is reported, not the first one.

use std::collections::{BTreeMap, BTreeSet};

use crate::normalise::normalise;
use crate::source::{Catalogue, Fact, Status};
use crate::values::{encode_oid, unix_of_date};
use crate::words::{Words, is_word};

#[path = "check/offers.rs"]
mod offers;
#[path = "check/products.rs"]
mod products;
#[path = "check/profiles.rs"]
mod profiles;

/// The faults found, each one line with the file and the place.
pub(crate) fn check(catalogue: &Catalogue) -> Vec<String> {
    let mut checker = Checker {
        sources: catalogue.sources.iter().map(|source| source.id.clone()).collect(),
        cited: BTreeSet::new(),
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
    checker.every_source_is_cited(catalogue);
    checker.faults
}

struct Checker {
    sources: BTreeSet<String>,
    cited: BTreeSet<String>,
    faults: Vec<String>,
}

impl Checker {
    fn fault(&mut self, place: &str, what: impl AsRef<str>) {
        self.faults.push(format!("{place}: {}", what.as_ref()));
    }

    fn source(&mut self, place: &str, source: &str) {
        self.cited.insert(source.to_owned());
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

    /// A source that nothing cites is a mistake, unless it is kept for having not been read.
    fn every_source_is_cited(&mut self, catalogue: &Catalogue) {
        for source in &catalogue.sources {
            if source.unread == self.cited.contains(&source.id) {
                let what = if source.unread { "unread, yet cited" } else { "cited by nothing" };
                self.fault("sources.toml", format!("{}: {what}", source.id));
            }
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
}
