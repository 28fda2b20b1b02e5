//! A board with what the rules say of it, or a file that could not be judged.

use std::path::PathBuf;

use board::Board;
use board::file::Opened;
use lint::baseline::{Baseline, Known};
use lint::{Finding, Gate, Place, Report, Rule};

/// A file with what the rules say of it.
#[derive(Debug)]
pub(crate) struct Judged {
    /// The path as typed or found.
    pub(crate) path: String,
    /// The text of the file.
    pub(crate) text: String,
    /// What was read from it.
    pub(crate) opened: Opened,
    /// What the rules say.
    pub(crate) report: Report,
    /// What of that fails.
    pub(crate) gate: Gate,
    /// The rules that were asked.
    pub(crate) asked: Vec<&'static Rule>,
    /// The baseline that holds for it.
    pub(crate) baseline: Option<PathBuf>,
    /// What was set aside since that knows it.
    pub(crate) known: Known,
}

/// A file that could not be judged.
#[derive(Debug)]
pub(crate) struct Unread {
    /// The path as typed or found.
    pub(crate) path: String,
    /// Why it could not.
    pub(crate) why: String,
}

/// What became of all files of a run.
#[derive(Debug, Default)]
pub(crate) struct Run {
    /// Those that were judged, in the order in which they were named or found.
    pub(crate) judged: Vec<Judged>,
    /// Those that were not.
    pub(crate) unread: Vec<Unread>,
    /// Where the rule book is to be read, if the settings of a board say so.
    pub(crate) rule_book: Option<String>,
}

impl Run {
    /// Whether any report holds what was asked to fail.
    pub(crate) fn is_failed(&self) -> bool {
        self.judged.iter().any(Judged::is_failed)
    }
}

impl Judged {
    /// It holds what was asked to fail.
    pub(crate) fn is_failed(&self) -> bool {
        self.gate.fails(&self.report)
    }

    /// Of the names of a baseline those that are mended: their rule was asked, and does not say it any more.
    pub(crate) fn mended<'b>(&self, baseline: &'b Baseline) -> Vec<&'b str> {
        let now = Baseline::of(&self.report);
        let was_asked = |name: &str| self.asked.iter().any(|rule| name.starts_with(rule.code));
        let gone = |name: &&str| was_asked(name) && !now.knows(name);
        baseline.names().filter(gone).collect()
    }

    /// What a place is called: `Kafka`, `e2`, `latency`.
    pub(crate) fn called<'j>(&'j self, place: &'j Place) -> &'j str {
        called(&self.opened.board, place)
    }
}

/// What `place` is called on `board`: a box by its label, all else by id or kind.
pub(crate) fn called<'b>(board: &'b Board, place: &'b Place) -> &'b str {
    let label = match place {
        Place::Box(id) => board.get_box(id).map(|record| record.label.trim()),
        _ => None,
    };
    match label {
        Some(label) if !label.is_empty() => label,
        _ => place.id().unwrap_or(place.kind()),
    }
}

/// What a finding says, and the smallest change that would clear it.
pub(crate) fn sentence(finding: &Finding) -> String {
    match &finding.clears {
        Some(clears) => format!("{} {clears}.", finding.message),
        None => finding.message.clone(),
    }
}
