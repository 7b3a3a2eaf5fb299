use super::*;
use std::collections::BTreeSet;

#[test]
fn every_table_has_one_row_per_extension_and_every_row_a_source() {
    for name in ["rfc5280", "webpki", "igc-sante", "igc-legacy", "validation-only"] {
        let profile = Profile::by_name(name).unwrap();
        assert_eq!(profile.name(), name);
        for role in [Role::EndEntity, Role::Intermediate, Role::Anchor] {
            let table = profile.table(role);
            let rows: BTreeSet<_> = table.iter().map(|rule| rule.extension).collect();
            assert_eq!(rows.len(), table.len(), "{name} {role:?}");
            assert!(table.iter().all(|rule| !rule.source.is_empty()), "{name} {role:?}");
        }
    }
    assert!(Profile::by_name("other").is_none());
}

#[test]
fn a_row_of_ones_own_replaces_the_given_one() {
    let rule = ExtensionRule {
        extension: igc_x509::oid::ID_CE_KEY_USAGE,
        presence: Presence::Required,
        criticality: Criticality::Critical,
        check: None,
        source: "house rule 1",
    };
    let before = Profile::rfc5280();
    let after = Profile::rfc5280().named("house").rule(Role::EndEntity, rule);
    assert_eq!(after.name(), "house");
    assert_eq!(after.table(Role::EndEntity).len(), before.table(Role::EndEntity).len());
    let found = after.table(Role::EndEntity).iter().find(|r| r.extension == rule.extension);
    assert_eq!(found.unwrap().source, "house rule 1");
    assert_eq!(after.table(Role::Anchor).len(), before.table(Role::Anchor).len());
}
