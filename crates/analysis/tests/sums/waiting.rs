//! Who waits, for how long at the most, and which boxes on their ways say nothing: tables.

use analysis::freshness::Freshness;
use analysis::latency::{Latency, budget, promise};
use analysis::{Readings, Stop};
use board::graph::{BoxSlot, Graph};

use crate::{milli, name, names, sketch};

/// Who waits and who of them longest, how many milliseconds, and the boxes that say nothing.
fn latency(text: &str) -> (String, String, f64, String) {
    let board = sketch(text);
    let graph = Graph::new(&board);
    let latency = Latency::of(&graph, &Readings::of(&graph));
    let worst = latency.worst_end();
    let total = worst.map_or(0.0, |end| latency.total(end));
    let on_path = |slot: &BoxSlot| latency.is_on_path(*slot);
    assert!(
        latency.open().iter().all(on_path) && latency.ends().iter().all(on_path),
        "{text}"
    );
    let open = names(&graph, latency.open());
    (
        names(&graph, latency.ends()),
        name(&graph, worst),
        milli(total * 1e3),
        open,
    )
}

#[test]
fn the_latency_is_of_those_whom_live_events_reach() {
    let live = "[ingest] K: 20 ms\n[serve] API: 30 ms\nK -> API";
    let stored = "[store] S: 90 ms\n[serve] Reports: 400 ms\nK -> S\nS -> Reports";
    let both = format!("{live}\n{stored}");
    let fresh = "scope freshness: 1 min";
    #[rustfmt::skip]
    let table: [(String, &str, &str, f64, &str); 16] = [
        (live.to_owned(), "api", "api", 50.0, ""),
        (both.clone(), "api reports", "reports", 510.0, ""),
        (format!("{fresh}\n{both}"), "api", "api", 50.0, ""),
        (format!("{fresh}\n[ingest] K: 20 ms\n{stored}"), "reports", "reports", 510.0, ""),
        // The first of two that wait as long.
        ("[ingest] K: 5 ms\n[serve] A\n[serve] B\nK -> A\nK -> B".into(), "a b", "a", 5.0, "a b"),
        ("[ingest] K: 5 ms\n[serve] A\n[serve] B: 1 ms\n[serve] C\nK -> A\nK -> B\nK -> C".into(), "a b c", "b", 6.0, "a c"),
        // A consumer that nothing reaches does not wait, nor does a serve box in front of one.
        (format!("{live}\n[consumer] Shop"), "api", "api", 50.0, ""),
        (format!("{live}\n[consumer] Shop\nAPI -> Shop"), "shop", "shop", 50.0, ""),
        (format!("{live}\n[serve] Alone: 1 s"), "api", "api", 50.0, ""),
        // What does not lie on the way to an end is not open, and sources and consumers never are.
        (format!("{live}\n[process] Aside\nK -> Aside"), "api", "api", 50.0, ""),
        ("[source] Tills\n[ingest] K\n[process] P: 4 ms\n[consumer] Shop\nTills -> K\nK -> P\nP -> Shop".into(), "shop", "shop", 4.0, "k"),
        // A job that works every so often waits that long, unless freshness is asked apart.
        ("[ingest] K: every 2 s\n[serve] API\nK -> API".into(), "api", "api", 2_000.0, "api"),
        (format!("{fresh}\n[ingest] K: every 2 s\n[serve] API\nK -> API"), "api", "api", 0.0, "k api"),
        ("scope freshness: stale by 1 h\n[ingest] K: every 2 s, 7 ms\n[serve] API: every 2 s\nK -> API".into(), "api", "api", 7.0, "api"),
        // Of those at the percentile of the budget; else the worst.
        ("scope latency: p99 1 s\n[ingest] K: p50 5 ms, p99 20 ms, 90 ms\n[serve] API: 4 ms, 3 ms\nK -> API".into(), "api", "api", 24.0, ""),
        ("[ingest] K: p50 5 ms, p99 20 ms, p99 500 ms end to end\n[serve] API: 4 ms, 3 ms\nK -> API".into(), "api", "api", 24.0, ""),
    ];
    for (text, ends, worst, total, open) in table {
        let wanted = (ends.to_owned(), worst.to_owned(), total, open.to_owned());
        assert_eq!(latency(&text), wanted, "{text}");
    }
}

