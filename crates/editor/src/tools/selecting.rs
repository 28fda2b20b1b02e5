//! Pressing and clicking: what a press turns into once the pointer moves, and what a click selects.

use crate::context::Context;
use crate::hit_test::{Hit, hit};
use crate::holding::{grouped, is_locked};
use crate::tool::{Mark, Tool};
use crate::tools::joining::Joining;
use crate::tools::marquee::Marquee;
use crate::tools::panning::Panning;
use crate::tools::resizing::Resizing;
use crate::tools::translating::Translating;
use crate::{Item, Phase, Pointer, PointerKind, Selection};

/// How far a pressed pointer may stray and still click, in screen pixels.
const SLACK: f64 = 4.0;
/// The same for a finger.
const FINGER_SLACK: f64 = 10.0;

/// No gesture, or a press that is not one yet.
#[derive(Clone, PartialEq, Debug)]
pub enum Selecting {
    /// Nothing is pressed.
    Idle,
    /// Pressed, and not moved so far.
    Pressed(Press),
}

/// A press that may become a click or a drag.
#[derive(Clone, PartialEq, Debug)]
pub struct Press {
    pub(crate) mark: Mark,
    hit: Hit,
    additive: bool,
    kind: PointerKind,
}

impl Selecting {
    pub(crate) fn pointer(self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        match (self, pointer.phase) {
            // Idle -> Pressed
            (Self::Idle, Phase::Down) => Tool::Selecting(Self::Pressed(Press::new(pointer, context))),
            // Pressed -> Translating, Joining, Marquee, Panning
            (Self::Pressed(press), Phase::Move) => press.moved(pointer, context),
            // Pressed -> Idle
            (Self::Pressed(press), Phase::Up) => {
                press.clicked(context);
                Tool::default()
            }
            (state, _) => Tool::Selecting(state),
        }
    }
}

impl Press {
    fn new(pointer: &Pointer, context: &mut Context<'_>) -> Self {
        context.end_text();
        let press = Self {
            mark: Mark {
                at: pointer.at,
                selection: context.selection().clone(),
            },
            hit: hit(context.document, context.session, pointer.at, pointer.kind),
            additive: pointer.modifiers.shift,
            kind: pointer.kind,
        };
        if let (Some(item), None, None, None) =
            (&press.hit.item, &press.hit.rim, &press.hit.grip, &press.hit.end)
            && !context.selection().contains(item)
        {
            press.select(grouped(context.board(), item), context);
        }
        press
    }

    fn select(&self, items: Vec<Item>, context: &mut Context<'_>) {
        let mut selection = if self.additive {
            context.selection().clone()
        } else {
            Selection::default()
        };
        items.into_iter().for_each(|item| selection.insert(item));
        context.select(selection);
    }

    fn moved(self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        let slack = if self.kind == PointerKind::Touch {
            FINGER_SLACK
        } else {
            SLACK
        };
        if self.mark.at.distance(pointer.at) < slack {
            return Tool::Selecting(Selecting::Pressed(self));
        }
        let begun = self.begin(context);
        begun.pointer(pointer, context)
    }

    fn begin(self, context: &mut Context<'_>) -> Tool {
        let Hit { item, rim, grip, end } = self.hit;
        if let Some(end) = end {
            return Joining::from_end(self.mark, end, context).map_or_else(Tool::default, Tool::Joining);
        }
        if let Some(tool) = grip.and_then(|pull| Resizing::new(self.mark.clone(), pull, context)) {
            return Tool::Resizing(tool);
        }
        match (rim, item) {
            (Some(from), _) => Tool::Joining(Joining::from_rim(self.mark, from, context)),
            (None, Some(grabbed))
                if !matches!(grabbed, Item::Edge(_)) && !is_locked(context.board(), &grabbed) =>
            {
                translate(self.mark, &grabbed, context)
            }
            _ if self.kind == PointerKind::Touch => Tool::Panning(Panning::new(self.mark.at, context)),
            _ => Tool::Marquee(Marquee::new(self.mark, self.additive, context)),
        }
    }

    /// A click on something selected narrows the selection to its group, and then to itself; or takes it out where it
    /// adds.
    fn clicked(self, context: &mut Context<'_>) {
        if self.hit.grip.is_some() || self.hit.end.is_some() {
            return;
        }
        let item = self.hit.item.clone().or(self.hit.rim.clone().map(Item::Box));
        let Some(item) = item else {
            if !self.additive {
                context.select(Selection::default());
            }
            return;
        };
        let all = grouped(context.board(), &item);
        let before = &self.mark.selection;
        if self.additive && before.contains(&item) {
            let mut selection = context.selection().clone();
            let selected = all.into_iter().filter(|item| before.contains(item));
            selected.for_each(|item| selection.toggle(item));
            context.select(selection);
        } else if !self.additive && reaches_in(before, &all) {
            self.select(vec![item], context);
        } else {
            self.select(all, context);
        }
    }
}

/// What is selected is one group, or something alone in it: the next click is for what it hits.
fn reaches_in(selection: &Selection, group: &[Item]) -> bool {
    let inside = selection.items().all(|item| group.contains(&item));
    inside && !selection.is_empty() && (selection.len() == group.len() || selection.len() == 1)
}

fn translate(mark: Mark, grabbed: &Item, context: &mut Context<'_>) -> Tool {
    match Translating::new(mark, grabbed, context) {
        Some(tool) => Tool::Translating(tool),
        None => Tool::default(),
    }
}
