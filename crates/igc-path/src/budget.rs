//! Limits on the work one verdict may cost, whatever the certificates say.

/// How much work a search may do before it gives up.
///
/// A path within the limits of real hierarchies uses a few of each; the limits are there for
/// hostile input only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Budget {
    /// Signatures verified. Default 100, as rustls-webpki.
    pub signatures: u32,
    /// Steps of the search: one per candidate issuer looked at. Default 200,000, as rustls-webpki.
    pub steps: u32,
    /// Comparisons of a name with a name constraint. Default 250,000, as rustls-webpki.
    pub names: u32,
    /// Nodes of the policy graph. Default 100,000: linear in the size of the certificates
    /// (RFC 9618 §3), so that only certificates of megabytes come near.
    pub policies: u32,
    /// Certificates in one path, the trust anchor not counted. Default 101: OpenSSL's depth of 100
    /// intermediates.
    pub path_certificates: u32,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            signatures: 100,
            steps: 200_000,
            names: 250_000,
            policies: 100_000,
            path_certificates: 101,
        }
    }
}

/// What is left of one limit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Left(u32);

impl Left {
    pub(crate) const fn new(limit: u32) -> Self {
        Self(limit)
    }

    /// Takes `amount`; false when there is not so much left, and then nothing is left.
    pub(crate) fn take(&mut self, amount: usize) -> bool {
        match u32::try_from(amount).ok().and_then(|amount| self.0.checked_sub(amount)) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => {
                self.0 = 0;
                false
            }
        }
    }
}
