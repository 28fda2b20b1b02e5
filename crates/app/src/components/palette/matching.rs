//! Matching: how well a command answers what was typed.

/// How well `label` (and less so `beside`, its tip and keys) answers `query`; the lower the better, nothing when a
/// word of the query is found nowhere. The empty query is answered by everything.
pub(crate) fn rank(query: &str, label: &str, beside: &str) -> Option<usize> {
    let (label, beside) = (label.to_ascii_lowercase(), beside.to_ascii_lowercase());
    let words = query.to_ascii_lowercase();
    words
        .split_whitespace()
        .map(|word| rank_word(word, &label, &beside))
        .sum()
}

fn rank_word(word: &str, label: &str, beside: &str) -> Option<usize> {
    let begins = |text: &str| text.split_whitespace().any(|part| part.starts_with(word));
    if label.starts_with(word) {
        Some(0)
    } else if begins(label) {
        Some(1)
    } else if label.contains(word) {
        Some(2)
    } else if begins(beside) {
        Some(4)
    } else if beside.contains(word) {
        Some(6)
    } else {
        in_order(word, label).then_some(9)
    }
}

/// The letters of `word` stand in `text` in their order, the first at the beginning of a word.
fn in_order(word: &str, text: &str) -> bool {
    let starts = text
        .split_whitespace()
        .any(|part| part.chars().next() == word.chars().next());
    let mut letters = text.chars();
    starts && word.chars().all(|letter| letters.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn the_nearer_answer_ranks_first() {
        let tip = "Takes the last change back Ctrl+Z";
        assert_eq!(rank("", "Undo", tip), Some(0));
        assert_eq!(rank("un", "Undo", tip), Some(0));
        assert!(rank("fit", "Zoom to fit", "") < rank("oom", "Zoom to fit", ""));
        assert!(rank("oom", "Zoom to fit", "") < rank("back", "Undo", tip));
        assert!(rank("back", "Undo", tip) < rank("plsr", "Place a source", ""));
        assert_eq!(rank("place missing", "Place a source", ""), None);
        assert_eq!(rank("q", "Undo", tip), None);
    }
}
