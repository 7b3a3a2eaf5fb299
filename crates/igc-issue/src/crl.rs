//! A complete CRL in the form IGC-Santé publishes (RFC 5280 §5): authorityKeyIdentifier and cRLNumber, no reason codes.

use igc_x509::{Time, encode, oid};

use crate::extension::{authority_key_identifier, extension};

/// What a complete CRL is made of.
pub(crate) struct CompleteCrl<'a> {
    /// `Name` of the issuer, DER.
    pub(crate) issuer: &'a [u8],
    pub(crate) issuer_key_identifier: &'a [u8],
    /// `AlgorithmIdentifier` of the signature, DER.
    pub(crate) algorithm: &'a [u8],
    pub(crate) this_update: Time,
    pub(crate) next_update: Time,
    /// cRLNumber (§5.2.3).
    pub(crate) number: u64,
}

impl CompleteCrl<'_> {
    /// `TBSCertList` (§5.1.2) that revokes nothing: revokedCertificates is then absent, as §5.1.2.6 asks.
    pub(crate) fn to_tbs(&self) -> Vec<u8> {
        let extensions = encode::sequence(&[
            extension(
                oid::ID_CE_AUTHORITY_KEY_IDENTIFIER,
                false,
                &authority_key_identifier(self.issuer_key_identifier),
            ),
            extension(oid::ID_CE_CRL_NUMBER, false, &encode::integer(self.number)),
        ]);
        encode::sequence(&[
            // v2
            encode::integer(1).as_slice(),
            self.algorithm,
            self.issuer,
            &encode::time(self.this_update),
            &encode::time(self.next_update),
            &encode::context_constructed(0, &extensions),
        ])
    }
}
