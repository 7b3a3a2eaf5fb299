use super::*;

fn p(n: u8) -> OidBuf {
    format!("1.2.3.{n}").parse().unwrap()
}

/// Runs levels of (policies, mappings); 0 stands for anyPolicy.
struct Run {
    all: Vec<OidBuf>,
}

impl Run {
    fn new() -> Self {
        let mut all = vec![oid::ANY_POLICY.to_owned()];
        all.extend((1..100).map(p));
        Self { all }
    }

    fn o(&self, n: usize) -> Oid<'_> {
        self.all[n].as_oid()
    }

    fn level<'a>(&'a self, graph: &mut PolicyGraph<'a>, policies: &[usize], any: bool) {
        graph.descend(policies.iter().map(|n| self.o(*n)), any).unwrap();
    }

    fn map<'a>(&'a self, graph: &mut PolicyGraph<'a>, pairs: &[(usize, usize)], allowed: bool) {
        graph.map(pairs.iter().map(|(a, b)| (self.o(*a), self.o(*b))), allowed).unwrap();
    }

    fn set(&self, graph: &PolicyGraph<'_>, user: Option<&[usize]>) -> Vec<usize> {
        let user: Option<Vec<OidBuf>> =
            user.map(|user| user.iter().map(|n| self.all[*n].clone()).collect());
        graph
            .user_constrained(user.as_deref())
            .iter()
            .map(|policy| self.all.iter().position(|other| other == policy).unwrap())
            .collect()
    }
}

fn graph<'a>() -> PolicyGraph<'a> {
    PolicyGraph::new(Left::new(1000))
}

#[test]
fn policies_must_be_in_every_certificate() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[1, 2], true);
    run.level(&mut graph, &[2, 3], true);
    assert_eq!(run.set(&graph, None), [2]);
    assert_eq!(run.set(&graph, Some(&[1, 3])), []);
    run.level(&mut graph, &[1], true);
    assert!(graph.is_null());
    assert_eq!(run.set(&graph, None), []);
}

#[test]
fn any_policy_passes_what_was_expected_above() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[1, 2], true);
    run.level(&mut graph, &[0], true);
    assert_eq!(run.set(&graph, None), [1, 2]);
    run.level(&mut graph, &[2], true);
    assert_eq!(run.set(&graph, None), [2]);
}

#[test]
fn inhibited_any_policy_does_not_count() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[0], false);
    assert!(graph.is_null());
}

#[test]
fn any_policy_all_along_grants_whatever_the_user_asks() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[0], true);
    run.level(&mut graph, &[0], true);
    assert_eq!(run.set(&graph, None), [0]);
    assert_eq!(run.set(&graph, Some(&[7, 7])), [7]);
}

#[test]
fn a_mapped_policy_is_reported_in_the_anchors_terms() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[1], true);
    run.map(&mut graph, &[(1, 2), (1, 3)], true);
    run.level(&mut graph, &[2], true);
    assert_eq!(run.set(&graph, None), [1]);
    assert_eq!(run.set(&graph, Some(&[2])), []);
    assert_eq!(run.set(&graph, Some(&[1])), [1]);
}

#[test]
fn a_mapped_policy_is_no_longer_expected_itself() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[1], true);
    run.map(&mut graph, &[(1, 2)], true);
    run.level(&mut graph, &[1], true);
    assert!(graph.is_null());
}

#[test]
fn any_policy_can_be_mapped_from() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[0], true);
    run.map(&mut graph, &[(1, 2)], true);
    run.level(&mut graph, &[2], true);
    // 2 is expected below 1, so it is not a child of anyPolicy in its own right.
    assert_eq!(run.set(&graph, None), [1]);
}

#[test]
fn inhibited_mapping_drops_the_policy() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[1, 4], true);
    run.map(&mut graph, &[(1, 2)], false);
    run.level(&mut graph, &[1, 2, 4], true);
    assert_eq!(run.set(&graph, None), [4]);
    run.map(&mut graph, &[(4, 5)], false);
    assert!(graph.is_null());
}

#[test]
fn two_parents_count_as_none_of_the_anchors_own() {
    let run = Run::new();
    let mut graph = graph();
    run.level(&mut graph, &[1, 2], true);
    run.map(&mut graph, &[(1, 3), (2, 3)], true);
    run.level(&mut graph, &[3], true);
    assert_eq!(run.set(&graph, None), [1, 2]);
}

#[test]
fn crossed_mappings_stay_linear() {
    // Two policies, each mapped to both, level after level: the tree of RFC 5280 doubles each time.
    let run = Run::new();
    let mut graph = PolicyGraph::new(Left::new(200));
    for _ in 0..50 {
        run.level(&mut graph, &[1, 2], true);
        run.map(&mut graph, &[(1, 1), (1, 2), (2, 1), (2, 2)], true);
    }
    run.level(&mut graph, &[1, 2], true);
    assert_eq!(run.set(&graph, None), [1, 2]);
}

#[test]
fn nodes_are_budgeted() {
    let run = Run::new();
    let mut graph = PolicyGraph::new(Left::new(3));
    run.level(&mut graph, &[1, 2, 3], true);
    assert_eq!(graph.descend([run.o(1)].into_iter(), true), Err(TooManyPolicies));
}
