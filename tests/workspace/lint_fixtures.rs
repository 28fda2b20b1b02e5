//! Each rule on small boards: where it speaks, where it nearly speaks, where it cannot tell, where it is set aside.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use lint::{Options, Report};

/// What a rule says of a board: the places that it names, cannot-tells with a question mark.
fn said(code: &str, sketch: &str) -> (Report, Vec<String>) {
    let board = board::sketch::read(sketch).unwrap_or_else(|error| panic!("{code}: {error}\n{sketch}"));
    let report = lint::check(
        &board,
        &Options {
            select: vec![code.to_owned()],
            ignore: Vec::new(),
        },
    );
    let name = |place: &lint::Place| place.id().unwrap_or(place.kind()).to_owned();
    let found = report.findings.iter().map(|finding| name(&finding.place));
    let unknown = report
        .cannot_tell
        .iter()
        .map(|unknown| format!("?{}", name(&unknown.place)));
    let said = found.chain(unknown).collect();
    (report, said)
}

/// Rule, places, board.
type Fixture = (&'static str, &'static [&'static str], &'static str);

const SCOPE: &[Fixture] = &[
    ("SCO001", &["board"], "[ingest] Kafka"),
    (
        "SCO001",
        &["board"],
        "scope job: stop fraud\nscope volume: 1k ev/s\nscope cost open: how much?\n[ingest] Kafka",
    ),
    (
        "SCO001",
        &[],
        "scope job: stop fraud\nscope volume: 1k ev/s\nscope cost assumed: $1k/mo\n[ingest] Kafka",
    ),
    ("SCO001", &[], "scope job: stop fraud"),
    ("SCO002", &["persona"], "scope volume: 1k ev/s\n[ingest] Kafka"),
    ("SCO002", &["persona"], "scope job open: ask\n[ingest] Kafka"),
    ("SCO002", &[], "scope job: stop stolen cards\n[ingest] Kafka"),
    ("SCO002", &[], "scope volume: 1k ev/s"),
    (
        "SCO004",
        &["latency", "volume"],
        "scope latency: real-time\nscope volume: a lot",
    ),
    ("SCO004", &["failure"], "scope failure: at-least-once"),
    (
        "SCO004",
        &[],
        "scope latency: sub-second\nscope failure: 7-day replay\nscope freshness: hourly",
    ),
    (
        "SCO004",
        &[],
        "scope persona: analysts\nscope latency open: how fast?",
    ),
    (
        "SCO005",
        &["volume"],
        "scope volume: 50k ev/s\n[ingest] Kafka: 20k ev/s",
    ),
    (
        "SCO005",
        &["compliance"],
        "scope compliance: GDPR\n[ingest] Kafka",
    ),
    (
        "SCO005",
        &[],
        "scope volume: 50k ev/s peak, 10x spike\n[ingest] Kafka: 500k ev/s",
    ),
    ("SCO005", &[], "scope cost: ≤ $9k/month\n[ingest] Kafka: $2k/mo"),
    (
        "SCO005",
        &[],
        "scope persona: analysts\nscope out: training\n[ingest] Kafka",
    ),
    (
        "SCO005",
        &[],
        "scope volume: 50k ev/s\n[ingest] Kafka because volume",
    ),
    ("SCO005", &[], "scope volume: 50k ev/s"),
];

const CONSTRAINT: &[Fixture] = &[
    ("CON001", &["kafka"], "[ingest] Kafka"),
    ("CON001", &["kafka"], "[ingest] Kafka: the usual set-up"),
    ("CON001", &[], "[ingest] Kafka: at-least-once"),
    (
        "CON001",
        &[],
        "[source] Cards\n[consumer] Shop\n[govern] Catalog\n[observe] Alerts",
    ),
    (
        "CON001",
        &[],
        "[process] Job: hourly\n[store] DLQ\nJob -failure-> DLQ",
    ),
    ("CON002", &["kafka"], "[ingest] Kafka: scalable, p99 20 ms"),
    ("CON002", &["kafka"], "[ingest] Kafka: near-real-time"),
    ("CON002", &["job"], "[process] Job: cloud-native, p99 20 ms"),
    ("CON002", &[], "[ingest] Kafka: real-time, p99 20 ms"),
    (
        "CON002",
        &[],
        "[ingest] Kafka: scalable to 500k ev/s, highly available at 99.95 %",
    ),
    ("CON002", &[], "[process] Fast lane: p99 20 ms, fail fast"),
    ("CON003", &["delta"], "[store] Delta: 99.9 %"),
    ("CON003", &["kafka"], "[ingest] Kafka: exactly-once"),
    ("CON003", &[], "[ingest] Kafka: exactly-once, 2 TB/day"),
    ("CON003", &[], "[store] Delta\n[serve] API: p99 20 ms"),
    ("CON005", &["scoring"], "[process] Scoring: latency 40 to 60"),
    ("CON005", &["latency"], "scope latency: about 300"),
    (
        "CON005",
        &[],
        "[process] Spark 3.5: p99 of 20 ms on 2025-01-31, SOC 2",
    ),
];

const NUMBER: &[Fixture] = &[
    (
        "NUM001",
        &["api"],
        "scope latency: 300 ms\n[ingest] K: 200 ms\n[serve] API: 200 ms\nK -> API",
    ),
    (
        "NUM001",
        &["api"],
        "scope latency: sub-second\n[ingest] K: every 2 s\n[serve] API: 20 ms\nK -> API",
    ),
    (
        "NUM001",
        &["api"],
        "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 150 ms\nK -> API: 60 ms",
    ),
    (
        "NUM001",
        &["api"],
        "[ingest] K: 100 ms\n[serve] API: p99 200 ms end to end\n[process] S: 180 ms\nK -> S\nS -> API",
    ),
    (
        "NUM001",
        &["api"],
        "scope latency: 100 ms\n[ingest] K: 20 ms\n[store] R: 90 ms\n[serve] API: 20 ms\nK -> API\nR -> API",
    ),
    (
        "NUM001",
        &["api"],
        "scope latency: 100 ms\n[ingest] K: 60 ms\n[process] A: 30 ms\n[process] B: 30 ms\n[serve] API: 1 ms\nK -> A\nA -> B\nB -> A\nB -> API",
    ),
    (
        "NUM001",
        &[],
        "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 200 ms\nK -> API",
    ),
    (
        "NUM001",
        &[],
        "scope latency: 100 ms\n[ingest] K: 20 ms\n[store] R: 10 ms\n[process] Training: 2 h\n[serve] API: 20 ms\nK -> API\nK -> Training\nTraining -> R\nR -> API",
    ),
    (
        "NUM001",
        &[],
        "scope latency: 300 ms\nscope freshness: 1 h\n[ingest] K: 20 ms\n[serve] API: 20 ms\n[store] L: 5 s\n[serve] BI: 5 s\nK -> API\nK -> L\nL -> BI",
    ),
    (
        "NUM001",
        &["?latency"],
        "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 99.9 %\nK -> API",
    ),
    (
        "NUM001",
        &["?latency"],
        "scope latency: 300 ms\n[ingest] K: 100 ms",
    ),
    ("NUM001", &[], "[ingest] K: 100 ms"),
    (
        "NUM002",
        &["api"],
        "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 99.9 %\nK -> API",
    ),
    (
        "NUM002",
        &[],
        "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API\nK -> API",
    ),
    (
        "NUM002",
        &[],
        "scope latency: 300 ms\n[ingest] K: 100 ms\n[serve] API: 99 ms\n[store] Log: 7 days\nK -> API\nK -> Log",
    ),
    ("NUM002", &[], "[ingest] K: 100 ms\n[serve] API: 99.9 %\nK -> API"),
    (
        "NUM003",
        &["k"],
        "scope volume: 50k ev/s peak, 10x spike\n[ingest] K: 100k ev/s",
    ),
    (
        "NUM003",
        &["k"],
        "scope volume: 50k ev/s, 1 KB each\n[ingest] K: 20 MB/s",
    ),
    (
        "NUM003",
        &["job"],
        "scope volume: 50k ev/s\n[ingest] K: 50k ev/s, fan-out 3x\n[process] Job: 100k ev/s\nK -> Job",
    ),
    (
        "NUM003",
        &["k"],
        "scope volume: 9k ev/s\n[source] A: 5k ev/s\n[source] B: 4k ev/s\n[ingest] K: 8k ev/s\nA -> K\nB -> K",
    ),
    (
        "NUM003",
        &["k"],
        "scope volume: 200k ev/s\n[ingest] K: 10k ev/s per shard, 4 shards",
    ),
    (
        "NUM003",
        &[],
        "scope volume: 50k ev/s peak, 10x spike\n[ingest] K: 500k ev/s, filters to 5 %\n[process] Job: 25k ev/s\nK -> Job",
    ),
    (
        "NUM003",
        &[],
        "scope volume: 50k ev/s\n[ingest] K: 50k ev/s\n[store] S: 7 days\n[serve] API: 200 qps\nK -> S\nS -> API",
    ),
    (
        "NUM003",
        &["?k"],
        "scope volume: 50k ev/s peak\n[ingest] K: 20 ms",
    ),
    (
        "NUM003",
        &["?k"],
        "scope volume: 20k ev/s average\n[ingest] K: 50k ev/s",
    ),
    ("NUM003", &["?k"], "scope volume: 50k ev/s\n[ingest] K: 80 MB/s"),
    (
        "NUM003",
        &["?k"],
        "scope volume: 50k ev/s\n[source] A\n[source] B\n[ingest] K: 20k ev/s\n[ingest] L: 90k ev/s\nA -> K\nB -> L",
    ),
    ("NUM003", &[], "[ingest] K: 50k ev/s"),
    (
        "NUM004",
        &["cost"],
        "scope cost: ≤ $10k/month\n[ingest] K: $6k/mo\n[store] S: $5k/mo",
    ),
    (
        "NUM004",
        &["cost"],
        "scope cost: ≤ $1k/month\nscope volume: 10 TB/day\n[store] S: $0.02 per GB",
    ),
    (
        "NUM004",
        &[],
        "scope cost: ≤ $11k/month\n[ingest] K: $6k/mo\n[store] S: $5k/mo",
    ),
    (
        "NUM004",
        &["?cost"],
        "scope cost: ≤ $10k/month\n[ingest] K: $6k/mo\n[store] S: 7 days",
    ),
    (
        "NUM004",
        &["?cost"],
        "scope cost: ≤ $10k/month\n[ingest] K: €60k/mo",
    ),
    ("NUM004", &[], "[ingest] K: $6k/mo"),
    (
        "NUM006",
        &["k"],
        "scope failure: 30-day replay\n[ingest] K: 7-day replay\n[process] Job: hourly\nK -> Job",
    ),
    (
        "NUM006",
        &[],
        "scope failure: 7-day replay\n[ingest] K: 7-day replay\n[process] Job: hourly\nK -> Job",
    ),
    (
        "NUM006",
        &[],
        "scope failure: 30-day replay\n[ingest] K: 7-day replay\n[store] Bronze: keep 1 year\n[process] Job: hourly\nK -> Job\nJob -> Bronze",
    ),
    (
        "NUM006",
        &["?k"],
        "scope failure: 30-day replay\n[ingest] K: 20 ms\n[process] Job: hourly\nK -> Job",
    ),
    (
        "NUM006",
        &[],
        "scope failure: RTO 15 min\n[ingest] K: 20 ms\n[process] Job: hourly\nK -> Job",
    ),
];

const OWNERSHIP_AND_FAILURE: &[Fixture] = &[
    ("OWN001", &["e1"], "[ingest] K\n[process] Job\nK -> Job"),
    (
        "OWN001",
        &["e1"],
        "[process] Job\n[store] DLQ\nJob -failure-> DLQ",
    ),
    ("OWN001", &[], "[ingest] K\n[process] Job\nK -> Job @Risk"),
    (
        "OWN001",
        &[],
        "[observe] Alerts\n[process] Job\nJob -control-> Alerts",
    ),
    ("OWN002", &["k"], "[ingest] K"),
    ("OWN002", &["k"], "[process] Job\n[ingest] K\nJob -> K"),
    (
        "OWN002",
        &[],
        "[source] Tills\n[ingest] Gateway\n[ingest] K\nTills -> Gateway\nGateway -> K",
    ),
    ("OWN003", &["api"], "[process] Job\n[serve] API\nJob -> API"),
    (
        "OWN003",
        &[],
        "[process] Job\n[serve] API\n[consumer] Shop\nJob -> API\nAPI -> Shop",
    ),
    (
        "OWN003",
        &[],
        "[process] Job\n[serve] API\n[consumer] Shop\nJob -> API\nShop -> API",
    ),
    ("OWN003", &[], "[process] Job\n[store] DLQ\nJob -failure-> DLQ"),
    (
        "FLR001",
        &["k", "job"],
        "[ingest] K: 20 ms\n[process] Job: exactly-once\nK -> Job",
    ),
    (
        "FLR001",
        &[],
        "[ingest] K: 7-day replay\n[process] Job: retry 5x with backoff\nK -> Job",
    ),
    ("FLR001", &[], "[process] Job\n[store] DLQ\nJob -failure-> DLQ"),
    ("FLR001", &[], "[store] S\n[serve] API"),
];

const JUSTIFICATION_AND_FLOW: &[Fixture] = &[
    ("JUS001", &["k"], "[ingest] K: 20 ms"),
    ("JUS001", &["catalog"], "[govern] Catalog"),
    (
        "JUS001",
        &[],
        "[source] Tills\n[consumer] Shop\n[ingest] K because volume",
    ),
    (
        "JUS001",
        &[],
        "[process] Job because volume\n[store] DLQ\nJob -failure-> DLQ",
    ),
    ("JUS002", &["k"], "[ingest] K because volume"),
    (
        "JUS002",
        &["k"],
        "scope volume open: how much?\n[ingest] K because volume",
    ),
    (
        "JUS002",
        &[],
        "scope volume assumed: 1k ev/s\n[ingest] K because volume",
    ),
    (
        "JUS006",
        &["board"],
        "[process] Flink because volume\n[store] Redis because volume",
    ),
    (
        "JUS006",
        &["redis"],
        "[process] Flink because volume not Spark (slower)\n[store] Redis because volume",
    ),
    (
        "JUS006",
        &[],
        "[process] Flink because volume not Spark (slower)\n[store] Redis",
    ),
    ("JUS006", &[], "[process] Our own job\n[ingest] Kafka"),
    ("FLO001", &["k"], "[ingest] K\n[process] A\n[process] B\nA -> B"),
    ("FLO001", &[], "[ingest] K"),
    (
        "FLO001",
        &[],
        "[govern] Catalog\n[process] A\n[process] B\nA -> B",
    ),
    ("FLO002", &["job"], "[ingest] K\n[process] Job\nK -> Job"),
    (
        "FLO002",
        &["job"],
        "[ingest] K\n[process] Job\n[store] DLQ\nK -> Job\nJob -failure-> DLQ",
    ),
    (
        "FLO002",
        &[],
        "[ingest] K\n[process] Job\n[store] S\nK -> Job\nJob -> S",
    ),
    (
        "FLO006",
        &["shop"],
        "[ingest] K\n[serve] API\n[consumer] Shop\nAPI -> Shop",
    ),
    (
        "FLO006",
        &["shop"],
        "[ingest] K\n[serve] API\n[consumer] Shop\nK -> API\nShop -> API",
    ),
    ("FLO006", &[], "[store] S\n[consumer] Shop\nS -> Shop"),
    ("FLO006", &[], "[ingest] K\n[consumer] Shop\nK -> Shop"),
    ("FLO009", &["b1"], "b1 = [process]"),
    ("FLO009", &[], "[process] Job"),
];

fn all() -> impl Iterator<Item = &'static Fixture> {
    [
        SCOPE,
        CONSTRAINT,
        NUMBER,
        OWNERSHIP_AND_FAILURE,
        JUSTIFICATION_AND_FLOW,
    ]
    .into_iter()
    .flatten()
}

