//! Projects and services, and the products they ask for.

use igc_x509::{KeyUsage, Oid};

use crate::data;
use crate::error::NotFound;
use crate::fact::{Label, Provenance};
use crate::find;
use crate::product::Product;
use crate::vocabulary::Family;

/// A project or service that certificates are ordered for. Compared by its code.
#[derive(Debug)]
pub struct Usage {
    pub(crate) code: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) label: Label,
    pub(crate) default: usize,
    pub(crate) default_reason: Option<Label>,
    pub(crate) statements: &'static [Statement],
    pub(crate) rules: &'static [UsageRule],
}

/// What one source says that a usage needs.
#[derive(Debug)]
pub struct Statement {
    /// Short name, stable within the usage.
    pub id: &'static str,
    /// All of these.
    pub needs: &'static [Need],
    /// Who says so.
    pub provenance: Provenance,
}

/// One certificate that a usage needs.
#[derive(Debug)]
pub struct Need {
    /// The product; where several are listed, one of them is enough and the first is the usual choice.
    pub any_of: &'static [&'static Product],
    /// The service name to ask for, where the source gives one.
    pub service: Option<&'static str>,
    /// What the certificate does there.
    pub role: Option<Label>,
    /// What to write in section 4.2 of form F413, verbatim.
    pub form_text: Option<&'static str>,
    /// What to write in section 4.1 of form F414 (test), verbatim.
    pub test_form_text: Option<&'static str>,
}

/// A condition that the service puts on certificates.
#[derive(Debug)]
pub struct UsageRule {
    /// Stable code.
    pub id: &'static str,
    /// The service name must be one of these, exactly; empty: no condition.
    pub services: &'static [&'static str],
    /// Families that the service refuses.
    pub refused_families: &'static [Family],
    /// What the service answers when the rule is broken.
    pub answer: Option<&'static str>,
    /// The rule in words.
    pub text: Label,
    /// Who says so.
    pub provenance: Provenance,
}

/// A kind of IGC-CPS2bis certificate and what replaces it. Compared by its id.
#[derive(Debug)]
pub struct Equivalence {
    /// Short name, stable.
    pub id: &'static str,
    /// Name for people.
    pub label: Label,
    /// The class of its authority.
    pub class: u8,
    /// Key usage seen; `None`: not known.
    pub key_usage: Option<KeyUsage>,
    /// One of these purposes is present.
    pub any_extended_key_usage: &'static [Oid<'static>],
    /// Products that take over its uses.
    pub replaced_by: &'static [&'static Product],
    /// Who says so.
    pub provenance: Provenance,
}

/// All usages.
#[must_use]
pub fn usages() -> &'static [Usage] {
    data::USAGES
}

/// What replaces the software certificates of IGC-CPS2bis.
#[must_use]
pub fn equivalences() -> &'static [Equivalence] {
    data::EQUIVALENCES
}

impl Usage {
    /// Finds a usage by its code or an alias; case, accents and separators do not count.
    ///
    /// # Errors
    /// [`NotFound`] with the nearest codes.
    pub fn find(text: &str) -> Result<&'static Self, NotFound> {
        find::find(
            text,
            usages().iter().map(|usage| find::Entry {
                item: usage,
                code: usage.code,
                aliases: usage.aliases,
                words: &[],
            }),
        )
    }

    /// The code, `roc`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Other names in use.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// Name for people.
    #[must_use]
    pub const fn label(&self) -> Label {
        self.label
    }

    /// What each source says.
    #[must_use]
    pub const fn statements(&self) -> &'static [Statement] {
        self.statements
    }

    /// What orders follow.
    #[must_use]
    pub fn needs(&self) -> &'static [Need] {
        self.default_statement().map_or(&[], |statement| statement.needs)
    }

    /// The statement that orders follow. The build makes sure that there is one.
    #[must_use]
    pub fn default_statement(&self) -> Option<&'static Statement> {
        self.statements.get(self.default)
    }

    /// Why that one, where the sources differ.
    #[must_use]
    pub const fn default_reason(&self) -> Option<Label> {
        self.default_reason
    }

    /// Conditions that the service puts on certificates.
    #[must_use]
    pub const fn rules(&self) -> &'static [UsageRule] {
        self.rules
    }

    /// The rules that an order of `product` for `service` would break.
    pub fn broken_rules(
        &self,
        product: &Product,
        service: Option<&str>,
    ) -> impl Iterator<Item = &'static UsageRule> {
        self.rules.iter().filter(move |rule| {
            let refused = rule.refused_families.contains(&product.family());
            let misnamed = !rule.services.is_empty()
                && !service.is_some_and(|service| rule.services.contains(&service));
            refused || misnamed
        })
    }
}

impl PartialEq for Usage {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Usage {}

impl PartialEq for Equivalence {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Equivalence {}
