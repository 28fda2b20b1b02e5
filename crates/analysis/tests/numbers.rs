//! Numbers: each figure says where it comes from, and leaves as text without loss.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use analysis::numbers::{At, Figure, Numbers};
use board::{Board, BoxId};
use proptest::prelude::*;
use serde_json::Value;

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
