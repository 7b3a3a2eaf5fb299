//! The one list of object identifiers. Each constant is pinned by a test to octets of other origin.
//!
//! Constants can be used as patterns: `match oid { oid::ID_CE_KEY_USAGE => …, _ => … }`.

use crate::Oid;

macro_rules! oids {
    ($($(#[$doc:meta])* $constant:ident = $dotted:literal, $name:literal;)*) => {
        $(
            $(#[$doc])*
            #[doc = concat!("\n\n`", $name, "`, ", $dotted, ".")]
            pub const $constant: Oid<'static> = {
                const OCTETS: [u8; encoded_len($dotted)] = encode($dotted);
                Oid::constant(&OCTETS)
            };
        )*

        /// Every constant of this module: Rust name, identifier, dotted text, short name.
        #[cfg(test)]
        const ALL: &[(&str, Oid<'static>, &str, &str)] =
            &[$((stringify!($constant), $constant, $dotted, $name),)*];

        /// The short name of an identifier this module lists.
        #[must_use]
        pub fn name(oid: Oid<'_>) -> Option<&'static str> {
            match oid {
                $($constant => Some($name),)*
                _ => None,
            }
        }
    };
}

oids! {
    // Attribute types: X.520, RFC 4519, RFC 5280 §A.1.
    /// Attribute type of names.
    ID_AT_COMMON_NAME = "2.5.4.3", "commonName";
    /// Attribute type of names.
    ID_AT_SURNAME = "2.5.4.4", "surname";
    /// Attribute type of names.
    ID_AT_SERIAL_NUMBER = "2.5.4.5", "serialNumber";
    /// Attribute type of names.
    ID_AT_COUNTRY_NAME = "2.5.4.6", "countryName";
    /// Attribute type of names.
    ID_AT_LOCALITY_NAME = "2.5.4.7", "localityName";
    /// Attribute type of names.
    ID_AT_STATE_OR_PROVINCE_NAME = "2.5.4.8", "stateOrProvinceName";
    /// Attribute type of names.
    ID_AT_STREET_ADDRESS = "2.5.4.9", "streetAddress";
    /// Attribute type of names.
    ID_AT_ORGANIZATION_NAME = "2.5.4.10", "organizationName";
    /// Attribute type of names.
    ID_AT_ORGANIZATIONAL_UNIT_NAME = "2.5.4.11", "organizationalUnitName";
    /// Attribute type of names.
    ID_AT_TITLE = "2.5.4.12", "title";
    /// Attribute type of names.
    ID_AT_DESCRIPTION = "2.5.4.13", "description";
    /// Attribute type of names.
    ID_AT_BUSINESS_CATEGORY = "2.5.4.15", "businessCategory";
    /// Attribute type of names.
    ID_AT_POSTAL_CODE = "2.5.4.17", "postalCode";
    /// Attribute type of names.
    ID_AT_NAME = "2.5.4.41", "name";
    /// Attribute type of names.
    ID_AT_GIVEN_NAME = "2.5.4.42", "givenName";
    /// Attribute type of names.
    ID_AT_INITIALS = "2.5.4.43", "initials";
    /// Attribute type of names.
    ID_AT_GENERATION_QUALIFIER = "2.5.4.44", "generationQualifier";
    /// Attribute type of names.
    ID_AT_DN_QUALIFIER = "2.5.4.46", "dnQualifier";
    /// Attribute type of names.
    ID_AT_PSEUDONYM = "2.5.4.65", "pseudonym";
    /// Attribute type of names (ETSI EN 319 412-1).
    ID_AT_ORGANIZATION_IDENTIFIER = "2.5.4.97", "organizationIdentifier";
    /// Attribute type of names (RFC 4519 §2.4).
    DOMAIN_COMPONENT = "0.9.2342.19200300.100.1.25", "domainComponent";
    /// Attribute type of names (RFC 4519 §2.39).
    USER_ID = "0.9.2342.19200300.100.1.1", "userId";

    // Certificate and CRL extensions: RFC 5280 §4.2.1, §5.2, §5.3.
    /// RFC 5280 §4.2.1.2.
    ID_CE_SUBJECT_KEY_IDENTIFIER = "2.5.29.14", "subjectKeyIdentifier";
    /// RFC 5280 §4.2.1.3.
    ID_CE_KEY_USAGE = "2.5.29.15", "keyUsage";
    /// RFC 3280 §4.2.1.4.
    ID_CE_PRIVATE_KEY_USAGE_PERIOD = "2.5.29.16", "privateKeyUsagePeriod";
    /// RFC 5280 §4.2.1.6.
    ID_CE_SUBJECT_ALT_NAME = "2.5.29.17", "subjectAltName";
    /// RFC 5280 §4.2.1.7.
    ID_CE_ISSUER_ALT_NAME = "2.5.29.18", "issuerAltName";
    /// RFC 5280 §4.2.1.8.
    ID_CE_SUBJECT_DIRECTORY_ATTRIBUTES = "2.5.29.9", "subjectDirectoryAttributes";
    /// RFC 5280 §4.2.1.9.
    ID_CE_BASIC_CONSTRAINTS = "2.5.29.19", "basicConstraints";
    /// RFC 5280 §5.2.3.
    ID_CE_CRL_NUMBER = "2.5.29.20", "cRLNumber";
    /// RFC 5280 §5.3.1.
    ID_CE_CRL_REASONS = "2.5.29.21", "reasonCode";
    /// RFC 3280 §5.3.2; dropped by RFC 5280.
    ID_CE_HOLD_INSTRUCTION_CODE = "2.5.29.23", "holdInstructionCode";
    /// RFC 5280 §5.3.2.
    ID_CE_INVALIDITY_DATE = "2.5.29.24", "invalidityDate";
    /// RFC 5280 §5.2.4.
    ID_CE_DELTA_CRL_INDICATOR = "2.5.29.27", "deltaCRLIndicator";
    /// RFC 5280 §5.2.5.
    ID_CE_ISSUING_DISTRIBUTION_POINT = "2.5.29.28", "issuingDistributionPoint";
    /// RFC 5280 §5.3.3.
    ID_CE_CERTIFICATE_ISSUER = "2.5.29.29", "certificateIssuer";
    /// RFC 5280 §4.2.1.10.
    ID_CE_NAME_CONSTRAINTS = "2.5.29.30", "nameConstraints";
    /// RFC 5280 §4.2.1.13.
    ID_CE_CRL_DISTRIBUTION_POINTS = "2.5.29.31", "cRLDistributionPoints";
    /// RFC 5280 §4.2.1.4.
    ID_CE_CERTIFICATE_POLICIES = "2.5.29.32", "certificatePolicies";
    /// RFC 5280 §4.2.1.4.
    ANY_POLICY = "2.5.29.32.0", "anyPolicy";
    /// RFC 5280 §4.2.1.5.
    ID_CE_POLICY_MAPPINGS = "2.5.29.33", "policyMappings";
    /// RFC 5280 §4.2.1.1.
    ID_CE_AUTHORITY_KEY_IDENTIFIER = "2.5.29.35", "authorityKeyIdentifier";
    /// RFC 5280 §4.2.1.11.
    ID_CE_POLICY_CONSTRAINTS = "2.5.29.36", "policyConstraints";
    /// RFC 5280 §4.2.1.12.
    ID_CE_EXT_KEY_USAGE = "2.5.29.37", "extKeyUsage";
    /// RFC 5280 §4.2.1.12.
    ANY_EXTENDED_KEY_USAGE = "2.5.29.37.0", "anyExtendedKeyUsage";
    /// RFC 5280 §4.2.1.15.
    ID_CE_FRESHEST_CRL = "2.5.29.46", "freshestCRL";
    /// RFC 5280 §4.2.1.14.
    ID_CE_INHIBIT_ANY_POLICY = "2.5.29.54", "inhibitAnyPolicy";
    /// RFC 5280 §5.2 note; X.509 expiredCertsOnCRL.
    ID_CE_EXPIRED_CERTS_ON_CRL = "2.5.29.60", "expiredCertsOnCRL";
    /// RFC 9608 §2.
    ID_CE_NO_REV_AVAIL = "2.5.29.56", "noRevAvail";
    /// RFC 5280 §4.2.2.1.
    ID_PE_AUTHORITY_INFO_ACCESS = "1.3.6.1.5.5.7.1.1", "authorityInfoAccess";
    /// RFC 3739 §3.2.6.
    ID_PE_QC_STATEMENTS = "1.3.6.1.5.5.7.1.3", "qcStatements";
    /// RFC 5280 §4.2.2.2.
    ID_PE_SUBJECT_INFO_ACCESS = "1.3.6.1.5.5.7.1.11", "subjectInfoAccess";
    /// RFC 7633 §4.
    ID_PE_TLS_FEATURE = "1.3.6.1.5.5.7.1.24", "tlsfeature";
    /// RFC 6962 §3.3.
    CT_PRECERT_SCTS = "1.3.6.1.4.1.11129.2.4.2", "signedCertificateTimestampList";
    /// RFC 6962 §3.1.
    CT_PRECERT_POISON = "1.3.6.1.4.1.11129.2.4.3", "ctPoison";
    /// Netscape's forerunner of keyUsage, in IGC-CPS2bis certificates.
    NETSCAPE_CERT_TYPE = "2.16.840.1.113730.1.1", "netscapeCertType";

    // Policy qualifiers and access methods: RFC 5280 §4.2.1.4, §4.2.2.
    /// RFC 5280 §4.2.1.4.
    ID_QT_CPS = "1.3.6.1.5.5.7.2.1", "id-qt-cps";
    /// RFC 5280 §4.2.1.4.
    ID_QT_UNOTICE = "1.3.6.1.5.5.7.2.2", "id-qt-unotice";
    /// RFC 5280 §4.2.2.1.
    ID_AD_OCSP = "1.3.6.1.5.5.7.48.1", "id-ad-ocsp";
    /// RFC 6960 §4.4.1.
    ID_PKIX_OCSP_BASIC = "1.3.6.1.5.5.7.48.1.1", "id-pkix-ocsp-basic";
    /// RFC 9654 §2.1.
    ID_PKIX_OCSP_NONCE = "1.3.6.1.5.5.7.48.1.2", "id-pkix-ocsp-nonce";
    /// RFC 6960 §4.2.2.2.1.
    ID_PKIX_OCSP_NOCHECK = "1.3.6.1.5.5.7.48.1.5", "id-pkix-ocsp-nocheck";
    /// RFC 5280 §4.2.2.1.
    ID_AD_CA_ISSUERS = "1.3.6.1.5.5.7.48.2", "id-ad-caIssuers";
    /// RFC 5280 §4.2.2.2.
    ID_AD_CA_REPOSITORY = "1.3.6.1.5.5.7.48.5", "id-ad-caRepository";

    // Extended key usages: RFC 5280 §4.2.1.12.
    /// RFC 5280 §4.2.1.12.
    ID_KP_SERVER_AUTH = "1.3.6.1.5.5.7.3.1", "serverAuth";
    /// RFC 5280 §4.2.1.12.
    ID_KP_CLIENT_AUTH = "1.3.6.1.5.5.7.3.2", "clientAuth";
    /// RFC 5280 §4.2.1.12.
    ID_KP_CODE_SIGNING = "1.3.6.1.5.5.7.3.3", "codeSigning";
    /// RFC 5280 §4.2.1.12.
    ID_KP_EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4", "emailProtection";
    /// RFC 5280 §4.2.1.12.
    ID_KP_TIME_STAMPING = "1.3.6.1.5.5.7.3.8", "timeStamping";
    /// RFC 5280 §4.2.1.12.
    ID_KP_OCSP_SIGNING = "1.3.6.1.5.5.7.3.9", "OCSPSigning";
    /// RFC 9336 §3.1.
    ID_KP_DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36", "documentSigning";
    /// Microsoft's smart-card logon purpose.
    MS_SMARTCARD_LOGIN = "1.3.6.1.4.1.311.20.2.2", "msSmartcardLogin";
    /// Microsoft's user principal name, a form of otherName.
    MS_UPN = "1.3.6.1.4.1.311.20.2.3", "msUPN";
    /// RFC 9598 §3: SmtpUTF8Mailbox, a form of otherName.
    ID_ON_SMTP_UTF8_MAILBOX = "1.3.6.1.5.5.7.8.9", "id-on-SmtpUTF8Mailbox";

    // Public-key algorithms and curves: RFC 3279, 4055, 5480, 8410.
    /// RFC 8017 §A.1.
    RSA_ENCRYPTION = "1.2.840.113549.1.1.1", "rsaEncryption";
    /// RFC 5480 §2.1.1.
    ID_EC_PUBLIC_KEY = "1.2.840.10045.2.1", "id-ecPublicKey";
    /// RFC 5480 §2.1.1.1.
    SECP256R1 = "1.2.840.10045.3.1.7", "secp256r1";
    /// RFC 5480 §2.1.1.1.
    SECP384R1 = "1.3.132.0.34", "secp384r1";
    /// RFC 5480 §2.1.1.1.
    SECP521R1 = "1.3.132.0.35", "secp521r1";
    /// RFC 3279 §2.3.2.
    ID_DSA = "1.2.840.10040.4.1", "id-dsa";
    /// RFC 8410 §3.
    ID_ED25519 = "1.3.101.112", "Ed25519";
    /// RFC 8410 §3.
    ID_ED448 = "1.3.101.113", "Ed448";

    // Signature algorithms.
    /// RFC 3279 §2.2.1; never to be trusted.
    MD5_WITH_RSA_ENCRYPTION = "1.2.840.113549.1.1.4", "md5WithRSAEncryption";
    /// RFC 3279 §2.2.1.
    SHA1_WITH_RSA_ENCRYPTION = "1.2.840.113549.1.1.5", "sha1WithRSAEncryption";
    /// RFC 8017 §A.2.1.
    ID_RSAES_OAEP = "1.2.840.113549.1.1.7", "id-RSAES-OAEP";
    /// RFC 8017 §A.2.1.
    ID_MGF1 = "1.2.840.113549.1.1.8", "id-mgf1";
    /// RFC 4055 §3.1.
    RSASSA_PSS = "1.2.840.113549.1.1.10", "id-RSASSA-PSS";
    /// RFC 4055 §5.
    SHA256_WITH_RSA_ENCRYPTION = "1.2.840.113549.1.1.11", "sha256WithRSAEncryption";
    /// RFC 4055 §5.
    SHA384_WITH_RSA_ENCRYPTION = "1.2.840.113549.1.1.12", "sha384WithRSAEncryption";
    /// RFC 4055 §5.
    SHA512_WITH_RSA_ENCRYPTION = "1.2.840.113549.1.1.13", "sha512WithRSAEncryption";
    /// RFC 4055 §5.
    SHA224_WITH_RSA_ENCRYPTION = "1.2.840.113549.1.1.14", "sha224WithRSAEncryption";
    /// RFC 3279 §2.2.3.
    ECDSA_WITH_SHA1 = "1.2.840.10045.4.1", "ecdsa-with-SHA1";
    /// RFC 5758 §3.2.
    ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2", "ecdsa-with-SHA256";
    /// RFC 5758 §3.2.
    ECDSA_WITH_SHA384 = "1.2.840.10045.4.3.3", "ecdsa-with-SHA384";
    /// RFC 5758 §3.2.
    ECDSA_WITH_SHA512 = "1.2.840.10045.4.3.4", "ecdsa-with-SHA512";
    /// RFC 3279 §2.2.2.
    DSA_WITH_SHA1 = "1.2.840.10040.4.3", "dsa-with-sha1";

    // Digests: RFC 3279, RFC 5754.
    /// RFC 1321.
    ID_MD5 = "1.2.840.113549.2.5", "md5";
    /// RFC 3279 §2.1.3.
    ID_SHA1 = "1.3.14.3.2.26", "sha1";
    /// RFC 5754 §2.
    ID_SHA224 = "2.16.840.1.101.3.4.2.4", "sha224";
    /// RFC 5754 §2.
    ID_SHA256 = "2.16.840.1.101.3.4.2.1", "sha256";
    /// RFC 5754 §2.
    ID_SHA384 = "2.16.840.1.101.3.4.2.2", "sha384";
    /// RFC 5754 §2.
    ID_SHA512 = "2.16.840.1.101.3.4.2.3", "sha512";

    // PKCS#7 and CMS contents: RFC 5652.
    /// RFC 5652 §4.
    ID_DATA = "1.2.840.113549.1.7.1", "data";
    /// RFC 5652 §5.1.
    ID_SIGNED_DATA = "1.2.840.113549.1.7.2", "signedData";
    /// RFC 5652 §6.1.
    ID_ENVELOPED_DATA = "1.2.840.113549.1.7.3", "envelopedData";
    /// RFC 5652 §8.
    ID_ENCRYPTED_DATA = "1.2.840.113549.1.7.6", "encryptedData";

    // PKCS#9 attributes: RFC 2985.
    /// RFC 2985 §5.2.1; also an attribute type of older names.
    EMAIL_ADDRESS = "1.2.840.113549.1.9.1", "emailAddress";
    /// RFC 2985 §5.2.2.
    UNSTRUCTURED_NAME = "1.2.840.113549.1.9.2", "unstructuredName";
    /// RFC 5652 §11.1.
    CONTENT_TYPE = "1.2.840.113549.1.9.3", "contentType";
    /// RFC 5652 §11.2.
    MESSAGE_DIGEST = "1.2.840.113549.1.9.4", "messageDigest";
    /// RFC 5652 §11.3.
    SIGNING_TIME = "1.2.840.113549.1.9.5", "signingTime";
    /// RFC 2985 §5.4.1.
    CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7", "challengePassword";
    /// RFC 2985 §5.4.2.
    EXTENSION_REQUEST = "1.2.840.113549.1.9.14", "extensionRequest";
    /// Microsoft's forerunner of extensionRequest.
    MS_CERT_EXTENSIONS = "1.3.6.1.4.1.311.2.1.14", "msCertExtensions";
    /// RFC 2985 §5.5.1.
    FRIENDLY_NAME = "1.2.840.113549.1.9.20", "friendlyName";
    /// RFC 2985 §5.5.2.
    LOCAL_KEY_ID = "1.2.840.113549.1.9.21", "localKeyID";
    /// RFC 7292 §4.2.3.
    X509_CERTIFICATE = "1.2.840.113549.1.9.22.1", "x509Certificate";
    /// RFC 7292 §4.2.4.
    X509_CRL = "1.2.840.113549.1.9.23.1", "x509Crl";

    // PKCS#12 bags and schemes: RFC 7292; PKCS#5: RFC 8018.
    /// RFC 7292 §4.2.1.
    KEY_BAG = "1.2.840.113549.1.12.10.1.1", "keyBag";
    /// RFC 7292 §4.2.2.
    PKCS8_SHROUDED_KEY_BAG = "1.2.840.113549.1.12.10.1.2", "pkcs8ShroudedKeyBag";
    /// RFC 7292 §4.2.3.
    CERT_BAG = "1.2.840.113549.1.12.10.1.3", "certBag";
    /// RFC 7292 §4.2.4.
    CRL_BAG = "1.2.840.113549.1.12.10.1.4", "crlBag";
    /// RFC 7292 §4.2.5.
    SECRET_BAG = "1.2.840.113549.1.12.10.1.5", "secretBag";
    /// RFC 7292 §4.2.6.
    SAFE_CONTENTS_BAG = "1.2.840.113549.1.12.10.1.6", "safeContentsBag";
    /// RFC 7292 §C; legacy, read only.
    PBE_WITH_SHA1_AND_128_BIT_RC4 = "1.2.840.113549.1.12.1.1", "pbeWithSHAAnd128BitRC4";
    /// RFC 7292 §C; legacy, read only.
    PBE_WITH_SHA1_AND_40_BIT_RC4 = "1.2.840.113549.1.12.1.2", "pbeWithSHAAnd40BitRC4";
    /// RFC 7292 §C.
    PBE_WITH_SHA1_AND_3_KEY_TRIPLE_DES_CBC = "1.2.840.113549.1.12.1.3", "pbeWithSHAAnd3-KeyTripleDES-CBC";
    /// RFC 7292 §C; legacy, read only.
    PBE_WITH_SHA1_AND_2_KEY_TRIPLE_DES_CBC = "1.2.840.113549.1.12.1.4", "pbeWithSHAAnd2-KeyTripleDES-CBC";
    /// RFC 7292 §C; legacy, read only.
    PBE_WITH_SHA1_AND_128_BIT_RC2_CBC = "1.2.840.113549.1.12.1.5", "pbeWithSHAAnd128BitRC2-CBC";
    /// RFC 7292 §C; legacy, read only.
    PBE_WITH_SHA1_AND_40_BIT_RC2_CBC = "1.2.840.113549.1.12.1.6", "pbeWithSHAAnd40BitRC2-CBC";
    /// RFC 8018 §A.4.
    ID_PBES2 = "1.2.840.113549.1.5.13", "PBES2";
    /// RFC 8018 §A.2.
    ID_PBKDF2 = "1.2.840.113549.1.5.12", "PBKDF2";
    /// RFC 9579 §5.
    ID_PBMAC1 = "1.2.840.113549.1.5.14", "PBMAC1";
    /// RFC 7914 §7.
    ID_SCRYPT = "1.3.6.1.4.1.11591.4.11", "scrypt";
    /// RFC 8018 §B.1.1.
    HMAC_WITH_SHA1 = "1.2.840.113549.2.7", "hmacWithSHA1";
    /// RFC 8018 §B.1.2.
    HMAC_WITH_SHA224 = "1.2.840.113549.2.8", "hmacWithSHA224";
    /// RFC 8018 §B.1.2.
    HMAC_WITH_SHA256 = "1.2.840.113549.2.9", "hmacWithSHA256";
    /// RFC 8018 §B.1.2.
    HMAC_WITH_SHA384 = "1.2.840.113549.2.10", "hmacWithSHA384";
    /// RFC 8018 §B.1.2.
    HMAC_WITH_SHA512 = "1.2.840.113549.2.11", "hmacWithSHA512";
    /// RFC 8018 §B.2.2.
    DES_EDE3_CBC = "1.2.840.113549.3.7", "des-ede3-cbc";
    /// RFC 8018 §B.2.5.
    AES_128_CBC = "2.16.840.1.101.3.4.1.2", "aes128-CBC";
    /// RFC 8018 §B.2.5.
    AES_192_CBC = "2.16.840.1.101.3.4.1.22", "aes192-CBC";
    /// RFC 8018 §B.2.5.
    AES_256_CBC = "2.16.840.1.101.3.4.1.42", "aes256-CBC";

    // Extensions of the French health sector (arc of the GIP-CPS).
    /// Card type: INTEGER.
    GIP_CPS_CARD_TYPE = "1.2.250.1.71.1.2.2", "gipCardType";
    /// Card number: PrintableString.
    GIP_CPS_CARD_ID = "1.2.250.1.71.1.2.3", "gipCardID";
    /// Product category: OCTET STRING of one octet.
    GIP_CPS_PRODUCT_CATEGORY = "1.2.250.1.71.1.2.5", "gipProductCategory";
    /// Profession: INTEGER.
    GIP_CPS_PROFESSION = "1.2.250.1.71.1.2.7", "gipProfession";
    /// Specialities: SEQUENCE OF UTF8String.
    GIP_CPS_SPECIALITIES = "1.2.250.1.71.4.2.5", "gipSpecialities";
}

/// How many contents octets the identifier of this dotted text takes. Compile time only.
const fn encoded_len(dotted: &str) -> usize {
    walk(dotted, &mut [0; 32])
}

/// The contents octets of the identifier of this dotted text. Compile time only.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated at compile time only: a fault stops the build"
)]
const fn encode<const N: usize>(dotted: &str) -> [u8; N] {
    let mut buffer = [0; 32];
    let len = walk(dotted, &mut buffer);
    assert!(len == N, "length is that of encoded_len");
    let mut octets = [0; N];
    let mut at = 0;
    while at < N {
        octets[at] = buffer[at];
        at += 1;
    }
    octets
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "evaluated at compile time only: a fault stops the build"
)]
const fn walk(dotted: &str, out: &mut [u8; 32]) -> usize {
    let text = dotted.as_bytes();
    let (mut at, mut len, mut index, mut first) = (0, 0, 0, 0_u64);
    while at < text.len() {
        let mut arc = 0_u64;
        while at < text.len() && text[at] != b'.' {
            assert!(text[at].is_ascii_digit(), "digits and dots");
            arc = arc * 10 + (text[at] - b'0') as u64;
            at += 1;
        }
        at += 1;
        index += 1;
        if index == 1 {
            first = arc;
            continue;
        }
        if index == 2 {
            arc += first * 40;
        }
        let mut shift = 63;
        while shift > 0 {
            if arc >> shift != 0 {
                out[len] = 0x80 | ((arc >> shift) & 0x7f) as u8;
                len += 1;
            }
            shift -= 7;
        }
        out[len] = (arc & 0x7f) as u8;
        len += 1;
    }
    len
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn no_identifier_or_name_is_listed_twice() {
        for (index, (constant, oid, _, name)) in ALL.iter().enumerate() {
            for (other_constant, other, _, other_name) in &ALL[index + 1..] {
                assert_ne!(oid, other, "{constant} and {other_constant}");
                assert_ne!(name, other_name, "{constant} and {other_constant}");
            }
        }
    }

    #[test]
    fn octets_are_those_of_another_encoder() {
        for (constant, oid, dotted, _) in ALL {
            let judge = const_oid::ObjectIdentifier::new(dotted).unwrap();
            assert_eq!(oid.as_bytes(), judge.as_bytes(), "{constant}");
            assert_eq!(oid.to_string(), *dotted, "{constant}");
        }
    }
}
