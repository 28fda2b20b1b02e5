//! Findings for people: the sentence, the words underlined in the file, what was seen, and what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use lint::{CannotTell, Evidence, Finding, Fix, Place, Rule, Severity, Summary};

use super::located::Located;
use super::printable;
use crate::judged::Judged;

/// All findings of all files, and a line that sums them up.
pub(crate) fn findings(files: &[Judged], coloured: bool) -> String {
    let renderer = if coloured {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = String::new();
    for file in files {
        let located = Located::new(&file.text);
        let page = Page {
            path: &file.path,
            located: &located,
        };
        let spoken = file.report.findings.iter().map(|finding| page.finding(finding));
        let unknown = file
            .report
            .cannot_tell
            .iter()
            .map(|unknown| page.cannot_tell(unknown));
        for group in spoken.chain(unknown) {
            text.push_str(&renderer.render(&[group]));
            text.push_str("\n\n");
        }
    }
    if let Some(first) = files.iter().flat_map(|file| &file.report.findings).next() {
        let code = first.rule.code;
        text.push_str(&format!(
            "`sketchlint explain {code}` tells why an interviewer minds, and how to mend it.\n"
        ));
    }
    text.push_str(&mendable(files));
    if !files.is_empty() {
        text.push_str(&summary_of(files));
        text.push('\n');
    }
    text
}

/// How many of the fixes can be made without asking.
fn mendable(files: &[Judged]) -> String {
    let findings = files.iter().flat_map(|file| &file.report.findings);
    let has_safe = |finding: &&Finding| finding.fixes.iter().any(|fix| fix.safe);
    match findings.filter(has_safe).count() {
        0 => String::new(),
        count => format!(
            "`sketchlint fix` mends {} without asking.\n",
            plural(count, "finding", "findings")
        ),
    }
}

/// One file, as its findings are printed.
struct Page<'f> {
    path: &'f str,
    located: &'f Located<'f>,
}

impl<'f> Page<'f> {
    fn finding(&self, finding: &'f Finding) -> Group<'f> {
        let title = level(finding.severity)
            .primary_title(printable(&finding.message))
            .id(id(finding.rule));
        let (placed, unplaced): (Vec<_>, Vec<_>) = finding
            .evidence
            .iter()
            .map(|evidence| (evidence, self.words(evidence)))
            .partition(|(_, range)| range.is_some());
        let marks = placed
            .into_iter()
            .filter_map(|(evidence, range)| Some((range?, evidence.text.as_str())));
        let seen = unplaced
            .into_iter()
            .map(|(evidence, _)| Level::NOTE.message(printable(&evidence.to_string()).into_owned()));
        let help = finding
            .fixes
            .iter()
            .map(|Fix { title, .. }| Level::HELP.message(printable(title)));
        let clears = finding
            .clears
            .as_deref()
            .map(|what| Level::HELP.message(printable(what)));
        self.show(Group::with_title(title), &finding.place, marks.collect())
            .elements(seen)
            .elements(clears)
            .elements(help)
            .elements(again(finding).map(|what| Level::NOTE.message(what)))
            .elements(follows(finding).map(|what| Level::NOTE.message(what)))
    }

    fn cannot_tell(&self, unknown: &'f CannotTell) -> Group<'f> {
        let level = Level::INFO.with_name("cannot tell");
        let title = level
            .primary_title(printable(&unknown.message))
            .id(id(unknown.rule));
        self.show(Group::with_title(title), &unknown.place, Vec::new())
    }

    /// Shows the words marked, or where there are none the place itself, or at least the file.
    fn show(&self, group: Group<'f>, place: &Place, mut marks: Vec<(Range<usize>, &'f str)>) -> Group<'f> {
        if marks.is_empty() {
            marks.extend(self.located.place(place).map(|range| (range, "")));
        }
        let Some(lines) = lines_around(self.located.text(), &marks) else {
            return group.element(Origin::path(printable(self.path)));
        };
        let source = self.located.text().get(lines.clone()).unwrap_or_default();
        let annotations = marks.into_iter().map(|(range, label)| {
            let label = (!label.is_empty()).then(|| printable(label));
            let span = range.start - lines.start..range.end - lines.start;
            AnnotationKind::Primary.span(span).label(label)
        });
        let snippet = Snippet::source(printable(source))
            .path(printable(self.path))
            .line_start(self.located.line(lines.start))
            .fold(true)
            .annotations(annotations);
        group.element(snippet)
    }

