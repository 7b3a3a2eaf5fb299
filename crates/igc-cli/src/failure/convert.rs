//! Errors of the library crates, as failures: their code, where they are, and the exit code they mean.
use super::Failure;
use crate::files;
use igc_crypto::KeyError;
use igc_issue::IssueError;
use igc_pkcs12::P12Error;
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

    /// Nothing was issued. What the folder's files are, their paths say.
    pub(crate) fn from_issue(error: IssueError) -> Self {
        let failure = match &error {
            IssueError::Fields(_) | IssueError::Key | IssueError::Validity | IssueError::Policy => {
                Self::refused(error.code())
            }
            _ => Self::unable(error.code()),
        };
        match &error {
            IssueError::Folder { path, source } => {
                failure.at(files::show(path)).detail(source.to_string())
            }
            IssueError::Damaged { path } | IssueError::Exposed { path } => {
                failure.at(files::show(path))
            }
            // These name the fields at fault, in the words of the formats.
            IssueError::Fields(_) | IssueError::Lint(_) => failure.detail(error.to_string()),
            _ => failure.sentence(error.to_string()),
        }
    }

    /// A PKCS#12 that was not opened or made.
    pub(crate) fn from_p12(error: &P12Error, path: &Path) -> Self {
        Self::unable(error.code()).at(files::show(path)).sentence(error.to_string())
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
