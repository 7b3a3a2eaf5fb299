//! Keys, requests and certificates: keys side by side, for they take the time.
use super::plan::{Plan, Wanted};
use crate::failure::Failure;
use crate::progress::Progress;
use igc_catalogue::{Domain, Gamme};
use igc_crypto::{AwsLc, KeyGenerator as _, KeyKind, PrivateKey};
use igc_issue::{IssueRequest, IssuedCertificate, ProfileForm, TestIgc};
use igc_x509::{CertificationRequest, Time};
use std::path::Path;

/// How to make.
pub(crate) struct Making<'a> {
    pub(crate) igc: &'a TestIgc<'a>,
    pub(crate) kind: KeyKind,
    pub(crate) at: Time,
    pub(crate) form: ProfileForm,
    pub(crate) progress: &'a Progress,
}

/// What was made of one wish.
pub(crate) struct Made {
    /// The key, when it was made here.
    pub(crate) key: Option<PrivateKey>,
    /// The request, DER.
    pub(crate) request: Vec<u8>,
    pub(crate) issued: IssuedCertificate,
}

/// Makes everything, in the order of the plan.
pub(crate) fn make(plan: &Plan, making: &Making<'_>) -> Result<Vec<Made>, Failure> {
    let keys = keys(plan, making)?;
    plan.wanted.iter().zip(keys).map(|(wanted, key)| one(wanted, key, making)).collect()
}

/// Keys of those without a request, and authorities that do not exist yet, all at the same time.
fn keys(plan: &Plan, making: &Making<'_>) -> Result<Vec<Option<PrivateKey>>, Failure> {
    std::thread::scope(|scope| {
        let authorities = scope.spawn(|| {
            for (gamme, domain) in branches(plan) {
                let missing = !making.igc.missing(gamme, domain).is_empty();
                making.igc.chain(gamme, domain, making.at).map_err(Failure::from_issue)?;
                if missing {
                    making.progress.step();
                }
            }
            Ok::<_, Failure>(())
        });
        let threads: Vec<_> = plan
            .wanted
            .iter()
            .map(|wanted| {
                let needed = wanted.request.is_none();
                scope.spawn(move || {
                    needed
                        .then(|| {
                            let key = AwsLc.generate(making.kind);
                            making.progress.step();
                            key
                        })
                        .transpose()
                })
            })
            .collect();
        let keys = threads.into_iter().map(|thread| {
            let key = thread.join().map_err(|_| Failure::unable("crypto.generate.backend"))?;
            key.map_err(|error| Failure::unable(error.code()))
        });
        let keys = keys.collect::<Result<Vec<_>, _>>();
        authorities.join().map_err(|_| Failure::unable("issue.generate"))??;
        keys
    })
}

/// The branches of the IGC that the plan needs, each once.
fn branches(plan: &Plan) -> Vec<(Gamme, Domain)> {
    let mut branches: Vec<_> = plan
        .wanted
        .iter()
        .map(|wanted| (wanted.product.profile().gamme(), wanted.product.profile().domain()))
        .collect();
    branches.sort_unstable();
    branches.dedup();
    branches
}

/// How many steps `make` will report, and the packing after it.
pub(crate) fn steps(plan: &Plan, igc: &TestIgc<'_>) -> usize {
    let authorities = branches(plan)
        .iter()
        .filter(|(gamme, domain)| !igc.missing(*gamme, *domain).is_empty())
        .count();
    let keys = plan.wanted.iter().filter(|wanted| wanted.request.is_none()).count();
    authorities.saturating_add(keys.saturating_mul(2))
}

fn one(wanted: &Wanted, key: Option<PrivateKey>, making: &Making<'_>) -> Result<Made, Failure> {
    let request = match (&wanted.request, &key) {
        (Some((_, der)), _) => der.clone(),
        (None, Some(key)) => crate::request::build(wanted.product, &wanted.fields, key)?,
        (None, None) => return Err(Failure::unable("crypto.generate.backend")),
    };
    let place = Path::new(wanted.product.code());
    let parsed =
        CertificationRequest::parse(&request).map_err(|error| Failure::from_x509(error, place))?;
    let issued = making
        .igc
        .issue(&IssueRequest {
            product: wanted.product,
            fields: &wanted.fields,
            public_key: parsed.public_key(),
            at: making.at,
            form: making.form,
        })
        .map_err(|error| Failure::from_issue(error).or_at(wanted.product.code()))?;
    Ok(Made { key, request, issued })
}
