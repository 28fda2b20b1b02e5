//! How findings name things and print figures.

use board::graph::{BoxNode, BoxSlot, EdgeLink, Graph};
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

/// Seconds as people say them: `340 ms`, `1.5 s`, `5 min`, `7 days`.
pub(crate) fn duration(seconds: f64) -> String {
    let (unit, size) = match seconds {
        s if s < 1e-3 && s > 0.0 => ("µs", 1e-6),
        s if s < 1.0 && s > 0.0 => ("ms", 1e-3),
        s if s < 120.0 => ("s", 1.0),
        s if s < 7_200.0 => ("min", 60.0),
        s if s < 172_800.0 => ("h", 3_600.0),
        s if s < 63_072_000.0 => ("days", 86_400.0),
        _ => ("years", 31_536_000.0),
    };
    format!("{} {unit}", figure(seconds / size))
}

/// A time of the session: `4:05`.
pub(crate) fn clock(milliseconds: u64) -> String {
    let seconds = milliseconds / 1_000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Events a second: `500k ev/s`.
pub(crate) fn events(rate: f64) -> String {
    let (sign, size) = match rate {
        r if r >= 1e9 => ("G", 1e9),
        r if r >= 1e6 => ("M", 1e6),
        r if r >= 1e3 => ("k", 1e3),
        _ => ("", 1.0),
    };
    format!("{}{sign} ev/s", figure(rate / size))
}

/// Bytes a second: `80 MB/s`.
pub(crate) fn bytes(rate: f64) -> String {
    format!("{}/s", size(rate))
}

/// A share of time: `99.95 %`.
pub(crate) fn share(share: f64) -> String {
    let text = format!("{:.4}", share * 100.0);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}

/// Bytes: `80 MB`.
pub(crate) fn size(bytes: f64) -> String {
    let (sign, size) = match bytes {
        r if r >= 1e12 => ("TB", 1e12),
        r if r >= 1e9 => ("GB", 1e9),
        r if r >= 1e6 => ("MB", 1e6),
        r if r >= 1e3 => ("KB", 1e3),
        _ => ("B", 1.0),
    };
    format!("{} {sign}", figure(bytes / size))
}

/// An amount of money: `$6,500`, `9,000 EUR`.
pub(crate) fn money(amount: f64, currency: Option<&str>) -> String {
    let plain = figure(amount);
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(decimals);
    }
    match currency {
        None => format!("${text}"),
        Some(currency) => format!("{text} {currency}"),
    }
}

/// A number with at most two decimals, and no more than are needed; very large ones by their power of ten.
pub(crate) fn figure(number: f64) -> String {
    let number = number.clamp(f64::MIN, f64::MAX);
    if number.abs() >= 1e15 {
        return format!("{number:.2e}");
    }
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_people_say_them() {
        assert_eq!(duration(0.02 + 0.18 + 0.14), "340 ms");
        assert_eq!(duration(1.5), "1.5 s");
        assert_eq!(duration(900.0), "15 min");
        assert_eq!(duration(604_800.0), "7 days");
        assert_eq!(duration(0.0), "0 s");
        assert_eq!(events(500_000.0), "500k ev/s");
        assert_eq!(bytes(115_740_740.74), "115.74 MB/s");
        assert_eq!(size(155.52e12), "155.52 TB");
        assert_eq!(share(0.999), "99.9 %");
        assert_eq!(money(46_500.0, None), "$46,500");
        assert_eq!(money(1_234_567.5, Some("EUR")), "1,234,567.5 EUR");
        assert_eq!(figure(100.0), "100");
    }

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
}
