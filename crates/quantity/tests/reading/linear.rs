//! Reading takes steps in proportion to the text, whatever its shape: counted, not timed.

use quantity::steps;

/// Shapes that a careless reader would go over again and again.
const SHAPES: &[&str] = &[
    "1h30m",
    "1-",
    "1 ",
    "1,111",
    "1.",
    "1:",
    "9",
    "a",
    "at ",
    "at most ",
    "at least once at most ",
    "p99 ",
    "≤ ",
    "5 ms to ",
    "5 to ",
    "between ",
    "between 5 and ",
    "$1 per ",
    "$",
    "per ",
    "/",
    "10 TB of logs ",
    "10 new big ",
    "dedupe on ",
    "k",
    "99% of requests ",
    "(",
    "latency ",
    "for ",
    "200 ms ",
    "200 ms p99 latency ",
    "50k ev/s, ",
    "retry ",
    "every ",
    "one ",
    "half a ",
    "ies",
    "eses",
    "1e",
    "1^",
    "+1 555 ",
    "x3",
    "a1",
    "a.1",
    "-",
    "- ",
    "'",
    "\u{a0}",
    "½",
    "٣",
    "5 min of downtime per ",
];

#[test]
fn ten_times_the_text_takes_ten_times_the_steps() {
    for shape in SHAPES {
        let taken = |length: usize| steps(&shape.repeat(length / shape.len())) as f64;
        let (short, long) = (taken(10_000), taken(100_000));
        assert!(
            long <= short.mul_add(11.0, 200.0),
            "{shape:?} takes {short} steps, then {long}"
        );
        assert!(long <= 400.0 * 100_000.0, "{shape:?} takes {long} steps");
    }
}

#[test]
fn what_is_more_to_read_takes_more_steps() {
    assert_eq!(steps(""), 0);
    assert!(steps("200 ms") < steps("200 ms p99, 50k ev/s"));
}
