//! Which certificates a CRL is for (RFC 5280 §6.3.3 (b), (d)).

use igc_x509::{
    Certificate, CertificateList, DistributionPoint, DistributionPointName, GeneralName,
    IssuingDistributionPoint, Name, ReasonFlags,
};

use crate::UnknownReason;

/// The reasons for which this CRL speaks of the certificate; an error when it does not.
pub(crate) fn reasons(
    certificate: &Certificate<'_>,
    crl: &CertificateList<'_>,
) -> Result<ReasonFlags, UnknownReason> {
    let idp = crl.issuing_distribution_point()?;
    if let Some(idp) = &idp {
        kind_of_certificate(certificate, idp)?;
    }
    // §6.3.3 (d)
    let own = idp.and_then(|idp| idp.only_some_reasons).unwrap_or(ReasonFlags::ALL);
    let Some(points) = certificate.crl_distribution_points()? else {
        // §6.3.3, last paragraph: a point that is named as the certificate's issuer.
        let issuer = certificate.issuer();
        let fits = idp
            .and_then(|idp| idp.distribution_point)
            .is_none_or(|name| names_of(&name).any(|name| is_directory(&name, &issuer)));
        return if fits { Ok(own) } else { Err(UnknownReason::OutOfScope) };
    };
    let mut found = Err(UnknownReason::OutOfScope);
    let mut mask = ReasonFlags::NONE;
    for point in points.iter() {
        match point_fits(certificate, &point, idp.as_ref()) {
            Ok(()) => {
                let reasons = point.reasons.unwrap_or(ReasonFlags::ALL);
                mask = mask.union(own.intersection(reasons));
                found = Ok(());
            }
            Err(why) if found.is_err() => found = Err(why),
            Err(_) => {}
        }
    }
    found.map(|()| mask)
}

/// §6.3.3 (b)(2)(ii) to (iv).
fn kind_of_certificate(
    certificate: &Certificate<'_>,
    idp: &IssuingDistributionPoint<'_>,
) -> Result<(), UnknownReason> {
    let is_ca = certificate.basic_constraints()?.is_some_and(|constraints| constraints.ca);
    let fits = !(idp.only_contains_user_certs && is_ca)
        && !(idp.only_contains_ca_certs && !is_ca)
        && !idp.only_contains_attribute_certs;
    if fits { Ok(()) } else { Err(UnknownReason::OutOfScope) }
}

/// §6.3.3 (b)(1) and (b)(2)(i) for one of the certificate's distribution points.
fn point_fits(
    certificate: &Certificate<'_>,
    point: &DistributionPoint<'_>,
    idp: Option<&IssuingDistributionPoint<'_>>,
) -> Result<(), UnknownReason> {
    if let Some(issuers) = &point.crl_issuer {
        let own = certificate.issuer();
        let same = issuers.iter().any(|name| is_directory(&name, &own));
        if !same || !idp.is_some_and(|idp| idp.indirect_crl) {
            return Err(UnknownReason::OtherIssuer);
        }
    }
    let Some(crl_name) = idp.and_then(|idp| idp.distribution_point) else { return Ok(()) };
    let fits = match (&point.name, &point.crl_issuer) {
        (Some(name), _) => same_place(name, &crl_name),
        (None, Some(issuers)) => {
            names_of(&crl_name).any(|name| issuers.iter().any(|issuer| same_name(&issuer, &name)))
        }
        (None, None) => false,
    };
    if fits { Ok(()) } else { Err(UnknownReason::OutOfScope) }
}

fn same_place(a: &DistributionPointName<'_>, b: &DistributionPointName<'_>) -> bool {
    match (a, b) {
        (
            DistributionPointName::RelativeToIssuer(a),
            DistributionPointName::RelativeToIssuer(b),
        ) => a.matches(b),
        // One name of one list among the names of the other.
        _ => names_of(a).any(|a| names_of(b).any(|b| same_name(&a, &b))),
    }
}

fn names_of<'a>(
    name: &DistributionPointName<'a>,
) -> impl Iterator<Item = GeneralName<'a>> + use<'a> {
    let full = match name {
        DistributionPointName::FullName(names) => Some(*names),
        _ => None,
    };
    full.into_iter().flat_map(|names| names.iter())
}

fn same_name(a: &GeneralName<'_>, b: &GeneralName<'_>) -> bool {
    match (a, b) {
        (GeneralName::DirectoryName(a), GeneralName::DirectoryName(b)) => a.matches(b),
        _ => a == b,
    }
}

fn is_directory(name: &GeneralName<'_>, other: &Name<'_>) -> bool {
    matches!(name, GeneralName::DirectoryName(name) if name.matches(other))
}
