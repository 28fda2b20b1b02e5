//! What is said of small boards, and what is said to be open.

use analysis::stress::{Answer, Fate, LastsBy, Served, StressError, Waiting, WhatIf, find_box};

use crate::{ask, id, outage, sketch, spike};

/// What the board does not say: the words to write.
fn open(answer: &Answer) -> Vec<&str> {
    answer.open.rows.iter().map(|open| open.write.as_str()).collect()
}

const LANE: &str = "scope volume: 20k ev/s average, 50k ev/s peak\nscope latency: p99 ≤ 300 ms\nscope availability: 99.9 %\n\
    scope failure: RTO 15 min, 7-day replay\n[source] Tills\n[ingest] Kafka: 500k ev/s, 7-day replay, p99 20 ms\n\
    [process] Features: 500k ev/s, p99 60 ms, exactly-once, checkpoint every 10 s\n\
    [serve] Scorer: 500k rps, p99 80 ms, fallback to rules\n[consumer] Till\n\
    Tills -> Kafka: at-least-once\nKafka -> Features\nFeatures -> Scorer\nScorer -> Till";

#[test]
fn a_fallback_serves_with_less_and_keeps_the_promise() {
    let answer = ask(LANE, &outage("features", 600.0)).unwrap();
    let [reader] = answer.readers.rows.as_slice() else {
        panic!("{answer:?}")
    };
    assert_eq!((reader.at.as_str(), reader.served), ("till", Served::Less));
    assert_eq!(reader.by.as_ref().unwrap().as_str(), "scorer");
    assert!(!answer.breaks(), "{:?}", answer.promises);
}

#[test]
fn without_a_fallback_the_minutes_of_the_month_are_counted() {
    let board = LANE.replace(", fallback to rules", "");
    let answer = ask(&board, &outage("scorer", 3_600.0)).unwrap();
    let down = answer
        .promises
        .rows
        .iter()
        .find(|promise| promise.kind.as_str() == "availability");
    let span = &down.unwrap().broken.rows[0];
    // Of 730 hours 0.1 % are 43.8 minutes.
    assert!(
        (span.from - 2_628.0).abs() < 1e-6 && span.until == Some(3_600.0),
        "{span:?}"
    );
}

#[test]
fn how_long_it_lasts_is_taken_from_the_box_then_from_the_scope() {
    let by = |text: &str, what_if: &WhatIf| {
        let answer = ask(text, what_if).unwrap();
        (answer.lasts, answer.lasts_by)
    };
    assert_eq!(by(LANE, &outage("kafka", 5.0)), (Some(5.0), LastsBy::Asked));
    assert_eq!(by(LANE, &outage("kafka", None)), (Some(900.0), LastsBy::Scope));
    let own = LANE.replace("500k rps", "500k rps, restarts in 30 s");
    assert_eq!(by(&own, &outage("scorer", None)), (Some(30.0), LastsBy::Box));
    let told = LANE.replace("RTO 15 min", "survives a 2 h outage, drains in 15 min");
    assert_eq!(by(&told, &outage("kafka", None)), (Some(7_200.0), LastsBy::Scope));
    let deploy = WhatIf::Deploy {
        at: id("scorer"),
        lasts: None,
    };
    assert_eq!(by(LANE, &deploy), (None, LastsBy::Nobody));
    assert_eq!(open(&ask(LANE, &deploy).unwrap())[0], "restarts in ? s");
}

#[test]
fn what_is_under_way_is_read_again_since_the_last_checkpoint() {
    let deploy = WhatIf::Deploy {
        at: id("features"),
        lasts: Some(60.0),
    };
    let told = |text: &str| ask(text, &deploy).unwrap().in_flight.unwrap();
    let again = told(LANE);
    assert_eq!(
        (again.amount.number(), again.again.number()),
        (Some(1_200.0), Some(200_000.0))
    );
    assert_eq!((again.fate, again.once), (Fate::Again, true));
    assert_eq!(again.from.unwrap().as_str(), "kafka");
    let unsaid = told(&LANE.replace(", exactly-once, checkpoint every 10 s", ""));
    assert_eq!((unsaid.fate, unsaid.once), (Fate::Unsaid, false));
    let drained = told(&LANE.replace("checkpoint every 10 s", "drain on deploy"));
    assert_eq!(drained.fate, Fate::Finished);
}

