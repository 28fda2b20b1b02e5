//! A test driver with the moves of a hand: press, drag, click, type.

use board::journal::Entry;
use board::{
    Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, FrameId, NoteId, RecordId, Role, StrokeId,
};
use editor::{
    Button, Command, Editor, Effect, Input, KeyPress, Modifiers, Outcome, Phase, Pointer, PointerKind,
};
use geometry::{Point, Screen, Size};

/// An editor with the journal that its effects write.
pub(crate) struct Hand {
    pub(crate) editor: Editor,
    pub(crate) start: Board,
    pub(crate) journal: Vec<Entry>,
    pub(crate) effects: Vec<Effect>,
    pub(crate) now_ms: u64,
}

pub(crate) const SHIFT: Modifiers = Modifiers {
    shift: true,
    ctrl: false,
    alt: false,
    meta: false,
};

impl Hand {
    pub(crate) fn on(board: Board) -> Self {
        let mut hand = Self {
            editor: Editor::new(board.clone()),
            start: board,
            journal: Vec::new(),
            effects: Vec::new(),
            now_ms: 0,
        };
        hand.send(Input::Resize(Size::new(1280.0, 800.0)));
        hand
    }

    pub(crate) fn empty() -> Self {
        Self::on(Board::default())
    }

    pub(crate) fn send(&mut self, input: Input) -> Outcome {
        self.now_ms += 20;
        let outcome = self.editor.handle(input);
        for effect in &outcome.effects {
            match effect {
                Effect::Commit(entry) => self.journal.push(entry.clone()),
                Effect::Amend(entry) => {
                    assert!(
                        self.journal.pop().is_some(),
                        "amends an entry that was never committed"
                    );
                    self.journal.push(entry.clone());
                }
                _ => {}
            }
        }
        self.effects.extend(outcome.effects.iter().cloned());
        outcome
    }

    pub(crate) fn command(&mut self, command: Command) -> Outcome {
        let now = self.now_ms;
        self.send(Input::Command(command, now))
    }

    /// Presses a key written as in the table: `Ctrl+Shift+Z`.
    pub(crate) fn key(&mut self, keys: &str) -> Outcome {
        let (held, key) = match keys.rsplit_once('+') {
            Some((held, key)) if !key.is_empty() => (held, key),
            _ => ("", keys),
        };
        let letter = key.chars().count() == 1 && !held.contains("Shift");
        let press = KeyPress {
            key: if letter {
                key.to_ascii_lowercase()
            } else {
                key.to_owned()
            },
            modifiers: Modifiers {
                shift: held.contains("Shift"),
                ctrl: held.contains("Ctrl"),
                alt: held.contains("Alt"),
                meta: false,
            },
            repeat: false,
            time_ms: self.now_ms,
        };
        self.send(Input::Key(press))
    }

    /// Types into the text being edited, one letter at a time.
    pub(crate) fn write(&mut self, words: &str) {
        let editing = self.editor.editing().cloned().expect("a text is being edited");
        for end in words.char_indices().map(|(start, c)| start + c.len_utf8()) {
            self.command(Command::SetText {
                on: editing.on.clone(),
                field: editing.field,
                text: words[..end].to_owned(),
            });
        }
    }

    pub(crate) fn pointer(&mut self, phase: Phase, x: f64, y: f64) -> Outcome {
        self.pointer_with(phase, x, y, Modifiers::default(), Button::Primary)
    }

    pub(crate) fn pointer_with(
        &mut self,
        phase: Phase,
        x: f64,
        y: f64,
        modifiers: Modifiers,
        button: Button,
    ) -> Outcome {
        self.send(Input::Pointer(Pointer {
            phase,
            at: Point::new(x, y),
            button,
            modifiers,
            kind: PointerKind::Mouse,
            pressure: 0.5,
            id: 1,
            time_ms: self.now_ms,
        }))
    }

    pub(crate) fn finger(&mut self, id: i32, phase: Phase, x: f64, y: f64) -> Outcome {
        self.send(Input::Pointer(Pointer {
            phase,
            at: Point::new(x, y),
            button: Button::Primary,
            modifiers: Modifiers::default(),
            kind: PointerKind::Touch,
            pressure: 1.0,
            id,
            time_ms: self.now_ms,
        }))
    }

    pub(crate) fn pen(&mut self, phase: Phase, x: f64, y: f64) -> Outcome {
        self.pressed_pen(phase, x, y, 0.5)
    }

