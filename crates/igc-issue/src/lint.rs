//! Reads back what is about to be signed and holds it against what was meant.
//!
//! The reader is `igc-x509`, which shares no code with the writing but the alphabet of DER. A finding is a fault of this
//! crate or of the catalogue, never of whoever orders: nothing is signed then.

use igc_x509::{Certificate, Error, Extensions, GeneralName, Validity, Version};

use crate::blueprint::{Blueprint, rsa_algorithm, signed};
use crate::content::Content;
use crate::error::LintFinding;

/// What in `tbs` is not as `blueprint` says, or not as RFC 5280 asks of an issuer; empty when it may be signed.
pub(crate) fn lint(
    tbs: &[u8],
    blueprint: &Blueprint<'_>,
    issuer_validity: Option<Validity>,
) -> Vec<LintFinding> {
    let algorithm = rsa_algorithm(blueprint.signature_algorithm);
    // A certificate without its signature yet: the frame is what a reader needs, its value is not looked at.
    let frame = signed(tbs, &algorithm, &[]);
    let certificate = match Certificate::parse(&frame) {
        Ok(certificate) => certificate,
        Err(error) => return vec![unreadable(error)],
    };
    let mut findings = Vec::new();
    let mut expect = |field: &'static str, holds: bool| {
        if !holds {
            findings.push(LintFinding { field, code: None });
        }
    };
    expect("tbsCertificate", certificate.tbs() == tbs);
    expect("version", certificate.version() == Version::V3);
    let serial = certificate.serial();
    // §4.1.2.2: positive, at most 20 octets.
    expect("serialNumber", serial.is_conforming() && serial.as_bytes() == blueprint.serial);
    expect("signature", certificate.signature_algorithm().der() == algorithm);
    expect("issuer", certificate.issuer().der() == blueprint.issuer.der());
    // §4.1.2.4: an issuer has a name.
    expect("issuer", !certificate.issuer().is_empty());
    let validity = certificate.validity();
    expect("validity", validity == blueprint.validity && validity.not_before <= validity.not_after);
    expect(
        "validity",
        issuer_validity.is_none_or(|issuer| {
            issuer.not_before <= validity.not_before && validity.not_after <= issuer.not_after
        }),
    );
    expect("subject", certificate.subject().der() == blueprint.subject.der());
    expect("subject", !certificate.subject().is_empty());
    expect("subject", certificate.subject().attributes().all(|value| value.is_conforming()));
    expect("subjectPublicKeyInfo", certificate.public_key().der() == blueprint.public_key);
    expect("extensions", same_list(certificate.extensions(), blueprint));
    for planned in &blueprint.extensions {
        let holds = planned.content.is_said_by(certificate.extensions()).unwrap_or(false);
        expect(planned.content.oid().name().unwrap_or("extensions"), holds);
    }
    if let Err(error) = certificate.check() {
        findings.push(unreadable(error));
    }
    findings
}

/// The same extensions, as critical as meant, in the order meant, and none besides.
fn same_list(extensions: &Extensions<'_>, blueprint: &Blueprint<'_>) -> bool {
    let read = extensions.iter().map(|extension| (extension.oid, extension.critical));
    read.eq(blueprint.extensions.iter().map(|planned| (planned.content.oid(), planned.critical)))
}

fn unreadable(error: Error) -> LintFinding {
    LintFinding { field: "tbsCertificate", code: Some(error.code()) }
}

impl Content<'_> {
    /// Whether the extension, as read, says exactly this.
    fn is_said_by(&self, extensions: &Extensions<'_>) -> Result<bool, Error> {
        Ok(match self {
            Self::EndEntity => extensions
                .basic_constraints()?
                .is_some_and(|read| !read.ca && read.path_len.is_none()),
            Self::Authority { path_len } => extensions
                .basic_constraints()?
                .is_some_and(|read| read.ca && read.path_len == *path_len),
            Self::SubjectKeyIdentifier(identifier) => {
                extensions.subject_key_identifier()? == Some(identifier.as_slice())
            }
            Self::AuthorityKeyIdentifier(identifier) => {
                extensions.authority_key_identifier()?.is_some_and(|read| {
                    read.key_identifier == Some(*identifier) && read.issuer_and_serial.is_none()
                })
            }
            Self::KeyUsage(usage) => extensions.key_usage()? == Some(*usage),
            Self::ExtendedKeyUsage(purposes) => extensions
                .extended_key_usage()?
                .is_some_and(|read| read.iter().eq(purposes.iter().copied())),
            Self::CertificatePolicies { policy, cps } => {
                extensions.certificate_policies()?.is_some_and(|read| {
                    let mut policies = read.iter();
                    let first = policies.next();
                    policies.next().is_none()
                        && first.is_some_and(|only| {
                            only.policy == *policy && only.cps_uris().eq([*cps])
                        })
                })
            }
            Self::PrivateKeyUsagePeriod { not_before, not_after } => {
                extensions.private_key_usage_period()?.is_some_and(|read| {
                    read.not_before == Some(*not_before) && read.not_after == Some(*not_after)
                })
            }
            Self::SubjectAltName(names) => extensions.subject_alt_name()?.is_some_and(|read| {
                read.iter().count() == names.len()
                    && read.iter().zip(names).all(|(read, name)| name.is(&read))
            }),
            Self::CrlDistributionPoints(urls) => extensions
                .crl_distribution_points()?
                .is_some_and(|read| read.uris().eq(urls.iter().copied())),
            Self::FreshestCrl(url) => {
                extensions.freshest_crl()?.is_some_and(|read| read.uris().eq([*url]))
            }
            Self::AuthorityInfoAccess { ocsp, ca_issuers } => {
                extensions.authority_info_access()?.is_some_and(|read| {
                    let locations = read.iter().map(|entry| entry.location);
                    locations.eq([GeneralName::Uri(ocsp), GeneralName::Uri(ca_issuers)])
                        && read.ocsp().eq([*ocsp])
                        && read.ca_issuers().eq([*ca_issuers])
                })
            }
            Self::ProductCategory(octet) => {
                extensions.product_category()?.is_some_and(|read| read.octet() == *octet)
            }
            Self::Profession(code) => extensions.profession()? == Some(*code),
            Self::Specialities(labels) => extensions
                .specialities()?
                .is_some_and(|read| read.iter().eq(labels.iter().copied())),
        })
    }
}

#[cfg(test)]
mod tests;
