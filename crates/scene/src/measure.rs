//! Measuring text and breaking it into lines.

use std::ops::Range;

use crate::metrics::{advance, reach};
use crate::{Font, Weight};

/// One line of a broken text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The bytes of the text that stand on this line, without the space at the break.
    pub range: Range<usize>,
    /// Its width in page units.
    pub width: f64,
}

/// The width of `text` on one line, in page units.
pub fn text_width(text: &str, font: Font, weight: Weight, size: f64) -> f64 {
    let thousandths: u64 = text.chars().map(|c| u64::from(advance(c, font, weight))).sum();
    thousandths as f64 * size / 1000.0
}

/// How far a line of text reaches above and below its baseline, in page units.
pub fn text_reach(font: Font, size: f64) -> (f64, f64) {
    let (above, below) = reach(font);
    (f64::from(above) * size / 1000.0, f64::from(below) * size / 1000.0)
}

/// Breaks `text` into lines no wider than `width`: at line breaks and spaces; at hyphens and within a word only where it alone is
/// wider. An empty text has no lines, an empty line of the text is an empty line.
pub fn wrap(text: &str, font: Font, weight: Weight, size: f64, width: f64) -> Vec<Line> {
    let mut breaker = Breaker {
        text,
        measure: &|c| f64::from(advance(c, font, weight)) * size / 1000.0,
        width,
        lines: Vec::new(),
    };
    let mut start = 0;
    for paragraph in text.trim_end().split('\n') {
        breaker.paragraph(start, start + paragraph.len());
        start += paragraph.len() + 1;
    }
    if text.trim().is_empty() {
        return Vec::new();
    }
    breaker.lines
}

/// The width of the widest piece of `text` that no line break may divide.
pub(crate) fn widest_piece(text: &str, font: Font, weight: Weight, size: f64) -> f64 {
    let pieces = text.split_whitespace().flat_map(|word| word.split_inclusive('-'));
    pieces.fold(0.0, |widest, piece| {
        text_width(piece, font, weight, size).max(widest)
    })
}

/// The start of `text` that fits in `width`, with an ellipsis where something was cut off.
pub fn shorten(text: &str, font: Font, weight: Weight, size: f64, width: f64) -> String {
    if text_width(text, font, weight, size) <= width {
        return text.to_owned();
    }
    let mut left = width - text_width("…", font, weight, size);
    let fits = |c: &char| {
        left -= f64::from(advance(*c, font, weight)) * size / 1000.0;
        left >= 0.0
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

struct Breaker<'t> {
    text: &'t str,
    measure: &'t dyn Fn(char) -> f64,
    width: f64,
    lines: Vec<Line>,
}

impl Breaker<'_> {
    /// Breaks the bytes `start..end`, which hold no line break.
    fn paragraph(&mut self, start: usize, end: usize) {
        let mut line = start;
        let mut width = 0.0;
        // The last place to break at: where the line would end, where the next would start.
        let mut space: Option<(usize, usize)> = None;
        // The same behind a hyphen, for words that alone are too wide.
        let mut hyphen: Option<(usize, usize)> = None;
        let Some(text) = self.text.get(start..end) else {
            return;
        };
        for (offset, c) in text.char_indices() {
            let at = start + offset;
            let next = at + c.len_utf8();
            let advance = (self.measure)(c);
            if c.is_whitespace() {
                let line_end = space.filter(|&(_, next)| next == at).map_or(at, |(end, _)| end);
                space = Some((line_end, next));
            } else {
                // Twice where a wide character does not even fit behind the word that it ends.
                while width + advance > self.width && at > line {
                    let (line_end, next_line) = space
                        .or(hyphen)
                        .filter(|&(end, _)| end > line)
                        .unwrap_or((at, at));
                    self.push(line, line_end);
                    line = next_line;
                    width = self.measured(line, at);
                    (space, hyphen) = (None, None);
                }
            }
            width += advance;
            if c == '-' && at > line {
                hyphen = Some((next, next));
            }
        }
        let rest = self.text.get(line..end).unwrap_or_default();
        self.push(line, line + rest.trim_end().len());
    }

    fn push(&mut self, start: usize, end: usize) {
        let width = self.measured(start, end);
        self.lines.push(Line {
            range: start..end,
            width,
        });
    }

    fn measured(&self, start: usize, end: usize) -> f64 {
        let text = self.text.get(start..end).unwrap_or_default();
        text.chars().map(self.measure).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, width: f64) -> Vec<&str> {
        let lines = wrap(text, Font::Hand, Weight::Regular, 14.0, width);
        lines.into_iter().map(|line| &text[line.range]).collect()
    }

    #[test]
    fn breaks_at_spaces_and_line_breaks() {
        assert_eq!(lines("", 100.0), Vec::<&str>::new());
        assert_eq!(lines("  \n ", 100.0), Vec::<&str>::new());
        assert_eq!(lines("one\n\ntwo", 100.0), ["one", "", "two"]);
        assert_eq!(
            lines("500k ev/s, 7-day  replay", 80.0),
            ["500k ev/s,", "7-day", "replay"]
        );
        assert_eq!(lines("unbreakable", 30.0).concat(), "unbreakable");
        assert_eq!(lines("exactly-once p-99", 60.0), ["exactly-", "once", "p-99"]);
        assert_eq!(lines("n é漢", 21.9), ["n", "é", "漢"]);
    }

    #[test]
    fn shortens_with_an_ellipsis() {
        let short = |width| shorten("Payments platform", Font::Plain, Weight::Regular, 11.0, width);
        assert_eq!(short(200.0), "Payments platform");
        assert_eq!(short(60.0), "Payments…");
        assert_eq!(short(0.0), "…");
    }

    #[test]
    fn every_character_of_the_shipped_set_is_measured() {
        for c in "Kafka 0-9 ≤ ≥ → ← × ≈ ± · € £ ¥ µ ✓ • é ß Ł …".chars() {
            assert!((200..1300).contains(&advance(c, Font::Hand, Weight::Bold)), "{c}");
        }
        assert_eq!(advance('漢', Font::Plain, Weight::Regular), 1000);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(text in "[a-zé漢 ,\n]{0,80}", width in 20.0..300.0) {
            let lines = wrap(&text, Font::Hand, Weight::Regular, 14.0, width);
            for line in &lines {
                let one = text[line.range.clone()].chars().count() <= 1;
                prop_assert!(line.width <= width + 1e-6 || one);
            }
            let kept: String = lines.iter().map(|line| &text[line.range.clone()]).collect();
            let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(solid(&kept), solid(&text));
        }
    }
}
