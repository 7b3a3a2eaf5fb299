//! The closed vocabularies of the data files, and what each word is in Rust.

pub(crate) type Words = &'static [(&'static str, &'static str)];

pub(crate) const FAMILIES: Words = &[
    ("ORG", "Family::Org"),
    ("SERV", "Family::Serv"),
    ("PRO", "Family::Pro"),
    ("PS", "Family::Ps"),
];

pub(crate) const PURPOSES: Words = &[
    ("authentication", "Purpose::Authentication"),
    ("signature", "Purpose::Signature"),
    ("confidentiality", "Purpose::Confidentiality"),
    ("tls", "Purpose::Tls"),
    ("smime", "Purpose::Smime"),
];

pub(crate) const REQUESTERS: Words = &[
    ("technical-administrator", "Requester::TechnicalAdministrator"),
    ("professional", "Requester::Professional"),
];

pub(crate) const FORMS: Words =
    &[("F413", "Some(Form::F413)"), ("F414", "Some(Form::F414)"), ("none", "None")];

pub(crate) const DOMAIN_NEEDS: Words =
    &[("none", "DomainNeed::None"), ("dns", "DomainNeed::Dns"), ("mail", "DomainNeed::Mail")];

pub(crate) const GAMMES: Words = &[
    ("elementaire", "Gamme::Elementaire"),
    ("standard", "Gamme::Standard"),
    ("fort", "Gamme::Fort"),
];

pub(crate) const DOMAINS: Words =
    &[("organisations", "Domain::Organisations"), ("personnes", "Domain::Personnes")];

pub(crate) const ENVIRONMENTS: Words = &[
    ("production", "Environment::Production"),
    ("test", "Environment::Test"),
    ("local-test", "Environment::LocalTest"),
];

pub(crate) const GENERATIONS: Words =
    &[("igc-sante", "Generation::IgcSante"), ("igc-cps2bis", "Generation::IgcCps2bis")];

pub(crate) const ROLES: Words =
    &[("root", "AuthorityRole::Root"), ("intermediate", "AuthorityRole::Intermediate")];

pub(crate) const FIELDS: Words = &[
    ("structure-name", "Field::StructureName"),
    ("structure-id", "Field::StructureId"),
    ("structure-department", "Field::StructureDepartment"),
    ("service", "Field::Service"),
    ("fqdn", "Field::Fqdn"),
    ("dns-names", "Field::DnsNames"),
    ("email", "Field::Email"),
    ("person-id", "Field::PersonId"),
    ("given-name", "Field::GivenName"),
    ("surname", "Field::Surname"),
    ("profession-title", "Field::ProfessionTitle"),
    ("profession-code", "Field::ProfessionCode"),
    ("specialities", "Field::Specialities"),
];

pub(crate) const KEY_USAGES: Words = &[
    ("digitalSignature", "KeyUsage::DIGITAL_SIGNATURE"),
    ("nonRepudiation", "KeyUsage::NON_REPUDIATION"),
    ("keyEncipherment", "KeyUsage::KEY_ENCIPHERMENT"),
    ("dataEncipherment", "KeyUsage::DATA_ENCIPHERMENT"),
    ("keyAgreement", "KeyUsage::KEY_AGREEMENT"),
    ("keyCertSign", "KeyUsage::KEY_CERT_SIGN"),
    ("cRLSign", "KeyUsage::CRL_SIGN"),
];

pub(crate) const EXTENDED_KEY_USAGES: Words = &[
    ("serverAuth", "oid::ID_KP_SERVER_AUTH"),
    ("clientAuth", "oid::ID_KP_CLIENT_AUTH"),
    ("emailProtection", "oid::ID_KP_EMAIL_PROTECTION"),
    ("msSmartcardLogin", "oid::MS_SMARTCARD_LOGIN"),
    ("anyExtendedKeyUsage", "oid::ANY_EXTENDED_KEY_USAGE"),
];

