//! Findings as Markdown, for a comment on a change or the summary of a run.

use std::fmt::Write;

use lint::{Finding, Place};

use super::located::Located;
use super::text::{plural, summary_of};
use crate::judged::{Judged, Run};

/// The document: a heading and a list for each board that has findings.
pub(crate) fn document(run: &Run) -> String {
    let mut text = format!("# Sketchlint: {}\n", summary_of(&run.judged));
    for unread in &run.unread {
        let _ = write!(
            text,
            "\n- **{}** could not be read: {}\n",
            plain(&unread.path),
            plain(&unread.why)
        );
    }
    for judged in &run.judged {
        let report = &judged.report;
        if report.findings.is_empty() && report.cannot_tell.is_empty() && report.allowed.is_empty() {
            continue;
        }
        let located = Located::new(&judged.text);
        let _ = write!(text, "\n## {}\n\n", plain(&judged.path));
        for finding in &report.findings {
            text.push_str(&said(finding, judged, &located));
        }
        for open in &report.cannot_tell {
            let (code, place) = (open.rule.code, at(&open.place, judged, &located));
            let _ = writeln!(
                text,
                "- **cannot tell** `{code}` {place}: {}",
                plain(&open.message)
            );
        }
        for allowed in &report.allowed {
            let (code, place) = (
                allowed.finding.rule.code,
                at(&allowed.finding.place, judged, &located),
            );
            let _ = writeln!(text, "- allowed `{code}` {place}: {}", plain(&allowed.why));
        }
    }
    text
}

/// One finding: its sentence, and below it what was seen and what to do.
fn said(finding: &Finding, judged: &Judged, located: &Located<'_>) -> String {
    let (severity, code, name) = (finding.severity.as_str(), finding.rule.code, finding.rule.name);
    let place = at(&finding.place, judged, located);
    let mut text = format!(
        "- **{severity}** `{code}` {name}, {place}: {}\n",
        plain(&finding.message)
    );
    for evidence in &finding.evidence {
        let _ = writeln!(text, "  - {}", plain(&evidence.to_string()));
    }
    if let Some(clears) = &finding.clears {
        let _ = writeln!(text, "  - {}", plain(clears));
    }
    for fix in &finding.fixes {
        let _ = writeln!(text, "  - Fix: {}", plain(&fix.title));
    }
    let again = finding.places().count() - 1;
    if again > 0 {
        let _ = writeln!(
            text,
            "  - The same at {}",
            plural(again, "more place", "more places")
        );
    }
    text
}

/// `Kafka (line 10)`.
fn at(place: &Place, judged: &Judged, located: &Located<'_>) -> String {
    let called = plain(judged.called(place));
    match located.place(place) {
        Some(range) => format!("{called} (line {})", located.position(range.start).0),
        None => called,
    }
}

/// `text` with no character that Markdown would take for more than itself, on one line.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in super::printable(text).chars() {
        match c {
            '\n' | '\t' => plain.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' => {
                plain.push('\\');
                plain.push(c);
            }
            // Nobody is called and nothing is linked by a board.
            '@' => plain.push_str("@\u{2060}"),
            c => plain.push(c),
        }
    }
    plain
}
