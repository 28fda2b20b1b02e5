//! What findings carry: evidence, the figure that would pass, spans, and when they are set aside.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use lint::{Options, Report};

/// What a rule says of a board: the places that it names, cannot-tells with a question mark.
fn said(code: &str, sketch: &str) -> (Report, Vec<String>) {
    let board = board::sketch::read(sketch).unwrap_or_else(|error| panic!("{code}: {error}\n{sketch}"));
    let report = lint::check(
        &board,
        &Options {
            select: vec![code.to_owned()],
            ..Options::default()
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
    assert_eq!(
        finding.clears.as_deref(),
        Some("Flink at 140 ms or less would pass")
    );
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

#[test]
fn a_figure_of_the_catalogue_names_its_page() {
    let (report, _) = said("CON007", "[ingest] Kinesis: keep 2 years");
    let seen = &report.findings[0].evidence[0];
    let source = seen.source.clone().unwrap();
    assert_eq!(
        seen.text,
        "Amazon Kinesis Data Streams: 24 h to 365 days of retention"
    );
    assert_eq!(
        seen.to_string(),
        format!(
            "{} ({}, vendor, checked {})",
            seen.text, source.title, source.as_of
        )
    );
    let json = lint::json::document(&[("a.board.json", &report)]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let evidence = &json["files"][0]["findings"][0]["evidence"];
    assert_eq!(
        evidence[0]["source"],
        serde_json::json!({
            "title": source.title, "url": source.url, "checked": source.as_of, "confidence": "vendor"
        })
    );
    assert_eq!(evidence[1]["source"], serde_json::Value::Null);
}

#[test]
fn a_missing_wrap_up_is_said_once_and_not_while_the_board_is_being_drawn() {
    let drawing = "at 1:00 answered latency\nat 9:00 drew\nat 9:30 drew\n";
    let sketch = "[ingest] Kafka\n[serve] API\nKafka -> API";
    let of = |log: &str| {
        let (board, session) = lint::example::read(&format!("{log}{sketch}")).unwrap();
        let report = lint::check_in(&session, &board, &Options::default());
        let findings = report.findings.into_iter();
        let ours = findings.filter(|it| ["WRP", "CLK"].contains(&it.rule.family.prefix()));
        ours.map(|it| {
            let folded = it.folded.iter().map(|it| it.rule.code).collect::<Vec<_>>();
            (it.rule.code, folded.join(" "))
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(of(""), [], "no interview");
    assert_eq!(
        of("prompt: fraud-50k\n"),
        [("WRP001", "WRP002 WRP003 WRP004".to_owned())]
    );
    assert_eq!(of(drawing), []);
    assert_eq!(
        of(&format!("{drawing}at 36:00 drew\n")),
        [("WRP001", "WRP002 WRP003 WRP004".to_owned())]
    );
    assert_eq!(
        of(&format!("{drawing}at 41:00 drew\n")),
        [("CLK003", "WRP001 WRP002 WRP003 WRP004".to_owned())]
    );
}

#[test]
fn a_lane_that_nobody_reads_is_asked_for_its_reader_before_its_business() {
    let sketch = "scope metric: 5 % less\n[ingest] K because volume\n[serve] API because metric\n[store] Old because cost\n\
                  [consumer] Till\nK -> API\nK -> Old\nAPI -> Till";
    let codes = |sketch: &str| {
        let board = board::sketch::read(sketch).unwrap();
        let findings = lint::check(&board, &Options::default()).findings;
        findings.iter().map(|it| it.rule.code).collect::<Vec<_>>()
    };
    let unread = codes(sketch);
    assert!(
        unread.contains(&"OWN003") && !unread.contains(&"JUS008"),
        "{unread:?}"
    );
    let read = codes(&format!("{sketch}\n[consumer] Auditors\nOld -> Auditors"));
    assert!(!read.contains(&"OWN003") && read.contains(&"JUS008"), "{read:?}");
}
