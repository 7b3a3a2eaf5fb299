//! The two streams: results on standard output, everything else on standard error.
use crate::failure::Failure;
use crate::voice::Voice;
use std::io::{self, IsTerminal, Write};

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Even in a file.
    Always,
    /// Not even on a terminal.
    Never,
}

/// How much to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manner {
    /// One JSON object instead of prose.
    pub(crate) json: bool,
    /// No remark and no progress: results and errors only.
    pub(crate) quiet: bool,
    /// Say how, too.
    pub(crate) verbose: bool,
    /// When to colour.
    pub(crate) colour: Colour,
}

/// A colour with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    /// Bad.
    Red,
    /// Good.
    Green,
    /// Look twice.
    Yellow,
    /// Structure.
    Blue,
    /// Important.
    Bold,
    /// Secondary.
    Dim,
}

/// Where everything a command says goes through.
pub(crate) struct Console {
    pub(crate) voice: Voice,
    pub(crate) manner: Manner,
    out_coloured: bool,
    err_coloured: bool,
}

impl Console {
    pub(crate) fn new(voice: Voice, manner: Manner) -> Self {
        let coloured = |terminal: bool| match manner.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && colour_wanted(|name| std::env::var(name).ok()),
        };
        Self {
            voice,
            manner,
            out_coloured: coloured(io::stdout().is_terminal()),
            err_coloured: coloured(io::stderr().is_terminal()),
        }
    }

    /// Writes a result. A reader that has gone (`| head`) is no error.
    pub(crate) fn print(&self, text: &str) -> Result<(), Failure> {
        match io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()) {
            Err(why) if why.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::unable("cli.output.failed").detail(why.to_string()))
            }
            _ => Ok(()),
        }
    }

    /// Writes the one object of `--json`.
    pub(crate) fn print_json(&self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(value)
            .map_err(|why| Failure::unable("cli.output.failed").detail(why.to_string()))?;
        self.print(&format!("{text}\n"))
    }

    /// Writes a remark, unless quiet.
    pub(crate) fn remark(&self, text: &str) {
        if !self.manner.quiet {
            complain(&format!("{text}\n"));
        }
    }

    /// Reports a failure, once, where the reader of results looks for it.
    pub(crate) fn fail(&self, failure: &Failure) {
        if self.manner.json {
            // Nothing better can be done when standard output is gone, too.
            let _ = self.print_json(&failure.json(&self.voice));
        } else {
            complain(&failure.text(self));
        }
    }

    /// Colours a piece of a result.
    pub(crate) fn paint(&self, paint: Paint, text: &str) -> String {
        styled(self.out_coloured, paint, text)
    }

    /// Colours a piece of a remark.
    pub(crate) fn paint_err(&self, paint: Paint, text: &str) -> String {
        styled(self.err_coloured, paint, text)
    }

    /// Whether a person is there to answer a question.
    pub(crate) fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Whether progress is worth drawing.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.manner.quiet && io::stderr().is_terminal()
    }

    /// Asks one line; `None` at the end of the input.
    pub(crate) fn ask(&self, question: &str) -> Result<Option<String>, Failure> {
        complain(&format!("{question} "));
        let mut line = String::new();
        let read = io::stdin()
            .read_line(&mut line)
            .inspect_err(crate::interrupt::yield_to_handler)
            .map_err(|why| Failure::unable("cli.input.failed").detail(why.to_string()))?;
        Ok((read > 0).then(|| line.trim().to_owned()))
    }
}

/// Standard error may be closed: there is nowhere left to say so.
fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// <https://no-color.org>: set and not empty means no colour.
fn colour_wanted(variable: impl Fn(&str) -> Option<String>) -> bool {
    variable("NO_COLOR").is_none_or(|value| value.is_empty())
        && variable("TERM").is_none_or(|value| value != "dumb")
}

fn styled(coloured: bool, paint: Paint, text: &str) -> String {
    if !coloured {
        return text.to_owned();
    }
    let code = match paint {
        Paint::Red => "1;31",
        Paint::Green => "32",
        Paint::Yellow => "33",
        Paint::Blue => "34",
        Paint::Bold => "1",
        Paint::Dim => "2",
    };
    format!("\u{1b}[{code}m{text}\u{1b}[0m")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_color_counts_only_when_it_says_something() {
        let with = |value: Option<&str>| {
            let value = value.map(str::to_owned);
            colour_wanted(move |name| if name == "NO_COLOR" { value.clone() } else { None })
        };
        assert!(with(None) && with(Some("")) && !with(Some("1")));
    }

    #[test]
    fn colour_is_absent_unless_asked() {
        assert_eq!(styled(false, Paint::Red, "no"), "no");
        assert_eq!(styled(true, Paint::Bold, "yes"), "\u{1b}[1myes\u{1b}[0m");
    }
}
