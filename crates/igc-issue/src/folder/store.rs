//! Files and directories that are whole or absent, and the lock that keeps two processes apart.
//!
//! Everything is first made under a temporary name in the same directory, flushed to the disk, then renamed. A run that is cut off leaves at most a
//! temporary name (`.….partial`), which [`sweep`] removes; it never leaves half of a key.

use core::sync::atomic::{AtomicU64, Ordering};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// The owner alone (0600): keys.
    Owner,
    /// Everyone (0644): what the authority publishes.
    Everyone,
}

/// The end of every temporary name.
const PARTIAL: &str = ".partial";

/// Writes `bytes` to `path`, which then is whole or as it was before.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let partial = partial_beside(path)?;
    let written = write_synced(&partial, bytes, access).and_then(|()| fs::rename(&partial, path));
    if written.is_err() {
        // The first error is the one to tell; the sweep takes what cannot be removed now.
        let _ = fs::remove_file(&partial);
    }
    written.and_then(|()| sync_parent(path))
}

/// Makes `path` and its missing parents, readable by the owner alone (0700).
pub(crate) fn create_private_dir(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Removes what an interrupted run left under a temporary name. Only under the lock.
pub(crate) fn sweep(dir: &Path) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') && name.ends_with(PARTIAL) {
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
    }
    Ok(())
}

/// A directory in the making: it takes its name when [`publish`](Self::publish)ed, and goes away otherwise.
pub(crate) struct StagedDir {
    partial: PathBuf,
    target: PathBuf,
}

impl StagedDir {
    pub(crate) fn new(target: &Path) -> io::Result<Self> {
        let partial = partial_beside(target)?;
        create_private_dir(&partial)?;
        Ok(Self { partial, target: target.to_owned() })
    }

    /// Writes one file of the directory.
    pub(crate) fn write(&self, name: &str, bytes: &[u8], access: Access) -> io::Result<()> {
        write_synced(&self.partial.join(name), bytes, access)
    }

    /// Takes one file out again.
    pub(crate) fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.partial.join(name))
    }

    /// Gives the directory its name. Fails when the name is taken by a directory that holds something.
    pub(crate) fn publish(self) -> io::Result<()> {
        File::open(&self.partial)?.sync_all()?;
        fs::rename(&self.partial, &self.target)?;
        sync_parent(&self.target)
    }
}

impl Drop for StagedDir {
    fn drop(&mut self) {
        // After `publish` there is nothing under this name any more.
        let _ = fs::remove_dir_all(&self.partial);
    }
}

/// Exclusive use of a folder among processes and among threads; ends when dropped, or with the process.
pub(crate) struct Lock {
    _file: File,
}

impl Lock {
    /// Waits until nobody else holds the lock of `dir`.
    pub(crate) fn acquire(dir: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        owner_only(&mut options);
        let file = options.open(dir.join("lock"))?;
        file.lock()?;
        Ok(Self { _file: file })
    }
}

fn write_synced(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    if access == Access::Owner {
        owner_only(&mut options);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(unix)]
fn owner_only(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

/// Elsewhere than on Unix the directory's own rules protect the file.
#[cfg(not(unix))]
fn owner_only(_: &mut OpenOptions) {}

/// A rename lasts once its directory is on the disk.
fn sync_parent(path: &Path) -> io::Result<()> {
    match path.parent() {
        #[cfg(unix)]
        Some(parent) if !parent.as_os_str().is_empty() => File::open(parent)?.sync_all(),
        _ => Ok(()),
    }
}

/// A name beside `path` that no other thread and no other live process uses.
fn partial_beside(path: &Path) -> io::Result<PathBuf> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    Ok(path.with_file_name(format!(".{name}.{}-{number}{PARTIAL}", std::process::id())))
}

#[cfg(test)]
mod tests;
