//! Boards, records and edits of every kind.

use board::file::limits;
use board::record::{Extras, Wrap};
use board::*;
use geometry::{Point, Rect, Size};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Words and marks of the notations, so that they meet where they should not.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(vec![
            "not", "because", "volume", "latency", "-", "->", "@Risk", "@", ":", "a:", "(", ")", "(x)", "\\", "\\not",
            "[store]", "[", "\"", ",", "\n", "p99 ≤ 300 ms", "Kafka", "=", "http://x", "#", "é", "\\/", "nothing",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    (vec(piece, 0..6), select(vec![" ", ""]))
        .prop_map(|(pieces, between)| pieces.join(between).trim().to_owned())
}

pub(crate) fn id() -> impl Strategy<Value = String> {
    select(vec!["kafka", "scoring", "dlq", "sink", "orders-2", "é"]).prop_map(str::to_owned)
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (-100_000_i32..100_000).prop_map(|n| f64::from(n) / 100.0),
        -limits::COORDINATE..limits::COORDINATE,
        Just(-0.0),
    ]
}

pub(crate) fn extras() -> impl Strategy<Value = Extras> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>()
            .prop_filter("finite", |n| n.is_finite())
            .prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(4, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map("\\PC{0,4}", inner, 0..4).prop_map(|map| json!(map)),
        ]
    });
    prop_oneof![3 => Just(Extras::new()), 1 => btree_map("x-[a-z]{0,4}", value, 0..3)]
}

pub(crate) fn because() -> impl Strategy<Value = Because> {
    (vec(select(Question::ALL), 0..3), text()).prop_map(|(answers, text)| Because { answers, text })
}

fn hold() -> impl Strategy<Value = Hold> {
    let group = option::weighted(0.3, id().prop_map(|id| GroupId::new(&id).unwrap()));
    (group, any::<bool>()).prop_map(|(group, locked)| Hold { group, locked })
}

pub(crate) fn boxed() -> impl Strategy<Value = BoxRecord> {
    let rejected = (text(), text()).prop_map(|(option, why)| Rejected { option, why });
    let words = (text(), text(), text(), option::of(text()));
    let size = option::of((0.0..5_000.0, 0.0..5_000.0));
    let place = ((number(), number()), size, 0_u32..9);
    (
        select(Role::ALL),
        words,
        because(),
        vec(rejected, 0..3),
        (place, hold()),
        extras(),
    )
        .prop_map(
            |(
                role,
                (label, constraints, owner, component),
                because,
                rejected,
                (((x, y), size, order), hold),
                extras,
            )| BoxRecord {
                hold,
                label,
                constraints,
                owner,
                component,
                because,
                rejected,
                size: size.map_or(BoxRecord::DEFAULT_SIZE, |(width, height)| {
                    Size::new(width, height)
                }),
                order,
                extras,
                ..BoxRecord::new(role, Point::new(x, y))
            },
        )
}

pub(crate) fn edge(from: BoxId, to: BoxId) -> impl Strategy<Value = EdgeRecord> {
    (
        (select(EdgeKind::ALL), select(EdgeWay::ALL)),
        text(),
        text(),
        text(),
        because(),
        0_u32..9,
        extras(),
    )
        .prop_map(
            move |((kind, way), label, constraints, owner, because, order, extras)| EdgeRecord {
                way,
                label,
                constraints,
                owner,
                because,
                order,
                extras,
                ..EdgeRecord::new(from.clone(), to.clone(), kind)
            },
        )
}

fn note() -> impl Strategy<Value = NoteRecord> {
    let size = option::of((0.0..5_000.0, 0.0..5_000.0));
    let place = ((number(), number()), size, 0_u32..9);
    (select(NoteLook::ALL), text(), place, extras(), hold()).prop_map(
        |(look, text, ((x, y), size, order), extras, hold)| NoteRecord {
            hold,
            text,
            size: size.map_or(look.size(), |(width, height)| Size::new(width, height)),
            order,
            extras,
            ..NoteRecord::new(look, Point::new(x, y))
        },
    )
}

fn frame() -> impl Strategy<Value = FrameRecord> {
    let place = ((number(), number()), (0.0..5_000.0, 0.0..5_000.0), 0_u32..9);
    let frame = (text(), place, extras(), hold());
    frame.prop_map(
        |(title, ((x, y), (width, height), order), extras, hold)| FrameRecord {
            hold,
            title,
            order,
            extras,
            ..FrameRecord::new(Rect::new(Point::new(x, y), Size::new(width, height)))
        },
    )
}

fn stroke() -> impl Strategy<Value = StrokeRecord> {
    let points = vec((number(), number(), 0_u8..=100), 1..5);
    let stroke = ((points, any::<bool>()), 0_u32..9, extras(), hold());
    stroke.prop_map(|((points, is_pressed), order, extras, hold)| StrokeRecord {
        pressures: points
            .iter()
            .filter(|_| is_pressed)
            .map(|point| point.2)
            .collect(),
        hold,
        points: points.into_iter().map(|(x, y, _)| Point::new(x, y)).collect(),
        order,
        extras,
    })
}

