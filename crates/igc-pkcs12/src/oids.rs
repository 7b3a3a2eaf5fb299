//! Object identifiers that only PKCS #12 files carry and that no RFC defines, as contents octets.

/// Java's mark on trusted certificates: 2.16.840.1.113894.746875.1.1.
pub(crate) const JAVA_TRUSTED_KEY_USAGE: &[u8] =
    &[0x60, 0x86, 0x48, 0x01, 0x86, 0xf9, 0x66, 0xad, 0xca, 0x7b, 0x01, 0x01];

#[cfg(test)]
mod tests {
    use igc_x509::OidBuf;

    #[test]
    fn octets_are_those_of_the_dotted_text() {
        let oid: OidBuf = "2.16.840.1.113894.746875.1.1".parse().unwrap();
        assert_eq!(oid.as_bytes(), super::JAVA_TRUSTED_KEY_USAGE);
    }
}
