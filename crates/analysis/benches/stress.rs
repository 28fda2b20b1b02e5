//! How long the answer to a what-if takes as boards grow: `cargo bench -p analysis`.
//!
//! Boxes in a row, each a little narrower than the one before, so that every one of them holds a backlog; and boxes that
//! each feed the next two.

#![allow(
    clippy::disallowed_methods,
    reason = "a bench reads the clock, and never runs in the browser"
)]
#![allow(clippy::unwrap_used, reason = "a bench that cannot go on has failed")]

use std::time::{Duration, Instant};

use analysis::stress::{Answer, Spike, WhatIf};
use board::{Board, BoxId};

const HEAD: &str = "scope volume: 1M ev/s average, 2M ev/s peak\nscope latency: p99 ≤ 1 s\nscope failure: RTO 15 min, 7-day replay\n\
                    scope freshness: stale by at most 10 minutes\nscope availability: 99.9 %\n[source] Tills\n";

fn main() {
    println!(
        "{:<28} {:>12} {:>12} {:>12} {:>12}",
        "board", "spike", "outage", "deploy", "half the bill"
    );
    for count in [100, 1_000, 10_000] {
        measure(&format!("in a row, {count}"), &board(count, 1));
        measure(&format!("each feeds two, {count}"), &board(count, 2));
    }
}

fn board(count: usize, feeds: usize) -> Board {
    let mut text = HEAD.to_owned();
    for number in 0..count {
        let takes = 9_000_000 - number * 10;
        let role = if number % 7 == 0 { "ingest" } else { "process" };
        text += &format!("b{number} = [{role}] Box {number}: {takes} ev/s, keep 7 days, p99 1 ms, $1k/mo\n");
    }
    text += "end = [consumer] End\nTills -> b0\n";
    for number in 0..count {
        for next in number + 1..=number + feeds {
            let to = if next < count {
                format!("b{next}")
            } else {
                "end".to_owned()
            };
            text += &format!("b{number} -> {to}: at-least-once\n");
        }
    }
    board::sketch::read(&text).unwrap()
}

fn measure(name: &str, board: &Board) {
    let at = || BoxId::new("b50").unwrap();
    let lasts = Some(600.0);
    let asked = [
        WhatIf::Spike(Spike { factor: 10.0, lasts }),
        WhatIf::Outage { at: at(), lasts },
        WhatIf::Deploy { at: at(), lasts },
        WhatIf::HalfTheBill,
    ];
    let times = asked.map(|what_if| format!("{:.2?}", best_of(|| Answer::of(board, &what_if).unwrap())));
    let [spike, outage, deploy, bill] = times;
    println!("{name:<28} {spike:>12} {outage:>12} {deploy:>12} {bill:>12}");
}

fn best_of<T>(mut work: impl FnMut() -> T) -> Duration {
    let once = || {
        let begun = Instant::now();
        std::hint::black_box(work());
        begun.elapsed()
    };
    std::iter::repeat_with(once).take(5).min().unwrap_or_default()
}
