use super::*;

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_appears_whole_with_its_mode_and_nothing_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    write_whole(&dir.path().join("key"), b"secret", Access::Owner).unwrap();
    write_whole(&dir.path().join("key"), b"newer", Access::Owner).unwrap();
    assert_eq!(names(dir.path()), ["key"]);
    assert_eq!(fs::read(dir.path().join("key")).unwrap(), b"newer");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(dir.path().join("key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_failed_write_leaves_the_old_file_and_no_other() {
    let dir = tempfile::tempdir().unwrap();
    // A directory of that name refuses the rename.
    fs::create_dir(dir.path().join("taken")).unwrap();
    fs::write(dir.path().join("taken/inside"), b"x").unwrap();
    assert!(write_whole(&dir.path().join("taken"), b"bytes", Access::Everyone).is_err());
    assert_eq!(names(dir.path()), ["taken"]);
}

#[test]
fn a_staged_directory_is_all_or_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let target = dir.path().join("authority");
    let staged = StagedDir::new(&target).unwrap();
    staged.write("key", b"k", Access::Owner).unwrap();
    drop(staged);
    assert_eq!(names(dir.path()), [""; 0]);

    let staged = StagedDir::new(&target).unwrap();
    staged.write("key", b"k", Access::Owner).unwrap();
    staged.publish().unwrap();
    assert_eq!(names(dir.path()), ["authority"]);
    assert_eq!(names(&target), ["key"]);

    // The name is taken: the first stays.
    let second = StagedDir::new(&target).unwrap();
    second.write("key", b"other", Access::Owner).unwrap();
    assert!(second.publish().is_err());
    assert_eq!(fs::read(target.join("key")).unwrap(), b"k");
    assert_eq!(names(dir.path()), ["authority"]);
}

#[test]
fn the_sweep_takes_what_an_interrupted_run_left_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join(".ACR-EL.12-0.partial")).unwrap();
    fs::write(dir.path().join(".ACR-EL.12-0.partial/key.pem"), b"half").unwrap();
    fs::write(dir.path().join(".log.12-1.partial"), b"half").unwrap();
    fs::write(dir.path().join("kept.partial"), b"whole").unwrap();
    sweep(dir.path()).unwrap();
    assert_eq!(names(dir.path()), ["kept.partial"]);
}

#[test]
fn the_lock_lets_one_in_at_a_time() {
    let dir = tempfile::tempdir().unwrap();
    let counter = dir.path().join("counter");
    fs::write(&counter, "0").unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..25 {
                    let _lock = Lock::acquire(dir.path()).unwrap();
                    let read: u32 = fs::read_to_string(&counter).unwrap().parse().unwrap();
                    fs::write(&counter, (read + 1).to_string()).unwrap();
                }
            });
        }
    });
    assert_eq!(fs::read_to_string(&counter).unwrap(), "100");
}
