//! The board drawn without a pointer, and the table of keys.

use std::collections::BTreeMap;

use board::{EdgeKind, Role};
use editor::{COMMANDS, Command, Direction, Effect, Field, Item, Modifiers, lookup, rows};

use crate::hand::{Hand, board_of, box_id, edge_id, pair};

#[test]
fn a_flow_of_eight_boxes_is_drawn_by_keys_alone() {
    let mut hand = Hand::empty();
    hand.key("U");
    hand.write("Cards");
    for label in ["Kafka", "Scoring", "Features", "API", "Checkout"] {
        hand.key("Enter");
        hand.key("Tab");
        hand.write(label);
    }
    hand.key("Enter");
    hand.key("G");
    hand.write("Catalogue");
    hand.key("Enter");
    hand.key("O");
    hand.write("Grafana");
    hand.key("Enter");
    let labels = [
        "Cards",
        "Kafka",
        "Scoring",
        "Features",
        "API",
        "Checkout",
        "Catalogue",
        "Grafana",
    ];
    assert_eq!(hand.labels(), labels);
    let roles: Vec<_> = hand
        .editor
        .board()
        .boxes_in_order()
        .iter()
        .map(|(_, record)| record.role)
        .collect();
    use Role::{Consumer, Govern, Ingest, Observe, Process, Serve, Source, Store};
    assert_eq!(
        roles,
        [Source, Ingest, Process, Store, Serve, Consumer, Govern, Observe]
    );
    assert_eq!(hand.editor.board().edges().len(), 5);
    assert!(no_two_overlap(&hand));
}

fn no_two_overlap(hand: &Hand) -> bool {
    let boxes: Vec<_> = hand
        .editor
        .board()
        .boxes()
        .map(|(_, record)| record.rect())
        .collect();
    let pairs = boxes
        .iter()
        .enumerate()
        .flat_map(|(nth, one)| boxes[..nth].iter().map(move |other| (one, other)));
    pairs.into_iter().all(|(one, other)| !one.intersects(other))
}

#[test]
fn tab_walks_through_the_texts_of_a_box_and_shift_tab_back() {
    let mut hand = Hand::empty();
    hand.key("I");
    hand.write("Kafka");
    for (field, words) in [
        (Field::Constraints, "500k ev/s"),
        (Field::Owner, "Payments"),
        (Field::Because, "volume, failure - absorbs the spike"),
        (Field::Rejected, "Auto Loader (minutes)"),
    ] {
        hand.key("Tab");
        assert_eq!(hand.editor.editing().map(|editing| editing.field), Some(field));
        hand.write(words);
    }
    hand.key("Shift+Tab");
    assert_eq!(
        hand.editor.editing().map(|editing| editing.field),
        Some(Field::Because)
    );
    hand.key("Tab");
    hand.key("Tab");
    assert_eq!(hand.editor.editing(), None);
    let record = hand.get("ingest");
    assert_eq!(
        (record.constraints.as_str(), record.owner.as_str()),
        ("500k ev/s", "Payments")
    );
    assert_eq!(
        record.because.answers,
        [board::Question::Volume, board::Question::Failure]
    );
    assert_eq!(record.because.text, "absorbs the spike");
}

#[test]
fn letters_are_text_while_a_text_is_edited() {
    let mut hand = Hand::empty();
    hand.key("P");
    for key in ["I", "Delete", "Ctrl+Z", "ArrowLeft", " "] {
        assert!(!hand.key(key).handled, "{key} acted");
    }
    assert_eq!(hand.editor.board().boxes().len(), 1);
    assert!(hand.key("Ctrl+K").effects.contains(&Effect::ShowPalette));
}

#[test]
fn the_failure_path_is_one_step_and_the_flow_goes_on_from_the_box() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("F");
    let edge = hand
        .editor
        .board()
        .get_edge(&edge_id("a-quarantine"))
        .expect("the failure edge");
    assert_eq!((edge.kind, edge.owner.as_str()), (EdgeKind::Failure, ""));
    let (from, to) = (hand.get("a"), hand.get("quarantine"));
    assert_eq!(to.role, Role::Store);
    assert!(to.at.y > from.rect().bottom() + 80.0);
    assert_eq!(hand.editor.selection().primary, Some(Item::Box(box_id("a"))));
    hand.key("F");
    assert_eq!(hand.editor.board().boxes().len(), 3);
    assert_eq!(hand.announced(), Some("a already fails over to Quarantine."));
    hand.key("Ctrl+Z");
    assert_eq!(*hand.editor.board(), hand.start);
}

#[test]
fn joining_by_key_takes_arrows_tab_and_letters() {
    let boxes = [
        ("kafka", 0.0, 0.0),
        ("scoring", 400.0, 0.0),
        ("store", 0.0, 400.0),
    ];
    for keys in [&["ArrowDown"][..], &["Tab", "Tab"], &["s", "t"]] {
        let mut hand = Hand::on(board_of(&boxes, &[]));
        hand.click(hand.middle("kafka"), Default::default());
        hand.key("J");
        for key in keys {
            hand.key(key);
        }
        assert_eq!(
            hand.editor.preview().joining.and_then(|line| line.over),
            Some(box_id("store")),
            "{keys:?}"
        );
        hand.key("Enter");
        assert!(hand.editor.board().get_edge(&edge_id("kafka-store")).is_some());
        assert_eq!(
            hand.editor.editing().map(|editing| editing.field),
            Some(Field::Label)
        );
    }
}

