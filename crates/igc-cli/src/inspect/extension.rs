//! Extensions as lines people read; those of the health sector with their meaning.
use super::name::{general_name, general_names};
use crate::console::Console;
use crate::lang::Lang;
use crate::moment;
use crate::text::{hex, hex_plain};
use crate::voice::Voice;
use igc_catalogue::{Coded, Label};
use igc_x509::{DistributionPoints, Error, Extension, Extensions, ProductCategory, oid};
use serde::Serialize;

/// Longest value shown in hexadecimal.
const HEX_OCTETS: usize = 48;

/// One extension.
#[derive(Serialize)]
pub(crate) struct ExtensionFacts {
    pub(crate) oid: String,
    pub(crate) name: Option<&'static str>,
    pub(crate) critical: bool,
    /// What it says, one element a line.
    pub(crate) values: Vec<String>,
    /// The value as encoded, in hexadecimal.
    pub(crate) der: String,
    /// The code of the fault, when the value is not of its type.
    pub(crate) error: Option<&'static str>,
}

impl ExtensionFacts {
    /// The label of its row.
    pub(crate) fn label(&self, voice: &Voice) -> String {
        let name = self.name.map_or_else(|| self.oid.clone(), str::to_owned);
        if self.critical { format!("{name} ({})", voice.word("inspect-critical")) } else { name }
    }
}

/// All of a structure, in its order.
pub(crate) fn extensions(all: &Extensions<'_>, console: &Console) -> Vec<ExtensionFacts> {
    all.iter().map(|extension| facts(&extension, all, &console.voice)).collect()
}

fn facts(extension: &Extension<'_>, all: &Extensions<'_>, voice: &Voice) -> ExtensionFacts {
    let (values, error) = match lines(extension, all, voice) {
        Ok(Some(lines)) => (lines, None),
        Ok(None) => (vec![raw(extension.value)], None),
        Err(error) => {
            let text = voice.find(&crate::voice::code_id(error.code()), &[]);
            (vec![text.unwrap_or_else(|| error.to_string())], Some(error.code()))
        }
    };
    ExtensionFacts {
        oid: extension.oid.to_string(),
        name: extension.oid.name(),
        critical: extension.critical,
        values,
        der: hex_plain(extension.value),
        error,
    }
}

fn raw(value: &[u8]) -> String {
    match value.get(..HEX_OCTETS) {
        Some(start) => format!("{}…", hex_plain(start)),
        None => hex_plain(value),
    }
}

