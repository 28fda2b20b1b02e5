//! SCO003: nobody could say whether it worked.

use board::Question;

use crate::context::Context;
use crate::finding::{Field, Place};
use crate::findings::Findings;
use crate::phrase::{has_figure, quote, whole};
use crate::rule::rule;

rule! {
    /// # No success metric
    ///
    /// ## What it looks at
    /// Whether `metric` is answered, once something is drawn, and whether the answer holds a number. A share, a time, a
    /// count or `half as many` will do; a percentile alone (`p95 time to insight`) names what is measured and not the
    /// target. While fewer than three questions are answered, `SCO001` says so first.
    ///
    /// ## Why an interviewer minds
    /// A design is an argument that some number will move. Without that number every design is as good as every other,
    /// and the wrap-up has nothing to point at.
    ///
    /// ## Bad board
    /// ```bad
    /// scope persona: fraud analysts
    /// scope latency: p99 ≤ 300 ms
    /// scope metric: fewer losses to fraud
    /// [ingest] Kafka: 50k ev/s
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// scope persona: fraud analysts
    /// scope latency: p99 ≤ 300 ms
    /// scope metric: fraud loss from 0.12 % to 0.05 % of turnover
    /// [ingest] Kafka: 50k ev/s
    /// ```
    ///
    /// ## Fix
    /// Ask which number is to move, from where to where, or assume one aloud.
    ///
    /// ## Source
    /// Interview guide, product rounds: the first ten minutes are for the problem and its metric, from x to y.
    "SCO003" "no-success-metric" Scope Warning, ProductManager raises
    "the success metric is missing, or has no number to move"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let place = Place::Answer(Question::Metric);
    match context.board.answered(Question::Metric) {
        Some(answer) if has_figure(&answer.text) => {}
        Some(answer) => {
            let message = || format!(
                "The success metric, {}, has no number to move, so any design would meet it. Say from what to what.",
                quote(&answer.text),
            );
            let text = &answer.text;
            findings
                .say(place, message)
                .words(|| "No figure in here", Field::Text, text, whole(text));
        }
        None if context.is_drawn() => {
            let message = || "Nothing says how success would be measured, so nobody could tell whether the design worked. \
                           Ask which number is to move, and from where to where.";
            findings.say(place, message).follows("SCO001", Place::Board);
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["metric"], "[ingest] Kafka"),
            (&["metric"], "scope metric: p95 time to insight\n[ingest] Kafka"),
            (&["metric"], "scope metric open: ask the controller\n[ingest] Kafka"),
            (&[], "scope metric: half as many support tickets\n[ingest] Kafka"),
            (&[], "scope metric: p95 time to insight ≤ 3 s"),
            (&[], "scope latency: p99 ≤ 300 ms"),
        ]);
    }

    #[test]
    fn weighs_more_where_the_product_is_judged() {
        let severity = |track: &str| {
            let text = format!("track: {track}\n[ingest] Kafka");
            let (board, session) = crate::example::read(&text).unwrap();
            let options = crate::Options::alone(&super::RULE, None);
            crate::check_in(&session, &board, &options).worst()
        };
        assert_eq!(severity("data-engineer"), Some(crate::Severity::Warning));
        assert_eq!(severity("product-manager"), Some(crate::Severity::Error));
    }
}
