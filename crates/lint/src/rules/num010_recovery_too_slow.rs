//! NUM010: what waited is worked off too late.

use analysis::rate::{self, Capacity, Flow, Rates};
use analysis::stress::flow::Run;
use analysis::stress::{Spike, Stated, recovers_in};
use board::Role;
use board::graph::BoxNode;

use crate::context::{Context, at_box};
use crate::findings::Findings;
use crate::phrase::{bytes, count, duration, events, name, opening, size};
use crate::rule::rule;

rule! {
    /// # Recovery too slow
    ///
    /// ## What it looks at
    /// The recovery time of the failure answer (`RTO 15 min`, `catches up within 30 min`), against how long each ingest
    /// and process box takes to work off what has waited for it: after the spike of the volume answer, where that says
    /// how long it lasts (`10x spike for 2 hours`), and after an outage as long as the box says that it takes to come
    /// back (`restarts in 5 min`), else as long as the failure answer says (`survives a 2 h outage`). While the box is
    /// down, the ordinary load piles up; once it is back, the backlog shrinks by what the box takes beyond that load.
    ///
    /// The time counts from the end of the spike or the outage. Only a box that states its rate is judged, and only
    /// where the board tells how much reaches it. It cannot tell where more comes in the spike than a box takes and
    /// nothing says how long the spike lasts.
    ///
    /// ## Why an interviewer minds
    /// Surviving the holiday is half of the answer. A design that has ten percent to spare needs ten hours to make up for
    /// one, and for all that time whatever it serves is late.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 50k ev/s average
    /// scope failure: survives a 1 h outage, catches up within 15 min
    /// [ingest] Kafka: 500k ev/s, 7-day replay
    /// [process] Scoring: 60k ev/s
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 50k ev/s average
    /// scope failure: survives a 1 h outage, catches up within 15 min
    /// [ingest] Kafka: 500k ev/s, 7-day replay
    /// [process] Scoring: 250k ev/s
    /// Kafka -> Scoring
    /// ```
    ///
    /// ## Fix
    /// Size the box for the figure that would pass, shed or thin out what may be left out of the backlog, or ask for a
    /// recovery time that the design can hold. `sketchlint stress` shows how the backlog drains.
    ///
    /// ## Source
    /// Interview guide, whiteboard section: the recovery time is a scoping question, and the spike its follow-up.
    "NUM010" "recovery-too-slow" Number Warning
    "after the stated spike or outage the backlog drains slower than the recovery time"
    check
}

/// What a box has to make up for.
struct Late {
    /// What it is after: `an outage of 1 h`.
    after: String,
    /// How much waits then.
    waiting: f64,
    /// Seconds until nothing does; nothing where it never ends.
    drains: Option<f64>,
    /// What it takes a second, and what comes meanwhile.
    takes: f64,
    comes: f64,
    in_bytes: bool,
    /// What it would have to take.
    needs: Option<f64>,
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let stated = Stated::of(context.graph, &context.readings);
    let Some(asked) = stated.recovery else { return };
    after_an_outage(context, &stated, asked, findings);
    if let Some(spike) = stated.spike {
        after_the_spike(context, spike, asked, findings);
    }
}

fn works<'c, 'b>(context: &'c Context<'b>) -> impl Iterator<Item = &'c BoxNode<'b>> {
    let stages = context.stages();
    stages.filter(|node| matches!(node.record.role, Role::Ingest | Role::Process))
}

/// What comes and what is taken, in events where both are known so, else in bytes.
fn compared(flow: Flow, capacity: Capacity) -> Option<(f64, f64, bool)> {
    let in_events = flow.events.zip(capacity.events).map(|(comes, takes)| (comes, takes, false));
    in_events.or_else(|| flow.bytes.zip(capacity.bytes).map(|(comes, takes)| (comes, takes, true)))
}

fn after_an_outage(context: &Context<'_>, stated: &Stated, asked: f64, findings: &mut Findings<'_>) {
    let mut usual: Option<Rates> = None;
    for node in works(context) {
        let own = recovers_in(&node.record.constraints, context.reading(node.slot));
        let Some(lasts) = own.or(stated.outage) else { continue };
        let usual = usual.get_or_insert_with(|| Rates::on_an_ordinary_day(context.graph, &context.readings));
        let capacity = rate::capacity(context.reading(node.slot), node.record.role);
        let flow = usual.flow(node.slot).filter(|flow| flow.sure);
        let Some((comes, takes, in_bytes)) = flow.and_then(|flow| compared(flow, capacity)) else {
            continue;
        };
        let waiting = comes * lasts;
        let drains = (takes > comes).then(|| waiting / (takes - comes));
        if drains.is_some_and(|drains| drains <= asked * (1.0 + 1e-9)) {
            continue;
        }
        let late = Late {
            after: format!("an outage of {}", duration(lasts)),
            waiting,
            drains,
            takes,
            comes,
            in_bytes,
            needs: Some(comes * (1.0 + lasts / asked)),
        };
        speak(node, &late, asked, findings);
    }
}