#[test]
fn what_nobody_is_said_to_hold_is_open_and_what_is_refused_is_lost() {
    let narrow = "scope volume: 50k ev/s\n[ingest] Gate: 60k ev/s\n[process] Job: 70k ev/s\nGate -> Job";
    let answer = ask(narrow, &spike(10.0, 60.0)).unwrap();
    assert_eq!(answer.buffers.rows[0].waiting, Waiting::Unsaid);
    assert!(open(&answer).contains(&"at-least-once, or load shedding"));
    let sheds = ask(
        &narrow.replace("60k ev/s", "60k ev/s, load shedding"),
        &spike(10.0, 60.0),
    )
    .unwrap();
    let lost = &sheds.buffers.rows[0];
    assert_eq!(
        (lost.waiting, lost.gone, lost.most),
        (Waiting::Lost, Some(440_000.0 * 60.0), Some(0.0))
    );
}

#[test]
fn what_is_lost_breaks_the_promise_that_nothing_is() {
    let sheds = "scope volume: 50k ev/s\nscope failure: no event lost\n[ingest] Gate: 60k ev/s, load shedding\n[process] Job: 700k ev/s\nGate -> Job";
    let answer = ask(sheds, &spike(10.0, 60.0)).unwrap();
    let promise = &answer.promises.rows[0];
    // 440k events a second for a minute are 528 s of an ordinary day.
    assert_eq!(
        (promise.kind.as_str(), promise.asked, promise.worst),
        ("loss", 0.0, Some(528.0))
    );
    assert_eq!(
        (promise.broken.rows[0].from, promise.broken.rows[0].until),
        (0.0, None)
    );
}

#[test]
fn a_box_without_a_rate_is_open_and_stops_nothing() {
    let answer = ask(
        "scope volume: 50k ev/s\n[ingest] Gate\n[process] Job\nGate -> Job",
        &spike(10.0, None),
    )
    .unwrap();
    assert!(answer.buffers.is_empty());
    assert_eq!(open(&answer)[..3], ["spike for ? min", "? ev/s", "? ev/s"]);
    assert!(answer.open.rows[1].tells.contains("500k ev/s"));
}

#[test]
fn data_at_rest_is_served_as_it_was() {
    let board = "scope volume: 1 MB/s\nscope freshness: stale by at most 10 minutes\n[source] S\n[ingest] Loader: 2 MB/s, every 5 minutes, at-least-once\n\
                 [store] Bronze: keep 90 days\n[process] Clean: 2 MB/s, 1 min\n[store] Gold\n[serve] SQL\n[consumer] Analyst\n\
                 S -> Loader\nLoader -> Bronze\nBronze -> Clean\nClean -> Gold\nGold -> SQL\nSQL -> Analyst";
    let answer = ask(board, &outage("clean", 1_200.0)).unwrap();
    assert_eq!(answer.readers.rows[0].served, Served::Old);
    let [buffer] = answer.buffers.rows.as_slice() else {
        panic!("{answer:?}")
    };
    assert_eq!(
        (buffer.by.as_ref().unwrap().as_str(), buffer.drained),
        ("bronze", Some(2_400.0))
    );
    let fresh = &answer.promises.rows[0];
    // Six minutes on an ordinary day, so that four are left.
    assert_eq!(
        (fresh.kind.as_str(), fresh.broken.rows[0].from),
        ("freshness", 240.0)
    );
    assert!((fresh.worst.unwrap() - 1_560.0).abs() < 1e-9);
}

