//! Finding a path (RFC 4158): from the end entity up to an anchor, through a bag of intermediates.
//!
//! Start at [`PathBuilder::build`]. Names say which certificates could issue which; those that lead
//! to no anchor at all are left out before the first signature is verified. What remains is tried
//! depth first, the likeliest issuer first, and each complete path is validated. What one attempt
//! learns (a signature that does not verify, an issuer that is no CA) the next ones use.
//!
//! Not here: fetching what is missing (`igc-fetch`), rules (`validate`).

use igc_crypto::SignatureVerifier;
use igc_x509::{Certificate, NameBuf};

use crate::{
    Attempt, CertificationPath, PathError, PathErrorKind, PathFailure, Place, Policy, TrustAnchor,
    budget::Left,
    validate::{Link, validate},
    work::Work,
};

mod candidates;
mod index;

use candidates::Candidate;
use index::Index;

/// Finds and validates paths from any number of end entities to the same anchors.
#[derive(Debug)]
pub struct PathBuilder<'a> {
    anchors: &'a [TrustAnchor<'a>],
    intermediates: &'a [Certificate<'a>],
    policy: &'a Policy,
    verifier: Verifier<'a>,
    index: Index,
}

/// `dyn SignatureVerifier` has no `Debug`.
struct Verifier<'a>(&'a dyn SignatureVerifier);

impl core::fmt::Debug for Verifier<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SignatureVerifier")
    }
}

impl<'a> PathBuilder<'a> {
    /// Prepares a search. The intermediates are untrusted, in any order, and may hold anything.
    #[must_use]
    pub fn new(
        anchors: &'a [TrustAnchor<'a>],
        intermediates: &'a [Certificate<'a>],
        policy: &'a Policy,
        verifier: &'a dyn SignatureVerifier,
    ) -> Self {
        let index = Index::new(anchors, intermediates);
        Self { anchors, intermediates, policy, verifier: Verifier(verifier), index }
    }

    /// The first path that RFC 5280 §6.1 accepts.
    ///
    /// # Errors
    /// Every path tried, and why each failed.
    pub fn build(
        &self,
        end_entity: &Certificate<'a>,
    ) -> Result<CertificationPath<'a>, PathFailure> {
        self.build_where(end_entity, |_| true)
    }

    /// The first path that RFC 5280 §6.1 accepts and the caller too: revocation, say
    /// (§6.1.3 (a)(3)).
    ///
    /// # Errors
    /// Every path tried, and why each failed; [`PathErrorKind::RefusedByCaller`] for those the
    /// caller refused.
    pub fn build_where(
        &self,
        end_entity: &Certificate<'a>,
        accept: impl FnMut(&CertificationPath<'a>) -> bool,
    ) -> Result<CertificationPath<'a>, PathFailure> {
        if self.anchors.is_empty() {
            let errors = vec![PathError::new(0, PathErrorKind::NoAnchor)];
            return Err(PathFailure::new(
                vec![Attempt { places: vec![Place::EndEntity], errors }],
                0,
            ));
        }
        Search::new(self, *end_entity).run(accept)
    }

    /// Validates this very path, end entity first, under the anchor at `anchor`, without a search.
    ///
    /// # Errors
    /// What failed.
    pub fn validate(
        &self,
        path: &[Certificate<'a>],
        anchor: usize,
    ) -> Result<CertificationPath<'a>, Vec<PathError>> {
        let none = || vec![PathError::new(path.len(), PathErrorKind::NoAnchor)];
        let trusted = self.anchors.get(anchor).filter(|_| !path.is_empty()).ok_or_else(none)?;
        let links: Vec<_> = path
            .iter()
            .enumerate()
            .map(|(id, certificate)| Link { id, certificate: *certificate })
            .collect();
        let mut work = Work::new(self.verifier.0, self.policy.budget);
        validate(&links, trusted, usize::MAX, self.policy, &mut work)
    }
}

/// One search for one end entity.
struct Search<'s, 'a> {
    builder: &'s PathBuilder<'a>,
    end_entity: Certificate<'a>,
    work: Work<'a>,
    steps: Left,
    /// The path in hand, end entity first, and for each certificate the issuers left to try.
    stack: Vec<Frame<'a>>,
    /// Intermediates that can be in no path, whatever stands above or below them.
    unfit: Vec<bool>,
    attempts: Vec<Attempt>,
    omitted: usize,
}