#[test]
fn a_lookup_is_open_up_to_the_store_and_what_fills_that_is_not() {
    let lookup = "scope freshness: 1 h\n[ingest] K: 20 ms\n[process] Train\n[store] R\n[serve] Near\n[serve] API\nK -> API\nK -> Train\nTrain -> R\nR -> Near\nNear -> API";
    let (ends, _, total, open) = latency(lookup);
    assert_eq!((ends.as_str(), total, open.as_str()), ("api", 20.0, "r near api"));
    // The slowest of several reads counts, with its edge.
    let reads = "[ingest] K: 20 ms\n[process] Train: 1 h\n[store] R: 30 ms\n[store] Q: 10 ms\n[serve] API: 1 ms\nK -> API\nK -> Train\n\
                 Train -> R\nTrain -> Q\nR -> API\nQ -> API: 25 ms";
    assert_eq!(latency(reads).2, 36.0);
    let near = "scope freshness: 1 h\n[ingest] K: 20 ms\n[process] Train: 1 h\n[store] R: 30 ms\n[store] Q: 10 ms\n[serve] Near: 2 ms\n[serve] API: 1 ms\nK -> API\n\
                K -> Train\nTrain -> R\nTrain -> Q\nR -> Near\nQ -> Near: 25 ms\nNear -> API";
    assert_eq!(latency(near).2, 38.0);
    // A process in between is no lookup any more: it works on what is stored, at its own pace.
    let between = "[ingest] K: 20 ms\n[process] Train: 1 h\n[store] R: 30 ms\n[process] Slow: 2 h\n[serve] API: 1 ms\nK -> API\nK -> Train\n\
                   Train -> R\nR -> Slow\nSlow -> API";
    assert_eq!(latency(between).2, 21.0);
}

#[test]
fn the_sum_starts_again_at_a_store_behind_something_at_intervals() {
    let fresh = "scope freshness: 1 h";
    let paced = "[ingest] K: 1 s\n[process] Job: hourly, 20 s\n[store] S: 90 ms\n[serve] API: 10 ms\nK -> Job\nJob -> S\nS -> API";
    assert_eq!(latency(&format!("{fresh}\n{paced}")).2, 100.0);
    assert_eq!(latency(paced).2, 21_100.0);
    let unsaid = paced.replace("1 s", "no loss").replace(", 20 s", "");
    assert_eq!(
        latency(&format!("{fresh}\n{unsaid}")).3,
        "",
        "what is under freshness is not open"
    );
    let steady = paced.replace("hourly, ", "");
    assert_eq!(latency(&format!("{fresh}\n{steady}")).2, 21_100.0);
    let cleaned = paced.replace("Job -> S", "[process] Clean: 5 s\nJob -> Clean\nClean -> S");
    assert_eq!(
        latency(&format!("{fresh}\n{cleaned}")).2,
        100.0,
        "also behind a second job"
    );
    let two = format!("{fresh}\n{paced}\n[ingest] L: 2 s\nL -> S");
    assert_eq!(latency(&two).2, 2_100.0, "another way into the store goes on");
    let one_read = "scope latency: p95 500 ms for a search\nscope freshness: 1 min\n[ingest] K\n[store] S: 90 ms\n[serve] API\nK -> S\nS -> API";
    let (_, _, total, open) = latency(one_read);
    assert_eq!(
        (total, open.as_str()),
        (90.0, "api"),
        "what fills the store is not in the way of a read"
    );
}

#[test]
fn who_gets_data_on_a_schedule_does_not_wait_as_long_as_somebody_does() {
    let chain = "[ingest] K: 20 ms\n[serve] API: 20 ms\n[consumer] People\n[consumer] Books\nK -> API\nAPI -> People\nAPI -> Books";
    let ends = |text: &str| latency(text).0;
    assert_eq!(ends(chain), "people books");
    assert_eq!(ends(&format!("{chain}: daily")), "people");
    assert_eq!(
        ends(&format!("{chain}: daily, 5 ms")),
        "people books",
        "it says how long it takes"
    );
    assert_eq!(
        ends(&format!("{chain}: daily\nK -> Books")),
        "people books",
        "it is fed at once as well"
    );
    let both = chain.replace("API -> People", "API -> People: hourly");
    assert_eq!(ends(&format!("{both}: daily")), "people books");
}

