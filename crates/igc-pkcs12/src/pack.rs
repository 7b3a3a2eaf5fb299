//! Writing a file (RFC 7292 §5.1).

use igc_crypto::pbe::{EncryptionScheme, MacKey, MacScheme, Password, PbeError};
use igc_crypto::{Digest as _, DigestAlgorithm, Random, RustCrypto};
use igc_x509::{Oid, encode, oid};

use crate::error::{P12Error, P12ErrorKind, Place, Protected};
use crate::parallel::parallel;
use crate::profile::{Encryption, Integrity, PackProfile};
use crate::public_key;

/// What goes into a file: one key and its certificates.
pub struct Bundle<'a> {
    key: &'a [u8],
    certificates: &'a [&'a [u8]],
    friendly_name: Option<&'a str>,
}

impl<'a> Bundle<'a> {
    /// `key` in PKCS #8, DER; its own certificate first, then the issuer's and so on, in the order in which they are to be
    /// written, DER.
    #[must_use]
    pub const fn new(key: &'a [u8], certificates: &'a [&'a [u8]]) -> Self {
        Self { key, certificates, friendly_name: None }
    }

    /// Names the key and its certificate; the platform's files have no name.
    #[must_use]
    pub const fn friendly_name(self, name: &'a str) -> Self {
        Self { friendly_name: Some(name), ..self }
    }
}

pub(crate) fn pack(
    bundle: &Bundle<'_>,
    profile: &PackProfile,
    password: &Password,
    random: &dyn Random,
) -> Result<Vec<u8>, P12Error> {
    let leaf = check(bundle)?;
    // The platform, OpenSSL and Windows mark the pair with the SHA-1 of the certificate.
    let local_key_id = RustCrypto.digest(DigestAlgorithm::Sha1, leaf);
    let attributes = attributes(&local_key_id, bundle.friendly_name);

    let mut certificates = Vec::with_capacity(bundle.certificates.len());
    for (index, der) in bundle.certificates.iter().enumerate() {
        let value = encode::sequence(&[
            encode::oid(oid::X509_CERTIFICATE),
            encode::context_constructed(0, &encode::octet_string(der)),
        ]);
        let attributes = if index == 0 { &*attributes } else { &[] };
        certificates.push(bag(oid::CERT_BAG, &value, attributes));
    }
    let certificates = encode::sequence(&certificates);

    let failed = |error| P12Error::from_pbe(error, Protected::Contents, Place::File, 0);
    let key_scheme = draw(profile.key, random).map_err(failed)?;
    let certificates_scheme =
        profile.certificates.map(|scheme| draw(scheme, random)).transpose().map_err(failed)?;
    let mac_scheme = draw_mac(profile.integrity, random).map_err(failed)?;

    // Three derivations that know nothing of each other.
    enum Made {
        Bytes(Result<Vec<u8>, PbeError>),
        Mac(Result<MacKey, PbeError>),
    }
    let mut made = parallel(3, |index| match (index, &certificates_scheme) {
        (0, _) => Made::Bytes(key_scheme.encrypt(bundle.key, password)),
        (1, Some(scheme)) => Made::Bytes(scheme.encrypt(&certificates, password)),
        (1, None) => Made::Bytes(Ok(Vec::new())),
        _ => Made::Mac(mac_scheme.derive(password)),
    })
    .into_iter();
    let (Some(Made::Bytes(key)), Some(Made::Bytes(sealed)), Some(Made::Mac(mac_key))) =
        (made.next(), made.next(), made.next())
    else {
        return Err(P12Error::making(P12ErrorKind::Random));
    };

    let certificates_part = match &certificates_scheme {
        Some(scheme) => encrypted_data(scheme, &sealed.map_err(failed)?),
        None => data(&certificates),
    };
    let shrouded =
        encode::sequence(&[key_scheme.to_der(), encode::octet_string(&key.map_err(failed)?)]);
    let key_bag = bag(oid::PKCS8_SHROUDED_KEY_BAG, &shrouded, &attributes);
    let key_part = data(&encode::sequence(&[key_bag]));
    let authenticated_safe = encode::sequence(&[certificates_part, key_part]);

    let digest = mac_key.map_err(failed)?.compute(&authenticated_safe);
    let mut fields = vec![encode::integer(3), data(&authenticated_safe)];
    fields.push(mac_data(&mac_scheme, &digest));
    Ok(encode::sequence(&fields))
}

/// The leaf, when everything can be read and belongs together.
fn check<'a>(bundle: &Bundle<'a>) -> Result<&'a [u8], P12Error> {
    let (algorithm, key) = public_key::of_private(bundle.key);
    if algorithm.is_none() {
        return Err(P12Error::making(P12ErrorKind::PackKey));
    }
    let unreadable = P12Error::making(P12ErrorKind::PackCertificate);
    if bundle.certificates.iter().any(|der| igc_x509::Certificate::parse(der).is_err()) {
        return Err(unreadable);
    }
    let leaf: &[u8] = bundle.certificates.first().ok_or(unreadable)?;
    match (key, public_key::of_certificate(leaf)) {
        (Some(key), Some(certified)) if key != certified => {
            Err(P12Error::making(P12ErrorKind::PackPair))
        }
        _ => Ok(leaf),
    }
}