struct Frame<'a> {
    place: Place,
    certificate: Certificate<'a>,
    /// The likeliest last: it is taken first.
    candidates: Vec<Candidate>,
}

/// What to do after an attempt.
enum Next {
    Continue,
    Stop,
}

impl<'s, 'a> Search<'s, 'a> {
    fn new(builder: &'s PathBuilder<'a>, end_entity: Certificate<'a>) -> Self {
        let policy = builder.policy;
        let mut search = Self {
            builder,
            end_entity,
            work: Work::new(builder.verifier.0, policy.budget),
            steps: Left::new(policy.budget.steps),
            stack: Vec::new(),
            unfit: vec![false; builder.intermediates.len()],
            attempts: Vec::new(),
            omitted: 0,
        };
        search.push(Place::EndEntity, end_entity);
        search
    }

    fn push(&mut self, place: Place, certificate: Certificate<'a>) {
        let candidates = candidates::of(
            &certificate,
            self.builder.anchors,
            self.builder.intermediates,
            &self.builder.index,
            self.builder.policy.at,
        );
        self.stack.push(Frame { place, certificate, candidates });
    }

    fn run(
        mut self,
        mut accept: impl FnMut(&CertificationPath<'a>) -> bool,
    ) -> Result<CertificationPath<'a>, PathFailure> {
        while let Some(frame) = self.stack.last_mut() {
            let Some(candidate) = frame.candidates.pop() else {
                self.stack.pop();
                continue;
            };
            if !self.steps.take(1) {
                self.fail(None, vec![PathError::new(0, PathErrorKind::BudgetSteps)]);
                break;
            }
            match candidate {
                Candidate::Intermediate(position) => self.climb(position),
                Candidate::Anchor(position) => match self.attempt(position) {
                    Ok(path) if accept(&path) => return Ok(path),
                    Ok(_) => {
                        let errors = vec![PathError::new(0, PathErrorKind::RefusedByCaller)];
                        self.fail(Some(position), errors);
                    }
                    Err(Next::Continue) => {}
                    Err(Next::Stop) => break,
                },
            }
        }
        Err(self.failure())
    }

    /// Puts an intermediate on top of the path in hand, if it can be there.
    fn climb(&mut self, position: usize) {
        let Some(certificate) = self.builder.intermediates.get(position).copied() else { return };
        let too_deep = u32::try_from(self.stack.len())
            .map_or(true, |depth| depth >= self.builder.policy.budget.path_certificates);
        let unfit = self.unfit.get(position).copied().unwrap_or(true);
        let child = self.stack.last().map(|frame| self.builder.id(frame.place));
        let dead = child.is_some_and(|child| {
            self.work.is_dead(child, self.builder.id(Place::Intermediate(position)))
        });
        // RFC 4158 §5.2: the same subject and key twice is a loop.
        let looping = self.stack.iter().any(|frame| {
            frame.certificate.public_key().der() == certificate.public_key().der()
                && frame.certificate.subject().der() == certificate.subject().der()
        });
        if !(too_deep || unfit || dead || looping) {
            self.push(Place::Intermediate(position), certificate);
        }
    }

    /// Validates the path in hand under an anchor.
    fn attempt(&mut self, anchor: usize) -> Result<CertificationPath<'a>, Next> {
        let builder = self.builder;
        let Some(trusted) = builder.anchors.get(anchor) else { return Err(Next::Continue) };
        let links: Vec<_> = self
            .stack
            .iter()
            .map(|frame| Link { id: builder.id(frame.place), certificate: frame.certificate })
            .collect();
        let anchor_id = builder.id(Place::Anchor(anchor));
        match validate(&links, trusted, anchor_id, builder.policy, &mut self.work) {
            Ok(path) => Ok(path),
            Err(errors) => {
                let next = self.learn(&errors);
                self.fail(Some(anchor), errors);
                Err(next)
            }
        }
    }

    /// Notes which certificates failed for reasons of their own.
    fn learn(&mut self, errors: &[PathError]) -> Next {
        let mut next = Next::Continue;
        for error in errors {
            if is_budget(&error.kind) {
                return Next::Stop;
            }
            if !is_own_fault(&error.kind) {
                continue;
            }
            match self.stack.get(error.index).map(|frame| frame.place) {
                Some(Place::EndEntity) => next = Next::Stop,
                Some(Place::Intermediate(position)) => {
                    if let Some(unfit) = self.unfit.get_mut(position) {
                        *unfit = true;
                    }
                }
                Some(Place::Anchor(_)) | None => {}
            }
        }
        next
    }

    fn fail(&mut self, anchor: Option<usize>, errors: Vec<PathError>) {
        if self.attempts.len() >= PathFailure::MAX_ATTEMPTS {
            self.omitted = self.omitted.saturating_add(1);
            return;
        }
        let mut places: Vec<_> = self.stack.iter().map(|frame| frame.place).collect();
        places.extend(anchor.map(Place::Anchor));
        self.attempts.push(Attempt { places, errors });
    }

    fn failure(mut self) -> PathFailure {
        if self.attempts.is_empty() {
            self.explain_missing_issuer();
        }
        PathFailure::new(self.attempts, self.omitted)
    }
}

