#![no_main]
// Judging any request against any product ends, says something of what it refuses, and says the same twice.
libfuzzer_sys::fuzz_target!(|data: &[u8]| igc_csr::fuzz::judge(data));
