//! How facts are known, and where from.

use crate::data;
use crate::vocabulary::CardUse;
use igc_x509::{KeyUsage, Oid};

/// How well a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Seen in a real certificate or CRL.
    Observed,
    /// Said by a document.
    Stated,
    /// Concluded by analogy or from part of what was seen.
    Inferred,
    /// The public record says nothing; there is no value.
    Unknown,
}

impl Status {
    /// The status as one English word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Stated => "stated",
            Self::Inferred => "inferred",
            Self::Unknown => "unknown",
        }
    }
}

/// A document or a set of observations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Short name, stable.
    pub id: &'static str,
    /// The title, in the document's language.
    pub title: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// `YYYY-MM-DD`; `None` when the document carries no date.
    pub date: Option<&'static str>,
    /// What else to know of it.
    pub note: Option<&'static str>,
}

/// Where one fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The fact, as its place in the data: `profile.key_usage`.
    pub about: &'static str,
    /// How well it is known.
    pub status: Status,
    /// Where it comes from; `None` only for an unknown fact.
    pub source: Option<&'static Source>,
    /// What a reader must know to use it.
    pub note: Option<&'static str>,
}

/// One text in French and in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// French.
    pub fr: &'static str,
    /// English.
    pub en: &'static str,
}

/// A value of a coded extension and its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded {
    /// The integer in the extension.
    pub code: u8,
    /// What it means.
    pub label: Label,
    /// Where this is known from.
    pub provenance: Provenance,
}

/// Recognises a certificate of a card.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CardProfile {
    pub(crate) card_use: CardUse,
    pub(crate) key_usage: KeyUsage,
    pub(crate) extended_key_usage: &'static [Oid<'static>],
}

/// All sources cited.
#[must_use]
pub fn sources() -> &'static [Source] {
    data::SOURCES
}

/// Meanings of the card type extension, 1.2.250.1.71.1.2.2.
#[must_use]
pub fn card_types() -> &'static [Coded] {
    data::CARD_TYPES
}

/// Meanings of the profession extension, 1.2.250.1.71.1.2.7, as far as they are known.
#[must_use]
pub fn professions() -> &'static [Coded] {
    data::PROFESSIONS
}
