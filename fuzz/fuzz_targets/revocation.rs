#![no_main]
// There is an answer, and without a good signature it is unknown.
libfuzzer_sys::fuzz_target!(|data: &[u8]| igc_revocation::fuzz::status(data));
