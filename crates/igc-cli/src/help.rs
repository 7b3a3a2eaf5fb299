//! Puts the texts of one language into the grammar, for help, completions and man pages alike.
use crate::cli::Cli;
use crate::text::clean;
use crate::voice::Voice;
use clap::{Arg, Command, CommandFactory as _};

/// The whole grammar, speaking `voice`'s language.
pub(crate) fn command(voice: &Voice) -> Command {
    let root = Cli::command().mut_args(|arg| argument(arg, "", voice));
    let names: Vec<String> = root.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let root = names
        .iter()
        .fold(root, |root, name| root.mut_subcommand(name, |sub| subcommand(sub, name, voice)));
    root.about(voice.word("help"))
        .help_template(format!("{}\n", voice.word("help.root")))
        .subcommand_value_name(voice.word("value-command"))
}

fn subcommand(command: Command, path: &str, voice: &Voice) -> Command {
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| subcommand(sub, &format!("{path}-{name}"), voice))
    });
    let id = format!("help-{path}");
    let command = command
        .mut_args(|arg| argument(arg, path, voice))
        .about(voice.word(&id))
        .help_template(template(voice))
        .subcommand_help_heading(voice.word("heading-commands"))
        .subcommand_value_name(voice.word("value-command"))
        .disable_help_flag(true)
        .disable_help_subcommand(true);
    match voice.find(&format!("{id}.examples"), &[]) {
        Some(examples) => {
            let indented: String = examples.lines().map(|line| format!("\n  {line}")).collect();
            command.after_help(format!("{}{indented}", voice.word("heading-examples")))
        }
        None => command,
    }
}

fn template(voice: &Voice) -> String {
    format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
        voice.word("heading-usage")
    )
}

fn argument(arg: Arg, path: &str, voice: &Voice) -> Arg {
    let id = clean(arg.get_id().as_str()).replace('_', "-");
    let help = voice
        .find(&format!("arg-{path}-{id}"), &[])
        .unwrap_or_else(|| voice.word(&format!("arg-{id}")));
    let heading = if arg.is_positional() {
        "heading-arguments"
    } else if arg.is_global_set() || id == "version" {
        "heading-general"
    } else {
        "heading-options"
    };
    let names: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| voice.word(&format!("value-{}", name.to_lowercase())))
        .collect();
    let arg = arg.help(help).help_heading(voice.word(heading));
    // The texts say which values there are, in the user's language.
    let arg = if arg.get_action().takes_values() {
        arg.hide_default_value(true).hide_possible_values(true)
    } else {
        arg
    };
    if names.is_empty() { arg } else { arg.value_names(names) }
}

#[cfg(test)]
mod tests;
