//! What holds for every password and every file.

use igc_crypto::OsRandom;
use igc_pkcs12::{Bundle, PackProfile, Password, Pfx, fuzz};
use igc_testkit::Key;
use igc_x509::encode;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::fixture::{Fixture, code, open};

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() })
}

/// Any Unicode, beyond the BMP and empty included.
fn any_password() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..20).prop_map(|chars| chars.into_iter().collect())
}

#[test]
fn what_is_packed_is_opened_and_another_password_is_refused() {
    let Some(fixture) = Fixture::new(Key::P256) else { return };
    for profile in PackProfile::ALL {
        let profile = profile.with_iterations(2);
        runner(64)
            .run(&(any_password(), any_password()), |(password, other)| {
                let file = fixture.pack(&profile, &password);
                fixture.assert_is(&open(&file, &password).unwrap());
                if other != password {
                    prop_assert_eq!(code(open(&file, &other)), "p12.password.wrong");
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn names_survive_whatever_their_characters() {
    let Some(fixture) = Fixture::new(Key::P256) else { return };
    let certificates: Vec<&[u8]> = fixture.certificates.iter().map(Vec::as_slice).collect();
    let profile = PackProfile::MODERN.with_iterations(1);
    runner(64)
        .run(&any_password(), |name| {
            let bundle = Bundle::new(fixture.key.pkcs8_der(), &certificates).friendly_name(&name);
            let file = Pfx::pack(&bundle, &profile, &Password::from("secret"), &OsRandom).unwrap();
            let opened = open(&file, "secret").unwrap();
            fixture.assert_is(&opened);
            prop_assert_eq!(opened.keys[0].attributes.friendly_name(), Some(name.clone()));
            prop_assert_eq!(opened.certificates[0].attributes.friendly_name(), Some(name));
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_changed_file_never_yields_anything_else() {
    let Some(fixture) = Fixture::new(Key::P256) else { return };
    for profile in PackProfile::ALL {
        let file = fixture.pack(&profile.with_iterations(1), "secret");
        runner(2000)
            .run(&(any::<prop::sample::Index>(), 1u8..), |(at, change)| {
                let mut changed = file.clone();
                changed[at.index(file.len())] ^= change;
                if let Ok(opened) = open(&changed, "secret") {
                    fixture.assert_is(&opened);
                }
                fuzz::pfx(&changed);
                fuzz::ber(&changed);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn ber_of_the_outer_layers_reads_as_the_der() {
    let Some(fixture) = Fixture::new(Key::P256) else { return };
    let file = fixture.pack(&PackProfile::IGC_SANTE, "secret");
    runner(64)
        .run(&prop::collection::vec(1usize..3000, 0..5), |lengths| {
            fixture.assert_is(&open(&as_ber(&file, &lengths), "secret").unwrap());
            Ok(())
        })
        .unwrap();
}

#[test]
fn arbitrary_octets_are_no_danger() {
    runner(2000)
        .run(
            &prop::collection::vec(
                prop_oneof![any::<u8>(), Just(0x30), Just(0x80), Just(0x24), Just(0)],
                0..200,
            ),
            |data| {
                fuzz::pfx(&data);
                fuzz::ber(&data);
                Ok(())
            },
        )
        .unwrap();
}

/// The file with indefinite lengths, and its AuthenticatedSafe in pieces of the given lengths.
fn as_ber(file: &[u8], lengths: &[usize]) -> Vec<u8> {
    // SEQUENCE { INTEGER 3, SEQUENCE { OID, [0] { OCTET STRING } }, SEQUENCE MacData }, all of them of two length octets.
    let length = |at: usize| usize::from(u16::from_be_bytes([file[at], file[at + 1]]));
    let safe_end = 11 + length(9);
    let (version, oid, octets, mac) =
        (&file[4..7], &file[11..22], &file[30..safe_end], &file[safe_end..]);
    let mut pieces = Vec::new();
    let mut rest = octets;
    for length in lengths {
        let (piece, after) = rest.split_at((*length).min(rest.len()));
        pieces.extend(encode::octet_string(piece));
        rest = after;
    }
    // The last piece is itself in pieces.
    pieces.extend([0x24, 0x80]);
    pieces.extend(encode::octet_string(rest));
    pieces.extend([0, 0]);
    let end = [0u8, 0];
    [
        &[0x30, 0x80][..],
        version,
        &[0x30, 0x80],
        oid,
        &[0xa0, 0x80],
        &[0x24, 0x80],
        &pieces,
        &end,
        &end,
        &end,
        mac,
        &end,
    ]
    .concat()
}
