//! `igc verify`: good or not, at a time, for a use, and why not.
mod show;

use crate::console::Console;
use crate::evidence::{Evidence, Piece};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::moment;
use crate::password::PasswordSource;
use crate::purpose::Wanted;
use clap::Args;
use igc_catalogue::{Generation, classify};
use igc_crypto::AwsLc;
use igc_path::{Policy, Profile, TrustAnchor};
use igc_revocation::CrlPolicy;
use igc_verify::{Decision, Depth, OnUnknown, Request, Revocation, verify};
use igc_x509::{Certificate, CertificateList, Time};
use serde_json::json;
use show::Judged;
use std::path::PathBuf;

#[derive(Args)]
pub(crate) struct Verify {
    #[arg(value_name = "FILE", required = true)]
    file: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", required = true)]
    anchor: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    issuer: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    crl: Vec<PathBuf>,
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(long, value_name = "PURPOSE")]
    purpose: Option<String>,
    #[command(flatten)]
    password: PasswordSource,
}

/// Everything parsed that the verdicts rest on.
struct Ground<'a> {
    anchors: Vec<TrustAnchor<'a>>,
    intermediates: Vec<Certificate<'a>>,
    crls: Vec<CertificateList<'a>>,
    revocation: Revocation,
    at: Time,
    wanted: Wanted,
}

impl Verify {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        let at = moment::at(self.at.as_deref())?;
        let wanted = Wanted::parse(self.purpose.as_deref())?;
        let read = |paths: &[PathBuf]| Evidence::read(paths, &self.password, console);
        let given = read(&self.file)?.or_nothing(&self.file)?;
        let trusted = read(&self.anchor)?.or_nothing(&self.anchor)?;
        let issuers = read(&self.issuer)?;
        let lists = read(&self.crl)?;

        let subjects = parse(&given.certificates)?;
        let anchors = parse(&trusted.certificates)?;
        let crls = given.crls.iter().chain(&lists.crls).map(|piece| {
            CertificateList::parse(&piece.der)
                .map_err(|error| Failure::from_x509(error, &piece.path))
        });
        let crls = crls.collect::<Result<Vec<_>, _>>()?;
        let issuers = parse(&issuers.certificates)?;
        let authorities = subjects.iter().filter(|(_, certificate)| is_ca(certificate));
        let intermediates: Vec<_> =
            issuers.iter().chain(authorities).map(|(_, certificate)| *certificate).collect();
        let ground = Ground {
            revocation: revocation(&crls, &anchors, at),
            anchors: anchors.iter().map(|(_, c)| TrustAnchor::from_certificate(*c)).collect(),
            intermediates,
            crls,
            at,
            wanted,
        };
        let judged: Vec<Judged<'_>> = targets(&subjects)
            .into_iter()
            .map(|(piece, target)| ground.judge(piece, target))
            .collect();
        if console.manner.json {
            let results: Vec<_> = judged.iter().map(|judged| judged.json(console)).collect();
            console.print_json(&json!({
                "schema": "igc.verify/1", "at": at.to_string(), "results": results,
            }))?;
        } else {
            for judged in &judged {
                console.print(&judged.text(console))?;
            }
        }
        Ok(exit(&judged))
    }
}

impl<'a> Ground<'a> {
    fn judge(&self, piece: &'a Piece, target: Certificate<'a>) -> Judged<'a> {
        let classification = classify(&target);
        let profile = match classification.generation {
            Some(Generation::IgcSante) => Profile::igc_sante(),
            Some(Generation::IgcCps2bis) => Profile::igc_legacy(),
            None => Profile::rfc5280(),
        };
        let purpose = self.wanted.purpose(&classification);
        let names = (purpose.name(), profile.name());
        let policy = Policy::new(self.at, profile).purpose(purpose);
        let request = Request {
            end_entity: target,
            intermediates: &self.intermediates,
            anchors: &self.anchors,
            crls: &self.crls,
            policy: &policy,
            revocation: self.revocation,
        };
        let fits = self.wanted.fits(&classification);
        let verdict = verify(&request, &AwsLc);
        Judged::new(piece, target, classification, names, fits, &verdict)
    }
}

fn parse(pieces: &[Piece]) -> Result<Vec<(&Piece, Certificate<'_>)>, Failure> {
    pieces
        .iter()
        .map(|piece| {
            let parsed = Certificate::parse(&piece.der);
            Ok((piece, parsed.map_err(|error| Failure::from_x509(error, &piece.path))?))
        })
        .collect()
}

fn is_ca(certificate: &Certificate<'_>) -> bool {
    certificate.basic_constraints().ok().flatten().is_some_and(|basic| basic.ca)
}

/// Each certificate once, under the shortest path it has; authorities only when nothing else was given.
fn targets<'a>(given: &[(&'a Piece, Certificate<'a>)]) -> Vec<(&'a Piece, Certificate<'a>)> {
    let only_authorities = given.iter().all(|(_, certificate)| is_ca(certificate));
    let mut targets: Vec<(&Piece, Certificate<'_>)> = Vec::new();
    for (piece, certificate) in given {
        if is_ca(certificate) && !only_authorities {
            continue;
        }
        match targets.iter_mut().find(|(_, other)| other.der() == certificate.der()) {
            None => targets.push((piece, *certificate)),
            Some((other, _)) if piece.path.as_os_str().len() < other.path.as_os_str().len() => {
                *other = piece;
            }
            Some(_) => {}
        }
    }
    targets
}

/// By the CRLs given: the whole path when an anchor's own list is among them, else the certificate alone.
fn revocation(
    crls: &[CertificateList<'_>],
    anchors: &[(&Piece, Certificate<'_>)],
    at: Time,
) -> Revocation {
    if crls.is_empty() {
        return Revocation::NotChecked;
    }
    let of_anchor = |list: &CertificateList<'_>| {
        anchors.iter().any(|(_, anchor)| anchor.subject().matches(&list.issuer()))
    };
    let depth = if crls.iter().any(of_anchor) { Depth::WholePath } else { Depth::EndEntity };
    Revocation::Crl { policy: CrlPolicy::new(at), depth, on_unknown: OnUnknown::Undetermined }
}

/// No, when one is refused; else could not tell, when one is open.
fn exit(judged: &[Judged<'_>]) -> Exit {
    let any = |decision| judged.iter().any(|judged| judged.decision() == decision);
    if any(Decision::Rejected) {
        Exit::No
    } else if any(Decision::Undetermined) {
        Exit::Unknown
    } else {
        Exit::Yes
    }
}
