//! Looking things up by any spelling, and the nearest word when there is none.

use crate::error::NotFound;
use crate::normalise::normalise;

/// Longest input compared for suggestions, in characters: nothing in the catalogue is longer.
const MAX_CHARS: usize = 64;
const MAX_SUGGESTIONS: usize = 3;

/// Something with names.
pub(crate) struct Entry<T: 'static> {
    pub(crate) item: &'static T,
    pub(crate) code: &'static str,
    pub(crate) aliases: &'static [&'static str],
    pub(crate) words: &'static [&'static str],
}

pub(crate) fn find<T: 'static>(
    text: &str,
    entries: impl Iterator<Item = Entry<T>>,
) -> Result<&'static T, NotFound> {
    let wanted = normalise(text);
    let mut scored: Vec<(usize, &'static str)> = Vec::new();
    for entry in entries {
        let names = || entry.aliases.iter().chain([&entry.code]).map(|name| normalise(name));
        if names().any(|name| name == wanted) {
            return Ok(entry.item);
        }
        let by_word = entry.words.iter().any(|word| normalise(word) == wanted).then_some(0);
        if let Some(score) = by_word.or_else(|| names().filter_map(|n| distance(&wanted, &n)).min())
        {
            scored.push((score, entry.code));
        }
    }
    scored.sort();
    let best = scored.first().map_or(0, |(score, _)| *score);
    // Only those about as near as the nearest: a list of everything helps nobody.
    scored.retain(|(score, _)| *score <= best.saturating_add(1));
    scored.truncate(MAX_SUGGESTIONS);
    Err(NotFound { nearest: scored.into_iter().map(|(_, code)| code).collect() })
}

/// How far apart two words are, or `None` when too far to suggest one for the other.
fn distance(wanted: &str, name: &str) -> Option<usize> {
    let (wanted, name): (Vec<char>, Vec<char>) = (wanted.chars().collect(), name.chars().collect());
    if wanted.is_empty() || wanted.len() > MAX_CHARS {
        return None;
    }
    let starts = wanted.len() >= 3 && (name.starts_with(&wanted) || name.ends_with(&wanted));
    if starts {
        return Some(1);
    }
    let edits = edits(&wanted, &name);
    let limit = wanted.len().max(name.len()).div_ceil(3);
    (edits <= limit).then_some(edits)
}

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
fn edits(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=right.len()).collect();
    let mut last_left = None;
    for (row, l) in left.iter().enumerate() {
        let mut current = vec![row.saturating_add(1)];
        let mut last_right = None;
        for (column, r) in right.iter().enumerate() {
            let at = |line: &[usize], index: usize| line.get(index).copied().unwrap_or(usize::MAX);
            let substituted = at(&previous, column).saturating_add(usize::from(l != r));
            let deleted = at(&previous, column.saturating_add(1)).saturating_add(1);
            let inserted = at(&current, column).saturating_add(1);
            let mut cost = substituted.min(deleted).min(inserted);
            if last_left == Some(r)
                && last_right == Some(l)
                && let Some(two_back) = column.checked_sub(1)
            {
                cost = cost.min(at(&before, two_back).saturating_add(1));
            }
            current.push(cost);
            last_right = Some(r);
        }
        before = core::mem::replace(&mut previous, current);
        last_left = Some(l);
    }
    previous.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests;
