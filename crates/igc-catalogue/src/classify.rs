//! What a certificate claims to be: product, environment, gamme, card, authority, older class.
//!
//! Start at [`classify`]. It goes by issuer, key usage, extended key usage, alternative names, policy
//! and private extensions, and compares them with the profiles of the catalogue; it never looks at
//! the common name. Nothing here is trust: anyone can put any name into a certificate.

mod issuer;
mod products;

use igc_x509::{CardType, Certificate};

use crate::authority::Authority;
use crate::data;
use crate::fact::Label;
use crate::product::Product;
use crate::usage::Equivalence;
use crate::vocabulary::{CardUse, Domain, Environment, Gamme, Generation};

use issuer::Recognised;

/// What a certificate claims to be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Classification {
    /// What kind of certificate.
    pub kind: Kind,
    /// Which IGC; `None`: not recognised, or its marks contradict each other.
    pub environment: Option<Environment>,
    /// Which generation of the infrastructure; `None`: not recognised.
    pub generation: Option<Generation>,
    /// Level of assurance of the issuer, or of the authority itself.
    pub gamme: Option<Gamme>,
    /// Domain of the issuer, or of the authority itself.
    pub domain: Option<Domain>,
    /// The listed authority that the issuer name is that of.
    pub issuer: Option<&'static Authority>,
    /// What was looked at, in order, and which products were left after each look.
    pub evidence: Vec<Evidence>,
}

/// What kind of certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A software certificate: the one product, or those that cannot be told apart.
    Software(Vec<&'static Product>),
    /// A certificate of a card.
    Card {
        /// What for; `None`: no known card profile fits.
        card_use: Option<CardUse>,
        /// Which card; `None`: the certificate does not say.
        card_type: Option<CardType>,
    },
    /// An authority; listed when its subject is the name of one of the catalogue.
    ///
    /// The name proves nothing: compare the SHA-256 with [`Authority::sha256`].
    Authority(Option<&'static Authority>),
    /// A certificate of IGC-CPS2bis.
    Legacy {
        /// Class of its authority.
        class: Option<u8>,
        /// Which kind, and what replaces it; `None`: no known kind fits.
        equivalence: Option<&'static Equivalence>,
    },
    /// None of these.
    Unknown,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// What was looked at.
    pub criterion: Criterion,
    /// What was there, in technical words: `digitalSignature`, `absent`, `unreadable`.
    pub found: String,
    /// Codes of the products left afterwards; empty where products are not the question.
    pub left: Vec<&'static str>,
    /// False: it fits none of the products left, or contradicts what the issuer says. It was then
    /// not used to choose.
    pub agrees: bool,
}

/// What can be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Criterion {
    /// Name of the issuer.
    Issuer,
    /// Name of the subject, of an authority only.
    Authority,
    /// `keyUsage`.
    KeyUsage,
    /// `extKeyUsage`.
    ExtendedKeyUsage,
    /// Forms of name in `subjectAltName`.
    SubjectAltName,
    /// `certificatePolicies`.
    Policy,
    /// Product category, 1.2.250.1.71.1.2.5.
    ProductCategory,
    /// Card type, 1.2.250.1.71.1.2.2.
    CardType,
    /// Whether the subject names a structure (has an `OU`).
    Structure,
}

impl Criterion {
    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Issuer => "issuer",
            Self::Authority => "authority",
            Self::KeyUsage => "keyUsage",
            Self::ExtendedKeyUsage => "extKeyUsage",
            Self::SubjectAltName => "subjectAltName",
            Self::Policy => "policy",
            Self::ProductCategory => "productCategory",
            Self::CardType => "cardType",
            Self::Structure => "structure",
        }
    }
}

impl Classification {
    /// The products it may be; one when it is certain, several when they cannot be told apart.
    #[must_use]
    pub fn products(&self) -> &[&'static Product] {
        match &self.kind {
            Kind::Software(products) => products,
            _ => &[],
        }
    }

    /// The product, when it is certain.
    #[must_use]
    pub fn product(&self) -> Option<&'static Product> {
        match self.products() {
            [product] => Some(product),
            _ => None,
        }
    }

    /// Why several products are possible; `None` when not.
    #[must_use]
    pub fn ambiguity(&self) -> Option<Label> {
        (self.products().len() > 1).then_some(Label {
            fr: "ces produits ont le même émetteur, les mêmes usages de clé, les mêmes noms alternatifs et la même politique : rien dans le certificat ne les sépare",
            en: "these products have the same issuer, key usages, alternative names and policy: nothing in the certificate tells them apart",
        })
    }

    /// The classification in one word or phrase: `ORG_AUTH_CLI`, `ORG_SIGN or SERV_SIGN`, `card`,
    /// `classe4`, `IGC-Santé CA`, `classe4 CA`, `CA`, `unknown`.
    #[must_use]
    pub fn summary(&self) -> String {
        match &self.kind {
            Kind::Software(products) => {
                let codes: Vec<_> = products.iter().map(|product| product.code()).collect();
                codes.join(" or ")
            }
            Kind::Card { .. } => "card".to_owned(),
            Kind::Authority(_) => match self.generation {
                Some(Generation::IgcSante) => "IGC-Santé CA".to_owned(),
                Some(Generation::IgcCps2bis) => "classe4 CA".to_owned(),
                None => "CA".to_owned(),
            },
            Kind::Legacy { class: Some(class), .. } => format!("classe{class}"),
            Kind::Legacy { class: None, .. } => "IGC-CPS2bis".to_owned(),
            Kind::Unknown => "unknown".to_owned(),
        }
    }

    /// Whether some mark of the certificate contradicts the rest.
    #[must_use]
    pub fn has_contradiction(&self) -> bool {
        self.evidence.iter().any(|evidence| !evidence.agrees)
    }
}

