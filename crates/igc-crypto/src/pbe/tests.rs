use super::pbkdf2::pbkdf2;
use super::pkcs12_kdf::{Purpose, pkcs12_kdf};
use super::*;
use crate::random::OsRandom;

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(core::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

fn meter() -> Meter {
    Budget::default().meter()
}

/// RFC 6070 (SHA-1), RFC 7914 §11 (SHA-256); SHA-512 computed by Python's hashlib.
#[test]
fn pbkdf2_vectors() {
    for (hash, password, salt, iterations, expected) in [
        (HashKind::Sha1, "password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
        (HashKind::Sha1, "password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"),
        (
            HashKind::Sha1,
            "passwordPASSWORDpassword",
            "saltSALTsaltSALTsaltSALTsaltSALTsalt",
            4096,
            "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
        ),
        (
            HashKind::Sha256,
            "passwd",
            "salt",
            1,
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc
             49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
        ),
        (
            HashKind::Sha256,
            "Password",
            "NaCl",
            80000,
            "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56
             a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d",
        ),
    ] {
        let expected = hex(expected);
        let got = pbkdf2(hash, password.as_bytes(), salt.as_bytes(), iterations, expected.len());
        assert_eq!(*got, expected, "{hash:?} {iterations}");
    }
}

#[test]
fn a_pkcs12_scheme_of_three_kinds_round_trips() {
    let password = Password::from("Mot de passe é€😀");
    let clear = b"clear text of some length".as_slice();
    for scheme in [
        EncryptionScheme::sha1_triple_des(2048, &OsRandom).unwrap(),
        EncryptionScheme::pbes2(HashKind::Sha256, 1000, Cipher::Aes256, &OsRandom).unwrap(),
        EncryptionScheme::pbes2(HashKind::Sha1, 1000, Cipher::TripleDes, &OsRandom).unwrap(),
        EncryptionScheme::pbes2(
            HashKind::Sha512,
            10,
            Cipher::Rc2 { effective_bits: 64, key_bytes: 8 },
            &OsRandom,
        )
        .unwrap(),
    ] {
        let again = EncryptionScheme::from_der(&scheme.to_der()).unwrap();
        assert_eq!(again, scheme);
        let sealed = scheme.encrypt(clear, &password).unwrap();
        let opened = again.decrypt(&sealed, &password, PasswordForm::Standard, &meter()).unwrap();
        assert_eq!(opened.expose(), clear);
    }
    let _ = (Purpose::Mac, pkcs12_kdf);
}
