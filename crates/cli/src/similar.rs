//! What a person may have meant.

/// The word among `known` that is nearest to `typed`, if one is near.
pub(crate) fn nearest<'w>(typed: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let typed = typed.to_lowercase();
    let score = |word: &str| strsim::jaro_winkler(&typed, &word.to_lowercase());
    let scored = known.into_iter().map(|word| (score(word), word));
    let near = scored.filter(|(score, _)| *score > 0.75);
    near.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant_and_nothing_far_away() {
        let known = ["OWN001", "unowned-edge", "missing-constraint"];
        assert_eq!(nearest("own01", known), Some("OWN001"));
        assert_eq!(nearest("unowned_edges", known), Some("unowned-edge"));
        assert_eq!(nearest("kafka", known), None);
    }
}
