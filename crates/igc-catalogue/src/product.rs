//! The products, as one orders them.

use crate::data;
use crate::error::NotFound;
use crate::fact::{Label, Provenance};
use crate::find;
use crate::profile::Profile;
use crate::vocabulary::{DomainNeed, Family, Field, Form, Purpose, Requester};

/// One of the certificates that IGC-Santé offers. Compared by its code.
#[derive(Debug)]
pub struct Product {
    pub(crate) code: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) words: &'static [&'static str],
    pub(crate) family: Family,
    pub(crate) purpose: Purpose,
    pub(crate) file_part: &'static str,
    pub(crate) label: Label,
    pub(crate) description: Label,
    pub(crate) ordering: Ordering,
    pub(crate) required_fields: &'static [Field],
    pub(crate) optional_fields: &'static [Field],
    pub(crate) profile: Profile,
    pub(crate) provenance: &'static [Provenance],
}

/// How a product is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ordering {
    /// Who makes the technical request.
    pub requester: Requester,
    /// Cards with which the request is made: named ones, valid.
    pub cards: &'static [&'static str],
    /// The form that opens the right to order in production; `None`: no form.
    pub form: Option<Form>,
    /// The same for test.
    pub test_form: Option<Form>,
    /// The box to tick on the form, verbatim; `None` without a form.
    pub form_offer: Option<&'static str>,
    /// The domain that the form must name.
    pub domain: DomainNeed,
}

/// All products, in the order of their codes' file names.
#[must_use]
pub fn products() -> &'static [Product] {
    data::PRODUCTS
}

impl Product {
    /// Finds a product by its code or an alias, in any spelling: case and separators do not count.
    ///
    /// ```
    /// use igc_catalogue::Product;
    /// assert_eq!(Product::find("org-auth-cli")?.code(), "ORG_AUTH_CLI");
    /// assert_eq!(Product::find("ORG AUTH_CLI")?.code(), "ORG_AUTH_CLI");
    /// # Ok::<(), igc_catalogue::NotFound>(())
    /// ```
    ///
    /// # Errors
    /// [`NotFound`] with the nearest codes.
    pub fn find(text: &str) -> Result<&'static Self, NotFound> {
        find::find(
            text,
            products().iter().map(|product| find::Entry {
                item: product,
                code: product.code,
                aliases: product.aliases,
                words: product.words,
            }),
        )
    }

    /// The commercial code, `ORG_AUTH_CLI`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// Other names in use.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// Who is certified.
    #[must_use]
    pub const fn family(&self) -> Family {
        self.family
    }

    /// The one use.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Offer and use in the name of a delivered file: `ORG-AUTH_CLI` in
    /// `asip-p12-EL-TEST-ORG-AUTH_CLI-20261122-101500.p12`.
    #[must_use]
    pub const fn file_part(&self) -> &'static str {
        self.file_part
    }

    /// A short name for people.
    #[must_use]
    pub const fn label(&self) -> Label {
        self.label
    }

    /// What it is for, in one sentence; the French one is the official wording.
    #[must_use]
    pub const fn description(&self) -> Label {
        self.description
    }

    /// How it is ordered.
    #[must_use]
    pub const fn ordering(&self) -> &Ordering {
        &self.ordering
    }

    /// Fields that must be filled in.
    #[must_use]
    pub const fn required_fields(&self) -> &'static [Field] {
        self.required_fields
    }

    /// Fields that may be filled in.
    #[must_use]
    pub const fn optional_fields(&self) -> &'static [Field] {
        self.optional_fields
    }

    /// The technical profile of its certificates.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Status and source of every fact above and in the profile.
    #[must_use]
    pub const fn provenance(&self) -> &'static [Provenance] {
        self.provenance
    }
}

impl PartialEq for Product {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Product {}
