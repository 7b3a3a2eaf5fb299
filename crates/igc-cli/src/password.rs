//! Passwords: from a prompt, a file, a descriptor or `IGC_PASSWORD`; never from an argument.
use crate::console::Console;
use crate::failure::Failure;
use crate::files;
use crate::interrupt;
use igc_crypto::{Random, Secret};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The variable that holds a password.
const VARIABLE: &str = "IGC_PASSWORD";

/// Letters that no one confuses when reading aloud: no 0/O, 1/l/I.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// 5 bits a letter: 24 letters are 120 bits.
const GENERATED_LETTERS: usize = 24;

/// Where the password comes from.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct PasswordSource {
    #[arg(long, value_name = "FILE", conflicts_with = "password_fd")]
    password_file: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    password_fd: Option<u32>,
}

/// A password for a new file, and whether its owner has yet to learn it.
pub(crate) struct NewPassword {
    pub(crate) secret: Secret,
    pub(crate) generated: bool,
}

impl PasswordSource {
    /// The password of a file to make: typed twice, or generated when nobody is there to type it.
    pub(crate) fn for_new(
        &self,
        console: &Console,
        random: &dyn Random,
    ) -> Result<NewPassword, Failure> {
        if let Some(secret) = self.given()? {
            return Ok(NewPassword { secret, generated: false });
        }
        let typed = if console.can_ask() { typed_twice(console)? } else { None };
        match typed {
            Some(secret) => Ok(NewPassword { secret, generated: false }),
            None => Ok(NewPassword { secret: generate(random)?, generated: true }),
        }
    }

    /// The password of a file to open: asked when `console` may, `None` when nobody knows one.
    pub(crate) fn for_open(
        &self,
        console: &Console,
        path: &Path,
    ) -> Result<Option<Secret>, Failure> {
        if let Some(secret) = self.given()? {
            return Ok(Some(secret));
        }
        if !console.can_ask() || files::is_stdin(path) {
            return Ok(None);
        }
        let question =
            console.voice.say("ask-password-open", &[("file", files::show(path).into())]);
        prompt(&question).map(Some)
    }

    fn given(&self) -> Result<Option<Secret>, Failure> {
        let from_file = |path: &Path| first_line(files::read(path)?, &files::show(path)).map(Some);
        if let Some(path) = &self.password_file {
            return from_file(path);
        }
        if let Some(descriptor) = self.password_fd {
            return from_file(&readable(descriptor)?);
        }
        match std::env::var(VARIABLE) {
            Ok(text) if text.is_empty() => Err(Failure::unable("cli.password.empty").at(VARIABLE)),
            Ok(text) => Ok(Some(Secret::from(text))),
            Err(std::env::VarError::NotPresent) => Ok(None),
            Err(_) => Err(Failure::unable("cli.password.not-utf8").at(VARIABLE)),
        }
    }
}

/// The file that is open under a descriptor, unless it is for writing or not open: reading would wait forever, or mislead.
fn readable(descriptor: u32) -> Result<PathBuf, Failure> {
    let place = format!("--password-fd {descriptor}");
    if matches!(descriptor, 1 | 2) {
        return Err(Failure::unable("cli.password.fd-output").at(place));
    }
    let path = PathBuf::from(format!("/dev/fd/{descriptor}"));
    match path.symlink_metadata() {
        Ok(_) => Ok(path),
        Err(_) => Err(Failure::unable("cli.password.fd-closed").at(place)),
    }
}

fn typed_twice(console: &Console) -> Result<Option<Secret>, Failure> {
    loop {
        let first = prompt(&console.voice.word("ask-password-new"))?;
        if first.is_empty() {
            return Ok(None);
        }
        if first == prompt(&console.voice.word("ask-password-again"))? {
            return Ok(Some(first));
        }
        console.remark(&console.voice.word("ask-password-differ"));
    }
}

fn prompt(question: &str) -> Result<Secret, Failure> {
    rpassword::prompt_password(format!("{question} "))
        .map(Secret::from)
        .inspect_err(interrupt::yield_to_handler)
        .map_err(|why| Failure::unable("cli.input.failed").detail(why.to_string()))
}

/// The first line, as `openssl -passin file:` reads it.
fn first_line(bytes: Vec<u8>, place: &str) -> Result<Secret, Failure> {
    let bytes = Zeroizing::new(bytes);
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.is_empty() {
        return Err(Failure::unable("cli.password.empty").at(place));
    }
    if core::str::from_utf8(line).is_err() {
        return Err(Failure::unable("cli.password.not-utf8").at(place));
    }
    Ok(Secret::from(line.to_vec()))
}

fn generate(random: &dyn Random) -> Result<Secret, Failure> {
    let mut octets = Zeroizing::new([0u8; GENERATED_LETTERS]);
    random
        .fill(octets.as_mut_slice())
        .map_err(|why| Failure::unable("crypto.random").detail(why.to_string()))?;
    // 32 divides 256: every letter is as likely as another.
    let letters = octets.iter().filter_map(|octet| LETTERS.get(usize::from(octet % 32)).copied());
    Ok(Secret::from(letters.collect::<Vec<u8>>()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use igc_crypto::OsRandom;

    #[test]
    fn a_generated_password_is_long_and_new_each_time() {
        let [a, b] = [generate(&OsRandom).unwrap(), generate(&OsRandom).unwrap()];
        assert_eq!(a.len(), GENERATED_LETTERS);
        assert!(a.expose().iter().all(|letter| LETTERS.contains(letter)));
        assert!(a != b);
    }

    #[test]
    fn a_password_file_is_its_first_line() {
        let read = |bytes: &[u8]| first_line(bytes.to_vec(), "f");
        assert_eq!(read(b"caf\xc3\xa9 1\r\nnext").unwrap().expose_str(), Some("café 1"));
        assert_eq!(read(b"x").unwrap().expose_str(), Some("x"));
        assert_eq!(read(b"\nx").err().unwrap().code(), "cli.password.empty");
        assert_eq!(read(b"\xff\n").err().unwrap().code(), "cli.password.not-utf8");
    }
}
