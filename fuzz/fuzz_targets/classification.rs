#![no_main]
// Any certificate that parses is classified, and the answer does not contradict itself.
libfuzzer_sys::fuzz_target!(|der: &[u8]| igc_catalogue::fuzz::classification(der));
