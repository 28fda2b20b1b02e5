//! Single events, one after the other, against the courses: they agree within a few events.

use analysis::stress::course::Course;
use analysis::stress::queue::{Excess, Pace, queue};
use proptest::prelude::*;

/// When each event arrives, is done with or is lost.
#[derive(Clone, Copy, Debug)]
struct Event {
    arrives: f64,
    leaves: f64,
    lost: bool,
}

/// Events at the given rates, each from its second on, until `end`.
fn arrivals(rates: &[(f64, f64)], end: f64) -> Vec<f64> {
    let mut arrivals = Vec::new();
    for (number, (from, rate)) in rates.iter().enumerate() {
        let until = rates.get(number + 1).map_or(end, |(at, _)| *at);
        let mut at = from + 1.0 / rate;
        while at <= until {
            arrivals.push(at);
            at += 1.0 / rate;
        }
    }
    arrivals
}

/// When a piece of work is done that begins at `at`, at these paces.
fn done(mut at: f64, takes: f64, steps: &[(f64, f64)]) -> f64 {
    let mut work = 1.0;
    loop {
        let factor = steps
            .iter()
            .rev()
            .find(|(from, _)| *from <= at)
            .map_or(1.0, |(_, factor)| *factor);
        let next = steps
            .iter()
            .map(|(from, _)| *from)
            .find(|from| *from > at)
            .unwrap_or(f64::INFINITY);
        let pace = takes * factor;
        if pace > 0.0 && at + work / pace <= next {
            return at + work / pace;
        }
        assert!(next < f64::INFINITY, "it stands still for ever");
        work -= pace * (next - at);
        at = next;
    }
}

/// One server, first come, first served; what is too old when its turn comes is lost.
fn serve(arrivals: &[f64], takes: f64, steps: &[(f64, f64)], keeps: f64) -> Vec<Event> {
    let mut free = 0.0_f64;
    let serve = |arrives: &f64| {
        let begins = free.max(*arrives);
        // Work begins when the box works again at all.
        let works = match steps.iter().rev().find(|(from, _)| *from <= begins) {
            Some((_, 0.0)) => steps
                .iter()
                .map(|(from, _)| *from)
                .find(|from| *from > begins)
                .unwrap_or(begins),
            _ => begins,
        };
        if works - arrives > keeps {
            let leaves = arrives + keeps;
            return Event {
                arrives: *arrives,
                leaves,
                lost: true,
            };
        }
        free = done(begins, takes, steps);
        Event {
            arrives: *arrives,
            leaves: free,
            lost: false,
        }
    };
    arrivals.iter().map(serve).collect()
}

fn rates() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((5.0..60.0_f64, 2.0..60.0_f64), 1..5).prop_map(|pieces| {
        let mut at = 0.0;
        let piece = |(lasts, rate)| {
            let from = at;
            at += lasts;
            (from, rate)
        };
        pieces.into_iter().map(piece).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_courses_agree_with_single_events(
        rates in rates(),
        takes in 5.0..80.0_f64,
        slow in 0.0..1.0_f64,
        lasts in 5.0..90.0_f64,
        keeps in prop::option::of(20.0..200.0_f64),
    ) {
        // Below a tenth it stands still.
        let slow = if slow < 0.4 { 0.0 } else { slow };
        let steps = vec![(0.0, slow), (lasts, 1.0)];
        let end = 400.0;
        let events = serve(&arrivals(&rates, end), takes, &steps, keeps.unwrap_or(f64::INFINITY));
        let pace = Pace { takes: Some(takes), steps };
        let fluid = queue(&Course::adding_up(&rates), &pace, Excess::Waits(keeps));
        for step in 1..80 {
            let at = f64::from(step) * 5.0 - 0.01;
            let count = |is: &dyn Fn(&Event) -> bool| events.iter().filter(|event| is(event)).count() as f64;
            let waiting = count(&|event| event.arrives <= at && event.leaves > at);
            let lost = count(&|event| event.lost && event.leaves <= at);
            let served = count(&|event| !event.lost && event.leaves <= at);
            // One is under way, and each turn of the rates or the pace may split one.
            let off = 4.0 + rates.len() as f64;
            prop_assert!((fluid.backlog.value_at(at) - waiting).abs() <= off, "{at}: {waiting} wait, {:?}", fluid.backlog);
            prop_assert!((fluid.gone.value_at(at) - lost).abs() <= off, "{at}: {lost} lost, {:?}", fluid.gone);
            prop_assert!((fluid.out.value_at(at) - served).abs() <= off, "{at}: {served} served, {:?}", fluid.out);
        }
        // Whoever leaves has arrived when the course says, give or take a few events at the rates of that time.
        let slowest = rates.iter().map(|(_, rate)| *rate).fold(takes, f64::min);
        for event in events.iter().filter(|event| !event.lost && event.leaves < end - 10.0) {
            let (just, then) = (fluid.since.value_at(event.leaves - 6.0 / takes), fluid.since.value_at(event.leaves + 6.0 / takes));
            let off = 8.0 / slowest;
            prop_assert!(event.arrives >= just - off && event.arrives <= then + off, "{event:?} {just} {then} {:?}", fluid.since);
        }
    }
}
