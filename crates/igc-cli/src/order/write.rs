//! The files of an order.
use super::make::Made;
use super::show::{self, Summary};
use super::target::{self, Targets};
use crate::failure::Failure;
use crate::files::{Batch, Secrecy};
use crate::voice::Voice;
use igc_crypto::{OsRandom, Secret};
use igc_pkcs12::{Bundle, PackProfile, Password, Pfx};
use igc_x509::pem;
use std::path::Path;
use zeroize::Zeroizing;

/// A certificate's PKCS#12, in the two forms.
pub(crate) struct Packed {
    platform: Vec<u8>,
    modern: Vec<u8>,
}

impl Packed {
    /// Leaf, ACI, ACR, as the platform orders them.
    pub(crate) fn new(made: &Made, password: &Password) -> Result<Option<Self>, Failure> {
        let Some(key) = &made.key else { return Ok(None) };
        let chain = made.issued.chain();
        let certificates = [made.issued.der(), chain.intermediate(), chain.root()];
        let pack = |profile: &PackProfile| {
            let bundle = Bundle::new(key.pkcs8_der(), &certificates);
            Pfx::pack(&bundle, profile, password, &OsRandom)
                .map_err(|error| Failure::from_p12(&error, Path::new("PKCS#12")))
        };
        Ok(Some(Self {
            platform: pack(&PackProfile::IGC_SANTE)?,
            modern: pack(&PackProfile::MODERN)?,
        }))
    }
}

/// Stages the files of one certificate.
pub(crate) fn stage(
    batch: &mut Batch,
    targets: &Targets,
    made: &Made,
    packed: Option<&Packed>,
) -> Result<(), Failure> {
    if let (Some(packed), Some(key)) = (packed, &made.key) {
        batch.stage(&targets.platform, &packed.platform, Secrecy::Secret)?;
        batch.stage(&targets.modern, &packed.modern, Secrecy::Secret)?;
        batch.stage(&targets.key, key.to_pkcs8_pem().expose(), Secrecy::Secret)?;
    }
    let request = pem::encode("CERTIFICATE REQUEST", &made.request);
    batch.stage(&targets.request, request.as_bytes(), Secrecy::Public)?;
    batch.stage(&targets.certificate, made.issued.to_pem().as_bytes(), Secrecy::Public)?;
    batch.stage(&targets.full_chain, made.issued.to_full_pem().as_bytes(), Secrecy::Public)
}

/// Stages what all certificates of the order share.
pub(crate) fn stage_common(
    batch: &mut Batch,
    summary: &Summary<'_>,
    generated: Option<&Secret>,
    voice: &Voice,
) -> Result<(), Failure> {
    let folder = summary.folder;
    let (mut authorities, mut anchors) = (Vec::new(), Vec::new());
    for chain in summary.made.iter().map(|made| made.issued.chain()) {
        push_new(&mut authorities, chain.intermediate());
        push_new(&mut anchors, chain.root());
    }
    let pem = |ders: &[&[u8]]| -> String {
        ders.iter().map(|der| pem::encode("CERTIFICATE", der)).collect()
    };
    let anchor = pem(&anchors);
    let chain = pem(&authorities) + &anchor;
    batch.stage(target::chain(folder), chain.as_bytes(), Secrecy::Public)?;
    batch.stage(target::anchor(folder), anchor.as_bytes(), Secrecy::Public)?;
    let notice = show::notice(summary, voice)?;
    batch.stage(target::notice(folder), notice.as_bytes(), Secrecy::Public)?;
    if let Some(password) = generated {
        let mut line = Zeroizing::new(password.expose().to_vec());
        line.push(b'\n');
        batch.stage(target::password(folder), &line, Secrecy::Secret)?;
    }
    Ok(())
}

fn push_new<'a>(list: &mut Vec<&'a [u8]>, der: &'a [u8]) {
    if !list.contains(&der) {
        list.push(der);
    }
}
