//! The editor: one entry for every input, and what the outside may read.

use std::collections::BTreeMap;

use board::{Board, RecordId, Role};
use geometry::{Camera, Page, Point, Screen, Size};

use crate::commands::{looking, perform, text};
use crate::context::Context;
use crate::document::Document;
use crate::history::History;
use crate::hit_test::{self, Handle};
use crate::index::Visible;
use crate::preview::{Cursor, Preview};
use crate::session::Session;
use crate::tool::{Tool, hover};
use crate::tools::joining::Joining;
use crate::tools::panning::Panning;
use crate::tools::pinching::Pinching;
use crate::{
    Button, Command, Editing, Field, Input, Item, KeyPress, Outcome, Phase, Pointer, PointerKind, Selection,
    keymap,
};

/// A board, one person's view of it, and the gesture under way.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    document: Document,
    history: History,
    session: Session,
    tool: Tool,
    /// The pointer that holds the gesture.
    held: Option<i32>,
    touches: BTreeMap<i32, Point<Screen>>,
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
            Input::Command(command, time_ms) => {
                self.command(command, time_ms, &mut outcome);
                outcome.handled = true;
            }
        }
        outcome.view |= camera != self.session.camera;
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

    /// What a field of a box or an edge says, as it is edited; nothing where the record is not there.
    pub fn text(&self, on: &RecordId, field: Field) -> Option<String> {
        text::text_of(self.board(), on, field)
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
            _ if session.over_rim => Cursor::Crosshair,
            Some(Item::Box(_)) => Cursor::Move,
            Some(Item::Edge(_)) => Cursor::Pointer,
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

    /// What the screen shows, and what lies up to `margin` screen pixels outside of it.
    pub fn visible(&self, margin: f64) -> Visible {
        let camera = self.session.camera;
        let view = camera.view(self.session.screen).inflate(margin / camera.zoom);
        self.document.index().visible(view)
    }

    /// The area of a box, or one that holds the curve of an edge.
    pub fn area(&self, item: &Item) -> Option<geometry::Rect<Page>> {
        self.document.index().rect(item)
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

    fn context<'e>(&'e mut self, outcome: &'e mut Outcome, now_ms: u64) -> Context<'e> {
        Context {
            document: &mut self.document,
            history: &mut self.history,
            session: &mut self.session,
            outcome,
            now_ms,
        }
    }

    /// Hands the tool over to `step` and takes the next one back.
    fn with_tool(
        &mut self,
        outcome: &mut Outcome,
        now_ms: u64,
        step: impl FnOnce(Tool, &mut Context<'_>) -> Tool,
    ) {
        let tool = std::mem::take(&mut self.tool);
        let was_idle = tool.is_idle();
        self.tool = step(tool, &mut self.context(outcome, now_ms));
        outcome.view |= !(was_idle && self.tool.is_idle());
    }

    fn cancel(&mut self, outcome: &mut Outcome, now_ms: u64) {
        self.held = None;
        self.with_tool(outcome, now_ms, Tool::cancel);
    }

    fn pointer(&mut self, pointer: &Pointer, outcome: &mut Outcome) {
        outcome.handled = true;
        if pointer.kind != PointerKind::Touch {
            self.session.pointer = Some(pointer.at);
        } else if self.touch(pointer, outcome) {
            return;
        }
        match (pointer.phase, self.held) {
            (Phase::Down, Some(_)) => {}
            (Phase::Down, None) => self.press(pointer, outcome),
            (Phase::Move, None) => hover(
                pointer.at,
                pointer.kind,
                &mut self.context(outcome, pointer.time_ms),
            ),
            (_, held) if held == Some(pointer.id) => {
                if pointer.phase != Phase::Move {
                    self.held = None;
                }
                self.with_tool(outcome, pointer.time_ms, |tool, context| {
                    tool.pointer(pointer, context)
                });
            }
            _ => {}
        }
    }

    fn press(&mut self, pointer: &Pointer, outcome: &mut Outcome) {
        self.cancel(outcome, pointer.time_ms);
        let pans = pointer.button == Button::Middle || self.session.space_held;
        if pointer.button == Button::Secondary {
            return self.reach_for(pointer, outcome);
        }
        self.held = Some(pointer.id);
        self.with_tool(outcome, pointer.time_ms, |tool, context| {
            if pans {
                Tool::Panning(Panning::new(pointer.at, context))
            } else {
                tool.pointer(pointer, context)
            }
        });
    }

    /// The right button selects what it is pressed on, so that a menu can speak of it.
    fn reach_for(&mut self, pointer: &Pointer, outcome: &mut Outcome) {
        let context = &mut self.context(outcome, pointer.time_ms);
        context.end_text();
        let hit = hit_test::hit(
            context.board(),
            context.index(),
            context.session,
            pointer.at,
            pointer.kind,
        );
        match hit.item {
            Some(item) if context.selection().contains(&item) => {}
            Some(item) => context.select(Selection::of([item])),
            None => context.select(Selection::default()),
        }
    }

    /// Keeps count of the fingers: a second one turns the gesture into a pinch. True where the input is used up.
    fn touch(&mut self, pointer: &Pointer, outcome: &mut Outcome) -> bool {
        match pointer.phase {
            Phase::Down | Phase::Move => self.touches.insert(pointer.id, pointer.at),
            Phase::Up | Phase::Cancel => self.touches.remove(&pointer.id),
        };
        let pinching = matches!(self.tool, Tool::Pinching(_));
        match (pointer.phase, pinching) {
            (Phase::Down, false) if self.touches.len() == 2 => {
                self.cancel(outcome, pointer.time_ms);
                let mut fingers = self.touches.iter().map(|(&id, &at)| (id, at));
                if let (Some(one), Some(other)) = (fingers.next(), fingers.next()) {
                    self.with_tool(outcome, pointer.time_ms, |_, context| {
                        Tool::Pinching(Pinching::new([one, other], context))
                    });
                }
                true
            }
            (_, true) => {
                self.with_tool(outcome, pointer.time_ms, |tool, context| {
                    tool.pointer(pointer, context)
                });
                if matches!(self.tool, Tool::Panning(_)) {
                    self.held = self.touches.keys().next().copied();
                }
                true
            }
            // A finger does not hover.
            (Phase::Move, false) => self.held.is_none(),
            _ => false,
        }
    }

    fn pointer_left(&mut self, outcome: &mut Outcome) {
        self.session.pointer = None;
        self.session.over_rim = false;
        outcome.view |= self.session.hovered.take().is_some();
    }

    fn blur(&mut self, outcome: &mut Outcome) {
        self.session.space_held = false;
        self.touches.clear();
        self.cancel(outcome, 0);
    }

    fn double_click(&mut self, at: Point<Screen>, time_ms: u64, outcome: &mut Outcome) {
        outcome.handled = true;
        self.cancel(outcome, time_ms);
        let context = &mut self.context(outcome, time_ms);
        let hit = hit_test::hit(
            context.board(),
            context.index(),
            context.session,
            at,
            PointerKind::Mouse,
        );
        let item = hit.item.or(hit.rim.map(Item::Box));
        let command = match item {
            Some(item) => Command::EditText {
                on: item.record_id(),
                field: Field::Label,
            },
            None => Command::PlaceBox {
                role: Role::Process,
                at: Some(context.session.camera.to_page(at)),
            },
        };
        perform(command, context);
    }

    fn key(&mut self, press: &KeyPress, outcome: &mut Outcome) {
        if self.session.editing.is_some() {
            return self.key_in_text(press, outcome);
        }
        if press.key == " " && !press.modifiers.command() {
            outcome.handled = true;
            outcome.view |= !std::mem::replace(&mut self.session.space_held, true);
            return;
        }
        let mut used = false;
        self.with_tool(outcome, press.time_ms, |tool, context| {
            match tool.key(press, context) {
                Ok(tool) => {
                    used = true;
                    tool
                }
                Err(tool) => tool,
            }
        });
        let row = keymap::lookup(press).filter(|row| !used && !row.native && (row.enabled)(self));
        if let Some(row) = row {
            self.command((row.perform)(), press.time_ms, outcome);
        }
        outcome.handled = used || row.is_some();
    }

    /// While a text is edited only these keys act; all others are the text's own.
    fn key_in_text(&mut self, press: &KeyPress, outcome: &mut Outcome) {
        let command = match press.key.as_str() {
            "Escape" => Some(Command::EndEditing),
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
            Command::Open(board) => self.open(*board, outcome),
            Command::StartJoining => {
                self.cancel(outcome, time_ms);
                self.with_tool(outcome, time_ms, |tool, context| {
                    Joining::by_key(context).map_or(tool, Tool::Joining)
                });
            }
            command => {
                // A press is no gesture yet: a text that loses the keyboard to it may still have words to say.
                if !command.only_looks() && !matches!(self.tool, Tool::Selecting(_)) {
                    self.cancel(outcome, time_ms);
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
        }
    }

    fn open(&mut self, board: Board, outcome: &mut Outcome) {
        let screen = self.session.screen;
        let pointer = self.session.pointer;
        *self = Self::new(board);
        self.session.pointer = pointer;
        outcome.document = true;
        outcome.selection = true;
        outcome.view = true;
        if screen != Size::default() {
            self.resize(screen, outcome);
        }
    }

    fn resize(&mut self, size: Size, outcome: &mut Outcome) {
        if !(size.width.is_finite() && size.height.is_finite()) || size == self.session.screen {
            return;
        }
        let first = self.session.screen == Size::default();
        self.session.screen = Size::new(size.width.max(0.0), size.height.max(0.0));
        outcome.view = true;
        if first {
            looking::fit(&mut self.context(outcome, 0));
        }
    }
}
