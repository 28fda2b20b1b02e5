//! Phrases that people really write, with what they mean; and digits that mean no quantity.

use quantity::{Reading, read};

/// A line is a phrase, a tab, and its readings in canonical form; `?` marks what cannot be read.
const PHRASES: &str = include_str!("phrases.tsv");

/// As above; phrases that the reader met only after it was made. They are a regression table now, no measure of it.
const FRESH: &str = include_str!("fresh.tsv");

/// As above; written without a look at the others. The comments say how many were read rightly at first sight.
const HELD_OUT: &str = include_str!("held_out.tsv");

/// One to a line: digits and words that are no quantities and are not complained of either.
const NOTHING: &str = include_str!("nothing.txt");

/// One to a line: phrases in which each quantity stands in brackets with the words that it was read from, and what
/// cannot be read with a question mark before it.
const SPANS: &str = include_str!("spans.txt");

fn told(text: &str, reading: &Reading) -> String {
    let quantities = reading
        .quantities
        .iter()
        .map(|quantity| (quantity.span, format!("{} {quantity}", quantity.dimension)));
    let unread = reading
        .unread
        .iter()
        .map(|span| (*span, format!("?{}", span.of(text))));
    let mut all: Vec<_> = quantities.chain(unread).collect();
    all.sort();
    all.into_iter()
        .map(|(_, words)| words)
        .collect::<Vec<_>>()
        .join(" | ")
}

/// The phrases of every table; a line without a tab is a comment.
fn texts() -> impl Iterator<Item = &'static str> {
    let lines = [PHRASES, FRESH, HELD_OUT].into_iter().flat_map(str::lines);
    lines.filter_map(|line| Some(line.split_once('\t')?.0))
}

fn misread(table: &str) -> (usize, Vec<String>) {
    let lines: Vec<(&str, &str)> = table.lines().filter_map(|line| line.split_once('\t')).collect();
    let wrong = lines.iter().filter_map(|(text, expected)| {
        let text = text.replace("\\n", "\n");
        let found = told(&text, &read(&text));
        (found != *expected).then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
    });
    (lines.len(), wrong.collect())
}

fn assert_read(table: &str, least: usize) {
    let (count, wrong) = misread(table);
    assert!(count >= least, "only {count} phrases");
    assert!(
        wrong.is_empty(),
        "{} of {count} misread:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn phrases_read_as_people_mean_them() {
    assert_read(PHRASES, 400);
}

#[test]
fn fresh_phrases_read_as_people_mean_them() {
    assert_read(FRESH, 100);
}

#[test]
fn held_out_phrases_read_as_people_mean_them() {
    assert_read(HELD_OUT, 200);
}

#[test]
fn phrases_are_all_different() {
    let mut texts: Vec<&str> = texts().collect();
    let count = texts.len();
    texts.sort_unstable();
    texts.dedup();
    assert_eq!(texts.len(), count);
}

#[test]
fn names_dates_and_versions_are_no_quantities() {
    for text in NOTHING.lines() {
        assert_eq!(read(text), Reading::default(), "{text}");
    }
}

#[test]
fn canonical_forms_of_phrases_read_back() {
    for text in texts() {
        for quantity in read(&text.replace("\\n", "\n")).quantities {
            crate::properties::assert_reads_back(&quantity);
        }
    }
}

/// `text` with brackets around what was read.
fn bracketed(text: &str) -> String {
    let reading = read(text);
    let quantities = reading.quantities.iter().map(|quantity| (quantity.span, "["));
    let mut all: Vec<_> = quantities
        .chain(reading.unread.iter().map(|span| (*span, "?[")))
        .collect();
    all.sort();
    let mut told = String::new();
    let mut from = 0;
    for (span, opening) in all {
        told.extend([&text[from..span.start], opening, span.of(text), "]"]);
        from = span.end;
    }
    told + &text[from..]
}

#[test]
fn a_quantity_spans_the_words_that_it_was_read_from() {
    for line in SPANS.lines() {
        let text = line.replace("?[", "").replace(['[', ']'], "");
        assert_eq!(bracketed(&text), line);
    }
}

/// The readings of `text`, and where they stand.
fn read_out(text: &str) -> (String, String) {
    (told(text, &read(text)), bracketed(text))
}

#[test]
fn what_is_said_in_one_sentence_changes_nothing_in_the_next() {
    // A full stop may be that of `min.`, and ends nothing then.
    const ENDS: [&str; 7] = ["; ", "\n", " · ", " | ", " • ", "。", "! "];
    let texts: Vec<&str> = texts().filter(|text| !text.contains("\\n")).collect();
    for (pair, end) in texts.windows(2).zip(ENDS.iter().cycle()) {
        let [first, second] = [pair[0], pair[1]].map(read_out);
        let readings = [first.0, second.0].into_iter().filter(|told| !told.is_empty());
        let apart = (
            readings.collect::<Vec<_>>().join(" | "),
            [first.1, second.1].join(end),
        );
        assert_eq!(read_out(&[pair[0], pair[1]].join(end)), apart);
    }
}

#[test]
fn a_wider_space_changes_nothing() {
    // Within a number it parts two numbers.
    let parts_digits = |text: &str| {
        let near = text.as_bytes().windows(3);
        near.into_iter()
            .any(|near| near[0].is_ascii_digit() && near[1] == b' ' && near[2].is_ascii_digit())
    };
    for text in texts().filter(|text| !text.contains("\\n") && !parts_digits(text)) {
        let wide = read_out(&text.replace(' ', "  "));
        let narrow = read_out(text);
        assert_eq!((wide.0.replace("  ", " "), wide.1.replace("  ", " ")), narrow);
    }
}
