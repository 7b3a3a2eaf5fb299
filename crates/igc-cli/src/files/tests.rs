use super::*;
use std::fs;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_batch_is_all_or_nothing_until_it_is_committed() {
    let folder = tempfile::tempdir().unwrap();
    let mut batch = Batch::new(false);
    batch.stage(folder.path().join("a.key"), b"secret", Secrecy::Secret).unwrap();
    batch.stage(folder.path().join("a.pem"), b"public", Secrecy::Public).unwrap();
    assert!(!folder.path().join("a.key").exists());
    drop(batch);
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn secrets_are_for_their_owner_only_even_when_they_replace_a_public_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.key");
    fs::write(&target, b"old").unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o644)).unwrap();
    let mut batch = Batch::new(true);
    batch.stage(&target, b"new", Secrecy::Secret).unwrap();
    batch.commit().unwrap();
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read(&target).unwrap(), b"new");
    assert_eq!(names(folder.path()), ["a.key"]);
}

#[test]
fn nothing_is_overwritten_without_force() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.pem");
    fs::write(&target, b"mine").unwrap();
    assert_eq!(refuse_existing([target.as_path()], false).unwrap_err().code(), "cli.file.exists");
    assert!(refuse_existing([target.as_path()], true).is_ok());
    let mut batch = Batch::new(false);
    batch.stage(&target, b"theirs", Secrecy::Public).unwrap();
    assert_eq!(batch.commit().unwrap_err().code(), "cli.file.exists");
    assert_eq!(fs::read(&target).unwrap(), b"mine");
    assert_eq!(names(folder.path()), ["a.pem"]);
}

#[test]
fn a_folder_that_is_a_file_is_not_writable() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, b"").unwrap();
    assert_eq!(writable_folder(&file).unwrap_err().code(), "cli.folder.unwritable");
    assert!(writable_folder(&folder.path().join("new/deep")).is_ok());
}

#[test]
fn a_missing_file_is_told_from_an_unreadable_one() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(read(&folder.path().join("none")).unwrap_err().code(), "cli.file.missing");
    assert_eq!(read(folder.path()).unwrap_err().code(), "cli.file.unreadable");
}
