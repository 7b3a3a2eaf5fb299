//! Certificates of authorities: a self-signed root, an intermediate under it, as IGC-Santé's of 2013.

use igc_catalogue::{Authority, AuthorityRole, ExtensionKind, ExtensionSpec, authority_profile};
use igc_crypto::Digest;
use igc_x509::{SubjectPublicKeyInfo, Validity};

use crate::blueprint::Blueprint;
use crate::content::{Content, PlannedExtension};
use crate::error::IssueError;
use crate::key_identifier;

/// What an authority's certificate follows from.
#[derive(Clone, Copy)]
pub(crate) struct AuthorityCertificate<'a> {
    pub(crate) authority: &'a Authority,
    pub(crate) public_key: SubjectPublicKeyInfo<'a>,
    /// The issuer's public key; for a root its own.
    pub(crate) issuer_key: SubjectPublicKeyInfo<'a>,
    pub(crate) validity: Validity,
}

impl<'a> AuthorityCertificate<'a> {
    /// Fills in the profile. `issuer_key_identifier` outlives the blueprint: see [`Self::issuer_key_identifier`].
    pub(crate) fn blueprint(
        &self,
        serial: Vec<u8>,
        issuer_key_identifier: &'a [u8],
        digest: &dyn Digest,
    ) -> Result<Blueprint<'a>, IssueError> {
        let profile = authority_profile();
        let issuer = self.authority.issuer().ok_or(IssueError::Catalogue)?;
        let name = |authority: &Authority| authority.name().map_err(|_| IssueError::Catalogue);
        let extensions: Result<Vec<_>, _> = self
            .specs()
            .iter()
            .map(|spec| {
                let content = self.content(spec.kind, issuer, issuer_key_identifier, digest)?;
                Ok(PlannedExtension { critical: spec.critical, content })
            })
            .collect();
        Ok(Blueprint {
            serial,
            signature_algorithm: profile.signature_algorithm,
            issuer: name(issuer)?,
            validity: self.validity,
            subject: name(self.authority)?,
            public_key: self.public_key.der(),
            extensions: extensions?,
        })
    }

    /// What authorityKeyIdentifier will hold.
    pub(crate) fn issuer_key_identifier(&self, digest: &dyn Digest) -> Vec<u8> {
        key_identifier::authority(digest, &self.issuer_key)
    }

    fn specs(&self) -> &'static [ExtensionSpec] {
        match self.authority.role() {
            AuthorityRole::Root => authority_profile().root_extensions,
            AuthorityRole::Intermediate => authority_profile().intermediate_extensions,
        }
    }

    fn content(
        &self,
        kind: ExtensionKind,
        issuer: &'a Authority,
        issuer_key_identifier: &'a [u8],
        digest: &dyn Digest,
    ) -> Result<Content<'a>, IssueError> {
        let profile = authority_profile();
        Ok(match kind {
            ExtensionKind::BasicConstraints => Content::Authority {
                path_len: match self.authority.role() {
                    AuthorityRole::Root => None,
                    AuthorityRole::Intermediate => Some(profile.path_len),
                },
            },
            ExtensionKind::KeyUsage => Content::KeyUsage(profile.key_usage),
            ExtensionKind::CertificatePolicies => Content::CertificatePolicies {
                policy: profile.policy().ok_or(IssueError::Catalogue)?,
                cps: issuer.cps_url().ok_or(IssueError::Catalogue)?,
            },
            ExtensionKind::CrlDistributionPoints => {
                Content::CrlDistributionPoints(issuer.crl_urls())
            }
            ExtensionKind::SubjectKeyIdentifier => {
                Content::SubjectKeyIdentifier(key_identifier::authority(digest, &self.public_key))
            }
            ExtensionKind::AuthorityKeyIdentifier => {
                Content::AuthorityKeyIdentifier(issuer_key_identifier)
            }
            // The profile of authorities has no other: its golden file says so.
            _ => return Err(IssueError::Catalogue),
        })
    }
}
