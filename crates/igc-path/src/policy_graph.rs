//! Certificate policies as a graph (RFC 9618, which replaces the tree of RFC 5280 §6.1).
//!
//! A node is a policy at a depth; a depth holds each policy once, so the graph grows with the
//! certificates and not with their product. Nodes without children are not deleted step by step:
//! the graph is empty exactly when its deepest level is, and [`PolicyGraph::user_constrained`]
//! counts only nodes that the deepest level descends from.
//!
//! Not here: the counters that say when a policy is required (`validate`), and policy qualifiers,
//! which are left in the certificates (`docs/deviations.md`).

use std::collections::{BTreeMap, BTreeSet};

use igc_x509::{Oid, OidBuf, oid};

use crate::budget::Left;

/// More nodes than the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManyPolicies;

/// The policies that hold for the path so far.
#[derive(Clone, Debug)]
pub(crate) struct PolicyGraph<'a> {
    /// One level per depth; the first holds anyPolicy alone. Empty when the graph is NULL.
    levels: Vec<Level<'a>>,
    nodes: Left,
}

/// `valid_policy` to the rest of its node.
type Level<'a> = BTreeMap<Oid<'a>, Node<'a>>;

#[derive(Clone, Debug, Default)]
struct Node<'a> {
    /// `expected_policy_set`; `None` stands for the node's own policy.
    expected: Option<Vec<Oid<'a>>>,
    /// The policies of the parents, one depth above.
    parents: Vec<Oid<'a>>,
}

impl<'a> PolicyGraph<'a> {
    /// RFC 9618 §5.2 (a): one node, anyPolicy, depth 0.
    pub(crate) fn new(nodes: Left) -> Self {
        let first = Level::from([(oid::ANY_POLICY, Node::default())]);
        Self { levels: vec![first], nodes }
    }

    /// Whether the graph is NULL.
    pub(crate) const fn is_null(&self) -> bool {
        self.levels.is_empty()
    }

    /// Sets the graph to NULL.
    pub(crate) fn clear(&mut self) {
        self.levels.clear();
    }

    /// RFC 9618 §5.3 (d)(1) and (2): one level more, from the policies of a certificate.
    ///
    /// `any_allowed`: anyPolicy in the certificate counts.
    pub(crate) fn descend(
        &mut self,
        policies: impl Iterator<Item = Oid<'a>>,
        any_allowed: bool,
    ) -> Result<(), TooManyPolicies> {
        let Some(above) = self.levels.last() else { return Ok(()) };
        let mut expecting: BTreeMap<Oid<'a>, Vec<Oid<'a>>> = BTreeMap::new();
        for (policy, node) in above {
            for expected in node.expected.as_deref().unwrap_or(core::slice::from_ref(policy)) {
                expecting.entry(*expected).or_default().push(*policy);
            }
        }
        let any_above = above.contains_key(&oid::ANY_POLICY);
        let mut level = Level::new();
        let mut has_any = false;
        for policy in policies {
            if policy == oid::ANY_POLICY {
                has_any = true;
                continue;
            }
            // (d)(1)(i), else (ii).
            let parents = match expecting.get(&policy) {
                Some(parents) => parents.clone(),
                None if any_above => vec![oid::ANY_POLICY],
                None => continue,
            };
            level.insert(policy, Node { expected: None, parents });
        }
        if has_any && any_allowed {
            // (d)(2).
            for (policy, parents) in expecting {
                level.entry(policy).or_insert(Node { expected: None, parents });
            }
        }
        if !self.nodes.take(level.len()) {
            return Err(TooManyPolicies);
        }
        if level.is_empty() {
            // (d)(3): without a deepest level, every node above is without children.
            self.clear();
        } else {
            self.levels.push(level);
        }
        Ok(())
    }

    /// RFC 9618 §5.4 (b): applies pairs of issuerDomainPolicy and subjectDomainPolicy.
    ///
    /// `allowed`: mapping is not inhibited; else mapped policies are dropped.
    pub(crate) fn map(
        &mut self,
        pairs: impl Iterator<Item = (Oid<'a>, Oid<'a>)>,
        allowed: bool,
    ) -> Result<(), TooManyPolicies> {
        let Some(level) = self.levels.last_mut() else { return Ok(()) };
        let mut mapped: BTreeMap<Oid<'a>, Vec<Oid<'a>>> = BTreeMap::new();
        for (issuer_domain, subject_domain) in pairs {
            mapped.entry(issuer_domain).or_default().push(subject_domain);
        }
        for (policy, mut equivalents) in mapped {
            if !allowed {
                // (b)(2).
                level.remove(&policy);
                continue;
            }
            // (b)(1).
            equivalents.sort_unstable();
            equivalents.dedup();
            if let Some(node) = level.get_mut(&policy) {
                node.expected = Some(equivalents);
            } else if level.contains_key(&oid::ANY_POLICY) {
                if !self.nodes.take(1) {
                    return Err(TooManyPolicies);
                }
                let parents = vec![oid::ANY_POLICY];
                level.insert(policy, Node { expected: Some(equivalents), parents });
            }
        }
        if level.is_empty() {
            self.clear();
        }
        Ok(())
    }

    /// RFC 9618 §5.5 (g): the user-constrained-policy-set; `user` is the user-initial-policy-set,
    /// `None` for any-policy.
    pub(crate) fn user_constrained(&self, user: Option<&[OidBuf]>) -> Vec<OidBuf> {
        let authority = self.authority_constrained();
        let Some(user) = user else {
            return authority.into_iter().map(|policy| policy.to_owned()).collect();
        };
        let any = authority.contains(&oid::ANY_POLICY);
        let mut set: Vec<_> = user
            .iter()
            .filter(|policy| any || authority.contains(&policy.as_oid()))
            .cloned()
            .collect();
        set.sort_unstable();
        set.dedup();
        set
    }

    /// (g)(2) to (4): in the terms of the trust anchor's domain.
    fn authority_constrained(&self) -> BTreeSet<Oid<'a>> {
        let mut set = BTreeSet::new();
        let Some(deepest) = self.levels.last() else { return set };
        let mut alive: BTreeSet<Oid<'a>> = deepest.keys().copied().collect();
        if alive.contains(&oid::ANY_POLICY) {
            set.insert(oid::ANY_POLICY);
        }
        for level in self.levels.iter().rev() {
            let mut above = BTreeSet::new();
            for (policy, node) in level {
                if !alive.contains(policy) {
                    continue;
                }
                if *policy != oid::ANY_POLICY && node.parents == [oid::ANY_POLICY] {
                    set.insert(*policy);
                }
                above.extend(node.parents.iter().copied());
            }
            alive = above;
        }
        set
    }
}

#[cfg(test)]
mod tests;
