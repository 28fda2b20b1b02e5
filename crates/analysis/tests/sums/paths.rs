//! Availability, structure and freshness against closed forms, and on random boards against what enumeration gives.

use std::fmt::Write;

use analysis::availability::Availability;
use analysis::cost::{Cost, OwnerCost};
use analysis::freshness::Freshness;
use analysis::rate::Demand;
use analysis::storage::Storage;
use analysis::structure::Structure;
use analysis::{Readings, Stop};
use board::Board;
use board::graph::Graph;
use proptest::prelude::*;

use crate::{sketch, slot};

fn close(seen: f64, wanted: f64) {
    assert!((seen - wanted).abs() < 1e-9, "{seen} for {wanted}");
}

/// What is left for `end`, and how many boxes are open.
fn available(text: &str, end: &str) -> (f64, usize) {
    let board = sketch(text);
    let graph = Graph::new(&board);
    let availability = Availability::of(&graph, &Readings::of(&graph));
    let end = slot(&graph, end);
    let product: f64 = availability
        .shares(end)
        .iter()
        .map(|share| share.own.unwrap_or(1.0) * share.beside)
        .product();
    close(product, availability.total(end));
    (availability.total(end), availability.open().len())
}

#[test]
fn in_series_times_and_in_parallel_one_less_what_fails_together() {
    let series = "[ingest] K: 99 %\n[process] P: 98 %\n[serve] API: 97 %\nK -> P\nP -> API";
    let (total, open) = available(series, "api");
    close(total, 0.99 * 0.98 * 0.97);
    assert_eq!(open, 0);
    let parallel = "[ingest] K: 99 %\n[process] A: 90 %\n[process] B: 95 %\n[serve] API\nK -> A\nK -> B\nA -> API\nB -> API";
    let (total, open) = available(parallel, "api");
    close(total, 0.99 * (1.0 - 0.1 * 0.05));
    assert_eq!(open, 1);
    let each = "[ingest] K: 99 % each, 2 replicas\n[serve] API: ×3, 99.9 %\nK -> API";
    close(available(each, "api").0, (1.0 - 0.01 * 0.01) * 0.999);
}

#[test]
fn data_at_rest_is_served_without_what_wrote_it_and_a_lookup_takes_nothing_off() {
    let stored = "[ingest] K: 90 %\n[store] S: 99.9 %\n[serve] API: 99 %\nK -> S\nS -> API";
    close(available(stored, "api").0, 0.999 * 0.99);
    let lookup = "[ingest] K: 99 %\n[store] S: 91 %\n[serve] API: 98 %\nK -> S\nS -> API\nK -> API";
    close(available(lookup, "api").0, 0.99 * 0.98);
}

#[test]
fn the_answer_names_of_whom_it_is_asked() {
    let board = sketch(
        "scope availability: 99.9 % for search\n[ingest] K\n[serve] Log search\n[serve] Alerts\nK -> Log search\nK -> Alerts",
    );
    let graph = Graph::new(&board);
    let availability = Availability::of(&graph, &Readings::of(&graph));
    assert_eq!(availability.ends(), [slot(&graph, "log-search")]);
    assert_eq!(availability.target(), Some(0.999));
    assert_eq!(availability.worst_end(), Some(slot(&graph, "log-search")));
}

#[test]
fn whoever_waits_loses_with_each_box_that_all_paths_pass() {
    let board = sketch(
        "[ingest] K\n[process] A\n[process] B\n[serve] API\n[consumer] C\n[consumer] D\n[store] Ref\nK -> A\nK -> B\n\
         A -> API\nB -> API\nRef -> API\nAPI -> C\nB -> D",
    );
    let graph = Graph::new(&board);
    let structure = Structure::of(&graph);
    let at = |id: &str| slot(&graph, id);
    let lost = ["k", "a", "b", "api", "c", "ref"].map(|id| structure.lost(at(id)));
    assert_eq!(lost, [2, 0, 1, 1, 0, 0]);
    assert_eq!(structure.losers(at("b")), [at("d")]);
    assert_eq!(
        structure.needed(&[at("d"), at("c")]),
        ["k", "b", "api", "c", "d"].map(at)
    );
    assert_eq!(structure.passed(at("c")), [at("k"), at("api"), at("c")]);
}