#[test]
fn rules_speak_where_they_should_and_nowhere_else() {
    for (code, places, sketch) in all() {
        let (report, said) = said(code, sketch);
        assert_eq!(said, *places, "{code} on\n{sketch}\n{report:#?}");
    }
}

#[test]
fn every_rule_is_shown_speaking_nearly_speaking_and_set_aside() {
    for rule in lint::RULES {
        let of_rule = || all().filter(|(code, ..)| *code == rule.code);
        assert!(
            of_rule().any(|(_, places, _)| places.is_empty()),
            "{} nearly speaks nowhere",
            rule.code
        );
        let speaks =
            of_rule().find(|(_, places, _)| places.first().is_some_and(|place| !place.starts_with('?')));
        let (code, places, sketch) = speaks.unwrap_or_else(|| panic!("{} speaks nowhere", rule.code));
        for name in [*code, rule.name] {
            let on = if places[0] == "board" {
                String::new()
            } else {
                format!(" on {}", places[0])
            };
            let (report, said) = said(code, &format!("{sketch}\nallow {name}{on}: agreed with the team"));
            assert!(
                !said.contains(&places[0].to_owned()),
                "{code} set aside as {name}: {said:?}"
            );
            assert_eq!(report.allowed[0].why, "agreed with the team");
            assert_eq!(report.summary().allowed, report.allowed.len());
        }
    }
}

