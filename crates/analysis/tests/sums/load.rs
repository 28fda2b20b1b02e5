//! What the scope asks to be carried, what of it reaches each box, and what a box takes of it: tables.

use analysis::Readings;
use analysis::rate::{Demand, Rates, capacity};
use board::Role;
use board::graph::Graph;

use crate::{sketch, slot};

/// In whole units, so that the last digit of a product does not matter.
fn whole(number: Option<f64>) -> Option<u64> {
    number.map(|number| number.round() as u64)
}

#[test]
fn an_ordinary_day_is_the_average_and_the_worst_is_peak_times_spike() {
    // Events and bytes at the worst, events and bytes on an ordinary day, the spike.
    type Row = (&'static str, [Option<u64>; 4], f64);
    #[rustfmt::skip]
    let table: [Row; 13] = [
        ("20k ev/s average, 50k ev/s peak, 10x on holidays, 1 KB each", [Some(500_000), Some(500_000_000), Some(20_000), Some(20_000_000)], 10.0),
        ("20k ev/s", [Some(20_000), None, Some(20_000), None], 1.0),
        ("20k ev/s average", [Some(20_000), None, Some(20_000), None], 1.0),
        ("50k ev/s peak", [Some(50_000), None, Some(50_000), None], 1.0),
        ("10k ev/s average, 20k ev/s", [Some(20_000), None, Some(10_000), None], 1.0),
        ("10k ev/s, 30k ev/s, 20k ev/s", [Some(30_000), None, Some(30_000), None], 1.0),
        ("20k ev/s average, 3x at peak", [Some(60_000), None, Some(20_000), None], 1.0),
        ("20k ev/s, spikes to 80k ev/s", [Some(80_000), None, Some(20_000), None], 1.0),
        ("5 MB/s average, 8 MB/s peak", [None, Some(8_000_000), None, Some(5_000_000)], 1.0),
        ("5 MB/s average, 8 MB/s peak, 1 KB each", [Some(8_000), Some(8_000_000), Some(5_000), Some(5_000_000)], 1.0),
        ("5 MB/s, 0 bytes each", [None, Some(5_000_000), None, Some(5_000_000)], 1.0),
        ("20k ev/s, 2x spike, 5x spike", [Some(100_000), None, Some(20_000), None], 5.0),
        ("a lot", [None; 4], 1.0),
    ];
    for (text, wanted, spike) in table {
        let board = sketch(&format!("scope volume: {text}"));
        let demand = Demand::of(&Readings::of(&Graph::new(&board)));
        let found = [
            demand.events,
            demand.bytes,
            demand.usual_events,
            demand.usual_bytes,
        ];
        assert_eq!((found.map(whole), demand.spike), (wanted, spike), "{text}");
        let ordinary = demand.ordinary();
        let found = [ordinary.events, ordinary.bytes];
        assert_eq!(
            (found.map(whole), ordinary.spike),
            ([wanted[2], wanted[3]], 1.0),
            "{text}"
        );
    }
}

#[test]
fn a_demand_says_whether_it_is_a_floor_or_a_ceiling() {
    // Only an average; only a peak.
    let table = [
        ("20k ev/s", (false, false)),
        ("20k ev/s average", (true, false)),
        ("5 MB/s", (false, false)),
        ("5 MB/s average", (true, false)),
        ("20k ev/s average, 5 MB/s average", (true, false)),
        ("20k ev/s average, 5 MB/s", (false, false)),
        ("20k ev/s, 5 MB/s average", (false, false)),
        ("20k ev/s average, 3x spike", (false, false)),
        ("20k ev/s average, 50k ev/s peak", (false, false)),
        ("20k ev/s average, spikes to 80k ev/s", (false, false)),
        ("10k ev/s average, 20k ev/s", (false, false)),
        ("50k ev/s peak", (false, true)),
        ("spikes to 80k ev/s", (false, true)),
        ("8 MB/s peak", (false, true)),
        ("20k ev/s average, 8 MB/s peak", (false, true)),
    ];
    for (text, wanted) in table {
        let board = sketch(&format!("scope volume: {text}"));
        let demand = Demand::of(&Readings::of(&Graph::new(&board)));
        assert_eq!((demand.average_only, demand.peak_only), wanted, "{text}");
    }
}

const VOLUME: &str = "scope volume: 1k ev/s average, 2k ev/s peak, 3x spike, 1 KB each";

/// Events and bytes at the worst and on an ordinary day, all of them sure to come, none held back unsaid.
fn flow(text: &str, id: &str) -> ([Option<u64>; 4], bool, bool) {
    let board = sketch(&format!("{VOLUME}\n{text}"));
    let graph = Graph::new(&board);
    let readings = Readings::of(&graph);
    let (worst, usual) = (
        Rates::of(&graph, &readings),
        Rates::on_an_ordinary_day(&graph, &readings),
    );
    let at = slot(&graph, id);
    let (worst, usual) = (worst.flow(at).unwrap(), usual.flow(at).unwrap());
    assert_eq!((worst.sure, worst.whole), (usual.sure, usual.whole), "{text}");
    let found = [worst.events, worst.bytes, usual.events, usual.bytes];
    (found.map(whole), worst.sure, worst.whole)
}

#[test]
fn what_reaches_a_box_is_what_its_sources_bring_and_what_passes_on_the_way() {
    let all = |events: u64, usual: u64| [events, events * 1_000, usual, usual * 1_000].map(Some);
    #[rustfmt::skip]
    let table = [
        ("[source] A\n[ingest] K\nA -> K", "k", all(6_000, 1_000), true, true),
        ("[source] A\n[source] B\n[ingest] K\nA -> K\nB -> K", "k", all(6_000, 1_000), true, true),
        ("[source] A\n[source] B\n[ingest] K\nA -> K", "k", all(6_000, 1_000), false, true),
        // Rates that sources state add up, at the spike.
        ("[source] A: 100 ev/s\n[source] B: 200 ev/s\n[ingest] K\nA -> K\nB -> K", "k", all(900, 300), true, true),
        ("[source] A: 0.1 MB/s\n[source] B: 0.2 MB/s\n[ingest] K\nA -> K\nB -> K", "k", all(900, 300), true, true),
        ("[source] A: 50k ev/s\n[ingest] K\nA -> K", "k", all(6_000, 1_000), true, true),
        ("[source] A: 100 ev/s\n[source] B\n[ingest] K\nA -> K\nB -> K", "k", all(6_000, 1_000), true, true),
        ("[source] A: 100 ev/s\n[ingest] K\n[ingest] L\nA -> K\nA -> L", "l", all(300, 100), true, true),
        // What boxes hand on joins as the larger, since both may carry the same.
        ("[source] A: 100 ev/s\n[ingest] K\n[ingest] L\n[process] P\nA -> K\nA -> L\nK -> P\nL -> P", "p", all(300, 100), true, true),
        ("[source] A: 100 ev/s\n[source] B: 200 ev/s\n[ingest] K\n[ingest] L\n[process] P\nA -> K\nB -> L\nK -> P\nL -> P", "p", all(600, 200), true, true),
        // An ingest box states what it takes, not what it brings.
        ("[ingest] K: 50 ev/s\n[process] P\nK -> P", "p", all(6_000, 1_000), true, true),
        ("[ingest] K\n[process] P: filters to 10 %\n[store] S\nK -> P\nP -> S", "s", all(600, 100), true, true),
        ("[ingest] K\n[process] P\n[store] S\nK -> P\nP -> S: fan-out 2x", "s", all(12_000, 2_000), true, true),
        ("[source] A: 100 ev/s\n[process] P: filters to 10 %\n[store] S\nA -> P\nP -> S", "s", all(30, 10), true, true),
        ("[ingest] K\n[process] P\n[store] S\nK -> P\nP -> S", "s", all(6_000, 1_000), true, false),
        ("[ingest] K\n[process] P: compressed 4x\n[store] S\nK -> P\nP -> S", "s", all(6_000, 1_000), true, false),
        ("[ingest] K\n[process] P\n[process] Q: fan-out 2x\n[store] S\nK -> P\nP -> Q\nQ -> S", "s", all(12_000, 2_000), true, false),
        ("[ingest] K\n[process] P\n[store] S\nK -> P\nP -> S\nK -> S", "s", all(6_000, 1_000), true, false),
        ("[ingest] K\n[process] A\n[process] B\n[store] S\nK -> A\nA -> B\nB -> A\nB -> S", "a", all(6_000, 1_000), true, true),
    ];
    for (text, id, figures, sure, is_whole) in table {
        assert_eq!(flow(text, id), (figures, sure, is_whole), "{text}");
    }
}

#[test]
fn a_share_is_sure_of_up_to_64_entries() {
    let sources = |count: usize| {
        let name = |number: usize| format!("[source] S{number}\nS{number} -> K\n");
        format!("[ingest] K\n{}", (0..count).map(name).collect::<String>())
    };
    assert!(flow(&sources(64), "k").1);
    assert!(!flow(&sources(65), "k").1);
}

#[test]
fn without_a_volume_only_stated_rates_flow() {
    let flow = |text: &str, id: &str| {
        let board = sketch(text);
        let graph = Graph::new(&board);
        let flow = Rates::of(&graph, &Readings::of(&graph)).flow(slot(&graph, id))?;
        Some((whole(flow.events), whole(flow.bytes)))
    };
    assert_eq!(
        flow("[source] A: 100 ev/s\n[ingest] K\nA -> K", "k"),
        Some((Some(100), None))
    );
    assert_eq!(flow("[source] A\n[ingest] K\nA -> K", "k"), Some((None, None)));
    assert_eq!(flow("[process] P\n[store] S\nP -> S", "s"), None);
    let sized = "scope volume: 2 KB each\n[source] A: 100 ev/s\n[ingest] K\nA -> K";
    assert_eq!(flow(sized, "k"), Some((Some(100), Some(200_000))));
}

#[test]
fn a_box_takes_the_most_that_it_states_and_a_store_is_not_filled_by_reads() {
    let table = [
        ("30k ev/s", Role::Process, (Some(30_000), None)),
        ("30k ev/s, 10k ev/s", Role::Process, (Some(30_000), None)),
        ("10k to 30k ev/s", Role::Process, (Some(10_000), None)),
        ("30k ev/s average", Role::Process, (None, None)),
        ("30k ev/s average", Role::Store, (None, None)),
        ("30k requests/s", Role::Serve, (Some(30_000), None)),
        ("30k requests/s", Role::Store, (None, None)),
        ("30k reads/s", Role::Store, (None, None)),
        ("30k queries/s", Role::Store, (None, None)),
        ("30k writes/s", Role::Store, (Some(30_000), None)),
        ("20 MB/s, 4 MB/s", Role::Ingest, (None, Some(20_000_000))),
        ("5 MB/s per shard", Role::Ingest, (None, None)),
        (
            "5 MB/s per shard, 4 shards",
            Role::Ingest,
            (None, Some(20_000_000)),
        ),
        (
            "1k messages/s per shard, 4 shards",
            Role::Ingest,
            (Some(4_000), None),
        ),
        ("99.9 %, keep 7 days", Role::Store, (None, None)),
    ];
    for (text, role, wanted) in table {
        let found = capacity(&quantity::read(text), role);
        assert_eq!(
            (whole(found.events), whole(found.bytes)),
            wanted,
            "{text} {role:?}"
        );
    }
}
