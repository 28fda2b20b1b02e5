//! The one-line notation and the sketch.

use board::file;
use board::line::{Line, Part, parts};
use board::*;
use proptest::prelude::*;

use crate::any;

fn line() -> impl Strategy<Value = Line> {
    let rejected = (any::text(), any::text()).prop_map(|(option, why)| Rejected { option, why });
    let role = prop::option::of(prop::sample::select(Role::ALL));
    let words = (any::text(), any::text(), any::text());
    let rejected = prop::collection::vec(rejected, 0..3);
    (role, words, any::because(), rejected).prop_map(
        |(role, (label, constraints, owner), because, rejected)| Line {
            role,
            label,
            constraints,
            // An owner begins its word.
            owner: owner.trim_start().to_owned(),
            because,
            rejected,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_printed_line_reads_back(line in line()) {
        let printed = line.to_string();
        prop_assert!(!printed.contains('\n'));
        prop_assert_eq!(Line::read(&printed), line, "{}", printed);
    }

    #[test]
    fn any_text_is_a_line(text in any::text(), wild in "\\PC*") {
        for text in [text, wild] {
            let line = Line::read(&text);
            prop_assert_eq!(Line::read(&line.to_string()), line, "{}", text);
            let mut end = 0;
            for (_, range) in parts(&text) {
                prop_assert!(range.start >= end && range.end >= range.start);
                prop_assert!(text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_written_sketch_reads_back((board, _) in any::board()) {
        let sketch = sketch::write(&board);
        let read = sketch::read(&sketch).unwrap_or_else(|error| panic!("{error}\n{sketch}"));
        prop_assert_eq!(&sketch::write(&read), &sketch);
        prop_assert_eq!(read.boxes().len(), board.boxes().len());
        for (id, record) in board.boxes() {
            let read = read.get_box(id).unwrap();
            prop_assert_eq!(Line::of(read), Line::of(record));
        }
        for ((_, edge), (_, read)) in board.edges_in_order().into_iter().zip(read.edges_in_order()) {
            let order = read.order;
            let expected = EdgeRecord { order, way: EdgeWay::Curved, extras: Default::default(), ..(**edge).clone() };
            prop_assert_eq!(&**read, &expected);
        }
        prop_assert_eq!(read.brief(), board.brief());
        prop_assert_eq!(read.allows(), board.allows());
        prop_assert!(read.scope().eq(board.scope()));
    }

    #[test]
    fn no_text_panics_as_a_sketch(lines in prop::collection::vec(any::text(), 0..6)) {
        let _ = sketch::read(&lines.join("\n"));
    }
}

#[test]
fn reads_the_line_that_says_it_all() {
    let line = Line::read(
        "Kafka: 500k ev/s, 7-day replay, $6k/mo @Payments because volume, failure not Auto Loader (minutes)",
    );
    assert_eq!(line.label, "Kafka");
    assert_eq!(line.constraints, "500k ev/s, 7-day replay, $6k/mo");
    assert_eq!(line.owner, "Payments");
    assert_eq!(line.because.answers, [Question::Volume, Question::Failure]);
    assert_eq!(line.rejected.len(), 1);
    assert_eq!(
        (&*line.rejected[0].option, &*line.rejected[0].why),
        ("Auto Loader", "minutes")
    );
}

#[track_caller]
fn check(text: &str, expected: &[(Part, &str)]) {
    let found: Vec<_> = parts(text)
        .into_iter()
        .map(|(part, range)| (part, &text[range]))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_mark_is_a_mark_only_where_it_stands_as_one() {
    use Part::*;
    check(
        "[Store] S3: 90 days",
        &[(Role, "Store"), (Label, "S3"), (Constraints, "90 days")],
    );
    check("[huge] S3", &[(Label, "[huge] S3")]);
    check(
        "http://api: 5 ms",
        &[(Label, "http://api"), (Constraints, "5 ms")],
    );
    check(
        "API: must not lose events",
        &[(Label, "API"), (Constraints, "must not lose events")],
    );
    check(
        "API: must not lose events not Lambda (cold start) not EC2",
        &[
            (Label, "API"),
            (Constraints, "must not lose events"),
            (Rejected, "Lambda (cold start)"),
            (Rejected, "EC2"),
        ],
    );
    check(
        "DB @Risk team not Oracle",
        &[(Label, "DB"), (Owner, "Risk team"), (Rejected, "Oracle")],
    );
    check(
        "DB (not SQL): 5 TB @ rest",
        &[(Label, "DB (not SQL)"), (Constraints, "5 TB @ rest")],
    );
    check("DB: mail a@b.c", &[(Label, "DB"), (Constraints, "mail a@b.c")]);
    check(
        "DB: 5 ms because",
        &[(Label, "DB"), (Constraints, "5 ms"), (Because, "")],
    );
    let because = |text| Line::read(text).because;
    assert_eq!(
        because("X because volume, replays well").answers,
        [Question::Volume]
    );
    assert_eq!(because("X because volume, replays well").text, "replays well");
    assert_eq!(because("X because volume is high").text, "volume is high");
    assert_eq!(
        because("X because latency - it does not wait").text,
        "it does not wait"
    );
}

const FRAUD: &str = "\
title: Fraud detection
track: product-manager
scope volume: 50k ev/s at peak
scope latency assumed: p99 ≤ 300 ms
scope cost open:
# the flow
[ingest] Kafka: 500k ev/s @Payments because volume not Auto Loader (minutes)
scorer = [process] Scoring: p99 180 ms
[store] DLQ
[consumer] Bank
Kafka -> Scoring \"card events\": p99 5 ms @Payments -> Risk because latency
Scoring -failure-> DLQ: retry 5x @Risk
scorer -> bank
summary: Block fraud.
allow FLR010 on kafka: three brokers
";

#[test]
fn reads_a_sketch_and_places_it_in_columns() {
    let board = sketch::read(FRAUD).unwrap();
    insta::assert_snapshot!(sketch::write(&board), @r#"
    title: Fraud detection
    track: product-manager
    scope latency assumed: p99 ≤ 300 ms
    scope volume: 50k ev/s at peak
    scope cost open:
    [ingest] Kafka: 500k ev/s @Payments because volume not Auto Loader (minutes)
    scorer = [process] Scoring: p99 180 ms
    [store] DLQ
    [consumer] Bank
    kafka -> scorer "card events": p99 5 ms @Payments -> Risk because latency
    scorer -failure-> dlq: retry 5x @Risk
    scorer -> bank
    summary: Block fraud.
    allow FLR010 on kafka: three brokers
    "#);
    let at = |id: &str| {
        let at = board.get_box(&BoxId::new(id).unwrap()).unwrap().at;
        (at.x, at.y)
    };
    assert_eq!(
        [at("kafka"), at("scorer"), at("dlq"), at("bank")],
        [(0.0, 0.0), (328.0, 0.0), (656.0, 0.0), (656.0, 200.0)]
    );
    assert_eq!(file::read(&file::write(&board, &[])).unwrap().board, board);
}

#[test]
fn says_which_line_of_a_sketch_cannot_be_read_and_why() {
    let error = |text: &str| sketch::read(text).unwrap_err().to_string();
    assert_eq!(
        error("[stroe] S3"),
        "line 1: `stroe` is no role; did you mean `store`?"
    );
    assert_eq!(
        error("\n[store] S3\nS3 -> Sink"),
        "line 3: there is no box `Sink`; name a box by its id or its label"
    );
    assert_eq!(
        error("[store] S3\n[sink] x"),
        "line 2: `sink` is no role; use one of source, ingest, process, store, serve, consumer, govern, observe"
    );
    assert_eq!(
        error("[store] S3\nS3 -> s3"),
        "line 2: the edge joins `s3` to itself; name another box"
    );
    assert_eq!(
        error("scope latencey: 5 ms"),
        "line 1: `latencey` is no scoping question; did you mean `latency`?"
    );
    assert_eq!(
        error("allow CON001:"),
        "line 1: no finding is set aside without a reason; write why after the colon"
    );
    assert_eq!(
        error("[store] A\n[store] A\n[store] B\nA -> B"),
        "line 4: more than one box is called `A`; name the box by its id"
    );
    assert!(
        error("Kafka: 5 ms")
            .starts_with("line 1: `Kafka: 5 ms` is neither a box nor an edge; begin a box with its role")
    );
}
