#![no_main]
// Whatever reads as BER has one DER form, which reads as the same.
libfuzzer_sys::fuzz_target!(|data: &[u8]| igc_pkcs12::fuzz::ber(data));
