use super::*;
use std::collections::BTreeSet;

const BOTH: [Lang; 2] = [Lang::Fr, Lang::En];

/// Ids and attributes of a language, as `id` and `id.attribute`; panics on a file that does not parse.
fn ids(lang: Lang) -> Vec<String> {
    let mut ids = Vec::new();
    for (name, text) in files(lang) {
        let resource = FluentResource::try_new((*text).to_owned());
        let resource = resource.unwrap_or_else(|(_, why)| panic!("{name}.ftl ({lang:?}): {why:?}"));
        drop(resource);
        let mut message = "";
        for line in text.lines() {
            let Some((id, _)) = line.split_once(" =") else { continue };
            if let Some(attribute) = id.trim_start().strip_prefix('.') {
                ids.push(format!("{message}.{attribute}"));
            } else if !id.starts_with(' ') && !id.starts_with('#') {
                message = id;
                ids.push(id.to_owned());
            }
        }
    }
    ids
}

#[test]
fn both_languages_hold_the_same_ids_once() {
    let [fr, en] = BOTH.map(ids);
    for ids in [&fr, &en] {
        let unique: BTreeSet<&String> = ids.iter().collect();
        let mut sorted: Vec<&String> = ids.iter().collect();
        sorted.sort();
        assert_eq!(sorted, unique.into_iter().collect::<Vec<_>>(), "an id is given twice");
    }
    let [fr, en] = [fr, en].map(|ids| ids.into_iter().collect::<BTreeSet<_>>());
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
        one.difference(other).cloned().collect()
    };
    assert_eq!((only(&fr, &en), only(&en, &fr)), (vec![], vec![]), "(only French, only English)");
}

#[test]
fn both_languages_use_the_same_values() {
    let [fr, en] = BOTH.map(|lang| {
        files(lang).iter().flat_map(|(_, text)| variables(text)).collect::<BTreeSet<_>>()
    });
    assert_eq!(fr, en);
}

/// `(message, variable)` of every placeable `{ $variable }`.
fn variables(text: &str) -> Vec<(String, String)> {
    let (mut found, mut message) = (Vec::new(), String::new());
    for line in text.lines() {
        if let Some((id, _)) = line.split_once(" =")
            && !id.starts_with(' ')
        {
            message = id.to_owned();
        }
        for part in line.split("$").skip(1) {
            let name = part.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').next();
            found.push((message.clone(), name.unwrap_or_default().to_owned()));
        }
    }
    found
}

#[test]
fn an_unknown_id_is_its_own_text() {
    assert_eq!(Voice::new(Lang::En).word("no-such-text"), "no-such-text");
}
