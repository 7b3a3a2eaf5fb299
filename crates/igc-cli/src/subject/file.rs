//! The TOML file of `--structure`.
//!
//! ```toml
//! [structure]
//! name = "HOPITAL FICTIF DE TEST"
//! finess = "0B9999992"            # or siret, or siren
//! department = "Paris (75)"
//!
//! [person]                        # PS and PRO products only
//! given-name = "Camille"
//! surname = "FICTIVE"
//! rpps = "99900000011"
//! title = "Médecin"
//! profession = 10
//! specialities = ["SM26"]
//!
//! [certificate]
//! service = "Client_TEST"
//! dns = ["serveur.exemple.test"]
//! mail-domain = "exemple.test"
//! email = "contact@exemple.test"
//! ```
use crate::console::Console;
use crate::failure::Failure;
use crate::files;
use igc_id::{Finess, IdError, Rpps, Siren, Siret, StructureId};
use serde::Deserialize;
use std::path::Path;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) structure: Option<Structure>,
    #[serde(default)]
    pub(super) person: Person,
    #[serde(default)]
    pub(super) certificate: Certificate,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Structure {
    pub(super) name: Option<String>,
    pub(super) finess: Option<String>,
    pub(super) siret: Option<String>,
    pub(super) siren: Option<String>,
    pub(super) department: Option<String>,
}

/// A professional.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Person {
    pub(crate) given_name: Option<String>,
    pub(crate) surname: Option<String>,
    pub(crate) rpps: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) profession: Option<u8>,
    #[serde(default)]
    pub(crate) specialities: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Certificate {
    pub(super) service: Option<String>,
    #[serde(default)]
    pub(super) dns: Vec<String>,
    pub(super) mail_domain: Option<String>,
    pub(super) email: Option<String>,
}

pub(super) fn read(path: &Path) -> Result<File, Failure> {
    let bytes = files::read(path)?;
    let unreadable = |detail: String| {
        Failure::unable("order.structure.unreadable").at(files::show(path)).detail(detail)
    };
    let text = String::from_utf8(bytes).map_err(|_| unreadable("UTF-8".to_owned()))?;
    toml::from_str(&text).map_err(|why| {
        let line = why
            .span()
            .and_then(|span| text.get(..span.start))
            .map(|before| before.matches('\n').count());
        let line = line.map_or_else(String::new, |line| format!("{}: ", line.saturating_add(1)));
        unreadable(format!("{line}{}", why.message()))
    })
}

impl Structure {
    pub(super) fn without_numbers(self) -> Self {
        Self { name: self.name, department: self.department, ..Self::default() }
    }

    /// Asks for what is missing, or says that it is.
    pub(super) fn complete(mut self, console: &Console, given: bool) -> Result<Self, Failure> {
        let usual = super::fictional::structure();
        if !console.can_ask() {
            return match self.missing() {
                Some(option) => Err(Failure::unable("order.structure.incomplete").at(option)),
                None => Ok(self),
            };
        }
        if !given {
            console.remark(&console.voice.word("ask-structure"));
        }
        if self.name.is_none() {
            self.name = ask(console, "ask-structure-name", usual.name)?;
        }
        if self.number().is_none() {
            self.finess = ask(console, "ask-structure-finess", usual.finess)?;
        }
        if self.department.is_none() {
            self.department = ask(console, "ask-structure-department", usual.department)?;
        }
        Ok(self)
    }

    /// The national id: the register's prefix and the number.
    pub(super) fn id(&self) -> Result<String, Failure> {
        let id = match (&self.finess, &self.siret, &self.siren) {
            (Some(text), _, _) => Finess::normalise(text).map(StructureId::from),
            (_, Some(text), _) => Siret::normalise(text).map(StructureId::from),
            (_, _, Some(text)) => Siren::normalise(text).map(StructureId::from),
            _ => return Err(Failure::unable("order.structure.incomplete").at("--finess")),
        };
        id.map(|id| id.to_string()).map_err(wrong)
    }

    const fn number(&self) -> Option<&String> {
        match (&self.finess, &self.siret) {
            (Some(number), _) | (None, Some(number)) => Some(number),
            (None, None) => self.siren.as_ref(),
        }
    }

    const fn missing(&self) -> Option<&'static str> {
        if self.name.is_none() {
            Some("--name")
        } else if self.number().is_none() {
            Some("--finess")
        } else if self.department.is_none() {
            Some("--department")
        } else {
            None
        }
    }
}

impl Person {
    /// The national id: `8` and the RPPS number.
    pub(super) fn id(&self) -> Result<String, Failure> {
        let number = self.rpps.as_deref().unwrap_or_default();
        Rpps::normalise(number).map(|rpps| format!("8{rpps}")).map_err(wrong)
    }
}

/// A wrong identifier. The text is not repeated: it may name a person.
fn wrong(error: IdError) -> Failure {
    let option = format!("--{}", error.identifier.name().to_lowercase());
    Failure::unable(error.code()).at(option).sentence(error.to_string())
}

fn ask(console: &Console, id: &str, usual: Option<String>) -> Result<Option<String>, Failure> {
    let shown = usual.as_deref().unwrap_or_default().to_owned();
    let question = console.voice.say(id, &[("usual", shown.into())]);
    Ok(console.ask(&question)?.filter(|answer| !answer.is_empty()).or(usual))
}