fn draw(encryption: Encryption, random: &dyn Random) -> Result<EncryptionScheme, PbeError> {
    match encryption {
        Encryption::Sha1TripleDes { iterations } => {
            EncryptionScheme::sha1_triple_des(iterations, random)
        }
        Encryption::Pbes2 { prf, cipher, iterations } => {
            EncryptionScheme::pbes2(prf, iterations, cipher, random)
        }
    }
}

fn draw_mac(integrity: Integrity, random: &dyn Random) -> Result<MacScheme, PbeError> {
    match integrity {
        Integrity::Hmac { hash, iterations } => MacScheme::pkcs12(hash, iterations, random),
        Integrity::Pbmac1 { hash, iterations } => MacScheme::pbmac1(hash, iterations, random),
    }
}

/// `SafeBag`; `attributes` may be empty.
fn bag(id: Oid<'_>, value: &[u8], attributes: &[Vec<u8>]) -> Vec<u8> {
    let mut fields = vec![encode::oid(id), encode::context_constructed(0, value)];
    if !attributes.is_empty() {
        fields.push(encode::set_of(attributes));
    }
    encode::sequence(&fields)
}

fn attributes(local_key_id: &[u8], friendly_name: Option<&str>) -> Vec<Vec<u8>> {
    let attribute =
        |id, value: Vec<u8>| encode::sequence(&[encode::oid(id), encode::set_of(&[value])]);
    let mut attributes = vec![attribute(oid::LOCAL_KEY_ID, encode::octet_string(local_key_id))];
    if let Some(name) = friendly_name {
        // RFC 2985 §5.5.1 says BMPString; characters beyond it become surrogates, as all software does.
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_be_bytes).collect();
        attributes
            .push(attribute(oid::FRIENDLY_NAME, encode::tlv(crate::ber::tag::BMP_STRING, &units)));
    }
    attributes
}

/// `ContentInfo` of type data (RFC 5652 §4).
fn data(contents: &[u8]) -> Vec<u8> {
    let explicit = encode::context_constructed(0, &encode::octet_string(contents));
    encode::sequence(&[encode::oid(oid::ID_DATA), explicit])
}

/// `ContentInfo` of type encryptedData (RFC 5652 §8).
fn encrypted_data(scheme: &EncryptionScheme, ciphertext: &[u8]) -> Vec<u8> {
    let info = encode::sequence(&[
        encode::oid(oid::ID_DATA),
        scheme.to_der(),
        encode::context(0, ciphertext),
    ]);
    let encrypted = encode::sequence(&[encode::integer(0), info]);
    encode::sequence(&[
        encode::oid(oid::ID_ENCRYPTED_DATA),
        encode::context_constructed(0, &encrypted),
    ])
}

/// `MacData`; salt and iterations of PBMAC1 stand in its own parameters, and here for readers that look (RFC 9579 §4).
fn mac_data(scheme: &MacScheme, digest: &[u8]) -> Vec<u8> {
    let digest_info =
        encode::sequence(&[scheme.digest_algorithm_der(), encode::octet_string(digest)]);
    encode::sequence(&[
        digest_info,
        encode::octet_string(scheme.salt()),
        encode::integer(scheme.iterations()),
    ])
}
