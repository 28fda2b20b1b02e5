//! `sketchlint export`: a part of a board in the form of another tool.

use board::file;
use board::{Board, EdgeId, EdgeKind, EdgeRecord};
use lint::Place;

use crate::arguments::{Export, ExportFormat};
use crate::input;
use crate::outcome::Outcome;
use crate::output::odcs::{self, HandOff, called};

pub(super) fn run(arguments: &Export) -> Outcome {
    let Some(input) = input::read(&arguments.board).into_iter().next() else {
        return Outcome::failure(format!("{}: nothing there", arguments.board.display()));
    };
    let opened = input
        .text
        .and_then(|text| file::read(&text).map_err(|error| error.to_string()));
    let written = opened.and_then(|opened| match arguments.format {
        ExportFormat::Odcs => contract(&opened.board, arguments.edge.as_deref()),
    });
    match written {
        Ok(contract) => Outcome::answer(contract),
        Err(why) => Outcome::failure(format!("{}: {why}", input.name)),
    }
}

/// The contract of the edge that was named, or of the only one that carries data.
fn contract(board: &Board, named: Option<&str>) -> Result<String, String> {
    let edges = board
        .edges_in_order()
        .into_iter()
        .filter(|(_, edge)| edge.kind == EdgeKind::Data);
    let edges: Vec<(&EdgeId, &EdgeRecord)> = edges.map(|(id, edge)| (id, &**edge)).collect();
    let (id, edge) = match (named, edges.as_slice()) {
        (None, [only]) => *only,
        (None, []) => return Err("no edge carries data, so there is nothing to agree on".to_owned()),
        (None, _) => return Err(format!("name one with --edge: {}", list(board, &edges))),
        (Some(named), _) => {
            let found = edges.iter().find(|(id, _)| id.as_str() == named);
            *found.ok_or_else(|| unknown(board, &edges, named))?
        }
    };
    let (Some(from), Some(to)) = (board.get_box(&edge.from), board.get_box(&edge.to)) else {
        return Err(format!("the edge {id} has a loose end"));
    };
    Ok(odcs::contract(&HandOff {
        title: &board.brief().title,
        place: Place::Edge(id.clone()),
        edge,
        from,
        to,
    }))
}

fn unknown(board: &Board, edges: &[(&EdgeId, &EdgeRecord)], named: &str) -> String {
    let ids = edges.iter().map(|(id, _)| id.as_str());
    match board::nearest(named, ids) {
        Some(meant) => format!("no data edge is called `{named}`. Did you mean `{meant}`?"),
        None => format!(
            "no data edge is called `{named}`. There are {}",
            list(board, edges)
        ),
    }
}

/// `e1 (Kafka to Scoring), e2 (Scoring to Desk)`.
fn list(board: &Board, edges: &[(&EdgeId, &EdgeRecord)]) -> String {
    let end = |id| board.get_box(id).map_or("nothing", |record| called(record));
    let each = edges
        .iter()
        .map(|(id, edge)| format!("{id} ({} to {})", end(&edge.from), end(&edge.to)));
    each.collect::<Vec<_>>().join(", ")
}
