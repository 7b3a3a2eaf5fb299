//! The closed sets of words that the catalogue is written in.

use igc_x509::{Oid, oid};

/// An enumeration with a stable name for each variant.
macro_rules! words {
    ($(#[$doc:meta])* $type:ident { $($(#[$variant_doc:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type { $($(#[$variant_doc])* $variant,)* }

        impl $type {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

words! {
    /// Who a product certifies.
    Family {
        /// An organisation.
        Org = "ORG",
        /// A server of an organisation.
        Serv = "SERV",
        /// A person within a structure; asked for by a delegate.
        Pro = "PRO",
        /// A health professional on his own account.
        Ps = "PS",
    }
}

words! {
    /// The one cryptographic use of a product.
    Purpose {
        /// Client authentication.
        Authentication = "authentication",
        /// Signature or seal.
        Signature = "signature",
        /// Decryption.
        Confidentiality = "confidentiality",
        /// Server authentication, also as a client.
        Tls = "tls",
        /// Signature and decryption by a server.
        Smime = "smime",
    }
}

words! {
    /// Level of assurance of an IGC-Santé hierarchy.
    Gamme {
        /// Élémentaire: software certificates.
        Elementaire = "elementaire",
        /// Standard: cards.
        Standard = "standard",
        /// Fort: cards.
        Fort = "fort",
    }
}

impl Gamme {
    /// As in file names and certificate names: `EL`, `ST`, `FO`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Elementaire => "EL",
            Self::Standard => "ST",
            Self::Fort => "FO",
        }
    }
}

words! {
    /// Who an intermediate authority certifies.
    Domain {
        /// Legal entities and their servers.
        Organisations = "organisations",
        /// Natural persons.
        Personnes = "personnes",
    }
}

impl Domain {
    /// As in file names: `ORG`, `PP`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Organisations => "ORG",
            Self::Personnes => "PP",
        }
    }
}

words! {
    /// Which IGC-Santé a certificate belongs to.
    Environment {
        /// The real one.
        Production = "production",
        /// The authority's own test one.
        Test = "test",
        /// The test IGC of this project, on one machine.
        LocalTest = "local-test",
    }
}

words! {
    /// Which generation of the infrastructure an authority belongs to.
    Generation {
        /// IGC-Santé, since 2013.
        IgcSante = "igc-sante",
        /// IGC-CPS2bis, software certificates until 2020.
        IgcCps2bis = "igc-cps2bis",
    }
}

words! {
    /// Place of an authority in its hierarchy.
    AuthorityRole {
        /// Self-issued.
        Root = "root",
        /// Issues end-entity certificates.
        Intermediate = "intermediate",
    }
}

words! {
    /// Who makes the technical request.
    Requester {
        /// The technical administrator named on form F413.
        TechnicalAdministrator = "technical-administrator",
        /// The professional, with a CPS card.
        Professional = "professional",
    }
}

words! {
    /// The form that opens the right to order.
    Form {
        /// Production.
        F413 = "F413",
        /// Test.
        F414 = "F414",
    }
}

words! {
    /// The domain a habilitation must name.
    DomainNeed {
        /// None.
        None = "none",
        /// A domain, sub-domain or FQDN.
        Dns = "dns",
        /// A mail domain, `@domain`.
        Mail = "mail",
    }
}

words! {
    /// What a card's certificate is for.
    CardUse {
        /// Authentication of the holder.
        Authentication = "AUTH",
        /// Signature by the holder.
        Signature = "SIGN",
    }
}

words! {
    /// The form of the names in `subjectAltName` (RFC 5280 §4.2.1.6).
    SanKind {
        /// `dNSName`.
        DnsName = "dNSName",
        /// `rfc822Name`.
        Rfc822Name = "rfc822Name",
        /// `otherName` of type 1.3.6.1.4.1.311.20.2.3, a UTF8String.
        UserPrincipalName = "userPrincipalName",
    }
}

words! {
    /// What a subject key identifier is the SHA-1 of (RFC 5280 §4.2.1.2).
    KeyIdentifier {
        /// The bits of the public key: method (1).
        SubjectPublicKey = "subjectPublicKey",
        /// The whole SubjectPublicKeyInfo, header included: no method of the RFC.
        SubjectPublicKeyInfo = "subjectPublicKeyInfo",
    }
}

