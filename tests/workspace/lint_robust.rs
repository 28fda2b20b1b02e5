//! Any board at all: the rules never panic, say the same twice, keep their promises about ids, and finish.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use board::{
    Answer, AnswerStatus, Because, Board, BoxId, BoxRecord, EdgeId, EdgeKind, EdgeRecord, Edit, Question,
    Record, RecordId, Rejected, Role,
};
use geometry::Point;
use lint::{Finding, Memory, Options, Place, Report, Session, Telling};
use proptest::prelude::*;

use crate::rule_docs::leaves_to;

const TEXTS: [&str; 16] = [
    "",
    "p99 20 ms",
    "500k ev/s, 7-day replay, $6k/mo",
    "every 5 minutes",
    "scalable, real-time, robust",
    "filters to 5 %, fan-out 3x",
    "p95 ≤ 200 ms end to end",
    "50k ev/s peak, 20k ev/s average, 10x spike, 1 KB each",
    "$0.02 per GB, 10 TB/day",
    "1 MB/s per shard, 200 shards",
    "30-day replay, RTO 15 min",
    "≤ €40k/month",
    "retry 5x with backoff, then dead letter",
    "0 ev/s, 0 ms, $0/month, 0 B each",
    "latency 12 13 14",
    "1e308 ev/s, 99999999999999999999 ms, 10000000x spike",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![4 => prop::sample::select(&TEXTS[..]).prop_map(str::to_owned), 1 => "\\PC{0,24}"]
}

prop_compose! {
    fn one_box()(
        role in prop::sample::select(Role::ALL),
        label in prop_oneof![Just("Kafka".to_owned()), Just("Flink".to_owned()), Just("Bronze".to_owned()), "\\PC{0,12}"],
        constraints in text(),
        owner in prop::sample::select(&["", "Risk", "Risk -> Payments"][..]),
        answers in prop::sample::subsequence(Question::ALL, 0..3),
        reason in text(),
        rejects in any::<bool>(),
        x in -1e7..1e7_f64,
        y in prop_oneof![-1e7..1e7_f64, Just(1e7)],
    ) -> BoxRecord {
        let mut record = BoxRecord::new(role, Point::new(x, y));
        record.label = label;
        record.constraints = constraints;
        record.owner = owner.to_owned();
        record.because = Because { answers, text: reason };
        if rejects {
            record.rejected.push(Rejected { option: "Spark".to_owned(), why: String::new() });
        }
        record
    }
}

type Ends = (usize, usize, EdgeKind, String, bool);

fn one_edge() -> impl Strategy<Value = Ends> {
    (
        0..24_usize,
        0..24_usize,
        prop::sample::select(EdgeKind::ALL),
        text(),
        any::<bool>(),
    )
}

prop_compose! {
    pub(crate) fn any_board()(
        scope in prop::collection::vec((prop::sample::select(Question::ALL), text(), any::<bool>()), 0..8),
        boxes in prop::collection::vec(one_box(), 0..24),
        edges in prop::collection::vec(one_edge(), 0..40),
    ) -> Board {
        let mut board = Board::default();
        let mut edit = Edit::new();
        for (question, text, stated) in scope {
            let status = if stated { AnswerStatus::Stated } else { AnswerStatus::Open };
            edit.put(&board, RecordId::Answer(question), Record::from(Answer { text, status }));
        }
        let ids: Vec<BoxId> = (0..boxes.len()).map(|number| BoxId::new(&format!("b{number}")).unwrap()).collect();
        for (id, record) in ids.iter().zip(boxes) {
            edit.put(&board, RecordId::Box(id.clone()), Record::from(record));
        }
        for (number, (from, to, kind, constraints, owned)) in edges.into_iter().enumerate() {
            let (Some(from), Some(to)) = (ids.get(from), ids.get(to)) else { continue };
            if from == to {
                continue;
            }
            let mut edge = EdgeRecord::new(from.clone(), to.clone(), kind);
            edge.constraints = constraints;
            edge.owner = if owned { "Risk".to_owned() } else { String::new() };
            let id = EdgeId::new(&format!("e{number}")).unwrap();
            edit.put(&board, RecordId::Edge(id), Record::from(edge));
        }
        board.apply(&edit).unwrap();
        board
    }
}

fn is_there(board: &Board, place: &Place) -> bool {
    match place {
        Place::Box(id) => board.get_box(id).is_some(),
        Place::Edge(id) => board.get_edge(id).is_some(),
        _ => true,
    }
}

