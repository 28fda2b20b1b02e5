//! Drawing an edge: by dragging from the rim of a box, or by choosing the other box with keys.

use board::{Board, BoxId};
use geometry::{Page, Point};

use crate::commands::naming::name_of;
use crate::commands::{join, place};
use crate::context::Context;
use crate::hit_test::box_at;
use crate::order::{reading_order, step, toward};
use crate::preview::JoiningLine;
use crate::tool::{Mark, Tool};
use crate::{Direction, KeyPress, Phase, Pointer};

/// An edge is being drawn.
#[derive(Clone, PartialEq, Debug)]
pub enum Joining {
    /// By a drag.
    Drawing {
        /// What was there when it began.
        mark: Mark,
        /// Where the edge starts.
        from: BoxId,
        /// Where the pointer is.
        to: Point<Page>,
        /// The box under it.
        over: Option<BoxId>,
    },
    /// By keys.
    Choosing {
        /// Where the edge starts.
        from: BoxId,
        /// The box chosen so far.
        over: Option<BoxId>,
        /// The letters typed so far.
        typed: String,
    },
}

impl Joining {
    pub(crate) fn from_rim(mark: Mark, from: BoxId, context: &Context<'_>) -> Self {
        let to = context.session.camera.to_page(mark.at);
        Self::Drawing {
            mark,
            from,
            to,
            over: None,
        }
    }

    /// Joining by key from the selected box; nothing where there is none or no other.
    pub(crate) fn by_key(context: &mut Context<'_>) -> Option<Self> {
        let Some(from) = place::anchor(context.board(), context.selection()) else {
            context.announce("Select the box that the edge shall start at.");
            return None;
        };
        if context.board().boxes().len() < 2 {
            context.announce("There is no other box to join to.");
            return None;
        }
        context.end_text();
        context.announce("Choose the other box with arrows, Tab or letters; Enter joins, Escape leaves.");
        Some(Self::Choosing {
            from,
            over: None,
            typed: String::new(),
        })
    }

    pub(crate) fn line(&self, board: &Board) -> Option<JoiningLine> {
        let center = |id: &BoxId| board.get_box(id).map(|record| record.rect().center());
        let (from, to, over, typed) = match self {
            Self::Drawing { from, to, over, .. } => (from, *to, over, ""),
            Self::Choosing { from, over, typed } => {
                let to = center(over.as_ref().unwrap_or(from))?;
                (from, to, over, typed.as_str())
            }
        };
        Some(JoiningLine {
            from: from.clone(),
            to,
            over: over.clone(),
            typed: typed.to_owned(),
        })
    }

    pub(crate) fn pointer(self, pointer: &Pointer, context: &mut Context<'_>) -> Tool {
        let Self::Drawing { mark, from, .. } = self else {
            return Tool::Joining(self);
        };
        let to = context.session.camera.to_page(pointer.at);
        let under = box_at(context.board(), context.index(), to);
        let over = under.clone().filter(|id| *id != from);
        match (pointer.phase, over, under) {
            // Drawing -> Idle
            (Phase::Up, Some(over), _) => {
                join::join(context, &from, &over, None);
                Tool::default()
            }
            // Back on the box that it started from: nothing was meant.
            (Phase::Up, None, Some(_)) => Tool::default(),
            (Phase::Up, None, None) => {
                place::next_at(context, &from, to);
                Tool::default()
            }
            (_, over, _) => Tool::Joining(Self::Drawing { mark, from, to, over }),
        }
    }

    pub(crate) fn key(self, press: &KeyPress, context: &mut Context<'_>) -> Tool {
        let Self::Choosing { from, over, typed } = self else {
            return Tool::Joining(self);
        };
        match (press.key.as_str(), over) {
            // Choosing -> Idle
            ("Enter", Some(over)) => {
                join::join(context, &from, &over, None);
                Tool::default()
            }
            ("Escape", _) => {
                context.announce("Not joined.");
                Tool::default()
            }
            (key, before) => {
                let back = press.modifiers.shift;
                let (over, typed) = choose(context.board(), &from, before.clone(), typed, key, back);
                if let Some(id) = over.as_ref().filter(|_| over != before) {
                    context.announce(name_of(context.board(), id));
                    context.reveal_box(id);
                }
                Tool::Joining(Self::Choosing { from, over, typed })
            }
        }
    }
}

/// The box chosen once `key` went down, and the letters typed.
fn choose(
    board: &Board,
    from: &BoxId,
    over: Option<BoxId>,
    mut typed: String,
    key: &str,
    back: bool,
) -> (Option<BoxId>, String) {
    let others = || -> Vec<BoxId> { reading_order(board).into_iter().filter(|id| id != from).collect() };
    let here = over.clone().unwrap_or_else(|| from.clone());
    let direction = match key {
        "ArrowLeft" => Some(Direction::Left),
        "ArrowRight" => Some(Direction::Right),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    };
    let found = match key {
        "Tab" => step(&others(), over.as_ref(), back),
        "Backspace" => {
            typed.pop();
            labelled(board, &others(), &typed)
        }
        _ if direction.is_some() => direction.and_then(|direction| toward(board, &here, direction)),
        _ if key.chars().count() == 1 => {
            typed.extend(key.chars().map(|c| c.to_ascii_lowercase()));
            labelled(board, &others(), &typed)
        }
        _ => None,
    };
    if matches!(key, "Tab") || direction.is_some() {
        typed.clear();
    }
    (found.filter(|id| id != from).or(over), typed)
}

/// The first box whose label starts with what was typed, or else holds it.
fn labelled(board: &Board, boxes: &[BoxId], typed: &str) -> Option<BoxId> {
    let label = |id: &BoxId| {
        board
            .get_box(id)
            .map(|record| record.label.to_ascii_lowercase())
            .unwrap_or_default()
    };
    let starts = boxes.iter().find(|id| label(id).starts_with(typed));
    let holds = || boxes.iter().find(|id| label(id).contains(typed));
    starts.or_else(holds).filter(|_| !typed.is_empty()).cloned()
}
