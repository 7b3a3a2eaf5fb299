#![no_main]
// Any algorithm, key and signature get the same answer whether the key is kept or not, and legacy rules only add.
libfuzzer_sys::fuzz_target!(|data: &[u8]| igc_crypto::fuzz::verify_signature(data));
