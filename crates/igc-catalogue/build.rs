//! Turns `data/*.toml` into `static` Rust data; a data file that breaks a rule fails the build.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

#[path = "build/check.rs"]
mod check;
#[path = "build/emit.rs"]
mod emit;
#[path = "src/normalise.rs"]
mod normalise;
#[path = "build/source.rs"]
mod source;
#[path = "build/values.rs"]
mod values;
#[path = "build/words.rs"]
mod words;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/normalise.rs");
    match generate() {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                println!("cargo::error={}", fault.replace('\n', " "));
            }
            ExitCode::FAILURE
        }
    }
}

fn generate() -> Result<(), Vec<String>> {
    let one = |error: String| vec![error];
    let texts = read(Path::new("data")).map_err(|error| one(format!("data: {error}")))?;
    let catalogue = source::Catalogue::parse(&texts).map_err(one)?;
    let faults = check::check(&catalogue);
    if !faults.is_empty() {
        return Err(faults);
    }
    let out = env::var("OUT_DIR").map_err(|error| one(error.to_string()))?;
    fs::write(Path::new(&out).join("catalogue.rs"), emit::emit(&catalogue))
        .map_err(|error| one(error.to_string()))
}

/// Every `.toml` below `data`, by its path there.
fn read(data: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for (folder, prefix) in [(data.to_owned(), ""), (data.join("products"), "products/")] {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                texts.insert(format!("{prefix}{name}"), fs::read_to_string(&path)?);
            }
        }
    }
    Ok(texts)
}
