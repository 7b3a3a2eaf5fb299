//! Which language to speak: `--lang`, then the locale, else English.
//!
//! Read from the raw command line, before clap, because help and usage errors speak it too.
use std::ffi::OsString;

/// A language the command speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

/// Locale variables, the strongest first (POSIX.1-2017 §8.2).
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

impl Lang {
    /// Chooses from the command line, then from the environment through `variable`.
    pub(crate) fn choose(args: &[OsString], variable: impl Fn(&str) -> Option<String>) -> Self {
        from_args(args).unwrap_or_else(|| from_locale(variable))
    }

    /// The tag of BCP 47.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

fn from_args(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().skip(1).map_while(|arg| arg.to_str().filter(|arg| *arg != "--"));
    while let Some(arg) = args.next() {
        let value = if arg == "--lang" { args.next() } else { arg.strip_prefix("--lang=") };
        match value {
            Some("fr") => return Some(Lang::Fr),
            Some("en") => return Some(Lang::En),
            _ => {}
        }
    }
    None
}

fn from_locale(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let set = VARIABLES.iter().filter_map(|name| variable(name)).find(|value| !value.is_empty());
    match set {
        Some(locale) if locale.starts_with("fr") => Lang::Fr,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(args: &[&str], locale: &[(&str, &str)]) -> Lang {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        Lang::choose(&args, |name| {
            locale.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_flag_wins_over_the_locale() {
        assert_eq!(choose(&["igc", "--lang", "en"], &[("LC_ALL", "fr_FR.UTF-8")]), Lang::En);
        assert_eq!(choose(&["igc", "order", "--lang=fr"], &[("LANG", "C")]), Lang::Fr);
    }

    #[test]
    fn the_first_locale_variable_that_is_set_wins() {
        assert_eq!(choose(&["igc"], &[("LC_ALL", "C"), ("LANG", "fr_FR")]), Lang::En);
        assert_eq!(choose(&["igc"], &[("LC_ALL", ""), ("LANG", "fr_FR")]), Lang::Fr);
        assert_eq!(choose(&["igc"], &[]), Lang::En);
    }

    #[test]
    fn what_follows_two_dashes_is_a_file() {
        assert_eq!(choose(&["igc", "inspect", "--", "--lang=fr"], &[]), Lang::En);
    }
}