/// Says what a certificate claims to be.
#[must_use]
pub fn classify(certificate: &Certificate<'_>) -> Classification {
    let mut evidence = Vec::new();
    if certificate.basic_constraints().ok().flatten().is_some_and(|basic| basic.ca) {
        return authority(certificate, evidence);
    }
    let issuer = Recognised::of(&certificate.issuer());
    evidence.push(Evidence {
        criterion: Criterion::Issuer,
        found: issuer.describe(),
        left: Vec::new(),
        agrees: true,
    });
    let environment = environment(certificate, &issuer, &mut evidence);
    let kind = match (card(certificate, &mut evidence), issuer.generation) {
        // The private extensions are the health sector's own: a card, whoever issued it.
        (Some(card), _) => card,
        (None, Some(Generation::IgcSante)) => {
            products::kind(certificate, &issuer, environment, &mut evidence)
        }
        (None, Some(Generation::IgcCps2bis)) => legacy(certificate, &issuer, &mut evidence),
        (None, None) => Kind::Unknown,
    };
    Classification {
        kind,
        environment,
        generation: issuer.generation,
        gamme: issuer.gamme,
        domain: issuer.domain,
        issuer: issuer.listed,
        evidence,
    }
}

fn authority(certificate: &Certificate<'_>, mut evidence: Vec<Evidence>) -> Classification {
    let own = Recognised::of(&certificate.subject());
    let issuer = Recognised::of(&certificate.issuer());
    // The issuer of a listed authority is known; that of another is of its own hierarchy.
    let agrees = match own.listed {
        Some(listed) => issuer.listed == listed.issuer(),
        None => {
            own.generation.is_none()
                || (own.generation, own.environment) == (issuer.generation, issuer.environment)
        }
    };
    for (criterion, found) in
        [(Criterion::Authority, own.describe()), (Criterion::Issuer, issuer.describe())]
    {
        evidence.push(Evidence { criterion, found, left: Vec::new(), agrees });
    }
    Classification {
        kind: Kind::Authority(own.listed),
        environment: own.environment.filter(|_| agrees),
        generation: own.generation,
        gamme: own.gamme,
        domain: own.domain,
        issuer: issuer.listed,
        evidence,
    }
}

/// The issuer's environment, unless the category's test bit or a policy contradicts it.
fn environment(
    certificate: &Certificate<'_>,
    issuer: &Recognised,
    evidence: &mut Vec<Evidence>,
) -> Option<Environment> {
    let (found, agrees) = match certificate.product_category() {
        Ok(None) => ("absent".to_owned(), true),
        Ok(Some(category)) => {
            let is_test = category.octet() & data::CATEGORY_TEST_BIT != 0;
            let expected = issuer.environment.map(|known| known != Environment::Production);
            (format!("{:02x}", category.octet()), expected.is_none_or(|test| test == is_test))
        }
        Err(_) => ("unreadable".to_owned(), false),
    };
    evidence.push(Evidence {
        criterion: Criterion::ProductCategory,
        found,
        left: Vec::new(),
        agrees,
    });
    let foreign = products::foreign_policies(certificate, issuer);
    if let Some(foreign) = &foreign {
        evidence.push(Evidence {
            criterion: Criterion::Policy,
            found: foreign.clone(),
            left: Vec::new(),
            agrees: false,
        });
    }
    issuer.environment.filter(|_| agrees && foreign.is_none())
}

/// A card says so by its type or by the category of the certificate.
fn card(certificate: &Certificate<'_>, evidence: &mut Vec<Evidence>) -> Option<Kind> {
    let card_type = certificate.card_type();
    let category = certificate.product_category().ok().flatten();
    let by_category = category
        .is_some_and(|category| category.octet() & !data::CATEGORY_TEST_BIT == data::CATEGORY_CARD);
    let present = !matches!(card_type, Ok(None));
    if !present && !by_category {
        return None;
    }
    evidence.push(Evidence {
        criterion: Criterion::CardType,
        found: match card_type {
            Ok(Some(card_type)) => card_type.number().to_string(),
            Ok(None) => "absent".to_owned(),
            Err(_) => "unreadable".to_owned(),
        },
        left: Vec::new(),
        agrees: present && by_category && card_type.is_ok(),
    });
    let fits = |profile: &&crate::fact::CardProfile| {
        products::key_usage_is(certificate, profile.key_usage, profile.key_usage)
            && products::purposes_are(certificate, profile.extended_key_usage)
    };
    evidence.push(products::key_usage_found(certificate, &[], true));
    evidence.push(products::purposes_found(certificate, &[], true));
    let card_use = data::CARD_PROFILES.iter().find(fits).map(|profile| profile.card_use);
    Some(Kind::Card { card_use, card_type: card_type.ok().flatten() })
}

fn legacy(
    certificate: &Certificate<'_>,
    issuer: &Recognised,
    evidence: &mut Vec<Evidence>,
) -> Kind {
    evidence.push(products::key_usage_found(certificate, &[], true));
    evidence.push(products::purposes_found(certificate, &[], true));
    let equivalence = data::EQUIVALENCES.iter().find(|entry| {
        let purposes = certificate.extended_key_usage().ok().flatten();
        issuer.legacy_class == Some(entry.class)
            && entry.key_usage.is_none_or(|bits| products::key_usage_is(certificate, bits, bits))
            && purposes.is_some_and(|listed| {
                entry.any_extended_key_usage.iter().any(|purpose| listed.contains(*purpose))
            })
    });
    Kind::Legacy { class: issuer.legacy_class, equivalence }
}
