//! Copies of boxes, and boxes out of text.

use editor::{Button, Command, Effect, Input, Modifiers, Phase};
use geometry::{Point, Vector};

use crate::hand::{Hand, board_of, box_id, edge_id, pair};

fn copied(hand: &mut Hand, keys: &str) -> String {
    let effects = hand.key(keys).effects;
    let texts = effects.into_iter().filter_map(|effect| match effect {
        Effect::CopyText(text) => Some(text),
        _ => None,
    });
    texts.last().expect("a text is copied")
}

#[test]
fn what_is_copied_is_pasted_with_its_edges_under_new_ids() {
    let mut hand = pair();
    hand.key("Ctrl+A");
    let text = copied(&mut hand, "Ctrl+C");
    hand.send(Input::PointerLeft);
    for _ in 0..2 {
        hand.command(Command::Paste { text: text.clone() });
    }
    assert_eq!(
        (
            hand.editor.board().boxes().len(),
            hand.editor.board().edges().len()
        ),
        (6, 3)
    );
    assert_eq!(
        hand.get("a-2").at - hand.get("a").at,
        geometry::Vector::new(24.0, 24.0)
    );
    assert_eq!(
        hand.get("a-3").at - hand.get("a").at,
        geometry::Vector::new(48.0, 48.0)
    );
    assert_eq!(hand.editor.selection().boxes.len(), 2);
    assert_eq!(hand.replayed(), *hand.editor.board());
}

#[test]
fn cut_takes_away_and_another_board_can_have_it() {
    let mut hand = pair();
    hand.key("Ctrl+A");
    let text = copied(&mut hand, "Ctrl+X");
    assert_eq!(hand.editor.board().boxes().len(), 0);
    let mut other = Hand::empty();
    other.command(Command::Paste { text });
    assert_eq!(other.labels(), ["a", "b"]);
}

#[test]
fn duplicating_leaves_the_copy_selected() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("Ctrl+D");
    assert_eq!(hand.labels(), ["a", "b", "a"]);
    assert_eq!(
        hand.editor.selection().primary_box().map(|id| id.as_str()),
        Some("a-2")
    );
}

#[test]
fn lines_of_text_become_boxes_and_edges_in_one_step() {
    let mut hand = pair();
    hand.command(Command::Paste {
        text: "Kafka\n\nScoring\nKafka -> Scoring\na -failure-> Kafka\n".to_owned(),
    });
    assert_eq!(hand.labels(), ["a", "b", "Kafka", "Scoring"]);
    assert!(hand.editor.board().get_edge(&edge_id("kafka-scoring")).is_some());
    assert!(hand.editor.board().get_edge(&edge_id("a-kafka")).is_some());
    assert_eq!(hand.journal.len(), 1);
}

#[test]
fn what_is_no_board_is_refused() {
    let mut hand = pair();
    hand.command(Command::Paste {
        text: "{\"sketchlint\": 1, \"boxes\": 3}".to_owned(),
    });
    assert!(hand.journal.is_empty());
    assert!(hand.announced().is_some());
}

#[test]
fn a_pasted_sketch_says_all_of_a_box_and_of_an_edge() {
    let mut hand = Hand::empty();
    let text = "[ingest] Kafka: 500k ev/s @Payments\n[process] Scoring\nKafka -> Scoring: p99 5 ms @Payments -> Risk\n";
    hand.command(Command::Paste {
        text: text.to_owned(),
    });
    assert_eq!(hand.get("kafka").role, board::Role::Ingest);
    assert_eq!(hand.get("kafka").owner, "Payments");
    let edge = hand
        .editor
        .board()
        .get_edge(&edge_id("kafka-scoring"))
        .expect("the edge");
    assert_eq!(
        (edge.constraints.as_str(), edge.owner.as_str()),
        ("p99 5 ms", "Payments -> Risk")
    );
    assert_eq!(hand.editor.board().boxes().len(), 2);
}

#[test]
fn a_pasted_arrow_names_what_travels_between_boxes_that_are_there() {
    let mut hand = pair();
    hand.command(Command::Paste {
        text: "b -> a \"bad events\": retry 5x @Risk".to_owned(),
    });
    let edge = hand.editor.board().get_edge(&edge_id("b-a")).expect("the edge");
    let said = (
        edge.label.as_str(),
        edge.constraints.as_str(),
        edge.owner.as_str(),
    );
    assert_eq!(said, ("bad events", "retry 5x", "Risk"));
    assert_eq!(hand.editor.board().boxes().len(), 2);
}

#[test]
fn a_drag_with_alt_takes_a_copy_along_and_leaves_the_original() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Modifiers::default());
    let from = hand.middle("a");
    let alt = Modifiers {
        alt: true,
        ..Modifiers::default()
    };
    let zoom = hand.editor.camera().zoom;
    hand.drag_and_hold(from, from + Vector::new(0.0, 240.0 * zoom));
    let to = from + Vector::new(0.0, 240.0 * zoom);
    hand.pointer_with(Phase::Move, to.x, to.y, alt, Button::Primary);
    assert_eq!(
        hand.get("a").at,
        Point::new(0.0, 0.0),
        "the original lies where it was"
    );
    assert_eq!(hand.get("a-2").at, Point::new(0.0, 240.0));
    hand.pointer(Phase::Move, to.x, to.y);
    assert_eq!(
        hand.editor.board().boxes().len(),
        2,
        "without the key it is a move again"
    );
    hand.pointer_with(Phase::Up, to.x, to.y, alt, Button::Primary);
    assert_eq!((hand.get("a").at.y, hand.get("a-2").at.y), (0.0, 240.0));
    assert_eq!(hand.editor.selection().primary_box(), Some(&box_id("a-2")));
    assert_eq!(hand.journal.len(), 1);
    assert_eq!(hand.replayed(), *hand.editor.board());
    hand.key("Ctrl+D");
    assert_eq!(hand.get("a-2-2").at.y, 480.0, "the next lands as far again");
    hand.key("Ctrl+Z");
    hand.key("Ctrl+Z");
    assert_eq!(*hand.editor.board(), hand.start);
}

#[test]
fn duplicating_again_keeps_the_distance() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Modifiers::default());
    hand.key("Ctrl+D");
    hand.command(Command::Move {
        by: Vector::new(-24.0, 176.0),
    });
    hand.key("Ctrl+D");
    hand.key("Ctrl+D");
    let all = hand.editor.board().boxes_in_order();
    let places: Vec<_> = all.iter().map(|(_, record)| record.at.y).collect();
    assert_eq!(places, [0.0, 0.0, 200.0, 400.0, 600.0]);
}

#[test]
fn a_pasted_chain_joins_each_box_to_the_next() {
    let mut hand = Hand::on(board_of(&[], &[]));
    let text =
        "Kafka -> Flink \"card events\" -> Delta -failure-> Dead letter\nFlink -> Redis @Risk -> Serving"
            .to_owned();
    hand.command(Command::Paste { text });
    let board = hand.editor.board();
    let name = |id| {
        board
            .get_box(id)
            .map(|record| record.label.clone())
            .unwrap_or_default()
    };
    let edges = board.edges().map(|(_, edge)| {
        format!(
            "{} {} {} {}",
            name(&edge.from),
            edge.kind,
            name(&edge.to),
            edge.owner
        )
    });
    let mut edges: Vec<_> = edges.collect();
    edges.sort();
    assert_eq!(
        edges,
        [
            "Delta failure Dead letter ",
            "Flink data Delta ",
            "Flink data Redis Risk -> Serving",
            "Kafka data Flink ",
        ]
    );
    assert_eq!(board.boxes().len(), 5);
}
