//! Runs the command; and one order of ROC's two certificates that every test may read.
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The moment of the shared order.
pub(crate) const AT: &str = "2026-11-22T10:15:00Z";

/// The shared order's password.
pub(crate) const PASSWORD: &str = "Fictif-0123";

/// A command in `folder`, with nothing of the caller's environment that could change what it says.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_igc"));
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "IGC_PASSWORD"] {
        command.env_remove(name);
    }
    command.env("TZ", "UTC");
    command
}

/// Runs with arguments separated by spaces.
pub(crate) fn igc(folder: &Path, line: &str) -> Run {
    run(command(folder).args(line.split_whitespace()))
}

pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run::of(output)
}

/// Runs with `input` on standard input.
pub(crate) fn fed(folder: &Path, line: &str, input: &[u8]) -> Run {
    let mut child = command(folder)
        .args(line.split_whitespace())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Run::of(child.wait_with_output().unwrap())
}

impl Run {
    fn of(output: std::process::Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Done, and nothing went wrong.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{}{}", self.stdout, self.stderr);
        self.stdout
    }

    /// Refused with this exit and error code, a cure, and nothing on standard output.
    #[track_caller]
    pub(crate) fn fails(&self, exit: i32, code: &str) {
        assert_eq!(self.code, Some(exit), "{self:#?}");
        assert!(self.stderr.contains(&format!("error[{code}]: ")), "{self:#?}");
        assert!(self.stderr.contains("= cure: "), "{self:#?}");
        assert!(!self.stderr.contains("panicked"), "{self:#?}");
        assert_eq!(self.stdout, "", "{self:#?}");
    }

    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|why| panic!("{why}: {self:#?}"))
    }
}

/// The folder of a test IGC that all tests share: its authorities take seconds to make.
pub(crate) fn authority() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("igc-cli");
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        folder.join("igc")
    })
}

/// ROC's two certificates, ordered once: the folder that holds `igc-roc`.
pub(crate) fn roc() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = authority().parent().unwrap().join("roc");
        std::fs::create_dir_all(&folder).unwrap();
        order(&folder, "--usage roc").done();
        folder
    })
}

/// An order at the shared authority, at the shared moment, with the shared password.
pub(crate) fn order(folder: &Path, line: &str) -> Run {
    run(command(folder)
        .args(["order", "--at", AT, "--igc"])
        .arg(authority())
        .args(line.split_whitespace())
        .env("IGC_PASSWORD", PASSWORD))
}
