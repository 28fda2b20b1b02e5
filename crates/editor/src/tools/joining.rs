//! Drawing an edge, or moving an end of one: by a drag, or by choosing the other box with keys.

use board::{Board, BoxId, EdgeId};
use geometry::{Page, Point};

use crate::commands::naming::name_of;
use crate::commands::{join, place};
use crate::context::Context;
use crate::hit_test::box_at;
use crate::order::{reading_order, step, toward};
use crate::preview::JoiningLine;
use crate::tool::{Mark, Tool};
use crate::{Direction, EdgeEnd, KeyPress, Phase, Pointer};

/// The end of an edge that is being moved.
type Moved = Option<(EdgeId, EdgeEnd)>;

/// An edge is being drawn, or an end of one moved.
#[derive(Clone, PartialEq, Debug)]
pub enum Joining {
    /// By a drag.
    Drawing {
        /// What was there when it began.
        mark: Mark,
        /// The box that it is drawn from: the one at its other end.
        from: BoxId,
        /// The end that is moved; nothing for a new edge.
        moved: Moved,
        /// Where the pointer is.
        to: Point<Page>,
        /// The box under it.
        over: Option<BoxId>,
    },
    /// By keys.
    Choosing {
        /// The box at the other end.
        from: BoxId,
        /// The end that is moved; nothing for a new edge.
        moved: Moved,
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
            moved: None,
            to,
            over: None,
        }
    }

    /// Moving an end of the selected edge.
    pub(crate) fn from_end(mark: Mark, end: EdgeEnd, context: &Context<'_>) -> Option<Self> {
        let edge = context.selection().primary_edge()?.clone();
        let (from, _) = ends(context.board(), &edge, end)?;
        Some(Self::Drawing {
            to: context.session.camera.to_page(mark.at),
            mark,
            from,
            moved: Some((edge, end)),
            over: None,
        })
    }

    /// Moving an end of the selected edge by key; nothing where there is no edge, or no other box.
    pub(crate) fn end_by_key(end: EdgeEnd, context: &mut Context<'_>) -> Option<Self> {
        let edge = context.selection().primary_edge().cloned();
        let Some((edge, (from, now))) =
            edge.and_then(|edge| Some((edge.clone(), ends(context.board(), &edge, end)?)))
        else {
            context.announce("Select the edge whose end shall be moved.");
            return None;
        };
        if context.board().boxes().len() < 3 {
            context.announce("There is no other box to move it to.");
            return None;
        }
        context.end_text();
        context.announce(
            "Choose the other box with arrows, Tab or letters; Enter moves the end, Escape leaves it.",
        );
        Some(Self::Choosing {
            from,
            moved: Some((edge, end)),
            over: Some(now),
            typed: String::new(),
        })
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
            moved: None,
            over: None,
            typed: String::new(),
        })
    }

    pub(crate) fn line(&self, board: &Board) -> Option<JoiningLine> {
        let center = |id: &BoxId| board.get_box(id).map(|record| record.rect().center());
        let (from, to, over, typed) = match self {
            Self::Drawing { from, to, over, .. } => (from, *to, over, ""),
            Self::Choosing {
                from, over, typed, ..
            } => {
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
        let Self::Drawing {
            mark, from, moved, ..
        } = self
        else {
            return Tool::Joining(self);
        };
        let to = context.session.camera.to_page(pointer.at);
        let under = box_at(context.board(), context.index(), to);
        let over = under.clone().filter(|id| *id != from);
        match (pointer.phase, over, under) {
            // Drawing -> Idle
            (Phase::Up, Some(over), _) => {
                finish(context, &from, moved, &over);
                Tool::default()
            }
            // An end let go over nothing stays where it was, and over the box at the other end too.
            (Phase::Up, None, under) if moved.is_some() => {
                match under {
                    Some(_) => context.announce(join::TO_ITSELF),
                    None => announce_left(context, true),
                }
                Tool::default()
            }
            // Back on the box that it started from: nothing was meant.
            (Phase::Up, None, Some(_)) => Tool::default(),
            (Phase::Up, None, None) => {
                place::next_at(context, &from, to);
                Tool::default()
            }
            (_, over, _) => Tool::Joining(Self::Drawing {
                mark,
                from,
                moved,
                to,
                over,
            }),
        }
    }

    pub(crate) fn key(self, press: &KeyPress, context: &mut Context<'_>) -> Tool {
        let Self::Choosing {
            from,
            moved,
            over,
            typed,
        } = self
        else {
            return Tool::Joining(self);
        };
        match (press.key.as_str(), over) {
            // Choosing -> Idle
            ("Enter", Some(over)) => {
                finish(context, &from, moved, &over);
                Tool::default()
            }
            ("Escape", _) => {
                announce_left(context, moved.is_some());
                Tool::default()
            }
            (key, before) => {
                let back = press.modifiers.shift;
                let (over, typed) = choose(context.board(), &from, before.clone(), typed, key, back);
                if let Some(id) = over.as_ref().filter(|_| over != before) {
                    context.announce(name_of(context.board(), id));
                    context.reveal_box(id);
                }
                Tool::Joining(Self::Choosing {
                    from,
                    moved,
                    over,
                    typed,
                })
            }
        }
    }
}

fn finish(context: &mut Context<'_>, from: &BoxId, moved: Moved, over: &BoxId) {
    match moved {
        Some((edge, end)) => join::move_end(context, &edge, end, over),
        None => join::join(context, from, over, None),
    }
}

/// Says that nothing came of it.
pub(crate) fn announce_left(context: &mut Context<'_>, moved: bool) {
    context.announce(if moved {
        "The end stays where it was."
    } else {
        "Not joined."
    });
}

/// The box at the other end of an edge, and the one at `end`.
fn ends(board: &Board, edge: &EdgeId, end: EdgeEnd) -> Option<(BoxId, BoxId)> {
    let edge = board.get_edge(edge)?;
    let (from, to) = (edge.from.clone(), edge.to.clone());
    Some(match end {
        EdgeEnd::Start => (to, from),
        EdgeEnd::End => (from, to),
    })
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
