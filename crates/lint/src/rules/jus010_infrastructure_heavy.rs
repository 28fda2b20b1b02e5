//! JUS010: plumbing where a product was asked for.

use board::Track;
use quantity::Reading;

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::mention::{BLANK, PLAIN_LETTER, kind};
use crate::rule::rule;

rule! {
    /// # Infrastructure heavy
    ///
    /// ## What it looks at
    /// On the product track, once there are three ingest, process, store or serve boxes: what share of the board's
    /// words is about infrastructure. Words about infrastructure are the names of known components on boxes, and what
    /// constraints say besides figures (`checkpoint`, `exactly-once`, `scalable`). Words about the product are all
    /// others: the answers, what boxes are called by their job, why they are there, what was rejected and why, what
    /// travels along edges, and the wrap-up. Figures count on neither side, since a promised latency or cost is owed to
    /// somebody.
    ///
    /// It speaks where the share is above a fifth. The session's log is not asked: it tells when a box was drawn and
    /// not what was said meanwhile. While fewer than three questions are answered, `SCO001` says so first.
    ///
    /// ## Why an interviewer minds
    /// On the product track the architecture is the means. A board of products and mechanisms shows that the candidate
    /// can build it and leaves open whether it should be built, which was the question.
    ///
    /// ## Bad board
    /// ```bad
    /// track: product-manager
    /// scope persona: analysts
    /// scope latency: p99 ≤ 300 ms
    /// scope volume: 50k ev/s peak
    /// [ingest] Kafka: scalable, exactly-once
    /// [process] Flink: checkpoint every 10 s, idempotent
    /// [serve] Databricks SQL: serverless
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// track: product-manager
    /// scope persona: 40 fraud analysts who answer for every blocked card
    /// scope job: stop a stolen card before the sale is through
    /// scope metric: fraud loss from 0.12 % to 0.05 % of turnover
    /// [ingest] Card events (Kafka): 500k ev/s because volume - takes the holiday rush
    /// [process] Spending windows: p99 60 ms because latency - a decision while the card is in the reader
    /// [serve] Scorer: p99 80 ms because metric - honest cards pass
    /// ```
    ///
    /// ## Fix
    /// Say beside each box whom it serves and why it is there, and cut the mechanism down to the figure that the user
    /// feels.
    ///
    /// ## Source
    /// Interview guide, product rounds: a fifth of the time at most on infrastructure.
    "JUS010" "infrastructure-heavy" Justification Info, ProductManager raises
    "on the product track, over a fifth of the board's words are on infrastructure"
    check
}

/// How many stages make a board that words can be weighed on.
const STAGES: usize = 3;
/// The share of the words that infrastructure may have.
const SHARE: f64 = 0.2;

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let is_judged = context.track == Track::ProductManager;
    if !is_judged || context.stages().nth(STAGES - 1).is_none() {
        return;
    }
    let (infrastructure, product) = weigh(context);
    let all = infrastructure + product;
    if infrastructure as f64 <= SHARE * all as f64 {
        return;
    }
    let share = (infrastructure * 100).div_ceil(all.max(1));
    let message = || format!(
        "About {share} % of the words on the board are on infrastructure, and the product track gives it a fifth. Say \
         whom each box serves and why it is there, and cut mechanisms down to the figure that the user feels.",
    );
    findings
        .say(Place::Board, message)
        .evidence(|| format!("{infrastructure} of {all} words = {share} % > 20 %"))
        .follows("SCO001", Place::Board);
}

/// How many words there are on infrastructure, and on the product.
fn weigh(context: &Context<'_>) -> (usize, usize) {
    let (mut infrastructure, mut product) = (0, 0);
    for node in context.graph.boxes() {
        let record = &node.record;
        let constraints = besides_figures(&record.constraints, context.reading(node.slot));
        if record.role.is_outside() {
            product += constraints;
        } else {
            infrastructure += constraints;
        }
        let label = words(&record.label);
        let tool = if record.role.is_outside() {
            0
        } else {
            let named = context.named(node.slot).map(|named| named.span.clone());
            named.and_then(|span| record.label.get(span)).map_or(0, words)
        };
        infrastructure += tool;
        product += label.saturating_sub(tool);
        product += words(&record.because.text) + record.because.answers.len();
        let rejected = record.rejected.iter();
        product += rejected.map(|it| words(&it.option) + words(&it.why)).sum::<usize>();
    }
    for link in context.graph.edges() {
        let record = &link.record;
        infrastructure += besides_figures(&record.constraints, context.readings.of_edge(link.slot));
        product += words(&record.label) + words(&record.because.text) + record.because.answers.len();
    }
    (infrastructure, product + said(context))
}

/// The words of the scope and of the wrap-up.
fn said(context: &Context<'_>) -> usize {
    let answers = context.board.scope().map(|(_, answer)| words(&answer.text));
    let wrap = context.board.wrap();
    let risk = [&wrap.summary, &wrap.risk.what, &wrap.risk.mitigation];
    let tradeoffs = wrap.tradeoffs.iter();
    let texts = tradeoffs
        .flat_map(|it| [&it.chose, &it.over, &it.cost, &it.impact])
        .chain(risk)
        .chain(&wrap.mvp)
        .chain(&wrap.left_out);
    answers.sum::<usize>() + texts.map(|text| words(text)).sum::<usize>()
}

/// How many words of `text` stand outside the figures that were read from it.
fn besides_figures(text: &str, reading: &Reading) -> usize {
    let figures = reading.quantities.iter().filter(|it| it.number().is_some());
    let mut from = 0;
    let mut count = 0;
    for figure in figures {
        count += text.get(from..figure.span.start).map_or(0, words);
        from = figure.span.end;
    }
    count + text.get(from..).map_or(0, words)
}

/// How many words of `text` have a letter or a digit; each is counted at its first.
fn words(text: &str) -> usize {
    let (mut count, mut is_counted) = (0, false);
    for letter in text.chars() {
        let (counts, is_blank) = match u8::try_from(letter) {
            Ok(byte @ ..128) => (kind(byte) & PLAIN_LETTER != 0, kind(byte) & BLANK != 0),
            _ => (letter.is_alphanumeric(), letter.is_whitespace()),
        };
        // No branch here: whether a letter begins a word is hard to foresee.
        count += usize::from(counts & !is_counted);
        is_counted = !is_blank & (is_counted | counts);
    }
    count
}

#[cfg(test)]
mod tests {
    #[test]
    fn words_are_what_stands_between_blanks_and_holds_a_letter_or_a_digit() {
        for (text, count) in [("", 0), ("a", 1), (" p99 \u{a0}≤ 20\tms ", 3), ("- — ½ é·b c", 3)] {
            assert_eq!(super::words(text), count, "{text}");
        }
    }

    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["board"], "track: product-manager\n[ingest] Kafka\n[process] Flink\n[store] Redis"),
            (&["board"], "track: product-manager\n[ingest] Kafka\n[process] Windows job\n[store] Scores"),
            (&["board"], "track: product-manager\n[ingest] Cards: exactly-once, 50k ev/s\n[process] Windows\n[store] Scores"),
            (&[], "track: product-manager\n[ingest] Kafka\n[process] Windows job\n[store] Scores kept"),
            (&[], "[ingest] Kafka\n[process] Flink\n[store] Redis"),
            (&[], "track: product-manager\n[ingest] Kafka\n[process] Flink"),
            (&[], "track: product-manager\nscope job: stop a stolen card before the sale is through\n[ingest] Kafka: 50k ev/s\n[process] Windows: p99 60 ms\n[store] Scores: 5 ms"),
        ]);
    }
}
