//! Which words a text mentions: by how they begin, in any case.

use analysis::Stop;
use board::graph::{BoxNode, EdgeLink};

use crate::context::Context;

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
    word_starts(text).find_map(|start| {
        let rest = text.as_bytes().get(start..)?;
        if initials & initial(rest) == 0 {
            return None;
        }
        let mut found = stems.iter().filter(|stem| starts_with(rest, stem));
        found.next().map(|stem| (start, *stem))
    })
}

/// The bytes at which words of `text` begin: letters and digits behind something else.
pub(crate) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let (mut at, mut in_word) = (0, false);
    std::iter::from_fn(move || {
        loop {
            let kind = kind(*text.as_bytes().get(at)?);
            at += 1;
            let was_in_word = std::mem::replace(&mut in_word, kind & IN_WORD != 0);
            if in_word && !was_in_word {
                return Some(at - 1);
            }
        }
    })
}

/// A letter or a digit of ASCII.
pub(crate) const PLAIN_LETTER: u8 = 1;
/// What words are made of: letters and digits, and everything beyond ASCII.
pub(crate) const IN_WORD: u8 = 2;
/// What stands between words, of ASCII.
pub(crate) const BLANK: u8 = 4;

/// Which of these a byte is.
pub(crate) fn kind(byte: u8) -> u8 {
    KINDS[usize::from(byte)]
}

/// The kinds of every byte, since rules look at each byte of a board several times.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => PLAIN_LETTER | IN_WORD,
            b' ' | b'\t'..=b'\r' => BLANK,
            128.. => IN_WORD,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// A bit for what a word begins with, so that most words are passed over at one look. Several share one.
fn initial(word: &[u8]) -> u32 {
    word.first()
        .map_or(0, |byte| 1 << (byte.to_ascii_lowercase() & 31))
}

/// Whether `text` begins with `stem`.
pub(crate) fn starts_with(text: &[u8], stem: &str) -> bool {
    let stem = stem.as_bytes();
    text.len() >= stem.len()
        && text
            .iter()
            .zip(stem)
            .all(|(byte, wanted)| plain(*byte) == *wanted)
}

/// A letter as stems have it.
fn plain(byte: u8) -> u8 {
    PLAIN[usize::from(byte)]
}

/// Each byte as stems have it; every word of a board is looked up here several times.
static PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut byte = 0;
    while byte < plain.len() {
        plain[byte] = match byte as u8 {
            b'-' | b'_' => b' ',
            other => other.to_ascii_lowercase(),
        };
        byte += 1;
    }
    plain
};

/// With which three letters the words of some texts begin: nearly every text that does not mention what is looked for
/// falls through at one look. A Bloom filter of 512 bits, two for each beginning.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sieve([u64; 8]);

impl Sieve {
    /// The sieve of all words in `texts`.
    pub(crate) fn of(texts: &[&str]) -> Self {
        let mut sieve = Self::default();
        for text in texts {
            let bytes = text.as_bytes();
            let mut in_word = false;
            for (at, byte) in bytes.iter().enumerate() {
                // What follows a letter beyond ASCII begins a word for some who look and not for others.
                let was_in_word = std::mem::replace(&mut in_word, kind(*byte) & PLAIN_LETTER != 0);
                if in_word
                    && !was_in_word
                    && let Some([first, second, third]) = bytes.get(at..at + 3)
                {
                    for place in places([*first, *second, *third].map(plain)) {
                        sieve.0[place >> 6] |= 1 << (place & 63);
                    }
                }
            }
        }
        sieve
    }

    /// Whether one of the words may begin as `text` does; false only where none does.
    pub(crate) fn may_begin(&self, text: &[u8]) -> bool {
        match *text {
            [first, second, third, ..] => self.holds([first, second, third].map(plain)),
            _ => true,
        }
    }

    /// Whether one of `stems` may be mentioned; false only where none is.
    pub(crate) fn may_mention(&self, stems: &[&str]) -> bool {
        stems.iter().any(|stem| match *stem.as_bytes() {
            [first, second, third, ..] => self.holds([first, second, third]),
            _ => true,
        })
    }

    fn holds(&self, beginning: [u8; 3]) -> bool {
        let holds = |place: usize| self.0[place >> 6] >> (place & 63) & 1 == 1;
        places(beginning).into_iter().all(holds)
    }
}

/// The two bits of three letters, each of which they share with others. The upper bits of a product with an odd constant
/// depend on all letters.
fn places([first, second, third]: [u8; 3]) -> [usize; 2] {
    let letters = u32::from_le_bytes([first, second, third, 0]);
    [0x9E37_79B1, 0x85EB_CA77].map(|odd: u32| (letters.wrapping_mul(odd) >> 23) as usize)
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
        self.sieve(Stop::Box(node.slot)).may_mention(stems)
            && [&record.label, &record.constraints, &record.because.text]
                .iter()
                .any(|text| mentions(text, stems))
    }

    /// Whether the label, the constraints or the reason of the edge mentions one of `stems`.
    pub(crate) fn edge_mentions(&self, link: &EdgeLink<'_>, stems: &[&str]) -> bool {
        let record = link.record;
        self.sieve(Stop::Edge(link.slot)).may_mention(stems)
            && [&record.label, &record.constraints, &record.because.text]
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
    fn a_sieve_holds_back_every_text_that_mentions_a_stem() {
        let sieve = Sieve::of(&["PAN tokenised at the door", "row-level, »raw, on_call", "", "go"]);
        for stem in ["tokeni", "row level", "raw", "on call", "go", "the"] {
            assert!(sieve.may_mention(&["zebra", stem]), "{stem}");
        }
        assert!(!sieve.may_mention(&["zebra", "mask"]));
        assert!(!Sieve::default().may_mention(&["row"]));
    }

    #[test]
    fn some_answers_say_that_there_is_nothing() {
        assert!(denies("None") && denies("no PII") && denies(" ") && denies("No"));
        assert!(!denies("GDPR") && !denies("north-east only"));
    }
}
