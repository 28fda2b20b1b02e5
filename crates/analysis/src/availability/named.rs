//! For whom the availability is asked: `99.9 % for search` is asked of the box called `Log search`.

use board::graph::{BoxSlot, Graph};
use board::{EdgeKind, Question, Role};

/// Words that say nothing of whom.
const COMMON: [&str; 6] = ["the", "for", "and", "per", "all", "our"];

/// The reached consumers and serve boxes that share a word with the answer; all `ends` where none does.
pub(super) fn ends(graph: &Graph<'_>, ends: Vec<BoxSlot>) -> Vec<BoxSlot> {
    let Some(answer) = graph.board().answered(Question::Availability) else {
        return ends;
    };
    let asked: Vec<String> = words(&answer.text).collect();
    let named = graph.boxes().filter(|node| {
        matches!(node.record.role, Role::Consumer | Role::Serve)
            && graph.incoming(node.slot, EdgeKind::Data).next().is_some()
            && words(&node.record.label).any(|word| asked.contains(&word))
    });
    let named: Vec<BoxSlot> = named.map(|node| node.slot).collect();
    if named.is_empty() { ends } else { named }
}

/// The words of three letters and more, in lower case.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphabetic());
    let telling = words
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_ascii_lowercase);
    telling.filter(|word| !COMMON.contains(&word.as_str()))
}
