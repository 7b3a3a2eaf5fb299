#![no_main]
// A certificate's views lie within it, survive a second parse and never panic.
libfuzzer_sys::fuzz_target!(|der: &[u8]| igc_x509::fuzz::certificate(der));
