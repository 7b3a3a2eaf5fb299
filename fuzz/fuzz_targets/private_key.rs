#![no_main]
// A key that is read is written, read again as the same, and matches its own public key.
libfuzzer_sys::fuzz_target!(|data: &[u8]| igc_crypto::fuzz::private_key(data));
