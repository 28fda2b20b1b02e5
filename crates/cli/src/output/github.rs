//! Findings as annotations of a GitHub workflow: one command a line on standard output.

use lint::{Place, Severity};

use super::located::Located;
use super::text::summary_of;
use crate::judged::{Judged, Run, sentence};

/// The annotations, and a line that sums them up.
pub(crate) fn annotations(run: &Run) -> String {
    let mut text = String::new();
    for judged in &run.judged {
        let located = Located::new(&judged.text);
        let mut note = |level: &str,
                        rule: &lint::Rule,
                        place: &Place,
                        range: Option<std::ops::Range<usize>>,
                        said: &str| {
            let range = range.or_else(|| located.place(place)).or_else(|| located.title());
            let at = range.map_or_else(String::new, |range| lines(&located, &range));
            let (path, title) = (
                property(&judged.path),
                property(&format!("{} {}", rule.code, rule.name)),
            );
            text.push_str(&format!(
                "::{level} file={path}{at},title={title}::{}\n",
                data(said)
            ));
        };
        for finding in &judged.report.findings {
            let spans = finding
                .evidence
                .iter()
                .filter_map(|evidence| evidence.span.as_ref());
            let words = spans.filter_map(|span| located.words(span)).next();
            note(
                level(finding.severity),
                finding.rule,
                &finding.place,
                words,
                &whole(finding, judged),
            );
        }
        for unknown in &judged.report.cannot_tell {
            let said = &unknown.message;
            note("notice", unknown.rule, &unknown.place, None, said);
        }
    }
    for unread in &run.unread {
        let (path, why) = (property(&unread.path), data(&unread.why));
        text.push_str(&format!("::error file={path},title=Not a board::{why}\n"));
    }
    text.push_str(&summary_of(&run.judged));
    text.push('\n');
    text
}

/// What is said, what was seen, and where else it is so.
fn whole(finding: &lint::Finding, judged: &Judged) -> String {
    let mut said = sentence(finding);
    for evidence in &finding.evidence {
        said.push_str(&format!("\n- {evidence}"));
    }
    let again: Vec<&str> = finding
        .places()
        .skip(1)
        .map(|place| judged.called(place))
        .collect();
    if !again.is_empty() {
        said.push_str(&format!("\nThe same on {}.", again.join(", ")));
    }
    said
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// Columns are told where they are of one line: of several, a workflow refuses them.
fn lines(located: &Located<'_>, range: &std::ops::Range<usize>) -> String {
    let ((line, column), (end_line, end_column)) =
        (located.position(range.start), located.position(range.end));
    match line == end_line {
        true => format!(",line={line},endLine={end_line},col={column},endColumn={end_column}"),
        false => format!(",line={line},endLine={end_line}"),
    }
}

/// A message, on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_a_workflow_would_obey_is_escaped() {
        assert_eq!(data("50 %\n::error::x"), "50 %25%0A::error::x");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }
}
