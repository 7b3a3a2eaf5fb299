//! The authorities of a folder: made once, loaded and checked every time.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use igc_catalogue::{Authority, authority_profile, crl_rules};
use igc_crypto::{KeyKind, PrivateKey, SigningKey};
use igc_x509::{Certificate, SubjectPublicKeyInfo, Time, Validity};

use super::store::{Access, Lock, StagedDir, sweep};
use super::{authority_serial_octets, folder_error};
use crate::authority::AuthorityCertificate;
use crate::blueprint::{rsa_algorithm, signed};
use crate::crl::CompleteCrl;
use crate::error::IssueError;
use crate::key_identifier;
use crate::serial::random_serial;
use crate::signing::LintedTbs;
use crate::tools::Tools;

const KEY: &str = "key.pem";
const CERTIFICATE: &str = "certificate.cer";
const INTENT: &str = "certificate.tbs";
const CRL: &str = "initial.crl";
const DAY_SECS: i64 = 86_400;

/// An authority that can sign.
pub(crate) struct Issuer {
    certificate: Vec<u8>,
    key: Box<dyn SigningKey>,
    key_identifier: Vec<u8>,
    validity: Validity,
}

impl Issuer {
    pub(crate) fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    pub(crate) fn key_identifier(&self) -> &[u8] {
        &self.key_identifier
    }

    pub(crate) const fn validity(&self) -> Validity {
        self.validity
    }

    /// Signs, and verifies with the public key of the authority's own certificate.
    pub(crate) fn sign(
        &self,
        linted: &LintedTbs,
        verifier: &dyn igc_crypto::SignatureVerifier,
    ) -> Result<Vec<u8>, IssueError> {
        let own = Certificate::parse(&self.certificate).map_err(|_| IssueError::SelfCheck)?;
        linted.sign(self.key.as_ref(), &own.public_key(), verifier)
    }
}

/// Whoever keeps the keys.
pub(crate) struct Keeper<'t> {
    dir: PathBuf,
    tools: Tools<'t>,
}

impl<'t> Keeper<'t> {
    pub(crate) fn new(dir: &Path, tools: Tools<'t>) -> Self {
        Self { dir: dir.to_owned(), tools }
    }

    /// Whether the authority exists: its directory is whole or absent.
    pub(crate) fn has(&self, authority: &Authority) -> bool {
        self.path(authority).is_dir()
    }

    /// Both authorities, made first if need be.
    pub(crate) fn ensure(
        &self,
        root: &'static Authority,
        intermediate: &'static Authority,
        at: Time,
    ) -> Result<(Issuer, Issuer), IssueError> {
        if !(self.has(root) && self.has(intermediate)) {
            let _lock = Lock::acquire(&self.dir).map_err(|e| folder_error(&self.dir, e))?;
            let authorities = self.dir.join("authorities");
            sweep(&authorities).map_err(|e| folder_error(&authorities, e))?;
            // Another process may have made them while we waited.
            let missing = |authority| !self.has(authority);
            let (make_root, make_intermediate) = (missing(root), missing(intermediate));
            let (root_key, intermediate_key) = self.keys(make_root, make_intermediate);
            if let Some(key) = root_key {
                self.make(root, &key?, None, at)?;
            }
            if let Some(key) = intermediate_key {
                let issuer = self.load(root, None)?;
                self.make(intermediate, &key?, Some(&issuer), at)?;
            }
        }
        let root = self.load(root, None)?;
        let intermediate = self.load(intermediate, Some(&root))?;
        Ok((root, intermediate))
    }

    /// The CRL that was made with the authority.
    pub(crate) fn initial_crl(&self, authority: &Authority) -> Result<Vec<u8>, IssueError> {
        let path = self.path(authority).join(CRL);
        fs::read(&path).map_err(|source| folder_error(&path, source))
    }

    /// The keys that are wanted, side by side.
    fn keys(&self, first: bool, second: bool) -> (Option<NewKey>, Option<NewKey>) {
        let generator = self.tools.generator;
        let one = || generator.generate(KeyKind::Rsa4096).map_err(|_| IssueError::Generate);
        thread::scope(|scope| {
            let second = second.then(|| scope.spawn(one));
            let first = first.then(one);
            let second = second.map(|thread| thread.join().unwrap_or(Err(IssueError::Generate)));
            (first, second)
        })
    }

    fn make(
        &self,
        authority: &'static Authority,
        key: &PrivateKey,
        issuer: Option<&Issuer>,
        at: Time,
    ) -> Result<(), IssueError> {
        let parse = |der| SubjectPublicKeyInfo::parse(der).map_err(|_| IssueError::Generate);
        let public_key = parse(key.public_key_der())?;
        let parsed = issuer.map(|issuer| Certificate::parse(&issuer.certificate)).transpose();
        let issuer_certificate = parsed.map_err(|_| IssueError::SelfCheck)?;
        let plan = AuthorityCertificate {
            authority,
            public_key,
            issuer_key: issuer_certificate.map_or(public_key, |issuer| issuer.public_key()),
            validity: validity(issuer.map(Issuer::validity), at)?,
        };
        let serial = random_serial(self.tools.random, authority_serial_octets())
            .map_err(|_| IssueError::Random)?;
        let issuer_key_identifier = plan.issuer_key_identifier(self.tools.digest);
        let blueprint = plan.blueprint(serial, &issuer_key_identifier, self.tools.digest)?;
        let linted = blueprint.linted(issuer.map(Issuer::validity))?;
        let own = self.tools.signing.usual_signing_key(key).map_err(|_| IssueError::Sign)?;

        let target = self.path(authority);
        let io = |source| folder_error(&target, source);
        let staged = StagedDir::new(&target).map_err(io)?;
        staged.write(KEY, key.to_pkcs8_pem().expose(), Access::Owner).map_err(io)?;
        staged.write(INTENT, linted.as_bytes(), Access::Everyone).map_err(io)?;
        let signer = issuer.map_or(own.as_ref(), |issuer| issuer.key.as_ref());
        let certificate = linted.sign(signer, &plan.issuer_key, self.tools.verifier)?;
        staged.write(CERTIFICATE, &certificate, Access::Everyone).map_err(io)?;
        let crl = self.make_crl(authority, own.as_ref(), &public_key, at)?;
        staged.write(CRL, &crl, Access::Everyone).map_err(io)?;
        staged.remove(INTENT).map_err(io)?;
        staged.publish().map_err(io)
    }

