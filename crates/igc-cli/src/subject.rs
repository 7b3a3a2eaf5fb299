//! Who a certificate is for: by options, by a TOML file, asked for, or the fictional TEST structure.
mod args;
mod fictional;
mod file;

use crate::console::Console;
use crate::failure::Failure;
use igc_catalogue::{Family, Field, Fields, Product, Requester};

pub(crate) use args::SubjectArgs;
pub(crate) use file::Person;

/// Whoever orders, with everything a certificate may say of them.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    /// The structure's name, as the order shows it.
    pub(crate) structure: String,
    /// Its national id, prefix included.
    pub(crate) structure_id: String,
    pub(crate) department: String,
    pub(crate) person: Person,
    pub(crate) service: Option<String>,
    pub(crate) dns: Vec<String>,
    pub(crate) mail_domain: Option<String>,
    pub(crate) email: Option<String>,
    /// Whether anything at all says that a structure orders.
    pub(crate) structure_given: bool,
    /// Whether the structure is the fictional one.
    pub(crate) fictional: bool,
    /// Whether the person is the fictional one.
    pub(crate) person_fictional: bool,
}

impl SubjectArgs {
    /// Completes what the options say: from the file, by asking, else with the fictional TEST structure and person.
    ///
    /// `alone`: a professional orders for himself, so that nobody is asked for a structure.
    pub(crate) fn resolve(self, console: &Console, alone: bool) -> Result<Subject, Failure> {
        let file = self.structure.as_deref().map(file::read).transpose()?.unwrap_or_default();
        let structure_given = self.names_structure() || file.structure.is_some();
        let wanted = self.merge(file);
        let structure = if !structure_given && (alone || !console.can_ask()) {
            fictional::structure()
        } else {
            wanted.structure.complete(console, structure_given)?
        };
        let id = structure.id()?;
        let fictional = structure.name == fictional::structure().name;
        let person_fictional = wanted.person.rpps.is_none();
        Ok(Subject {
            structure: structure.name.unwrap_or_default(),
            structure_id: id,
            department: structure.department.unwrap_or_default(),
            person: fictional::complete(wanted.person),
            service: wanted.certificate.service,
            dns: wanted.certificate.dns,
            mail_domain: wanted.certificate.mail_domain,
            email: wanted.certificate.email,
            structure_given,
            fictional,
            person_fictional,
        })
    }
}

/// Whether every product is one that a professional orders for himself.
pub(crate) fn is_alone<'a>(mut products: impl Iterator<Item = &'a str>) -> bool {
    products.all(|text| {
        Product::find(text)
            .is_ok_and(|product| product.ordering().requester == Requester::Professional)
    })
}

impl Subject {
    /// The fields of a product, with `service` where the order of a usage fixes it.
    pub(crate) fn fields(
        &self,
        product: &Product,
        service: Option<&str>,
    ) -> Result<Fields, Failure> {
        self.refuse_stranger(product)?;
        let mut fields = Fields::new();
        let known = product.required_fields().iter().chain(product.optional_fields());
        for field in known {
            for value in self.values(*field, service)? {
                fields.push(*field, value);
            }
        }
        self.refuse_missing(product, &fields)?;
        Ok(fields)
    }

    /// The register that the structure's id comes from.
    pub(crate) fn register(&self) -> &'static str {
        match self.structure_id.chars().next() {
            Some('1') => "FINESS",
            Some('2') => "SIREN",
            Some('3') => "SIRET",
            _ => "",
        }
    }

    fn values(&self, field: Field, service: Option<&str>) -> Result<Vec<String>, Failure> {
        let person = &self.person;
        let one = |value: Option<&str>| value.map(str::to_owned).into_iter().collect();
        Ok(match field {
            Field::StructureName => vec![self.structure.clone()],
            Field::StructureId => vec![self.structure_id.clone()],
            Field::StructureDepartment => vec![self.department.clone()],
            Field::Service => one(self.service.as_deref().or(service)),
            Field::Fqdn => self.dns.first().cloned().into_iter().collect(),
            Field::DnsNames => self.dns.iter().skip(1).cloned().collect(),
            Field::Email => self.email()?.into_iter().collect(),
            Field::PersonId => vec![person.id()?],
            Field::GivenName => one(person.given_name.as_deref()),
            Field::Surname => one(person.surname.as_deref()),
            Field::ProfessionTitle => one(person.title.as_deref()),
            Field::ProfessionCode => {
                person.profession.map(|code| code.to_string()).into_iter().collect()
            }
            Field::Specialities => person.specialities.clone(),
        })
    }

    /// The address given, or one in the mail domain given; both must agree.
    fn email(&self) -> Result<Option<String>, Failure> {
        let domain = self.mail_domain.as_deref().map(|domain| domain.trim_start_matches('@'));
        match (&self.email, domain) {
            (Some(email), Some(domain)) => {
                let host = email.rsplit_once('@').map_or("", |(_, host)| host).to_ascii_lowercase();
                let domain = domain.to_ascii_lowercase();
                // The form's rule: the domain admits addresses in it and in its sub-domains.
                if host == domain || host.ends_with(&format!(".{domain}")) {
                    Ok(Some(email.clone()))
                } else {
                    Err(Failure::refused("order.mail.outside").at("--email"))
                }
            }
            (Some(email), None) => Ok(Some(email.clone())),
            (None, Some(domain)) => Ok(Some(format!("test@{domain}"))),
            (None, None) => Ok(None),
        }
    }

    /// A PS product is ordered by the professional alone, never by a structure.
    fn refuse_stranger(&self, product: &Product) -> Result<(), Failure> {
        let alone = product.ordering().requester == Requester::Professional;
        if alone && self.structure_given {
            let code = product.code();
            let instead = code.replacen(Family::Ps.name(), Family::Pro.name(), 1);
            return Err(Failure::refused("order.product.ps-alone")
                .at(code)
                .with("product", code)
                .with("instead", instead));
        }
        Ok(())
    }

    fn refuse_missing(&self, product: &Product, fields: &Fields) -> Result<(), Failure> {
        let required = product.required_fields().iter();
        let missing = required.copied().find(|field| fields.first(*field).is_none());
        let Some(field) = missing else { return Ok(()) };
        let code = match field {
            Field::Fqdn => "order.dns.missing",
            Field::Email => "order.mail.missing",
            Field::Service => "order.service.missing",
            _ => "order.field.missing",
        };
        Err(Failure::unable(code)
            .at(product.code())
            .personal(product.ordering().requester == Requester::Professional)
            .with("field", field.name())
            .with("product", product.code()))
    }
}

#[cfg(test)]
mod tests;
