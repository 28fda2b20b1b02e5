//! How findings name things and print figures.

use board::graph::{BoxNode, BoxSlot, EdgeLink, Graph};
pub(crate) use quantity::spoken::{bytes, count, duration, events, figure, money, share, size};
use quantity::{Quantity, Reading, Span};

/// How many names a sentence holds before it counts the rest.
const MOST_NAMED: usize = 6;
/// Figures in words.
const COUNTING: [&str; 24] = [
    "zero", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "hundred",
    "thousand", "million", "half", "halve", "halved", "halves", "third", "quarter", "double", "doubled",
    "twice", "triple",
];

/// What a box is called within a sentence.
pub(crate) fn name(node: &BoxNode<'_>) -> String {
    match node.record.label.trim() {
        "" => format!("the unnamed {} box", node.record.role),
        label => label.to_owned(),
    }
}

/// What a box is called at the head of a sentence.
pub(crate) fn opening(node: &BoxNode<'_>) -> String {
    match node.record.label.trim() {
        "" => format!("The unnamed {} box", node.record.role),
        label => label.to_owned(),
    }
}

/// The names of boxes, joined.
pub(crate) fn names(graph: &Graph<'_>, slots: &[BoxSlot]) -> String {
    let named: Vec<String> = slots
        .iter()
        .take(MOST_NAMED)
        .map(|slot| name(graph.get_box(*slot)))
        .collect();
    list(&named, slots.len())
}

/// The names of boxes at the head of a sentence.
pub(crate) fn opening_names(graph: &Graph<'_>, slots: &[BoxSlot]) -> String {
    let named = names(graph, slots);
    match named.strip_prefix("the unnamed ") {
        Some(rest) => format!("The unnamed {rest}"),
        None => named,
    }
}

/// An edge within a sentence: `Kafka to Scoring`.
pub(crate) fn edge_name(graph: &Graph<'_>, link: &EdgeLink<'_>) -> String {
    format!(
        "{} to {}",
        name(graph.get_box(link.from)),
        name(graph.get_box(link.to))
    )
}

/// `a, b and c`, or `a, b and 4 more` where there are `count` of which only some are named.
pub(crate) fn list<T: AsRef<str>>(named: &[T], count: usize) -> String {
    let named: Vec<&str> = named.iter().take(MOST_NAMED).map(AsRef::as_ref).collect();
    if count > named.len() {
        return format!("{} and {} more", named.join(", "), count - named.len());
    }
    match named.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// A command as it stands on a button.
pub(crate) fn command(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().map(|first| first.to_ascii_uppercase()).into_iter();
    first.chain(rest).collect()
}

/// `has` for one, `have` for more.
pub(crate) fn verb(count: usize, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// A text of the board, shortened to what fits into a sentence.
pub(crate) fn quote(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= LONGEST {
        return format!("`{text}`");
    }
    let head: String = text.chars().take(LONGEST).collect();
    format!("`{}…`", head.trim_end())
}

/// The text holds a figure, in digits or in words: `from 55 to 5 minutes`, `half as many`, `sub-second`.
///
/// Digits within a name (`p99`, `S3`) are none.
pub(crate) fn has_figure(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let mut words = lower
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.any(|word| word.starts_with(|c: char| c.is_ascii_digit()) || COUNTING.contains(&word))
        || quantity::read(text)
            .quantities
            .iter()
            .any(|it| it.number().is_some())
}

/// The words that a quantity was read from, for a list in a sentence.
pub(crate) fn stated(text: &str, reading: &Reading) -> String {
    let words: Vec<&str> = reading
        .quantities
        .iter()
        .map(|quantity: &Quantity| quantity.span.of(text).trim())
        .collect();
    list(&words, words.len())
}

/// The whole of a text as a span.
pub(crate) fn whole(text: &str) -> Span {
    Span {
        start: 0,
        end: text.len(),
    }
}

/// A time of the session: `4:05`.
pub(crate) fn clock(milliseconds: u64) -> String {
    let seconds = milliseconds / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_known_in_digits_and_in_words() {
        for text in [
            "from 0.12 % to 0.05 %",
            "half as many tickets",
            "saves $11k",
            "(300 ms)",
            "sub-second",
            "99.9%",
        ] {
            assert!(has_figure(text), "{text}");
        }
        for text in ["", "faster", "p95 time to insight", "S3", "L6"] {
            assert!(!has_figure(text), "{text}");
        }
    }

    #[test]
    fn lists_join_and_count_what_they_leave_out() {
        assert_eq!(list(&["a"], 1), "a");
        assert_eq!(list(&["a", "b", "c"], 3), "a, b and c");
        assert_eq!(list(&["a", "b"], 6), "a, b and 4 more");
    }

    #[test]
    fn times_texts_and_commands_stand_in_a_sentence_as_people_write_them() {
        let times = [
            (0, "0:00"),
            (59_999, "0:59"),
            (245_000, "4:05"),
            (3_600_000, "60:00"),
        ];
        for (milliseconds, words) in times {
            assert_eq!(clock(milliseconds), words);
        }
        assert_eq!(
            [0, 1, 2].map(|count| verb(count, "has", "have")),
            ["have", "has", "have"]
        );
        assert_eq!(quote(" two\n words "), "`two words`");
        assert_eq!(quote(&"a".repeat(60)), format!("`{}`", "a".repeat(60)));
        assert_eq!(quote(&"a".repeat(61)), format!("`{}…`", "a".repeat(60)));
        assert_eq!(command("name Risk"), "Name Risk");
    }
}
