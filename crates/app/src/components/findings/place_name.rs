//! What a place is called in the list of findings.

use board::{Board, BoxId};
use lint::Place;

/// The name of `place` on `board`: a label, `Kafka → Scoring`, the title of a question.
pub(crate) fn place_name(board: &Board, place: &Place) -> String {
    match place {
        Place::Box(id) => box_name(board, id),
        Place::Edge(id) => match board.get_edge(id) {
            Some(edge) => format!("{} → {}", box_name(board, &edge.from), box_name(board, &edge.to)),
            None => "An edge that is gone".to_owned(),
        },
        Place::Answer(question) => match catalog::question(*question) {
            Some(card) => format!("Question: {}", card.title),
            None => format!("Question: {question}"),
        },
        Place::Wrap => "Wrap-up".to_owned(),
        Place::Session => "The session".to_owned(),
        Place::Board => "The whole board".to_owned(),
    }
}

/// The name of a box: its label, or what it is for where it has none.
pub(crate) fn box_name(board: &Board, id: &BoxId) -> String {
    let Some(record) = board.get_box(id) else {
        return "A box that is gone".to_owned();
    };
    match record.label.trim() {
        "" => format!("Unnamed {}", record.role),
        label => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_called_what_the_board_calls_them() {
        let sketch = "[ingest] Kafka\n[process] Scoring\nKafka -> Scoring";
        let board = board::sketch::read(sketch).expect("a sketch that reads");
        let (edge, _) = board.edges().next().expect("an edge");
        assert_eq!(place_name(&board, &Place::Edge(edge.clone())), "Kafka → Scoring");
        let (ingest, _) = board.boxes().next().expect("a box");
        assert_eq!(place_name(&board, &Place::Box(ingest.clone())), "Kafka");
        assert_eq!(
            place_name(&Board::default(), &Place::Box(ingest.clone())),
            "A box that is gone"
        );
        assert_eq!(
            place_name(&board, &Place::Answer(board::Question::Latency)),
            "Question: Latency"
        );
    }
}
