//! Ctrl-C: temporary files go, the terminal gets its echo back, exit 130.
use crate::exit::INTERRUPTED;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Much more than the handler needs.
const HANDLER_TIME: core::time::Duration = core::time::Duration::from_secs(2);

/// Files that are not whole yet. Whoever holds the lock decides what happens to them.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Installs the handler; `farewell` is what the user reads.
pub(crate) fn install(farewell: String) {
    let terminal = Terminal::remember();
    // Without a handler the default one ends the process: no worse than before, so a failure is no error.
    let _ = ctrlc::set_handler(move || {
        // The lock is kept until the end: nobody starts another file meanwhile.
        let unfinished = lock();
        for path in unfinished.iter() {
            let _ = std::fs::remove_file(path);
        }
        terminal.restore();
        let _ = std::io::Write::write_all(&mut std::io::stderr(), farewell.as_bytes());
        std::process::exit(INTERRUPTED.into());
    });
}

/// Runs `create` so that an interruption either comes before it or knows of its file.
pub(crate) fn unfinished<T, E>(create: impl FnOnce() -> Result<(PathBuf, T), E>) -> Result<T, E> {
    let mut unfinished = lock();
    let (path, made) = create()?;
    unfinished.push(path);
    Ok(made)
}

/// A read that an interruption cut off: the handler is about to end the process, and is given the time.
pub(crate) fn yield_to_handler(why: &std::io::Error) {
    if why.kind() == std::io::ErrorKind::Interrupted {
        std::thread::sleep(HANDLER_TIME);
    }
}

/// The file at `path` is whole, or gone.
pub(crate) fn finished(path: &Path) {
    lock().retain(|other| other != path);
}

fn lock() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal's settings at the start: a password prompt turns echo off.
#[cfg(unix)]
struct Terminal(Option<rustix::termios::Termios>);

#[cfg(unix)]
impl Terminal {
    fn remember() -> Self {
        Self(rustix::termios::tcgetattr(std::io::stdin()).ok())
    }

    fn restore(&self) {
        if let Some(settings) = &self.0 {
            let now = rustix::termios::OptionalActions::Now;
            let _ = rustix::termios::tcsetattr(std::io::stdin(), now, settings);
        }
    }
}

#[cfg(not(unix))]
struct Terminal;

#[cfg(not(unix))]
impl Terminal {
    const fn remember() -> Self {
        Self
    }

    const fn restore(&self) {}
}
