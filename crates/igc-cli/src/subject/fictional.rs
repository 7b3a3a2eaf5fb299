//! The TEST structure and person that stand in when none is named: fictional, and visibly so.
use super::file::{Person, Structure};

/// A hospital that does not exist; department `0B` is for tests only.
pub(super) fn structure() -> Structure {
    Structure {
        name: Some("HOPITAL FICTIF DE TEST".to_owned()),
        finess: Some("0B9999992".to_owned()),
        department: Some("Paris (75)".to_owned()),
        ..Structure::default()
    }
}

/// Whatever was not said of the person, from one who does not exist.
pub(super) fn complete(person: Person) -> Person {
    Person {
        given_name: person.given_name.or_else(|| Some("CAMILLE".to_owned())),
        surname: person.surname.or_else(|| Some("FICTIVE-TEST".to_owned())),
        rpps: person.rpps.or_else(|| Some("99900000011".to_owned())),
        title: person.title.or_else(|| Some("Médecin".to_owned())),
        profession: person.profession.or(Some(10)),
        ..person
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use igc_id::{Finess, Rpps};

    #[test]
    fn the_fictional_numbers_are_well_formed_and_for_tests() {
        let finess = Finess::parse(structure().finess.unwrap().as_str()).unwrap();
        assert!(finess.is_test());
        Rpps::parse(complete(Person::default()).rpps.unwrap().as_str()).unwrap();
    }
}
