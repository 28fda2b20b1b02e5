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

#[derive(Serialize)]
struct Document<'r> {
    version: u32,
    files: Vec<File<'r>>,
}

#[derive(Serialize)]
struct File<'r> {
    path: &'r str,
    findings: Vec<JsonFinding<'r>>,
    cannot_tell: Vec<JsonUnknown<'r>>,
    summary: JsonSummary,
}

#[derive(Serialize)]
struct JsonFinding<'r> {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    #[serde(rename = "where")]
    place: JsonPlace<'r>,
    message: &'r str,
    evidence: Vec<JsonEvidence<'r>>,
    clears: Option<&'r str>,
    path: Vec<JsonPlace<'r>>,
    fixes: Vec<JsonFix<'r>>,
    folded: Vec<JsonConsequence<'r>>,
}

#[derive(Serialize)]
struct JsonConsequence<'r> {
    rule: &'static str,
    name: &'static str,
    severity: &'static str,
    #[serde(rename = "where")]
    place: JsonPlace<'r>,
    message: &'r str,
}

#[derive(Serialize)]
struct JsonUnknown<'r> {
    rule: &'static str,
    name: &'static str,
    #[serde(rename = "where")]
    place: JsonPlace<'r>,
    message: &'r str,
    path: Vec<JsonPlace<'r>>,
}

#[derive(Serialize)]
struct JsonPlace<'r> {
    kind: &'static str,
    id: Option<&'r str>,
}

#[derive(Serialize)]
struct JsonEvidence<'r> {
    text: &'r str,
    span: Option<JsonSpan<'r>>,
    source: Option<JsonSource<'r>>,
}

#[derive(Serialize)]
struct JsonSource<'r> {
    title: &'r str,
    url: &'r str,
    checked: &'r str,
    confidence: &'static str,
}

#[derive(Serialize)]
struct JsonSpan<'r> {
    #[serde(rename = "where")]
    place: JsonPlace<'r>,
    field: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct JsonFix<'r> {
    title: &'r str,
    safe: bool,
}

#[derive(Serialize)]
struct JsonSummary {
    errors: usize,
    warnings: usize,
    infos: usize,
    cannot_tell: usize,
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
