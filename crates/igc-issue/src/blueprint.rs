//! What a certificate is to say, every blank filled in, before a single byte is written.
//!
//! The writing ([`Blueprint::to_tbs`]) and the linter both start from here. What fills the blanks is in `leaf` and
//! `authority`.

use igc_x509::{NameBuf, Oid, Validity, encode};

use crate::content::PlannedExtension;
use crate::extension::extension;

/// A certificate in the making.
#[derive(Debug)]
pub(crate) struct Blueprint<'a> {
    /// The contents of the INTEGER.
    pub(crate) serial: Vec<u8>,
    pub(crate) signature_algorithm: Oid<'a>,
    pub(crate) issuer: NameBuf,
    pub(crate) validity: Validity,
    pub(crate) subject: NameBuf,
    /// `SubjectPublicKeyInfo`, DER.
    pub(crate) public_key: &'a [u8],
    pub(crate) extensions: Vec<PlannedExtension<'a>>,
}

impl Blueprint<'_> {
    /// `TBSCertificate` (RFC 5280 §4.1.2).
    pub(crate) fn to_tbs(&self) -> Vec<u8> {
        let validity = encode::sequence(&[
            encode::time(self.validity.not_before),
            encode::time(self.validity.not_after),
        ]);
        let extensions: Vec<_> = self
            .extensions
            .iter()
            .map(|planned| {
                extension(planned.content.oid(), planned.critical, &planned.content.to_der())
            })
            .collect();
        encode::sequence(&[
            // §4.1.2.1: v3, since extensions are there.
            encode::context_constructed(0, &encode::integer(2)).as_slice(),
            &encode::unsigned_integer(&self.serial),
            &rsa_algorithm(self.signature_algorithm),
            self.issuer.der(),
            &validity,
            self.subject.der(),
            self.public_key,
            &encode::context_constructed(3, &encode::sequence(&extensions)),
        ])
    }
}

/// `AlgorithmIdentifier` of an RSA signature: the parameters are NULL (RFC 4055 §5).
pub(crate) fn rsa_algorithm(algorithm: Oid<'_>) -> Vec<u8> {
    encode::sequence(&[encode::oid(algorithm), encode::null()])
}

/// What was signed, with which algorithm, and the signature: a `Certificate` (§4.1.1) or a `CertificateList` (§5.1.1).
pub(crate) fn signed(tbs: &[u8], algorithm: &[u8], signature: &[u8]) -> Vec<u8> {
    encode::sequence(&[tbs, algorithm, &encode::bit_string(signature)])
}
