//! WRP001: forty minutes, and no sentence.

use crate::context::Context;
use crate::finding::Place;
use crate::findings::Findings;
use crate::phrase::quote;
use crate::rule::rule;
use crate::wrapping::{is_blank, is_due};

rule! {
    /// # No summary
    ///
    /// ## What it looks at
    /// Whether the wrap-up has a summary, and whether it is one sentence. It is judged once something of the wrap-up is
    /// written, or once data flows from an ingest box to whoever reads it and the session is past minute 35. A board
    /// that answers a prompt and has no log of its drawing is judged as if it were past that minute; one that has
    /// neither prompt nor log is no interview, such as the architecture of a running system, and owes nobody a wrap-up.
    /// Where the wrap-up is missing altogether, that is said once, here. An abbreviation (`e.g.`, `approx.`) ends no
    /// sentence.
    ///
    /// ## Why an interviewer minds
    /// The last thing said is what is written down. One sentence with the user and the promise in it proves that the
    /// boxes add up to something; three sentences prove that it was not yet clear which.
    ///
    /// ## Bad board
    /// ```bad
    /// prompt: fraud-50k
    /// [ingest] Kafka: 50k ev/s
    /// [serve] API: p99 140 ms
    /// Kafka -> API
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// prompt: fraud-50k
    /// [ingest] Kafka: 50k ev/s
    /// [serve] API: p99 140 ms
    /// Kafka -> API
    /// summary: Every swipe is scored inline within 200 ms, on features that a stream keeps warm.
    /// mvp: score one card scheme inline
    /// mvp: dead letters with an hourly replay
    /// risk: one card testing thousands of numbers makes a hot partition
    /// mitigation: salt the key, and page on lag above 5 s
    /// ```
    ///
    /// ## Fix
    /// Say in one sentence what is done for whom within which promise.
    ///
    /// ## Source
    /// Interview guide, structure of the round: the wrap-up is a one-sentence summary, the first features, one risk.
    "WRP001" "no-summary" WrapUp Warning
    "the wrap-up has no summary, or one of more than a sentence"
    check
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !is_due(context) {
        return;
    }
    let wrap = context.board.wrap();
    let summary = wrap.summary.trim();
    if is_blank(wrap) {
        let message = || "The design ends without a wrap-up, so the interviewer has to sum it up alone. Keep five minutes for \
                       one sentence, two or three features to build first, the one risk and the trade-off.";
        findings.say(Place::Wrap, message).follows("CLK003", Place::Session);
    } else if summary.is_empty() {
        let message = || "The wrap-up has no summary: what was designed is left for the interviewer to put together. Say in \
                       one sentence what is done for whom, within which promise.";
        findings.say(Place::Wrap, message);
    } else if let Some(second) = second_sentence(summary) {
        let message = || format!(
            "The summary goes on after its first sentence, with {}. One sentence is what is written down and passed on: \
             keep what is done for whom, within which promise.",
            quote(second),
        );
        findings.say(Place::Wrap, message);
    }
}

/// Words that end with a full stop and no sentence.
const SHORT: [&str; 10] = ["e.g", "i.e", "vs", "etc", "approx", "incl", "ca", "no", "min", "max"];

/// What follows the first sentence: words after a full stop that begin with a capital.
fn second_sentence(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(at) = rest.find(char::is_whitespace) {
        let (word, after) = rest.split_at(at);
        rest = after.trim_start();
        let ends = word.ends_with(['.', '!', '?']);
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
        if ends && rest.starts_with(char::is_uppercase) && !SHORT.contains(&plain.as_str()) {
            return Some(rest);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["wrap"], "prompt: fraud-50k\n[ingest] K\n[serve] API\nK -> API"),
            (&[], "scope volume: 6M ev/s\n[ingest] K\n[serve] API\nK -> API"),
            (&["wrap"], "at 1:00 answered latency\nat 9:00 drew\nat 9:20 drew\nat 36:00 drew\n[ingest] K\n[serve] API\nK -> API"),
            (&["wrap"], "[ingest] K\nmvp: one source"),
            (&["wrap"], "[ingest] K\nsummary: We score swipes. It takes 200 ms."),
            (&[], "at 1:00 answered latency\nat 9:00 drew\nat 9:20 drew\nat 20:00 drew\n[ingest] K\n[serve] API\nK -> API"),
            (&[], "[ingest] K\nsummary: We score swipes, e.g. Visa, within approx. 200 ms of p99 v2.1 traffic."),
            (&[], "[ingest] K\n[process] Job\nK -> Job\nleft-out: training"),
            (&[], "mvp: one source"),
        ]);
    }
}
