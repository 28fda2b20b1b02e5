//! The sums on small boards: demand, flow, latency routes, prices, retention.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use analysis::cost::Cost;
use analysis::latency::Latency;
use analysis::rate::{Demand, Rates};
use analysis::retention::Retention;
use analysis::{Readings, Stop};
use board::graph::{BoxSlot, Graph};
use board::{Board, BoxId};

fn sketch(text: &str) -> Board {
    board::sketch::read(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn slot(graph: &Graph<'_>, id: &str) -> BoxSlot {
    graph.slot(&BoxId::new(id).unwrap()).unwrap()
}

#[test]
fn demand_is_the_peak_times_the_spike() {
    let table: [(&str, Option<f64>, Option<f64>); 7] = [
        (
            "20k ev/s average, 50k ev/s peak, 10x on holidays, 1 KB each",
            Some(5e5),
            Some(5e8),
        ),
        ("50,000 events per second", Some(5e4), None),
        ("20k ev/s average", Some(2e4), None),
        ("20k ev/s average, 3x spike", Some(6e4), None),
        ("10 MB/s, 1 KB each", Some(1e4), Some(1e7)),
        ("2 TB/day on average, 4x spike", None, Some(4.0 * 2e12 / 86_400.0)),
        ("a lot", None, None),
    ];
    for (text, events, bytes) in table {
        let board = sketch(&format!("scope volume: {text}"));
        let demand = Demand::of(&Readings::of(&Graph::new(&board)));
        let close = |seen: Option<f64>, wanted: Option<f64>| match (seen, wanted) {
            (Some(seen), Some(wanted)) => (seen - wanted).abs() < wanted * 1e-9,
            (seen, wanted) => seen == wanted,
        };
        assert!(
            close(demand.events, events) && close(demand.bytes, bytes),
            "{text}: {demand:?}"
        );
    }
}

#[test]
fn flow_passes_filters_and_rests_in_stores() {
    let board = sketch(
        "scope volume: 50k ev/s peak, 10x spike\n[source] Tills\n[ingest] K\n[process] Parse: filters to 10 %\n\
         [store] S\n[serve] API\nTills -> K\nK -> Parse\nParse -> S: fan-out 2x\nS -> API",
    );
    let graph = Graph::new(&board);
    let rates = Rates::of(&graph, &Readings::of(&graph));
    let into = |id: &str| rates.flow(slot(&graph, id)).and_then(|flow| flow.events);
    assert_eq!(
        [into("k"), into("parse"), into("s"), into("api")],
        [Some(5e5), Some(5e5), Some(1e5), None]
    );
}

/// What the worst path takes, and that it is what its hops add up to.
fn worst(text: &str, end: &str) -> f64 {
    let board = sketch(text);
    let graph = Graph::new(&board);
    let latency = Latency::of(&graph, &Readings::of(&graph));
    let route = latency.route(&graph, slot(&graph, end));
    let sum: f64 = route.hops.iter().map(|hop| hop.seconds).sum();
    assert!((sum - route.seconds).abs() < 1e-9, "{text}: {route:?}");
    assert_eq!(route.stops.last(), Some(&Stop::Box(slot(&graph, end))));
    (route.seconds * 1e6).round() / 1e6
}

#[test]
fn a_route_adds_up_to_its_hops() {
    let chain =
        "[ingest] K: 20 ms\n[process] F: p50 20 ms, p99 60 ms\n[serve] API: 40 ms\nK -> F: 5 ms\nF -> API";
    assert_eq!(worst(chain, "api"), 0.125);
    let diamond = "[ingest] K: 20 ms\n[process] A: 10 ms\n[process] B: 50 ms\n[serve] API: 1 ms\n\
                   K -> A\nK -> B\nA -> API\nB -> API";
    assert_eq!(worst(diamond, "api"), 0.071);
    let ring = "[ingest] K: 1 ms\n[process] A: 2 ms\n[process] B: 4 ms\n[serve] API: 8 ms\n\
                K -> A\nA -> B\nB -> A\nA -> API";
    assert_eq!(worst(ring, "api"), 0.015);
}

#[test]
fn a_lookup_adds_the_read_and_not_the_batch_behind_it() {
    let fed = "[ingest] K: 20 ms\n[process] Training: 2 h\n[store] R: 90 ms\n[serve] Lookup: 5 ms\n[serve] API: 20 ms\n\
               K -> API\nK -> Training\nTraining -> R\nR -> Lookup\nLookup -> API";
    assert_eq!(worst(fed, "api"), 0.115);
    let stored = "[ingest] K: 20 ms\n[process] Job: 2 h\n[store] R: 90 ms\n[serve] API: 20 ms\nK -> Job\nJob -> R\nR -> API";
    assert_eq!(worst(stored, "api"), 7_200.13);
}

#[test]
fn a_price_is_multiplied_by_the_ordinary_volume() {
    let board = sketch(
        "scope cost: ≤ $40k/month\nscope volume: 1 MB/s average, 10x spike\n[store] S: $0.02 per GB\n[ingest] K: $6k/mo\n\
         [process] P: €2k/mo\n[serve] API",
    );
    let graph = Graph::new(&board);
    let readings = Readings::of(&graph);
    let cost = Cost::of(&graph, &readings, &Demand::of(&readings));
    // 1 MB/s for 730 hours are 2,628 GB.
    assert!((cost.total() - 6_052.56).abs() < 1e-6, "{cost:?}");
    assert_eq!(
        (cost.ceiling, cost.apart.len(), cost.unstated.len()),
        (Some(4e4), 1, 1)
    );
}

#[test]
fn a_price_may_be_per_byte_of_any_size_or_per_so_many_events() {
    const MONTH: f64 = 730.0 * 3600.0;
    let price = |unit: &str| {
        let text = format!(
            "scope cost: ≤ $1M/month\nscope volume: 1k ev/s average, 1 GB/s average\n[store] S: $2 per {unit}"
        );
        let board = sketch(&text);
        let graph = Graph::new(&board);
        let readings = Readings::of(&graph);
        let rates = Rates::of(&graph, &readings);
        Cost::of(&graph, &readings, &rates.demand).total()
    };
    let sizes = [("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("PB", 1e15)];
    for (unit, bytes) in sizes {
        let wanted = 2.0 * 1e9 * MONTH / bytes;
        assert!(
            (price(unit) / wanted - 1.0).abs() < 1e-9,
            "per {unit}: {}",
            price(unit)
        );
    }
    for (unit, count) in [("event", 1.0), ("1,000 events", 1e3), ("1000 requests", 1e3)] {
        let wanted = 2.0 * 1e3 * MONTH / count;
        assert!(
            (price(unit) / wanted - 1.0).abs() < 1e-9,
            "per {unit}: {}",
            price(unit)
        );
    }
}

#[test]
fn a_process_replays_from_what_keeps_longest_upstream() {
    let board = sketch(
        "scope failure: 30-day replay\n[ingest] K: 7-day replay\n[process] Job: hourly\n[store] Archive: keep 1 year\n\
         [process] Score: 20 ms\nK -> Job\nK -> Score\nArchive -failure-> Score",
    );
    let graph = Graph::new(&board);
    let retention = Retention::of(&graph, &Readings::of(&graph));
    let longest = |id: &str| {
        retention
            .kept(slot(&graph, id))
            .longest
            .map(|(_, seconds)| seconds / 86_400.0)
    };
    assert_eq!(retention.window, Some(30.0 * 86_400.0));
    assert_eq!((longest("job"), longest("score")), (Some(7.0), Some(365.0)));
}

#[test]
fn a_read_begins_where_data_rests_and_a_schedule_is_no_wait() {
    let stored = "[ingest] K: 20 ms\n[process] Index: 2 s\n[store] S: 90 ms\n[serve] API: 20 ms\n[consumer] People\n\
                  K -> Index\nIndex -> S\nS -> API\nAPI -> People";
    let scoped = |latency: &str| {
        format!("scope latency: p95 ≤ 500 ms {latency}\nscope freshness: stale by at most 1 minute\n{stored}")
    };
    assert_eq!(worst(&scoped("from click to page"), "people"), 2.13);
    assert_eq!(worst(&scoped("for a search"), "people"), 0.11);
    let ends = |text: &str| {
        let board = sketch(text);
        let graph = Graph::new(&board);
        let latency = Latency::of(&graph, &Readings::of(&graph));
        latency.ends().len()
    };
    let auditors = format!("{stored}\n[consumer] Auditors\nS -> Auditors");
    assert_eq!(ends(&auditors), 2);
    assert_eq!(ends(&format!("{auditors}: quarterly")), 1);
    assert_eq!(
        ends("[ingest] K: 20 ms\n[serve] API: 20 ms\n[consumer] Books\nK -> API\nAPI -> Books: daily"),
        1
    );
}