#[test]
fn the_budget_is_end_to_end_else_at_the_highest_percentile_else_the_first() {
    // Milliseconds, and the percentile.
    let table = [
        ("200 ms", Some((200.0, None))),
        ("200 ms, 100 ms", Some((200.0, None))),
        ("100 ms, 200 ms", Some((100.0, None))),
        ("p50 50 ms, p99 200 ms", Some((200.0, Some(99.0)))),
        ("p99 200 ms, p50 50 ms", Some((200.0, Some(99.0)))),
        ("p99 200 ms, p50 500 ms end to end", Some((500.0, Some(50.0)))),
        ("p99 200 ms, 20 ms per hop", Some((200.0, Some(99.0)))),
        ("20 ms per hop", None),
        ("at least 20 ms, p50 80 ms", Some((80.0, Some(50.0)))),
        ("99.9 %", None),
        ("fast", None),
    ];
    for (text, wanted) in table {
        let board = sketch(&format!("scope latency: {text}"));
        let found = budget(&Readings::of(&Graph::new(&board)));
        let found = found.map(|found| (milli(found.seconds * 1e3), found.percentile));
        assert_eq!(found, wanted, "{text}");
    }
}

#[test]
fn a_promise_is_of_everything_up_to_it() {
    let seconds = |text: &str| promise(&quantity::read(text)).map(|found| (found.seconds, found.percentile));
    assert_eq!(seconds("p99 200 ms end to end"), Some((0.2, Some(99.0))));
    assert_eq!(seconds("5 ms, p99 200 ms end to end"), Some((0.2, Some(99.0))));
    assert_eq!(seconds("5 ms"), None);
    assert_eq!(seconds("data 2 h old end to end"), None);
}

#[test]
fn of_ways_that_take_as_long_the_first_is_the_path() {
    let path = |text: &str| {
        let board = sketch(text);
        let graph = Graph::new(&board);
        let latency = Latency::of(&graph, &Readings::of(&graph));
        let stops = latency.route(&graph, latency.worst_end().unwrap()).stops;
        let boxes = stops.iter().filter_map(|stop| match stop {
            Stop::Box(slot) => Some(*slot),
            Stop::Edge(_) => None,
        });
        names(&graph, &boxes.collect::<Vec<_>>())
    };
    let two =
        "[ingest] K\n[process] A: 5 ms\n[process] B: 5 ms\n[serve] API\nK -> A\nK -> B\nA -> API\nB -> API";
    assert_eq!(path(two), "k a api");
    let reads = "scope freshness: 1 h\n[ingest] K\n[process] Job: 1 ms\n[store] A: 5 ms\n[store] B: 5 ms\n[serve] Near\n[serve] API\nK -> Job\nJob -> A\n\
                 Job -> B\nA -> Near\nB -> Near\nNear -> API\nK -> API";
    assert_eq!(path(reads), "a near api");
}

/// Who reads and who of them the oldest data, how old in seconds, and the boxes that say nothing.
fn freshness(text: &str) -> (String, String, f64, String) {
    let board = sketch(text);
    let graph = Graph::new(&board);
    let freshness = Freshness::of(&graph, &Readings::of(&graph));
    let worst = freshness.worst_end();
    let total = worst.map_or(0.0, |end| freshness.total(end));
    let on_path = |slot: &BoxSlot| freshness.is_on_path(*slot);
    assert!(
        freshness.open().iter().all(on_path) && freshness.ends().iter().all(on_path),
        "{text}"
    );
    let open = names(&graph, freshness.open());
    (
        names(&graph, freshness.ends()),
        name(&graph, worst),
        milli(total),
        open,
    )
}

