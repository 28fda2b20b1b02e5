//! One queue, for which the answer is a formula: backlog (λ−μ)·t, drained after backlog/(μ−λ).

use analysis::stress::course::Course;
use analysis::stress::queue::{Excess, Pace, Queued, queue};
use analysis::stress::{Answer, Waiting};

use crate::{ask, close, outage, spike};

fn pace(takes: f64) -> Pace {
    Pace {
        takes: Some(takes),
        steps: Vec::new(),
    }
}

fn stopped(takes: f64, lasts: f64) -> Pace {
    Pace {
        takes: Some(takes),
        steps: vec![(0.0, 0.0), (lasts, 1.0)],
    }
}

fn waits() -> Excess {
    Excess::Waits(None)
}

#[test]
fn a_spike_builds_up_by_what_is_too_much_and_drains_by_what_is_spare() {
    for (during, lasts, after, takes) in [
        (30.0, 60.0, 5.0, 20.0),
        (1e6, 600.0, 2e4, 5e5),
        (21.0, 1.0, 0.0, 20.0),
    ] {
        let arrives = Course::adding_up(&[(0.0, during), (lasts, after)]);
        let Queued { backlog, since, .. } = queue(&arrives, &pace(takes), waits());
        let most = (during - takes) * lasts;
        let drained = lasts + most / (takes - after);
        assert_eq!(backlog.corners().len(), 3, "{backlog:?}");
        for (at, value) in [
            (0.0, 0.0),
            (lasts / 2.0, most / 2.0),
            (lasts, most),
            (drained, 0.0),
            (drained * 2.0, 0.0),
        ] {
            assert!(close(backlog.value_at(at), value), "{at}: {backlog:?}");
        }
        // Who comes last in the spike waits for all that stand before.
        let leaves = (lasts + most / takes) * (1.0 - 1e-12);
        assert!((since.value_at(leaves) - lasts).abs() < 1e-8 * lasts, "{since:?}");
    }
}

#[test]
fn an_outage_leaves_what_came_meanwhile() {
    let arrives = Course::line(0.0, 10.0);
    let queued = queue(&arrives, &stopped(15.0, 120.0), waits());
    assert_eq!(queued.backlog.highest(), Some((1_200.0, 120.0)));
    assert!(close(queued.backlog.value_at(240.0), 600.0));
    assert_eq!(queued.backlog.above(0.0).last().unwrap().until, Some(360.0));
    assert!(close(queued.since.value_at(120.0), 0.0) && close(queued.since.value_at(360.0), 360.0));
}

#[test]
fn what_is_as_large_as_what_comes_never_drains() {
    let arrives = Course::adding_up(&[(0.0, 30.0), (10.0, 20.0)]);
    let queued = queue(&arrives, &pace(20.0), waits());
    assert_eq!(queued.backlog.highest(), Some((100.0, 10.0)));
    assert_eq!(queued.backlog.above(1.0).last().unwrap().until, None);
    let forever = queue(&Course::line(0.0, 30.0), &pace(20.0), waits());
    assert_eq!(
        (forever.backlog.highest(), forever.backlog.grows()),
        (None, Some(10.0))
    );
}

#[test]
fn a_log_loses_what_waits_longer_than_it_keeps() {
    // Stopped for 100 s, kept for 40 s: what came in the first 60 s is gone, 10 a second.
    let queued = queue(
        &Course::line(0.0, 10.0),
        &stopped(20.0, 100.0),
        Excess::Waits(Some(40.0)),
    );
    assert!(close(queued.gone.value_at(1e6), 600.0), "{:?}", queued.gone);
    assert!(close(queued.gone.value_at(40.0), 0.0) && close(queued.gone.value_at(70.0), 300.0));
    assert_eq!(queued.backlog.highest().unwrap().0, 400.0);
    assert!(close(
        queued.backlog.above(1e-6).last().unwrap().until.unwrap(),
        140.0
    ));
}

#[test]
fn without_a_place_to_wait_what_is_too_much_is_gone() {
    let arrives = Course::adding_up(&[(0.0, 50.0), (10.0, 5.0)]);
    let queued = queue(&arrives, &pace(20.0), Excess::Goes);
    assert_eq!(queued.backlog.highest(), Some((0.0, 0.0)));
    assert_eq!(queued.gone.highest(), Some((300.0, 10.0)));
    assert_eq!(queued.since.value_at(7.0), 7.0);
}

const PIPE: &str = "scope volume: 10k ev/s average, 50k ev/s peak\nscope latency: p99 ≤ 2 s\nscope failure: RTO 15 min, 7-day replay\n\
    [source] Tills\n[ingest] Kafka: 500k ev/s, 7-day replay, p99 20 ms\n[process] Scoring: 100k ev/s, p99 80 ms, checkpoint every 10 s\n\
    [serve] API: 500k rps, p99 100 ms\n[consumer] Till\nTills -> Kafka: at-least-once\nKafka -> Scoring\nScoring -> API\nAPI -> Till";

/// The worst of the first promise of this kind, and when it is first broken.
fn told(answer: &Answer, kind: &str) -> (f64, f64, Option<f64>) {
    let mut promises = answer.promises.rows.iter();
    let promise = promises.find(|promise| promise.kind.as_str() == kind).unwrap();
    let span = &promise.broken.rows[0];
    (promise.worst.unwrap(), span.from, span.until)
}

#[test]
fn a_spike_over_a_whole_board_is_that_of_its_narrowest_box() {
    let answer = ask(PIPE, &spike(10.0, 600.0)).unwrap();
    // 500k come, 100k are taken: 400k × 600 s wait, and drain by 90k a second.
    let [buffer] = answer.buffers.rows.as_slice() else {
        panic!("{answer:?}")
    };
    let drained = 600.0 + 2.4e8 / 9e4;
    assert_eq!(
        (buffer.at.as_str(), buffer.waiting, buffer.most),
        ("scoring", Waiting::Kept, Some(2.4e8))
    );
    assert_eq!(
        (buffer.drained, buffer.oldest, buffer.gone),
        (Some(drained), Some(2_400.0), Some(0.0))
    );
    // Each event waits 4 s more for each second, from 1.8 s on too long; the last that does leaves before all is drained.
    let (worst, from, until) = told(&answer, "latency");
    assert!(close(worst, 2_400.2) && close(from, 1.8 / 0.8), "{worst} {from}");
    assert!(
        until.unwrap() < drained && until.unwrap() > drained - 20.0,
        "{until:?}"
    );
    assert!(close(told(&answer, "recovery").0, drained - 600.0));
}

#[test]
fn an_outage_of_a_log_is_held_by_who_sends_until_it_is_taken() {
    let answer = ask(PIPE, &outage("kafka", 300.0)).unwrap();
    let of = |id: &str| {
        answer
            .buffers
            .rows
            .iter()
            .find(|buffer| buffer.at.as_str() == id)
            .unwrap()
    };
    let (log, behind) = (of("kafka"), of("scoring"));
    assert_eq!((log.waiting, log.most), (Waiting::Sent, Some(3e6)));
    let drained = 300.0 + 3e6 / 4.9e5;
    assert!(close(log.drained.unwrap(), drained));
    // What the log works off at 500k a second waits again, before a box that takes 100k.
    assert!(close(behind.most.unwrap(), 4e5 * (drained - 300.0)));
    assert!(close(behind.drained.unwrap(), 300.0 + 3e6 / 9e4));
}
