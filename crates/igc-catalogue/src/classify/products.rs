//! Narrowing down the products by comparing with their profiles.

use igc_x509::{Certificate, GeneralName, KeyUsage, Oid, oid};

use crate::data;
use crate::product::{Product, products};
use crate::profile::SanSpec;
use crate::vocabulary::{Environment, SanKind};

use super::issuer::Recognised;
use super::{Criterion, Evidence, Kind};

/// The products whose profile the certificate has.
///
/// Issuer, key usage and extended key usage decide (the last only loosely for products of which no
/// certificate was ever seen, and then as a contradiction). Names, policy, category and the presence of a
/// structure only choose among what is left: where they fit nothing, that is reported, not used.
pub(super) fn kind(
    certificate: &Certificate<'_>,
    issuer: &Recognised,
    environment: Option<Environment>,
    evidence: &mut Vec<Evidence>,
) -> Kind {
    let mut left: Vec<&'static Product> = products()
        .iter()
        .filter(|product| {
            let profile = product.profile();
            Some(profile.gamme()) == issuer.gamme && Some(profile.domain()) == issuer.domain
        })
        .collect();

    left.retain(|product| {
        let profile = product.profile();
        key_usage_is(
            certificate,
            profile.key_usage(),
            profile.key_usage() | profile.optional_key_usage(),
        )
    });
    evidence.push(key_usage_found(certificate, &left, !left.is_empty()));
    let by_usage = left.clone();
    left.retain(|product| purposes_are(certificate, product.profile().extended_key_usage()));
    let agrees = !left.is_empty();
    if !agrees {
        // The purposes of a product never seen are an analogy: it is enough that they meet.
        left = by_usage;
        left.retain(|product| {
            let profile = product.profile();
            !profile.is_sampled() && purposes_meet(certificate, profile.extended_key_usage())
        });
    }
    evidence.push(purposes_found(certificate, &left, agrees));
    if left.is_empty() {
        return Kind::Unknown;
    }

    let forms = SanForms::of(certificate);
    choose(&mut left, evidence, Criterion::SubjectAltName, forms.describe(), |product| {
        forms.fit(product.profile().san())
    });
    // A policy of the other environment was reported already, and chooses nothing.
    if foreign_policies(certificate, issuer).is_none() {
        let policies = policies(certificate);
        let found = describe(policies.as_deref());
        choose(&mut left, evidence, Criterion::Policy, found, |product| {
            let known = environment.and_then(|known| product.profile().policy(known));
            // Where a policy is not known, no certificate can be told from it.
            known.is_none_or(|policy| policies.iter().flatten().any(|found| *found == policy))
        });
    }
    let category = certificate.product_category();
    let found = match category {
        Ok(Some(category)) => format!("{:02x}", category.octet()),
        Ok(None) => "absent".to_owned(),
        Err(_) => "unreadable".to_owned(),
    };
    choose(&mut left, evidence, Criterion::ProductCategory, found, |_| {
        matches!(category, Ok(Some(found))
            if found.octet() & !data::CATEGORY_TEST_BIT == data::CATEGORY_SOFTWARE)
    });
    let has_structure =
        certificate.subject().find(oid::ID_AT_ORGANIZATIONAL_UNIT_NAME).next().is_some();
    let found = if has_structure { "present" } else { "absent" };
    choose(&mut left, evidence, Criterion::Structure, found.to_owned(), |product| {
        let mut attributes = product.profile().subject().rdns.iter().copied().flatten();
        let named = attributes.any(|part| part.attribute == oid::ID_AT_ORGANIZATIONAL_UNIT_NAME);
        named == has_structure
    });
    Kind::Software(left)
}

/// Keeps the products that fit; where none does, keeps all and says so.
fn choose(
    left: &mut Vec<&'static Product>,
    evidence: &mut Vec<Evidence>,
    criterion: Criterion,
    found: String,
    fits: impl Fn(&Product) -> bool,
) {
    let fitting: Vec<_> = left.iter().copied().filter(|product| fits(product)).collect();
    let agrees = !fitting.is_empty();
    if agrees {
        *left = fitting;
    }
    evidence.push(Evidence { criterion, found, left: codes(left), agrees });
}

/// Whether the bits are all of `required` and none beyond `allowed`.
pub(super) fn key_usage_is(
    certificate: &Certificate<'_>,
    required: KeyUsage,
    allowed: KeyUsage,
) -> bool {
    certificate
        .key_usage()
        .ok()
        .flatten()
        .is_some_and(|bits| bits.contains(required) && allowed.contains(bits))
}

