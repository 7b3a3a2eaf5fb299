//! Authorities: real ones by name and fingerprint, those of the local test IGC by name.

use igc_x509::{KeyUsage, Name, NameBuf, Oid, StringKind, Time};

use crate::data;
use crate::fact::Provenance;
use crate::profile::ExtensionSpec;
use crate::vocabulary::{AuthorityRole, Domain, Environment, Gamme, Generation};

/// A certification authority. Compared by its id.
#[derive(Debug)]
pub struct Authority {
    pub(crate) id: &'static str,
    pub(crate) environment: Environment,
    pub(crate) generation: Generation,
    pub(crate) role: AuthorityRole,
    pub(crate) gamme: Option<Gamme>,
    pub(crate) domain: Option<Domain>,
    pub(crate) legacy_class: Option<u8>,
    pub(crate) name: &'static [NamePart],
    pub(crate) name_der: &'static [u8],
    pub(crate) issuer: usize,
    pub(crate) sha256: Option<[u8; 32]>,
    pub(crate) not_before: Option<Time>,
    pub(crate) not_after: Option<Time>,
    pub(crate) file: Option<&'static str>,
    pub(crate) certificate_url: Option<&'static str>,
    pub(crate) crl_urls: &'static [&'static str],
    pub(crate) delta_crl_url: Option<&'static str>,
    pub(crate) ocsp_url: Option<&'static str>,
    pub(crate) cps_url: Option<&'static str>,
    pub(crate) provenance: Provenance,
}

/// One attribute of an authority's name, an RDN of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamePart {
    /// Its type.
    pub attribute: Oid<'static>,
    /// Its string type.
    pub string: StringKind,
    /// Its value.
    pub value: &'static str,
}

/// Recognises authorities that are not listed, by the form of their name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct IssuerPattern {
    pub(crate) environment: Environment,
    pub(crate) generation: Generation,
    pub(crate) organization: &'static str,
    pub(crate) unit: Option<&'static str>,
    pub(crate) attribute: Oid<'static>,
    pub(crate) template: &'static str,
}

/// What certificates and CRLs of authorities have in common.
#[derive(Debug)]
pub struct AuthorityProfile {
    /// Size of the RSA modulus.
    pub key_bits: u16,
    /// Signature algorithm of certificates and CRLs.
    pub signature_algorithm: Oid<'static>,
    /// Length of the serial number in octets.
    pub serial_octets: u8,
    /// Calendar years; an intermediate ends the day before its root.
    pub validity_years: u8,
    /// The bits of `keyUsage`.
    pub key_usage: KeyUsage,
    pub(crate) policy: &'static [u8],
    /// `pathLenConstraint` of intermediates; roots have none.
    pub path_len: u8,
    /// Extensions of a root, in order.
    pub root_extensions: &'static [ExtensionSpec],
    /// Extensions of an intermediate, in order.
    pub intermediate_extensions: &'static [ExtensionSpec],
    /// Extensions of a CRL, in order; entries have none.
    pub crl_extensions: &'static [ExtensionSpec],
}

impl AuthorityProfile {
    /// The certificate policy: anyPolicy.
    #[must_use]
    pub fn policy(&self) -> Option<Oid<'static>> {
        Oid::from_bytes(self.policy)
    }
}

/// All authorities, real and local.
#[must_use]
pub fn authorities() -> &'static [Authority] {
    data::AUTHORITIES
}

/// What certificates and CRLs of IGC-Santé authorities have in common.
#[must_use]
pub fn authority_profile() -> &'static AuthorityProfile {
    &data::AUTHORITY_PROFILE
}

/// The real authority whose certificate has this SHA-256.
#[must_use]
pub fn authority_by_fingerprint(sha256: &[u8; 32]) -> Option<&'static Authority> {
    authorities().iter().find(|authority| authority.sha256.as_ref() == Some(sha256))
}

