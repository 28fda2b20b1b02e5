//! The editor: one entry for every input, and what the outside may read.

use std::rc::Rc;

use board::{Board, BoxId, EdgeId, Record, RecordId};
use geometry::{Camera, Page, Point, Route, Screen, Size};
use sorted::Map;

use crate::commands::naming::edge_name;
use crate::commands::{looking, perform, text};
use crate::context::Context;
use crate::document::Document;
use crate::grips::{self, Grip};
use crate::history::History;
use crate::hit_test::{self, Handle};
use crate::index::Visible;
use crate::item::called;
use crate::preview::{Cursor, Preview};
use crate::session::Session;
use crate::tool::Tool;
use crate::tools::joining::Joining;
use crate::tools::presenting::Slide;
use crate::tools::tidying::Tidying;
use crate::{Command, Editing, Field, Input, Item, KeyPress, Outcome, Selection, keymap};

/// A board, one person's view of it, and the gesture under way.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    pub(crate) document: Document,
    history: History,
    pub(crate) session: Session,
    pub(crate) tool: Tool,
    /// The pointer that holds the gesture.
    pub(crate) held: Option<i32>,
    pub(crate) touches: Map<i32, Point<Screen>>,
}

impl Editor {
    /// An editor of `board` with nothing to undo. The first `Input::Resize` fits the board into view.
    pub fn new(board: Board) -> Self {
        Self {
            document: Document::new(board),
            ..Self::default()
        }
    }

    /// Takes one input. Everything the editor does, it does in here.
    pub fn handle(&mut self, input: Input) -> Outcome {
        let mut outcome = Outcome::default();
        let camera = self.session.camera;
        match input {
            Input::Pointer(pointer) if pointer.at.is_finite() => self.pointer(&pointer, &mut outcome),
            Input::Pointer(_) => {}
            Input::PointerLeft => self.pointer_left(&mut outcome),
            Input::DoubleClick { at, time_ms } if at.is_finite() => {
                self.double_click(at, time_ms, &mut outcome)
            }
            Input::DoubleClick { .. } => {}
            Input::Wheel {
                at,
                delta,
                modifiers,
                time_ms,
            } => {
                if at.is_finite() && delta.x.is_finite() && delta.y.is_finite() {
                    looking::wheel(&mut self.context(&mut outcome, time_ms), at, delta, modifiers);
                    outcome.handled = true;
                }
            }
            Input::Key(press) => self.key(&press, &mut outcome),
            Input::KeyUp { key } => {
                if key == " " {
                    outcome.view |= std::mem::take(&mut self.session.space_held);
                }
            }
            Input::Blur => self.blur(&mut outcome),
            Input::Resize(size) => self.resize(size, &mut outcome),
            // Apart from the others: it is how a page begins.
            Input::Command(Command::Open(board), _) => {
                self.open(*board, &mut outcome);
                outcome.handled = true;
            }
            Input::Command(command, time_ms) => {
                self.command(command, time_ms, &mut outcome);
                outcome.handled = true;
            }
        }
        outcome.camera |= camera != self.session.camera;
        outcome
    }

    /// The board as it is now, a gesture under way included.
    pub fn board(&self) -> &Board {
        self.document.board()
    }

    /// Which part of the page the screen shows.
    pub fn camera(&self) -> Camera {
        self.session.camera
    }

    /// The part of the page that the screen shows.
    pub fn view(&self) -> geometry::Rect<Page> {
        self.session.camera.view(self.session.screen)
    }

    /// The size of the canvas.
    pub fn screen(&self) -> Size {
        self.session.screen
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.session.selection
    }

    /// The text that is being edited in place.
    pub fn editing(&self) -> Option<&Editing> {
        self.session.editing.as_ref()
    }

    /// What a field of a box, an edge, a note or a frame says, as it is edited; nothing where the record is not there.
    pub fn text(&self, on: &RecordId, field: Field) -> Option<String> {
        text::text_of(self.board(), on, field)
    }

    /// The slide that is shown, while the board is presented.
    pub fn slide(&self) -> Option<Slide> {
        match &self.tool {
            Tool::Presenting(tool) => tool.slide(self.board()),
            _ => None,
        }
    }

