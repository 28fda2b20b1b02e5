//! Whatever is done in whatever order, the invariants hold.

use board::{
    AnswerStatus, EdgeKind, Edit, FrameRecord, NoteLook, NoteRecord, Question, RecordId, Role, file,
};
use editor::{
    Button, COMMANDS, Command, Direction, Field, Input, Item, KeyPress, Modifiers, Phase, Pointer,
    PointerKind,
};
use geometry::{Point, Rect, Screen, Size, Vector};
use proptest::prelude::*;
use proptest::sample::select;

use crate::hand::{Hand, board_of};

const NAMES: [&str; 6] = ["a", "b", "process", "store", "a-2", "quarantine"];

/// The notes that there may be.
const NOTES: [&str; 3] = ["n", "sticky", "plain"];

/// The frames that there may be.
const FRAMES: [&str; 2] = ["f", "frame"];

fn place() -> impl Strategy<Value = Point<Screen>> {
    prop_oneof![
        (0..32, 0..20).prop_map(|(x, y)| Point::new(f64::from(x) * 40.0, f64::from(y) * 40.0)),
        (-50.0..1400.0, -50.0..900.0).prop_map(|(x, y)| Point::new(x, y)),
        Just(Point::new(f64::NAN, f64::INFINITY)),
    ]
}

fn modifiers() -> impl Strategy<Value = Modifiers> {
    (
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.1),
    )
        .prop_map(|(shift, ctrl, alt)| Modifiers {
            shift,
            ctrl,
            alt,
            meta: false,
        })
}

fn pointer() -> impl Strategy<Value = Input> {
    let phase = select(vec![
        Phase::Down,
        Phase::Move,
        Phase::Move,
        Phase::Move,
        Phase::Up,
        Phase::Up,
        Phase::Cancel,
    ]);
    let button = select(vec![
        Button::Primary,
        Button::Primary,
        Button::Primary,
        Button::Middle,
        Button::Secondary,
    ]);
    let kind = select(vec![
        PointerKind::Mouse,
        PointerKind::Mouse,
        PointerKind::Touch,
        PointerKind::Pen,
    ]);
    (phase, place(), button, modifiers(), kind, 1..4).prop_map(|(phase, at, button, modifiers, kind, id)| {
        Input::Pointer(Pointer {
            phase,
            at,
            button,
            modifiers,
            kind,
            pressure: f64::from(id) / 3.0,
            id,
            time_ms: 0,
        })
    })
}

fn key() -> impl Strategy<Value = Input> {
    let known: Vec<&'static str> = COMMANDS.iter().flat_map(|row| row.keys.iter().copied()).collect();
    (select(known), any::<bool>()).prop_map(|(keys, repeat)| {
        let (held, key) = match keys.rsplit_once('+') {
            Some((held, key)) if !key.is_empty() => (held, key),
            _ => ("", keys),
        };
        let modifiers = Modifiers {
            shift: held.contains("Shift"),
            ctrl: held.contains("Ctrl"),
            alt: held.contains("Alt"),
            meta: false,
        };
        Input::Key(KeyPress {
            key: key.to_owned(),
            modifiers,
            repeat,
            time_ms: 0,
        })
    })
}