/// The authority of this name, compared as RFC 5280 §7.1 says. A name proves nothing.
#[must_use]
pub fn authority_by_name(name: &Name<'_>) -> Option<&'static Authority> {
    authorities().iter().find(|authority| authority.is_named(name))
}

impl Authority {
    /// The intermediate (or, without a domain, the root) of an IGC-Santé hierarchy.
    #[must_use]
    pub fn of(
        environment: Environment,
        gamme: Gamme,
        domain: Option<Domain>,
    ) -> Option<&'static Self> {
        authorities().iter().find(|authority| {
            authority.environment == environment
                && authority.gamme == Some(gamme)
                && authority.domain == domain
        })
    }

    /// Short name, stable, also the base of its file names: `ACI-EL-ORG-TEST`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Which IGC-Santé.
    #[must_use]
    pub const fn environment(&self) -> Environment {
        self.environment
    }

    /// Which generation.
    #[must_use]
    pub const fn generation(&self) -> Generation {
        self.generation
    }

    /// Root or intermediate.
    #[must_use]
    pub const fn role(&self) -> AuthorityRole {
        self.role
    }

    /// Level of assurance; `None` in IGC-CPS2bis.
    #[must_use]
    pub const fn gamme(&self) -> Option<Gamme> {
        self.gamme
    }

    /// Who it certifies; `None` for roots and in IGC-CPS2bis.
    #[must_use]
    pub const fn domain(&self) -> Option<Domain> {
        self.domain
    }

    /// The class of an IGC-CPS2bis authority.
    #[must_use]
    pub const fn legacy_class(&self) -> Option<u8> {
        self.legacy_class
    }

    /// The attributes of its name, most general first.
    #[must_use]
    pub const fn name_parts(&self) -> &'static [NamePart] {
        self.name
    }

    /// Its name, with the string types of the real one.
    ///
    /// # Errors
    /// None in practice: the parts are in the data and tested.
    pub fn name(&self) -> Result<NameBuf, igc_x509::Error> {
        self.name.iter().try_fold(NameBuf::new(), |name, part| {
            name.attribute(part.attribute, part.string, part.value)
        })
    }

    /// Whether this is its name (RFC 5280 §7.1).
    #[must_use]
    pub fn is_named(&self, name: &Name<'_>) -> bool {
        Name::parse(self.name_der).is_ok_and(|own| own.matches(name))
    }

    /// Its issuer; a root is its own. The build makes sure that there is one.
    #[must_use]
    pub fn issuer(&self) -> Option<&'static Self> {
        authorities().get(self.issuer)
    }

    /// SHA-256 of its certificate; `None`: not found in public, or made on each machine.
    #[must_use]
    pub const fn sha256(&self) -> Option<&[u8; 32]> {
        self.sha256.as_ref()
    }

    /// Start of its validity, to the day; `None`: not known.
    #[must_use]
    pub const fn not_before(&self) -> Option<Time> {
        self.not_before
    }

    /// End of its validity, to the day; `None`: not known.
    #[must_use]
    pub const fn not_after(&self) -> Option<Time> {
        self.not_after
    }

    /// File name under which its certificate is published, DER.
    #[must_use]
    pub const fn file(&self) -> Option<&'static str> {
        self.file
    }

    /// Where its certificate is published: `caIssuers` of what it issues.
    #[must_use]
    pub const fn certificate_url(&self) -> Option<&'static str> {
        self.certificate_url
    }

    /// Where its CRL is published, HTTP then LDAP: distribution points of what it issues.
    #[must_use]
    pub const fn crl_urls(&self) -> &'static [&'static str] {
        self.crl_urls
    }

    /// Where its delta CRL is published, LDAP only: `freshestCRL` of what it issues.
    #[must_use]
    pub const fn delta_crl_url(&self) -> Option<&'static str> {
        self.delta_crl_url
    }

    /// The OCSP responder named in what it issues; `None` for roots.
    #[must_use]
    pub const fn ocsp_url(&self) -> Option<&'static str> {
        self.ocsp_url
    }

    /// The address of policies named in what it issues.
    #[must_use]
    pub const fn cps_url(&self) -> Option<&'static str> {
        self.cps_url
    }

    /// Where it is known from.
    #[must_use]
    pub const fn provenance(&self) -> &Provenance {
        &self.provenance
    }
}

impl PartialEq for Authority {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Authority {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two encoders, the build's and that of `igc-x509`, agree on every name.
    #[test]
    fn names_are_encoded_alike() {
        for authority in authorities() {
            assert_eq!(authority.name_der, authority.name().unwrap().der(), "{}", authority.id);
            assert_eq!(authority_by_name(&authority.name().unwrap().as_name()), Some(authority));
        }
    }

    #[test]
    fn a_hierarchy_is_found_by_gamme_and_domain() {
        let local = Environment::LocalTest;
        let gamme = Gamme::Elementaire;
        let leaf = Authority::of(local, gamme, Some(Domain::Organisations)).unwrap();
        assert_eq!(leaf.id(), "ACI-EL-ORG-LOCAL");
        assert_eq!(leaf.issuer(), Authority::of(local, gamme, None));
        for gamme in Gamme::ALL {
            for domain in [None, Some(Domain::Organisations), Some(Domain::Personnes)] {
                assert!(Authority::of(local, *gamme, domain).is_some(), "{gamme:?} {domain:?}");
            }
        }
    }
}
