//! What every rule looks at: the board, its graph, what was read from its texts, and the sums.

use std::cell::OnceCell;

use analysis::availability::Availability;
use analysis::cost::Cost;
use analysis::freshness::Freshness;
use analysis::latency::Latency;
use analysis::rate::Rates;
use analysis::retention::Retention;
use analysis::storage::Storage;
use analysis::structure::Structure;
use analysis::{Readings, Stop};
use board::graph::{BoxNode, BoxSlot, EdgeLink, Graph};
use board::{Allow, Because, Board, EdgeKind, Edit, Question, Record, RecordId, Role, Track};
use catalog::{Component, Recognised};
use quantity::Reading;

use crate::allow::Use;
use crate::finding::Place;
use crate::layer::Layer;
use crate::memory::{Known, Memory};
use crate::mention::Sieve;
use crate::session::Session;
use crate::vacancy::Vacancy;

/// The board as rules see it. Everything is worked out once: before the first rule, or when the first rule asks.
pub(crate) struct Context<'b> {
    pub(crate) board: &'b Board,
    pub(crate) graph: &'b Graph<'b>,
    pub(crate) session: &'b Session,
    /// The track that it is judged on.
    pub(crate) track: Track,
    /// What became of each allow of the board; empty until all other rules have spoken.
    pub(crate) allows: Vec<Use>,
    pub(crate) readings: Readings,
    pub(crate) latency: Latency,
    pub(crate) rates: Rates,
    pub(crate) cost: Cost,
    pub(crate) retention: Retention,
    known: Vec<Known>,
    /// The questions that have an answer to build on.
    answered: Vec<Question>,
    /// Of the words of each box.
    box_sieves: Vec<Sieve>,
    /// Of the words of each edge.
    edge_sieves: Vec<Sieve>,
    is_whole: OnceCell<bool>,
    /// The layer that each box is called by; see [`Context::layer`].
    pub(crate) layers: OnceCell<Vec<Option<Layer>>>,
    vacancy: OnceCell<Vacancy>,
    availability: OnceCell<Availability>,
    structure: OnceCell<Structure>,
    freshness: OnceCell<Freshness>,
    storage: OnceCell<Storage>,
}

impl<'b> Context<'b> {
    pub(crate) fn new(memory: &mut Memory, graph: &'b Graph<'b>, session: &'b Session) -> Self {
        let readings = memory.readings(graph);
        let rates = Rates::of(graph, &readings);
        let answered = graph.board().scope().filter(|(_, answer)| answer.is_answered());
        let of = |label: &String, constraints: &String, because: &Because| {
            Sieve::of(&[label, constraints, &because.text])
        };
        let of_box =
            |node: &BoxNode<'_>| of(&node.record.label, &node.record.constraints, &node.record.because);
        let of_edge =
            |link: &EdgeLink<'_>| of(&link.record.label, &link.record.constraints, &link.record.because);
        Self {
            board: graph.board(),
            graph,
            session,
            track: graph.board().brief().track,
            allows: Vec::new(),
            latency: Latency::of(graph, &readings),
            cost: Cost::of(graph, &readings, &rates.demand),
            retention: Retention::of(graph, &readings),
            rates,
            known: memory.known(graph),
            answered: answered.map(|(question, _)| question).collect(),
            box_sieves: graph.boxes().map(of_box).collect(),
            edge_sieves: graph.edges().map(of_edge).collect(),
            readings,
            is_whole: OnceCell::new(),
            layers: OnceCell::new(),
            vacancy: OnceCell::new(),
            availability: OnceCell::new(),
            structure: OnceCell::new(),
            freshness: OnceCell::new(),
            storage: OnceCell::new(),
        }
    }

    /// What was read from the constraints of a box.
    pub(crate) fn reading(&self, slot: BoxSlot) -> &Reading {
        self.readings.of_box(slot)
    }

    /// Which words the label, the constraints and the reason of a box or an edge may hold.
    pub(crate) fn sieve(&self, stop: Stop) -> Sieve {
        let sieve = match stop {
            Stop::Box(slot) => self.box_sieves.get(slot.index()),
            Stop::Edge(slot) => self.edge_sieves.get(slot.index()),
        };
        sieve.copied().unwrap_or_default()
    }

