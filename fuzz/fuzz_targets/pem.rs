#![no_main]
// What PEM decodes to, it encodes to a text that decodes to the same.
libfuzzer_sys::fuzz_target!(|text: &[u8]| igc_x509::fuzz::pem(text));
