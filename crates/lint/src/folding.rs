//! One finding per cause: what follows from another finding is folded under it.

use std::collections::HashMap;

use crate::finding::{Consequence, Finding, Place};
use crate::report::Report;
use crate::rule::code_as_number;
use foldhash::fast::FixedState;

/// The findings that speak, by code and place, with their number.
type Speaking<'r> = HashMap<(&'static str, &'r Place), usize, FixedState>;

/// Moves every finding and every cannot-tell of which all causes speak under the first of them.
///
/// Nothing is folded under a milder finding, so that no grave one goes unseen. Takes time linear in what is said. The causes
/// have served then, and are let go.
pub(crate) fn fold(report: &mut Report) {
    fold_under_causes(report);
    let set_aside = report.allowed.iter_mut().map(|allowed| &mut allowed.finding);
    for finding in report.findings.iter_mut().chain(set_aside) {
        finding.causes = Vec::new();
    }
    for unknown in &mut report.cannot_tell {
        unknown.causes = Vec::new();
    }
}

fn fold_under_causes(report: &mut Report) {
    let has_causes = report.findings.iter().any(|finding| !finding.causes.is_empty())
        || report
            .cannot_tell
            .iter()
            .any(|unknown| !unknown.causes.is_empty());
    if !has_causes {
        return;
    }
    let named = named(report);
    let mut speaking = Speaking::default();
    let causes = report.findings.iter().enumerate();
    for (number, finding) in causes.filter(|(_, finding)| named.contains(&code_as_number(finding.rule.code)))
    {
        speaking
            .entry((finding.rule.code, &finding.place))
            .or_insert(number);
    }
    let above: Vec<Option<usize>> = report
        .findings
        .iter()
        .enumerate()
        .map(|(number, finding)| {
            let cause = first_cause(&finding.causes, &speaking)?;
            let is_as_grave = report.findings.get(cause)?.severity <= finding.severity;
            (is_as_grave && cause != number).then_some(cause)
        })
        .collect();
    let mut folded: Vec<Vec<Consequence>> = vec![Vec::new(); above.len()];
    for (number, finding) in report.findings.iter().enumerate() {
        let root = root(number, &above);
        if let (true, Some(under)) = (root != number, folded.get_mut(root)) {
            under.push(Consequence::of(finding));
        }
    }
    report.cannot_tell.retain(|unknown| {
        let cause = first_cause(&unknown.causes, &speaking).map(|cause| root(cause, &above));
        let under = cause.and_then(|cause| folded.get_mut(cause));
        let is_folded = under.is_some();
        under.into_iter().for_each(|under| {
            under.push(Consequence {
                rule: unknown.rule,
                severity: None,
                place: unknown.place.clone(),
                message: unknown.message.clone(),
            });
        });
        !is_folded
    });
    let mut number = 0;
    report.findings.retain_mut(|finding| {
        let is_root = root(number, &above) == number;
        finding.folded = folded.get_mut(number).map(std::mem::take).unwrap_or_default();
        number += 1;
        is_root
    });
}

/// The rules from whose findings something follows: a few, so that looking one up is looking through them.
fn named(report: &Report) -> Vec<u64> {
    let findings = report.findings.iter().flat_map(|finding| &finding.causes);
    let unknown = report.cannot_tell.iter().flat_map(|unknown| &unknown.causes);
    let mut named = Vec::new();
    for (code, _) in findings.chain(unknown) {
        let code = code_as_number(code);
        if !named.contains(&code) {
            named.push(code);
        }
    }
    named
}

/// The first cause, where all speak.
fn first_cause(causes: &[(&'static str, Place)], speaking: &Speaking<'_>) -> Option<usize> {
    let mut found = causes
        .iter()
        .map(|(code, place)| speaking.get(&(*code, place)).copied());
    let first = found.next()??;
    found.all(|cause| cause.is_some()).then_some(first)
}

/// The finding at the end of the chain of causes; itself where causes go round in a ring.
fn root(number: usize, above: &[Option<usize>]) -> usize {
    let mut at = number;
    for _ in above {
        match above.get(at).copied().flatten() {
            Some(cause) => at = cause,
            None => return at,
        }
    }
    number
}

impl Consequence {
    fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule,
            severity: Some(finding.severity),
            place: finding.place.clone(),
            message: finding.message.clone(),
        }
    }
}