fn record() -> impl Strategy<Value = RecordId> {
    prop_oneof![
        select(&NAMES[..]).prop_map(|id| RecordId::Box(crate::hand::box_id(id))),
        select(vec!["a-b", "b-store", "a-quarantine"])
            .prop_map(|id| RecordId::Edge(crate::hand::edge_id(id))),
        select(&NOTES[..]).prop_map(|id| RecordId::Note(crate::hand::note_id(id))),
        select(&FRAMES[..]).prop_map(|id| RecordId::Frame(crate::hand::frame_id(id))),
        select(vec!["stroke", "stroke-2"]).prop_map(|id| RecordId::Stroke(crate::hand::stroke_id(id))),
        Just(RecordId::Brief),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    let box_id = || select(&NAMES[..]).prop_map(crate::hand::box_id);
    let field = || {
        select(vec![
            Field::Label,
            Field::Constraints,
            Field::Owner,
            Field::Because,
            Field::Rejected,
            Field::Line,
            Field::Component,
        ])
    };
    let text = || {
        select(vec![
            "",
            "Kafka",
            "volume - words",
            "x (y), z",
            "[ingest] Kafka: 5 ev/s @Risk",
            "Ж → 𝒳\n",
        ])
    };
    prop_oneof![
        4 => (record(), field(), text()).prop_map(|(on, field, text)| Command::SetText { on, field, text: text.to_owned() }),
        2 => (select(Role::ALL), place()).prop_map(|(role, at)| Command::PlaceBox { role, at: Some(Point::new(at.x, at.y)) }),
        2 => select(vec![Command::Draw, Command::Point, Command::Frame, Command::Present]),
        1 => select(NoteLook::ALL).prop_map(|look| Command::PlaceNote { look }),
        2 => (box_id(), box_id(), select(EdgeKind::ALL)).prop_map(|(from, to, kind)| Command::Join { from, to, kind }),
        1 => (-500.0..500.0, -500.0..500.0).prop_map(|(x, y)| Command::Move { by: Vector::new(x, y) }),
        1 => (record(), field()).prop_map(|(on, field)| Command::EditText { on, field }),
        1 => (select(Question::ALL), text(), select(AnswerStatus::ALL)).prop_map(|(question, text, status)| {
            Command::SetAnswer { question, text: text.to_owned(), status }
        }),
        1 => text().prop_map(|text| Command::SetTitle(text.to_owned())),
        1 => text().prop_map(|line| Command::WriteLine { on: None, line: line.to_owned() }),
        1 => select(vec!["Kafka\nKafka -> a\nB: 3 @Me", "{", "a -> b"]).prop_map(|text| Command::Paste { text: text.to_owned() }),
        1 => prop::collection::vec(record().prop_filter_map("an item", |id| Item::of(&id)), 0..4)
            .prop_map(|items| Command::Select { items, additive: true }),
        1 => select(COMMANDS.iter().map(|row| row.perform).collect::<Vec<_>>()).prop_map(|perform| perform()),
        1 => select(vec![Direction::Left, Direction::Down]).prop_map(Command::SelectToward),
        1 => Just(Command::EndEditing),
        1 => select(vec!["a", "b"]).prop_map(|id| Command::ApplyEdit { label: "Fix".to_owned(), edit: without(id) }),
    ]
}

/// An edit made for the board as it was at the start, stale or not by the time that it comes.
fn without(id: &str) -> Edit {
    let mut edit = Edit::new();
    edit.remove_box(&hand().start, &crate::hand::box_id(id));
    edit
}

fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        10 => pointer(),
        6 => key(),
        6 => command().prop_map(|command| Input::Command(command, 0)),
        1 => place().prop_map(|at| Input::DoubleClick { at, time_ms: 0 }),
        1 => (place(), -300.0..300.0, modifiers()).prop_map(|(at, y, modifiers)| Input::Wheel {
            at,
            delta: Vector::new(0.0, y),
            modifiers,
            time_ms: 0
        }),
        1 => Just(Input::Blur),
        1 => Just(Input::PointerLeft),
        1 => Just(Input::KeyUp { key: " ".to_owned() }),
        1 => (0.0..2000.0, 0.0..2000.0).prop_map(|(width, height)| Input::Resize(Size::new(width, height))),
    ]
}

fn hand() -> Hand {
    let mut board = board_of(&[("a", 0.0, 0.0), ("b", 400.0, 0.0)], &[("a", "b")]);
    let mut edit = Edit::new();
    let note = NoteRecord::new(NoteLook::Sticky, Point::new(150.0, 120.0));
    edit.put(&board, RecordId::Note(crate::hand::note_id("n")), note.into());
    let frame = FrameRecord::new(Rect::new(Point::new(-40.0, -40.0), Size::new(400.0, 300.0)));
    edit.put(&board, RecordId::Frame(crate::hand::frame_id("f")), frame.into());
    assert_eq!(board.apply(&edit), Ok(()));
    Hand::on(board)
}

fn check_selection(hand: &Hand) {
    let (board, selection) = (hand.editor.board(), hand.editor.selection());
    assert!(selection.boxes.iter().all(|id| board.get_box(id).is_some()));
    assert!(selection.edges.iter().all(|id| board.get_edge(id).is_some()));
    let is_there = |item: &Item| board.record(&item.record_id()).is_some();
    assert!(selection.others.iter().all(is_there));
    assert_eq!(selection.primary.is_some(), !selection.is_empty());
    assert!(
        selection
            .primary
            .iter()
            .all(|primary| selection.contains(primary))
    );
    assert!(
        hand.editor
            .editing()
            .is_none_or(|editing| board.record(&editing.on).is_some())
    );
    for (_, edge) in board.edges() {
        assert!(board.get_box(&edge.from).is_some() && board.get_box(&edge.to).is_some());
    }
}

