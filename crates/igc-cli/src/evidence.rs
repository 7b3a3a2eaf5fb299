//! Certificates and CRLs out of any files, for judging.
use crate::console::Console;
use crate::failure::Failure;
use crate::files;
use crate::password::PasswordSource;
use igc_pkcs12::{Budget, Password, Pfx};
use igc_x509::ErrorKind;
use igc_x509::input::{Input, InputKind, read_any};
use igc_x509::pkcs7::SignedData;
use std::path::{Path, PathBuf};

/// A structure and the file it came from.
pub(crate) struct Piece {
    pub(crate) path: PathBuf,
    pub(crate) der: Vec<u8>,
}

/// What some files held.
#[derive(Default)]
pub(crate) struct Evidence {
    pub(crate) certificates: Vec<Piece>,
    pub(crate) crls: Vec<Piece>,
}

impl Evidence {
    /// Reads every certificate and CRL of the files; a PKCS#12 is opened when that is needed to see its certificates.
    pub(crate) fn read(
        paths: &[PathBuf],
        password: &PasswordSource,
        console: &Console,
    ) -> Result<Self, Failure> {
        let mut evidence = Self::default();
        for path in paths {
            let bytes = files::read(path)?;
            let inputs = read_any(&bytes).map_err(|error| Failure::from_x509(error, path))?;
            for input in &inputs {
                evidence.take(input, path, password, console)?;
            }
        }
        Ok(evidence)
    }

    fn take(
        &mut self,
        input: &Input<'_>,
        path: &Path,
        password: &PasswordSource,
        console: &Console,
    ) -> Result<(), Failure> {
        let bytes = input.contents.as_ref();
        let piece = |der: &[u8]| Piece { path: path.to_owned(), der: der.to_vec() };
        match input.kind {
            InputKind::Certificate => self.certificates.push(piece(bytes)),
            InputKind::CertificateList => self.crls.push(piece(bytes)),
            InputKind::Pkcs7 => {
                let data =
                    SignedData::parse(bytes).map_err(|error| Failure::from_x509(error, path))?;
                self.certificates.extend(data.certificates().map(piece));
                self.crls.extend(data.crls().map(piece));
            }
            InputKind::Pfx => {
                let ders = inside(bytes, path, password, console)?;
                self.certificates.extend(ders.iter().map(|der| piece(der)));
            }
            // A key or a request beside its certificate says nothing about trust.
            _ => {}
        }
        Ok(())
    }

    /// Fails when there is no certificate at all.
    pub(crate) fn or_nothing(self, paths: &[PathBuf]) -> Result<Self, Failure> {
        if self.certificates.is_empty() {
            let shown: Vec<String> = paths.iter().map(|path| files::show(path)).collect();
            return Err(Failure::unable(ErrorKind::UnknownInput.code()).at(shown.join(", ")));
        }
        Ok(self)
    }
}

fn inside(
    bytes: &[u8],
    path: &Path,
    password: &PasswordSource,
    console: &Console,
) -> Result<Vec<Vec<u8>>, Failure> {
    let failed = |error| Failure::from_p12(&error, path);
    let clear = Pfx::describe(bytes, &Budget::default()).map_err(failed)?.clear_certificates;
    if !clear.is_empty() {
        return Ok(clear.into_iter().map(|entry| entry.der).collect());
    }
    let password = open_password(password, console, path)?;
    let opened = Pfx::open(bytes, &password, &Budget::default()).map_err(failed)?;
    Ok(opened.certificates.into_iter().map(|entry| entry.der).collect())
}

/// The password of a PKCS#12, which must be known from somewhere.
pub(crate) fn open_password(
    password: &PasswordSource,
    console: &Console,
    path: &Path,
) -> Result<Password, Failure> {
    let secret = password
        .for_open(console, path)?
        .ok_or_else(|| Failure::unable("cli.password.missing").at(files::show(path)))?;
    Password::from_secret(&secret)
        .ok_or_else(|| Failure::unable("cli.password.not-utf8").at(files::show(path)))
}
