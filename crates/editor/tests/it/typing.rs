//! Text edited in place, and the records that forms edit.

use board::{AnswerStatus, Question, RecordId, Rejected};
use editor::{Command, Effect, Field, Phase};

use crate::hand::{Hand, box_id, pair};

#[test]
fn typing_in_a_field_is_one_step_and_every_letter_is_kept() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("Enter");
    hand.write("Kafka");
    assert_eq!(
        hand.effects
            .iter()
            .filter(|effect| matches!(effect, Effect::Amend(_)))
            .count(),
        4
    );
    assert_eq!(hand.replayed(), *hand.editor.board());
    hand.key("Tab");
    hand.write("p99 5 ms");
    hand.key("Escape");
    assert_eq!(hand.journal.len(), 2);
    hand.key("Ctrl+Z");
    assert_eq!(
        (hand.get("a").label.as_str(), hand.get("a").constraints.as_str()),
        ("Kafka", "")
    );
    hand.key("Ctrl+Z");
    assert_eq!(*hand.editor.board(), hand.start);
}

#[test]
fn a_label_that_says_the_whole_line_becomes_its_texts() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("Enter");
    hand.write("Kafka: 500k ev/s @Payments because volume not Kinesis (lock-in)");
    hand.key("Enter");
    let spread = hand.get("a");
    assert_eq!(
        (spread.label.as_str(), spread.owner.as_str()),
        ("Kafka", "Payments")
    );
    assert_eq!(spread.constraints, "500k ev/s");
    assert_eq!(spread.because.answers, [Question::Volume]);
    assert_eq!(spread.rejected.len(), 1);
    assert_eq!(hand.replayed(), *hand.editor.board());
    // A step of its own: taking it back leaves the words as they were typed, and leaving them again changes nothing.
    hand.key("Ctrl+Z");
    assert!(hand.get("a").label.starts_with("Kafka: 500k"));
    hand.key("Enter");
    hand.key("Escape");
    assert!(hand.get("a").label.starts_with("Kafka: 500k"));
}

#[test]
fn a_label_with_a_colon_stays_a_label() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("Enter");
    hand.write("S3: raw events");
    hand.key("Tab");
    assert_eq!(
        (hand.get("a").label.as_str(), hand.get("a").constraints.as_str()),
        ("S3: raw events", "")
    );
    // What has its texts keeps them.
    hand.write("keep 7 days");
    hand.key("Shift+Tab");
    hand.write("S3: 5 TB @Lake");
    hand.key("Enter");
    assert_eq!(
        (hand.get("a").label.as_str(), hand.get("a").constraints.as_str()),
        ("S3: 5 TB @Lake", "keep 7 days")
    );
}

#[test]
fn typing_that_ends_where_it_began_leaves_nothing_to_undo() {
    let mut hand = pair();
    let on = RecordId::Box(box_id("a"));
    for text in ["ax", "a"] {
        let (on, text) = (on.clone(), text.to_owned());
        hand.command(Command::SetText {
            on,
            field: Field::Label,
            text,
        });
    }
    hand.click(hand.middle("b"), Default::default());
    assert!(!hand.editor.can_undo());
    assert_eq!(hand.replayed(), *hand.editor.board());
}

#[test]
fn a_press_elsewhere_ends_the_text_and_still_drags() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("Enter");
    hand.write("Kafka");
    let at = hand.middle("b");
    let outcome = hand.pointer(Phase::Down, at.x, at.y);
    assert!(outcome.effects.contains(&Effect::EndTextEdit));
    hand.command(Command::EndEditing);
    hand.pointer(Phase::Move, at.x, at.y + 80.0);
    hand.pointer(Phase::Up, at.x, at.y + 80.0);
    assert_eq!(
        (hand.get("a").label.as_str(), hand.get("b").at.y),
        ("Kafka", 80.0)
    );
}

