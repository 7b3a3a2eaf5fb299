//! nginx on loopback, asking its clients for a certificate.

use core::time::Duration;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use crate::{
    judge::judge,
    net::{free_port, wait_for_port},
    temp_dir,
};

/// A server that asks for client certificates.
#[derive(Clone, Debug)]
pub struct MutualTls {
    /// The server's certificate, then its intermediates; PEM.
    pub certificate: PathBuf,
    /// The server's key; PEM.
    pub key: PathBuf,
    /// Authorities that clients must chain to, roots and intermediates; PEM.
    pub client_authorities: PathBuf,
}

/// A running nginx, stopped when dropped.
#[derive(Debug)]
pub struct Nginx {
    child: Child,
    port: u16,
    dir: TempDir,
}

impl Nginx {
    /// Starts a server on a free loopback port; `None` when this machine has no nginx.
    ///
    /// With an accepted client certificate it answers 200 and the client's subject (RFC 4514); without one, or with one
    /// that does not chain or is not for TLS clients, 400.
    ///
    /// # Panics
    /// When nginx refuses its configuration or does not listen within ten seconds.
    #[must_use]
    pub fn mutual_tls(server: &MutualTls) -> Option<Self> {
        let nginx = judge("nginx")?;
        let dir = temp_dir();
        let port = free_port();
        let conf = dir.path().join("nginx.conf");
        if let Err(error) = fs::write(&conf, configuration(dir.path(), port, server)) {
            panic!("{}: {error}", conf.display());
        }
        let spawned = Command::new(nginx.program())
            .arg("-e")
            .arg(dir.path().join("error.log"))
            .arg("-c")
            .arg(&conf)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let child = match spawned {
            Ok(child) => child,
            Err(error) => panic!("nginx: {error}"),
        };
        let running = Self { child, port, dir };
        assert!(
            wait_for_port(port, Duration::from_secs(10)),
            "nginx does not listen\n{}",
            running.log()
        );
        Some(running)
    }

    /// `https://localhost:PORT/`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://localhost:{}/", self.port)
    }

    /// The loopback port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// nginx's error log so far, which says why a client was refused.
    #[must_use]
    pub fn log(&self) -> String {
        fs::read_to_string(self.dir.path().join("error.log")).unwrap_or_default()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Already gone is as good as stopped.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// One process, no file outside `dir`: nothing of the machine's own nginx is touched.
fn configuration(dir: &Path, port: u16, server: &MutualTls) -> String {
    let dir = dir.display();
    let MutualTls { certificate, key, client_authorities } = server;
    let [certificate, key, authorities] =
        [certificate, key, client_authorities].map(|path| path.display());
    format!(
        "daemon off;
master_process off;
pid {dir}/nginx.pid;
error_log {dir}/error.log info;
events {{ worker_connections 64; }}
http {{
  access_log off;
  client_body_temp_path {dir}/body;
  proxy_temp_path {dir}/proxy;
  fastcgi_temp_path {dir}/fastcgi;
  uwsgi_temp_path {dir}/uwsgi;
  scgi_temp_path {dir}/scgi;
  server {{
    listen 127.0.0.1:{port} ssl;
    ssl_certificate {certificate};
    ssl_certificate_key {key};
    ssl_client_certificate {authorities};
    ssl_verify_client on;
    ssl_verify_depth 3;
    location / {{ return 200 \"$ssl_client_s_dn\\n\"; }}
  }}
}}
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chain, Key, curl};

    #[test]
    fn only_a_tls_client_of_the_authority_gets_in() {
        let Some(openssl) = crate::openssl() else { return };
        let Some(curl) = curl() else { return };
        let server = Chain::server(&openssl, Key::P256);
        let client = Chain::client(&openssl, Key::P256);
        let seal = Chain::with_leaf(
            &openssl,
            Key::P256,
            "/CN=TEST",
            "extendedKeyUsage = emailProtection\n",
        );
        let both = client.path("both.pem");
        fs::write(&both, [client.read("chain.pem"), seal.read("chain.pem")].concat()).unwrap();
        let conf = MutualTls {
            certificate: server.path("leaf.pem"),
            key: server.path("leaf.key"),
            client_authorities: both,
        };
        // The server presents its end entity only; curl trusts root and intermediate alike.
        let Some(nginx) = Nginx::mutual_tls(&conf) else { return };
        let status = |identity: &[&str]| {
            let anchor = server.path("chain.pem").display().to_string();
            let url = nginx.url();
            let fixed = ["-s", "-o", "/dev/null", "-w", "%{http_code}", "--cacert", &anchor, &url];
            curl.accepts(fixed.iter().chain(identity))
        };
        let p12 = format!("{}:secret", client.pkcs12("secret", &[]).display());
        assert_eq!(status(&["--cert-type", "P12", "--cert", &p12]), "200", "{}", nginx.log());
        assert_eq!(status(&[]), "400");
        let other = format!("{}:secret", seal.pkcs12("secret", &[]).display());
        assert_eq!(status(&["--cert-type", "P12", "--cert", &other]), "400");
    }
}
