//! Undo and redo: every committed change with the selection before and after it, without end.

use board::{Edit, RecordId};

use crate::{Field, Selection};

/// What makes two changes in a row one step of undo.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Run {
    /// Typing in one field.
    Typing(RecordId, Option<Field>),
    /// Nudging the selection.
    Nudging,
    /// Making the selection larger or smaller by keys.
    Resizing,
}

/// One step of undo.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Step {
    pub(crate) label: String,
    pub(crate) edit: Edit,
    pub(crate) before: Selection,
    pub(crate) after: Selection,
    pub(crate) at_ms: u64,
}

/// What was done and what was taken back.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The last step is still open to changes of this run.
    run: Option<(Run, u64)>,
}

/// A pause in nudging or resizing that starts a new step.
const PAUSE_MS: u64 = 1000;

impl History {
    /// Remembers `step`; true where it went into the one before it.
    pub(crate) fn push(&mut self, step: Step, run: Option<Run>) -> bool {
        self.undone.clear();
        let at_ms = step.at_ms;
        let goes_on = run.as_ref().is_some_and(|run| self.goes_on(run, at_ms));
        match self.done.last_mut() {
            Some(last) if goes_on => {
                last.edit = std::mem::take(&mut last.edit).then(step.edit);
                last.after = step.after;
            }
            _ => self.done.push(step),
        }
        self.run = run.map(|run| (run, at_ms));
        goes_on
    }

    fn goes_on(&self, run: &Run, at_ms: u64) -> bool {
        match &self.run {
            Some((typing @ Run::Typing(..), _)) => typing == run,
            Some((keys, last_ms)) => keys == run && at_ms.saturating_sub(*last_ms) < PAUSE_MS,
            None => false,
        }
    }

    /// The last step is typing in this field, and still open.
    pub(crate) fn is_typing(&self, on: &RecordId, field: Field) -> bool {
        matches!(&self.run, Some((Run::Typing(typed, of), _)) if typed == on && *of == Some(field))
    }

    /// The last step, as it stands now.
    pub(crate) fn last(&self) -> Option<&Step> {
        self.done.last()
    }

    /// What comes next is a step of its own. A step that came to nothing is forgotten.
    pub(crate) fn end_run(&mut self) {
        if self.run.take().is_some() && self.done.last().is_some_and(|step| step.edit.is_empty()) {
            self.done.pop();
        }
    }

    pub(crate) fn undo(&mut self) -> Option<&Step> {
        self.end_run();
        let step = self.done.pop()?;
        self.undone.push(step);
        self.undone.last()
    }

    pub(crate) fn redo(&mut self) -> Option<&Step> {
        self.end_run();
        let step = self.undone.pop()?;
        self.done.push(step);
        self.done.last()
    }

    pub(crate) fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|step| step.label.as_str())
    }

    pub(crate) fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }
}
