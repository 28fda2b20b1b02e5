//! A large board: a move does work for what moves, whatever else there is.

use std::time::Instant;

use editor::{Command, Effect, Phase};
use geometry::Vector;

use crate::hand::{Hand, board_of};

fn large(side: usize) -> Hand {
    let names: Vec<String> = (0..side * side).map(|nth| format!("n{nth}")).collect();
    let place = |nth: usize| ((nth % side) as f64 * 260.0, (nth / side) as f64 * 200.0);
    let boxes: Vec<_> = names
        .iter()
        .enumerate()
        .map(|(nth, name)| (name.as_str(), place(nth).0, place(nth).1))
        .collect();
    let edges: Vec<_> = names
        .windows(2)
        .map(|pair| (pair[0].as_str(), pair[1].as_str()))
        .collect();
    Hand::on(board_of(&boxes, &edges))
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "this test runs on a machine with a clock"
)]
fn dragging_one_box_of_five_thousand_is_quick() {
    let mut hand = large(71);
    hand.key("0");
    let seen = hand.editor.visible(hand.editor.view()).boxes;
    assert!(!hand.editor.crowded(hand.editor.view(), seen.len()));
    assert!(seen.is_empty() || hand.editor.crowded(hand.editor.view(), seen.len() - 1));
    let id = seen
        .get(seen.len() / 2)
        .expect("something is in view")
        .to_string();
    let at = hand.middle(&id);
    hand.drag_and_hold(at, at + Vector::new(40.0, 40.0));
    let start = Instant::now();
    for step in 0..200 {
        hand.pointer(Phase::Move, at.x + f64::from(step), at.y + 40.0);
    }
    let each = start.elapsed() / 200;
    assert!(each.as_millis() < 5, "a move took {each:?}");
    hand.pointer(Phase::Up, at.x + 200.0, at.y + 40.0);
    assert_eq!(hand.journal.len(), 1);
    assert_eq!(hand.journal[0].edit.changes().len(), 1);
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "this test runs on a machine with a clock"
)]
fn a_long_list_is_pasted_in_no_time_and_what_was_too_much_is_told() {
    let lines: Vec<String> = (0..250)
        .flat_map(|nth| {
            [
                format!("Job {nth}: p99 20 ms"),
                format!("Job {nth} -> Lake -> Serve {nth}"),
            ]
        })
        .chain((0..7).map(|nth| format!("Spare {nth}")))
        .collect();
    let mut hand = Hand::on(board_of(&[], &[]));
    let start = Instant::now();
    hand.command(Command::Paste {
        text: lines.join("\n"),
    });
    let took = start.elapsed();
    assert!(took.as_secs() < 9, "a place is looked for once: {took:?}");
    assert_eq!(
        (
            hand.editor.board().boxes().len(),
            hand.editor.board().edges().len()
        ),
        (501, 500)
    );
    let mut orders: Vec<_> = hand.editor.board().edges().map(|(_, edge)| edge.order).collect();
    orders.sort_unstable();
    orders.dedup();
    assert_eq!(orders.len(), 500, "edges come in the order of their lines");
    let told = hand.effects.iter().find_map(|effect| match effect {
        Effect::Warn(text) => Some(text.as_str()),
        _ => None,
    });
    assert!(told.is_some_and(|told| told.contains("7 more lines")), "{told:?}");
}
