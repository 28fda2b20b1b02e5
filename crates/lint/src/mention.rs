//! Which words a text mentions: by how they begin, in any case.

use crate::context::Context;
use board::graph::{BoxNode, EdgeLink};

/// Whether a word of `text` begins with one of `stems`, which are lower-case ASCII and may hold blanks. A dash or an
/// underscore in the text counts as a blank.
pub(crate) fn mentions(text: &str, stems: &[&str]) -> bool {
    first(text, stems).is_some()
}

/// Where the first of `stems` that `text` mentions begins, and which it is.
pub(crate) fn first<'s>(text: &str, stems: &[&'s str]) -> Option<(usize, &'s str)> {
    let initials = stems
        .iter()
        .fold(0, |letters, stem| letters | initial(stem.as_bytes()));
    let mut rest = text.as_bytes();
    let mut in_word = false;
    while let Some((byte, behind)) = rest.split_first() {
        let begins = !in_word;
        in_word = byte.is_ascii_alphanumeric() || !byte.is_ascii();
        if begins && in_word && initials & initial(rest) != 0 {
            let found = stems.iter().find(|stem| starts_with(rest, stem.as_bytes()));
            if let Some(stem) = found {
                return Some((text.len() - rest.len(), stem));
            }
        }
        rest = behind;
    }
    None
}

/// A bit for what a word begins with, so that most words are passed over at one look. Several share one.
fn initial(word: &[u8]) -> u32 {
    word.first()
        .map_or(0, |byte| 1 << (byte.to_ascii_lowercase() & 31))
}

fn starts_with(text: &[u8], stem: &[u8]) -> bool {
    let alike = |(byte, wanted): (&u8, &u8)| match byte {
        b'-' | b'_' => *wanted == b' ',
        byte => byte.to_ascii_lowercase() == *wanted,
    };
    text.len() >= stem.len() && text.iter().zip(stem).all(alike)
}

/// An answer that there is nothing of the kind: `none`, `no PII`, `n/a`.
pub(crate) fn denies(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    text.is_empty()
        || [
            "none",
            "no ",
            "n/a",
            "nothing",
            "not applicable",
            "single tenant",
            "single-tenant",
        ]
        .iter()
        .any(|word| text.starts_with(word))
        || text == "no"
}

impl Context<'_> {
    /// Whether the label, the constraints or the reason of the box mentions one of `stems`.
    pub(crate) fn box_mentions(&self, node: &BoxNode<'_>, stems: &[&str]) -> bool {
        let record = node.record;
        [&record.label, &record.constraints, &record.because.text]
            .iter()
            .any(|text| mentions(text, stems))
    }

    /// Whether the label, the constraints or the reason of the edge mentions one of `stems`.
    pub(crate) fn edge_mentions(&self, link: &EdgeLink<'_>, stems: &[&str]) -> bool {
        let record = link.record;
        [&record.label, &record.constraints, &record.because.text]
            .iter()
            .any(|text| mentions(text, stems))
    }

    /// Whether any box or edge mentions one of `stems`.
    pub(crate) fn board_mentions(&self, stems: &[&str]) -> bool {
        self.graph.boxes().any(|node| self.box_mentions(node, stems))
            || self.graph.edges().any(|link| self.edge_mentions(link, stems))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_how_they_begin() {
        assert!(mentions("PAN tokenised at the door", &["tokeni"]));
        assert!(mentions("row-level filters", &["row level"]));
        assert!(!mentions("unmasked", &["mask"]));
        assert!(!mentions("überwacht", &["wacht"]));
        assert_eq!(first("a Masked column", &["audit", "mask"]), Some((2, "mask")));
        assert_eq!(first("", &["mask"]), None);
    }

    #[test]
    fn some_answers_say_that_there_is_nothing() {
        assert!(denies("None") && denies("no PII") && denies(" ") && denies("No"));
        assert!(!denies("GDPR") && !denies("north-east only"));
    }
}
