use std::sync::OnceLock;

use igc_catalogue::{Field, Fields, Product};
use igc_crypto::{KeyGenerator as _, KeyKind, OsRandom, PrivateKey, RustCrypto};
use igc_testkit::TempDir;
use igc_x509::{Certificate, SubjectPublicKeyInfo};

use super::*;
use crate::request::ProfileForm;

fn tools() -> Tools<'static> {
    Tools::new(&RustCrypto, &OsRandom)
}

fn at() -> Time {
    "2026-11-22T10:15:00Z".parse().unwrap()
}

fn key() -> &'static PrivateKey {
    static KEY: OnceLock<PrivateKey> = OnceLock::new();
    KEY.get_or_init(|| RustCrypto.generate(KeyKind::Rsa2048).unwrap())
}

/// A folder with the authorities of ORG, made once by two who want them at the same time.
fn home() -> &'static Path {
    static HOME: OnceLock<TempDir> = OnceLock::new();
    HOME.get_or_init(|| {
        let dir = igc_testkit::temp_dir();
        // What an interrupted run leaves must not be in the way.
        let left = dir.path().join("authorities/.ACR-EL-LOCAL.1-0.partial");
        fs::create_dir_all(&left).unwrap();
        fs::write(left.join("key.pem"), "half").unwrap();
        let ensure = || {
            let igc = TestIgc::open_or_create(dir.path(), tools()).unwrap();
            igc.chain(Gamme::Elementaire, Domain::Organisations, at()).unwrap()
        };
        let (mine, theirs) = std::thread::scope(|scope| {
            let other = scope.spawn(ensure);
            (ensure(), other.join().unwrap())
        });
        assert_eq!(mine, theirs, "two processes made the same authority twice");
        dir
    })
    .path()
}

/// A copy to do harm to.
fn copy() -> TempDir {
    fn copy_dir(from: &Path, to: &Path) {
        create_private_dir(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            let target = to.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                copy_dir(&entry.path(), &target);
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
    }
    let dir = igc_testkit::temp_dir();
    copy_dir(home(), dir.path());
    dir
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn order(
    dir: &Path,
    change: impl Fn(&mut IssueRequest<'_>),
) -> Result<IssuedCertificate, IssueError> {
    let fields = Fields::new()
        .with(Field::StructureName, "HOPITAL FICTIF DE TEST")
        .with(Field::StructureId, "10B0999999")
        .with(Field::StructureDepartment, "Paris (75)")
        .with(Field::Service, "Service_FICTIF");
    let igc = TestIgc::open_or_create(dir, tools())?;
    let mut request = IssueRequest {
        product: Product::find("ORG_AUTH_CLI").unwrap(),
        fields: &fields,
        public_key: SubjectPublicKeyInfo::parse(key().public_key_der()).unwrap(),
        at: at(),
        form: ProfileForm::Current,
    };
    change(&mut request);
    igc.issue(&request)
}

#[test]
fn the_folder_holds_what_it_says_and_keys_are_private() {
    let authorities = home().join("authorities");
    assert_eq!(names(&authorities), ["ACI-EL-ORG-LOCAL", "ACR-EL-LOCAL"]);
    for id in names(&authorities) {
        let authority = authorities.join(id);
        assert_eq!(names(&authority), ["certificate.cer", "initial.crl", "key.pem"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&authority.join("key.pem")), 0o600);
            assert_eq!(mode(&authority), 0o700);
        }
    }
    let igc = TestIgc::open_or_create(home(), tools()).unwrap();
    let missing = |domain| -> Vec<_> {
        let missing = igc.missing(Gamme::Elementaire, domain);
        missing.into_iter().map(Authority::id).collect()
    };
    assert_eq!(missing(Domain::Organisations), [""; 0]);
    assert_eq!(missing(Domain::Personnes), ["ACI-EL-PP-LOCAL"]);
}

#[test]
fn what_is_issued_is_kept_and_no_intent_is_left() {
    let dir = copy();
    let issued = order(dir.path(), |_| {}).unwrap();
    let log = dir.path().join("issued/ACI-EL-ORG-LOCAL");
    let serial = Certificate::parse(issued.der()).unwrap().serial().to_string();
    assert_eq!(names(&log), [format!("{serial}.cer")]);
    assert_eq!(fs::read(log.join(format!("{serial}.cer"))).unwrap(), issued.der());
    // The same wish again is another certificate.
    assert_ne!(order(dir.path(), |_| {}).unwrap().der(), issued.der());
    assert_eq!(names(&log).len(), 2);
}

#[test]
fn a_key_that_others_can_read_is_not_used() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = copy();
        let path = dir.path().join("authorities/ACR-EL-LOCAL/key.pem");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let error = order(dir.path(), |_| {}).unwrap_err();
        assert_eq!(error.code(), "issue.folder.exposed");
        assert!(matches!(error, IssueError::Exposed { path: told } if told == path));
    }
}

#[test]
fn a_folder_whose_parts_do_not_fit_issues_nothing() {
    let swap = |a: &str, b: &str| {
        let dir = copy();
        let authorities = dir.path().join("authorities");
        fs::copy(authorities.join(a), authorities.join(b)).unwrap();
        order(dir.path(), |_| {}).unwrap_err().code()
    };
    let damaged = "issue.folder.damaged";
    assert_eq!(swap("ACR-EL-LOCAL/key.pem", "ACI-EL-ORG-LOCAL/key.pem"), damaged);
    assert_eq!(swap("ACI-EL-ORG-LOCAL/certificate.cer", "ACR-EL-LOCAL/certificate.cer"), damaged);
    let dir = copy();
    fs::remove_file(dir.path().join("authorities/ACR-EL-LOCAL/key.pem")).unwrap();
    assert_eq!(order(dir.path(), |_| {}).unwrap_err().code(), "issue.folder.io");
}

#[test]
fn a_certificate_before_its_issuer_or_beyond_it_is_refused_and_not_logged() {
    let dir = copy();
    for day in ["2026-11-21T23:59:59Z", "2045-01-01T00:00:00Z"] {
        let error = order(dir.path(), |request| request.at = day.parse().unwrap()).unwrap_err();
        assert_eq!(error.code(), "issue.validity", "{day}: {error}");
    }
    assert!(!dir.path().join("issued/ACI-EL-ORG-LOCAL").exists());
}

#[test]
fn a_key_that_is_not_rsa_of_the_profile_is_refused_before_any_work() {
    let dir = igc_testkit::temp_dir();
    let ec = RustCrypto.generate(KeyKind::P256).unwrap();
    let error = order(dir.path(), |request| {
        let der: &'static [u8] = ec.public_key_der().to_vec().leak();
        request.public_key = SubjectPublicKeyInfo::parse(der).unwrap();
    });
    assert_eq!(error.unwrap_err().code(), "issue.key");
    assert_eq!(names(&dir.path().join("authorities")), [""; 0]);
}

#[test]
fn a_folder_that_cannot_be_made_is_told() {
    let dir = igc_testkit::temp_dir();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let error = TestIgc::open_or_create(file, tools()).unwrap_err();
    assert_eq!(error.code(), "issue.folder.io");
}
