//! SCO010: two answers that cannot both hold.

use board::Question;
use quantity::{Compare, Dimension, Qualifier, Quantity, Reading};

use super::num001_latency_budget_exceeded::promised;
use crate::context::Context;
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::phrase::{duration, quote};
use crate::rule::rule;

/// Words between two ceilings that do not say of what each is one.
const NEUTRAL: [&str; 20] = [
    "and", "or", "but", "then", "also", "a", "the", "of", "in", "total", "overall", "budget", "ceiling", "limit", "cost",
    "costs", "latency", "is", "no", "later",
];

rule! {
    /// # Scope contradicts itself
    ///
    /// ## What it looks at
    /// Answers that cannot hold together: an average above the peak of the same thing; a recovery point that reaches back
    /// further than the replay window; a freshness tighter than the latency of the same data; two different ceilings for
    /// cost, or for the latency at one percentile. Of several figures for freshness the most generous counts. Two ceilings
    /// contradict each other only where no word says that they are ceilings of different things (`$2k for storage, $9k for
    /// compute`). One finding for each contradiction.
    ///
    /// ## Why an interviewer minds
    /// Whichever of the two is built, the other is missed. It also shows that the answers were written down one by one,
    /// and not read back.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 80k ev/s average, 50k ev/s peak
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 20k ev/s average, 50k ev/s peak
    /// ```
    ///
    /// ## Fix
    /// Ask again which of the two holds, and strike the other. Where two ceilings are of different things, say of what.
    ///
    /// ## Source
    /// Interview guide on scoping: read the requirements back before drawing.
    "SCO010" "scope-contradicts-itself" Scope Error
    "two answers of the scope cannot both hold"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    judge_volume(context, findings);
    judge_recovery(context, findings);
    judge_freshness(context, findings);
    judge_ceilings(context, Question::Latency, Dimension::Latency, findings);
    judge_ceilings(context, Question::Cost, Dimension::Cost, findings);
}

fn judge_volume(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some((text, reading)) = answer(context, Question::Volume) else {
        return;
    };
    let highest = |qualifier, of: Option<&Quantity>| {
        let alike = reading.quantities.iter().filter(|it| {
            matches!(it.dimension, Dimension::Rate | Dimension::DataRate)
                && it.qualifier == Some(qualifier)
                && of.is_none_or(|of| it.dimension == of.dimension && it.unit == of.unit)
        });
        alike.max_by(|a, b| a.number().unwrap_or(0.0).total_cmp(&b.number().unwrap_or(0.0)))
    };
    let Some(average) = highest(Qualifier::Average, None) else {
        return;
    };
    let Some(peak) = highest(Qualifier::Peak, Some(average)) else {
        return;
    };
    if average.number() > peak.number() {
        let message = || format!(
            "The volume is {} and {}: an average cannot lie above its peak. Ask which is which.",
            words(text, average),
            words(text, peak),
        );
        say(Question::Volume, text, [average, peak], message, findings);
    }
}

fn judge_recovery(context: &Context<'_>, findings: &mut Findings<'_>) {
    let (Some((text, reading)), Some(window)) = (answer(context, Question::Failure), context.retention.window) else {
        return;
    };
    let is_point = |it: &&Quantity| it.qualifier == Some(Qualifier::RecoveryPoint);
    let Some(point) = reading.quantities.iter().find(is_point) else {
        return;
    };
    if point.number().is_some_and(|seconds| seconds > window * (1.0 + 1e-9)) {
        let message = || format!(
            "Up to {} may be lost, but only {} can be replayed: what lies between is lost without anybody having agreed to \
             it. Ask for a longer replay, or a nearer recovery point.",
            duration(point.number().unwrap_or_default()),
            duration(window),
        );
        say(Question::Failure, text, [point], message, findings);
    }
}