fn check_index(hand: &Hand) {
    let board = hand.editor.board();
    let camera = hand.editor.camera();
    let view: Rect<_> = camera.view(hand.editor.screen()).inflate(100.0 / camera.zoom);
    let preview = hand.editor.preview();
    let lifted = |id: &board::BoxId| preview.lifted.is_some_and(|lifted| lifted.boxes.contains(id));
    let lifted_edge = |id: &board::EdgeId| preview.lifted.is_some_and(|lifted| lifted.edges.contains(id));
    let boxes: Vec<_> = board
        .boxes()
        .filter(|(id, record)| lifted(id) || record.rect().intersects(&view))
        .map(|(id, _)| id.clone())
        .collect();
    let lifted = |item: &Item| preview.lifted.is_some_and(|lifted| lifted.others.contains(item));
    let notes = board.notes().map(|(id, _)| Item::Note(id.clone()));
    let notes = notes.chain(board.frames().map(|(id, _)| Item::Frame(id.clone())));
    let notes = notes.chain(board.strokes().map(|(id, _)| Item::Stroke(id.clone())));
    let in_view = |item: &Item| hand.editor.area(item).is_some_and(|area| area.intersects(&view));
    let others: Vec<_> = notes.filter(|item| lifted(item) || in_view(item)).collect();
    let visible = hand.editor.visible(view);
    assert_eq!((visible.boxes, visible.others), (boxes, others));
    let fresh = editor::Editor::new(board.clone());
    for (id, _) in board.edges() {
        let way = hand.editor.way(id).expect("every edge has a way");
        if preview.lifted.is_none() {
            assert_eq!(
                Some(&way),
                fresh.way(id).as_ref(),
                "{id} is led as on a board just opened"
            );
        }
        if lifted_edge(id) || way.bounds.intersects(&view) {
            assert!(visible.edges.contains(id), "{id}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn invariants_hold_after_every_input(inputs in prop::collection::vec(input(), 1..60)) {
        let mut hand = hand();
        for input in inputs {
            hand.send(input);
            check_selection(&hand);
        }
        check_index(&hand);
        hand.send(Input::Blur);
        check_index(&hand);
        let end = hand.editor.board().clone();
        prop_assert_eq!(&hand.replayed(), &end);
        if hand.editor.can_undo() {
            hand.command(Command::Undo);
            hand.command(Command::Redo);
            prop_assert_eq!(hand.editor.board(), &end);
        }
        let mut steps = 0;
        while hand.editor.can_undo() {
            hand.command(Command::Undo);
            steps += 1;
            check_selection(&hand);
        }
        check_index(&hand);
        // What was already taken back is made again as well, so count the steps.
        prop_assert_eq!(hand.editor.board(), &hand.start);
        for _ in 0..steps {
            hand.command(Command::Redo);
        }
        prop_assert_eq!(hand.editor.board(), &end);
        prop_assert_eq!(&hand.replayed(), &end);
    }

    #[test]
    fn a_saved_board_opens_as_it_was(inputs in prop::collection::vec(input(), 1..40)) {
        let mut hand = hand();
        for input in inputs {
            hand.send(input);
        }
        hand.send(Input::Blur);
        let text = file::write(hand.editor.board(), &hand.journal);
        let opened = file::read(&text).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(file::write(&opened.board, &opened.log), text);
        prop_assert_eq!(opened.board.boxes().len(), hand.editor.board().boxes().len());
        prop_assert_eq!(opened.board.frames().len(), hand.editor.board().frames().len());
        prop_assert_eq!(opened.board.strokes().len(), hand.editor.board().strokes().len());
        prop_assert_eq!(opened.board.notes().len(), hand.editor.board().notes().len());
        prop_assert_eq!(opened.board.edges().len(), hand.editor.board().edges().len());
    }

    #[test]
    fn a_gesture_called_off_never_was(inputs in prop::collection::vec(pointer(), 1..30)) {
        let mut hand = hand();
        for input in inputs {
            hand.send(input);
            let entries = hand.journal.len();
            let mut other = Hand { editor: hand.editor.clone(), start: hand.start.clone(), journal: hand.journal.clone(), effects: Vec::new(), now_ms: hand.now_ms };
            other.send(Input::Blur);
            prop_assert_eq!(other.journal.len(), entries);
            prop_assert_eq!(other.editor.board(), &other.replayed());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn new_boxes_never_lie_on_others(
        steps in prop::collection::vec((select(PLACING), 0.0..1280.0, 0.0..800.0), 1..40)
    ) {
        let mut hand = hand();
        for (key, x, y) in steps {
            match key {
                "click" => { hand.send(Input::DoubleClick { at: Point::new(x, y), time_ms: 0 }); }
                "line" => { hand.command(Command::WriteLine { on: None, line: "Kafka".to_owned() }); }
                "lines" => { hand.command(Command::Paste { text: "One\nTwo\nThree".to_owned() }); }
                key => { hand.key(key); }
            }
            hand.key("Escape");
        }
        let boxes: Vec<_> = hand.editor.board().boxes().map(|(_, record)| record.rect()).collect();
        for (nth, one) in boxes.iter().enumerate() {
            let with_text = Rect::new(one.origin, Size::new(one.size.width, one.size.height + 60.0));
            prop_assert!(boxes[..nth].iter().chain(&boxes[nth + 1..]).all(|other| !with_text.intersects(other)));
        }
    }
}

/// Ways to a new box, and to another place to make it from.
const PLACING: &[&str] = &[
    "click",
    "line",
    "lines",
    "I",
    "S",
    "Tab",
    "Tab",
    "Shift+Tab",
    "F",
    "]",
    "[",
    "Alt+ArrowDown",
    "Escape",
    "E",
];
