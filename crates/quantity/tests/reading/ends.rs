//! Which end of a range is the careful one, and what a quantity is called.

use quantity::{Dimension, Guarantee, read};

#[test]
fn the_careful_end_is_the_lower_where_more_is_better() {
    let table = [
        ("latency 10–20 ms", (0.02, 0.01)),
        ("keep 1–2 days", (86_400.0, 172_800.0)),
        ("99.5–99.9 % available", (0.995, 0.999)),
        ("10k–20k ev/s", (2e4, 1e4)),
        ("recall 0.8–0.9", (0.8, 0.9)),
        ("precision 0.8–0.9", (0.8, 0.9)),
        ("80–90 % cache hits", (0.8, 0.9)),
        ("1–2 % false positives", (0.02, 0.01)),
        ("80–90 % accuracy", (0.8, 0.9)),
        ("latency 10 ms", (0.01, 0.01)),
    ];
    for (text, ends) in table {
        let reading = read(text);
        let [quantity] = reading.quantities.as_slice() else {
            panic!("{text}: {reading:?}")
        };
        assert_eq!(
            (quantity.worst(), quantity.best()),
            (Some(ends.0), Some(ends.1)),
            "{text}"
        );
        assert_eq!(
            (quantity.number(), quantity.guarantee()),
            (Some(ends.0), None),
            "{text}"
        );
    }
    let promised = &read("exactly-once").quantities[0];
    assert_eq!(
        (promised.worst(), promised.best(), promised.guarantee()),
        (None, None, Some(Guarantee::ExactlyOnce))
    );
}

#[test]
fn a_dimension_is_called_by_its_word_with_spaces() {
    for dimension in Dimension::ALL {
        assert_eq!(dimension.label(), dimension.as_str().replace('-', " "));
        assert_eq!(Dimension::from_word(dimension.as_str()), Some(*dimension));
    }
    assert_eq!(Dimension::from_word("data rate"), None);
}

#[test]
fn spans_count_characters_as_well_as_bytes() {
    let text = "größer: latency ≤ 5 ms";
    let span = read(text).quantities[0].span;
    assert_eq!(span.of(text), "latency ≤ 5 ms");
    assert_eq!((span.start, span.end, span.chars(text)), (10, 26, (8, 22)));
}
