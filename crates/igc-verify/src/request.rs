//! What is asked, and all the evidence for it.

use igc_path::{Policy, TrustAnchor};
use igc_revocation::CrlPolicy;
use igc_x509::{Certificate, CertificateList};

/// A certificate to judge, with everything that may be used to judge it.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The certificate asked about.
    pub end_entity: Certificate<'a>,
    /// Untrusted certificates, in any order.
    pub intermediates: &'a [Certificate<'a>],
    /// What is trusted.
    pub anchors: &'a [TrustAnchor<'a>],
    /// CRLs, in any order, of any issuer.
    pub crls: &'a [CertificateList<'a>],
    /// Time, profile, purpose, names and limits.
    pub policy: &'a Policy,
    /// Whether and how revocation is checked.
    pub revocation: Revocation,
}

/// Whether and how revocation is checked. There is no default: it is the caller's choice.
#[derive(Clone, Copy, Debug)]
pub enum Revocation {
    /// It is not.
    NotChecked,
    /// By CRLs.
    Crl {
        /// When a CRL is fresh enough.
        policy: CrlPolicy,
        /// For which certificates.
        depth: Depth,
        /// What becomes of a path with a certificate whose status is unknown.
        on_unknown: OnUnknown,
    },
}

/// For which certificates of a path revocation is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Depth {
    /// The end entity alone.
    EndEntity,
    /// Every certificate but the anchor.
    WholePath,
}

/// What an unknown status means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OnUnknown {
    /// The verdict is undetermined ("hard fail").
    Undetermined,
    /// The path is accepted and the unknown is reported ("soft fail").
    AcceptAndReport,
}