/// How old data is at `end`, and that it is what the hops add up to.
fn age(text: &str, end: &str) -> f64 {
    let board = sketch(text);
    let graph = Graph::new(&board);
    let freshness = Freshness::of(&graph, &Readings::of(&graph));
    let route = freshness.route(&graph, slot(&graph, end));
    close(route.hops.iter().map(|hop| hop.seconds).sum(), route.seconds);
    assert_eq!(route.stops.last(), Some(&Stop::Box(slot(&graph, end))));
    route.seconds
}

#[test]
fn intervals_and_hops_add_up() {
    let chain = "[ingest] L: every 5 min\n[process] J: hourly, p95 2 min\n[store] S\n[serve] W: p95 8 s\n[consumer] C\n\
                 L -> J: hourly\nJ -> S: 10 s\nS -> W\nW -> C: every 30 minutes";
    close(age(chain, "c"), 300.0 + 3_600.0 + 120.0 + 10.0 + 8.0);
    let tiers = "[ingest] L: every 5 min\n[store] Hot\n[store] Cold\n[serve] W\nL -> Hot\nHot -> Cold: daily\nHot -> W\nCold -> W";
    close(age(tiers, "w"), 300.0);
    close(age(&tiers.replace("\nHot -> W", ""), "w"), 86_700.0);
    let lookup = "[ingest] K: 20 ms\n[process] Training: daily\n[store] Models\n[serve] Score: 30 ms\nK -> Training\n\
                  Training -> Models\nModels -> Score\nK -> Score";
    close(age(lookup, "score"), 0.05);
    close(
        age(
            "[ingest] F: window 10 s, allowed lateness 1 h\n[serve] W\nF -> W",
            "w",
        ),
        10.0,
    );
}

#[test]
fn a_store_holds_what_a_day_writes_times_what_it_keeps() {
    let board = sketch(
        "scope volume: 20k ev/s average, 500k ev/s peak, 1 KB each\n[ingest] K\n[store] Raw: keep 90 days, 200 TB, ×2 replicas\n\
         [process] P\n[store] Sums: keep 1 year, compressed 4x\nK -> Raw\nK -> P\nP -> Sums",
    );
    let graph = Graph::new(&board);
    let storage = Storage::of(&graph, &Readings::of(&graph));
    let [raw, sums] = storage.fillings.as_slice() else {
        panic!("{storage:?}")
    };
    close(raw.a_day().unwrap(), 2e7 * 86_400.0 * 2.0);
    close(raw.needs().unwrap() / 1e12, 2e7 * 86_400.0 * 2.0 * 90.0 / 1e12);
    close(raw.days_until_full().unwrap(), 200e12 / (2e7 * 86_400.0 * 2.0));
    assert!(raw.sure && !sums.sure, "a process may write less than it reads");
    close(sums.needs().unwrap() / 1e12, 2e7 * 86_400.0 * 365.0 / 4.0 / 1e12);
    assert_eq!((sums.size, sums.days_until_full()), (None, None));
}

#[test]
fn costs_are_shared_by_owner_and_over_what_comes() {
    let board = sketch(
        "scope volume: 1 MB/s average, 1 KB each\n[ingest] K: $6k/mo @Pay\n[store] S: $1k/mo @Data\n[serve] API: $2k/mo @Data\n\
         K -> S: $500/mo @Pay -> Data",
    );
    let graph = Graph::new(&board);
    let readings = Readings::of(&graph);
    let demand = Demand::of(&readings);
    let cost = Cost::of(&graph, &readings, &demand);
    let by = |owner, amount| OwnerCost { owner, amount };
    assert_eq!(cost.by_owner(&graph), [by("Pay", 6_500.0), by("Data", 3_000.0)]);
    let unit = cost.per_unit(&demand);
    // 1 MB/s for 730 hours are 2,628 GB and as many million events.
    close(unit.gigabyte.unwrap(), 9_500.0 / 2_628.0);
    close(unit.million_events.unwrap(), 9_500.0 / 2_628.0);
}

