//! Edges: the arrows of a board.

use crate::words::vocabulary;
use crate::{Because, BoxId, Extras};

vocabulary! {
    /// What travels along an edge.
    EdgeKind ("edge kind") {
        /// Data on its way to a consumer.
        Data = "data",
        /// Dead letter, quarantine, retry, replay.
        Failure = "failure",
        /// Orchestration, governance, metrics.
        Control = "control",
    }
}

vocabulary! {
    /// How an edge runs.
    EdgeWay ("way of an edge") {
        /// In one sweep, or smoothly around what is in between.
        Curved = "curved",
        /// Level and upright, with small corners.
        Square = "square",
    }
}

/// An arrow between two boxes.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeRecord {
    /// Where it starts.
    pub from: BoxId,
    /// Where it points.
    pub to: BoxId,
    /// Data, failure or control.
    pub kind: EdgeKind,
    /// How it runs.
    pub way: EdgeWay,
    /// What travels.
    pub label: String,
    /// The text beside the edge; quantities are read from it.
    pub constraints: String,
    /// The scoping answers that ask for it.
    pub because: Because,
    /// Who answers for it: a team, or a hand-off `Producer -> Consumer`; empty for nobody.
    pub owner: String,
    /// Place in the file.
    pub order: u32,
    /// Fields under `x-` keys.
    pub extras: Extras,
}

impl EdgeRecord {
    /// An empty edge of `kind`.
    pub fn new(from: BoxId, to: BoxId, kind: EdgeKind) -> Self {
        Self {
            from,
            to,
            kind,
            way: EdgeWay::Curved,
            label: String::new(),
            constraints: String::new(),
            because: Because::default(),
            owner: String::new(),
            order: 0,
            extras: Extras::new(),
        }
    }
}
