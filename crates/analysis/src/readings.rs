//! What was read from the texts of one board, each text once.

use std::sync::Arc;

use board::Question;
use board::graph::{BoxSlot, EdgeSlot, Graph};
use quantity::Reading;

use crate::Memory;

/// The readings of all constraints and answers of one board. Equal texts share one reading.
#[derive(Clone, Debug)]
pub struct Readings {
    boxes: Vec<Arc<Reading>>,
    edges: Vec<Arc<Reading>>,
    answers: Vec<(Question, Arc<Reading>)>,
    nothing: Reading,
    of_a_read: bool,
}

/// What a latency answer says when it is about one request for what is there already.
const READS: &[&str] = &[
    "for a search",
    "for a query",
    "for a lookup",
    "for a read",
    "for a dashboard",
    "a request",
    "to open",
];

impl Readings {
    /// Reads every text of the board behind `graph`; time is linear in the texts. Open questions have no reading.
    pub fn of(graph: &Graph<'_>) -> Self {
        Self::recalled(graph, &mut Memory::default())
    }

    /// Reads every text that `memory` does not know.
    pub fn recalled(graph: &Graph<'_>, memory: &mut Memory<Arc<Reading>>) -> Self {
        memory.begin();
        let mut read = |text: &str| memory.of(text, |text| Arc::new(quantity::read(text)));
        let boxes = graph.boxes().map(|node| read(&node.record.constraints)).collect();
        let edges = graph.edges().map(|link| read(&link.record.constraints)).collect();
        let answers = graph
            .board()
            .scope()
            .filter(|(_, answer)| answer.is_answered())
            .map(|(question, answer)| (question, read(&answer.text)))
            .collect();
        Self {
            boxes,
            edges,
            answers,
            nothing: Reading::default(),
            of_a_read: graph
                .board()
                .answered(Question::Latency)
                .is_some_and(|answer| is_of_a_read(&answer.text)),
        }
    }

    /// What was read from the constraints of the box at `slot`.
    pub fn of_box(&self, slot: BoxSlot) -> &Reading {
        self.boxes.get(slot.index()).map_or(&self.nothing, Arc::as_ref)
    }

    /// What was read from the constraints of the edge at `slot`.
    pub fn of_edge(&self, slot: EdgeSlot) -> &Reading {
        self.edges.get(slot.index()).map_or(&self.nothing, Arc::as_ref)
    }

    /// What was read from the answer to `question`; nothing where there is no answer to build on.
    pub fn answer(&self, question: Question) -> Option<&Reading> {
        let mut answers = self.answers.iter();
        answers
            .find(|(answered, _)| *answered == question)
            .map(|(_, reading)| reading.as_ref())
    }

    /// The latency is that of one request (`p95 ≤ 1 s for a search`), and not of data on its way.
    pub fn latency_is_of_a_read(&self) -> bool {
        self.of_a_read
    }
}

fn is_of_a_read(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    READS.iter().any(|words| text.contains(words))
}
