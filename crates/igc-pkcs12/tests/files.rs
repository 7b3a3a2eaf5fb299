//! Files of other programs, read by us; our files, read by other programs; and files that nobody should have made.

#[cfg(test)]
mod files {
    mod fixture;
    mod hostile;
    mod judges_read;
    mod judges_write;
    mod laws;
    mod platform;
    mod suite;
}
