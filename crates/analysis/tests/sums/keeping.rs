//! What stores take in and hold, and how far back a process can be replayed: tables.

use analysis::Readings;
use analysis::retention::Retention;
use analysis::storage::Storage;
use board::graph::{BoxSlot, Graph};

use crate::{sketch, slot};

#[test]
fn a_store_grows_by_what_comes_times_copies_over_compression() {
    // What it states; gigabytes a day, gigabytes that it needs, days until it is full. A MB a second is 86.4 GB a day.
    type Row = (&'static str, [Option<f64>; 3]);
    let table: [Row; 12] = [
        ("keep 10 days, 864 GB", [Some(86.4), Some(864.0), Some(10.0)]),
        ("keep 10 days", [Some(86.4), Some(864.0), None]),
        ("864 GB, 432 GB", [Some(86.4), None, Some(10.0)]),
        ("keep 10 days, keep 5 days", [Some(86.4), Some(864.0), None]),
        ("×3 replicas", [Some(259.2), None, None]),
        ("3 copies, 2 copies", [Some(259.2), None, None]),
        ("3 partitions", [Some(86.4), None, None]),
        ("compressed 4x", [Some(21.6), None, None]),
        ("compressed to 25 %", [Some(21.6), None, None]),
        ("25 % compression", [Some(21.6), None, None]),
        ("0x compression", [Some(86.4), None, None]),
        (
            "×2 replicas, compressed 4x, keep 10 days, 432 GB",
            [Some(43.2), Some(432.0), Some(10.0)],
        ),
    ];
    for (text, wanted) in table {
        let board = sketch(&format!(
            "scope volume: 1k ev/s average, 9k ev/s peak, 1 KB each\n[ingest] K\n[store] S: {text}\nK -> S"
        ));
        let graph = Graph::new(&board);
        let storage = Storage::of(&graph, &Readings::of(&graph));
        let filling = storage.fillings[0];
        let giga = |bytes: Option<f64>| bytes.map(|bytes| (bytes / 1e6).round() / 1e3);
        let days = filling.days_until_full().map(|days| (days * 1e3).round() / 1e3);
        assert_eq!(
            [giga(filling.a_day()), giga(filling.needs()), days],
            wanted,
            "{text}"
        );
        assert!(filling.sure, "{text}");
    }
}

#[test]
fn only_stores_that_something_flows_into_are_filled() {
    let fillings = |volume: &str| {
        let board = sketch(&format!(
            "scope volume: {volume}\n[ingest] K\n[store] S: 1 TB\n[store] Aside: 1 TB\nK -> S"
        ));
        let graph = Graph::new(&board);
        let storage = Storage::of(&graph, &Readings::of(&graph));
        let full = storage
            .fillings
            .iter()
            .map(|filling| (filling.inflow, filling.days_until_full(), filling.sure));
        full.collect::<Vec<_>>()
    };
    assert_eq!(fillings("a lot"), []);
    assert_eq!(
        fillings("1k ev/s"),
        [(None, None, true)],
        "the size of an event is missing"
    );
    assert_eq!(fillings("1 MB/s"), [(Some(1e6), Some(1e6 / 86_400.0), true)]);
    assert_eq!(fillings("0 MB/s"), [(Some(0.0), None, true)], "it is never full");
    assert_eq!(
        fillings("1 MB/s peak"),
        [(Some(1e6), Some(1e6 / 86_400.0), false)],
        "a ceiling"
    );
}

/// The window that is asked for, in days.
fn window(scope: &str) -> Option<f64> {
    let board = sketch(scope);
    let graph = Graph::new(&board);
    let retention = Retention::of(&graph, &Readings::of(&graph));
    retention.window.map(|seconds| seconds / 86_400.0)
}

#[test]
fn the_replay_window_is_of_the_failure_answer_before_that_of_retention() {
    assert_eq!(window("scope failure: 7-day replay"), Some(7.0));
    assert_eq!(window("scope failure: keep 3 days"), Some(3.0));
    assert_eq!(window("scope failure: 7-day replay, keep 30 days"), Some(7.0));
    assert_eq!(window("scope failure: 7-day replay, 14-day replay"), Some(14.0));
    assert_eq!(window("scope retention: keep 30 days"), None);
    assert_eq!(window("scope retention: keep 30 days, 7-day replay"), Some(7.0));
    assert_eq!(
        window("scope retention: 7-day replay\nscope failure: 2-day replay"),
        Some(2.0)
    );
}

/// What a box can be replayed from: the box that keeps longest, for how many days, and the first that does not say.
fn kept(text: &str, id: &str) -> (Option<(String, f64)>, Option<String>) {
    let board = sketch(text);
    let graph = Graph::new(&board);
    let kept = Retention::of(&graph, &Readings::of(&graph)).kept(slot(&graph, id));
    let name = |slot: BoxSlot| graph.get_box(slot).id.to_string();
    (
        kept.longest
            .map(|(slot, seconds)| (name(slot), seconds / 86_400.0)),
        kept.unsaid.map(name),
    )
}

#[test]
fn a_process_can_be_replayed_from_what_stands_before_it_and_from_the_raw_copy_it_writes() {
    let some = |id: &str, days: f64| Some((id.to_owned(), days));
    #[rustfmt::skip]
    let table = [
        ("[ingest] K: keep 7 days\n[process] P\nK -> P", some("k", 7.0), None),
        ("[ingest] K\n[process] P\nK -> P", None, Some("k")),
        ("[ingest] K: keep 7 days\n[ingest] L: keep 9 days\n[process] P\nK -> P\nL -> P", some("l", 9.0), None),
        ("[ingest] K: keep 7 days\n[ingest] L: keep 7 days\n[process] P\nK -> P\nL -> P", some("k", 7.0), None),
        ("[ingest] K: keep 7 days\n[ingest] L\n[process] P\nK -> P\nL -> P", some("k", 7.0), Some("l")),
        ("[source] A: keep 7 days\n[process] O: keep 7 days\n[process] P\nA -> O\nO -> P", None, None),
        ("[ingest] K: keep 7 days\n[process] P\n[store] S: keep 1 year\nK -> P\nP -> S", some("k", 7.0), None),
        ("[ingest] K: keep 7 days\n[process] P\n[store] Bronze: keep 365 days\nK -> P\nP -> Bronze", some("bronze", 365.0), None),
        ("[ingest] K: keep 7 days\n[process] P\n[store] Raw events\nK -> P\nP -> Raw events", some("k", 7.0), Some("raw-events")),
        ("[ingest] K: keep 7 days\n[process] P\n[serve] Archive: keep 365 days\nK -> P\nP -> Archive", some("k", 7.0), None),
        ("[ingest] K: keep 7 days\n[process] P\n[store] A: keep 365 days\nK -> P\nA -failure-> P", some("a", 365.0), None),
        ("[ingest] K: keep 7 days\n[process] P\n[store] A: keep 365 days\nK -> P\nA -control-> P", some("k", 7.0), None),
    ];
    for (text, longest, unsaid) in table {
        assert_eq!(kept(text, "p"), (longest, unsaid.map(str::to_owned)), "{text}");
    }
}
