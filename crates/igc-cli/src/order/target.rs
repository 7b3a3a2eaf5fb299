//! Where the files of an order go.
use super::plan::{Plan, Wanted};
use crate::failure::Failure;
use crate::files;
use std::path::{Path, PathBuf};

/// The files of one certificate.
pub(crate) struct Targets {
    /// As the platform delivers it; with a key made here only.
    pub(crate) platform: PathBuf,
    /// For software of today; with a key made here only.
    pub(crate) modern: PathBuf,
    pub(crate) key: PathBuf,
    pub(crate) request: PathBuf,
    pub(crate) certificate: PathBuf,
    pub(crate) full_chain: PathBuf,
}

impl Targets {
    pub(crate) fn new(folder: &Path, wanted: &Wanted, stamp: &str) -> Self {
        let stem = wanted.file_stem();
        let with = |ending: &str| folder.join(format!("{stem}{ending}"));
        Self {
            platform: folder.join(format!("{}{stamp}.p12", Self::platform_prefix(wanted))),
            modern: with(".p12"),
            key: with(".key"),
            request: with(".csr"),
            certificate: with(".pem"),
            full_chain: with("-chaine.pem"),
        }
    }

    /// What the names of the platform's files for this product begin with, before the time.
    pub(crate) fn platform_prefix(wanted: &Wanted) -> String {
        let gamme = wanted.product.profile().gamme().code();
        format!("asip-p12-{gamme}-TEST-{}-", wanted.product.file_part())
    }

    /// Those that will be written.
    pub(crate) fn written(&self, key_made_here: bool) -> Vec<&Path> {
        let always = [&self.request, &self.certificate, &self.full_chain];
        let secret = [&self.platform, &self.modern, &self.key];
        let secret = secret.into_iter().filter(|_| key_made_here);
        always.into_iter().chain(secret).map(PathBuf::as_path).collect()
    }
}

/// Authorities between the certificates and the anchor, and the anchor too.
pub(crate) fn chain(folder: &Path) -> PathBuf {
    folder.join("chaine.pem")
}

/// What to trust.
pub(crate) fn anchor(folder: &Path) -> PathBuf {
    folder.join("ancre.pem")
}

/// A password made here.
pub(crate) fn password(folder: &Path) -> PathBuf {
    folder.join("mot-de-passe.txt")
}

/// What the folder holds, for whoever finds it.
pub(crate) fn notice(folder: &Path) -> PathBuf {
    folder.join("LISEZMOI.txt")
}

/// Refuses to replace any file that the order will write.
///
/// Whether a password will be generated is not known yet: the names are refused either way.
pub(crate) fn refuse_existing(
    plan: &Plan,
    targets: &[Targets],
    folder: &Path,
    force: bool,
) -> Result<(), Failure> {
    let each = plan.wanted.iter().zip(targets);
    let own = each.flat_map(|(wanted, targets)| targets.written(wanted.request.is_none()));
    let common = [chain(folder), anchor(folder), notice(folder), password(folder)];
    files::refuse_existing(own.chain(common.iter().map(PathBuf::as_path)), force)
}
