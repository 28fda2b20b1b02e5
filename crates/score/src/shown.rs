//! What is shown by a board: facts that a criterion is earned by.

use analysis::Readings;
use board::graph::{BoxNode, Graph};
use board::{Board, EdgeKind, Question, Role};
use quantity::{Dimension, Quantity, Reading};

pub(crate) mod business;
pub(crate) mod fluency;
pub(crate) mod scale;
pub(crate) mod structure;
pub(crate) mod tradeoffs;

/// The board, and what was read from it.
pub(crate) struct Facts<'b> {
    pub(crate) board: &'b Board,
    pub(crate) graph: &'b Graph<'b>,
    pub(crate) readings: &'b Readings,
}

impl<'b> Facts<'b> {
    /// The boxes that data flows through.
    fn stages(&self) -> impl Iterator<Item = &'b BoxNode<'b>> {
        self.graph.boxes().filter(|node| node.record.role.is_stage())
    }

    fn of_role(&self, role: Role) -> impl Iterator<Item = &'b BoxNode<'b>> {
        self.graph.boxes().filter(move |node| node.record.role == role)
    }

    fn reading(&self, node: &BoxNode<'_>) -> &'b Reading {
        self.readings.of_box(node.slot)
    }

    fn is_answered(&self, question: Question) -> bool {
        self.board.answered(question).is_some()
    }

    /// The answer holds a quantity.
    fn has_number(&self, question: Question) -> bool {
        self.readings
            .answer(question)
            .is_some_and(|reading| !reading.quantities.is_empty())
    }

    /// Something on boxes or edges states one of these.
    fn states(&self, is_stated: impl Fn(&Quantity) -> bool) -> bool {
        let boxes = self.graph.boxes().map(|node| self.reading(node));
        let edges = self.graph.edges().map(|link| self.readings.of_edge(link.slot));
        boxes
            .chain(edges)
            .any(|reading| reading.quantities.iter().any(&is_stated))
    }

    /// How many boxes of this role state one of these.
    fn stating(&self, role: Role, dimensions: &[Dimension]) -> usize {
        let states = |node: &&BoxNode<'_>| {
            let mut stated = self.reading(node).quantities.iter();
            stated.any(|quantity| dimensions.contains(&quantity.dimension))
        };
        self.of_role(role).filter(states).count()
    }

    /// How many data edges name an owner, and how many there are.
    fn owned_edges(&self) -> (usize, usize) {
        let data = || {
            self.graph
                .edges()
                .filter(|link| link.record.kind != EdgeKind::Control)
        };
        let owned = data().filter(|link| !link.record.owner.trim().is_empty());
        (owned.count(), data().count())
    }
}

/// More than half of them; of none, none.
fn most(part: usize, all: usize) -> bool {
    part * 2 > all
}

/// `1 box`, `3 boxes`.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Figures stand in the text.
fn has_digit(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit())
}

fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The first words of a text, for a line of evidence.
fn quoted(text: &str) -> String {
    const MOST: usize = 80;
    let text = text.trim();
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("“{}…”", text.get(..end).unwrap_or(text).trim_end()),
        None => format!("“{text}”"),
    }
}
