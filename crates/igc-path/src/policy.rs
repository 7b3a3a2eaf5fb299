//! What the caller asks of a path: the inputs of RFC 5280 §6.1.1 and the rules around them.

use igc_x509::{OidBuf, Time, encode, oid};

use crate::{Budget, Identity, Profile, PublicSuffixes, Purpose};

/// The inputs of RFC 5280 §6.1.1 other than path and anchor, the profile, and what the end entity
/// is wanted for.
///
/// The defaults ask for nothing beyond the profile: any purpose, any name, any policy, no
/// inhibition, no limit of depth but those in the certificates.
#[derive(Clone, Debug)]
pub struct Policy {
    pub(crate) at: Time,
    pub(crate) profile: Profile,
    pub(crate) purpose: Purpose,
    pub(crate) identities: Vec<Identity>,
    pub(crate) user_initial_policy_set: Option<Vec<OidBuf>>,
    pub(crate) initial_policy_mapping_inhibit: bool,
    pub(crate) initial_explicit_policy: bool,
    pub(crate) initial_any_policy_inhibit: bool,
    /// A list of extensions that holds nameConstraints alone.
    pub(crate) initial_name_constraints: Option<Vec<u8>>,
    pub(crate) max_path_length: Option<u32>,
    pub(crate) public_suffixes: Option<&'static dyn PublicSuffixes>,
    pub(crate) budget: Budget,
}

impl Policy {
    /// Starts from the moment of validation and a profile.
    #[must_use]
    pub fn new(at: Time, profile: Profile) -> Self {
        Self {
            at,
            profile,
            purpose: Purpose::any(),
            identities: Vec::new(),
            user_initial_policy_set: None,
            initial_policy_mapping_inhibit: false,
            initial_explicit_policy: false,
            initial_any_policy_inhibit: false,
            initial_name_constraints: None,
            max_path_length: None,
            public_suffixes: None,
            budget: Budget::default(),
        }
    }

    /// What the end entity's key is wanted for.
    #[must_use]
    pub fn purpose(mut self, purpose: Purpose) -> Self {
        self.purpose = purpose;
        self
    }

    /// A name the end entity must present. Several names must all be presented.
    #[must_use]
    pub fn identity(mut self, identity: Identity) -> Self {
        self.identities.push(identity);
        self
    }

    /// §6.1.1 (c): the policies the caller accepts. By default any-policy.
    #[must_use]
    pub fn user_initial_policy_set(mut self, policies: Vec<OidBuf>) -> Self {
        self.user_initial_policy_set = Some(policies);
        self
    }

    /// §6.1.1 (e): whether policy mapping is inhibited from the start.
    #[must_use]
    pub const fn initial_policy_mapping_inhibit(mut self, inhibit: bool) -> Self {
        self.initial_policy_mapping_inhibit = inhibit;
        self
    }

    /// §6.1.1 (f): whether the path must be valid for a policy of the set.
    #[must_use]
    pub const fn initial_explicit_policy(mut self, explicit: bool) -> Self {
        self.initial_explicit_policy = explicit;
        self
    }

    /// §6.1.1 (g): whether anyPolicy in certificates is ignored from the start.
    #[must_use]
    pub const fn initial_any_policy_inhibit(mut self, inhibit: bool) -> Self {
        self.initial_any_policy_inhibit = inhibit;
        self
    }

    /// §6.1.1 (h) and (i): permitted and excluded subtrees to begin with, as the DER of a
    /// `NameConstraints` (§4.2.1.10).
    #[must_use]
    pub fn initial_name_constraints(mut self, der: &[u8]) -> Self {
        let extension = [encode::oid(oid::ID_CE_NAME_CONSTRAINTS), encode::octet_string(der)];
        self.initial_name_constraints = Some(encode::sequence(&[encode::sequence(&extension)]));
        self
    }

    /// The most intermediate certificates a path may hold, self-issued ones not counted
    /// (§6.1.2 (k)). By default no limit but the budget's.
    #[must_use]
    pub const fn max_path_length(mut self, intermediates: u32) -> Self {
        self.max_path_length = Some(intermediates);
        self
    }

    /// The public suffixes, for profiles that ask ([`crate::Wildcards::NotOnPublicSuffix`]).
    #[must_use]
    pub const fn public_suffixes(mut self, suffixes: &'static dyn PublicSuffixes) -> Self {
        self.public_suffixes = Some(suffixes);
        self
    }

    /// Other limits than the default ones.
    #[must_use]
    pub const fn budget(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self
    }

    /// The same rules for a path that serves another: to whoever signs CRLs. No purpose, no name
    /// and no policy is asked of its end.
    #[must_use]
    pub fn for_crl_issuer(&self) -> Self {
        Self {
            purpose: Purpose::any(),
            identities: Vec::new(),
            user_initial_policy_set: None,
            initial_explicit_policy: false,
            max_path_length: None,
            ..self.clone()
        }
    }

    /// The moment of validation.
    #[must_use]
    pub const fn at(&self) -> Time {
        self.at
    }

    /// The profile.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }
}
