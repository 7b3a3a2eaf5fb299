#![no_main]
// A name matches itself, its copy and nothing longer, and can be shown.
libfuzzer_sys::fuzz_target!(|der: &[u8]| igc_x509::fuzz::name(der));
