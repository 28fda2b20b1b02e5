//! Findings as JUnit XML: a suite for each board, a case for each rule that is asked, so that a dashboard shows what failed.
//!
//! A case fails where a finding fails the run, so that dashboard and exit status agree. Findings below that stand in the
//! output of a case that passes; what cannot be told, and what the board allows, is a skipped case.

use lint::{CannotTell, Finding, Rule};

use super::located::Located;
use super::printable;
use crate::judged::{Judged, Run, sentence};

/// The document.
pub(crate) fn document(run: &Run) -> String {
    let suites: Vec<Suite> = run.judged.iter().map(Suite::of).collect();
    let broken = run.unread.len();
    let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>();
    let (failures, skipped) = (sum(|suite| suite.failures), sum(|suite| suite.skipped));
    let tests = run.judged.iter().map(|judged| judged.asked.len()).sum::<usize>() + broken;
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sketchlint\" tests=\"{tests}\" \
         failures=\"{failures}\" errors=\"{broken}\" skipped=\"{skipped}\">\n"
    );
    text.extend(suites.iter().map(|suite| suite.text.as_str()));
    for unread in &run.unread {
        let (path, why) = (escaped(&unread.path), escaped(&unread.why));
        text.push_str(&format!(
            "  <testsuite name=\"{path}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n    <testcase \
             classname=\"{path}\" name=\"can be read\">\n      <error message=\"{why}\"/>\n    </testcase>\n  \
             </testsuite>\n"
        ));
    }
    text.push_str("</testsuites>\n");
    text
}

/// One board.
struct Suite {
    text: String,
    failures: usize,
    skipped: usize,
}

impl Suite {
    fn of(judged: &Judged) -> Self {
        let located = Located::new(&judged.text);
        let (mut cases, mut failures, mut skipped) = (String::new(), 0, 0);
        for &rule in &judged.asked {
            let case = Case {
                judged,
                located: &located,
                rule,
            };
            let (within, is) = case.within();
            failures += usize::from(is == Is::Failure);
            skipped += usize::from(is == Is::Skipped);
            let (class, code, name) = (escaped(&judged.path), rule.code, rule.name);
            let end = match within.is_empty() {
                true => "/>\n".to_owned(),
                false => format!(">\n{within}    </testcase>\n"),
            };
            cases.push_str(&format!(
                "    <testcase classname=\"{class}\" name=\"{code} {name}\"{end}"
            ));
        }
        let (name, tests) = (escaped(&judged.path), judged.asked.len());
        let head = format!(
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">\n"
        );
        Self {
            text: format!("{head}{cases}  </testsuite>\n"),
            failures,
            skipped,
        }
    }
}

/// What became of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Is {
    Passed,
    Skipped,
    Failure,
}

/// One rule on one board.
struct Case<'j> {
    judged: &'j Judged,
    located: &'j Located<'j>,
    rule: &'static Rule,
}

impl Case<'_> {
    /// What stands within the case.
    fn within(&self) -> (String, Is) {
        let report = &self.judged.report;
        let found: Vec<&Finding> = report
            .findings
            .iter()
            .filter(|finding| finding.rule == self.rule)
            .collect();
        let open: Vec<&CannotTell> = report
            .cannot_tell
            .iter()
            .filter(|open| open.rule == self.rule)
            .collect();
        let worst = found.iter().map(|finding| finding.severity).min();
        let is_open_failure = self.judged.gate.is_strict && !open.is_empty();
        let told = found.iter().map(|finding| self.told(finding)).chain(
            open.iter()
                .map(|open| format!("{}: {}", self.judged.called(&open.place), open.message)),
        );
        let told = told.collect::<Vec<_>>().join("\n\n");
        let said = found.first().map(|finding| finding.message.as_str());
        let said = said
            .or(open.first().map(|open| open.message.as_str()))
            .unwrap_or_default();
        if worst.is_some_and(|worst| self.judged.gate.is_failing(worst)) || is_open_failure {
            let kind = worst.map_or("cannot-tell", lint::Severity::as_str);
            let (said, told) = (escaped(said), escaped(&told));
            let failure = format!("      <failure message=\"{said}\" type=\"{kind}\">{told}</failure>\n");
            return (failure, Is::Failure);
        }
        if !found.is_empty() {
            return (
                format!("      <system-out>{}</system-out>\n", escaped(&told)),
                Is::Passed,
            );
        }
        let allowed = report
            .allowed
            .iter()
            .find(|allowed| allowed.finding.rule == self.rule);
        let is_known = self
            .judged
            .known
            .findings
            .iter()
            .any(|known| known.rule == self.rule);
        let why = match (open.is_empty(), allowed) {
            (false, _) => said.to_owned(),
            (true, Some(allowed)) => format!("allowed: {}", allowed.why),
            (true, None) if is_known => "recorded in the baseline".to_owned(),
            (true, None) => return (String::new(), Is::Passed),
        };
        (
            format!("      <skipped message=\"{}\"/>\n", escaped(&why)),
            Is::Skipped,
        )
    }

    fn told(&self, finding: &Finding) -> String {
        let at = self
            .located
            .place(&finding.place)
            .or_else(|| self.located.title());
        let at = at.map_or_else(String::new, |range| {
            let (line, column) = self.located.position(range.start);
            format!(":{line}:{column}")
        });
        let (path, severity) = (&self.judged.path, finding.severity.as_str());
        let mut told = format!("{path}{at}: {severity}: {}", sentence(finding));
        for evidence in &finding.evidence {
            told.push_str(&format!("\n  {evidence}"));
        }
        told
    }
}

/// `text` within an attribute or an element, without what XML cannot hold.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in printable(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            c => escaped.push(c),
        }
    }
    escaped
}