#[test]
fn because_and_rejected_read_what_they_print() {
    let mut hand = pair();
    let on = RecordId::Box(box_id("a"));
    for (field, text) in [
        (Field::Because, "volume, failure - absorbs the spike"),
        (Field::Because, "we like it"),
        (
            Field::Rejected,
            "Auto Loader (minutes, not seconds), Kinesis (lock-in), files",
        ),
    ] {
        hand.command(Command::SetText {
            on: on.clone(),
            field,
            text: text.to_owned(),
        });
        assert_eq!(hand.editor.text(&on, field).as_deref(), Some(text));
    }
    assert_eq!(hand.get("a").rejected.len(), 3);
    let first = Rejected {
        option: "Auto Loader".to_owned(),
        why: "minutes, not seconds".to_owned(),
    };
    assert_eq!(hand.get("a").rejected[0], first);
}

#[test]
fn a_component_is_chosen_and_given_back_to_the_label_in_one_step_each() {
    let mut hand = pair();
    let on = RecordId::Box(box_id("a"));
    hand.click(hand.middle("a"), Default::default());
    for id in ["amazon-msk", board::NO_COMPONENT, ""] {
        hand.key("M");
        let editing = hand.editor.editing().map(|editing| editing.field);
        assert_eq!(editing, Some(Field::Component));
        let (on, text) = (on.clone(), id.to_owned());
        hand.command(Command::SetText {
            on,
            field: Field::Component,
            text,
        });
        hand.command(Command::EndEditing);
    }
    assert_eq!(hand.get("a").component, None);
    assert_eq!(hand.journal.len(), 3);
    assert_eq!(hand.replayed(), *hand.editor.board());
    hand.key("Ctrl+Z");
    assert_eq!(
        hand.editor.text(&on, Field::Component).as_deref(),
        Some(board::NO_COMPONENT)
    );
    hand.key("Ctrl+Z");
    assert_eq!(hand.get("a").component.as_deref(), Some("amazon-msk"));
    hand.key("Ctrl+Z");
    assert_eq!(*hand.editor.board(), hand.start);
}

#[test]
fn tab_leads_from_the_component_to_the_texts_beside_it() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    for (keys, field) in [
        ("Tab", Some(Field::Constraints)),
        ("Shift+Tab", Some(Field::Label)),
        ("Escape", None),
    ] {
        hand.key("M");
        hand.key(keys);
        let editing = hand.editor.editing().map(|editing| editing.field);
        assert_eq!(editing, field, "{keys}");
        hand.command(Command::EndEditing);
    }
}

#[test]
fn an_empty_stated_answer_is_none() {
    let mut hand = Hand::empty();
    let answer = |text: &str, status| Command::SetAnswer {
        question: Question::Volume,
        text: text.to_owned(),
        status,
    };
    hand.command(answer("50k ev/s", AnswerStatus::Stated));
    assert!(hand.editor.board().answered(Question::Volume).is_some());
    hand.command(answer("", AnswerStatus::Open));
    assert!(hand.editor.board().answer(Question::Volume).is_some());
    hand.command(answer("", AnswerStatus::Stated));
    assert_eq!(hand.editor.board().answer(Question::Volume), None);
    hand.command(Command::SetTitle("Fraud".to_owned()));
    hand.command(Command::SetTitle(String::new()));
    assert_eq!(*hand.editor.board(), hand.start);
    assert_eq!(hand.replayed(), hand.start);
}

#[test]
fn a_line_makes_a_box_beside_the_selected_one() {
    let mut hand = pair();
    hand.click(hand.middle("b"), Default::default());
    hand.command(Command::WriteLine {
        on: None,
        line: "Kafka".to_owned(),
    });
    assert_eq!(hand.get("kafka").label, "Kafka");
    assert!(hand.get("kafka").at.x > hand.get("b").rect().right());
}

#[test]
fn a_whole_box_is_edited_as_one_line() {
    let mut hand = pair();
    hand.click(hand.middle("a"), Default::default());
    hand.key("L");
    hand.write("[ingest] Kafka: 500k ev/s, 7-day replay @Payments because volume not Auto Loader (minutes)");
    let record = hand.get("a");
    assert_eq!(
        (record.role, record.label.as_str(), record.owner.as_str()),
        (board::Role::Ingest, "Kafka", "Payments")
    );
    assert_eq!(record.constraints, "500k ev/s, 7-day replay");
    assert_eq!(record.because.answers, [Question::Volume]);
    let auto_loader = Rejected {
        option: "Auto Loader".to_owned(),
        why: "minutes".to_owned(),
    };
    assert_eq!(record.rejected, [auto_loader]);
    assert_eq!(hand.journal.len(), 1);
}
