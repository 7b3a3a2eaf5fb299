//! Which keys are certified.

use igc_catalogue::rsa_bits;
use igc_x509::{SubjectPublicKeyInfo, oid};

use crate::error::IssueError;

/// RSA of a size that the catalogue lists, with an odd exponent of at least 65537 and NULL parameters (RFC 3279 §2.3.1).
///
/// IGC-Santé was only ever seen to certify 2048 bits; the larger are for those who test what comes next.
pub(crate) fn check(key: &SubjectPublicKeyInfo<'_>) -> Result<(), IssueError> {
    let parameters_are_null = key.algorithm.parameters.is_some_and(|any| any.is_null());
    match key.rsa() {
        Ok(Some(rsa))
            if key.algorithm.oid == oid::RSA_ENCRYPTION
                && parameters_are_null
                && rsa_bits().contains(&rsa.bits())
                && is_odd(rsa.modulus)
                && is_odd(rsa.public_exponent)
                && !matches!(rsa.public_exponent, [_] | [_, _] | [1, 0, 0]) =>
        {
            Ok(())
        }
        _ => Err(IssueError::Key),
    }
}

fn is_odd(magnitude: &[u8]) -> bool {
    magnitude.last().is_some_and(|last| last % 2 == 1)
}
