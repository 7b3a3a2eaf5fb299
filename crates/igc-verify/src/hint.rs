//! Where IGC-Santé publishes what is missing.

use igc_catalogue::{Authority, authorities};
use igc_path::PathErrorKind;
use igc_x509::NameBuf;

/// What may help.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Hint {
    /// The missing issuer is an authority that the catalogue knows.
    MissingAuthority {
        /// Its name.
        name: NameBuf,
        /// Its identifier in the catalogue.
        id: &'static str,
        /// Where its certificate is published, when that is known.
        url: Option<&'static str>,
        /// The SHA-256 of its certificate, when that is known.
        sha256: Option<[u8; 32]>,
    },
    /// The missing issuer is in no catalogue: its name, and its key when the certificate says.
    UnknownAuthority {
        /// Its name.
        name: NameBuf,
        /// Its key identifier.
        key_id: Option<Vec<u8>>,
    },
}

pub(crate) fn hints(kind: &PathErrorKind) -> Vec<Hint> {
    let PathErrorKind::NoIssuer { issuer, key_id, .. } = kind else { return Vec::new() };
    let known: Vec<_> = authorities()
        .iter()
        .filter(|authority| authority.is_named(&issuer.as_name()))
        .map(|authority| missing(issuer, authority))
        .collect();
    if known.is_empty() {
        vec![Hint::UnknownAuthority { name: issuer.clone(), key_id: key_id.clone() }]
    } else {
        known
    }
}

fn missing(name: &NameBuf, authority: &Authority) -> Hint {
    Hint::MissingAuthority {
        name: name.clone(),
        id: authority.id(),
        url: authority.certificate_url(),
        sha256: authority.sha256().copied(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_issuer(issuer: NameBuf) -> PathErrorKind {
        PathErrorKind::NoIssuer { issuer, key_id: Some(vec![1, 2]), candidates: 0 }
    }

    #[test]
    fn a_known_authority_comes_with_its_address_and_fingerprint() {
        let published = authorities().iter().filter(|a| a.certificate_url().is_some());
        let mut seen = 0;
        for authority in published {
            seen += 1;
            let name = authority.name().unwrap();
            let found = hints(&no_issuer(name.clone()));
            assert!(found.contains(&missing(&name, authority)), "{}", authority.id());
        }
        assert!(seen > 0);
    }

    #[test]
    fn an_unknown_authority_comes_with_what_the_certificate_says() {
        let name = NameBuf::new();
        let expected = Hint::UnknownAuthority { name: name.clone(), key_id: Some(vec![1, 2]) };
        assert_eq!(hints(&no_issuer(name)), [expected]);
    }

    #[test]
    fn other_errors_have_no_hint() {
        assert_eq!(hints(&PathErrorKind::Signature), []);
    }
}