    /// What is found is marked on the board: who presents it shows that only where they mean to.
    pub fn shows_findings(&self) -> bool {
        match &self.tool {
            Tool::Presenting(tool) => tool.shows_findings,
            _ => true,
        }
    }

    /// The gesture under way.
    pub fn tool(&self) -> &Tool {
        &self.tool
    }

    /// What the pointer shall look like.
    pub fn cursor(&self) -> Cursor {
        let session = &self.session;
        self.tool.cursor().unwrap_or(match &session.hovered {
            _ if session.space_held => Cursor::Grab,
            _ if session.over_grip.is_some() => session.over_grip.unwrap_or_default(),
            _ if session.over_rim || session.over_end => Cursor::Crosshair,
            Some(Item::Edge(_)) => Cursor::Pointer,
            Some(_) => Cursor::Move,
            None => Cursor::Default,
        })
    }

    /// What to draw besides the board.
    pub fn preview(&self) -> Preview<'_> {
        Preview {
            joining: self.tool.joining_line(self.board()),
            hovered: self.session.hovered.as_ref(),
            ..self.tool.preview()
        }
    }

    /// The spots beside the hovered and the selected box from which an edge can be drawn.
    pub fn handles(&self) -> Vec<Handle> {
        hit_test::handles(self.board(), &self.session)
    }

    /// The spots at both ends of the one edge selected, by which they can be moved to other boxes.
    pub fn ends(&self) -> Vec<Point<Page>> {
        let ends = hit_test::ends(&self.document, &self.session);
        ends.map_or_else(Vec::new, Vec::from)
    }

    /// The corners and sides of the one thing selected, by which it can be made larger or smaller.
    pub fn grips(&self) -> Vec<Grip> {
        grips::grips(self.board(), &self.session)
    }

    /// What touches `area`. What is lifted by a drag is always among it.
    pub fn visible(&self, area: geometry::Rect<Page>) -> Visible {
        let visible = self.document.index().visible(area);
        match self.preview().lifted {
            Some(lifted) => visible.with(lifted),
            None => visible,
        }
    }

    /// Whether more than `most` boxes and notes touch `area`: known without listing them.
    pub fn crowded(&self, area: geometry::Rect<Page>, most: usize) -> bool {
        self.document.index().crowded(area, most)
    }

    /// The boxes that touch `area`, through the spatial index. A drag is looked at from where it began.
    pub fn boxes_in(&self, area: geometry::Rect<Page>) -> Vec<BoxId> {
        self.document.index().boxes(area)
    }

    /// The area of what stands on its own, or that of the way of an edge.
    pub fn area(&self, item: &Item) -> Option<geometry::Rect<Page>> {
        self.document.area(item)
    }

    /// The way of an edge around the boxes near it, the same `Rc` while these stay. During a drag only the edges of what
    /// is lifted are led anew.
    pub fn way(&self, id: &EdgeId) -> Option<Rc<Route>> {
        self.document.way(id)
    }

    /// What a person would call `item` in a few words.
    pub fn name(&self, item: &Item) -> String {
        match item.record(self.board()) {
            Some(Record::Edge(edge)) => edge_name(self.board(), &edge),
            Some(record) => called(&record),
            None => String::new(),
        }
    }

    /// Whether a hand may rest on the screen: a pen was seen lately, and until it is long gone fingers only look around.
    pub fn writes_with_pen(&self, now_ms: u64) -> bool {
        self.session.writes_with_pen(now_ms)
    }

    /// There is something to take back.
    pub fn can_undo(&self) -> bool {
        self.history.undo_label().is_some()
    }

    /// There is something to make again.
    pub fn can_redo(&self) -> bool {
        self.history.redo_label().is_some()
    }

    /// What would be taken back.
    pub fn undo_label(&self) -> Option<&str> {
        self.history.undo_label()
    }

    /// What would be made again.
    pub fn redo_label(&self) -> Option<&str> {
        self.history.redo_label()
    }

    pub(crate) fn context<'e>(&'e mut self, outcome: &'e mut Outcome, now_ms: u64) -> Context<'e> {
        Context {
            document: &mut self.document,
            history: &mut self.history,
            session: &mut self.session,
            outcome,
            now_ms,
        }
    }

    /// Hands the tool over to `step` and takes the next one back.
    pub(crate) fn with_tool(
        &mut self,
        outcome: &mut Outcome,
        now_ms: u64,
        step: impl FnOnce(Tool, &mut Context<'_>) -> Tool,
    ) {
        let tool = std::mem::take(&mut self.tool);
        let (was_idle, was_looking) = (tool.is_idle(), tool.only_looks());
        self.tool = step(tool, &mut self.context(outcome, now_ms));
        let stays = was_idle && self.tool.is_idle() || was_looking && self.tool.only_looks();
        outcome.view |= !stays;
    }

    pub(crate) fn cancel(&mut self, outcome: &mut Outcome, now_ms: u64) {
        self.held = None;
        self.with_tool(outcome, now_ms, Tool::cancel);
    }

    fn key(&mut self, press: &KeyPress, outcome: &mut Outcome) {
        if self.session.editing.is_some() {
            return self.key_in_text(press, outcome);
        }
        if press.key == " " && !press.modifiers.command() && !self.tool.presents() {
            outcome.handled = true;
            outcome.view |= !std::mem::replace(&mut self.session.space_held, true);
            return;
        }
        if self.tool.takes(press) {
            outcome.handled = true;
            return self.with_tool(outcome, press.time_ms, |tool, context| tool.key(press, context));
        }
        let row = keymap::lookup(press).filter(|row| !row.native && (row.enabled)(self));
        if let Some(row) = row {
            self.command((row.perform)(), press.time_ms, outcome);
        }
        outcome.handled = row.is_some();
    }

    /// While a text is edited only these keys act; all others are the text's own.
    fn key_in_text(&mut self, press: &KeyPress, outcome: &mut Outcome) {
        let in_note = matches!(
            &self.session.editing,
            Some(Editing {
                on: RecordId::Note(_),
                ..
            })
        );
        let command = match press.key.as_str() {
            "Escape" => Some(Command::EndEditing),
            // A note has as many lines as it takes.
            "Enter" if in_note && !press.modifiers.command() => None,
            "Tab" if in_note => Some(Command::EndEditing),
            "Enter" if !press.modifiers.shift => Some(Command::EndEditing),
            "Tab" if press.modifiers.shift => Some(Command::PreviousField),
            "Tab" => Some(Command::NextField),
            _ => keymap::lookup(press)
                .filter(|row| row.in_text)
                .map(|row| (row.perform)()),
        };
        outcome.handled = command.is_some();
        if let Some(command) = command {
            self.command(command, press.time_ms, outcome);
        }
    }

    fn command(&mut self, command: Command, time_ms: u64, outcome: &mut Outcome) {
        match command {
            Command::Escape => self.escape(time_ms, outcome),
            Command::StartJoining => {
                self.cancel(outcome, time_ms);
                self.with_tool(outcome, time_ms, |tool, context| {
                    Joining::by_key(context).map_or(tool, Tool::Joining)
                });
            }
            Command::StartMovingEnd(end) => {
                self.cancel(outcome, time_ms);
                self.with_tool(outcome, time_ms, |tool, context| {
                    Joining::end_by_key(end, context).map_or(tool, Tool::Joining)
                });
            }
            Command::ShowTidied(places) => {
                self.cancel(outcome, time_ms);
                self.with_tool(outcome, time_ms, |tool, context| {
                    Tidying::new(&places, context).map_or(tool, Tool::Tidying)
                });
            }
            command @ (Command::Frame | Command::Draw | Command::Point | Command::Present) => {
                self.take(&command, time_ms, outcome);
            }
            command => {
                // A press is no gesture yet: a text that loses the keyboard to it may still have words to say.
                let keeps = command.only_looks() || (command.travels() && self.tool.is_armed());
                if !keeps && !matches!(self.tool, Tool::Selecting(_)) {
                    self.put_away(outcome, time_ms);
                }
                perform(command, &mut self.context(outcome, time_ms));
            }
        }
    }

    fn escape(&mut self, time_ms: u64, outcome: &mut Outcome) {
        if !self.tool.is_idle() {
            return self.cancel(outcome, time_ms);
        }
        let context = &mut self.context(outcome, time_ms);
        if !context.end_text() {
            context.select(Selection::default());
            context.announce("Nothing is selected.");
        }
    }
}
