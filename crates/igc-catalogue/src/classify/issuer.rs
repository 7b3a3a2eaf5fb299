//! Recognising an authority by its name: listed, or of the form of a known family.

use igc_x509::{Name, Oid, oid};

use crate::authority::{Authority, IssuerPattern, authority_by_name};
use crate::data;
use crate::vocabulary::{Domain, Environment, Gamme, Generation};

/// What an authority's name says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Recognised {
    pub(super) listed: Option<&'static Authority>,
    pub(super) environment: Option<Environment>,
    pub(super) generation: Option<Generation>,
    pub(super) gamme: Option<Gamme>,
    pub(super) domain: Option<Domain>,
    pub(super) legacy_class: Option<u8>,
}

impl Recognised {
    pub(super) fn of(name: &Name<'_>) -> Self {
        match authority_by_name(name) {
            Some(authority) => Self {
                listed: Some(authority),
                environment: Some(authority.environment()),
                generation: Some(authority.generation()),
                gamme: authority.gamme(),
                domain: authority.domain(),
                legacy_class: authority.legacy_class(),
            },
            None => data::ISSUER_PATTERNS
                .iter()
                .find_map(|form| by_form(name, form))
                .unwrap_or_default(),
        }
    }

    /// In technical words: the id, the family, or `unknown`.
    pub(super) fn describe(&self) -> String {
        match (self.listed, self.generation) {
            (Some(authority), _) => authority.id().to_owned(),
            (None, Some(generation)) => format!("of {} by the form of its name", generation.name()),
            (None, None) => "unknown".to_owned(),
        }
    }
}

fn by_form(name: &Name<'_>, form: &IssuerPattern) -> Option<Recognised> {
    let has = |attribute: Oid<'_>, wanted: &str| {
        name.find(attribute).any(|found| found.text().is_ok_and(|text| text == wanted))
    };
    let unit = form.unit.is_none_or(|unit| has(oid::ID_AT_ORGANIZATIONAL_UNIT_NAME, unit));
    if !unit || !has(oid::ID_AT_ORGANIZATION_NAME, form.organization) {
        return None;
    }
    readings(form.template).find(|(text, _)| has(form.attribute, text)).map(
        |(_, (gamme, domain, legacy_class))| Recognised {
            listed: None,
            environment: Some(form.environment),
            generation: Some(form.generation),
            gamme,
            domain,
            legacy_class,
        },
    )
}

type Meaning = (Option<Gamme>, Option<Domain>, Option<u8>);

/// Every text that a template stands for, with what it means.
fn readings(template: &'static str) -> impl Iterator<Item = (String, Meaning)> {
    let gammes = choices(template, "{gamme}", Gamme::ALL);
    let domains = choices(template, "{domain}", Domain::ALL);
    let classes = choices(template, "{class}", &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let mut all = Vec::new();
    for gamme in &gammes {
        for domain in &domains {
            for class in &classes {
                let text = template
                    .replace("{gamme}", &gamme.map(Gamme::name).unwrap_or_default().to_uppercase())
                    .replace(
                        "{domain}",
                        &domain.map(Domain::name).unwrap_or_default().to_uppercase(),
                    )
                    .replace(
                        "{class}",
                        &class.map(|digit: u8| digit.to_string()).unwrap_or_default(),
                    );
                all.push((text, (*gamme, *domain, *class)));
            }
        }
    }
    all.into_iter()
}

/// All values where the template has the place, else none at all, once.
fn choices<T: Copy>(template: &str, place: &str, values: &[T]) -> Vec<Option<T>> {
    if template.contains(place) { values.iter().copied().map(Some).collect() } else { vec![None] }
}