fn after_the_spike(context: &Context<'_>, spike: Spike, asked: f64, findings: &mut Findings<'_>) {
    let is_narrow = |node: &&BoxNode<'_>| {
        let capacity = rate::capacity(context.reading(node.slot), node.record.role);
        let flow = context.rates.flow(node.slot).filter(|flow| flow.sure);
        let compared = flow.and_then(|flow| compared(flow, capacity));
        compared.is_some_and(|(comes, takes, _)| comes > takes * (1.0 + 1e-9))
    };
    let mut narrow = works(context).filter(is_narrow).peekable();
    let Some(first) = narrow.peek().copied() else { return };
    let Some(lasts) = spike.lasts else {
        let message = || format!(
            "Cannot tell how long {} works on what waits after the spike: nothing says how long the spike lasts.",
            opening(first)
        );
        let causes = vec![("NUM003", at_box(first))];
        return findings.cannot_tell_for(at_box(first), message, || vec![at_box(first)], causes);
    };
    let Some(run) = Run::of(context.graph, &context.readings, Some(spike), None) else {
        return;
    };
    for node in narrow {
        let Some((passed, takes)) = run.passed(node.slot).and_then(|passed| Some((passed, passed.takes?))) else {
            continue;
        };
        let backlog = &passed.queued.backlog;
        let waiting = backlog.value_at(lasts);
        let drains = backlog.rests(waiting * 1e-9).map(|rests| rests - lasts);
        if waiting <= 0.0 || drains.is_some_and(|drains| drains <= asked * (1.0 + 1e-9)) {
            continue;
        }
        let late = Late {
            after: format!("the spike of {}", duration(lasts)),
            waiting,
            drains,
            takes,
            comes: passed.arrived.legs().last().map_or(0.0, |leg| leg.slope),
            in_bytes: run.load.in_bytes,
            needs: None,
        };
        speak(node, &late, asked, findings);
    }
}

fn speak(node: &BoxNode<'_>, late: &Late, asked: f64, findings: &mut Findings<'_>) {
    let rate = |rate: f64| if late.in_bytes { bytes(rate) } else { events(rate) };
    let amount = |amount: f64| match late.in_bytes {
        true => size(amount),
        false => format!("{} events", count(amount)),
    };
    let drains = || late.drains.map_or_else(|| "never works them off".to_owned(), |drains| format!("needs {} for them", duration(drains)));
    let message = || format!(
        "After {}, {} wait for {}, which {}; the scope asks to recover in {}. Size it for that, or promise what it can hold.",
        late.after,
        amount(late.waiting),
        name(node),
        drains(),
        duration(asked),
    );
    let evidence = || match late.drains {
        Some(drains) => format!(
            "{} / ({} - {}) = {} > {}",
            amount(late.waiting),
            rate(late.takes),
            rate(late.comes),
            duration(drains),
            duration(asked)
        ),
        None => format!("it takes {}, and {} come on an ordinary day", rate(late.takes), rate(late.comes)),
    };
    let said = findings.say(at_box(node), message).evidence(evidence).follows("NUM003", at_box(node));
    if let Some(needs) = late.needs {
        said.clears(|| format!("{} at {} or more would pass", opening(node), rate(needs)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["job"], "scope volume: 50k ev/s\nscope failure: RTO 15 min\n[ingest] K: 500k ev/s\n[process] Job: 60k ev/s, restarts in 10 min\nK -> Job"),
            (&["job"], "scope volume: 50k ev/s\nscope failure: RTO 15 min\n[ingest] K: 500k ev/s\n[process] Job: 50k ev/s, restarts in 10 min\nK -> Job"),
            (&["job"], "scope volume: 1 MB/s\nscope failure: RTO 15 min\n[ingest] K: 9 MB/s\n[process] Job: 1.2 MB/s, restarts in 10 min\nK -> Job"),
            (&[], "scope volume: 50k ev/s\nscope failure: RTO 15 min\n[ingest] K: 500k ev/s\n[process] Job: 90k ev/s, restarts in 10 min\nK -> Job"),
            // Nothing is asked, nothing is said to fail, nothing is known of the rate, or it may be shared.
            (&[], "scope volume: 50k ev/s\n[ingest] K: 500k ev/s\n[process] Job: 60k ev/s, restarts in 10 min\nK -> Job"),
            (&[], "scope volume: 50k ev/s\nscope failure: RTO 15 min\n[ingest] K: 500k ev/s\n[process] Job: 60k ev/s\nK -> Job"),
            (&[], "scope volume: 50k ev/s\nscope failure: RTO 15 min\n[ingest] K: 500k ev/s\n[process] Job: restarts in 10 min\nK -> Job"),
            (&[], "scope volume: 50k ev/s\nscope failure: RTO 15 min\n[source] A\n[source] B\n[ingest] K: 60k ev/s, restarts in 10 min\n[ingest] L: 500k ev/s\nA -> K\nB -> L"),
            // The spike: 40k too many for 10 minutes, against 50k to spare.
            (&["k"], "scope volume: 10k ev/s average, 10x spike for 10 min\nscope failure: RTO 5 min\n[ingest] K: 60k ev/s"),
            (&[], "scope volume: 10k ev/s average, 10x spike for 10 min\nscope failure: RTO 10 min\n[ingest] K: 60k ev/s"),
            (&[], "scope volume: 10k ev/s average, 10x spike for 10 min\nscope failure: RTO 5 min\n[ingest] K: 100k ev/s"),
            (&["?k"], "scope volume: 10k ev/s average, 10x spike\nscope failure: RTO 5 min\n[ingest] K: 60k ev/s"),
        ]);
    }
}
