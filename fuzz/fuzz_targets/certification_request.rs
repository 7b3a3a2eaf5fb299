#![no_main]
// A request's views lie within it.
libfuzzer_sys::fuzz_target!(|der: &[u8]| igc_x509::fuzz::certification_request(der));
