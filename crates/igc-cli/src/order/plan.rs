//! Which certificates an order asks for.
use crate::console::Console;
use crate::failure::Failure;
use crate::files;
use crate::inspect::label;
use crate::lang::Lang;
use crate::request;
use crate::subject::Subject;
use igc_catalogue::{Field, Fields, Product, Requester, Usage};
use igc_csr::JudgeOptions;
use std::path::PathBuf;

/// What an order asks for, checked as far as the catalogue goes.
pub(crate) struct Plan {
    pub(crate) usage: Option<&'static Usage>,
    pub(crate) wanted: Vec<Wanted>,
}

/// The person a certificate names.
#[derive(Clone, Copy)]
pub(crate) struct Holder<'a> {
    pub(crate) given_name: &'a str,
    pub(crate) surname: &'a str,
    /// The national id: `8` and the RPPS number.
    pub(crate) id: &'a str,
}

impl<'a> Holder<'a> {
    pub(crate) fn name(self) -> String {
        format!("{} {}", self.given_name, self.surname)
    }

    pub(crate) fn rpps(self) -> &'a str {
        self.id.get(1..).unwrap_or_default()
    }
}

/// One certificate to make.
pub(crate) struct Wanted {
    pub(crate) product: &'static Product,
    pub(crate) fields: Fields,
    /// The service applicatif, where the product has one.
    pub(crate) service: Option<String>,
    /// What it does for the usage, in the user's language.
    pub(crate) role: Option<&'static str>,
    /// A request made elsewhere: its file and its DER.
    pub(crate) request: Option<(PathBuf, Vec<u8>)>,
}

impl Plan {
    /// Looks everything up in the catalogue and fills the subject in.
    pub(crate) fn new(
        usage: Option<&str>,
        products: &[String],
        csr: &[String],
        subject: &Subject,
        lang: Lang,
    ) -> Result<Self, Failure> {
        let usage = usage
            .map(|text| {
                Usage::find(text)
                    .map_err(|error| Failure::not_found("order.usage.unknown", text, &error))
            })
            .transpose()?;
        let mut wanted = Vec::new();
        for need in usage.map(Usage::needs).unwrap_or_default() {
            let Some(product) = need.any_of.first() else { continue };
            let role = need.role.map(|role| label(role, lang));
            wanted.push(Wanted::new(product, usage, need.service, role, subject)?);
        }
        for text in products {
            let product = Product::find(text)
                .map_err(|error| Failure::not_found("order.product.unknown", text, &error))?;
            if !wanted.iter().any(|other| other.product == product) {
                wanted.push(Wanted::new(product, usage, None, None, subject)?);
            }
        }
        for text in csr {
            attach(text, &mut wanted)?;
        }
        Ok(Self { usage, wanted })
    }

    /// Whether a key is made here.
    pub(crate) fn makes_keys(&self) -> bool {
        self.wanted.iter().any(|wanted| wanted.request.is_none())
    }

    /// Whether a professional orders for himself, so that no structure is in any certificate.
    pub(crate) fn is_personal(&self) -> bool {
        let alone =
            |wanted: &Wanted| wanted.product.ordering().requester == Requester::Professional;
        !self.wanted.is_empty() && self.wanted.iter().all(alone)
    }

    /// The person that certificates name, where one does.
    pub(crate) fn person(&self) -> Option<Holder<'_>> {
        self.wanted.iter().find_map(Wanted::person)
    }

    /// The folder when none is given: `igc-roc`.
    pub(crate) fn folder(&self) -> String {
        let name = match (self.usage, self.wanted.first()) {
            (Some(usage), _) => usage.code().to_owned(),
            (None, Some(wanted)) => wanted.file_stem().to_lowercase(),
            (None, None) => String::new(),
        };
        format!("igc-{name}")
    }
}

impl Wanted {
    fn new(
        product: &'static Product,
        usage: Option<&'static Usage>,
        service: Option<&'static str>,
        role: Option<&'static str>,
        subject: &Subject,
    ) -> Result<Self, Failure> {
        // A fictional order has nothing better to be called by than what it is.
        let stand_in = subject.fictional.then(|| {
            let name = usage.map_or_else(|| product.code(), Usage::code);
            format!("TEST_{}", name.to_uppercase().replace(['-', '/'], "_"))
        });
        let service = service.map(str::to_owned).or(if usage.is_some() { stand_in } else { None });
        let fields = subject.fields(product, service.as_deref())?;
        let named = fields.first(Field::Service).or(service.as_deref());
        let broken = usage.and_then(|usage| usage.broken_rules(product, named).next());
        if let Some(rule) = broken {
            let failure =
                Failure::refused("order.usage.rule").at(product.code()).with("rule", rule.text.en);
            return Err(match rule.services.first() {
                Some(service) => failure.cure(format!("--service {service}")),
                None => failure,
            });
        }
        request::refuse_unfit(product, &fields)?;
        let service = fields.first(Field::Service).map(str::to_owned);
        Ok(Self { product, service, fields, role, request: None })
    }

    /// What the certificate is called by: person, service, server, mailbox.
    pub(crate) fn name(&self) -> String {
        if let Some(person) = self.person() {
            return format!("{} (RPPS {})", person.name(), person.rpps());
        }
        let known = [Field::Service, Field::Fqdn, Field::Email];
        let name = known.into_iter().find_map(|field| self.fields.first(field));
        name.unwrap_or_default().to_owned()
    }

    /// Whom it names, if a person.
    fn person(&self) -> Option<Holder<'_>> {
        let first = |field| self.fields.first(field);
        Some(Holder {
            id: first(Field::PersonId)?,
            given_name: first(Field::GivenName).unwrap_or_default(),
            surname: first(Field::Surname).unwrap_or_default(),
        })
    }

    /// The product's code, fit for a file name: `SERV_S/MIME` has a slash.
    pub(crate) fn file_stem(&self) -> String {
        self.product.code().replace('/', "")
    }
}

/// `FILE` for an order of one certificate, `PRODUCT=FILE` for more.
fn attach(text: &str, wanted: &mut [Wanted]) -> Result<(), Failure> {
    let named =
        text.split_once('=').and_then(|(name, file)| Some((Product::find(name).ok()?, file)));
    let (target, file) = match (named, wanted) {
        (Some((product, file)), wanted) => {
            (wanted.iter_mut().find(|wanted| wanted.product == product), file)
        }
        (None, [only]) => (Some(only), text),
        (None, _) => (None, text),
    };
    let Some(target) = target else {
        return Err(Failure::unable("order.csr.which").at(text));
    };
    let path = PathBuf::from(file);
    let request = request::read(&path, &files::read(&path)?)?;
    target.request = Some((path, request));
    Ok(())
}

/// Judges the requests made elsewhere, against the product, the order and the usage.
pub(crate) fn refuse_requests(plan: &Plan, console: &Console) -> Result<(), Failure> {
    for wanted in &plan.wanted {
        let Some((path, der)) = &wanted.request else { continue };
        let options = JudgeOptions::new().fields(&wanted.fields);
        let options = plan.usage.map_or(options, |usage| options.usage(usage));
        let findings = request::findings(der, path, wanted.product, &options)?;
        request::accept(&findings, path, wanted.product, console)?;
    }
    Ok(())
}
