//! The narrow port through which tools and commands act: they see the board, the index and the session, and change
//! the board only by committing an edit or reworking the gesture's.

use board::journal::Entry;
use board::{Board, BoxId, Edit, RecordId};
use geometry::{Page, Rect};

use crate::commands::holding::LOCKED;
use crate::commands::text;
use crate::document::Document;
use crate::history::{History, Run, Step};
use crate::index::Index;
use crate::session::Session;
use crate::{Editing, Effect, Field, Item, Outcome, Selection};

/// Farther out nothing can be placed or moved, so that coordinates stay exact.
const EDGE_OF_THE_PAGE: f64 = 1_000_000.0;

/// What one step may read and do.
pub(crate) struct Context<'e> {
    pub(crate) document: &'e mut Document,
    pub(crate) history: &'e mut History,
    pub(crate) session: &'e mut Session,
    pub(crate) outcome: &'e mut Outcome,
    pub(crate) now_ms: u64,
}

impl Context<'_> {
    pub(crate) fn board(&self) -> &Board {
        self.document.board()
    }

    pub(crate) fn index(&self) -> &Index {
        self.document.index()
    }

    pub(crate) fn selection(&self) -> &Selection {
        &self.session.selection
    }

    pub(crate) fn effect(&mut self, effect: Effect) {
        self.outcome.effects.push(effect);
    }

    pub(crate) fn announce(&mut self, words: impl Into<String>) {
        self.effect(Effect::Announce(words.into()));
    }

    /// Selects what of `selection` the board has.
    pub(crate) fn select(&mut self, selection: Selection) {
        let selection = selection.on(self.document.board());
        if selection != self.session.selection {
            self.session.selection = selection;
            self.outcome.selection = true;
            self.history.end_run();
        }
    }

    /// Starts editing a text, if its record is there.
    pub(crate) fn begin_text(&mut self, on: RecordId, field: Field) {
        let has_text = Item::of(&on).filter(|item| !matches!(item, Item::Stroke(_)));
        let Some(record) = has_text.and_then(|item| item.record(self.board())) else {
            return;
        };
        if record.is_locked() {
            return self.announce(LOCKED);
        }
        text::spread_label(self);
        self.leave_text(Some(&on));
        self.open_text(on, field);
    }

    /// Starts editing a text as a part of the step that made its record.
    pub(crate) fn open_text(&mut self, on: RecordId, field: Field) {
        let editing = Editing { on, field };
        self.session.editing = Some(editing.clone());
        self.outcome.selection = true;
        self.effect(Effect::BeginTextEdit(editing));
    }

    pub(crate) fn end_text(&mut self) -> bool {
        text::spread_label(self);
        self.leave_text(None);
        let ended = self.session.editing.take().is_some();
        if ended {
            self.outcome.selection = true;
            self.effect(Effect::EndTextEdit);
        }
        ended
    }

    /// Ends the step that a text is typed in, to go on with `next`. A note that says nothing is no longer there.
    fn leave_text(&mut self, next: Option<&RecordId>) {
        let left = self
            .session
            .editing
            .as_ref()
            .filter(|left| Some(&left.on) != next);
        let blank = left.and_then(|left| match &left.on {
            RecordId::Note(id) => Some((left.clone(), self.board().get_note(id)?)),
            _ => None,
        });
        let blank = blank.filter(|(_, note)| note.text.trim().is_empty());
        if let Some((left, _)) = blank {
            let mut edit = Edit::new();
            edit.remove(self.board(), left.on.clone());
            let selection = self.selection().clone();
            let run = Run::Typing(left.on, Some(left.field));
            self.commit_run("Delete empty note", edit, selection, Some(run));
        }
        self.history.end_run();
    }

    /// Makes `edit` a part of the document: applied, remembered and handed out; false where it changes nothing or
    /// cannot be. `select` is the selection after it.
    pub(crate) fn commit(&mut self, label: &str, edit: Edit, select: Selection) -> bool {
        self.commit_run(label, edit, select, None)
    }

    /// [`commit`](Self::commit), going on with the step before where that was of the same run.
    pub(crate) fn commit_run(
        &mut self,
        label: &str,
        edit: Edit,
        select: Selection,
        run: Option<Run>,
    ) -> bool {
        if edit.is_empty() && run.is_none() {
            self.announce("Nothing to change.");
        }
        if edit.is_empty() || self.document.apply(&edit).is_err() {
            return false;
        }
        self.remember(label, edit, select, run);
        true
    }

    /// Makes `edit`, counted from the mark, all that the gesture under way does.
    pub(crate) fn rework(&mut self, edit: Edit) {
        self.outcome.document |= self.document.rework(edit).is_ok();
    }

    /// Makes the gesture under way a part of the document.
    pub(crate) fn commit_gesture(&mut self, label: &str) {
        self.commit_gesture_and_select(label, self.session.selection.clone());
    }

    /// [`commit_gesture`](Self::commit_gesture), with `select` selected then.
    pub(crate) fn commit_gesture_and_select(&mut self, label: &str, select: Selection) {
        let edit = self.document.take_gesture();
        if !edit.is_empty() {
            self.remember(label, edit, select, None);
        }
    }

    /// Takes the gesture under way back.
    pub(crate) fn bail(&mut self) {
        self.outcome.document |= self.document.bail();
    }

    fn remember(&mut self, label: &str, edit: Edit, select: Selection, run: Option<Run>) {
        let after = select.on(self.document.board());
        let step = Step {
            label: label.to_owned(),
            edit: edit.clone(),
            before: self.session.selection.clone(),
            after: after.clone(),
            at_ms: self.now_ms,
        };
        // Who types hears every letter already.
        if !matches!(run, Some(Run::Typing(..))) {
            self.announce(format!("{label}."));
        }
        let went_on = self.history.push(step, run);
        self.outcome.document = true;
        self.outcome.selection |= after != self.session.selection;
        self.session.selection = after;
        self.drop_lost_text();
        let entry = match self.history.last() {
            Some(step) if went_on => Effect::Amend(Entry {
                at_ms: step.at_ms,
                label: step.label.clone(),
                edit: step.edit.clone(),
            }),
            _ => Effect::Commit(Entry {
                at_ms: self.now_ms,
                label: label.to_owned(),
                edit,
            }),
        };
        self.effect(entry);
    }

    pub(crate) fn undo(&mut self) {
        match self.history.undo().cloned() {
            Some(step) => {
                let label = format!("Undo: {}", step.label);
                self.travel(label, step.edit.inverse(), step.before);
            }
            None => self.announce("Nothing to undo."),
        }
    }

    pub(crate) fn redo(&mut self) {
        match self.history.redo().cloned() {
            Some(step) => {
                let label = format!("Redo: {}", step.label);
                self.travel(label, step.edit, step.after);
            }
            None => self.announce("Nothing to redo."),
        }
    }

    fn travel(&mut self, label: String, edit: Edit, selection: Selection) {
        if self.document.apply(&edit).is_err() {
            return;
        }
        self.outcome.document = true;
        self.outcome.selection = true;
        self.session.selection = selection.on(self.document.board());
        self.drop_lost_text();
        self.announce(label.clone());
        let at_ms = self.now_ms;
        self.effect(Effect::Commit(Entry { at_ms, label, edit }));
    }

    /// A text whose record is gone cannot be edited on.
    fn drop_lost_text(&mut self) {
        let lost = |editing: &Editing| self.document.board().record(&editing.on).is_none();
        if self.session.editing.as_ref().is_some_and(lost) {
            self.session.editing = None;
            self.outcome.selection = true;
            self.effect(Effect::EndTextEdit);
        }
        let item = self.session.hovered.as_ref();
        if item.is_some_and(|item| self.document.index().rect(item).is_none()) {
            self.session.hovered = None;
            self.outcome.view = true;
        }
    }

    /// Moves the view by the least that shows `area`, whole where it fits.
    pub(crate) fn reveal(&mut self, area: Rect<Page>) {
        if self.session.sees(&area) {
            return;
        }
        let view = self.session.roomy_view();
        let shift = |low: f64, high: f64, from: f64, to: f64| {
            if high - low > to - from || low < from {
                low - from
            } else {
                (high - to).max(0.0)
            }
        };
        let x = shift(area.left(), area.right(), view.left(), view.right());
        let y = shift(area.top(), area.bottom(), view.top(), view.bottom());
        if self.session.screen.width > 0.0 && (x != 0.0 || y != 0.0) {
            self.session.camera.origin += geometry::Vector::new(x, y);
            self.outcome.view = true;
        }
    }

    pub(crate) fn reveal_box(&mut self, id: &BoxId) {
        self.reveal_item(&Item::Box(id.clone()));
    }

    pub(crate) fn reveal_item(&mut self, item: &Item) {
        if let Some(area) = self.document.area(item) {
            self.reveal(area);
        }
    }
}

/// `point` within the page.
pub(crate) fn on_page(point: geometry::Point<Page>) -> geometry::Point<Page> {
    let within = |value: f64| {
        if value.is_finite() {
            value.clamp(-EDGE_OF_THE_PAGE, EDGE_OF_THE_PAGE)
        } else {
            0.0
        }
    };
    geometry::Point::new(within(point.x), within(point.y))
}
