//! Small text helpers: making foreign text safe to show, nearest words, columns.
use core::cmp::Reverse;

/// Makes text from a file or a command line safe for a terminal: control and direction marks are spelled out.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_direction_mark(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// Marks that reorder what is shown (Unicode bidirectional algorithm, UAX #9 §2).
const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The word most like `wrong`, if one is near enough to be what was meant.
pub(crate) fn nearest<'a>(wrong: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(wrong);
    words
        .map(|word| (strsim::jaro_winkler(&folded, &fold(word)), word))
        .filter(|(likeness, _)| *likeness > 0.75)
        .max_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| Reverse(x).cmp(&Reverse(y))))
        .map(|(_, word)| word)
}

fn fold(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A path as a shell takes it.
pub(crate) fn quoted(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "/._-+:@".contains(c);
    if path.chars().all(plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}

/// Pads to a width counted in characters.
pub(crate) fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.chars().count());
    format!("{text}{}", " ".repeat(missing))
}

/// Colon-separated upper-case hexadecimal, as certificates are compared by eye.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
}

/// Lower-case hexadecimal without separators, as programs compare.
pub(crate) fn hex_plain(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_of_a_certificate_do_not_reach_the_terminal() {
        assert_eq!(clean("a\u{1b}[31mb\u{202e}c\nd"), "a\\u{1b}[31mb\\u{202e}c\\u{a}d");
        assert_eq!(clean("Hôpital « fictif »"), "Hôpital « fictif »");
    }

    #[test]
    fn the_nearest_word_is_offered_only_when_near() {
        let words = ["roc", "dmp", "mssante"];
        assert_eq!(nearest("mss-sante", words.into_iter()), Some("mssante"));
        assert_eq!(nearest("zzz", words.into_iter()), None);
    }

    #[test]
    fn paths_survive_the_shell() {
        assert_eq!(quoted("igc-roc"), "igc-roc");
        assert_eq!(quoted("a b"), "'a b'");
        assert_eq!(quoted("l'été"), r"'l'\''été'");
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(pad("é", 3), "é  ");
    }
}