/// Who speaks of what, how gravely, and what follows from it.
fn outline(report: &Report) -> Vec<String> {
    let folded = |finding: &Finding| {
        let folded = finding.folded.iter();
        folded
            .map(|it| (it.rule.code, it.severity, it.place.clone()))
            .collect::<Vec<_>>()
    };
    let findings = report.findings.iter().map(|it| {
        format!(
            "{} {:?} {:?} {:?}",
            it.rule.code,
            it.severity,
            it.place,
            folded(it)
        )
    });
    let unknown = report.cannot_tell.iter();
    findings
        .chain(unknown.map(|it| format!("{} {:?}", it.rule.code, it.place)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_does_not_depend_on_what_is_put_in_words(board in any_board(), most in 0..30_usize) {
        let judge = |telling: Telling| {
            lint::judge(telling, &mut Memory::default(), &Session::default(), &board, &Options::default())
        };
        let (told, untold) = (judge(Telling::All), judge(Telling::Nothing));
        prop_assert_eq!(outline(&told), outline(&untold));
        prop_assert!(untold.findings.iter().all(|it| it.message.is_empty() && it.path.is_empty() && it.fixes.is_empty()));
        prop_assert!(untold.cannot_tell.iter().all(|it| it.message.is_empty()));
        let some = lint::check_first(most, &mut Memory::default(), &Session::default(), &board, &Options::default());
        prop_assert_eq!(outline(&told), outline(&some));
        prop_assert_eq!(told.findings.get(..most), some.findings.get(..most));
        prop_assert_eq!(&told.cannot_tell, &some.cannot_tell);
        prop_assert!(told.findings.len() > most || told == some);
    }

    #[test]
    fn any_board_is_judged_and_twice_the_same(board in any_board()) {
        let report = lint::check(&board, &Options::default());
        prop_assert_eq!(&report, &lint::check(&board.clone(), &Options::default()));
        let places = report.findings.iter().flat_map(|finding| finding.path.iter().chain([&finding.place]));
        for place in places.chain(report.cannot_tell.iter().flat_map(|unknown| &unknown.path)) {
            prop_assert!(is_there(&board, place), "{place:?}");
        }
        prop_assert!(report.findings.is_sorted_by_key(|finding| finding.severity));
        let json = lint::json::document(&[("any.board.json", &report)]);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
        prop_assert!(!json.contains("NaN") && !json.contains(" inf"), "{}", json);
    }

    #[test]
    fn what_is_remembered_of_boards_before_changes_no_report(boards in prop::collection::vec(any_board(), 1..5)) {
        let mut memory = Memory::default();
        let (session, options) = (Session::default(), Options::default());
        for board in boards.iter().chain(&boards) {
            let anew = lint::check(board, &options);
            prop_assert_eq!(anew, lint::check_with(&mut memory, &session, board, &options));
        }
    }

    #[test]
    fn any_fix_can_be_made_and_silences_its_finding(board in any_board()) {
        for finding in lint::check(&board, &Options::default()).findings {
            for fix in &finding.fixes {
                let mut mended = board.clone();
                prop_assert!(mended.apply(&fix.edit).is_ok(), "{}", fix.title);
                let after = lint::check(&mended, &Options::default());
                let again = after.findings.iter().find(|it| it.rule == finding.rule && it.place == finding.place);
                // Where a blank is left the rule goes on asking, and has nothing more to offer.
                let is_left = |it: &Finding| leaves_to(it.rule, it.rule) && !it.fixes.contains(fix);
                prop_assert!(again.is_none_or(is_left), "{} after {}", finding.message, fix.title);
            }
        }
    }

    #[test]
    fn the_order_in_the_file_does_not_change_what_is_found(board in any_board(), seed in any::<u32>()) {
        let mut edit = Edit::new();
        for (number, (id, record)) in board.boxes().enumerate() {
            let mut moved = (**record).clone();
            moved.order = (u32::try_from(number).unwrap() ^ seed) % 31;
            edit.put(&board, RecordId::Box(id.clone()), Record::from(moved));
        }
        let mut shuffled = board.clone();
        shuffled.apply(&edit).unwrap();
        let found = |board: &Board| {
            let report = lint::check(board, &Options::default());
            // Which box stands for several depends on the order; how many rules speak does not.
            let mut codes: Vec<&str> = report.findings.iter().map(|finding| finding.rule.code).collect();
            codes.sort_unstable();
            codes
        };
        prop_assert_eq!(found(&board), found(&shuffled));
    }
}

#[test]
fn ten_thousand_boxes_in_a_row_or_in_a_ring_are_judged() {
    for ring in [false, true] {
        let count = 10_000_usize;
        let mut board = Board::default();
        let mut edit = Edit::new();
        let id = |number: usize| BoxId::new(&format!("b{number}")).unwrap();
        for number in 0..count {
            let mut record = BoxRecord::new(Role::Process, Point::new(0.0, 0.0));
            record.label = format!("Step {number}");
            record.constraints = "p99 1 ms, 50k ev/s, retry 3x with backoff".to_owned();
            edit.put(&board, RecordId::Box(id(number)), Record::from(record));
        }
        for number in 0..(if ring { count } else { count - 1 }) {
            let edge = EdgeRecord::new(id(number), id((number + 1) % count), EdgeKind::Data);
            edit.put(
                &board,
                RecordId::Edge(EdgeId::new(&format!("e{number}")).unwrap()),
                Record::from(edge),
            );
        }
        let mut api = BoxRecord::new(Role::Serve, Point::new(0.0, 0.0));
        api.label = "API".to_owned();
        edit.put(&board, RecordId::Box(id(count)), Record::from(api));
        let last = EdgeRecord::new(id(count - 1), id(count), EdgeKind::Data);
        edit.put(
            &board,
            RecordId::Edge(EdgeId::new("last").unwrap()),
            Record::from(last),
        );
        let answer = Answer {
            text: "p99 ≤ 5 s".to_owned(),
            status: AnswerStatus::Stated,
        };
        edit.put(&board, RecordId::Answer(Question::Latency), Record::from(answer));
        board.apply(&edit).unwrap();
        let report = lint::check(&board, &Options::default());
        let sum = report
            .findings
            .iter()
            .find(|finding| finding.rule.code == "NUM001")
            .unwrap();
        assert!(
            sum.message.contains("10 s"),
            "ten thousand hops of 1 ms: {}",
            sum.message
        );
    }
}
