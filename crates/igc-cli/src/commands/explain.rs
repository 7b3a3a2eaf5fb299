//! `igc explain`: cause, rule and cure of an error code.
use crate::codes;
use crate::console::{Console, Paint};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::text::nearest;
use clap::Args;

#[derive(Args)]
pub(crate) struct Explain {
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

impl Explain {
    pub(crate) fn run(self, console: &Console) -> Result<Exit, Failure> {
        match self.code {
            Some(code) => one(console, &code),
            None => list(console),
        }
    }
}

fn one(console: &Console, code: &str) -> Result<Exit, Failure> {
    let known = codes::all().find(|known| *known == code);
    let Some((code, text)) = known.and_then(|code| Some((code, console.voice.explain(code)?)))
    else {
        let failure = Failure::unable("cli.code.unknown").at(code);
        return Err(match nearest(code, codes::all()) {
            Some(near) => failure.cure(format!("igc explain {near}")),
            None => failure,
        });
    };
    if console.manner.json {
        console.print_json(&serde_json::json!({
            "schema": "igc.explain/1",
            "code": code,
            "cause": text.cause,
            "rule": text.rule,
            "cure": text.cure,
        }))?;
        return Ok(Exit::Yes);
    }
    let mut page = format!("{}\n  {}\n", console.paint(Paint::Bold, code), text.cause);
    for (label, value) in [("error-rule", text.rule), ("error-cure", text.cure)] {
        if let Some(value) = value {
            page.push_str(&format!("  {} {value}\n", console.voice.label(label)));
        }
    }
    console.print(&page)?;
    Ok(Exit::Yes)
}

fn list(console: &Console) -> Result<Exit, Failure> {
    let explained =
        codes::all().filter_map(|code| Some((code, console.voice.explain(code)?.cause)));
    if console.manner.json {
        let codes: Vec<_> = explained
            .map(|(code, cause)| serde_json::json!({ "code": code, "cause": cause }))
            .collect();
        console.print_json(&serde_json::json!({ "schema": "igc.codes/1", "codes": codes }))?;
    } else {
        let lines: String =
            explained.map(|(code, cause)| format!("{code:<34} {cause}\n")).collect();
        console.print(&lines)?;
    }
    Ok(Exit::Yes)
}
