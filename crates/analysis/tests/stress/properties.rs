//! What holds on any board: nothing is made or goes missing, more capacity never hurts, and no question panics.

use analysis::Readings;
use analysis::stress::flow::{Blow, Run};
use analysis::stress::{Answer, Hit, Spike, WhatIf};
use board::graph::Graph;
use proptest::prelude::*;

use crate::boards::board;
use crate::sketch;

fn blow(graph: &Graph<'_>, number: usize, pace: f64, lasts: f64) -> Option<Blow> {
    let node = graph.boxes().nth(number % graph.box_count().max(1))?;
    Some(Blow {
        slot: node.slot,
        hit: Hit {
            pace,
            lasts: Some(lasts),
        },
        longer: 0.0,
    })
}

fn run(text: &str, spike: Option<Spike>, hit: Option<(usize, f64, f64)>) -> Option<(board::Board, Run)> {
    let board = sketch(text);
    let run = {
        let graph = Graph::new(&board);
        let blow = hit.and_then(|(number, pace, lasts)| blow(&graph, number, pace, lasts));
        Run::of(&graph, &Readings::of(&graph), spike, blow)?
    };
    Some((board, run))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_arrives_has_left_waits_or_is_gone(
        text in board(9),
        factor in 1.0..30.0_f64,
        lasts in 1.0..5_000.0_f64,
        hit in prop::option::of((0..9_usize, 0.0..1.0_f64, 1.0..5_000.0_f64)),
    ) {
        let hit = hit.map(|(number, pace, lasts)| (number, if pace < 0.5 { 0.0 } else { pace }, lasts));
        let Some((board, run)) = run(&text, Some(Spike { factor, lasts: Some(lasts) }), hit) else { return Ok(()) };
        let graph = Graph::new(&board);
        for node in graph.boxes() {
            let Some(passed) = run.passed(node.slot) else { continue };
            let queued = &passed.queued;
            let courses = [&passed.arrived, &queued.out, &queued.backlog, &queued.gone];
            let corners = courses.iter().flat_map(|course| course.legs().iter().map(|leg| leg.at));
            for at in corners.chain([1e5, 1e7]) {
                let [arrived, out, backlog, gone] = courses.map(|course| course.value_at(at));
                prop_assert!(out >= 0.0 && backlog >= 0.0 && gone >= 0.0, "{text}\n{queued:?}");
                let left = out + backlog + gone;
                prop_assert!((arrived - left).abs() <= 1e-6 * arrived.max(1.0), "{at} {}: {arrived} {left}\n{text}\n{passed:?}", node.id);
            }
            for leg in queued.since.legs() {
                prop_assert!(leg.value <= leg.at * (1.0 + 1e-9) && leg.slope >= 0.0, "{text}\n{queued:?}");
            }
        }
    }

    #[test]
    fn more_capacity_never_makes_anything_later(
        text in board(8),
        number in 0..8_usize,
        more in 1.0..10.0_f64,
        hit in prop::option::of((0..8_usize, 0.0..1.0_f64, 1.0..900.0_f64)),
    ) {
        // What is lost does not wait, so that the comparison is of boards that lose nothing.
        let text = text.replace("load shedding", "").replace("at-most-once", "").replace("fallback to the last result", "")
            .replace("keep 10 min", "keep 900 days").replace("7-day", "900-day");
        let spike = Some(Spike { factor: 10.0, lasts: Some(300.0) });
        let Some((board, narrow)) = run(&text, spike, hit) else { return Ok(()) };
        let graph = Graph::new(&board);
        let node = *graph.boxes().nth(number % graph.box_count()).unwrap();
        let Some(takes) = narrow.passed(node.slot).and_then(|passed| passed.takes) else { return Ok(()) };
        let rate = if narrow.load.in_bytes { format!("{} MB/s", takes * more / 1e6) } else { format!("{} ev/s", takes * more) };
        let words = node.record.constraints.clone();
        let kept: Vec<&str> = words.split(", ").filter(|word| !word.contains("/s")).collect();
        let old = format!("[{}] Box {}: {words}\n", node.record.role, &node.id.as_str()[1..]);
        let new = format!("[{}] Box {}: {}\n", node.record.role, &node.id.as_str()[1..], [kept, vec![rate.as_str()]].concat().join(", "));
        let Some((wider, wide)) = run(&text.replace(&old, &new), spike, hit) else { return Ok(()) };
        let wider = Graph::new(&wider);
        prop_assume!(wide.passed(node.slot).unwrap().takes.is_some_and(|wide| wide >= takes));
        for (node, same) in graph.boxes().zip(wider.boxes()) {
            prop_assert_eq!(node.id, same.id);
            let (narrow, wide) = (narrow.older(node.slot), wide.older(same.slot));
            let corners = narrow.legs().iter().chain(wide.legs()).map(|leg| leg.at);
            for at in corners.flat_map(|at| [at, at + 1.0, at + 100.0]) {
                let (before, after) = (narrow.value_at(at), wide.value_at(at));
                prop_assert!(after <= before + 1e-6 * before.abs().max(1.0), "{} {at}: {before} {after}\n{text}", node.id);
            }
        }
    }

    #[test]
    fn one_queue_with_more_capacity_never_holds_more_and_never_drains_later(
        rates in prop::collection::vec((1.0..500.0_f64, 0.0..100.0_f64), 1..6),
        takes in 1.0..100.0_f64,
        more in 1.0..5.0_f64,
        keeps in prop::option::of(1.0..400.0_f64),
    ) {
        use analysis::stress::course::Course;
        use analysis::stress::queue::{Excess, Pace, queue};
        let mut at = 0.0;
        let rates: Vec<(f64, f64)> = rates.into_iter().map(|(lasts, rate)| { let from = at; at += lasts; (from, rate) }).collect();
        let arrives = Course::adding_up(&rates);
        let of = |takes| queue(&arrives, &Pace { takes: Some(takes), steps: Vec::new() }, Excess::Waits(keeps));
        let (narrow, wide) = (of(takes), of(takes * more));
        let corners = narrow.backlog.legs().iter().chain(wide.backlog.legs()).map(|leg| leg.at);
        for at in corners.flat_map(|at| [at, at + 0.5, at + 50.0]) {
            prop_assert!(wide.backlog.value_at(at) <= narrow.backlog.value_at(at) + 1e-6);
            prop_assert!(wide.gone.value_at(at) <= narrow.gone.value_at(at) + 1e-6);
        }
        let drained = |course: &Course| course.above(1e-3).last().map_or(Some(0.0), |last| last.until).unwrap_or(f64::INFINITY);
        prop_assert!(drained(&wide.backlog) <= drained(&narrow.backlog) + 1e-6);
    }

    #[test]
    fn any_question_to_any_board_has_an_answer_or_an_error(
        text in board(12),
        number in 0..12_usize,
        factor in prop::sample::select(vec![-1.0, 0.0, 0.5, 10.0, 1e300, f64::INFINITY, f64::NAN]),
        lasts in prop::option::of(prop::sample::select(vec![-1.0, 0.0, 1e-300, 60.0, 1e300, f64::INFINITY, f64::NAN])),
    ) {
        let board = sketch(&text);
        let at = board::BoxId::new(&format!("b{number}")).unwrap();
        let asked = [
            WhatIf::Spike(Spike { factor, lasts }),
            WhatIf::Outage { at: at.clone(), lasts },
            WhatIf::Slow { at: at.clone(), factor, lasts },
            WhatIf::Deploy { at, lasts },
            WhatIf::HalfTheBill,
        ];
        for what_if in asked {
            match Answer::of(&board, &what_if) {
                Ok(answer) => prop_assert!(serde_json::from_str::<serde_json::Value>(&answer.write()).is_ok()),
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }

    #[test]
    fn without_stress_every_box_gets_what_the_rates_say(text in board(9)) {
        use analysis::rate::Rates;
        // Nothing is narrow, so that everything passes; the rates end at stores, where a stress run goes on.
        let text = text.replace("[store]", "[serve]");
        let text = ["100 ev/s", "700 ev/s", "5k ev/s", "20k ev/s", "3 MB/s"].iter().fold(text, |text, words| text.replace(words, ""));
        let text = format!("scope volume: 9k ev/s average\n{}", text.replace("scope volume", "# scope volume"));
        let board = sketch(&text);
        let graph = Graph::new(&board);
        let readings = Readings::of(&graph);
        let run = Run::of(&graph, &readings, None, None).unwrap();
        let rates = Rates::on_an_ordinary_day(&graph, &readings);
        for node in graph.boxes() {
            if let Some(events) = rates.flow(node.slot).and_then(|flow| flow.events) {
                let arrived = run.passed(node.slot).unwrap().arrived.value_at(1.0);
                prop_assert!((arrived - events).abs() <= 1e-6 * events, "{} {arrived} {events}\n{text}", node.id);
            }
        }
    }
}