/// Whether the purposes are these, in any order.
pub(super) fn purposes_are(certificate: &Certificate<'_>, wanted: &[Oid<'static>]) -> bool {
    certificate.extended_key_usage().ok().flatten().is_some_and(|listed| {
        wanted.iter().all(|purpose| listed.contains(*purpose))
            && listed.iter().all(|purpose| wanted.contains(&purpose))
    })
}

fn purposes_meet(certificate: &Certificate<'_>, wanted: &[Oid<'static>]) -> bool {
    let listed = certificate.extended_key_usage().ok().flatten();
    listed.is_some_and(|listed| wanted.iter().any(|purpose| listed.contains(*purpose)))
}

pub(super) fn key_usage_found(
    certificate: &Certificate<'_>,
    left: &[&'static Product],
    agrees: bool,
) -> Evidence {
    let found = match certificate.key_usage() {
        Ok(Some(bits)) => bits.names().collect::<Vec<_>>().join(", "),
        Ok(None) => "absent".to_owned(),
        Err(_) => "unreadable".to_owned(),
    };
    Evidence { criterion: Criterion::KeyUsage, found, left: codes(left), agrees }
}

pub(super) fn purposes_found(
    certificate: &Certificate<'_>,
    left: &[&'static Product],
    agrees: bool,
) -> Evidence {
    let found = match certificate.extended_key_usage() {
        Ok(Some(listed)) => {
            let name = |purpose: Oid<'_>| {
                purpose.name().map_or_else(|| purpose.to_string(), ToOwned::to_owned)
            };
            listed.iter().map(name).collect::<Vec<_>>().join(", ")
        }
        Ok(None) => "absent".to_owned(),
        Err(_) => "unreadable".to_owned(),
    };
    Evidence { criterion: Criterion::ExtendedKeyUsage, found, left: codes(left), agrees }
}

fn codes(products: &[&'static Product]) -> Vec<&'static str> {
    products.iter().map(|product| product.code()).collect()
}

/// The forms of name in `subjectAltName`; `None`: unreadable.
struct SanForms(Option<Vec<&'static str>>);

impl SanForms {
    fn of(certificate: &Certificate<'_>) -> Self {
        Self(certificate.subject_alt_name().ok().map(|names| {
            let mut forms: Vec<_> = names.iter().flat_map(|names| names.iter().map(form)).collect();
            forms.sort_unstable();
            forms.dedup();
            forms
        }))
    }

    fn fit(&self, spec: &SanSpec) -> bool {
        match (&self.0, spec.kind) {
            (None, _) => false,
            (Some(forms), None) => forms.is_empty(),
            (Some(forms), Some(kind)) => {
                forms.contains(&kind.name()) || (forms.is_empty() && !spec.always)
            }
        }
    }

    fn describe(&self) -> String {
        match &self.0 {
            None => "unreadable".to_owned(),
            Some(forms) if forms.is_empty() => "absent".to_owned(),
            Some(forms) => forms.join(", "),
        }
    }
}

fn form(name: GeneralName<'_>) -> &'static str {
    match name {
        GeneralName::OtherName { type_id: oid::MS_UPN, .. } => SanKind::UserPrincipalName.name(),
        other => other.form(),
    }
}

/// The certificate's policies, where one of them is known to be of the other environment than the issuer's.
pub(super) fn foreign_policies(
    certificate: &Certificate<'_>,
    issuer: &Recognised,
) -> Option<String> {
    let other = match issuer.environment? {
        Environment::Production => Environment::Test,
        Environment::Test | Environment::LocalTest => Environment::Production,
    };
    let policies = policies(certificate)?;
    let mut known = products().iter().filter_map(|product| product.profile().policy(other));
    known.any(|policy| policies.contains(&policy)).then(|| describe(Some(&policies)))
}

fn policies<'a>(certificate: &Certificate<'a>) -> Option<Vec<Oid<'a>>> {
    let policies = certificate.certificate_policies().ok()?;
    Some(policies.iter().flat_map(|all| all.iter().map(|policy| policy.policy)).collect())
}

fn describe(policies: Option<&[Oid<'_>]>) -> String {
    match policies {
        None => "unreadable".to_owned(),
        Some([]) => "absent".to_owned(),
        Some(all) => all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}