    pub(crate) fn pressed_pen(&mut self, phase: Phase, x: f64, y: f64, pressure: f64) -> Outcome {
        self.send(Input::Pointer(Pointer {
            phase,
            at: Point::new(x, y),
            button: Button::Primary,
            modifiers: Modifiers::default(),
            kind: PointerKind::Pen,
            pressure,
            id: 99,
            time_ms: self.now_ms,
        }))
    }

    pub(crate) fn click(&mut self, at: Point<Screen>, modifiers: Modifiers) {
        self.pointer_with(Phase::Move, at.x, at.y, modifiers, Button::Primary);
        self.pointer_with(Phase::Down, at.x, at.y, modifiers, Button::Primary);
        self.pointer_with(Phase::Up, at.x, at.y, modifiers, Button::Primary);
    }

    /// Presses at `from` and moves to `to` in four steps, without letting go.
    pub(crate) fn drag_and_hold(&mut self, from: Point<Screen>, to: Point<Screen>) {
        self.pointer(Phase::Move, from.x, from.y);
        self.pointer(Phase::Down, from.x, from.y);
        for step in 1..=4 {
            let at = from.lerp(to, f64::from(step) / 4.0);
            self.pointer(Phase::Move, at.x, at.y);
        }
    }

    pub(crate) fn drag(&mut self, from: Point<Screen>, to: Point<Screen>) -> Outcome {
        self.drag_and_hold(from, to);
        self.pointer(Phase::Up, to.x, to.y)
    }

    /// The middle of a box, on the screen.
    pub(crate) fn middle(&self, id: &str) -> Point<Screen> {
        self.editor.camera().to_screen(self.get(id).rect().center())
    }

    /// A point just outside the right rim of a box, on the screen.
    pub(crate) fn right_rim(&self, id: &str) -> Point<Screen> {
        let rect = self.get(id).rect();
        let rim = self
            .editor
            .camera()
            .to_screen(Point::new(rect.right(), rect.center().y));
        Point::new(rim.x + 4.0, rim.y)
    }

    pub(crate) fn get(&self, id: &str) -> &BoxRecord {
        self.editor
            .board()
            .get_box(&box_id(id))
            .expect("the box is on the board")
    }

    pub(crate) fn labels(&self) -> Vec<&str> {
        let boxes = self.editor.board().boxes_in_order().into_iter();
        boxes.map(|(_, record)| record.label.as_str()).collect()
    }

    pub(crate) fn announced(&self) -> Option<&str> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Announce(words) => Some(words.as_str()),
            _ => None,
        })
    }

    /// The board that the journal alone leads to.
    pub(crate) fn replayed(&self) -> Board {
        let mut board = self.start.clone();
        for entry in &self.journal {
            board
                .apply(&entry.edit)
                .expect("every entry of the journal applies");
        }
        board
    }
}

pub(crate) fn box_id(id: &str) -> BoxId {
    BoxId::new(id).expect("a good id")
}

pub(crate) fn edge_id(id: &str) -> EdgeId {
    EdgeId::new(id).expect("a good id")
}

pub(crate) fn note_id(id: &str) -> NoteId {
    NoteId::new(id).expect("a good id")
}

pub(crate) fn frame_id(id: &str) -> FrameId {
    FrameId::new(id).expect("a good id")
}

pub(crate) fn stroke_id(id: &str) -> StrokeId {
    StrokeId::new(id).expect("a good id")
}

/// Boxes by id and place, and data edges by their ends.
pub(crate) fn board_of(boxes: &[(&str, f64, f64)], edges: &[(&str, &str)]) -> Board {
    let mut board = Board::default();
    let mut edit = Edit::new();
    for ((id, x, y), order) in boxes.iter().zip(0..) {
        let record = BoxRecord {
            label: (*id).to_owned(),
            order,
            ..BoxRecord::new(Role::Process, Point::new(*x, *y))
        };
        edit.put(&board, RecordId::Box(box_id(id)), record.into());
    }
    for ((from, to), order) in edges.iter().zip(0..) {
        let record = EdgeRecord {
            order,
            ..EdgeRecord::new(box_id(from), box_id(to), EdgeKind::Data)
        };
        edit.put(
            &board,
            RecordId::Edge(edge_id(&format!("{from}-{to}"))),
            record.into(),
        );
    }
    board.apply(&edit).expect("the edit applies");
    board
}

/// Two boxes side by side, joined.
pub(crate) fn pair() -> Hand {
    Hand::on(board_of(&[("a", 0.0, 0.0), ("b", 400.0, 0.0)], &[("a", "b")]))
}