fn judge_freshness(context: &Context<'_>, findings: &mut Findings<'_>) {
    let (Some((text, _)), Some(latency)) = (answer(context, Question::Freshness), context.latency.budget()) else {
        return;
    };
    let Some(freshness) = context.freshness().budget() else {
        return;
    };
    if freshness < latency.seconds * (1.0 - 1e-9) {
        let message = || format!(
            "What is read may be {} old, but an event may take {} to arrive: it would have to be read before it is there. \
             Ask which of the two holds.",
            duration(freshness),
            promised(latency),
        );
        say(Question::Freshness, text, [], message, findings);
    }
}

fn judge_ceilings(context: &Context<'_>, question: Question, dimension: Dimension, findings: &mut Findings<'_>) {
    let Some((text, reading)) = answer(context, question) else {
        return;
    };
    let is_ceiling = |it: &&Quantity| it.dimension == dimension && it.compare == Compare::AtMost;
    let mut ceilings = reading.quantities.iter().filter(is_ceiling);
    let Some(first) = ceilings.next() else { return };
    let of_the_same = |it: &Quantity| {
        (&it.unit, it.percentile, it.qualifier) == (&first.unit, first.percentile, first.qualifier)
    };
    let differs = |it: &Quantity| match (it.number(), first.number()) {
        (Some(one), Some(other)) => (one - other).abs() > 0.005 * one.abs().max(other.abs()),
        _ => false,
    };
    let Some(second) = ceilings.find(|it| of_the_same(it) && differs(it)) else {
        return;
    };
    if says_of_what(text, reading) {
        return;
    }
    let message = || format!(
        "The answer gives two ceilings, {} and {}, and does not say of what each is one. Ask which of the two holds.",
        words(text, first),
        words(text, second),
    );
    say(question, text, [first, second], message, findings);
}

/// Words beside the figures tell them apart.
fn says_of_what(text: &str, reading: &Reading) -> bool {
    let mut from = 0;
    let mut rest = String::new();
    for quantity in &reading.quantities {
        rest.push_str(text.get(from..quantity.span.start).unwrap_or_default());
        rest.push(' ');
        from = quantity.span.end;
    }
    rest.push_str(text.get(from..).unwrap_or_default());
    let mut words = rest
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.any(|word| !NEUTRAL.iter().any(|neutral| neutral.eq_ignore_ascii_case(word)))
}

fn answer<'c>(context: &'c Context<'_>, question: Question) -> Option<(&'c str, &'c Reading)> {
    let text = &context.board.answered(question)?.text;
    Some((text, context.readings.answer(question)?))
}

fn words(text: &str, quantity: &Quantity) -> String {
    quote(quantity.span.of(text))
}

fn say<const N: usize>(
    question: Question,
    text: &str,
    quantities: [&Quantity; N],
    message: impl FnOnce() -> String,
    findings: &mut Findings<'_>,
) {
    let mut said = findings.say(Place::Answer(question), message);
    for quantity in quantities {
        said = said.words(|| "One of the two", Field::Text, text, quantity.span);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["volume"], "scope volume: 2 TB/day peak, 4 TB/day average"),
            (&["failure"], "scope failure: RPO 24 h, 1 h replay"),
            (&["freshness"], "scope latency: ≤ 10 min\nscope freshness: stale by at most 1 min"),
            (&["cost"], "scope cost: ≤ $60k/month, at most $40k/month"),
            (&["latency"], "scope latency: p99 ≤ 300 ms, and p99 ≤ 500 ms"),
            (&[], "scope cost: ≤ $60k/month for compute, ≤ $9k/month for storage"),
            (&[], "scope cost: ≤ $60k/month, ≤ $720k/year\nscope latency: p50 ≤ 100 ms, p99 ≤ 500 ms"),
            (&[], "scope latency: 300 ms\nscope freshness: finance 30 s, analytics 4 h\nscope failure: RPO 5 min, 7-day replay"),
            (&[], "scope volume: 50k ev/s average, 2 TB/day peak"),
        ]);
    }
}
