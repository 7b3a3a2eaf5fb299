//! Files: whole or absent, never overwritten unless asked, 0600 where they hold a secret.
use crate::failure::Failure;
use crate::interrupt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// No file of this trade is larger; a CRL of a million entries is 48 MB.
const LARGEST_BYTES: u64 = 256 * 1024 * 1024;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Secrecy {
    /// Everyone, as the process's mask says.
    Public,
    /// Its owner only: keys, PKCS#12, passwords.
    Secret,
}

/// Files written together: all are on the disk under other names before the first gets its own.
pub(crate) struct Batch {
    force: bool,
    staged: Vec<Staged>,
}

struct Staged {
    target: PathBuf,
    file: NamedTempFile,
}

impl Batch {
    /// `force` lets existing files be replaced.
    pub(crate) const fn new(force: bool) -> Self {
        Self { force, staged: Vec::new() }
    }

    /// Writes `bytes` beside `target`, under another name, and waits for the disk.
    pub(crate) fn stage(
        &mut self,
        target: impl Into<PathBuf>,
        bytes: &[u8],
        secrecy: Secrecy,
    ) -> Result<(), Failure> {
        let target = target.into();
        let file = write_beside(&target, bytes, secrecy)
            .map_err(|why| system("cli.file.unwritable", &target, &why))?;
        self.staged.push(Staged { target, file });
        Ok(())
    }

    /// Gives every file its name; the paths, in the order of staging.
    pub(crate) fn commit(mut self) -> Result<Vec<PathBuf>, Failure> {
        let mut written = Vec::with_capacity(self.staged.len());
        for Staged { target, file } in core::mem::take(&mut self.staged) {
            let temporary = file.path().to_owned();
            let done = if self.force {
                file.persist(&target).map_err(|why| why.error)
            } else {
                file.persist_noclobber(&target).map_err(|why| why.error)
            };
            interrupt::finished(&temporary);
            match done {
                Ok(_) => written.push(target),
                Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {
                    return Err(exists(&target));
                }
                Err(why) => return Err(system("cli.file.unwritable", &target, &why)),
            }
        }
        for folder in written.iter().filter_map(|path| path.parent()) {
            sync_folder(folder);
        }
        Ok(written)
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        for Staged { file, .. } in self.staged.drain(..) {
            let temporary = file.path().to_owned();
            drop(file);
            interrupt::finished(&temporary);
        }
    }
}

/// Says now what [`Batch::commit`] would say later: used before keys are made.
pub(crate) fn refuse_existing<'a>(
    targets: impl IntoIterator<Item = &'a Path>,
    force: bool,
) -> Result<(), Failure> {
    match targets.into_iter().find(|target| !force && target.symlink_metadata().is_ok()) {
        Some(target) => Err(exists(target)),
        None => Ok(()),
    }
}

/// Makes `folder` and proves that a file can be made in it.
pub(crate) fn writable_folder(folder: &Path) -> Result<(), Failure> {
    let proof = std::fs::create_dir_all(folder).and_then(|()| tempfile::tempfile_in(folder));
    match proof {
        Ok(_) => Ok(()),
        Err(why) => Err(system("cli.folder.unwritable", folder, &why)),
    }
}

/// Removes a file.
pub(crate) fn remove(path: &Path) -> Result<(), Failure> {
    std::fs::remove_file(path).map_err(|why| system("cli.file.unwritable", path, &why))
}

/// Reads a file, or standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let limited = |source: &mut dyn Read| {
        let mut bytes = Vec::new();
        source.take(LARGEST_BYTES + 1).read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = if is_stdin(path) {
        limited(&mut io::stdin().lock())
    } else {
        std::fs::File::open(path).and_then(|mut file| limited(&mut file))
    };
    let bytes = bytes.map_err(|why| match why.kind() {
        io::ErrorKind::NotFound => Failure::unable("cli.file.missing").at(show(path)),
        _ => system("cli.file.unreadable", path, &why),
    })?;
    match u64::try_from(bytes.len()) {
        Ok(length) if length <= LARGEST_BYTES => Ok(bytes),
        _ => Err(Failure::unable("cli.file.too-large").at(show(path))),
    }
}

/// Whether `path` means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A path as people read it.
pub(crate) fn show(path: &Path) -> String {
    path.display().to_string()
}

fn write_beside(target: &Path, bytes: &[u8], secrecy: Secrecy) -> io::Result<NamedTempFile> {
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut file = interrupt::unfinished(|| {
        let file = builder(secrecy).tempfile_in(folder)?;
        Ok::<_, io::Error>((file.path().to_owned(), file))
    })?;
    let written = file.write_all(bytes).and_then(|()| file.as_file().sync_all());
    match written {
        Ok(()) => Ok(file),
        Err(why) => {
            let temporary = file.path().to_owned();
            drop(file);
            interrupt::finished(&temporary);
            Err(why)
        }
    }
}

#[cfg(unix)]
fn builder(secrecy: Secrecy) -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".igc-");
    builder.permissions(std::fs::Permissions::from_mode(match secrecy {
        Secrecy::Public => 0o644,
        Secrecy::Secret => 0o600,
    }));
    builder
}

/// Elsewhere a file inherits the folder's access list.
#[cfg(not(unix))]
fn builder(_secrecy: Secrecy) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".igc-");
    builder
}

/// A name is durable once its folder is. Not every file system can: then the file system decides.
fn sync_folder(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    if let Ok(opened) = std::fs::File::open(folder) {
        let _ = opened.sync_all();
    }
}

fn exists(target: &Path) -> Failure {
    Failure::unable("cli.file.exists").at(show(target))
}

fn system(code: &'static str, path: &Path, why: &io::Error) -> Failure {
    Failure::unable(code).at(show(path)).detail(why.to_string())
}

#[cfg(test)]
mod tests;
