//! Collects what one rule says.

use board::{Edit, Track};
use catalog::{Component, Figure, Source};

use crate::finding::{CannotTell, Evidence, Field, Finding, Fix, Place, TextSpan};
use crate::known::range;
use crate::report::Report;
use crate::rule::{Rule, Severity};
use crate::telling::Telling;

/// How grave what a rule finds is on this board.
#[derive(Clone, Copy)]
pub(crate) struct Gravity {
    /// The track that the board is judged on.
    pub(crate) track: Track,
    /// What somebody has set, whatever the rule says itself.
    pub(crate) set: Option<Severity>,
}

impl Gravity {
    /// What becomes of the `severity` that `rule` gives a finding.
    fn of(self, rule: &Rule, severity: Severity) -> Severity {
        self.set.unwrap_or_else(|| rule.under(self.track, severity))
    }
}

/// Where one rule says what it finds.
pub(crate) struct Findings<'r> {
    rule: &'static Rule,
    gravity: Gravity,
    telling: Telling,
    report: &'r mut Report,
}

impl<'r> Findings<'r> {
    /// Adds what `rule` says to `report`, as grave as `gravity` has it.
    pub(crate) fn new(
        rule: &'static Rule,
        gravity: Gravity,
        telling: Telling,
        report: &'r mut Report,
    ) -> Self {
        Self {
            rule,
            gravity,
            telling,
            report,
        }
    }

    /// Speaks of `place`; evidence, path and fixes are added to what is returned. Words are made where they are wanted.
    pub(crate) fn say<W: Into<String>>(&mut self, place: Place, message: impl FnOnce() -> W) -> Said<'_> {
        let is_told = self.telling == Telling::All;
        let (message, path) = match is_told {
            true => (message().into(), vec![place.clone()]),
            false => Default::default(),
        };
        self.report.findings.push(Finding {
            rule: self.rule,
            severity: self.gravity.of(self.rule, self.rule.severity),
            path,
            place,
            message,
            evidence: Vec::new(),
            clears: None,
            fixes: Vec::new(),
            folded: Vec::new(),
            causes: Vec::new(),
        });
        Said {
            finding: self.report.findings.last_mut(),
            gravity: self.gravity,
            is_told,
        }
    }

    /// Says which figure is missing.
    pub(crate) fn cannot_tell<W: Into<String>>(
        &mut self,
        place: Place,
        message: impl FnOnce() -> W,
        path: impl FnOnce() -> Vec<Place>,
    ) {
        self.cannot_tell_for(place, message, path, Vec::new());
    }

    /// Says which figure is missing, and by which findings the board already asks for it.
    pub(crate) fn cannot_tell_for<W: Into<String>>(
        &mut self,
        place: Place,
        message: impl FnOnce() -> W,
        path: impl FnOnce() -> Vec<Place>,
        causes: Vec<(&'static str, Place)>,
    ) {
        let (message, path) = match self.telling == Telling::All {
            true => (message().into(), path()),
            false => Default::default(),
        };
        self.report.cannot_tell.push(CannotTell {
            rule: self.rule,
            place,
            message,
            path,
            causes,
        });
    }
}

/// A finding being put together.
pub(crate) struct Said<'f> {
    finding: Option<&'f mut Finding>,
    gravity: Gravity,
    /// It is put in words, and not only counted and marked.
    is_told: bool,
}

impl Said<'_> {
    /// With something that was seen.
    pub(crate) fn evidence<W: Into<String>>(self, text: impl FnOnce() -> W) -> Self {
        self.told(|finding| {
            finding.evidence.push(Evidence {
                text: text().into(),
                span: None,
                source: None,
            })
        })
    }

    /// With what the catalogue says, and the page that it was read from.
    pub(crate) fn known(self, text: impl FnOnce() -> String, source: &'static Source) -> Self {
        self.told(|finding| {
            finding.evidence.push(Evidence {
                text: text(),
                span: None,
                source: Some(source.clone()),
            })
        })
    }

    /// With a time of the catalogue: `Auto Loader: 10 s to 5 min until data can be read`.
    pub(crate) fn figure(self, component: &Component, figure: &Figure, what: &str) -> Self {
        let text = || format!("{}: {} {what}", component.name, range(figure));
        self.known(text, figure.source())
    }

    /// With words of `text`, which is the `field` of the finding's place.
    pub(crate) fn words<W: Into<String>>(
        self,
        note: impl FnOnce() -> W,
        field: Field,
        text: &str,
        span: quantity::Span,
    ) -> Self {
        self.told(|finding| {
            let place = finding.place.clone();
            let span = TextSpan {
                place,
                field,
                start: span.start,
                end: span.end,
                chars: span.chars(text),
            };
            finding.evidence.push(Evidence {
                text: note().into(),
                span: Some(span),
                source: None,
            });
        })
    }

    /// Lighting up `path` in order rather than the place alone.
    pub(crate) fn path(self, path: impl FnOnce() -> Vec<Place>) -> Self {
        self.told(|finding| finding.path = path())
    }

    /// With the smallest change that would clear it, as a sentence without its full stop.
    pub(crate) fn clears<W: Into<String>>(self, what: impl FnOnce() -> W) -> Self {
        self.told(|finding| finding.clears = Some(what().into()))
    }

    /// With an edit that clears it, and what to call that; an edit that changes nothing is no fix.
    pub(crate) fn fix<W: Into<String>>(self, fix: impl FnOnce() -> (W, Edit), safe: bool) -> Self {
        self.fix_if(|| Some(fix()), safe)
    }

    /// With an edit that clears it, where there is one.
    pub(crate) fn fix_if<W: Into<String>>(self, fix: impl FnOnce() -> Option<(W, Edit)>, safe: bool) -> Self {
        self.told(|finding| {
            let fix = fix().filter(|(_, edit)| !edit.is_empty());
            finding.fixes.extend(fix.map(|(title, edit)| Fix {
                title: title.into(),
                edit,
                safe,
            }));
        })
    }

    /// As what follows from a finding of the rule `code` at `place`. Where that and all others that are named so
    /// speak, this is folded under the first.
    pub(crate) fn follows(self, code: &'static str, place: Place) -> Self {
        self.with(|finding| finding.causes.push((code, place)))
    }

    /// At another severity than the rule's own.
    pub(crate) fn severity(self, severity: Severity) -> Self {
        let gravity = self.gravity;
        self.with(|finding| finding.severity = gravity.of(finding.rule, severity))
    }

    fn told(self, add: impl FnOnce(&mut Finding)) -> Self {
        if self.is_told { self.with(add) } else { self }
    }

    fn with(mut self, add: impl FnOnce(&mut Finding)) -> Self {
        if let Some(finding) = self.finding.as_deref_mut() {
            add(finding);
        }
        self
    }
}
