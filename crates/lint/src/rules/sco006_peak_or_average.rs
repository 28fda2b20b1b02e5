//! SCO006: fifty thousand, but when?

use board::Question;
use quantity::{Dimension, Qualifier, Quantity};

use crate::context::Context;
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::mention::mentions;
use crate::phrase::quote;
use crate::rule::rule;

/// When the worst comes: a peak of that day is the spike.
const WORST: &[&str] = &["black friday", "cyber monday", "holiday", "worst", "quarter end", "year end", "new year"];

rule! {
    /// # Peak or average
    ///
    /// ## What it looks at
    /// An answer on volume that gives a rate (events or bytes over time): whether it says of any of them that it is the
    /// average or the peak, and whether it gives the spike. `10x on holidays`, `up to 200k ev/s in a burst`, a peak of
    /// the worst day (`100k ev/s peak on Black Friday`) and `steady all year` count as the spike. An answer without a
    /// rate is left to `SCO004`.
    ///
    /// ## Why an interviewer minds
    /// A system that carries the average falls over every evening, and one that carries the peak falls over once a
    /// year. The factor between them decides on buffers, on headroom and on half of the bill.
    ///
    /// ## Bad board
    /// ```bad
    /// scope volume: 50k ev/s, 1 KB each
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope volume: 50k ev/s at peak, 10x spike on holidays, 1 KB each
    /// ```
    ///
    /// ## Fix
    /// Ask which of the two it is, and what the worst day of the year looks like.
    ///
    /// ## Source
    /// Interview guide, round 3, minute 3 of the opening: the volume profile.
    "SCO006" "peak-or-average" Scope Warning
    "the volume gives a rate and not whether it is peak or average, or gives no spike"
    check
}

/// Words by which a volume says that it has no spike.
const EVEN: [&str; 4] = ["steady", "constant", "flat", "uniform"];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let (Some(answer), Some(reading)) = (
        context.board.answered(Question::Volume),
        context.readings.answer(Question::Volume),
    ) else {
        return;
    };
    let is_rate = |it: &&Quantity| matches!(it.dimension, Dimension::Rate | Dimension::DataRate);
    let rates = || reading.quantities.iter().filter(is_rate);
    let peak = rates().find(|it| it.qualifier == Some(Qualifier::Peak));
    let Some(rate) = peak.or_else(|| rates().next()) else {
        return;
    };
    let says = |qualifiers: &[Qualifier]| {
        let mut quantities = reading.quantities.iter();
        quantities.any(|it| it.qualifier.is_some_and(|it| qualifiers.contains(&it)))
    };
    let has_spike = says(&[Qualifier::Spike]) || is_even(&answer.text) || (peak.is_some() && mentions(&answer.text, WORST));
    let is_told_apart = has_spike || says(&[Qualifier::Average, Qualifier::Peak]);
    let figure = quote(rate.span.of(&answer.text).trim());
    let message = match (is_told_apart, has_spike) {
        (_, true) => return,
        (false, _) => format!(
            "Nothing says whether {figure} is the average or the peak, and a design for the one fails at the other. Ask \
             which it is, and how far above it the worst day goes.",
        ),
        (true, false) => format!(
            "The volume goes up to {figure} and gives no spike, so nobody knows how much head room is enough. Ask what \
             the worst hour of the year looks like, or say that there is none.",
        ),
    };
    findings.say(Place::Answer(Question::Volume), || message).words(|| "On an ordinary day, or at its worst?", Field::Text, &answer.text, rate.span);
}

fn is_even(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    text.contains("no spike") || words.any(|word| EVEN.contains(&word))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["volume"], "scope volume: 50,000 events per second"),
            (&["volume"], "scope volume: 2 TB/day"),
            (&["volume"], "scope volume: 20k ev/s average, 50k ev/s peak"),
            (&[], "scope volume: 20k ev/s average, 10x spike on holidays"),
            (&[], "scope volume: 65k ev/s average, 100k ev/s peak on Black Friday"),
            (&["volume"], "scope volume: 65k ev/s average on Black Friday"),
            (&[], "scope volume: 2 TB/day, steady all year"),
            (&[], "scope volume: 80 source systems"),
            (&[], "scope volume open: 50k ev/s?"),
        ]);
    }
}
