//! Numbers: each figure says where it comes from, and leaves as text without loss.

use analysis::numbers::{At, BoxLoad, Figure, Numbers, Path, Served};
use board::{Board, BoxId, EdgeId};
use proptest::prelude::*;
use serde_json::Value;

use crate::milli;

fn numbers(text: &str) -> Numbers {
    let board = board::sketch::read(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    Numbers::of(&board)
}

fn written(numbers: &Numbers) -> Value {
    serde_json::from_str(&numbers.write()).unwrap()
}

fn id(text: &str) -> BoxId {
    BoxId::new(text).unwrap()
}

const CHAIN: &str = "scope latency: p99 200 ms\nscope volume: 1k ev/s average, 2k ev/s peak, 10x spike\n\
     scope cost: $10k/month\n[source] Tills\n[ingest] Log: 30k ev/s, p99 20 ms, $4k/mo @Payments\n\
     [process] Job: 10k ev/s, $2k/mo @Risk\n[serve] API: p99 50 ms, 99.9 %\n[consumer] Shop\n\
     Tills -> Log\nLog -> Job: p99 5 ms\nJob -> API\nAPI -> Shop";

#[test]
fn a_path_says_which_hops_are_open() {
    let path = numbers(CHAIN).latency;
    assert_eq!(path.budget, Figure::Stated(0.2));
    assert_eq!(path.percentile, Some(99.0));
    assert_eq!(path.end, Some(id("shop")));
    let Figure::WorkedOut(total) = path.total else {
        panic!("{:?}", path.total)
    };
    assert!((total - 0.075).abs() < 1e-12, "{total}");
    let hops: Vec<(bool, Figure)> = path
        .hops
        .rows
        .iter()
        .map(|hop| (matches!(hop.at, At::Box(_)), hop.seconds))
        .collect();
    let stated = Figure::Stated;
    let wanted = [
        (true, stated(0.02)),
        (false, stated(0.005)),
        (true, Figure::Open),
        (true, stated(0.05)),
    ];
    assert_eq!(hops, wanted);
    assert_eq!(path.open.rows, [id("job")]);
}

#[test]
fn the_fullest_box_comes_first_and_what_is_not_stated_stays_open() {
    let load = numbers(CHAIN).load;
    assert_eq!(load.worst_events, Figure::WorkedOut(20_000.0));
    assert_eq!(load.usual_events, Figure::Stated(1_000.0));
    let rows: Vec<_> = load
        .boxes
        .rows
        .iter()
        .map(|row| (row.at.as_str(), row.share()))
        .collect();
    assert_eq!(
        rows,
        [("job", Some(2.0)), ("log", Some(2.0 / 3.0)), ("api", None)]
    );
    assert_eq!(load.boxes.rows[2].holds, Figure::Open);
}

#[test]
fn costs_availability_and_what_is_lost_are_by_box() {
    let numbers = numbers(CHAIN);
    assert_eq!(numbers.cost.ceiling, Figure::Stated(10_000.0));
    assert_eq!(numbers.cost.total, Figure::WorkedOut(6_000.0));
    assert_eq!(numbers.cost.unstated.rows, [id("api")]);
    assert_eq!(numbers.cost.owners.rows[0].owner, "Payments");
    let served = &numbers.availability.ends.rows[0];
    assert_eq!(
        (&served.at, served.total),
        (&id("shop"), Figure::WorkedOut(0.999))
    );
    assert_eq!(numbers.availability.target, Figure::Open);
    assert_eq!(numbers.singles.rows[0].losers.rows, [id("shop")]);
}

#[test]
fn an_empty_board_has_nothing_but_open_figures() {
    let nothing = Numbers::of(&Board::default());
    assert!(nothing.latency.total.is_open() && nothing.cost.total.is_open());
    assert!(nothing.load.boxes.is_empty() && nothing.singles.is_empty());
    assert_eq!(written(&nothing)["latency"]["total"], "open");
}

#[test]
fn lists_hold_what_matters_most_and_count_the_rest() {
    use std::fmt::Write;
    let mut text = String::from("[ingest] B0: 1 ms");
    for at in 1..200 {
        write!(text, "\n[process] B{at}: {at} ms\nB{} -> B{at}", at - 1).unwrap();
    }
    text.push_str("\n[consumer] Shop\nB199 -> Shop");
    let numbers = numbers(&text);
    let hops = &numbers.latency.hops;
    assert_eq!((hops.rows.len(), hops.count()), (60, 200));
    assert_eq!(hops.rows[0].at, At::Box(id("b140")), "the shortest are left out");
    assert_eq!(hops.rows[59].at, At::Box(id("b199")), "in order");
    assert_eq!(numbers.singles.rows.len(), 60);
}

#[test]
fn a_box_stands_to_the_load_in_the_unit_that_it_states() {
    let load = numbers(
        "scope volume: 1k ev/s average, 4k ev/s peak, 2 KB each\n[ingest] Log: 10 MB/s\n[ingest] Queue: 8k ev/s, 1 MB/s\n\
         [process] Job\n[process] Aside: 5k ev/s\n[store] Sink: 0 ev/s\n[consumer] Shop\nLog -> Job\nQueue -> Job\nJob -> Sink\nSink -> Shop",
    )
    .load;
    let row = |row: &BoxLoad| {
        let figures = [row.usual, row.worst, row.holds].map(Figure::number);
        (row.at.to_string(), figures, row.in_bytes, row.sure)
    };
    let rows: Vec<_> = load.boxes.rows.iter().map(row).collect();
    let wanted = [
        ("log", [Some(2e6), Some(8e6), Some(1e7)], true, false),
        ("queue", [Some(1e3), Some(4e3), Some(8e3)], false, false),
        // Those that say what they take, and then those that do not.
        ("aside", [None, None, Some(5e3)], false, true),
        ("sink", [Some(1e3), Some(4e3), Some(0.0)], false, true),
        ("job", [Some(1e3), Some(4e3), None], false, true),
    ];
    let wanted = wanted.map(|(at, figures, in_bytes, sure)| (at.to_owned(), figures, in_bytes, sure));
    assert_eq!(rows, wanted);
    assert_eq!(load.usual_bytes, Figure::WorkedOut(2e6));
    assert_eq!(load.boxes.rows[0].share(), Some(0.8));
}

#[test]
fn costs_are_listed_the_dearest_first_with_what_they_were_multiplied_by() {
    let cost = numbers(
        "scope volume: 1 MB/s average, 1 KB each\n[ingest] Log: $4k/mo @Payments\n[store] Lake: $2 per GB @Data\n\
         [serve] API: €9/mo @Web\n[process] Job\nLog -> Lake: $10/mo @Data",
    )
    .cost;
    let rows = cost
        .items
        .rows
        .iter()
        .map(|item| (item.at.clone(), item.amount, item.product.as_deref()));
    let wanted = [
        (
            At::Box(id("lake")),
            Figure::WorkedOut(5_256.0),
            Some("$2 per GB × 2628 GB a month"),
        ),
        (At::Box(id("log")), Figure::Stated(4_000.0), None),
        (At::Edge(EdgeId::new("e1").unwrap()), Figure::Stated(10.0), None),
    ];
    assert_eq!(rows.collect::<Vec<_>>(), wanted);
    let owners: Vec<_> = cost
        .owners
        .rows
        .iter()
        .map(|it| (it.owner.as_str(), it.amount))
        .collect();
    assert_eq!(owners, [("Data", 5_266.0), ("Payments", 4_000.0)]);
    assert_eq!(
        (cost.apart.rows, cost.unstated.rows),
        (vec![At::Box(id("api"))], vec![id("job")])
    );
    let each = cost.gigabyte.number().unwrap() * 2_628.0;
    assert!((each - 9_266.0).abs() < 1e-6, "{each}");
}

#[test]
fn what_is_kept_and_what_fills_up_is_listed_by_how_soon_it_matters() {
    let numbers = numbers(
        "scope failure: 7-day replay\nscope volume: 1 MB/s average\n[ingest] K: keep 7 days\n[ingest] L: keep 2 days\n[ingest] M\n\
         [process] Long\n[process] Short\n[process] Unsaid\n[store] Lake: keep 10 days, 1 TB\n[store] Sums: compressed 10x\n\
         K -> Long\nL -> Short\nM -> Unsaid\nK -> Lake\nK -> Sums",
    );
    assert_eq!(numbers.replay.window, Figure::Stated(604_800.0));
    let kept = numbers.replay.boxes.rows.iter().map(|it| {
        (
            it.at.clone(),
            it.by.clone(),
            it.seconds.number(),
            it.unsaid.clone(),
        )
    });
    let wanted = [
        (id("short"), Some(id("l")), Some(172_800.0), None),
        (id("long"), Some(id("k")), Some(604_800.0), None),
        (id("unsaid"), None, None, Some(id("m"))),
    ];
    assert_eq!(kept.collect::<Vec<_>>(), wanted);
    let stores = &numbers.stores.rows;
    let figures = |at: usize| {
        [
            stores[at].a_day,
            stores[at].kept,
            stores[at].needs,
            stores[at].size,
        ]
        .map(Figure::number)
    };
    assert_eq!(
        (&stores[0].at, figures(0)),
        (
            &id("lake"),
            [Some(8.64e10), Some(864_000.0), Some(8.64e11), Some(1e12)]
        )
    );
    assert_eq!(
        (&stores[1].at, figures(1)),
        (&id("sums"), [Some(8.64e9), None, None, None])
    );
    assert!(!stores[0].sure, "three boxes may share what comes");
}

#[test]
fn a_share_of_time_is_told_where_something_on_the_way_says_one() {
    let ends = |text: &str| {
        let rows = numbers(text).availability.ends.rows;
        let told = |it: Served| {
            let shares = it
                .shares
                .rows
                .iter()
                .map(|share| (share.at.to_string(), share.own.number(), share.beside));
            (it.at.to_string(), it.total, shares.collect::<Vec<_>>())
        };
        rows.into_iter().map(told).collect::<Vec<_>>()
    };
    let share = |at: &str, own: Option<f64>, beside: f64| (at.to_owned(), own, beside);
    let silent = "[source] Tills\n[ingest] K\n[consumer] Shop\nTills -> K\nK -> Shop";
    assert_eq!(
        ends(silent),
        [("shop".to_owned(), Figure::Open, vec![share("k", None, 1.0)])]
    );
    let twice = "[source] Tills\n[ingest] K: 95 %\n[ingest] L: 96 %\n[consumer] Shop\nTills -> K\nTills -> L\nK -> Shop\nL -> Shop";
    let found = ends(twice);
    let beside = found[0].2[0].2;
    assert!((beside - 0.998).abs() < 1e-12, "{beside}");
    assert_eq!(
        found,
        [(
            "shop".to_owned(),
            Figure::WorkedOut(beside),
            vec![share("shop", None, beside)]
        )]
    );
    let worst_first = "[ingest] K: 99 %\n[serve] A: 98 %\n[serve] B: 97 %\nK -> A\nK -> B";
    let order: Vec<String> = ends(worst_first).into_iter().map(|end| end.0).collect();
    assert_eq!(order, ["b", "a"]);
}

#[test]
fn paths_name_everybody_who_waits_and_the_single_boxes_say_who_is_lost() {
    let numbers = numbers(
        "scope freshness: 1 h\n[ingest] K: 5 ms\n[process] P: every 10 min, 2 s\n[serve] Far: 90 ms\n[serve] Near: 20 ms\n[process] Aside\n\
         K -> P\nP -> Far\nK -> Near\nK -> Aside",
    );
    let told = |path: &Path| {
        path.ends
            .rows
            .iter()
            .map(|end| (end.at.to_string(), end.seconds.number().map(milli)))
            .collect::<Vec<_>>()
    };
    let some = |at: &str, seconds: f64| (at.to_owned(), Some(seconds));
    assert_eq!(told(&numbers.latency), [some("far", 2.095), some("near", 0.025)]);
    assert_eq!(
        told(&numbers.freshness),
        [some("far", 602.095), some("near", 0.025)]
    );
    assert_eq!(numbers.freshness.budget, Figure::Stated(3_600.0));
    assert_eq!(
        (numbers.freshness.end, numbers.freshness.total.number().map(milli)),
        (Some(id("far")), Some(602.095))
    );
    let singles: Vec<_> = numbers
        .singles
        .rows
        .iter()
        .map(|it| (it.at.to_string(), it.lost, it.losers.count()))
        .collect();
    assert_eq!(singles, [("k".to_owned(), 2, 2), ("p".to_owned(), 1, 1)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn figures_are_written_to_the_last_digit(figures in prop::collection::vec(0.000_1_f64..1e9, 2)) {
        let text = format!(
            "[ingest] A: {} ms, ${}/mo\n[consumer] B\nA -> B",
            figures[0], figures[1]
        );
        let numbers = numbers(&text);
        let written = written(&numbers);
        let figure = |value: &Value| match value["stated"].as_f64() {
            Some(number) => Figure::Stated(number),
            None => value["worked_out"].as_f64().map_or(Figure::Open, Figure::WorkedOut),
        };
        prop_assert_eq!(figure(&written["latency"]["total"]), numbers.latency.total);
        prop_assert_eq!(figure(&written["cost"]["total"]), numbers.cost.total);
    }
}
