//! SCO004: an answer that could be a number and is a word.

use catalog::QuestionCard;
use quantity::Quantity;

use crate::context::Context;
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::phrase::{quote, whole};
use crate::rule::rule;

rule! {
    /// # Answer without number
    ///
    /// ## What it looks at
    /// The answers to the questions that have a number for an answer: latency, freshness, volume, cost, accuracy,
    /// failure (its times), retention, availability and reads. It speaks where such an answer holds no figure. A
    /// promise in words, such as `at-least-once`, is worth having and is not a figure. Digits that could not be read
    /// are left to `CON005`, and open questions are not judged.
    ///
    /// ## Why an interviewer minds
    /// "Real-time" fits every design, so it chooses none. With `p99 ≤ 300 ms` half of the components fall away, and
    /// the other half can be held to it.
    ///
    /// ## Bad board
    /// ```bad
    /// scope latency: as fast as possible
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope latency: p99 ≤ 300 ms from swipe to decision
    /// ```
    ///
    /// ## Fix
    /// Replace the word by the number that it stands for, or assume one aloud and mark it as assumed.
    ///
    /// ## Source
    /// Interview guide on big-data buzzwords: name the exact latency budget, not "fast".
    "SCO004" "answer-without-number" Scope Warning
    "an answer that should carry a quantity carries none"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for card in catalog::questions().iter().filter(|card| card.quantifiable) {
        let (Some(answer), Some(reading)) = (
            context.board.answered(card.question),
            context.readings.answer(card.question),
        ) else {
            continue;
        };
        if reading.unread.is_empty() && reading.quantities.iter().all(|it| Quantity::number(it).is_none()) {
            findings
                .say(Place::Answer(card.question), || message(card, &answer.text))
                .words(|| "No figure in here", Field::Text, &answer.text, whole(&answer.text));
        }
    }
}

fn message(card: &QuestionCard, text: &str) -> String {
    format!(
        "The answer on {}, {}, holds no number, so no design can be held to it. Ask for one, or assume one aloud: {}.",
        card.question,
        quote(text),
        quote(card.hint),
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["latency", "volume"], "scope latency: real-time\nscope volume: a lot"),
            (&["failure"], "scope failure: at-least-once"),
            (&[], "scope latency: sub-second\nscope failure: 7-day replay\nscope freshness: hourly"),
            (&[], "scope persona: analysts\nscope latency open: how fast?"),
        ]);
    }
}
