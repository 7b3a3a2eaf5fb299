//! Errors of the library crates, as failures: their code, where they are, and the exit code they mean.
use super::Failure;
use crate::files;
use igc_crypto::KeyError;
use std::path::Path;

impl Failure {
    /// Bytes that are not what they should be.
    pub(crate) fn from_x509(error: igc_x509::Error, path: &Path) -> Self {
        Self::unable(error.code()).at(place(path, error.position))
    }

    /// A private key that cannot be used.
    pub(crate) fn from_key(error: KeyError, path: &Path) -> Self {
        Self::unable(error.code()).at(place(path, error.position))
    }

    /// A name the catalogue does not hold, with the nearest as cure.
    pub(crate) fn not_found(
        code: &'static str,
        text: &str,
        error: &igc_catalogue::NotFound,
    ) -> Self {
        let failure = Self::unable(code).at(text);
        if error.nearest().is_empty() { failure } else { failure.cure(error.nearest().join(", ")) }
    }
}

fn place(path: &Path, position: usize) -> String {
    match position {
        0 => files::show(path),
        _ => format!("{}, offset {position}", files::show(path)),
    }
}