#[test]
fn freshness_names_who_reads_what_is_oldest_and_the_boxes_that_say_nothing() {
    let chain =
        "[ingest] K: 5 s\n[process] P: every 5 min\n[store] S\n[serve] Site\nK -> P\nP -> S\nS -> Site";
    let readers = "[ingest] K: 5 s\n[store] S\n[consumer] Shop\n[consumer] Books\nK -> S\nS -> Shop\nS -> Books: quarterly";
    #[rustfmt::skip]
    let table = [
        (chain.to_owned(), "site", "site", 305.0, ""),
        (chain.replace("5 s", "no loss"), "site", "site", 300.0, "k"),
        (chain.replace("every 5 min", "no loss"), "site", "site", 5.0, "p"),
        // Who fetches over an edge is timed by that.
        (chain.replace("every 5 min", "no loss").replace("K -> P", "K -> P: every 10 min"), "site", "site", 605.0, ""),
        (chain.replace("K -> P", "K -> P: every 10 min"), "site", "site", 605.0, ""),
        (chain.replace("K -> P", "K -> P: every 1 min, 2 s"), "site", "site", 307.0, ""),
        // What leads to nobody is not open.
        (format!("{chain}\n[process] Aside\nK -> Aside"), "site", "site", 305.0, ""),
        // One who comes less often than data may be old is left out while others read.
        (readers.to_owned(), "shop books", "shop", 5.0, ""),
        (format!("scope freshness: 1 day\n{readers}"), "shop", "shop", 5.0, ""),
        (format!("scope freshness: 3 years\n{readers}"), "shop books", "shop", 5.0, ""),
        (format!("scope freshness: 1 day\n{readers}, 3 s"), "shop books", "books", 8.0, ""),
        (format!("scope freshness: 1 day\n{readers}\nK -> Books"), "shop books", "shop", 5.0, ""),
        (format!("scope freshness: 1 day\n{}", readers.replace("S -> Shop", "S -> Shop: monthly")), "shop books", "shop", 5.0, ""),
        // As often as data may be old is often enough.
        (format!("scope freshness: 1 day\n{}", readers.replace("quarterly", "every 1 day")), "shop books", "shop", 5.0, ""),
        (format!("scope freshness: 1 day\n{}", readers.replace("[consumer] Books", "[serve] Books")), "shop books", "books", 7_884_005.0, ""),
    ];
    for (text, ends, worst, total, open) in table {
        let wanted = (ends.to_owned(), worst.to_owned(), total, open.to_owned());
        assert_eq!(freshness(&text), wanted, "{text}");
    }
}

#[test]
fn the_age_that_is_let_is_the_most_generous_and_the_question_tells_what_is_meant() {
    let hours = |answer: &str| {
        let board = sketch(&format!("scope freshness: {answer}"));
        let graph = Graph::new(&board);
        let freshness = Freshness::of(&graph, &Readings::of(&graph));
        freshness.budget().map(|seconds| milli(seconds / 3_600.0))
    };
    assert_eq!(hours("stale by at most 2 h"), Some(2.0));
    assert_eq!(hours("1 h"), Some(1.0));
    assert_eq!(hours("1 day"), Some(24.0));
    assert_eq!(hours("stale by at most 2 h, stale by at most 6 h"), Some(6.0));
    assert_eq!(
        hours("stale by at most 2 h for the desk, 9 h in transit"),
        Some(2.0)
    );
    assert_eq!(hours("99 %"), None);
}

#[test]
fn the_worst_path_names_boxes_and_edges_in_order() {
    let text = "[ingest] K: 5 s\n[process] P: every 5 min\n[process] Q: every 9 min\n[serve] Site\nK -> P\nK -> Q\nP -> Site\nQ -> Site: 3 s";
    let board = sketch(text);
    let graph = Graph::new(&board);
    let freshness = Freshness::of(&graph, &Readings::of(&graph));
    let route = freshness.route(&graph, freshness.worst_end().unwrap());
    let told = |stop: &Stop| match stop {
        Stop::Box(slot) => graph.get_box(*slot).id.to_string(),
        Stop::Edge(slot) => graph.edge(*slot).id.to_string(),
    };
    let stops: Vec<String> = route.stops.iter().map(told).collect();
    assert_eq!(stops, ["k", "e2", "q", "e4", "site"]);
    let hops: Vec<(String, f64)> = route
        .hops
        .iter()
        .map(|hop| (told(&hop.stop), hop.seconds))
        .collect();
    let wanted = [("k", 5.0), ("q", 540.0), ("e4", 3.0)].map(|(at, seconds)| (at.to_owned(), seconds));
    assert_eq!(hops, wanted);
}
