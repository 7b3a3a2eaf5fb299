//! What the command says, from one Fluent catalogue per language.
//!
//! Ids are checked by tests: both languages hold the same ids, and every error code has a text.
use crate::lang::Lang;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The catalogue files of one language: id of the file, text.
type Files = [(&'static str, &'static str)];

macro_rules! files {
    ($lang:literal) => {
        &[
            ("help", include_str!(concat!("../locales/", $lang, "/help.ftl"))),
            ("messages", include_str!(concat!("../locales/", $lang, "/messages.ftl"))),
            ("inspect", include_str!(concat!("../locales/", $lang, "/inspect.ftl"))),
            ("codes", include_str!(concat!("../locales/", $lang, "/codes.ftl"))),
            ("codes-x509", include_str!(concat!("../locales/", $lang, "/codes-x509.ftl"))),
            ("codes-path", include_str!(concat!("../locales/", $lang, "/codes-path.ftl"))),
            ("codes-making", include_str!(concat!("../locales/", $lang, "/codes-making.ftl"))),
        ]
    };
}

/// Named values for a message.
pub(crate) type Args<'a> = [(&'a str, FluentValue<'a>)];

/// One language's texts.
pub(crate) struct Voice {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Voice {
    pub(crate) fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new(vec![locale(lang)]);
        // Isolation marks are for mixed writing directions; terminals and `grep` see noise.
        bundle.set_use_isolating(false);
        for (_, text) in files(lang) {
            // A test parses every file; at run time what could be read is kept.
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    pub(crate) const fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of `id`; the id itself when there is none.
    pub(crate) fn say(&self, id: &str, args: &Args<'_>) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// A label and its colon, with the space French puts before it.
    pub(crate) fn label(&self, id: &str) -> String {
        match self.lang {
            Lang::Fr => format!("{} :", self.word(id)),
            Lang::En => format!("{}:", self.word(id)),
        }
    }

    /// The text of `id` without values.
    pub(crate) fn word(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// The text of `id`, or of its attribute when `id` is `message.attribute`.
    pub(crate) fn find(&self, id: &str, args: &Args<'_>) -> Option<String> {
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        let message = self.bundle.get_message(message)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let args: FluentArgs<'_> = args.iter().cloned().collect();
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned())
    }

    /// What the catalogue knows of an error code.
    pub(crate) fn explain(&self, code: &str) -> Option<Explanation> {
        let id = code_id(code);
        Some(Explanation {
            cause: self.find(&id, &[])?,
            rule: self.find(&format!("{id}.rule"), &[]),
            cure: self.find(&format!("{id}.cure"), &[]),
        })
    }
}

/// The three things a person needs about an error code.
pub(crate) struct Explanation {
    /// One lower-case sentence.
    pub(crate) cause: String,
    /// Where the rule is written; absent when there is none but ours.
    pub(crate) rule: Option<String>,
    /// What to do next.
    pub(crate) cure: Option<String>,
}

/// Fluent ids hold no dot: `csr.san.missing` is kept as `csr-san-missing`.
pub(crate) fn code_id(code: &str) -> String {
    code.replace('.', "-")
}

/// The ids of the messages in the files about codes.
#[cfg(test)]
pub(crate) fn code_ids(lang: Lang) -> impl Iterator<Item = String> {
    let files = files(lang).iter().filter(|(name, _)| name.starts_with("codes"));
    files.flat_map(|(_, text)| text.lines()).filter_map(|line| {
        let (id, _) = line.split_once(" =")?;
        (!id.starts_with(['-', ' ', '#'])).then(|| id.to_owned())
    })
}

fn files(lang: Lang) -> &'static Files {
    match lang {
        Lang::Fr => files!("fr"),
        Lang::En => files!("en"),
    }
}

/// The tag is a constant that parses; the undetermined language would only change plural rules.
fn locale(lang: Lang) -> LanguageIdentifier {
    lang.tag().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests;