    /// What the catalogue knows the box as.
    pub(crate) fn component(&self, slot: BoxSlot) -> Option<&'static Component> {
        self.known.get(slot.index())?.component
    }

    /// The component that the label of the box names, and by which of its words.
    pub(crate) fn named(&self, slot: BoxSlot) -> Option<&Recognised> {
        self.known.get(slot.index())?.named.as_ref()
    }

    /// How often whoever waits can be served; worked out when first asked for.
    pub(crate) fn availability(&self) -> &Availability {
        let availability = || Availability::of(self.graph, &self.readings);
        self.availability.get_or_init(availability)
    }

    /// What is lost with each box; worked out when first asked for.
    pub(crate) fn structure(&self) -> &Structure {
        self.structure.get_or_init(|| Structure::of(self.graph))
    }

    /// How old the data is that is read; worked out when first asked for.
    pub(crate) fn freshness(&self) -> &Freshness {
        self.freshness
            .get_or_init(|| Freshness::of(self.graph, &self.readings))
    }

    /// How full each store becomes; worked out when first asked for.
    pub(crate) fn storage(&self) -> &Storage {
        self.storage
            .get_or_init(|| Storage::of(self.graph, &self.readings))
    }

    /// Something is drawn: there is a design to judge.
    pub(crate) fn is_drawn(&self) -> bool {
        self.graph.box_count() > 0
    }

    /// Data flows from an ingest box to a serve box or a consumer: the design can be judged as a whole.
    pub(crate) fn is_whole(&self) -> bool {
        *self.is_whole.get_or_init(|| {
            let begins = |node: &BoxNode<'_>| node.record.role == Role::Ingest;
            let reached = crate::rules::reached(self.graph, EdgeKind::Data, begins);
            let mut ends = self.graph.boxes().zip(reached);
            ends.any(|(node, is_reached)| {
                is_reached && matches!(node.record.role, Role::Serve | Role::Consumer)
            })
        })
    }

    /// The boxes that data flows through: ingest, process, store and serve.
    pub(crate) fn stages(&self) -> impl Iterator<Item = &BoxNode<'b>> {
        self.graph.boxes().filter(|node| node.record.role.is_stage())
    }

    /// The question has an answer to build on.
    pub(crate) fn is_answered(&self, question: Question) -> bool {
        self.answered.contains(&question)
    }

    /// The box is touched by an edge of any kind.
    pub(crate) fn is_joined(&self, node: &BoxNode<'_>) -> bool {
        self.graph.touching(node.slot).next().is_some()
    }

    /// The box stands on the failure path alone, as a dead letter or a quarantine does: something fails into it, and
    /// no data edge touches it. It was asked for by what it protects.
    pub(crate) fn is_failure_side(&self, node: &BoxNode<'_>) -> bool {
        let mut fails_into = false;
        for link in self.graph.touching(node.slot) {
            match link.record.kind {
                EdgeKind::Data => return false,
                EdgeKind::Failure => fails_into |= link.to == node.slot,
                EdgeKind::Control => {}
            }
        }
        fails_into
    }

    /// Where there is room for what a fix adds.
    pub(crate) fn vacancy(&self) -> &Vacancy {
        self.vacancy.get_or_init(|| Vacancy::of(self.board))
    }

    /// The edit that takes the allow `number` out.
    pub(crate) fn without_allow(&self, number: usize) -> Edit {
        let mut allows = self.board.allows().to_vec();
        if number < allows.len() {
            allows.remove(number);
        }
        self.put(RecordId::Allows, allows)
    }

    /// The edit that changes the allow `number`.
    pub(crate) fn with_allow(&self, number: usize, change: impl FnOnce(&mut Allow)) -> Edit {
        let mut allows = self.board.allows().to_vec();
        if let Some(allow) = allows.get_mut(number) {
            change(allow);
        }
        self.put(RecordId::Allows, allows)
    }

    /// The edit that puts one record on the board.
    pub(crate) fn put(&self, id: RecordId, record: impl Into<Record>) -> Edit {
        let mut edit = Edit::new();
        edit.put(self.board, id, record.into());
        edit
    }

    /// The place of a box or an edge on a path.
    pub(crate) fn at(&self, stop: Stop) -> Place {
        match stop {
            Stop::Box(slot) => at_box(self.graph.get_box(slot)),
            Stop::Edge(slot) => at_edge(self.graph.edge(slot)),
        }
    }

    /// The places of boxes.
    pub(crate) fn at_boxes(&self, slots: &[BoxSlot]) -> Vec<Place> {
        slots
            .iter()
            .map(|slot| at_box(self.graph.get_box(*slot)))
            .collect()
    }
}

/// The place of a box.
pub(crate) fn at_box(node: &BoxNode<'_>) -> Place {
    Place::Box(node.id.clone())
}

/// The place of an edge.
pub(crate) fn at_edge(link: &EdgeLink<'_>) -> Place {
    Place::Edge(link.id.clone())
}
