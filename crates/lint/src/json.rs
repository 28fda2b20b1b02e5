//! The stable JSON form of findings, the same bytes from the page and from the command line.
//!
//! Version 1: `{"version":1,"files":[{"path","findings","cannot_tell","summary"}]}`. A place is `{"kind","id"}` with
//! `id` null where there is only one of its kind; `path` lists the places to light up, in order; `clears` is the smallest
//! change that would do, or null; `folded` lists what has the same cause, with the severity `cannot-tell` where a rule
//! could not judge. Spans count characters, not bytes. The `source` of an evidence is
//! `{"title","url","checked","confidence"}`: the page that a figure of the catalogue was read from, the month in which it
//! was checked and how much it can be relied on (`vendor`, `measured`, `reported`), or null where it is no figure of the
//! catalogue.

use catalog::Source;
use serde::Serialize;

use crate::finding::{CannotTell, Consequence, Evidence, Finding, Fix, Place, TextSpan};
use crate::report::{Report, Summary};
use crate::rule::Severity;

/// The version of the form.
pub const VERSION: u32 = 1;

/// The JSON Schema (2020-12) of the form.
pub const SCHEMA: &str = include_str!("../findings.schema.json");

/// The findings of several boards, each with the path that it came from, as one pretty-printed document.
pub fn document<P: AsRef<str>>(files: &[(P, &Report)]) -> String {
    let files = files
        .iter()
        .map(|(path, report)| File::of(path.as_ref(), report))
        .collect();
    let document = Document {
        version: VERSION,
        files,
    };
    // Plain structs of strings and numbers cannot fail to serialise.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// What the rules say of the board on the line `number` of a stream, which is known elsewhere as `id`: one line of JSON with
/// its end. It has the keys of a board in the [`document`], but `line` and `id` in the place of `path`.
pub fn line(number: usize, id: &serde_json::Value, report: &Report) -> String {
    let File {
        findings,
        cannot_tell,
        summary,
        ..
    } = File::of("", report);
    let line = Line {
        line: number,
        id,
        findings,
        cannot_tell,
        summary,
    };
    serde_json::to_string(&line).unwrap_or_default() + "\n"
}

/// What the rules say of one board, with the keys of a board in the [`document`] but its path, to stand in a form of another.
pub fn said(report: &Report) -> impl Serialize {
    let File {
        findings,
        cannot_tell,
        summary,
        ..
    } = File::of("", report);
    Said {
        findings,
        cannot_tell,
        summary,
    }
}

/// One board, wherever it came from.
#[derive(Serialize)]
struct Said<'r> {
    findings: Vec<JsonFinding<'r>>,
    cannot_tell: Vec<JsonUnknown<'r>>,
    summary: JsonSummary,
}

/// One board of a stream.
#[derive(Serialize)]
struct Line<'r> {
    line: usize,
    id: &'r serde_json::Value,
    findings: Vec<JsonFinding<'r>>,
    cannot_tell: Vec<JsonUnknown<'r>>,
    summary: JsonSummary,
}

/// What the rules say of boards, as `sketchlint lint --format json` prints it and the page exports it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Document<'r> {
    /// The version of this form. New keys may come within a version; none goes or changes its meaning.
    version: u32,
    /// The boards, in the order in which they were named or found.
    files: Vec<File<'r>>,
}

/// One board.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct File<'r> {
    /// Where it came from.
    path: &'r str,
    /// What is at fault: the gravest first, then by family and rule, then in the order of the board.
    findings: Vec<JsonFinding<'r>>,
    /// What could not be judged for want of a figure; no pass.
    cannot_tell: Vec<JsonUnknown<'r>>,
    /// How many of each there are.
    summary: JsonSummary,
}

/// A fault that a rule found.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonFinding<'r> {
    /// The code of the rule, such as `OWN001`; never used again for another.
    rule: &'static str,
    /// The name of the rule, such as `unowned-edge`.
    name: &'static str,
    /// How grave it is here.
    #[cfg_attr(test, schemars(extend("enum" = ["error", "warning", "info"])))]
    severity: &'static str,
    /// Where it is.
    #[serde(rename = "where")]
    place: JsonPlace<'r>,
    /// What was seen, why it matters and what to do.
    message: &'r str,
    /// What it rests on.
    evidence: Vec<JsonEvidence<'r>>,
    /// The smallest change that would do.
    clears: Option<&'r str>,
    /// What to light up, in order.
    path: Vec<JsonPlace<'r>>,
    /// What `sketchlint fix` can do about it.
    fixes: Vec<JsonFix<'r>>,
    /// What the rules say besides that has the same cause, and goes when this is mended.
    folded: Vec<JsonConsequence<'r>>,
}

/// What follows from a finding and is not counted again.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonConsequence<'r> {
    /// The code of the rule.
    rule: &'static str,
    /// The name of the rule.
    name: &'static str,
    /// How grave it would be, or that its rule cannot tell.
    #[cfg_attr(test, schemars(extend("enum" = ["error", "warning", "info", "cannot-tell"])))]
    severity: &'static str,
    /// Where it is.
    #[serde(rename = "where")]
    place: JsonPlace<'r>,
    /// What would be said.
    message: &'r str,
}

/// A rule that could be judged if one more figure stood on the board.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonUnknown<'r> {
    /// The code of the rule.
    rule: &'static str,
    /// The name of the rule.
    name: &'static str,
    /// Where the figure is missing.
    #[serde(rename = "where")]
    place: JsonPlace<'r>,
    /// Which figure is missing.
    message: &'r str,
    /// What to light up, in order.
    path: Vec<JsonPlace<'r>>,
}

