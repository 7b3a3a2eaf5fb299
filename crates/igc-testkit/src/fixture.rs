//! Certificates made by OpenSSL while the test runs: nothing to expire, nothing to keep.

use std::{fs, path::PathBuf};

use tempfile::TempDir;

use crate::{judge::Judge, temp_dir};

/// The kind of key a fixture is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// RSA of 2048 bits.
    Rsa2048,
    /// NIST P-256.
    P256,
}

/// A root, an intermediate and an end entity, all by OpenSSL, valid from yesterday for ten years.
///
/// Files in [`Chain::path`]: `root.pem`, `aci.pem`, `leaf.pem`, their `*.der` and `*.key` (PKCS#8, PEM), and
/// `chain.pem` (intermediate then root).
#[derive(Debug)]
pub struct Chain {
    openssl: Judge,
    dir: TempDir,
}

/// Extensions of the end entity unless the caller gives others.
const CLIENT: &str = "basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
";

/// For a TLS server on loopback.
const SERVER: &str = "basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, IP:127.0.0.1
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
";

const CA: &str = "basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
";

impl Chain {
    /// A chain whose end entity is a TLS client.
    #[must_use]
    pub fn client(openssl: &Judge, key: Key) -> Self {
        Self::with_leaf(openssl, key, "/C=FR/O=STRUCTURE FICTIVE DE TEST/CN=Client_TEST", CLIENT)
    }

    /// A chain whose end entity is a TLS server for `localhost` and 127.0.0.1.
    #[must_use]
    pub fn server(openssl: &Judge, key: Key) -> Self {
        Self::with_leaf(openssl, key, "/C=FR/O=STRUCTURE FICTIVE DE TEST/CN=localhost", SERVER)
    }

    /// A chain whose end entity has `subject` (OpenSSL's slash form) and `extensions` (OpenSSL's configuration lines).
    ///
    /// # Panics
    /// When OpenSSL refuses.
    #[must_use]
    pub fn with_leaf(openssl: &Judge, key: Key, subject: &str, extensions: &str) -> Self {
        let dir = temp_dir();
        let chain = Self { openssl: openssl.clone().in_dir(dir.path()), dir };
        chain.write("ca.ext", CA);
        chain.write("leaf.ext", extensions);
        chain.issue(key, "root", "/C=FR/O=TEST/CN=TEST AC RACINE LOCAL", "ca.ext", None);
        chain.issue(key, "aci", "/C=FR/O=TEST/CN=TEST AC LOCAL", "ca.ext", Some("root"));
        chain.issue(key, "leaf", subject, "leaf.ext", Some("aci"));
        let bundle = [chain.read("aci.pem"), chain.read("root.pem")].concat();
        chain.write("chain.pem", bundle);
        chain
    }

    /// Where the file `name` of this chain is.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The octets of the file `name` of this chain.
    ///
    /// # Panics
    /// When there is no such file.
    #[must_use]
    pub fn read(&self, name: &str) -> Vec<u8> {
        match fs::read(self.path(name)) {
            Ok(octets) => octets,
            Err(error) => panic!("{name}: {error}"),
        }
    }

    /// Packs the end entity, its key and the authorities as `leaf.p12` with extra `openssl pkcs12` options.
    ///
    /// # Panics
    /// When OpenSSL refuses.
    #[must_use]
    pub fn pkcs12(&self, password: &str, options: &[&str]) -> PathBuf {
        let password = format!("pass:{password}");
        let fixed = [
            "pkcs12",
            "-export",
            "-inkey",
            "leaf.key",
            "-in",
            "leaf.pem",
            "-certfile",
            "chain.pem",
        ];
        let rest = ["-out", "leaf.p12", "-passout", &password];
        self.openssl.accepts(fixed.iter().chain(options).chain(&rest));
        self.path("leaf.p12")
    }

