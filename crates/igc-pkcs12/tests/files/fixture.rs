//! A key with its chain, by OpenSSL, and how to pack and open it.

use igc_crypto::{OsRandom, PrivateKey};
use igc_pkcs12::{Budget, Bundle, Opened, P12Error, PackProfile, Password, Pfx};
use igc_testkit::{Chain, Key};

pub(super) struct Fixture {
    pub(super) chain: Chain,
    pub(super) key: PrivateKey,
    /// Leaf, intermediate, root.
    pub(super) certificates: Vec<Vec<u8>>,
}

impl Fixture {
    pub(super) fn new(kind: Key) -> Option<Self> {
        let openssl = igc_testkit::openssl()?;
        let chain = Chain::client(&openssl, kind);
        let key = PrivateKey::from_pem(&chain.read("leaf.key")).unwrap();
        let certificates =
            ["leaf.der", "aci.der", "root.der"].map(|name| chain.read(name)).to_vec();
        Some(Self { chain, key, certificates })
    }

    pub(super) fn pack(&self, profile: &PackProfile, password: &str) -> Vec<u8> {
        let certificates: Vec<&[u8]> = self.certificates.iter().map(Vec::as_slice).collect();
        let bundle = Bundle::new(self.key.pkcs8_der(), &certificates);
        Pfx::pack(&bundle, profile, &Password::from(password), &OsRandom).unwrap()
    }

    /// What we open is what was packed, and the pair is known.
    pub(super) fn assert_is(&self, opened: &Opened) {
        assert_eq!(opened.keys.len(), 1);
        assert!(
            opened.keys[0].private_key().unwrap().pkcs8_der() == self.key.pkcs8_der(),
            "another key"
        );
        let [identity] = opened.identities.as_slice() else { panic!("{:?}", opened.identities) };
        let found: Vec<&[u8]> =
            opened.certificates_of(identity).map(|entry| entry.der.as_slice()).collect();
        assert_eq!(found, self.certificates);
    }
}

pub(super) fn open(bytes: &[u8], password: &str) -> Result<Opened, P12Error> {
    Pfx::open(bytes, &Password::from(password), &Budget::default())
}

pub(super) fn code(result: Result<Opened, P12Error>) -> &'static str {
    match result {
        Ok(_) => "opened",
        Err(error) => error.code(),
    }
}
