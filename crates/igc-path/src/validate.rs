//! RFC 5280 §6.1, step by step, with the policy graph of RFC 9618.
//!
//! Start at [`validate`]. The state has the RFC's names; certificates are processed from the
//! anchor's side, as the RFC numbers them: 1 is issued by the anchor, n is the end entity. Errors
//! carry the opposite index, 0 for the end entity, because that is how people count a chain.
//!
//! A rule that fails is noted and the next one is looked at, so that one run tells all there is to
//! tell; only a signature that does not verify ends the run, since nothing below it can be believed.
//!
//! Not here: which certificates to try (`search`), revocation (§6.1.3 (a)(3): the caller of
//! `search` decides), policy qualifiers and the inheritance of DSA parameters (`docs/deviations.md`).

use igc_x509::{
    Certificate, Extensions, KeyUsage, Name, NameConstraints, OidBuf, SubjectPublicKeyInfo,
    Version, oid,
};

use crate::{
    CertificationPath, PathError, PathErrorKind, Policy, Role, TrustAnchor,
    names::constraints::Constraints, policy_graph::PolicyGraph, work::Work,
};

mod end_entity;
mod profile;

/// A certificate of the path and its number in the search, which names it in the memory of
/// verified signatures.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link<'a> {
    pub(crate) id: usize,
    pub(crate) certificate: Certificate<'a>,
}

/// Validates one path, end entity first, under one anchor.
pub(crate) fn validate<'a>(
    path: &[Link<'a>],
    anchor: &TrustAnchor<'a>,
    anchor_id: usize,
    policy: &'a Policy,
    work: &mut Work<'_>,
) -> Result<CertificationPath<'a>, Vec<PathError>> {
    let mut state = State::initialize(path.len(), anchor, anchor_id, policy, work);
    state.anchor(anchor, work);
    for (index, link) in path.iter().enumerate().rev() {
        state.index = index;
        let certificate = &link.certificate;
        if state.basic(link, work).is_err() {
            return Err(state.errors);
        }
        if index > 0 {
            state.prepare(certificate);
            state.profile_rules(certificate, Role::Intermediate, work);
            state.issuer_allows_purpose(certificate);
            state.work_with(link);
        } else {
            state.profile_rules(certificate, Role::EndEntity, work);
            state.end_entity_fits(certificate);
        }
    }
    let policies = state.wrap_up(path.first().map(|link| &link.certificate));
    if state.errors.is_empty() {
        let certificates = path.iter().map(|link| link.certificate).collect();
        Ok(CertificationPath::accepted(certificates, *anchor, policies))
    } else {
        Err(state.errors)
    }
}

/// The signature does not verify: nothing more can be said.
struct Stop;

/// The state variables of §6.1.2 and what was noted so far.
struct State<'a> {
    policy: &'a Policy,
    /// How many certificates the path has.
    n: usize,
    /// Position of the certificate in hand, 0 for the end entity.
    index: usize,
    errors: Vec<PathError>,
    valid_policy_graph: PolicyGraph<'a>,
    constraints: Constraints<'a>,
    explicit_policy: u32,
    inhibit_any_policy: u32,
    policy_mapping: u32,
    working_public_key: SubjectPublicKeyInfo<'a>,
    working_issuer_name: Name<'a>,
    working_id: usize,
    max_path_length: u32,
}

impl<'a> State<'a> {
    /// §6.1.2, from the inputs of §6.1.1.
    fn initialize(
        n: usize,
        anchor: &TrustAnchor<'a>,
        anchor_id: usize,
        policy: &'a Policy,
        work: &Work<'_>,
    ) -> Self {
        let count = u32::try_from(n).unwrap_or(u32::MAX);
        let after_n = count.saturating_add(1);
        let unless = |inhibited: bool| if inhibited { 0 } else { after_n };
        Self {
            // §6.1.1 (a) the path and (b) the time are arguments; (c) is used in §6.1.5 (g).
            policy,
            n,
            index: n,
            errors: Vec::new(),
            // §6.1.2 (a)
            valid_policy_graph: PolicyGraph::new(work.policies),
            // §6.1.2 (b), (c): empty, then §6.1.1 (h) and (i) are added in `anchor`.
            constraints: Constraints::default(),
            // §6.1.2 (d), §6.1.1 (f)
            explicit_policy: unless(policy.initial_explicit_policy),
            // §6.1.2 (e), §6.1.1 (g)
            inhibit_any_policy: unless(policy.initial_any_policy_inhibit),
            // §6.1.2 (f), §6.1.1 (e)
            policy_mapping: unless(policy.initial_policy_mapping_inhibit),
            // §6.1.2 (g), (h), (i), §6.1.1 (d): the key comes with its algorithm and parameters.
            working_public_key: anchor.public_key(),
            // §6.1.2 (j)
            working_issuer_name: anchor.name(),
            working_id: anchor_id,
            // §6.1.2 (k)
            max_path_length: policy.max_path_length.unwrap_or(count).min(count),
        }
    }

