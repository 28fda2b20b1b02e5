//! How edges run: curved, or square.

use board::{Board, EdgeId, EdgeRecord, EdgeWay, Edit};

use crate::commands::structure::{change_edge, keep};
use crate::context::Context;

/// Makes the edges that are meant square, or curved where all of them are square.
pub(crate) fn turn(context: &mut Context<'_>) {
    let board = context.board();
    let edges = meant(context);
    let is_square = |id: &EdgeId| board.get_edge(id).is_some_and(|edge| edge.way == EdgeWay::Square);
    let way = match edges.iter().all(is_square) {
        true => EdgeWay::Curved,
        false => EdgeWay::Square,
    };
    let mut edit = Edit::new();
    for id in &edges {
        change_edge(&mut edit, board, id, |edge| edge.way = way);
    }
    match edges.len() {
        0 => context.announce("There is no edge to make square."),
        1 => keep(context, &format!("Make the edge {way}"), edit, None),
        count => keep(context, &format!("Make {count} edges {way}"), edit, None),
    }
}

/// The selected edges; without any, those that touch what is selected; where nothing is, all.
fn meant(context: &Context<'_>) -> Vec<EdgeId> {
    let (board, selection) = (context.board(), context.selection());
    if !selection.edges.is_empty() {
        return selection.edges.iter().cloned().collect();
    }
    let touches = |edge: &EdgeRecord| {
        [&edge.from, &edge.to]
            .iter()
            .any(|end| selection.boxes.contains(end))
    };
    let edges = board
        .edges()
        .filter(|(_, edge)| selection.is_empty() || touches(edge));
    edges.map(|(id, _)| id.clone()).collect()
}

/// How a new edge runs: square where all others do.
pub(crate) fn usual_way(board: &Board) -> EdgeWay {
    let mut edges = board.edges().peekable();
    let all = edges.peek().is_some() && edges.all(|(_, edge)| edge.way == EdgeWay::Square);
    match all {
        true => EdgeWay::Square,
        false => EdgeWay::Curved,
    }
}