#[test]
fn half_the_bill_begins_with_what_nothing_asked_for() {
    let board = "scope volume: 10k ev/s average, 50k ev/s peak, 2x spike\nscope retention: 30 days\n[ingest] Kafka: 200k ev/s, $8k/mo\n\
                 [process] Job: 100k ev/s, $6k/mo\n[store] Lake: keep 90 days, $3k/mo\n[serve] SQL: 5 QPS, $3k/mo\n[consumer] Analyst\n\
                 Kafka -> Job\nJob -> Lake\nLake -> SQL\nSQL -> Analyst";
    let savings = ask(board, &WhatIf::HalfTheBill).unwrap().savings.unwrap();
    let cuts: Vec<_> = savings
        .cuts
        .rows
        .iter()
        .map(|cut| (cut.at.as_str(), cut.how.as_str(), cut.to.round()))
        .collect();
    assert_eq!(
        cuts,
        [
            ("kafka", "size-for-the-worst", 4_000.0),
            ("lake", "keep-what-is-asked", 1_000.0),
            ("job", "size-for-an-ordinary-day", 600.0)
        ]
    );
    assert_eq!((savings.total, savings.saves), (20_000.0, 11_400.0));
}

#[test]
fn then_goes_what_works_for_somebody_who_does_not_wait() {
    let board = "scope volume: 5k ev/s\nscope latency: p99 ≤ 1 s\n[ingest] Kafka: 5k ev/s, $4k/mo\n[process] Job: 5k ev/s, $1k/mo\n\
                 [serve] API: p99 100 ms, $1k/mo\n[consumer] Till\n[process] Load: 5k ev/s, every 5 minutes, $2k/mo\n[store] Lake: keep 90 days, $3k/mo\n\
                 [serve] SQL: 5 QPS, $1k/mo\n[consumer] Analyst\n[consumer] Auditor\n\
                 Kafka -> Job\nJob -> API\nAPI -> Till\nKafka -> Load\nLoad -> Lake\nLake -> SQL\nSQL -> Analyst\nLake -> Auditor\n\
                 scope freshness: stale by at most 10 minutes";
    let savings = ask(board, &WhatIf::HalfTheBill).unwrap().savings.unwrap();
    let cuts: Vec<_> = savings
        .cuts
        .rows
        .iter()
        .map(|cut| {
            let lane: Vec<&str> = cut.lane.rows.iter().map(|id| id.as_str()).collect();
            (cut.at.as_str(), lane.join(" "), cut.from)
        })
        .collect();
    // What the auditor shares with the analyst is the auditor's alone once the analyst is gone.
    let wanted = [("analyst", "sql", 1_000.0), ("auditor", "load lake", 5_000.0)];
    assert_eq!(cuts, wanted.map(|(at, lane, from)| (at, lane.to_owned(), from)));
    assert_eq!((savings.total, savings.saves), (12_000.0, 6_000.0));
    // Whoever is left last stays.
    let one = "[ingest] Kafka: $4k/mo\n[serve] API: $1k/mo\nKafka -> API";
    assert!(
        ask(one, &WhatIf::HalfTheBill)
            .unwrap()
            .savings
            .unwrap()
            .cuts
            .is_empty()
    );
}

#[test]
fn what_cannot_be_asked_says_what_is_missing() {
    let nothing = "[ingest] Gate: 5k ev/s";
    assert_eq!(ask(nothing, &spike(10.0, None)), Err(StressError::NoLoad));
    assert_eq!(ask(nothing, &WhatIf::HalfTheBill), Err(StressError::NoCost));
    assert_eq!(
        ask("scope volume: 5 ev/s", &spike(2.0, None)),
        Err(StressError::Empty)
    );
    assert_eq!(ask(LANE, &spike(0.0, None)), Err(StressError::NotAFactor(0.0)));
    assert_eq!(ask(LANE, &spike(2.0, -1.0)), Err(StressError::NotATime(-1.0)));
    let board = sketch(LANE);
    assert_eq!(find_box(&board, "KAFKA").unwrap().as_str(), "kafka");
    let store = sketch("[store] Dead letters");
    assert_eq!(find_box(&store, "Dead-Letters").unwrap().as_str(), "dead-letters");
    let meant = |asked: &str| match find_box(&board, asked) {
        Err(StressError::UnknownBox { meant, .. }) => meant,
        found => panic!("{found:?}"),
    };
    assert_eq!(meant("kafak").as_deref(), Some("kafka"));
    assert_eq!(meant("score").as_deref(), Some("scorer"));
    assert_eq!(meant("zzzzzz"), None);
}
