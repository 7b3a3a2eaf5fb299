#![no_main]
// A bag's certificates and CRLs lie within it and keep their own laws.
libfuzzer_sys::fuzz_target!(|der: &[u8]| igc_x509::fuzz::pkcs7(der));
