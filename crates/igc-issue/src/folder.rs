//! A test IGC kept in a folder: three gammes, a root and two intermediates each, made when first needed.
//!
//! ```text
//! DIR/                               0700
//!   lock                             held while authorities are made
//!   authorities/ACI-EL-ORG-LOCAL/
//!     key.pem                        0600, PKCS #8
//!     certificate.cer                DER, as published
//!     initial.crl                    DER, revokes nothing
//!   issued/ACI-EL-ORG-LOCAL/
//!     6f0c….cer                      one per certificate, named by its serial number
//!     6f0c….tbs                      what was about to be signed: left only by a run that was cut off
//! ```

mod keeper;
mod store;

use std::path::{Path, PathBuf};
use std::{fs, io};

use igc_catalogue::{Authority, Domain, Environment, Gamme, authority_profile};
use igc_x509::Time;

use crate::error::IssueError;
use crate::issued::{AuthorityChain, IssuedCertificate};
use crate::leaf::Leaf;
use crate::public_key;
use crate::request::IssueRequest;
use crate::serial::random_serial;
use crate::tools::Tools;
use keeper::{Issuer, Keeper};
use store::{Access, create_private_dir, write_whole};

/// A test IGC that lives in a folder of one machine.
///
/// Two processes may use one folder at the same time: authorities are made under a lock, and certificates never collide.
#[derive(Debug)]
pub struct TestIgc<'t> {
    dir: PathBuf,
    tools: Tools<'t>,
}

impl<'t> TestIgc<'t> {
    /// Opens the test IGC of `dir`, and makes the folder when there is none. No authority is made yet.
    ///
    /// # Errors
    /// [`IssueError::Folder`] when the folder cannot be made or is not a folder.
    pub fn open_or_create(dir: impl Into<PathBuf>, tools: Tools<'t>) -> Result<Self, IssueError> {
        let dir = dir.into();
        for part in ["authorities", "issued"] {
            let path = dir.join(part);
            create_private_dir(&path).map_err(|source| folder_error(&path, source))?;
        }
        Ok(Self { dir, tools })
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The authorities that a certificate of this gamme and domain needs and that do not exist yet: each takes a key of 4096
    /// bits, seconds of work. They are made when first needed.
    #[must_use]
    pub fn missing(&self, gamme: Gamme, domain: Domain) -> Vec<&'static Authority> {
        let keeper = Keeper::new(&self.dir, self.tools);
        let both = [local(gamme, None), local(gamme, Some(domain))];
        both.into_iter().flatten().filter(|authority| !keeper.has(authority)).collect()
    }

    /// The intermediate of this gamme and domain and its root, made if they do not exist yet; `at` is then their birthday.
    ///
    /// # Errors
    /// When a key, a certificate or a file cannot be made or read.
    pub fn chain(
        &self,
        gamme: Gamme,
        domain: Domain,
        at: Time,
    ) -> Result<AuthorityChain, IssueError> {
        self.issuer(gamme, domain, at).map(|(_, chain)| chain)
    }

    /// Issues one certificate.
    ///
    /// # Errors
    /// What does not fit in the request, all fields at once; then whatever stops the making. Nothing is signed unless the
    /// linter finds it to be what was meant.
    pub fn issue(&self, request: &IssueRequest<'_>) -> Result<IssuedCertificate, IssueError> {
        public_key::check(&request.public_key)?;
        let profile = request.product.profile();
        let (gamme, domain) = (profile.gamme(), profile.domain());
        // Faults of the request are told before seconds go into an authority's key.
        let authority = local(gamme, Some(domain)).ok_or(IssueError::Catalogue)?;
        let rehearsal = leaf(request, authority, &[]);
        rehearsal.blueprint(Vec::new(), self.tools.digest)?;

        let (issuer, chain) = self.issuer(gamme, domain, request.at)?;
        let serial = random_serial(self.tools.random, profile.serial_octets())
            .map_err(|_| IssueError::Random)?;
        let name: String = serial.iter().map(|octet| format!("{octet:02x}")).collect();
        let blueprint = leaf(request, authority, issuer.key_identifier())
            .blueprint(serial, self.tools.digest)?;
        let (own, above) = (blueprint.validity, issuer.validity());
        if own.not_before < above.not_before || own.not_after > above.not_after {
            return Err(IssueError::Validity);
        }
        let linted = blueprint.linted(Some(above))?;

        let log = self.dir.join("issued").join(authority.id());
        create_private_dir(&log).map_err(|source| folder_error(&log, source))?;
        let intent = log.join(format!("{name}.tbs"));
        let record = log.join(format!("{name}.cer"));
        self.write(&intent, linted.as_bytes())?;
        let certificate = issuer.sign(&linted, self.tools.verifier)?;
        self.write(&record, &certificate)?;
        fs::remove_file(&intent).map_err(|source| folder_error(&intent, source))?;
        Ok(IssuedCertificate { certificate, chain })
    }

    /// The first CRL of an existing authority, DER: made with it, it revokes nothing. Without a domain, the root's.
    ///
    /// # Errors
    /// [`IssueError::Folder`] when the authority does not exist yet or the file cannot be read.
    pub fn initial_crl(&self, gamme: Gamme, domain: Option<Domain>) -> Result<Vec<u8>, IssueError> {
        let authority = local(gamme, domain).ok_or(IssueError::Catalogue)?;
        Keeper::new(&self.dir, self.tools).initial_crl(authority)
    }

    fn issuer(
        &self,
        gamme: Gamme,
        domain: Domain,
        at: Time,
    ) -> Result<(Issuer, AuthorityChain), IssueError> {
        let intermediate = local(gamme, Some(domain)).ok_or(IssueError::Catalogue)?;
        let root = local(gamme, None).ok_or(IssueError::Catalogue)?;
        let keeper = Keeper::new(&self.dir, self.tools);
        let (root, intermediate) = keeper.ensure(root, intermediate, at)?;
        let chain = AuthorityChain {
            intermediate: intermediate.certificate().to_vec(),
            root: root.certificate().to_vec(),
        };
        Ok((intermediate, chain))
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), IssueError> {
        write_whole(path, bytes, Access::Everyone).map_err(|source| folder_error(path, source))
    }
}

fn leaf<'a>(
    request: &IssueRequest<'a>,
    issuer: &'a Authority,
    issuer_key_identifier: &'a [u8],
) -> Leaf<'a> {
    Leaf {
        product: request.product,
        fields: request.fields,
        public_key: request.public_key,
        not_before: request.at,
        form: request.form,
        issuer,
        issuer_key_identifier,
    }
}

/// The local authority of a gamme and domain: never a real one, so that nothing issued here can pass for real.
fn local(gamme: Gamme, domain: Option<Domain>) -> Option<&'static Authority> {
    Authority::of(Environment::LocalTest, gamme, domain)
}

pub(crate) fn folder_error(path: &Path, source: io::Error) -> IssueError {
    IssueError::Folder { path: path.to_owned(), source }
}

/// Length of an authority's serial number.
pub(crate) fn authority_serial_octets() -> u8 {
    authority_profile().serial_octets
}

#[cfg(test)]
mod tests;