/// `None` for an extension this command has no words for.
fn lines(
    extension: &Extension<'_>,
    all: &Extensions<'_>,
    voice: &Voice,
) -> Result<Option<Vec<String>>, Error> {
    let lang = voice.lang();
    Ok(match extension.oid {
        oid::ID_CE_BASIC_CONSTRAINTS => all.basic_constraints()?.map(|basic| {
            let mut lines =
                vec![voice.word(if basic.ca { "inspect-ca" } else { "inspect-not-ca" })];
            lines.extend(basic.path_len.map(|length| format!("pathLenConstraint {length}")));
            lines
        }),
        oid::ID_CE_KEY_USAGE => {
            all.key_usage()?.map(|usage| vec![usage.names().collect::<Vec<_>>().join(", ")])
        }
        oid::ID_CE_EXT_KEY_USAGE => all.extended_key_usage()?.map(|usage| {
            usage
                .iter()
                .map(|oid| oid.name().map_or_else(|| oid.to_string(), str::to_owned))
                .collect()
        }),
        oid::ID_CE_SUBJECT_ALT_NAME => all.subject_alt_name()?.map(|names| general_names(&names)),
        oid::ID_CE_ISSUER_ALT_NAME => all.issuer_alt_name()?.map(|names| general_names(&names)),
        oid::ID_CE_SUBJECT_KEY_IDENTIFIER => all.subject_key_identifier()?.map(|id| vec![hex(id)]),
        oid::ID_CE_AUTHORITY_KEY_IDENTIFIER => all
            .authority_key_identifier()?
            .map(|id| id.key_identifier.map(hex).into_iter().collect()),
        oid::ID_CE_CERTIFICATE_POLICIES => all.certificate_policies()?.map(|policies| {
            policies
                .iter()
                .map(|policy| {
                    let uris: String = policy.cps_uris().map(|uri| format!("  {uri}")).collect();
                    format!("{}{uris}", policy.policy)
                })
                .collect()
        }),
        oid::ID_CE_CRL_DISTRIBUTION_POINTS => all.crl_distribution_points()?.map(|p| uris(&p)),
        oid::ID_CE_FRESHEST_CRL => all.freshest_crl()?.map(|points| uris(&points)),
        oid::ID_PE_AUTHORITY_INFO_ACCESS => all.authority_info_access()?.map(|access| {
            access
                .iter()
                .map(|entry| {
                    let method =
                        entry.method.name().unwrap_or_default().trim_start_matches("id-ad-");
                    format!("{method} {}", general_name(&entry.location))
                })
                .collect()
        }),
        oid::ID_CE_PRIVATE_KEY_USAGE_PERIOD => all.private_key_usage_period()?.map(|period| {
            let date =
                |time: Option<_>| time.map_or_else(|| "…".to_owned(), |t| moment::date(t, lang));
            vec![format!("{} → {}", date(period.not_before), date(period.not_after))]
        }),
        oid::ID_CE_CRL_NUMBER => all.crl_number()?.map(|number| vec![number.to_string()]),
        oid::ID_CE_DELTA_CRL_INDICATOR => {
            all.delta_crl_indicator()?.map(|number| vec![number.to_string()])
        }
        _ => health(extension, all, voice)?,
    })
}

/// The sector's own extensions, arc 1.2.250.1.71.
fn health(
    extension: &Extension<'_>,
    all: &Extensions<'_>,
    voice: &Voice,
) -> Result<Option<Vec<String>>, Error> {
    let coded = |number: u32, list: &[Coded]| {
        let known = list.iter().find(|coded| u32::from(coded.code) == number);
        match known {
            Some(coded) => format!("{number}: {}", label(coded.label, voice.lang())),
            None => format!("{number}: {}", voice.word("unknown")),
        }
    };
    Ok(match extension.oid {
        oid::GIP_CPS_PRODUCT_CATEGORY => {
            all.product_category()?.map(|category| vec![product_category(category, voice)])
        }
        oid::GIP_CPS_CARD_TYPE => {
            all.card_type()?.map(|card| vec![coded(card.number(), igc_catalogue::card_types())])
        }
        oid::GIP_CPS_CARD_ID => all.card_id()?.map(|id| vec![id.to_owned()]),
        oid::GIP_CPS_PROFESSION => {
            all.profession()?.map(|number| vec![coded(number, igc_catalogue::professions())])
        }
        oid::GIP_CPS_SPECIALITIES => {
            all.specialities()?.map(|list| list.iter().map(str::to_owned).collect())
        }
        _ => None,
    })
}

fn product_category(category: ProductCategory, voice: &Voice) -> String {
    let word = match category.without_test() {
        ProductCategory::CARD => "inspect-category-card",
        ProductCategory::SECURITY_MODULE => "inspect-category-module",
        ProductCategory::SOFTWARE => "inspect-category-software",
        _ => "unknown",
    };
    let test = if category.is_test() { " TEST" } else { "" };
    format!("{:02X}: {}{test}", category.octet(), voice.word(word))
}

/// A catalogue's text in one language.
pub(crate) const fn label(label: Label, lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => label.fr,
        Lang::En => label.en,
    }
}

fn uris(points: &DistributionPoints<'_>) -> Vec<String> {
    points.uris().map(str::to_owned).collect()
}
