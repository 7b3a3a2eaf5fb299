//! End-entity certificates: a product's profile, filled in.

use igc_catalogue::{AlternativeName, Authority, ExtensionKind, Field, Fields, Product};
use igc_crypto::Digest;
use igc_x509::{SubjectPublicKeyInfo, Time, Validity};

use crate::blueprint::Blueprint;
use crate::content::{Content, PlannedExtension};
use crate::error::{FieldFault, FieldFaultKind, IssueError};
use crate::key_identifier;
use crate::request::ProfileForm;

/// What an end-entity certificate follows from.
#[derive(Clone, Copy)]
pub(crate) struct Leaf<'a> {
    pub(crate) product: &'a Product,
    pub(crate) fields: &'a Fields,
    pub(crate) public_key: SubjectPublicKeyInfo<'a>,
    pub(crate) not_before: Time,
    pub(crate) form: ProfileForm,
    /// Whose name and addresses it carries.
    pub(crate) issuer: &'a Authority,
    /// The issuer's subjectKeyIdentifier.
    pub(crate) issuer_key_identifier: &'a [u8],
}

impl<'a> Leaf<'a> {
    /// Fills in the profile.
    pub(crate) fn blueprint(
        &self,
        serial: Vec<u8>,
        digest: &dyn Digest,
    ) -> Result<Blueprint<'a>, IssueError> {
        let profile = self.product.profile();
        let subject = self.product.subject(self.fields);
        let names = profile.san().names(self.fields);
        let (subject, names) = match (subject, names) {
            (Ok(subject), Ok(names)) => (subject, names),
            // Both lists: whoever ordered should hear of every fault at once.
            (subject, names) => return Err(IssueError::fields(subject.err(), names.err())),
        };
        let specs = match self.form {
            ProfileForm::Current => profile.extensions(),
            ProfileForm::Legacy => profile.legacy_extensions(),
        };
        let mut extensions = Vec::with_capacity(specs.len());
        for spec in specs {
            if let Some(content) = self.content(spec.kind, &names, digest)? {
                extensions.push(PlannedExtension { critical: spec.critical, content });
            }
        }
        Ok(Blueprint {
            serial,
            signature_algorithm: profile.signature_algorithm(),
            issuer: self.issuer.name().map_err(|_| IssueError::Catalogue)?,
            validity: self.validity()?,
            subject,
            public_key: self.public_key.der(),
            extensions,
        })
    }

    fn validity(&self) -> Result<Validity, IssueError> {
        let rule = self.product.profile().validity_at(self.not_before);
        let not_after = rule.and_then(|rule| rule.not_after(self.not_before));
        let not_after = not_after.ok_or(IssueError::Validity)?;
        Ok(Validity { not_before: self.not_before, not_after })
    }

    /// What an extension of the profile says in this certificate; `None` when there is nothing to say.
    fn content(
        &self,
        kind: ExtensionKind,
        names: &[AlternativeName],
        digest: &dyn Digest,
    ) -> Result<Option<Content<'a>>, IssueError> {
        let (profile, issuer) = (self.product.profile(), self.issuer);
        let known = |url: Option<&'static str>| url.ok_or(IssueError::Catalogue);
        Ok(Some(match kind {
            ExtensionKind::BasicConstraints => Content::EndEntity,
            ExtensionKind::SubjectKeyIdentifier => {
                let way = match self.form {
                    ProfileForm::Current => profile.key_identifier(),
                    ProfileForm::Legacy => profile.legacy_key_identifier(),
                };
                Content::SubjectKeyIdentifier(key_identifier::of(way, digest, &self.public_key))
            }
            ExtensionKind::AuthorityKeyIdentifier => {
                Content::AuthorityKeyIdentifier(self.issuer_key_identifier)
            }
            ExtensionKind::KeyUsage => Content::KeyUsage(profile.key_usage()),
            ExtensionKind::ExtKeyUsage => Content::ExtendedKeyUsage(profile.extended_key_usage()),
            ExtensionKind::CertificatePolicies => Content::CertificatePolicies {
                policy: profile.policy(issuer.environment()).ok_or(IssueError::Policy)?,
                cps: known(issuer.cps_url())?,
            },
            ExtensionKind::PrivateKeyUsagePeriod => {
                let rule = profile.validity_at(self.not_before);
                let end = rule.and_then(|rule| rule.private_key_not_after(self.not_before));
                Content::PrivateKeyUsagePeriod {
                    not_before: self.not_before,
                    not_after: end.ok_or(IssueError::Validity)?,
                }
            }
            ExtensionKind::SubjectAltName if names.is_empty() => return Ok(None),
            ExtensionKind::SubjectAltName => Content::SubjectAltName(names.to_vec()),
            ExtensionKind::CrlDistributionPoints => {
                Content::CrlDistributionPoints(issuer.crl_urls())
            }
            ExtensionKind::FreshestCrl => Content::FreshestCrl(known(issuer.delta_crl_url())?),
            ExtensionKind::AuthorityInfoAccess => Content::AuthorityInfoAccess {
                ocsp: known(issuer.ocsp_url())?,
                ca_issuers: known(issuer.certificate_url())?,
            },
            ExtensionKind::ProductCategory => {
                Content::ProductCategory(issuer.environment().software_category())
            }
            ExtensionKind::Profession => match self.fields.first(Field::ProfessionCode) {
                None => return Ok(None),
                Some(code) => Content::Profession(profession(code)?),
            },
            ExtensionKind::Specialities => {
                let labels: Vec<_> = self.fields.all(Field::Specialities).collect();
                if labels.is_empty() {
                    return Ok(None);
                }
                Content::Specialities(labels)
            }
            // Of a CRL, never of a certificate: the catalogue's build lets it in no profile of a leaf.
            ExtensionKind::CrlNumber => return Ok(None),
        }))
    }
}

fn profession(code: &str) -> Result<u32, IssueError> {
    let fault = FieldFault { field: Field::ProfessionCode, kind: FieldFaultKind::Number };
    code.parse().map_err(|_| IssueError::Fields(vec![fault]))
}

#[cfg(test)]
mod tests;