    fn words(&self, evidence: &Evidence) -> Option<Range<usize>> {
        evidence.span.as_ref().and_then(|span| self.located.words(span))
    }
}

/// The whole lines that hold all marks.
fn lines_around(text: &str, marks: &[(Range<usize>, &str)]) -> Option<Range<usize>> {
    let start = marks.iter().map(|(range, _)| range.start).min()?;
    let end = marks.iter().map(|(range, _)| range.end).max()?;
    let start = text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let end = text
        .get(end..)?
        .find('\n')
        .map_or(text.len(), |newline| end + newline);
    Some(start..end)
}

/// How many places a line names.
const MOST_PLACES: usize = 12;

/// Where the same rule would say the same: `The same on e2, e3, e4`.
pub(crate) fn again(finding: &Finding) -> Option<String> {
    let ids: Vec<&str> = finding.places().skip(1).filter_map(Place::id).collect();
    let more = match ids.len().saturating_sub(MOST_PLACES) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let named: Vec<&str> = ids.into_iter().take(MOST_PLACES).collect();
    (!named.is_empty()).then(|| format!("The same on {}{more}", named.join(", ")))
}

/// Which other rules would speak, of the same cause.
pub(crate) fn follows(finding: &Finding) -> Option<String> {
    let others = finding.folded.iter().filter(|folded| folded.rule != finding.rule);
    let mut codes: Vec<&str> = others.map(|folded| folded.rule.code).collect();
    codes.dedup();
    (!codes.is_empty()).then(|| format!("From the same cause: {}", codes.join(", ")))
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

fn id(rule: &Rule) -> String {
    format!("{} {}", rule.code, rule.name)
}

/// Adds one summary to a total.
pub(crate) fn add(total: &mut Summary, one: Summary) {
    total.errors += one.errors;
    total.warnings += one.warnings;
    total.infos += one.infos;
    total.cannot_tell += one.cannot_tell;
    total.allowed += one.allowed;
}

/// What there is of each in all files, and how much a baseline knows.
pub(crate) fn summary_of(files: &[Judged]) -> String {
    let mut total = Summary::default();
    for file in files {
        add(&mut total, file.report.summary());
    }
    let known: usize = files.iter().map(|file| file.known.len()).sum();
    let said = summary(&total, files.len());
    match known {
        0 => said,
        known => format!("{said}; {known} more in the baseline"),
    }
}

/// `2 errors, 1 warning, 3 cannot tell in 4 files`.
pub(crate) fn summary(total: &Summary, files: usize) -> String {
    let counts = [
        (total.errors, "error", "errors"),
        (total.warnings, "warning", "warnings"),
        (total.infos, "remark", "remarks"),
        (total.cannot_tell, "cannot tell", "cannot tell"),
        (total.allowed, "allowed", "allowed"),
    ];
    let said = counts.into_iter().filter(|(count, ..)| *count > 0);
    let said: Vec<_> = said.map(|(count, one, many)| plural(count, one, many)).collect();
    let said = if said.is_empty() {
        "no findings".to_owned()
    } else {
        said.join(", ")
    };
    format!("{said} in {}", plural(files, "file", "files"))
}

/// `1 file`, `2 files`.
pub(crate) fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_up_in_plain_words() {
        let total = Summary {
            errors: 2,
            warnings: 1,
            infos: 0,
            cannot_tell: 3,
            allowed: 0,
        };
        assert_eq!(
            summary(&total, 4),
            "2 errors, 1 warning, 3 cannot tell in 4 files"
        );
        assert_eq!(summary(&Summary::default(), 1), "no findings in 1 file");
    }
}
