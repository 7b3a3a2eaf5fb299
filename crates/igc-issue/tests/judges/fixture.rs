//! One test IGC and one certificate of every product, made once for all tests of this file's siblings.

use std::path::PathBuf;
use std::sync::OnceLock;

use igc_catalogue::{Field, Fields, Product, products};
use igc_crypto::{KeyGenerator as _, KeyKind, OsRandom, RustCrypto};
use igc_issue::{IssueRequest, ProfileForm, TestIgc, Tools};
use igc_testkit::TempDir;
use igc_x509::{SubjectPublicKeyInfo, Time};

/// A product with its certificate and where it lies, PEM.
pub(crate) struct Made {
    pub(crate) product: &'static Product,
    pub(crate) path: PathBuf,
    /// The first CRLs of its intermediate and of its root, DER.
    pub(crate) crls: Vec<Vec<u8>>,
}

pub(crate) struct Fixture {
    _dir: TempDir,
    pub(crate) made: Vec<Made>,
}

pub(crate) fn tools() -> Tools<'static> {
    Tools::new(&RustCrypto, &OsRandom)
}

pub(crate) fn at() -> Time {
    "2026-11-22T10:15:00Z".parse().unwrap()
}

/// Fields that suit every product: clearly fictional.
pub(crate) fn fields() -> Fields {
    Fields::new()
        .with(Field::StructureName, "HOPITAL FICTIF DE TEST")
        .with(Field::StructureId, "10B0999999")
        .with(Field::StructureDepartment, "Département fictif (00)")
        .with(Field::Service, "Service_FICTIF")
        .with(Field::Fqdn, "serveur.exemple.test")
        .with(Field::DnsNames, "alias.exemple.test")
        .with(Field::Email, "contact@exemple.test")
        .with(Field::PersonId, "899999999999")
        .with(Field::GivenName, "ÉLOÏSE")
        .with(Field::Surname, "FICTIVE")
        .with(Field::ProfessionTitle, "Médecin")
        .with(Field::ProfessionCode, "10")
        .with(Field::Specialities, "SM00")
}

/// The certificates of all products in the form of `form`, in a folder of their own.
pub(crate) fn all(form: ProfileForm) -> &'static Fixture {
    static CURRENT: OnceLock<Fixture> = OnceLock::new();
    static LEGACY: OnceLock<Fixture> = OnceLock::new();
    let cell = match form {
        ProfileForm::Current => &CURRENT,
        ProfileForm::Legacy => &LEGACY,
    };
    cell.get_or_init(|| make(form))
}

fn make(form: ProfileForm) -> Fixture {
    let dir = igc_testkit::temp_dir();
    let key = RustCrypto.generate(KeyKind::Rsa2048).unwrap();
    // Both forms come from the same authorities: their keys are what takes the time.
    static HOME: OnceLock<TempDir> = OnceLock::new();
    let home = HOME.get_or_init(igc_testkit::temp_dir);
    let igc = TestIgc::open_or_create(home.path(), tools()).unwrap();
    let fields = fields();
    let made = products()
        .iter()
        .map(|product| {
            let public_key = SubjectPublicKeyInfo::parse(key.public_key_der()).unwrap();
            let request = IssueRequest { product, fields: &fields, public_key, at: at(), form };
            let issued =
                igc.issue(&request).unwrap_or_else(|error| panic!("{}: {error}", product.code()));
            let path = dir.path().join(product.code().replace('/', "_") + ".pem");
            let aci = igc_x509::pem::encode("CERTIFICATE", issued.chain().intermediate());
            std::fs::write(&path, issued.to_pem()).unwrap();
            std::fs::write(path.with_extension("aci"), aci).unwrap();
            std::fs::write(path.with_extension("acr"), issued.chain().root_pem()).unwrap();
            let profile = product.profile();
            let crls = [Some(profile.domain()), None]
                .map(|domain| igc.initial_crl(profile.gamme(), domain).unwrap())
                .to_vec();
            Made { product, path, crls }
        })
        .collect();
    Fixture { _dir: dir, made }
}