pub(crate) const SAN_KINDS: Words = &[
    ("none", "None"),
    ("dNSName", "Some(SanKind::DnsName)"),
    ("rfc822Name", "Some(SanKind::Rfc822Name)"),
    ("userPrincipalName", "Some(SanKind::UserPrincipalName)"),
];

pub(crate) const EXTENSIONS: Words = &[
    ("basicConstraints", "ExtensionKind::BasicConstraints"),
    ("subjectKeyIdentifier", "ExtensionKind::SubjectKeyIdentifier"),
    ("authorityKeyIdentifier", "ExtensionKind::AuthorityKeyIdentifier"),
    ("keyUsage", "ExtensionKind::KeyUsage"),
    ("extKeyUsage", "ExtensionKind::ExtKeyUsage"),
    ("certificatePolicies", "ExtensionKind::CertificatePolicies"),
    ("privateKeyUsagePeriod", "ExtensionKind::PrivateKeyUsagePeriod"),
    ("subjectAltName", "ExtensionKind::SubjectAltName"),
    ("cRLDistributionPoints", "ExtensionKind::CrlDistributionPoints"),
    ("freshestCRL", "ExtensionKind::FreshestCrl"),
    ("authorityInfoAccess", "ExtensionKind::AuthorityInfoAccess"),
    ("productCategory", "ExtensionKind::ProductCategory"),
    ("profession", "ExtensionKind::Profession"),
    ("specialities", "ExtensionKind::Specialities"),
    ("cRLNumber", "ExtensionKind::CrlNumber"),
];

pub(crate) const ATTRIBUTES: Words = &[
    ("C", "oid::ID_AT_COUNTRY_NAME"),
    ("ST", "oid::ID_AT_STATE_OR_PROVINCE_NAME"),
    ("L", "oid::ID_AT_LOCALITY_NAME"),
    ("O", "oid::ID_AT_ORGANIZATION_NAME"),
    ("OU", "oid::ID_AT_ORGANIZATIONAL_UNIT_NAME"),
    ("CN", "oid::ID_AT_COMMON_NAME"),
    ("title", "oid::ID_AT_TITLE"),
    ("GN", "oid::ID_AT_GIVEN_NAME"),
    ("SN", "oid::ID_AT_SURNAME"),
];

/// The same attributes as dotted identifiers, for names that the build encodes.
pub(crate) const ATTRIBUTE_OIDS: Words = &[
    ("C", "2.5.4.6"),
    ("ST", "2.5.4.8"),
    ("L", "2.5.4.7"),
    ("O", "2.5.4.10"),
    ("OU", "2.5.4.11"),
    ("CN", "2.5.4.3"),
    ("title", "2.5.4.12"),
    ("GN", "2.5.4.42"),
    ("SN", "2.5.4.4"),
];

pub(crate) const STRINGS: Words =
    &[("printable", "StringKind::Printable"), ("utf8", "StringKind::Utf8")];

pub(crate) const SIGNATURES: Words =
    &[("sha256WithRSAEncryption", "oid::SHA256_WITH_RSA_ENCRYPTION")];

pub(crate) const KEY_IDENTIFIERS: Words = &[
    ("subjectPublicKey", "KeyIdentifier::SubjectPublicKey"),
    ("subjectPublicKeyInfo", "KeyIdentifier::SubjectPublicKeyInfo"),
];

pub(crate) const CARD_USES: Words =
    &[("authentication", "CardUse::Authentication"), ("signature", "CardUse::Signature")];

pub(crate) const CATEGORIES: &[&str] = &["card", "security-module", "software", "test-bit"];

/// The Rust of a word; callers have checked that it is one.
pub(crate) fn rust(words: Words, word: &str) -> &'static str {
    words.iter().find(|(known, _)| *known == word).map_or("/* unknown word */", |(_, rust)| rust)
}

/// Whether the vocabulary has the word.
pub(crate) fn is_word(words: Words, word: &str) -> bool {
    words.iter().any(|(known, _)| *known == word)
}