words! {
    /// An extension of a profile. What goes into it is said by the profile and the issuing authority.
    ExtensionKind {
        /// Leaf: the empty SEQUENCE. Authority: `cA`, with the path length of the profile.
        BasicConstraints = "basicConstraints",
        /// Leaf: [`Profile::key_identifier`](crate::Profile::key_identifier). Authority:
        /// [`KeyIdentifier::SubjectPublicKey`].
        SubjectKeyIdentifier = "subjectKeyIdentifier",
        /// `keyIdentifier` only: the issuer's subject key identifier.
        AuthorityKeyIdentifier = "authorityKeyIdentifier",
        /// [`Profile::key_usage`](crate::Profile::key_usage).
        KeyUsage = "keyUsage",
        /// [`Profile::extended_key_usage`](crate::Profile::extended_key_usage), in that order.
        ExtKeyUsage = "extKeyUsage",
        /// [`Profile::policy`](crate::Profile::policy) with [`Authority::cps_url`](crate::Authority::cps_url).
        CertificatePolicies = "certificatePolicies",
        /// From `notBefore` on, for the years of [`ValidityRule::private_key_years`](crate::ValidityRule::private_key_years).
        PrivateKeyUsagePeriod = "privateKeyUsagePeriod",
        /// [`Profile::san`](crate::Profile::san).
        SubjectAltName = "subjectAltName",
        /// One distribution point per [`Authority::crl_urls`](crate::Authority::crl_urls), in that order.
        CrlDistributionPoints = "cRLDistributionPoints",
        /// [`Authority::delta_crl_url`](crate::Authority::delta_crl_url).
        FreshestCrl = "freshestCRL",
        /// OCSP then caIssuers, of the issuing authority.
        AuthorityInfoAccess = "authorityInfoAccess",
        /// OCTET STRING of one octet: [`Environment::software_category`](crate::Environment::software_category).
        ProductCategory = "productCategory",
        /// INTEGER, from [`Field::ProfessionCode`](crate::Field::ProfessionCode); absent without it.
        Profession = "profession",
        /// SEQUENCE OF UTF8String, from [`Field::Specialities`](crate::Field::Specialities); absent without it.
        Specialities = "specialities",
        /// Of a CRL (RFC 5280 §5.2.3).
        CrlNumber = "cRLNumber",
    }
}

impl ExtensionKind {
    /// The extension's identifier.
    #[must_use]
    pub const fn oid(self) -> Oid<'static> {
        match self {
            Self::BasicConstraints => oid::ID_CE_BASIC_CONSTRAINTS,
            Self::SubjectKeyIdentifier => oid::ID_CE_SUBJECT_KEY_IDENTIFIER,
            Self::AuthorityKeyIdentifier => oid::ID_CE_AUTHORITY_KEY_IDENTIFIER,
            Self::KeyUsage => oid::ID_CE_KEY_USAGE,
            Self::ExtKeyUsage => oid::ID_CE_EXT_KEY_USAGE,
            Self::CertificatePolicies => oid::ID_CE_CERTIFICATE_POLICIES,
            Self::PrivateKeyUsagePeriod => oid::ID_CE_PRIVATE_KEY_USAGE_PERIOD,
            Self::SubjectAltName => oid::ID_CE_SUBJECT_ALT_NAME,
            Self::CrlDistributionPoints => oid::ID_CE_CRL_DISTRIBUTION_POINTS,
            Self::FreshestCrl => oid::ID_CE_FRESHEST_CRL,
            Self::AuthorityInfoAccess => oid::ID_PE_AUTHORITY_INFO_ACCESS,
            Self::ProductCategory => oid::GIP_CPS_PRODUCT_CATEGORY,
            Self::Profession => oid::GIP_CPS_PROFESSION,
            Self::Specialities => oid::GIP_CPS_SPECIALITIES,
            Self::CrlNumber => oid::ID_CE_CRL_NUMBER,
        }
    }
}

impl Environment {
    /// The octet of extension 1.2.250.1.71.1.2.5 in a software certificate: 03, or 83 in test.
    #[must_use]
    pub const fn software_category(self) -> u8 {
        match self {
            Self::Production => crate::data::CATEGORY_SOFTWARE,
            Self::Test | Self::LocalTest => {
                crate::data::CATEGORY_SOFTWARE | crate::data::CATEGORY_TEST_BIT
            }
        }
    }
}

words! {
    /// A piece of data that a subject, a `subjectAltName` or a private extension is made from.
    Field {
        /// The structure's legal name.
        StructureName = "structure-name",
        /// National structure identifier with its prefix: `1` FINESS, `3` SIRET….
        StructureId = "structure-id",
        /// Department of the structure: `Paris (75)`.
        StructureDepartment = "structure-department",
        /// "Service applicatif": the application's name, the CN of an ORG certificate.
        Service = "service",
        /// Fully qualified domain name of the server, its CN.
        Fqdn = "fqdn",
        /// Further domain names of the server.
        DnsNames = "dns-names",
        /// Mail address, within the mail domain of the habilitation where there is one.
        Email = "email",
        /// National person identifier with its prefix: `8` and the RPPS number….
        PersonId = "person-id",
        /// Given name.
        GivenName = "given-name",
        /// Surname.
        Surname = "surname",
        /// Title of the profession: `Médecin`.
        ProfessionTitle = "profession-title",
        /// Code of the profession: see [`professions`](crate::professions).
        ProfessionCode = "profession-code",
        /// Codes of specialities: `SM26`.
        Specialities = "specialities",
    }
}