/// A board of ingest boxes `0`, `1`, … with these constraints, and a consumer behind the last.
fn board_of(constraints: &[String], edges: &[(usize, usize)]) -> Board {
    let mut text = String::new();
    for (number, words) in constraints.iter().enumerate() {
        writeln!(text, "b{number} = [ingest] B{number}: {words}").unwrap();
    }
    for (from, to) in edges {
        writeln!(text, "b{from} -> b{to}").unwrap();
    }
    writeln!(text, "c = [consumer] C\nb{} -> c", constraints.len() - 1).unwrap();
    sketch(&text)
}

/// The last of `count` boxes is reached from one that nothing feeds, over boxes of which `is_up` holds.
fn reaches_last(count: usize, edges: &[(usize, usize)], is_up: impl Fn(usize) -> bool) -> bool {
    let is_fed = |number: usize| edges.iter().any(|(_, to)| *to == number);
    let mut reached: Vec<bool> = (0..count)
        .map(|number| !is_fed(number) && is_up(number))
        .collect();
    for _ in 0..count {
        for (from, to) in edges {
            reached[*to] |= reached[*from] && is_up(*to);
        }
    }
    reached[count - 1]
}

/// Up to seven boxes with a percentage each, and edges from lower to higher numbers.
fn networks() -> impl Strategy<Value = (Vec<u8>, Vec<(usize, usize)>)> {
    (2_usize..8).prop_flat_map(|count| {
        let edges = prop::collection::vec((0..count, 0..count), 0..14);
        (prop::collection::vec(90_u8..100, count), edges)
    })
}

fn forward(edges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let ordered = edges.iter().map(|(a, b)| (*a.min(b), *a.max(b)));
    ordered.filter(|(a, b)| a != b).collect()
}

proptest! {
    #[test]
    fn no_network_is_up_more_often_than_is_said((shares, edges) in networks()) {
        let edges = forward(&edges);
        let words: Vec<String> = shares.iter().map(|share| format!("{share} %")).collect();
        let board = board_of(&words, &edges);
        let graph = Graph::new(&board);
        let said = Availability::of(&graph, &Readings::of(&graph)).total(slot(&graph, "c"));
        let mut exact = 0.0;
        for state in 0..(1_u32 << shares.len()) {
            let is_up = |number: usize| state & (1 << number) != 0;
            if reaches_last(shares.len(), &edges, is_up) {
                let share = |(number, share): (usize, &u8)| {
                    let share = f64::from(*share) / 100.0;
                    if is_up(number) { share } else { 1.0 - share }
                };
                exact += shares.iter().enumerate().map(share).product::<f64>();
            }
        }
        prop_assert!(said > exact - 1e-9 && said <= 1.0, "{} for {}", said, exact);
    }

    #[test]
    fn what_is_lost_is_what_removal_cuts_off((shares, edges) in networks(), is_cyclic: bool) {
        let forward = forward(&edges);
        let edges = if is_cyclic { edges.into_iter().filter(|(a, b)| a != b).collect() } else { forward };
        let board = board_of(&vec![String::new(); shares.len()], &edges);
        let graph = Graph::new(&board);
        let structure = Structure::of(&graph);
        let end = slot(&graph, "c");
        let count = shares.len();
        for gone in 0..count {
            let slot = slot(&graph, &format!("b{gone}"));
            let is_lost = structure.losers(slot) == [end];
            prop_assert_eq!(structure.lost(slot), usize::from(is_lost));
            prop_assert_eq!(is_lost, structure.passed(end).contains(&slot));
            if !is_cyclic {
                let cut = !reaches_last(count, &edges, |number| number != gone);
                prop_assert_eq!(is_lost, cut);
            }
        }
    }

    #[test]
    fn the_oldest_path_is_the_longest((waits, edges) in networks()) {
        let edges = forward(&edges);
        let words: Vec<String> = waits.iter().map(|wait| format!("every {wait} s")).collect();
        let board = board_of(&words, &edges);
        let graph = Graph::new(&board);
        let freshness = Freshness::of(&graph, &Readings::of(&graph));
        let mut longest: Vec<f64> = waits.iter().map(|wait| f64::from(*wait)).collect();
        for number in 0..waits.len() {
            let into = edges.iter().filter(|(_, to)| *to == number);
            let before = into.map(|(from, _)| longest[*from]).fold(0.0, f64::max);
            longest[number] += before;
        }
        prop_assert_eq!(freshness.total(slot(&graph, "c")), longest[waits.len() - 1]);
    }
}