#[test]
fn escape_leaves_the_gesture_then_the_text_then_the_selection() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("J");
    hand.key("Escape");
    assert!(hand.editor.tool().is_idle());
    hand.key("F2");
    hand.key("Escape");
    assert_eq!(hand.editor.editing(), None);
    assert!(!hand.editor.selection().is_empty());
    hand.key("Escape");
    assert!(hand.editor.selection().is_empty());
    assert!(hand.journal.is_empty());
}

#[test]
fn arrows_nudge_and_with_alt_select() {
    let mut hand = pair();
    hand.key("]");
    hand.key("ArrowRight");
    hand.key("Shift+ArrowDown");
    assert_eq!(hand.get("a").at, geometry::Point::new(8.0, 80.0));
    assert_eq!(hand.journal.len(), 1, "nudges in a row are one change");
    hand.key("Alt+ArrowRight");
    assert_eq!(hand.editor.selection().primary, Some(Item::Box(box_id("b"))));
    hand.key("E");
    assert_eq!(hand.editor.selection().primary, Some(Item::Edge(edge_id("a-b"))));
}

#[test]
fn every_key_belongs_to_one_command_which_it_finds() {
    let mut owners = BTreeMap::new();
    for row in rows() {
        for keys in row.keys {
            assert_eq!(owners.insert(*keys, row.name), None, "{keys} is given twice");
            let (held, key) = match keys.rsplit_once('+') {
                Some((held, key)) if !key.is_empty() => (held, key),
                _ => ("", *keys),
            };
            let press = editor::KeyPress {
                key: key.to_owned(),
                modifiers: editor::Modifiers {
                    shift: held.contains("Shift"),
                    meta: held.contains("Ctrl"),
                    alt: held.contains("Alt"),
                    ctrl: false,
                },
                repeat: false,
                time_ms: 0,
            };
            assert_eq!(lookup(&press).map(|found| found.name), Some(row.name), "{keys}");
        }
    }
}

#[test]
fn every_command_has_a_name_a_label_and_a_tip_of_its_own() {
    let names: std::collections::BTreeSet<_> = rows().map(|row| row.name).collect();
    assert_eq!(names.len(), COMMANDS.len());
    for row in rows() {
        assert!(
            !row.label.is_empty() && !row.tip.is_empty() && !row.tip.ends_with('.'),
            "{}",
            row.name
        );
        assert!(
            row.name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{}",
            row.name
        );
    }
}

#[test]
fn every_command_says_what_it_did_or_asks_for_what_will() {
    for row in rows() {
        let boxes = [("a", 0.0, 0.0), ("b", 400.0, 0.0), ("c", 900.0, 30.0)];
        let mut hand = Hand::on(board_of(&boxes, &[("a", "b")]));
        hand.key("]");
        hand.key("ArrowRight");
        if !(row.enabled)(&hand.editor) {
            hand.key("E");
        }
        if !(row.enabled)(&hand.editor) {
            hand.key("Ctrl+A");
        }
        if row.name == "ungroup" {
            hand.key("Ctrl+A");
            hand.key("Ctrl+G");
        }
        if row.name == "redo" {
            hand.key("Ctrl+Z");
        }
        assert!((row.enabled)(&hand.editor), "{}", row.name);
        hand.effects.clear();
        hand.command((row.perform)());
        let only_kept = |effect: &Effect| matches!(effect, Effect::Commit(_) | Effect::Amend(_));
        let is_silent = hand.effects.iter().all(only_kept);
        assert!(!is_silent, "{} says nothing", row.name);
    }
}

#[test]
fn typing_is_not_talked_over() {
    let mut hand = pair();
    hand.key("]");
    hand.key("Enter");
    hand.effects.clear();
    hand.write("Kafka");
    assert_eq!(hand.announced(), None);
}

#[test]
fn a_box_is_placed_beside_another_and_joined_by_command() {
    let mut hand = Hand::on(board_of(
        &[("a", 0.0, 0.0), ("b", 400.0, 0.0), ("c", 0.0, 600.0)],
        &[],
    ));
    hand.click(hand.middle("c"), Default::default());
    hand.command(Command::PlaceBeside {
        of: box_id("b"),
        side: Direction::Right,
    });
    assert_eq!(hand.get("c").at.y, 0.0);
    assert!(hand.get("c").at.x > hand.get("b").rect().right());
    assert_eq!(hand.announced(), Some("Move c."));
    hand.command(Command::JoinTo(box_id("a")));
    assert!(hand.editor.board().get_edge(&edge_id("c-a")).is_some());
    assert_eq!(
        hand.editor.editing().map(|editing| editing.field),
        Some(Field::Label)
    );
}

#[test]
fn the_next_box_is_added_in_all_four_directions() {
    for (key, x, y, is_fed) in [
        ("Ctrl+ArrowRight", 1.0, 0.0, true),
        ("Ctrl+ArrowLeft", -1.0, 0.0, false),
        ("Ctrl+ArrowDown", 0.0, 1.0, true),
        ("Ctrl+ArrowUp", 0.0, -1.0, true),
    ] {
        let mut hand = Hand::on(board_of(&[("a", 0.0, 0.0)], &[]));
        hand.click(hand.middle("a"), Modifiers::default());
        hand.key(key);
        let board = hand.editor.board();
        let (_, edge) = board.edges().next().expect("an edge");
        let added = hand
            .editor
            .selection()
            .primary_box()
            .expect("the new box")
            .clone();
        let at = board.get_box(&added).expect("the new box").at;
        assert_eq!((sign(at.x), sign(at.y)), (x, y), "{key}");
        assert_eq!(edge.to == added, is_fed, "{key}");
        assert_eq!(hand.journal.len(), 1);
    }
}

/// 0 for nearly nothing.
fn sign(value: f64) -> f64 {
    if value.abs() < 1.0 { 0.0 } else { value.signum() }
}