    /// What the anchor's certificate binds (RFC 5937), after the caller's own subtrees.
    fn anchor(&mut self, anchor: &TrustAnchor<'a>, work: &mut Work<'_>) {
        // §6.1.1 (h), (i)
        if let Some(der) = &self.policy.initial_name_constraints {
            match Extensions::parse(der).and_then(|list| list.name_constraints()) {
                Ok(Some(constraints)) => self.add_constraints(constraints),
                Ok(None) => {}
                Err(error) => self.malformed(oid::ID_CE_NAME_CONSTRAINTS, error),
            }
        }
        if let Some(certificate) = anchor.judged() {
            self.validity(certificate);
            self.key(certificate);
            self.profile_rules(certificate, Role::Anchor, work);
        }
        if let Some(certificate) = anchor.constraining() {
            if certificate.certificate_policies().is_ok_and(|found| found.is_some()) {
                self.policies(certificate, true);
            }
            self.prepare(certificate);
            self.issuer_allows_purpose(certificate);
        }
    }

    /// §6.1.3: for every certificate.
    fn basic(&mut self, link: &Link<'a>, work: &mut Work<'_>) -> Result<(), Stop> {
        let certificate = &link.certificate;
        // §6.1.3 (a)(1)
        if let Err(kind) = self.signature(link, work) {
            self.note(kind);
            return Err(Stop);
        }
        self.key(certificate);
        // §6.1.3 (a)(2)
        self.validity(certificate);
        // §6.1.3 (a)(3): the caller's, with the whole path in hand (`PathBuilder::build_where`).
        // §6.1.3 (a)(4)
        if certificate.issuer().is_empty() {
            self.note(PathErrorKind::EmptyIssuer);
        }
        if !certificate.issuer().matches(&self.working_issuer_name) {
            self.note(PathErrorKind::IssuerName);
        }
        let last = self.index == 0;
        if last || !certificate.is_self_issued() {
            // §6.1.3 (b)
            // §6.1.3 (c)
            if let Err(kind) = self.constraints.check(certificate, &mut work.names) {
                self.note(kind);
            }
        }
        // §6.1.3 (d)
        // §6.1.3 (e)
        self.policies(certificate, last);
        // §6.1.3 (f)
        if self.explicit_policy == 0 && self.valid_policy_graph.is_null() {
            self.note(PathErrorKind::NoValidPolicy);
        }
        Ok(())
    }

    fn signature(&self, link: &Link<'a>, work: &mut Work<'_>) -> Result<(), PathErrorKind> {
        let algorithm = link.certificate.signature_algorithm().oid;
        if !self.policy.profile.signature_algorithms().contains(&algorithm) {
            return Err(PathErrorKind::SignatureAlgorithm { algorithm: algorithm.to_owned() });
        }
        work.verify(link, self.working_id, &self.working_public_key)
    }

    fn validity(&mut self, certificate: &Certificate<'_>) {
        let (validity, at) = (certificate.validity(), self.policy.at);
        if at < validity.not_before {
            self.note(PathErrorKind::NotYetValid { not_before: validity.not_before, at });
        }
        if validity.not_after < at {
            self.note(PathErrorKind::Expired { not_after: validity.not_after, at });
        }
    }

    fn key(&mut self, certificate: &Certificate<'_>) {
        if let Err(kind) = self.policy.profile.keys().check(certificate) {
            self.note(kind);
        }
    }

    /// §6.1.3 (d) and (e), with the graph of RFC 9618 §5.3.
    fn policies(&mut self, certificate: &Certificate<'a>, last: bool) {
        match certificate.certificate_policies() {
            Ok(Some(policies)) => {
                let any_allowed =
                    self.inhibit_any_policy > 0 || (!last && certificate.is_self_issued());
                let policies = policies.iter().map(|information| information.policy);
                if self.valid_policy_graph.descend(policies, any_allowed).is_err() {
                    self.note(PathErrorKind::BudgetPolicies);
                }
            }
            Ok(None) => self.valid_policy_graph.clear(),
            Err(error) => self.malformed(oid::ID_CE_CERTIFICATE_POLICIES, error),
        }
    }

    /// §6.1.4: for every certificate but the last.
    fn prepare(&mut self, certificate: &Certificate<'a>) {
        // §6.1.4 (a)
        // §6.1.4 (b)
        self.map_policies(certificate);
        // §6.1.4 (c), (d), (e), (f): `work_with`, once this certificate is done with.
        // §6.1.4 (g)
        match certificate.name_constraints() {
            Ok(Some(constraints)) => self.add_constraints(constraints),
            Ok(None) => {}
            Err(error) => self.malformed(oid::ID_CE_NAME_CONSTRAINTS, error),
        }
        // An anchor's certificate is above the path: it binds, but does not count.
        let counted = self.index < self.n && !certificate.is_self_issued();
        if counted {
            // §6.1.4 (h)
            self.explicit_policy = self.explicit_policy.saturating_sub(1);
            self.policy_mapping = self.policy_mapping.saturating_sub(1);
            self.inhibit_any_policy = self.inhibit_any_policy.saturating_sub(1);
        }
        match certificate.policy_constraints() {
            Ok(Some(constraints)) => {
                // §6.1.4 (i)
                if let Some(skip) = constraints.require_explicit_policy {
                    self.explicit_policy = self.explicit_policy.min(skip);
                }
                if let Some(skip) = constraints.inhibit_policy_mapping {
                    self.policy_mapping = self.policy_mapping.min(skip);
                }
            }
            Ok(None) => {}
            Err(error) => self.malformed(oid::ID_CE_POLICY_CONSTRAINTS, error),
        }
        // §6.1.4 (j)
        match certificate.inhibit_any_policy() {
            Ok(Some(skip)) => self.inhibit_any_policy = self.inhibit_any_policy.min(skip),
            Ok(None) => {}
            Err(error) => self.malformed(oid::ID_CE_INHIBIT_ANY_POLICY, error),
        }
        self.authority(certificate, counted);
    }

