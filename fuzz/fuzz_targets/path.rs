#![no_main]
// Whatever the certificates hold, there is an answer, and the order of the bag does not change whether it is a path.
libfuzzer_sys::fuzz_target!(|data: &[u8]| igc_path::fuzz::path(data));