    /// A CRL of the intermediate, DER, with the end entity revoked or not; `days` until the next one.
    ///
    /// # Panics
    /// When OpenSSL refuses.
    #[must_use]
    pub fn crl(&self, leaf_revoked: bool, days: u32) -> Vec<u8> {
        self.write("index.txt", "");
        self.write("crlnumber", "01\n");
        self.write(
            "ca.cnf",
            "[ca]\ndefault_ca = aci\n[aci]\ndatabase = index.txt\ncrlnumber = crlnumber\ndefault_md = sha256\n\
             certificate = aci.pem\nprivate_key = aci.key\ncrl_extensions = crl_ext\n\
             [crl_ext]\nauthorityKeyIdentifier = keyid\n",
        );
        if leaf_revoked {
            self.openssl.accepts(["ca", "-config", "ca.cnf", "-revoke", "leaf.pem"]);
        }
        let days = days.to_string();
        self.openssl.accepts([
            "ca",
            "-config",
            "ca.cnf",
            "-gencrl",
            "-crldays",
            &days,
            "-out",
            "aci.crl.pem",
        ]);
        self.openssl.accepts(["crl", "-in", "aci.crl.pem", "-outform", "DER", "-out", "aci.crl"]);
        self.read("aci.crl")
    }

    fn issue(&self, key: Key, name: &str, subject: &str, extensions: &str, issuer: Option<&str>) {
        let [key_file, csr, pem, der] =
            ["key", "csr", "pem", "der"].map(|ending| format!("{name}.{ending}"));
        let algorithm: &[&str] = match key {
            Key::Rsa2048 => &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
            Key::P256 => &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
        };
        self.openssl.accepts(["genpkey", "-quiet", "-out", &key_file].iter().chain(algorithm));
        self.openssl
            .accepts(["req", "-new", "-utf8", "-key", &key_file, "-subj", subject, "-out", &csr]);
        let signer = match issuer {
            None => vec!["-signkey".to_owned(), key_file],
            Some(issuer) => {
                vec![
                    "-CA".to_owned(),
                    format!("{issuer}.pem"),
                    "-CAkey".to_owned(),
                    format!("{issuer}.key"),
                ]
            }
        };
        let fixed = [
            "x509", "-req", "-in", &csr, "-days", "3650", "-sha256", "-extfile", extensions,
            "-out", &pem,
        ];
        self.openssl.accepts(fixed.iter().copied().chain(signer.iter().map(String::as_str)));
        self.openssl.accepts(["x509", "-in", &pem, "-outform", "DER", "-out", &der]);
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        if let Err(error) = fs::write(self.path(name), content) {
            panic!("{name}: {error}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openssl_accepts_its_own_chain_for_the_intended_purpose_only() {
        let Some(openssl) = crate::openssl() else { return };
        let chain = Chain::client(&openssl, Key::P256);
        let [root, aci, leaf] = ["root.pem", "aci.pem", "leaf.pem"].map(|name| chain.path(name));
        let verify = |purpose: &str| {
            openssl.run([
                "verify".as_ref(),
                "-x509_strict".as_ref(),
                "-purpose".as_ref(),
                purpose.as_ref(),
                "-CAfile".as_ref(),
                root.as_os_str(),
                "-untrusted".as_ref(),
                aci.as_os_str(),
                leaf.as_os_str(),
            ])
        };
        assert!(verify("sslclient").success());
        assert!(!verify("sslserver").success());
    }

    #[test]
    fn a_crl_lists_the_end_entity_only_when_asked() {
        let Some(openssl) = crate::openssl() else { return };
        let chain = Chain::client(&openssl, Key::Rsa2048);
        let text = |crl: Vec<u8>| {
            openssl.clone().stdin(crl).accepts(["crl", "-inform", "DER", "-noout", "-text"])
        };
        assert!(text(chain.crl(false, 6)).contains("No Revoked Certificates"));
        assert!(text(chain.crl(true, 6)).contains("Serial Number"));
    }

    #[test]
    fn the_wrong_password_of_a_pkcs12_is_refused() {
        let Some(openssl) = crate::openssl() else { return };
        let chain = Chain::client(&openssl, Key::P256);
        let file = chain.pkcs12("juste", &[]);
        let open = |password: &str| {
            openssl.run([
                "pkcs12",
                "-info",
                "-nokeys",
                "-in",
                &file.to_string_lossy(),
                "-passin",
                password,
            ])
        };
        assert!(open("pass:juste").success());
        assert!(!open("pass:faux").success());
    }
}
