//! Collects what one rule says.

use board::{Edit, Track};
use catalog::{Component, Figure, Source};

use crate::finding::{CannotTell, Evidence, Field, Finding, Fix, Place, TextSpan};
use crate::known::range;
use crate::report::Report;
use crate::rule::{Rule, Severity};

/// What one rule has said so far.
pub(crate) struct Findings {
    rule: &'static Rule,
    findings: Vec<Finding>,
    cannot_tell: Vec<CannotTell>,
}

impl Findings {
    pub(crate) fn new(rule: &'static Rule) -> Self {
        Self {
            rule,
            findings: Vec::new(),
            cannot_tell: Vec::new(),
        }
    }

    /// Speaks of `place`; evidence, path and fixes are added to what is returned.
    pub(crate) fn say(&mut self, place: Place, message: impl Into<String>) -> Said<'_> {
        self.findings.push(Finding {
            rule: self.rule,
            severity: self.rule.severity,
            path: vec![place.clone()],
            place,
            message: message.into(),
            evidence: Vec::new(),
            clears: None,
            fixes: Vec::new(),
            folded: Vec::new(),
            causes: Vec::new(),
        });
        Said {
            finding: self.findings.last_mut(),
        }
    }

    /// Says which figure is missing.
    pub(crate) fn cannot_tell(&mut self, place: Place, message: impl Into<String>, path: Vec<Place>) {
        self.cannot_tell_for(place, message, path, Vec::new());
    }

    /// Says which figure is missing, and by which findings the board already asks for it.
    pub(crate) fn cannot_tell_for(
        &mut self,
        place: Place,
        message: impl Into<String>,
        path: Vec<Place>,
        causes: Vec<(&'static str, Place)>,
    ) {
        self.cannot_tell.push(CannotTell {
            rule: self.rule,
            place,
            message: message.into(),
            path,
            causes,
        });
    }

    pub(crate) fn into_report(self, track: Track, report: &mut Report) {
        let rule = self.rule;
        report
            .findings
            .extend(self.findings.into_iter().map(|finding| Finding {
                severity: rule.under(track, finding.severity),
                ..finding
            }));
        report.cannot_tell.extend(self.cannot_tell);
    }
}

/// A finding being put together.
pub(crate) struct Said<'f> {
    finding: Option<&'f mut Finding>,
}

impl Said<'_> {
    /// With something that was seen.
    pub(crate) fn evidence(self, text: impl Into<String>) -> Self {
        self.with(|finding| {
            finding.evidence.push(Evidence {
                text: text.into(),
                span: None,
                source: None,
            })
        })
    }

    /// With what the catalogue says, and the page that it was read from.
    pub(crate) fn known(self, text: String, source: &'static Source) -> Self {
        self.with(|finding| {
            finding.evidence.push(Evidence {
                text,
                span: None,
                source: Some(source.clone()),
            })
        })
    }

    /// With a time of the catalogue: `Auto Loader: 10 s to 5 min until data can be read`.
    pub(crate) fn figure(self, component: &Component, figure: &Figure, what: &str) -> Self {
        let text = format!("{}: {} {what}", component.name, range(figure));
        self.known(text, figure.source())
    }

    /// With words of `text`, which is the `field` of the finding's place.
    pub(crate) fn words(
        self,
        note: impl Into<String>,
        field: Field,
        text: &str,
        span: quantity::Span,
    ) -> Self {
        self.with(|finding| {
            let place = finding.place.clone();
            let span = TextSpan {
                place,
                field,
                start: span.start,
                end: span.end,
                chars: span.chars(text),
            };
            finding.evidence.push(Evidence {
                text: note.into(),
                span: Some(span),
                source: None,
            });
        })
    }

    /// Lighting up `path` in order rather than the place alone.
    pub(crate) fn path(self, path: Vec<Place>) -> Self {
        self.with(|finding| finding.path = path)
    }

    /// With the smallest change that would clear it, as a sentence without its full stop.
    pub(crate) fn clears(self, what: impl Into<String>) -> Self {
        self.with(|finding| finding.clears = Some(what.into()))
    }

    /// As what follows from a finding of the rule `code` at `place`. Where that and all others that are named so
    /// speak, this is folded under the first.
    pub(crate) fn follows(self, code: &'static str, place: Place) -> Self {
        self.with(|finding| finding.causes.push((code, place)))
    }

    /// At another severity than the rule's own.
    pub(crate) fn severity(self, severity: Severity) -> Self {
        self.with(|finding| finding.severity = severity)
    }

    /// With an edit that clears it; an edit that changes nothing is no fix.
    pub(crate) fn fix(self, title: impl Into<String>, edit: Edit, safe: bool) -> Self {
        self.with(|finding| {
            if !edit.is_empty() {
                finding.fixes.push(Fix {
                    title: title.into(),
                    edit,
                    safe,
                });
            }
        })
    }

    fn with(mut self, add: impl FnOnce(&mut Finding)) -> Self {
        if let Some(finding) = self.finding.as_deref_mut() {
            add(finding);
        }
        self
    }
}
