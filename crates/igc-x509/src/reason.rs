//! Reasons for revocation (RFC 5280 §5.3.1, §4.2.1.13).

use core::fmt;

use crate::{Error, ErrorKind, extension::named_bits, reader::Reader};

/// Why a certificate was revoked (RFC 5280 §5.3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RevocationReason {
    /// 0: nothing said.
    Unspecified,
    /// 1: the key of an end entity is or may be known to others.
    KeyCompromise,
    /// 2: the key of a CA is or may be known to others.
    CaCompromise,
    /// 3: something in the name or elsewhere has changed.
    AffiliationChanged,
    /// 4: another certificate takes its place.
    Superseded,
    /// 5: no longer needed.
    CessationOfOperation,
    /// 6: on hold, which may end.
    CertificateHold,
    /// 8: only in delta CRLs: no longer revoked.
    RemoveFromCrl,
    /// 9: a right was withdrawn.
    PrivilegeWithdrawn,
    /// 10: the key of an attribute authority is or may be known to others.
    AaCompromise,
}

impl RevocationReason {
    /// Every reason, in the order of its number.
    pub const ALL: [Self; 10] = [
        Self::Unspecified,
        Self::KeyCompromise,
        Self::CaCompromise,
        Self::AffiliationChanged,
        Self::Superseded,
        Self::CessationOfOperation,
        Self::CertificateHold,
        Self::RemoveFromCrl,
        Self::PrivilegeWithdrawn,
        Self::AaCompromise,
    ];

    /// The number in `CRLReason`.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Unspecified => 0,
            Self::KeyCompromise => 1,
            Self::CaCompromise => 2,
            Self::AffiliationChanged => 3,
            Self::Superseded => 4,
            Self::CessationOfOperation => 5,
            Self::CertificateHold => 6,
            Self::RemoveFromCrl => 8,
            Self::PrivilegeWithdrawn => 9,
            Self::AaCompromise => 10,
        }
    }

    /// From the number; 7 and those above 10 have no meaning.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.number() == number)
    }

    /// The name in RFC 5280, such as `keyCompromise`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unspecified => "unspecified",
            Self::KeyCompromise => "keyCompromise",
            Self::CaCompromise => "cACompromise",
            Self::AffiliationChanged => "affiliationChanged",
            Self::Superseded => "superseded",
            Self::CessationOfOperation => "cessationOfOperation",
            Self::CertificateHold => "certificateHold",
            Self::RemoveFromCrl => "removeFromCRL",
            Self::PrivilegeWithdrawn => "privilegeWithdrawn",
            Self::AaCompromise => "aACompromise",
        }
    }

    /// Reads the contents of an ENUMERATED.
    pub(crate) fn read(contents: Reader<'_>) -> Result<Self, Error> {
        let number = contents.unsigned_contents()?;
        u8::try_from(number)
            .ok()
            .and_then(Self::from_number)
            .ok_or_else(|| contents.error(ErrorKind::IntegerRange))
    }
}

/// The reasons a CRL covers (RFC 5280 §4.2.1.13); bits as in the extension, bit 0 most significant.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReasonFlags(u16);

impl ReasonFlags {
    /// Every reason, which is what an absent field means (RFC 5280 §6.3.2 (a)).
    pub const ALL: Self = Self(0x7f80);
    /// No reason.
    pub const NONE: Self = Self(0);

    /// The bits, the first named bit (unused) being the most significant.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// From bits, the first named bit being the most significant; bits without a name are dropped.
    #[must_use]
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits & Self::ALL.0)
    }

    /// Whether every reason of `other` is in the set.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The reasons in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The reasons in one set or the other.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is no reason in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The reasons in the set. `unspecified` and `removeFromCRL` have no flag.
    pub fn iter(self) -> impl Iterator<Item = RevocationReason> {
        const NAMED: [(u16, RevocationReason); 8] = [
            (0x4000, RevocationReason::KeyCompromise),
            (0x2000, RevocationReason::CaCompromise),
            (0x1000, RevocationReason::AffiliationChanged),
            (0x0800, RevocationReason::Superseded),
            (0x0400, RevocationReason::CessationOfOperation),
            (0x0200, RevocationReason::CertificateHold),
            (0x0100, RevocationReason::PrivilegeWithdrawn),
            (0x0080, RevocationReason::AaCompromise),
        ];
        NAMED.into_iter().filter(move |(bit, _)| self.0 & bit != 0).map(|(_, reason)| reason)
    }

    pub(crate) fn read(contents: Reader<'_>) -> Result<Self, Error> {
        named_bits(&contents).map(Self::from_bits)
    }
}

impl fmt::Debug for ReasonFlags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(RevocationReason::name)).finish()
    }
}
