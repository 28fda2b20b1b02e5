//! What was found before, so that only what is new need be looked at.

use std::borrow::Borrow;

use sorted::{Map, Set};

use crate::finding::{CannotTell, Finding, Place};
use crate::report::Report;
use crate::rule::{Rule, Severity};

/// Names what rules say of one board, in order: `OWN001 edge e1`, and `OWN001 edge e1 2` where one speaks twice of it.
///
/// A name lasts while boxes and lines move.
#[derive(Debug, Default)]
pub struct Fingerprints {
    met: Map<String, usize>,
}

impl Fingerprints {
    /// The name of what `rule` says of `place` next.
    pub fn next(&mut self, rule: &Rule, place: &Place) -> String {
        let mut name = format!("{} {}", rule.code, place.kind());
        if let Some(id) = place.id() {
            name.push(' ');
            name.push_str(id);
        }
        let times = self.met.get(&name).copied().unwrap_or_default() + 1;
        self.met.insert(name.clone(), times);
        match times {
            1 => name,
            again => format!("{name} {again}"),
        }
    }
}

/// One thing that a rule says of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'r> {
    /// What it is called.
    pub name: String,
    /// The finding that says it.
    pub finding: &'r Finding,
    /// Of what: the finding's own place, or one where it would be said again.
    pub place: &'r Place,
}

impl Item<'_> {
    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.finding.severity
    }

    /// It is said of the finding's own place.
    pub fn is_first(&self) -> bool {
        *self.place == self.finding.place
    }
}

/// What a report says, place by place: each finding, and where its rule would say the same again.
pub fn items(report: &Report) -> Vec<Item<'_>> {
    let mut names = Fingerprints::default();
    let each = report
        .findings
        .iter()
        .flat_map(|finding| finding.places().map(move |place| (finding, place)));
    each.map(|(finding, place)| Item {
        name: names.next(finding.rule, place),
        finding,
        place,
    })
    .collect()
}

/// The names of what was found on one board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    names: Set<String>,
}

impl<N: Into<String>> FromIterator<N> for Baseline {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Self {
        Self {
            names: names.into_iter().map(Into::into).collect(),
        }
    }
}

impl Baseline {
    /// All that `report` says, also what it could not tell and what follows from something else.
    pub fn of(report: &Report) -> Self {
        let standing = items(report).into_iter().map(|item| item.name);
        let mut names = Fingerprints::default();
        let consequences = report.findings.iter().flat_map(|finding| &finding.folded);
        let folded = consequences.map(|folded| (folded.rule, &folded.place));
        let open = report.cannot_tell.iter().map(|open| (open.rule, &open.place));
        let more: Vec<String> = folded
            .chain(open)
            .map(|(rule, place)| names.next(rule, place))
            .collect();
        standing.chain(more).collect()
    }

    /// Its names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(Borrow::borrow)
    }

    /// Whether something of that name was found.
    pub fn knows(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Takes what is known out of `report`. A finding stays whole while one of its places is not known.
    pub fn set_aside(&self, report: &mut Report) -> Known {
        let mut items = items(report).into_iter();
        let known: Vec<bool> = report
            .findings
            .iter()
            .map(|finding| {
                // All of its own are taken, known or not, so that the next finding has its own.
                let own: Vec<Item<'_>> = items.by_ref().take(finding.places().count()).collect();
                own.iter().all(|item| self.knows(&item.name))
            })
            .collect();
        let mut names = Fingerprints::default();
        let open: Vec<bool> = report
            .cannot_tell
            .iter()
            .map(|open| self.knows(&names.next(open.rule, &open.place)))
            .collect();
        Known {
            findings: take(&mut report.findings, &known),
            cannot_tell: take(&mut report.cannot_tell, &open),
        }
    }
}

/// What was known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Findings.
    pub findings: Vec<Finding>,
    /// What could not be judged.
    pub cannot_tell: Vec<CannotTell>,
}

impl Known {
    /// How many of both there are.
    pub fn len(&self) -> usize {
        self.findings.len() + self.cannot_tell.len()
    }

    /// There is nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Moves out what is marked.
fn take<T>(from: &mut Vec<T>, marked: &[bool]) -> Vec<T> {
    let (mut taken, mut left) = (Vec::new(), Vec::new());
    for (one, is_marked) in from.drain(..).zip(marked) {
        if *is_marked {
            taken.push(one);
        } else {
            left.push(one);
        }
    }
    *from = left;
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(sketch: &str) -> Report {
        let (board, session) = crate::example::read(sketch).unwrap();
        crate::check_in(&session, &board, &crate::Options::default())
    }

    const BOARD: &str = "[ingest] Kafka\n[process] Job\n[store] Lake\nKafka -> Job\nJob -> Lake";

    #[test]
    fn names_are_counted_where_they_meet() {
        let rule = crate::rule("SCO001").unwrap();
        let mut names = Fingerprints::default();
        assert_eq!(names.next(rule, &Place::Board), "SCO001 board");
        assert_eq!(names.next(rule, &Place::Board), "SCO001 board 2");
        assert_eq!(names.next(rule, &Place::Wrap), "SCO001 wrap");
    }

    #[test]
    fn what_was_there_before_is_set_aside_and_nothing_else() {
        let before = report(BOARD);
        let baseline = Baseline::of(&before);
        let mut same = before.clone();
        assert_eq!(
            baseline.set_aside(&mut same).findings.len(),
            before.findings.len()
        );
        assert!(same.findings.is_empty() && same.cannot_tell.is_empty());
        let mut more = report(&format!("{BOARD}\n[serve] API\nLake -> API"));
        let known = baseline.set_aside(&mut more);
        assert!(!known.is_empty());
        let new: Vec<_> = items(&more)
            .into_iter()
            .filter(|item| !baseline.knows(&item.name))
            .map(|item| item.name)
            .collect();
        assert!(new.contains(&"CON001 box api".to_owned()), "{new:?}");
        assert!(!new.iter().any(|name| name == "CON001 box kafka"), "{new:?}");
    }

    #[test]
    fn one_more_place_of_the_same_brings_the_finding_back() {
        let baseline = Baseline::of(&report(BOARD));
        let mut more = report(&format!("{BOARD}\n[serve] API\nLake -> API"));
        baseline.set_aside(&mut more);
        let edges = more
            .findings
            .iter()
            .find(|finding| finding.rule.code == "OWN001")
            .unwrap();
        assert!(edges.places().count() > 1);
    }
}
