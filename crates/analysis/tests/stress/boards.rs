//! Any board: boxes of any role with any words, any edges among them.

use proptest::prelude::*;

const ROLES: [&str; 6] = ["source", "ingest", "process", "store", "serve", "consumer"];
const WORDS: [&str; 14] = [
    "100 ev/s",
    "700 ev/s",
    "5k ev/s",
    "20k ev/s",
    "3 MB/s",
    "p99 20 ms",
    "every 5 minutes",
    "keep 10 min",
    "7-day replay",
    "at-least-once",
    "load shedding",
    "fallback to the last result",
    "filters to 20 %, checkpoint every 10 s",
    "$3k/mo, 99.9 %, restarts in 30 s",
];
const EDGES: [&str; 6] = [
    "",
    "p99 5 ms",
    "fan-out 3x",
    "at-most-once",
    "timeout 50 ms",
    "at-least-once",
];
const VOLUMES: [&str; 4] = [
    "",
    "scope volume: 1k ev/s average, 5k ev/s peak, 1 KB each, 10x spike for 5 min\n",
    "scope volume: 2k ev/s average\n",
    "scope volume: 2 MB/s\n",
];
const SCOPES: [&str; 4] = [
    "scope latency: p99 ≤ 300 ms\n",
    "scope freshness: stale by at most 10 minutes\n",
    "scope failure: RTO 15 min, RPO 5 min, 7-day replay\n",
    "scope availability: 99.9 %\nscope cost: ≤ $10k/month\n",
];

/// A board in text with up to `most` boxes.
pub(crate) fn board(most: usize) -> impl Strategy<Value = String> {
    let word = || prop::collection::vec(prop::sample::select(&WORDS[..]), 0..4);
    let boxes = prop::collection::vec((prop::sample::select(&ROLES[..]), word()), 1..most);
    let edges = prop::collection::vec((0..most, 0..most, prop::sample::select(&EDGES[..])), 0..2 * most);
    let scopes = prop::sample::subsequence(&SCOPES[..], 0..=SCOPES.len());
    let volume = prop::sample::select(&VOLUMES[..]);
    (volume, scopes, boxes, edges).prop_map(|(volume, scopes, boxes, edges)| {
        let mut text = format!("{volume}{}", scopes.concat());
        for (number, (role, words)) in boxes.iter().enumerate() {
            text += &format!("b{number} = [{role}] Box {number}: {}\n", words.join(", "));
        }
        for (from, to, words) in edges {
            let (from, to) = (from % boxes.len(), to % boxes.len());
            if from != to {
                text += &format!("b{from} -> b{to}: {words}\n");
            }
        }
        text
    })
}
