//! The form in which a report goes from the program that judges to the one that shows: all of it, read back without loss.
//!
//! Both are built from the same sources and shipped together, so the form has no version.

mod tape;
mod topic;

use std::error::Error;
use std::fmt;

use board::journal::Entry;
use board::{BoxId, EdgeId, Question};
use catalog::{Confidence, Source};

use crate::finding::{CannotTell, Consequence, Evidence, Field, Finding, Fix, Place, TextSpan};
use crate::report::{Allowed, Report};
use crate::rule::{Rule, Severity};
use crate::rules::RULES;

pub(crate) use tape::{Reader, Tape};
pub use topic::Topic;

/// What came is not what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// How many bytes were left when nothing more could be made of it.
    pub left: usize,
}

impl fmt::Display for Torn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "what was sent cannot be read {} bytes before its end",
            self.left
        )
    }
}

impl Error for Torn {}

/// The report as one text.
pub fn write(report: &Report) -> String {
    let mut tape = Tape::default();
    tape.list(&report.findings, write_finding);
    tape.list(&report.cannot_tell, |tape, unknown| {
        write_said(tape, unknown.rule, &unknown.place, &unknown.message);
        tape.list(&unknown.path, write_place);
    });
    tape.list(&report.allowed, |tape, allowed| {
        write_finding(tape, &allowed.finding);
        tape.text(&allowed.why);
    });
    tape.into_text()
}

/// The report that [`write`] wrote.
///
/// # Errors
/// [`Torn`] where `text` is anything else.
pub fn read(text: &str) -> Result<Report, Torn> {
    let mut reader = Reader::new(text);
    let report = read_report(&mut reader).filter(|_| reader.left() == 0);
    report.ok_or(Torn { left: reader.left() })
}

fn read_report(reader: &mut Reader<'_>) -> Option<Report> {
    Some(Report {
        findings: reader.list(read_finding)?,
        cannot_tell: reader.list(|reader| {
            let (rule, place, message) = read_said(reader)?;
            Some(CannotTell {
                rule,
                place,
                message,
                path: reader.list(read_place)?,
                causes: Vec::new(),
            })
        })?,
        allowed: reader.list(|reader| {
            Some(Allowed {
                finding: read_finding(reader)?,
                why: reader.text()?.to_owned(),
            })
        })?,
    })
}

fn write_finding(tape: &mut Tape, finding: &Finding) {
    write_said(tape, finding.rule, &finding.place, &finding.message);
    tape.number(finding.severity as usize);
    tape.list(&finding.evidence, write_evidence);
    tape.list(finding.clears.as_slice(), |tape, clears| tape.text(clears));
    tape.list(&finding.path, write_place);
    tape.list(&finding.fixes, write_fix);
    tape.list(&finding.folded, |tape, folded| {
        write_said(tape, folded.rule, &folded.place, &folded.message);
        tape.list(folded.severity.as_slice(), |tape, severity| {
            tape.number(*severity as usize);
        });
    });
}

fn read_finding(reader: &mut Reader<'_>) -> Option<Finding> {
    let (rule, place, message) = read_said(reader)?;
    Some(Finding {
        rule,
        place,
        message,
        severity: read_severity(reader)?,
        evidence: reader.list(read_evidence)?,
        clears: reader.option(|reader| reader.text().map(str::to_owned))?,
        path: reader.list(read_place)?,
        fixes: reader.list(read_fix)?,
        folded: reader.list(|reader| {
            let (rule, place, message) = read_said(reader)?;
            Some(Consequence {
                rule,
                place,
                message,
                severity: reader.option(read_severity)?,
            })
        })?,
        causes: Vec::new(),
    })
}

/// What all that is said has in common: who says it, of what, in which words.
fn write_said(tape: &mut Tape, rule: &Rule, place: &Place, message: &str) {
    tape.text(rule.code);
    write_place(tape, place);
    tape.text(message);
}

fn read_said(reader: &mut Reader<'_>) -> Option<(&'static Rule, Place, String)> {
    let code = reader.text()?;
    let rule = RULES.iter().find(|rule| rule.code == code)?;
    Some((rule, read_place(reader)?, reader.text()?.to_owned()))
}

fn read_severity(reader: &mut Reader<'_>) -> Option<Severity> {
    Severity::ALL.get(reader.number()?).copied()
}

fn write_place(tape: &mut Tape, place: &Place) {
    tape.text(place.kind());
    if let Some(id) = place.id() {
        tape.text(id);
    }
}

fn read_place(reader: &mut Reader<'_>) -> Option<Place> {
    Some(match reader.text()? {
        "box" => Place::Box(BoxId::new(reader.text()?).ok()?),
        "edge" => Place::Edge(EdgeId::new(reader.text()?).ok()?),
        "answer" => Place::Answer(reader.text()?.parse::<Question>().ok()?),
        "wrap" => Place::Wrap,
        "session" => Place::Session,
        "board" => Place::Board,
        _ => return None,
    })
}

fn write_evidence(tape: &mut Tape, evidence: &Evidence) {
    tape.text(&evidence.text);
    tape.list(evidence.span.as_slice(), |tape, span| {
        write_place(tape, &span.place);
        tape.number(span.field as usize);
        for end in [span.start, span.end, span.chars.0, span.chars.1] {
            tape.number(end);
        }
    });
    tape.list(evidence.source.as_slice(), |tape, source| {
        for text in [&source.title, &source.url, &source.as_of] {
            tape.text(text);
        }
        tape.text(source.confidence.as_str());
    });
}

fn read_evidence(reader: &mut Reader<'_>) -> Option<Evidence> {
    Some(Evidence {
        text: reader.text()?.to_owned(),
        span: reader.option(|reader| {
            Some(TextSpan {
                place: read_place(reader)?,
                field: Field::ALL.get(reader.number()?).copied()?,
                start: reader.number()?,
                end: reader.number()?,
                chars: (reader.number()?, reader.number()?),
            })
        })?,
        source: reader.option(|reader| {
            Some(Source {
                title: reader.text()?.to_owned().into(),
                url: reader.text()?.to_owned().into(),
                as_of: reader.text()?.to_owned().into(),
                confidence: read_confidence(reader.text()?)?,
            })
        })?,
    })
}

fn read_confidence(word: &str) -> Option<Confidence> {
    Confidence::ALL.iter().copied().find(|it| it.as_str() == word)
}

/// The edit goes in the form of the journal.
fn write_fix(tape: &mut Tape, fix: &Fix) {
    tape.text(&fix.title);
    tape.number(usize::from(fix.safe));
    let entry = Entry {
        at_ms: 0,
        label: String::new(),
        edit: fix.edit.clone(),
    };
    tape.text(&entry.to_json());
}

fn read_fix(reader: &mut Reader<'_>) -> Option<Fix> {
    Some(Fix {
        title: reader.text()?.to_owned(),
        safe: reader.number()? == 1,
        edit: Entry::from_json(reader.text()?).ok()?.edit,
    })
}
