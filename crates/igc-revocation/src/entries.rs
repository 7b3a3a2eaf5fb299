//! The certificate's entry in a CRL (RFC 5280 §5.3, §6.3.3 (j), (l)).

use igc_x509::{
    Certificate, CertificateList, Extensions, GeneralName, Name, RevocationReason, oid,
};

use crate::{CertStatus, UnknownReason};

/// What the CRL lists the certificate as, if it does. Every entry is looked at: one that holds an unknown
/// critical extension makes the whole CRL unusable (§5.3).
pub(crate) fn look_up(
    certificate: &Certificate<'_>,
    crl: &CertificateList<'_>,
) -> Result<Option<CertStatus>, UnknownReason> {
    let mut status = None;
    // §5.3.3: whose certificates the entries are, until an entry says otherwise.
    let mut issuer = EntryIssuer::Directory(crl.issuer());
    for entry in crl.revoked_certificates() {
        let entry = entry?;
        let extensions = if entry.has_extensions() { Some(entry.extensions()?) } else { None };
        if let Some(extensions) = &extensions {
            refuse_unknown(extensions, KNOWN_IN_ENTRIES)?;
            if let Some(names) = extensions.certificate_issuer()? {
                issuer = EntryIssuer::of(names.iter());
            }
        }
        if entry.serial != certificate.serial() || !issuer.is(&certificate.issuer()) {
            continue;
        }
        let reason = match &extensions {
            Some(extensions) => extensions.reason_code()?,
            None => None,
        };
        // §6.3.3 (j)
        status = Some(match reason.unwrap_or(RevocationReason::Unspecified) {
            // §6.3.3 (l)
            RevocationReason::RemoveFromCrl => CertStatus::Good,
            reason => CertStatus::Revoked { at: entry.revocation_date, reason },
        });
    }
    Ok(status)
}

/// Critical extensions must be known.
pub(crate) fn refuse_unknown(
    extensions: &Extensions<'_>,
    known: &[igc_x509::Oid<'static>],
) -> Result<(), UnknownReason> {
    match extensions.iter().find(|e| e.critical && !known.contains(&e.oid)) {
        Some(unknown) => {
            Err(UnknownReason::UnknownCriticalExtension { extension: unknown.oid.to_owned() })
        }
        None => Ok(()),
    }
}

const KNOWN_IN_ENTRIES: &[igc_x509::Oid<'static>] =
    &[oid::ID_CE_CRL_REASONS, oid::ID_CE_INVALIDITY_DATE, oid::ID_CE_CERTIFICATE_ISSUER];

/// The issuer of the certificates that entries stand for.
enum EntryIssuer<'a> {
    Directory(Name<'a>),
    /// A name that no certificate has.
    Other,
}

impl<'a> EntryIssuer<'a> {
    fn of(mut names: impl Iterator<Item = GeneralName<'a>>) -> Self {
        names
            .find_map(|name| match name {
                GeneralName::DirectoryName(name) => Some(Self::Directory(name)),
                _ => None,
            })
            .unwrap_or(Self::Other)
    }

    fn is(&self, issuer: &Name<'_>) -> bool {
        matches!(self, Self::Directory(name) if name.matches(issuer))
    }
}
