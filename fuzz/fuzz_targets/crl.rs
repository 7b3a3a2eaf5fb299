#![no_main]
// A CRL's views lie within it, and its entries are those that were checked.
libfuzzer_sys::fuzz_target!(|der: &[u8]| igc_x509::fuzz::crl(der));