    fn map_policies(&mut self, certificate: &Certificate<'a>) {
        match certificate.policy_mappings() {
            Ok(Some(mappings)) => {
                let pairs =
                    mappings.iter().map(|m| (m.issuer_domain_policy, m.subject_domain_policy));
                // §6.1.4 (a)
                if pairs.clone().any(|(a, b)| a == oid::ANY_POLICY || b == oid::ANY_POLICY) {
                    self.note(PathErrorKind::MappedAnyPolicy);
                    return;
                }
                // §6.1.4 (b)
                if self.valid_policy_graph.map(pairs, self.policy_mapping > 0).is_err() {
                    self.note(PathErrorKind::BudgetPolicies);
                }
            }
            Ok(None) => {}
            Err(error) => self.malformed(oid::ID_CE_POLICY_MAPPINGS, error),
        }
    }

    /// Whether the certificate may issue others.
    fn authority(&mut self, certificate: &Certificate<'a>, counted: bool) {
        if certificate.subject().is_empty() {
            self.note(PathErrorKind::EmptySubject);
        }
        // §6.1.4 (k)
        let constraints = match certificate.basic_constraints() {
            Ok(found) => found.unwrap_or_default(),
            Err(error) => return self.malformed(oid::ID_CE_BASIC_CONSTRAINTS, error),
        };
        if !constraints.ca {
            self.note(match certificate.version() {
                Version::V3 => PathErrorKind::IssuerNotCa,
                Version::V1 | Version::V2 => PathErrorKind::IssuerVersion,
            });
        }
        // §6.1.4 (l)
        if counted {
            match self.max_path_length.checked_sub(1) {
                Some(left) => self.max_path_length = left,
                None => self.note(PathErrorKind::PathTooLong),
            }
        }
        // §6.1.4 (m)
        if let Some(limit) = constraints.path_len {
            self.max_path_length = self.max_path_length.min(u32::from(limit));
        }
        // §6.1.4 (n)
        match certificate.key_usage() {
            Ok(Some(usage)) if !usage.contains(KeyUsage::KEY_CERT_SIGN) => {
                self.note(PathErrorKind::IssuerNotCertSigner);
            }
            Ok(_) => {}
            Err(error) => self.malformed(oid::ID_CE_KEY_USAGE, error),
        }
        // §6.1.4 (o): `profile_rules` knows which critical extensions are processed.
    }

    /// §6.1.4 (c) to (f): this certificate is the issuer of the next.
    fn work_with(&mut self, link: &Link<'a>) {
        // §6.1.4 (c)
        self.working_issuer_name = link.certificate.subject();
        // §6.1.4 (d)
        // §6.1.4 (e)
        // §6.1.4 (f)
        self.working_public_key = link.certificate.public_key();
        self.working_id = link.id;
    }

    /// §6.1.5, with the sets of RFC 9618 §5.5.
    fn wrap_up(&mut self, end_entity: Option<&Certificate<'a>>) -> Vec<OidBuf> {
        // §6.1.5 (a)
        self.explicit_policy = self.explicit_policy.saturating_sub(1);
        // §6.1.5 (b)
        let constraints = end_entity.and_then(|found| found.policy_constraints().ok().flatten());
        if constraints.is_some_and(|found| found.require_explicit_policy == Some(0)) {
            self.explicit_policy = 0;
        }
        // §6.1.5 (c), (d), (e): the end entity's key is the output, `CertificationPath::public_key`.
        // §6.1.5 (f): `profile_rules` knows which critical extensions are processed.
        // §6.1.5 (g)
        let user = self.policy.user_initial_policy_set.as_deref();
        let user = user.filter(|set| !set.iter().any(|policy| *policy == oid::ANY_POLICY));
        let policies = self.valid_policy_graph.user_constrained(user);
        if self.explicit_policy == 0 && policies.is_empty() {
            let known = |error: &PathError| error.kind == PathErrorKind::NoValidPolicy;
            if !self.errors.iter().any(known) {
                self.note(PathErrorKind::NoValidPolicy);
            }
        }
        policies
    }

    fn add_constraints(&mut self, constraints: NameConstraints<'a>) {
        if let Err(kind) = self.constraints.add(constraints) {
            self.note(kind);
        }
    }

    fn note(&mut self, kind: PathErrorKind) {
        self.errors.push(PathError::new(self.index, kind));
    }
}
