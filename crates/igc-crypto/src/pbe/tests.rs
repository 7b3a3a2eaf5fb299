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

/// RFC 6070 (SHA-1), RFC 7914 §11 (SHA-256).
#[test]
fn pbkdf2_of_the_rfcs() {
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

/// By Python's hashlib: 1000 iterations, 40 octets.
#[test]
fn pbkdf2_of_another_program() {
    for (hash, expected) in [
        (
            HashKind::Sha1,
            "437aa3d2ce77665557f18e08c521e4d6e8710cfe61e428614dad1476dc5cfd821cc124906fc9065c",
        ),
        (
            HashKind::Sha224,
            "ef786fde882845d260bfae3f1a92ec3f32aca8060ded91879494fae525b13477817a53479e440c72",
        ),
        (
            HashKind::Sha256,
            "9666551f15a670aed08925ca1374aee4d7f85b41d751cc8471b9079c24737cbe84eb9ec557b11024",
        ),
        (
            HashKind::Sha384,
            "4c0a613451d3123d7c0c14b88682cfabeaa181011ef816dcef250146827e1c4ee3cb8ce2ea5743fa",
        ),
        (
            HashKind::Sha512,
            "1122fc1524e568c209b379f5bff0134a323acda4dbb6c51e898312812c30679861572dce8646156b",
        ),
    ] {
        let password = Password::from("Mot de passe é").pkcs5(PasswordForm::Standard).unwrap();
        assert_eq!(*pbkdf2(hash, &password, b"sel de mer", 1000, 40), hex(expected), "{hash:?}");
    }
}

/// By OpenSSL's PKCS12KDF, whose password is the BMPString with terminator: 1000 iterations, 70 octets, several blocks.
#[test]
fn pkcs12_derivation_of_another_program() {
    for (hash, purpose, expected) in [
        (
            HashKind::Sha1,
            Purpose::Key,
            "d295927dc57aaf2f49313765415854353a49b1d8234699b7bde749117759229e
             51506271b7549ba4663837aa5b035a10cb0dd862d7e621b4326a8be72b04b84cb89c269a628e",
        ),
        (
            HashKind::Sha1,
            Purpose::Mac,
            "a1bb964aa372b49523062b32a65f3590177c7e00dde5ddfd6ceaaf07d16a08b7
             d0634a9b7c46331af122269e6782ef57303797078849d3bb7e97ae988e4f465c6bc07300c534",
        ),
        (
            HashKind::Sha224,
            Purpose::Mac,
            "01e92d6537b93e52a068f01dfe74411fb0a1511db54a532d1d9cd2d4e2a28625
             04f15f36a51515200fd7cb98c8b5adaa574f0711f0e511325292adfba62bed2898c23b9aac94",
        ),
        (
            HashKind::Sha256,
            Purpose::Mac,
            "703de2c10fb42fa544733fbe15059d9c6f768a3ff3a64200646df3fdafa3cc1a
             8cd07988112a26732c29c695a794895b8c9727326ef3096e6f334bcf5cb522e708267258f4f3",
        ),
        (
            HashKind::Sha384,
            Purpose::Mac,
            "6499ea21433e8971194c691e2c2de0485b96ecb92f4c1b49a1c4f620bd9e55f1
             993c63a781f0aa7204ce502de20d9f45fcdc222e5e0e002802002f1957ea3588ca20be7c41ac",
        ),
        (
            HashKind::Sha512,
            Purpose::Mac,
            "9b0b0d52d922a14e0c3c365cbafb482ba894de849b2c91ab7607f2a65ce9933b
             0bc75f890372326297f5be1113452434f665c7476f97f9d6c69600f613b209f3879fd7ed9ae0",
        ),
    ] {
        // A character beyond the BMP: two surrogates.
        let password = Password::from("Pässwörd😀").pkcs12(PasswordForm::Standard).unwrap();
        let got = pkcs12_kdf(hash, purpose, &password, &[1, 2, 3, 4, 5, 6, 7, 8], 1000, 70);
        assert_eq!(*got, hex(expected), "{hash:?}");
    }
}

#[test]
fn the_octets_of_a_password_in_every_form() {
    let octets = |text: &str, form| Password::from(text).pkcs12(form).unwrap().to_vec();
    assert_eq!(octets("aé", PasswordForm::Standard), [0, 0x61, 0, 0xe9, 0, 0]);
    assert_eq!(octets("😀", PasswordForm::Standard), [0xd8, 0x3d, 0xde, 0x00, 0, 0]);
    assert_eq!(octets("é", PasswordForm::OctetsAsCharacters), [0, 0xc3, 0, 0xa9, 0, 0]);
    assert_eq!(octets("", PasswordForm::Standard), [0, 0]);
    assert_eq!(octets("", PasswordForm::Absent), []);
    let long = Password::new("a".repeat((64 << 10) + 1));
    assert_eq!(
        long.pkcs5(PasswordForm::Standard).unwrap_err().code(),
        "crypto.pbe.password-length"
    );
}

fn every_scheme() -> Vec<EncryptionScheme> {
    let fields = params::sequence(&[&params::octet_string(b"saltsalt"), &params::integer(3)]);
    let mut schemes: Vec<_> =
        [params::SHA1_3DES, params::SHA1_2DES, params::SHA1_RC2_128, params::SHA1_RC2_40]
            .map(|id| EncryptionScheme::from_der(&params::algorithm(id, &fields)).unwrap())
            .into();
    for cipher in [
        Cipher::Aes128,
        Cipher::Aes192,
        Cipher::Aes256,
        Cipher::TripleDes,
        Cipher::Rc2 { effective_bits: 64, key_bytes: 8 },
        Cipher::Rc2 { effective_bits: 128, key_bytes: 16 },
    ] {
        for prf in HashKind::ALL {
            schemes.push(EncryptionScheme::pbes2(prf, 3, cipher, &OsRandom).unwrap());
        }
    }
    schemes.push(EncryptionScheme::from_der(&scrypt(16, 8, 1)).unwrap());
    schemes
}

/// PBES2 with scrypt and AES-256.
fn scrypt(n: u64, r: u64, p: u64) -> Vec<u8> {
    let fields = [
        &*params::octet_string(b"NaCl"),
        &params::integer(n),
        &params::integer(r),
        &params::integer(p),
    ];
    let kdf = params::algorithm(params::SCRYPT, &params::sequence(&fields));
    let cipher = params::algorithm(params::AES_256_CBC, &params::octet_string(&[7; 16]));
    params::algorithm(params::PBES2, &params::sequence(&[&kdf, &cipher]))
}

#[test]
fn every_scheme_reads_back_and_decrypts_what_it_encrypted() {
    let password = Password::from("Mot de passe é€😀");
    for scheme in every_scheme() {
        assert_eq!(EncryptionScheme::from_der(&scheme.to_der()).unwrap(), scheme);
        for length in [0, 1, 7, 8, 15, 16, 100] {
            let clear = vec![0x5a; length];
            let sealed = scheme.encrypt(&clear, &password).unwrap();
            let opened =
                scheme.decrypt(&sealed, &password, PasswordForm::Standard, &meter()).unwrap();
            assert_eq!(opened.expose(), clear, "{scheme}");
            let cut = scheme.decrypt(&sealed[1..], &password, PasswordForm::Standard, &meter());
            assert_eq!(cut.err().map(|e| e.kind), Some(PbeErrorKind::CiphertextLength));
        }
    }
}

#[test]
fn every_mac_reads_back_and_tells_a_difference_from_a_length() {
    let password = Password::from("secret");
    for hash in HashKind::ALL {
        let mut schemes = vec![MacScheme::pkcs12(hash, 3, &OsRandom).unwrap()];
        schemes.push(MacScheme::pbmac1(hash, 3, &OsRandom).unwrap());
        for scheme in schemes {
            let der = scheme.digest_algorithm_der();
            assert_eq!(
                MacScheme::from_mac_data(&der, scheme.salt(), scheme.iterations()).unwrap(),
                scheme
            );
            let mut mac = scheme.derive(&password).unwrap().compute(b"content");
            let verify = |mac: &[u8]| {
                scheme
                    .verify(b"content", mac, &password, PasswordForm::Standard, &meter())
                    .map_err(|e| e.code())
            };
            assert_eq!(verify(&mac), Ok(()));
            assert_eq!(verify(&mac[1..]), Err("crypto.pbe.mac-length"));
            mac[0] ^= 1;
            assert_eq!(verify(&mac), Err("crypto.pbe.mac-mismatch"));
        }
    }
}

#[test]
fn work_beyond_the_budget_is_refused_before_it_is_done() {
    let budget = Budget { iterations: 100, memory_bytes: 1 << 20 };
    let scheme = EncryptionScheme::pbes2(HashKind::Sha1, 30, Cipher::Aes256, &OsRandom).unwrap();
    // 32 octets of key are two blocks of SHA-1.
    assert_eq!(scheme.cost().iterations, 60);
    let meter = budget.meter();
    assert_eq!(meter.spend(scheme.cost()), Ok(()));
    let refused = PbeErrorKind::Iterations { asked: 60, left: 40 };
    assert_eq!(meter.spend(scheme.cost()), Err(refused.into()));
    assert_eq!(meter.spend(Cost { iterations: 40, memory_bytes: 0 }), Ok(()));

    let scheme = EncryptionScheme::from_der(&scrypt(1 << 20, 8, 1)).unwrap();
    let spent = budget.meter().spend(scheme.cost()).unwrap_err();
    assert_eq!(spent.code(), "crypto.pbe.memory");
    // The largest parameters that can be written down.
    let scheme = EncryptionScheme::from_der(&scrypt(1 << 63, 0xffff_ffff, 0xffff_ffff)).unwrap();
    assert_eq!(scheme.cost().iterations, u64::MAX);
}

#[test]
fn parameters_that_are_refused() {
    let salt = params::octet_string(b"saltsalt");
    let (iv, one) = (params::octet_string(&[0; 16]), params::integer(1));
    let pbes2 = |kdf: &[u8], cipher: &[u8]| {
        let got = EncryptionScheme::from_der(&params::algorithm(
            params::PBES2,
            &params::sequence(&[kdf, cipher]),
        ));
        got.err().map(|error| error.code())
    };
    let kdf = |fields: &[&[u8]]| params::algorithm(params::PBKDF2, &params::sequence(fields));
    let aes = params::algorithm(params::AES_256_CBC, &iv);
    let malformed = Some("crypto.pbe.parameters");
    assert_eq!(pbes2(&kdf(&[&salt, &one]), &aes), None);
    assert_eq!(pbes2(&kdf(&[&salt, &one, &params::integer(32)]), &aes), None);
    for fields in [
        &[&*salt][..],
        &[&salt, &params::integer(0)],
        &[&salt, &[0x02, 0x01, 0xff]],
        &[&one, &one],
        // AES-256 has a key of 32 octets.
        &[&salt, &one, &params::integer(16)],
        &[&salt, &one, &params::integer(32), &params::hmac_algorithm(HashKind::Sha1), &one],
    ] {
        assert_eq!(pbes2(&kdf(fields), &aes), malformed, "{fields:02x?}");
    }
    let short_iv = params::algorithm(params::AES_256_CBC, &params::octet_string(&[0; 8]));
    assert_eq!(pbes2(&kdf(&[&salt, &one]), &short_iv), malformed);
    for (n, r, p) in [(1, 8, 1), (3, 8, 1)] {
        assert_eq!(
            EncryptionScheme::from_der(&scrypt(n, r, p)).unwrap_err().code(),
            "crypto.pbe.parameters"
        );
    }
    // RFC 9579 §4: keyLength must be there; and neither too short nor absurd.
    for length in [None, Some(19), Some(65), Some(u64::MAX)] {
        let length = length.map(params::integer).unwrap_or_default();
        let kdf = kdf(&[&salt, &one, &length, &params::hmac_algorithm(HashKind::Sha256)]);
        let mac = params::sequence(&[&kdf, &params::hmac_algorithm(HashKind::Sha256)]);
        let got = MacScheme::from_mac_data(&params::algorithm(params::PBMAC1, &mac), &[], 1);
        assert_eq!(got.unwrap_err().code(), "crypto.pbe.parameters");
    }
}

#[test]
fn codes_are_sorted_and_unique() {
    assert!(ERROR_CODES.is_sorted_by(|a, b| a < b));
}

proptest::proptest! {
    /// Whatever is read is written as DER that reads the same.
    #[test]
    fn no_parameters_are_a_danger(which in 0usize..45, at in proptest::prelude::any::<proptest::sample::Index>(), change: u8) {
        let schemes = every_scheme();
        let mut der = schemes[which % schemes.len()].to_der();
        let at = at.index(der.len());
        der[at] ^= change;
        if let Ok(scheme) = EncryptionScheme::from_der(&der) {
            proptest::prop_assert_eq!(EncryptionScheme::from_der(&scheme.to_der()), Ok(scheme));
        }
    }
}