/// Where on a board something is.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonPlace<'r> {
    /// What kind of place it is.
    #[cfg_attr(test, schemars(extend("enum" = ["box", "edge", "answer", "wrap", "session", "board"])))]
    kind: &'static str,
    /// The id of the box, edge or question; null for what there is only one of.
    id: Option<&'r str>,
}

/// One thing that was seen.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonEvidence<'r> {
    /// What was seen: the arithmetic, the words, the number that would pass.
    text: &'r str,
    /// Where it was read, if it was read from a text.
    span: Option<JsonSpan<'r>>,
    /// The page that its figure was read from, if it is one of the catalogue.
    source: Option<JsonSource<'r>>,
}

/// The page that a figure of the catalogue was read from.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonSource<'r> {
    /// What the page is called.
    title: &'r str,
    /// Where it is.
    url: &'r str,
    /// The month in which it was checked, such as `2026-05`.
    checked: &'r str,
    /// How much it can be relied on.
    #[cfg_attr(test, schemars(extend("enum" = ["vendor", "measured", "reported"])))]
    confidence: &'static str,
}

/// A stretch of a text on the board.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonSpan<'r> {
    /// Whose text it is.
    #[serde(rename = "where")]
    place: JsonPlace<'r>,
    /// Which of its texts.
    #[cfg_attr(test, schemars(extend("enum" = ["label", "constraints", "owner", "because", "text"])))]
    field: &'static str,
    /// The first character, counted from 0.
    start: usize,
    /// The character after the last.
    end: usize,
}

/// A change that clears a finding.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonFix<'r> {
    /// What it does, as a command.
    title: &'r str,
    /// It says nothing that the board does not already say, so that it is made without asking.
    safe: bool,
}

/// How many of each there are.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct JsonSummary {
    /// Findings that would cost the round.
    errors: usize,
    /// Findings that an interviewer would ask about.
    warnings: usize,
    /// Findings worth a thought.
    infos: usize,
    /// What could not be judged.
    cannot_tell: usize,
    /// Findings set aside on purpose.
    allowed: usize,
}

impl<'r> File<'r> {
    fn of(path: &'r str, report: &'r Report) -> Self {
        Self {
            path,
            findings: report.findings.iter().map(JsonFinding::of).collect(),
            cannot_tell: report.cannot_tell.iter().map(JsonUnknown::of).collect(),
            summary: JsonSummary::of(report.summary()),
        }
    }
}

impl<'r> JsonFinding<'r> {
    fn of(finding: &'r Finding) -> Self {
        Self {
            rule: finding.rule.code,
            name: finding.rule.name,
            severity: finding.severity.as_str(),
            place: JsonPlace::of(&finding.place),
            message: &finding.message,
            evidence: finding.evidence.iter().map(JsonEvidence::of).collect(),
            clears: finding.clears.as_deref(),
            path: finding.path.iter().map(JsonPlace::of).collect(),
            fixes: finding.fixes.iter().map(JsonFix::of).collect(),
            folded: finding.folded.iter().map(JsonConsequence::of).collect(),
        }
    }
}

impl<'r> JsonConsequence<'r> {
    fn of(folded: &'r Consequence) -> Self {
        Self {
            rule: folded.rule.code,
            name: folded.rule.name,
            severity: folded.severity.map_or("cannot-tell", Severity::as_str),
            place: JsonPlace::of(&folded.place),
            message: &folded.message,
        }
    }
}

impl<'r> JsonUnknown<'r> {
    fn of(unknown: &'r CannotTell) -> Self {
        Self {
            rule: unknown.rule.code,
            name: unknown.rule.name,
            place: JsonPlace::of(&unknown.place),
            message: &unknown.message,
            path: unknown.path.iter().map(JsonPlace::of).collect(),
        }
    }
}

impl<'r> JsonPlace<'r> {
    fn of(place: &'r Place) -> Self {
        Self {
            kind: place.kind(),
            id: place.id(),
        }
    }
}

impl<'r> JsonEvidence<'r> {
    fn of(evidence: &'r Evidence) -> Self {
        Self {
            text: &evidence.text,
            span: evidence.span.as_ref().map(JsonSpan::of),
            source: evidence.source.as_ref().map(JsonSource::of),
        }
    }
}

impl<'r> JsonSource<'r> {
    fn of(source: &'r Source) -> Self {
        Self {
            title: &source.title,
            url: &source.url,
            checked: &source.as_of,
            confidence: source.confidence.as_str(),
        }
    }
}

impl<'r> JsonSpan<'r> {
    fn of(span: &'r TextSpan) -> Self {
        let (start, end) = span.chars;
        Self {
            place: JsonPlace::of(&span.place),
            field: span.field.as_str(),
            start,
            end,
        }
    }
}

impl<'r> JsonFix<'r> {
    fn of(fix: &'r Fix) -> Self {
        Self {
            title: &fix.title,
            safe: fix.safe,
        }
    }
}

impl JsonSummary {
    fn of(summary: Summary) -> Self {
        let Summary {
            errors,
            warnings,
            infos,
            cannot_tell,
            allowed,
        } = summary;
        Self {
            errors,
            warnings,
            infos,
            cannot_tell,
            allowed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `UPDATE=1 cargo test -p lint schema` writes it anew.
    #[test]
    fn the_committed_schema_is_that_of_the_form() {
        let schema = schemars::schema_for!(Document<'_>);
        let text = format!("{:#}\n", schema.to_value());
        if std::env::var_os("UPDATE").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/findings.schema.json");
            std::fs::write(path, &text).unwrap();
            return;
        }
        assert_eq!(text, SCHEMA);
    }
}
