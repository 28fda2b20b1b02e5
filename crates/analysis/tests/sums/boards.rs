//! The sums on small boards: demand, flow, latency routes, prices, retention.

use analysis::cost::Cost;
use analysis::latency::Latency;
use analysis::rate::{Demand, Rates};
use analysis::retention::Retention;
use analysis::{Readings, Stop};
use board::graph::Graph;

use crate::{milli, names, sketch, slot};

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

/// What a board costs a month, rounded; and who says no cost, and who a cost that cannot be added.
fn costs(text: &str) -> (f64, String, usize) {
    let board = sketch(text);
    let graph = Graph::new(&board);
    let readings = Readings::of(&graph);
    let cost = Cost::of(&graph, &readings, &Demand::of(&readings));
    (
        cost.total().round(),
        names(&graph, &cost.unstated),
        cost.apart.len(),
    )
}

#[test]
fn costs_add_up_in_the_currency_of_the_ceiling_and_the_rest_stands_apart() {
    let dollars = "scope volume: 1 MB/s average";
    let euros = "scope cost: ≤ €9k/month";
    #[rustfmt::skip]
    let table = [
        (format!("{dollars}\n[ingest] K: $6k/mo\n[store] S: $500/mo, $20/mo\nK -> S: $70/mo"), 6_590.0, "", 0),
        (format!("{dollars}\n[ingest] K: $6k/mo\n[store] S: €500/mo"), 6_000.0, "", 1),
        (format!("{dollars}\n{euros}\n[ingest] K: $6k/mo\n[store] S: €500/mo"), 500.0, "", 1),
        (format!("{dollars}\n{euros}\n[store] S: $2 per GB"), 0.0, "", 1),
        ("[store] S: $2 per GB".to_owned(), 0.0, "", 1),
        (format!("{dollars}\n[store] S: $2 per GB"), 5_256.0, "", 0),
        (format!("{dollars}\n[store] S: $2 per GiB"), 4_895.0, "", 0),
        (format!("{dollars}\n[store] S: $2k per TiB"), 4_780.0, "", 0),
        (format!("{dollars}\n[store] S: $2 per seat"), 0.0, "", 1),
        // A price is for the load of the box itself, where it says what that is on average.
        (format!("{dollars}\n[store] S: $2 per GB, 3 MB/s average"), 15_768.0, "", 0),
        (format!("{dollars}\n[store] S: $2 per GB, 3 MB/s"), 5_256.0, "", 0),
        (format!("{dollars}\n[store] S: $2 per 1,000 events, 1 ev/s average"), 5_256.0, "", 0),
        // What a spike costs is not what a month costs.
        (format!("{dollars}\n[process] P: spike of $3k\n[serve] API: $1/mo"), 1.0, "p", 0),
        ("[source] A\n[ingest] K\n[process] P: $1/mo\n[consumer] C".to_owned(), 1.0, "k", 0),
    ];
    for (text, total, unstated, apart) in table {
        assert_eq!(costs(&text), (total, unstated.to_owned(), apart), "{text}");
    }
}

#[test]
fn the_ceiling_is_the_lowest_that_is_at_most_and_no_unit_price() {
    let ceiling = |answer: &str| {
        let board = sketch(&format!("scope cost: {answer}"));
        let graph = Graph::new(&board);
        let readings = Readings::of(&graph);
        let cost = Cost::of(&graph, &readings, &Demand::of(&readings));
        (cost.ceiling, cost.currency)
    };
    assert_eq!(ceiling("≤ $40k/month"), (Some(4e4), None));
    assert_eq!(ceiling("$9k/month, ≤ $40k/month"), (Some(4e4), None));
    assert_eq!(ceiling("≤ $50k/month, ≤ $40k/month"), (Some(4e4), None));
    assert_eq!(ceiling("$50k/month, $40k/month"), (Some(4e4), None));
    assert_eq!(ceiling("≤ €40k/month"), (Some(4e4), Some("EUR".to_owned())));
    assert_eq!(ceiling("≤ $1 per GB, $9k/month"), (Some(9e3), None));
    assert_eq!(ceiling("≤ $1 per GB"), (None, None));
}

#[test]
fn what_it_costs_is_shared_over_what_comes() {
    let per_unit = |volume: &str| {
        let board = sketch(&format!("scope volume: {volume}\n[store] S: $2628/mo"));
        let graph = Graph::new(&board);
        let readings = Readings::of(&graph);
        let demand = Demand::of(&readings);
        let per_unit = Cost::of(&graph, &readings, &demand).per_unit(&demand);
        (per_unit.million_events.map(milli), per_unit.gigabyte.map(milli))
    };
    // 1 MB a second for 730 hours are 2,628 GB.
    assert_eq!(per_unit("1 MB/s average, 9 MB/s peak"), (None, Some(1.0)));
    assert_eq!(per_unit("2k ev/s"), (Some(0.5), None));
    assert_eq!(per_unit("0 ev/s"), (None, None));
}
