#![no_main]
// What is taken is written and read back as the same value; what is refused has its place within the text.
libfuzzer_sys::fuzz_target!(|text: &[u8]| igc_id::fuzz::identifiers(text));
