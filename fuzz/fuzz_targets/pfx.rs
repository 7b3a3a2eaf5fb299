#![no_main]
// No file makes us panic or work beyond the budget, and what opens can be described, with the same MAC.
libfuzzer_sys::fuzz_target!(|file: &[u8]| igc_pkcs12::fuzz::pfx(file));
