//! The rows of the outline: boxes as the data flows, beneath an unfolded one its findings and its edges.

use board::{Board, BoxId, EdgeId, EdgeRecord};
use editor::{Item, data_order, standing};
use lint::{Finding, Place, Report};
use sorted::{Set, ranked};

/// A row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Twig {
    /// A box.
    Box(BoxId),
    /// A finding of the box or of what leaves it, by its index in the report.
    Finding(BoxId, usize),
    /// An edge that leaves or reaches the box.
    Edge(BoxId, EdgeId),
    /// What stands on the board beside the design, such as a note.
    Other(Item),
}

impl Twig {
    /// What is selected with it.
    pub(super) fn item(&self) -> Item {
        match self {
            Self::Box(id) | Self::Finding(id, _) => Item::Box(id.clone()),
            Self::Edge(_, id) => Item::Edge(id.clone()),
            Self::Other(item) => item.clone(),
        }
    }

    /// It stands on its own, and hangs on nothing.
    pub(super) fn is_root(&self) -> bool {
        matches!(self, Self::Box(_) | Self::Other(_))
    }
}

/// All rows of `board`.
pub(super) fn twigs(board: &Board, report: &Report, unfolded: &Set<BoxId>) -> Vec<Twig> {
    let mut rows = Vec::with_capacity(board.boxes().len());
    for id in data_order(board) {
        let is_open = unfolded.contains(&id);
        rows.push(Twig::Box(id.clone()));
        if is_open {
            let found = report.findings.iter().enumerate();
            let found = found.filter(|(_, finding)| speaks_of(finding, board, &id));
            rows.extend(found.map(|(at, _)| Twig::Finding(id.clone(), at)));
            rows.extend(edges(board, &id).map(|(edge, _)| Twig::Edge(id.clone(), edge.clone())));
        }
    }
    let others = standing(board).filter(|item| !matches!(item, Item::Box(_)));
    rows.extend(others.map(Twig::Other));
    rows
}

/// The edges of a box: those that leave it, then those that reach it.
fn edges<'b>(board: &'b Board, id: &BoxId) -> impl Iterator<Item = (&'b EdgeId, &'b EdgeRecord)> {
    let edges = ranked(board.edges_touching(id), |(_, edge)| {
        u64::from(edge.order) | (u64::from(edge.from != *id) << 32)
    });
    edges.into_iter().map(|(id, edge)| (id, &**edge))
}

fn speaks_of(finding: &Finding, board: &Board, id: &BoxId) -> bool {
    finding.places().any(|place| match place {
        Place::Box(other) => other == id,
        Place::Edge(edge) => board.get_edge(edge).is_some_and(|edge| edge.from == *id),
        Place::Answer(_) | Place::Wrap | Place::Session | Place::Board => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hangs_on_a_box_stands_beneath_it_once_unfolded() {
        let sketch = "[process] Job\n[ingest] Kafka\n[store] Lake\nKafka -> Job\nJob -> Lake";
        let board = board::sketch::read(sketch).expect("a sketch that reads");
        let report = Report::default();
        let folded = twigs(&board, &report, &Set::default());
        let id = |id| BoxId::new(id).expect("a good id");
        assert_eq!(
            folded,
            ["kafka", "job", "lake"].map(|box_id| Twig::Box(id(box_id)))
        );
        let job = id("job");
        let unfolded = twigs(&board, &report, &[job].into_iter().collect());
        let edges: Vec<_> = unfolded
            .iter()
            .filter(|twig| !twig.is_root())
            .map(Twig::item)
            .collect();
        let edge = |id| Item::Edge(EdgeId::new(id).expect("a good id"));
        assert_eq!(edges, [edge("e2"), edge("e1")], "what leaves it comes first");
    }
}