#[test]
fn an_allow_needs_a_reason_the_right_rule_and_the_right_place() {
    let board = "[ingest] Kafka";
    for allow in [
        "allow CON001 on kafka: todo",
        "allow CON001 on spark: agreed",
        "allow CON003 on kafka: agreed",
    ] {
        let (_, said) = said("CON001", &format!("{board}\n{allow}"));
        assert_eq!(said, ["kafka"], "{allow}");
    }
}

#[test]
fn a_latency_sum_is_shown_with_the_figure_that_would_pass() {
    let sketch = "scope latency: p99 ≤ 300 ms\n[ingest] Kafka: p99 20 ms\n[process] Flink: p99 180 ms\n\
                  [serve] API: p99 140 ms\nKafka -> Flink\nFlink -> API";
    let (report, _) = said("NUM001", sketch);
    let finding = &report.findings[0];
    let evidence: Vec<&str> = finding.evidence.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(
        evidence[0],
        "Kafka 20 ms + Flink 180 ms + API 140 ms = 340 ms > 300 ms"
    );
    assert_eq!(evidence[1], "Flink at 140 ms or less would pass");
    let path: Vec<&str> = finding.path.iter().filter_map(lint::Place::id).collect();
    assert_eq!(path, ["kafka", "e1", "flink", "e2", "api"]);
}

#[test]
fn evidence_points_at_the_characters_that_were_read() {
    let (report, _) = said("CON003", "[store] Delta: p99 ≤ 20 ms");
    let span = report.findings[0].evidence[0].span.clone().unwrap();
    assert_eq!(((span.start, span.end), span.chars), ((0, 13), (0, 11)));
    let json = lint::json::document(&[("a.board.json", &report)]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["version"], 1);
    let finding = &json["files"][0]["findings"][0];
    assert_eq!(
        finding["where"],
        serde_json::json!({ "kind": "box", "id": "delta" })
    );
    assert_eq!(finding["evidence"][0]["span"]["end"], 11);
    assert_eq!(json["files"][0]["summary"]["warnings"], 1);
}