fn wrap() -> impl Strategy<Value = Wrap> {
    let tradeoff = (text(), text(), text(), text()).prop_map(|(chose, over, cost, impact)| Tradeoff {
        chose,
        over,
        cost,
        impact,
    });
    (
        text(),
        vec(text(), 0..3),
        (text(), text()),
        vec(tradeoff, 0..2),
        vec(text(), 0..3),
    )
        .prop_map(|(summary, mvp, (what, mitigation), tradeoffs, left_out)| Wrap {
            summary,
            mvp,
            risk: Risk { what, mitigation },
            tradeoffs,
            left_out,
        })
}

fn box_id(text: &str) -> BoxId {
    BoxId::new(text).unwrap()
}

/// One record with its id, or that it goes; edges may dangle, loop or be fine.
pub(crate) fn change() -> impl Strategy<Value = (RecordId, Option<Record>)> {
    let brief = (text(), select(Track::ALL), option::of(text()));
    let answer = (text(), select(AnswerStatus::ALL)).prop_map(|(text, status)| Answer { text, status });
    let day =
        (1_u16..3000, 1_u8..13, 1_u8..29).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap());
    let allow = (id(), option::of(id()), option::of(day)).prop_map(|(rule, on, until)| {
        let why = "asked for".to_owned();
        Allow { rule, on, why, until }
    });
    let pin = (
        option::of(text()),
        option::of((number(), number())),
        select(PinKind::ALL),
        text(),
        text(),
    );
    let marks = || {
        btree_map(
            text(),
            any::<f64>().prop_filter("finite", |n| n.is_finite()),
            0..3,
        )
    };
    let ends = (id(), id()).prop_flat_map(|(from, to)| edge(box_id(&from), box_id(&to)));
    prop_oneof![
        1 => brief.prop_map(|(title, track, prompt)| {
            (RecordId::Brief, Some(Brief { title, track, prompt }.into()))
        }),
        2 => (select(Question::ALL), option::of(answer))
            .prop_map(|(id, answer)| (RecordId::Answer(id), answer.map(Record::from))),
        6 => (id(), option::weighted(0.8, boxed()))
            .prop_map(|(id, record)| (RecordId::Box(box_id(&id)), record.map(Record::from))),
        6 => (id(), option::weighted(0.8, ends))
            .prop_map(|(id, edge)| (RecordId::Edge(EdgeId::new(&id).unwrap()), edge.map(Record::from))),
        1 => wrap().prop_map(|wrap| (RecordId::Wrap, Some(wrap.into()))),
        1 => vec(allow, 0..3).prop_map(|allows| (RecordId::Allows, Some(allows.into()))),
        1 => (id(), pin).prop_map(|(id, (on, at, kind, text, by))| {
            let at = at.map(|(x, y)| Point::new(x, y));
            (RecordId::Pin(PinId::new(&id).unwrap()), Some(Pin { on, at, kind, text, by }.into()))
        }),
        2 => (id(), option::weighted(0.8, note()))
            .prop_map(|(id, note)| (RecordId::Note(NoteId::new(&id).unwrap()), note.map(Record::from))),
        2 => (id(), option::weighted(0.8, frame()))
            .prop_map(|(id, frame)| (RecordId::Frame(FrameId::new(&id).unwrap()), frame.map(Record::from))),
        2 => (id(), option::weighted(0.8, stroke()))
            .prop_map(|(id, stroke)| (RecordId::Stroke(StrokeId::new(&id).unwrap()), stroke.map(Record::from))),
        1 => (marks(), marks()).prop_map(|(rubric, own)| {
            let (rubric, own) = (rubric.into_iter().collect(), own.into_iter().collect());
            (RecordId::Score, Some(Score { rubric, own }.into()))
        }),
        1 => extras().prop_map(|extras| (RecordId::Extras, Some(extras.into()))),
    ]
}

/// A few changes that may or may not fit a board.
pub(crate) fn changes() -> impl Strategy<Value = Vec<(RecordId, Option<Record>)>> {
    vec(change(), 1..5)
}

/// The edit of `changes` on `board`.
pub(crate) fn edit(board: &Board, changes: Vec<(RecordId, Option<Record>)>) -> Edit {
    let mut edit = Edit::new();
    for (id, record) in changes {
        match (id, record) {
            (id, Some(record)) => edit.put(board, id, record),
            (RecordId::Box(id), None) => edit.remove_box(board, &id),
            (id, None) => edit.remove(board, id),
        }
    }
    edit
}

/// A board that many edits have made, with the edits that it took.
pub(crate) fn board() -> impl Strategy<Value = (Board, Vec<Edit>)> {
    vec(changes(), 0..14).prop_map(|batches| {
        let mut board = Board::default();
        let mut edits = Vec::new();
        for changes in batches {
            let edit = edit(&board, changes);
            if board.apply(&edit).is_ok() {
                edits.push(edit);
            }
        }
        (board, edits)
    })
}
