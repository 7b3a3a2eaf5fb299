//! What IGC-Santé offers, as data: products, profiles, usages, authorities, dated rules.
//!
//! Start at [`products`], [`Product::find`] and [`classify`]. The data files are `data/*.toml`; the
//! build checks them and turns them into `static` items, so that nothing is read at run time. Each
//! fact keeps its status (observed, stated, inferred, unknown) and its source: see [`Provenance`].
//!
//! Not here: trust. A classification says what a certificate claims to be; whether the claim holds
//! is for `igc-verify`. No clock, no I/O, no global state.

mod alternative_name;
mod authority;
mod classify;
#[expect(
    clippy::indexing_slicing,
    reason = "written by the build; the compiler evaluates every index in a static"
)]
mod data;
mod error;
mod fact;
mod fields;
mod find;
#[doc(hidden)]
pub mod fuzz;
mod normalise;
mod product;
mod profile;
mod rules;
mod subject;
mod usage;
mod vocabulary;

pub use alternative_name::{AlternativeName, NameFault};
pub use authority::{
    Authority, AuthorityProfile, NamePart, authorities, authority_by_fingerprint,
    authority_by_name, authority_profile,
};
pub use classify::{Classification, Criterion, Evidence, Kind, classify};
pub use error::{ERROR_CODES, FieldError, FieldErrorKind, NotFound};
pub use fact::{Coded, Label, Provenance, Source, Status, card_types, professions, sources};
pub use fields::Fields;
pub use product::{Ordering, Product, products};
pub use profile::{
    AttributeTemplate, AttributeValue, ExtensionSpec, KeyRule, Profile, SanSpec, SubjectTemplate,
    key_rules, leaf_provenance, rsa_bits,
};
pub use rules::{
    AlertDelay, AlertRule, CrlRule, ValidityRule, alert_rules, crl_rules, current_alert_rule,
    validity_rules,
};
pub use usage::{Equivalence, Need, Statement, Usage, UsageRule, equivalences, usages};
pub use vocabulary::{
    AuthorityRole, CardUse, Domain, DomainNeed, Environment, ExtensionKind, Family, Field, Form,
    Gamme, Generation, KeyIdentifier, Purpose, Requester, SanKind,
};
