#![no_main]
// Whatever a file is recognised as, its parser keeps its laws on it.
libfuzzer_sys::fuzz_target!(|file: &[u8]| igc_x509::fuzz::any_input(file));