    /// The first CRL, which revokes nothing: a verifier that asks for one finds it.
    fn make_crl(
        &self,
        authority: &Authority,
        key: &dyn SigningKey,
        public_key: &SubjectPublicKeyInfo<'_>,
        at: Time,
    ) -> Result<Vec<u8>, IssueError> {
        let rule = crl_rules().iter().find(|rule| rule.role == authority.role());
        let days = rule.ok_or(IssueError::Catalogue)?.valid_days;
        let algorithm = rsa_algorithm(authority_profile().signature_algorithm);
        let name = authority.name().map_err(|_| IssueError::Catalogue)?;
        let tbs = CompleteCrl {
            issuer: name.der(),
            issuer_key_identifier: &key_identifier::authority(self.tools.digest, public_key),
            algorithm: &algorithm,
            this_update: at,
            next_update: at
                .add_secs(i64::from(days).saturating_mul(DAY_SECS))
                .ok_or(IssueError::Validity)?,
            number: 1,
        }
        .to_tbs();
        let signature = key.sign(&tbs).map_err(|_| IssueError::Sign)?;
        Ok(signed(&tbs, &algorithm, &signature))
    }

    /// Reads an authority and checks that its parts belong together, and to `issuer` (to itself without one).
    fn load(
        &self,
        authority: &'static Authority,
        issuer: Option<&Issuer>,
    ) -> Result<Issuer, IssueError> {
        let [key_path, certificate_path] =
            [KEY, CERTIFICATE].map(|name| self.path(authority).join(name));
        let read = |path: &Path| fs::read(path).map_err(|source| folder_error(path, source));
        refuse_exposed(&key_path)?;
        let damaged = |path: &Path| IssueError::Damaged { path: path.to_owned() };
        let pem = igc_crypto::Secret::new(read(&key_path)?);
        let key = PrivateKey::from_pem(pem.expose()).map_err(|_| damaged(&key_path))?;
        let der = read(&certificate_path)?;
        let certificate = Certificate::parse(&der).map_err(|_| damaged(&certificate_path))?;
        if !key.matches(&certificate.public_key()) {
            return Err(damaged(&key_path));
        }
        let name = authority.name().map_err(|_| IssueError::Catalogue)?;
        let identifier = certificate.subject_key_identifier().ok().flatten();
        let above = match issuer {
            Some(issuer) => Certificate::parse(&issuer.certificate)
                .map_err(|_| damaged(&certificate_path))?
                .public_key(),
            None => certificate.public_key(),
        };
        let holds = self.tools.verifier.verify(
            &certificate.signature_algorithm(),
            &above,
            certificate.tbs(),
            certificate.signature(),
        );
        let (true, Some(identifier), Ok(())) =
            (certificate.subject().der() == name.der(), identifier, holds)
        else {
            return Err(damaged(&certificate_path));
        };
        Ok(Issuer {
            key: self.tools.signing.usual_signing_key(&key).map_err(|_| IssueError::Sign)?,
            key_identifier: identifier.to_vec(),
            validity: certificate.validity(),
            certificate: der.clone(),
        })
    }

    fn path(&self, authority: &Authority) -> PathBuf {
        self.dir.join("authorities").join(authority.id())
    }
}

type NewKey = Result<PrivateKey, IssueError>;

/// From the midnight before `at`: twenty years for a root; for an intermediate until the day before its root ends.
fn validity(issuer: Option<Validity>, at: Time) -> Result<Validity, IssueError> {
    let years = i32::from(authority_profile().validity_years);
    let midnight = Time::from_calendar(at.year(), at.month(), at.day(), 0, 0, 0);
    let not_before = midnight.ok_or(IssueError::Validity)?;
    let not_after = match issuer {
        None => not_before.add_calendar_years(years),
        Some(issuer) => issuer.not_after.add_secs(-DAY_SECS),
    };
    Ok(Validity { not_before, not_after: not_after.ok_or(IssueError::Validity)? })
}

#[cfg(unix)]
fn refuse_exposed(path: &Path) -> Result<(), IssueError> {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata = fs::metadata(path).map_err(|source| folder_error(path, source))?;
    if metadata.permissions().mode() & 0o077 == 0 {
        Ok(())
    } else {
        Err(IssueError::Exposed { path: path.to_owned() })
    }
}

#[cfg(not(unix))]
fn refuse_exposed(_: &Path) -> Result<(), IssueError> {
    Ok(())
}