impl PathBuilder<'_> {
    /// One number for each certificate of the search.
    const fn id(&self, place: Place) -> usize {
        match place {
            Place::EndEntity => 0,
            Place::Intermediate(position) => position.saturating_add(1),
            Place::Anchor(position) => {
                position.saturating_add(self.intermediates.len()).saturating_add(1)
            }
        }
    }
}

const fn is_budget(kind: &PathErrorKind) -> bool {
    matches!(
        kind,
        PathErrorKind::BudgetNames
            | PathErrorKind::BudgetPolicies
            | PathErrorKind::BudgetSignatures
            | PathErrorKind::BudgetSteps
    )
}

/// Whether the certificate would fail in every other path too.
const fn is_own_fault(kind: &PathErrorKind) -> bool {
    matches!(
        kind,
        PathErrorKind::NotYetValid { .. }
            | PathErrorKind::Expired { .. }
            | PathErrorKind::PublicKey { .. }
            | PathErrorKind::SignatureAlgorithm { .. }
            | PathErrorKind::EmptyIssuer
            | PathErrorKind::EmptySubject
            | PathErrorKind::ConstraintMalformed { .. }
            | PathErrorKind::MappedAnyPolicy
            | PathErrorKind::IssuerVersion
            | PathErrorKind::IssuerNotCa
            | PathErrorKind::IssuerNotCertSigner
            | PathErrorKind::UnknownCriticalExtension { .. }
            | PathErrorKind::ExtensionMalformed { .. }
            | PathErrorKind::ExtensionMissing(_)
            | PathErrorKind::ExtensionForbidden(_)
            | PathErrorKind::ExtensionNotCritical(_)
            | PathErrorKind::ExtensionCritical(_)
            | PathErrorKind::ExtensionValue { .. }
            | PathErrorKind::FieldValue { .. }
            | PathErrorKind::KeyUsage { .. }
            | PathErrorKind::ExtendedKeyUsage { .. }
            | PathErrorKind::IdentityMismatch { .. }
    )
}

impl Search<'_, '_> {
    /// Climbs from the end entity as far as names lead and says whose issuer is missing.
    fn explain_missing_issuer(&mut self) {
        let builder = self.builder;
        let end_entity = self.end_entity;
        let mut places = vec![Place::EndEntity];
        let mut top = end_entity;
        let mut seen = vec![false; builder.intermediates.len()];
        let candidates = loop {
            let all = builder.index.named(&top.issuer(), builder.intermediates);
            let next = all.iter().copied().find(|at| seen.get(*at) == Some(&false));
            let Some(certificate) = next.and_then(|at| builder.intermediates.get(at)) else {
                break all.len();
            };
            if let Some(at) = next {
                if let Some(seen) = seen.get_mut(at) {
                    *seen = true;
                }
                places.push(Place::Intermediate(at));
            }
            top = *certificate;
        };
        let index = places.len().saturating_sub(1);
        let key_id =
            top.authority_key_identifier().ok().flatten().and_then(|aki| aki.key_identifier);
        let kind = PathErrorKind::NoIssuer {
            issuer: NameBuf::from_name(top.issuer()),
            key_id: key_id.map(<[u8]>::to_vec),
            candidates,
        };
        self.attempts.push(Attempt { places, errors: vec![PathError::new(index, kind)] });
    }
}
