//! What an earlier run left in the folder and this one replaces, though under another name.
use super::plan::{Plan, Wanted};
use super::target::{self, Targets};
use crate::console::Console;
use crate::files;
use std::fs;
use std::path::{Path, PathBuf};

/// Removes the platform's PKCS#12 of earlier runs for the products made again, and a password that opens nothing any more.
///
/// Only after the new files have their names. A file that stays is told; the order is done all the same.
pub(crate) fn sweep(
    plan: &Plan,
    targets: &[Targets],
    folder: &Path,
    generated: bool,
    console: &Console,
) {
    for (wanted, targets) in plan.wanted.iter().zip(targets) {
        if wanted.request.is_none() {
            let old = listed(folder).into_iter().filter(|path| is_earlier(path, wanted, targets));
            old.for_each(|path| remove(&path, console));
        }
    }
    let password = target::password(folder);
    let opens_others = || listed(folder).iter().any(|path| is_foreign(path, plan, targets));
    if plan.makes_keys() && !generated && password.is_file() && !opens_others() {
        remove(&password, console);
    }
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| folder.join(entry.file_name())).collect();
    paths.sort();
    paths
}

/// Named as this product's platform file, at another time.
fn is_earlier(path: &Path, wanted: &Wanted, targets: &Targets) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let stamp = name
        .strip_prefix(&Targets::platform_prefix(wanted))
        .and_then(|rest| rest.strip_suffix(".p12"));
    path != targets.platform && stamp.is_some_and(is_stamp)
}

/// `20261122-101500`.
fn is_stamp(text: &str) -> bool {
    text.len() == 15
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// A PKCS#12 that this run did not write: the old password may be its.
fn is_foreign(path: &Path, plan: &Plan, targets: &[Targets]) -> bool {
    let mut each = plan.wanted.iter().zip(targets);
    path.extension().is_some_and(|ending| ending == "p12")
        && !each.any(|(wanted, targets)| targets.written(wanted.request.is_none()).contains(&path))
}

fn remove(path: &Path, console: &Console) {
    match files::remove(path) {
        Ok(()) => {
            let file = [("file", files::show(path).into())];
            console.remark(&console.voice.say("order-removed", &file));
        }
        Err(failure) => console.remark(failure.text(console).trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_fifteen_characters() {
        assert!(is_stamp("20261122-101500"));
        for other in ["", "20261122101500", "2026-1122101500", "20261122-1015000", "2026112é-10150"]
        {
            assert!(!is_stamp(other), "{other}");
        }
    }
}
