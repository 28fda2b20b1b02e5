//! Pointers: which one holds the gesture, when two fingers pinch, and what the other buttons do.

use board::Role;
use geometry::{Point, Screen};

use crate::commands::perform;
use crate::hit_test;
use crate::holding::grouped;
use crate::tool::{Tool, hover};
use crate::tools::panning::Panning;
use crate::tools::pinching::Pinching;
use crate::{Button, Command, Editor, Field, Item, Outcome, Phase, Pointer, PointerKind, Selection};

impl Editor {
    /// A pointer did something: only the one that holds the gesture moves it on.
    pub(crate) fn pointer(&mut self, pointer: &Pointer, outcome: &mut Outcome) {
        outcome.handled = true;
        let now_ms = pointer.time_ms;
        if pointer.kind == PointerKind::Pen {
            self.session.pen_at_ms = Some(now_ms);
        }
        let takes_over =
            pointer.kind == PointerKind::Pen && pointer.phase == Phase::Down && !self.touches.is_empty();
        if takes_over {
            self.touches.clear();
            self.cancel(outcome, now_ms);
        }
        // The hand that holds the pen rests on the screen while the pen draws.
        let is_palm = pointer.kind == PointerKind::Touch
            && self.held.is_some_and(|held| !self.touches.contains_key(&held))
            && self.session.writes_with_pen(now_ms);
        if is_palm {
            self.touches.remove(&pointer.id);
            return;
        }
        if pointer.kind != PointerKind::Touch {
            self.session.pointer = Some(pointer.at);
        } else if self.touch(pointer, outcome) {
            return;
        }
        match (pointer.phase, self.held) {
            (Phase::Down, Some(_)) => {}
            (Phase::Down, None) => self.press(pointer, outcome),
            (Phase::Move, None) if self.tool.presents() => {}
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
        if self.tool.presents() && pointer.button != Button::Primary {
            return;
        }
        let waits = self.tool.is_armed() || matches!(self.tool, Tool::Tidying(_) | Tool::Presenting(_));
        if !(waits && pointer.button == Button::Primary) {
            self.cancel(outcome, pointer.time_ms);
        }
        let looks = pointer.kind == PointerKind::Touch && self.session.writes_with_pen(pointer.time_ms);
        let pans = pointer.button == Button::Middle || self.session.space_held || looks;
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
        let hit = hit_test::hit(context.document, context.session, pointer.at, pointer.kind);
        match hit.item {
            Some(item) if context.selection().contains(&item) => {}
            Some(item) => {
                let all = grouped(context.board(), &item);
                context.select(Selection::of(all));
            }
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
            // One finger points, and the view is the slide's.
            (Phase::Down, false) if self.touches.len() > 1 && self.tool.presents() => true,
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

    /// No pointer is over the canvas.
    pub(crate) fn pointer_left(&mut self, outcome: &mut Outcome) {
        self.session.pointer = None;
        self.session.over_rim = false;
        outcome.view |= self.session.hovered.take().is_some();
    }

    /// Keys and fingers are let go of without being seen.
    pub(crate) fn blur(&mut self, outcome: &mut Outcome) {
        self.session.space_held = false;
        self.touches.clear();
        // Who presents may well look at another window in between.
        if !self.tool.presents() {
            self.cancel(outcome, 0);
        }
    }

    /// Edits what is there, or asks for a box.
    pub(crate) fn double_click(&mut self, at: Point<Screen>, time_ms: u64, outcome: &mut Outcome) {
        outcome.handled = true;
        // Two quick strokes are no double click.
        if self.tool.is_armed() || self.tool.presents() {
            return;
        }
        self.cancel(outcome, time_ms);
        let context = &mut self.context(outcome, time_ms);
        let hit = hit_test::hit(context.document, context.session, at, PointerKind::Mouse);
        let item = hit.item.or(hit.rim.map(Item::Box));
        let command = match item {
            _ if hit.grip.is_some() => Command::FitToText,
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
}
