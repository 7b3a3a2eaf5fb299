//! One form for every spelling of a code. Shared with `build.rs`, which checks that spellings never collide.

/// Letters and digits only, lower case, French accents folded: `SERV_S/MIME` and `serv-smime` are
/// both `servsmime`.
pub(crate) fn normalise(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|character| match character {
            'à' | 'â' | 'ä' => Some('a'),
            'ç' => Some('c'),
            'é' | 'è' | 'ê' | 'ë' => Some('e'),
            'î' | 'ï' => Some('i'),
            'ô' | 'ö' => Some('o'),
            'ù' | 'û' | 'ü' => Some('u'),
            other if other.is_alphanumeric() => Some(other),
            _ => None,
        })
        .collect()
}
