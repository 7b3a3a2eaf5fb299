//! Programs we did not write, asked to judge what we made.

use std::{
    env,
    ffi::{OsStr, OsString},
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Output, Stdio},
    thread,
};

use crate::shared::skip;

/// An outside program found on this machine.
#[derive(Clone, Debug)]
pub struct Judge {
    program: PathBuf,
    folder: Option<PathBuf>,
    variables: Vec<(String, OsString)>,
    input: Vec<u8>,
}

/// What a judge said.
#[derive(Clone, Debug)]
pub struct Outcome {
    command: String,
    status: ExitStatus,
    /// Standard output, raw.
    pub stdout_bytes: Vec<u8>,
    stderr: String,
}

/// OpenSSL's command.
#[must_use]
pub fn openssl() -> Option<Judge> {
    judge("openssl")
}

/// Java's key store tool.
#[must_use]
pub fn keytool() -> Option<Judge> {
    judge("keytool")
}

/// The Java launcher; `java File.java` runs a single source file.
#[must_use]
pub fn java() -> Option<Judge> {
    judge("java")
}

/// curl, a TLS client of its own.
#[must_use]
pub fn curl() -> Option<Judge> {
    judge("curl")
}

/// Node.js.
#[must_use]
pub fn node() -> Option<Judge> {
    judge("node")
}

/// Looks `name` up on `PATH` and in the system folders where servers live.
///
/// # Panics
/// Under `CI=true` when it is absent.
#[must_use]
pub fn judge(name: &str) -> Option<Judge> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path).chain(["/usr/sbin", "/sbin"].map(PathBuf::from));
    match folders.map(|folder| folder.join(name)).find(|program| program.is_file()) {
        Some(program) => {
            Some(Judge { program, folder: None, variables: Vec::new(), input: Vec::new() })
        }
        None => skip(&format!("`{name}` is not on this machine")),
    }
}

impl Judge {
    /// Runs in `folder` instead of the current one.
    #[must_use]
    pub fn in_dir(mut self, folder: impl AsRef<Path>) -> Self {
        self.folder = Some(folder.as_ref().to_path_buf());
        self
    }

    /// Sets an environment variable.
    #[must_use]
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.variables.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Gives `input` on standard input.
    #[must_use]
    pub fn stdin(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = input.into();
        self
    }

    /// The program's path.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Runs to the end, whatever the exit status.
    ///
    /// # Panics
    /// When the program cannot be started.
    #[must_use]
    pub fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Outcome {
        let arguments: Vec<OsString> =
            arguments.into_iter().map(|a| a.as_ref().to_owned()).collect();
        let mut command = Command::new(&self.program);
        // Messages are compared: they must not follow the machine's language.
        command.args(&arguments).env("LC_ALL", "C.UTF-8").env_remove("OPENSSL_CONF");
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        let shown =
            format!("{} {}", self.program.display(), arguments.join(OsStr::new(" ")).display());
        match finish(command, self.input.clone()) {
            Ok(Output { status, stdout, stderr }) => Outcome {
                command: shown,
                status,
                stdout_bytes: stdout,
                stderr: String::from_utf8_lossy(&stderr).into_owned(),
            },
            Err(error) => panic!("{shown}: {error}"),
        }
    }

    /// Runs and expects success; gives standard output as text.
    ///
    /// # Panics
    /// When the exit status is not zero, with all that the program printed.
    pub fn accepts<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> String {
        let outcome = self.run(arguments);
        assert!(outcome.success(), "{outcome}");
        outcome.stdout()
    }

    /// Runs and expects a refusal; gives what was printed, both streams.
    ///
    /// # Panics
    /// When the exit status is zero.
    pub fn refuses<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> String {
        let outcome = self.run(arguments);
        assert!(!outcome.success(), "expected a refusal\n{outcome}");
        outcome.printed()
    }
}

impl Outcome {
    /// Exit status zero.
    #[must_use]
    pub fn success(&self) -> bool {
        self.status.success()
    }

    /// The exit code; `None` when ended by a signal.
    #[must_use]
    pub fn code(&self) -> Option<i32> {
        self.status.code()
    }

    /// Standard output as text.
    #[must_use]
    pub fn stdout(&self) -> String {
        String::from_utf8_lossy(&self.stdout_bytes).into_owned()
    }

    /// Standard error as text.
    #[must_use]
    pub fn stderr(&self) -> &str {
        &self.stderr
    }

    /// Both streams, standard output first.
    #[must_use]
    pub fn printed(&self) -> String {
        format!("{}{}", self.stdout(), self.stderr)
    }
}

impl core::fmt::Display for Outcome {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "$ {}\n{}\n{}", self.command, self.status, self.printed())
    }
}

/// Feeds standard input from a thread: a judge that answers before it has read all must not block us.
fn finish(mut command: Command, input: Vec<u8>) -> std::io::Result<Output> {
    let mut child = command.spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // A judge may refuse early and close its end; that is its verdict to give, not an error here.
        thread::spawn(move || drop(stdin.write_all(&input)));
    }
    child.wait_with_output()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_judge_reads_standard_input_and_reports_refusal() {
        let Some(openssl) = openssl() else { return };
        let digest = openssl.clone().stdin("abc").accepts(["dgst", "-sha1", "-r"]);
        assert!(digest.starts_with("a9993e364706816aba3e25717850c26c9cd0d89d"), "{digest}");
        assert!(!openssl.refuses(["x509", "-in", "/dev/null"]).is_empty());
    }
}
