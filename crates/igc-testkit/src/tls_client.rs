//! A Java TLS client: the platform most of the sector's software runs on.

use std::path::Path;

use crate::judge::{Outcome, java, judge};

/// What the Java client got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsAnswer {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: String,
}

/// Gets `url` with the key of `pkcs12` (file and password), trusting `anchors` (PEM).
///
/// The inner error is what Java printed when no HTTP answer came. `None` when this machine has no Java with
/// a compiler (a JDK).
///
/// # Panics
/// When Java prints something else than a status and a body.
#[must_use]
pub fn java_tls_client(
    pkcs12: Option<(&Path, &str)>,
    anchors: &Path,
    url: &str,
) -> Option<Result<TlsAnswer, Outcome>> {
    // `java FILE.java` compiles first: a JRE alone cannot.
    judge("javac")?;
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/java/TlsClient.java");
    let (file, password) = match pkcs12 {
        Some((file, password)) => (file.display().to_string(), password),
        None => ("-".to_owned(), ""),
    };
    let java = java()?.env("TLS_CLIENT_PASSWORD", password);
    let outcome = java.run([source, &file, &anchors.display().to_string(), url]);
    if !outcome.success() {
        return Some(Err(outcome));
    }
    let printed = outcome.stdout();
    let (status, body) = printed.split_once('\n').unwrap_or((&printed, ""));
    let Ok(status) = status.trim().parse() else { panic!("no HTTP status\n{outcome}") };
    Some(Ok(TlsAnswer { status, body: body.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chain, Key, MutualTls, Nginx};

    #[test]
    fn java_gets_in_with_the_key_and_not_without() {
        let Some(openssl) = crate::openssl() else { return };
        let server = Chain::server(&openssl, Key::P256);
        let client = Chain::client(&openssl, Key::P256);
        let conf = MutualTls {
            certificate: server.path("leaf.pem"),
            key: server.path("leaf.key"),
            client_authorities: client.path("chain.pem"),
        };
        let Some(nginx) = Nginx::mutual_tls(&conf) else { return };
        let p12 = client.pkcs12("secret", &[]);
        let anchors = server.path("chain.pem");
        let Some(answer) = java_tls_client(Some((&p12, "secret")), &anchors, &nginx.url()) else {
            return;
        };
        let answer = answer.unwrap_or_else(|refused| panic!("{refused}\n{}", nginx.log()));
        assert_eq!(answer.status, 200);
        assert!(answer.body.contains("Client_TEST"), "{answer:?}");
        let without = java_tls_client(None, &anchors, &nginx.url()).unwrap();
        assert_eq!(without.unwrap().status, 400);
    }
}
