//! What clap found wrong with a command line, as a [`Failure`] in the user's language.
use crate::failure::Failure;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Translates a usage error. Help and version are no errors and do not come here.
pub(crate) fn failure(error: &Error) -> Failure {
    let code = match error.kind() {
        ErrorKind::InvalidSubcommand => "cli.command.unknown",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "cli.command.missing"
        }
        ErrorKind::UnknownArgument => "cli.option.unknown",
        ErrorKind::MissingRequiredArgument => "cli.option.missing",
        ErrorKind::ArgumentConflict => "cli.option.conflict",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli.value.invalid",
        ErrorKind::InvalidUtf8 => "cli.value.not-utf8",
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => "cli.value.count",
        _ => "cli.usage",
    };
    let failure = Failure::unable(code);
    let failure = match place(error) {
        Some(place) => failure.at(place),
        None => failure,
    };
    let failure = match find(error, ContextKind::ValidValue) {
        Some(words) if !words.is_empty() => failure.detail(words.join(", ")),
        _ => failure,
    };
    match suggestion(error) {
        Some(cure) => failure.cure(cure),
        None => failure,
    }
}

/// The word that is wrong, or the option that lacks.
fn place(error: &Error) -> Option<String> {
    let words = |kind| find(error, kind).map(|words| words.join(", "));
    match (words(ContextKind::InvalidArg), words(ContextKind::InvalidValue)) {
        (Some(option), Some(value)) if !value.is_empty() => Some(format!("{option}: {value}")),
        (Some(option), _) => Some(match words(ContextKind::PriorArg) {
            Some(prior) => format!("{option} + {prior}"),
            None => option,
        }),
        (None, value) => value.or_else(|| words(ContextKind::InvalidSubcommand)),
    }
}

/// The nearest word clap knows, as something to type.
fn suggestion(error: &Error) -> Option<String> {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| find(error, kind))
        .map(|words| words.join(", "))
}

fn find(error: &Error, kind: ContextKind) -> Option<Vec<String>> {
    match error.get(kind)? {
        ContextValue::String(word) => Some(vec![word.clone()]),
        ContextValue::Strings(words) => Some(words.clone()),
        _ => None,
    }
}
