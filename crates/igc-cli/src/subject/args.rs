//! The options that name a structure, a person, a server.
use super::file::{Certificate, File, Person, Structure};
use clap::Args;
use std::path::PathBuf;

#[derive(Args, Clone, Debug, Default)]
pub(crate) struct SubjectArgs {
    #[arg(long, value_name = "FILE")]
    pub(super) structure: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["siret", "siren"])]
    finess: Option<String>,
    #[arg(long, value_name = "NUMBER", conflicts_with = "siren")]
    siret: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    siren: Option<String>,
    #[arg(long, value_name = "NAME")]
    department: Option<String>,
    #[arg(long, value_name = "NAME")]
    service: Option<String>,
    #[arg(long, value_name = "DOMAIN")]
    dns: Vec<String>,
    #[arg(long, value_name = "DOMAIN")]
    mail_domain: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    #[arg(long, value_name = "NAME")]
    given_name: Option<String>,
    #[arg(long, value_name = "NAME")]
    surname: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    rpps: Option<String>,
}

/// What was given, by file or options.
pub(super) struct Wanted {
    pub(super) structure: Structure,
    pub(super) person: Person,
    pub(super) certificate: Certificate,
}

impl SubjectArgs {
    /// Whether an option says that a structure orders.
    pub(super) const fn names_structure(&self) -> bool {
        self.name.is_some()
            || self.finess.is_some()
            || self.siret.is_some()
            || self.siren.is_some()
            || self.department.is_some()
    }

    /// The file, with the options over it.
    pub(super) fn merge(self, file: File) -> Wanted {
        let filed = file.structure.unwrap_or_default();
        let numbered = self.finess.is_some() || self.siret.is_some() || self.siren.is_some();
        // One number names a structure: an option replaces whichever the file has.
        let filed = if numbered { filed.without_numbers() } else { filed };
        let person = file.person;
        let certificate = file.certificate;
        Wanted {
            structure: Structure {
                name: self.name.or(filed.name),
                finess: self.finess.or(filed.finess),
                siret: self.siret.or(filed.siret),
                siren: self.siren.or(filed.siren),
                department: self.department.or(filed.department),
            },
            person: Person {
                given_name: self.given_name.or(person.given_name),
                surname: self.surname.or(person.surname),
                rpps: self.rpps.or(person.rpps),
                ..person
            },
            certificate: Certificate {
                service: self.service.or(certificate.service),
                dns: if self.dns.is_empty() { certificate.dns } else { self.dns },
                mail_domain: self.mail_domain.or(certificate.mail_domain),
                email: self.email.or(certificate.email),
            },
        }
    }
}
