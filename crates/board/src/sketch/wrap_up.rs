//! The wrap-up in a sketch: one line for each thing said.
//!
//! `mitigation:` belongs to the risk; `over:`, `cost:` and `impact:` to the `tradeoff:` above them.

use crate::{Tradeoff, Wrap};

/// The words that begin a line of the wrap-up.
pub(super) const WORDS: [&str; 9] = [
    "summary",
    "mvp",
    "risk",
    "mitigation",
    "tradeoff",
    "over",
    "cost",
    "impact",
    "left-out",
];

/// Takes what the line under `word` says; nothing where no trade-off stands above it.
pub(super) fn take(wrap: &mut Wrap, word: &str, text: String) -> Option<()> {
    match word {
        "summary" => wrap.summary = text,
        "mvp" => wrap.mvp.push(text),
        "risk" => wrap.risk.what = text,
        "mitigation" => wrap.risk.mitigation = text,
        "left-out" => wrap.left_out.push(text),
        "tradeoff" => wrap.tradeoffs.push(Tradeoff {
            chose: text,
            ..Tradeoff::default()
        }),
        "over" => wrap.tradeoffs.last_mut()?.over = text,
        "cost" => wrap.tradeoffs.last_mut()?.cost = text,
        _ => wrap.tradeoffs.last_mut()?.impact = text,
    }
    Some(())
}

/// The lines of the wrap-up: the word and what it says.
pub(super) fn lines(wrap: &Wrap) -> Vec<(&'static str, &str)> {
    let mut lines = vec![("summary", wrap.summary.as_str())];
    lines.extend(wrap.mvp.iter().map(|feature| ("mvp", feature.as_str())));
    lines.push(("risk", &wrap.risk.what));
    lines.push(("mitigation", &wrap.risk.mitigation));
    for tradeoff in &wrap.tradeoffs {
        lines.push(("tradeoff", &tradeoff.chose));
        lines.push(("over", &tradeoff.over));
        lines.push(("cost", &tradeoff.cost));
        lines.push(("impact", &tradeoff.impact));
    }
    lines.extend(wrap.left_out.iter().map(|item| ("left-out", item.as_str())));
    // A line that begins a thing stands also where it says nothing.
    lines.retain(|(word, text)| !text.trim().is_empty() || ["mvp", "tradeoff", "left-out"].contains(word));
    lines
}
