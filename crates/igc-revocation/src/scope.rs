//! Which certificates a CRL is for (RFC 5280 §6.3.3 (b), (d)).

use igc_x509::{
    Certificate, CertificateList, DistributionPoint, DistributionPointName, GeneralName,
    GeneralNames, IssuingDistributionPoint, Name, ReasonFlags, encode,
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
        let fits = crl.issuer().matches(&issuer)
            && Place::of_crl(crl)?
                .is_none_or(|place| place.names().any(|name| is_directory(&name, &issuer)));
        return if fits { Ok(own) } else { Err(UnknownReason::OutOfScope) };
    };
    let mut found = Err(UnknownReason::OutOfScope);
    let mut mask = ReasonFlags::NONE;
    for point in points.iter() {
        match point_fits(certificate, &point, crl) {
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
    let other = if is_ca { idp.only_contains_user_certs } else { idp.only_contains_ca_certs };
    if other || idp.only_contains_attribute_certs {
        return Err(UnknownReason::OutOfScope);
    }
    Ok(())
}

/// §6.3.3 (b)(1) and (b)(2)(i) for one of the certificate's distribution points.
fn point_fits(
    certificate: &Certificate<'_>,
    point: &DistributionPoint<'_>,
    crl: &CertificateList<'_>,
) -> Result<(), UnknownReason> {
    let crl_issuer = crl.issuer();
    match &point.crl_issuer {
        Some(issuers) => {
            let indirect = crl.issuing_distribution_point()?.is_some_and(|idp| idp.indirect_crl);
            if !indirect || !issuers.iter().any(|name| is_directory(&name, &crl_issuer)) {
                return Err(UnknownReason::OtherIssuer);
            }
        }
        None if !crl_issuer.matches(&certificate.issuer()) => {
            return Err(UnknownReason::OutOfScope);
        }
        None => {}
    }
    let Some(place) = Place::of_crl(crl)? else { return Ok(()) };
    let fits = match (&point.name, &point.crl_issuer) {
        (Some(name), _) => {
            let own = Place::new(name, &crl_issuer);
            own.names().any(|own| place.names().any(|name| same_name(&own, &name)))
        }
        (None, Some(issuers)) => {
            place.names().any(|name| issuers.iter().any(|issuer| same_name(&issuer, &name)))
        }
        (None, None) => false,
    };
    if fits { Ok(()) } else { Err(UnknownReason::OutOfScope) }
}

/// The names of a distribution point, a relative one made whole.
enum Place<'a> {
    Full(GeneralNames<'a>),
    /// The DER of a directory name.
    Whole(Vec<u8>),
}

impl<'a> Place<'a> {
    fn new(name: &DistributionPointName<'a>, crl_issuer: &Name<'_>) -> Self {
        match name {
            DistributionPointName::FullName(names) => Self::Full(*names),
            DistributionPointName::RelativeToIssuer(last) => {
                let rdns = crl_issuer.rdns().chain(core::iter::once(*last));
                let sets: Vec<_> = rdns.map(|rdn| encode::tlv(SET, rdn.contents())).collect();
                Self::Whole(encode::sequence(&sets))
            }
        }
    }

    fn of_crl(crl: &CertificateList<'a>) -> Result<Option<Self>, UnknownReason> {
        let idp = crl.issuing_distribution_point()?;
        let name = idp.and_then(|idp| idp.distribution_point);
        Ok(name.map(|name| Self::new(&name, &crl.issuer())))
    }

    fn names(&self) -> impl Iterator<Item = GeneralName<'_>> {
        let (full, whole) = match self {
            Self::Full(names) => (Some(*names), None),
            Self::Whole(der) => (None, Name::parse(der).ok()),
        };
        full.into_iter().flat_map(|names| names.iter()).chain(whole.map(GeneralName::DirectoryName))
    }
}

/// Identifier octet of SET OF.
const SET: u8 = 0x31;

fn same_name(a: &GeneralName<'_>, b: &GeneralName<'_>) -> bool {
    match (a, b) {
        (GeneralName::DirectoryName(a), GeneralName::DirectoryName(b)) => a.matches(b),
        _ => a == b,
    }
}

fn is_directory(name: &GeneralName<'_>, other: &Name<'_>) -> bool {
    matches!(name, GeneralName::DirectoryName(name) if name.matches(other))
}
