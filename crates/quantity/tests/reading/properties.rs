//! Properties of reading: what is printed reads back, and nothing that anybody types breaks it.

use proptest::prelude::*;
use quantity::{Bound, Compare, Dimension, Guarantee, Qualifier, Quantity, Span, Value, read};

/// Words that the reader knows, in fragments that can be put together any way at all.
const FRAGMENTS: &[&str] = &[
    "200",
    "ms",
    "p99",
    "≤",
    "<",
    "~",
    "50k",
    "ev/s",
    "events",
    "per",
    "second",
    "/",
    "s",
    "m",
    "M",
    "5",
    "-",
    "–",
    "10",
    "to",
    "x",
    "×",
    "3",
    "replicas",
    "$",
    "€",
    "GB",
    "GB-month",
    "a",
    "day",
    "daily",
    "every",
    "15",
    "minutes",
    "freshness",
    "retention",
    "replay",
    "retry",
    "times",
    "with",
    "backoff",
    "checkpoint",
    "RTO",
    "RPO",
    "0",
    "99.9",
    "%",
    "nines",
    "three",
    "half",
    "sub",
    "second",
    ",",
    "·",
    ";",
    "\n",
    ":",
    "(",
    ")",
    "exactly",
    "once",
    "at",
    "most",
    "least",
    "peak",
    "average",
    "spike",
    "hot",
    "for",
    "cold",
    "after",
    "downtime",
    "month",
    "1,000",
    "1.2.3",
    "2024-05-01",
    "+",
    "1e6",
    ".5",
    "recall",
    "false positives",
    "CPU",
    "fan-out",
    "dedupe",
    "on",
    "order_id",
    "between",
    "and",
    "TB",
    "of",
    "logs",
    "KB",
    "each",
    "DBU",
    "h",
    "9s",
    "99",
    "th",
    "percentile",
    "in",
    "within",
    "an",
    "hour",
    "or",
    "less",
    "as",
    "Kb",
    "Gbps",
    "½",
    "５",
    "١",
    "\u{a0}",
    "\u{200b}",
    "“",
    "”",
    "é",
    "🙂",
    "#",
    "=",
    "→",
    "strong",
    "daily backups",
    "twice",
    "e2e",
];

/// Asserts that a quantity's canonical form reads back to it, and to nothing else.
pub(crate) fn assert_reads_back(quantity: &Quantity) {
    let printed = quantity.to_string();
    let reading = read(&printed);
    assert!(reading.unread.is_empty(), "{printed}: {reading:?}");
    assert_eq!(reading.quantities.len(), 1, "{printed}: {reading:?}");
    let found = Quantity {
        span: quantity.span,
        ..reading.quantities[0].clone()
    };
    assert_eq!(&found, quantity, "{printed}");
    assert_eq!(found.to_string(), printed);
}

/// Asserts that spans lie within the text, on characters, in order, apart from each other.
fn assert_spans(text: &str) {
    let reading = read(text);
    let quantities: Vec<Span> = reading.quantities.iter().map(|quantity| quantity.span).collect();
    for spans in [&quantities, &reading.unread] {
        assert!(
            spans.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "{text:?}: {spans:?}"
        );
    }
    let mut all = [quantities, reading.unread].concat();
    all.sort();
    assert!(
        all.windows(2).all(|pair| pair[0].end <= pair[1].start),
        "{text:?}: {all:?}"
    );
    for span in all {
        assert!(
            span.start < span.end && text.get(span.start..span.end).is_some(),
            "{text:?}: {span:?}"
        );
        let (start, end) = span.chars(text);
        assert_eq!(end - start, span.of(text).chars().count());
    }
    for quantity in &reading.quantities {
        let finite = |number: f64| number.is_finite();
        assert!(
            quantity.best().is_none_or(finite) && quantity.worst().is_none_or(finite),
            "{text:?}"
        );
        if let Value::Range { low, high } = quantity.value {
            assert!(low < high, "{text:?}");
        }
    }
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (1u32..2000).prop_map(f64::from),
        (1u32..100_000, 0i32..5).prop_map(|(digits, places)| f64::from(digits) / 10f64.powi(places)),
        1e-6..1e15f64,
    ]
}

fn ratio() -> impl Strategy<Value = f64> {
    prop_oneof![
        (1u32..1000).prop_map(|thousandths| f64::from(thousandths) / 1000.0),
        1e-6..1.0f64
    ]
}

fn value(ratios: bool) -> BoxedStrategy<Value> {
    let number = if ratios { ratio().boxed() } else { number().boxed() };
    let range = (number.clone(), number.clone()).prop_map(|(one, other)| match one.partial_cmp(&other) {
        Some(std::cmp::Ordering::Less) => Value::Range {
            low: one,
            high: other,
        },
        Some(std::cmp::Ordering::Greater) => Value::Range {
            low: other,
            high: one,
        },
        _ => Value::Number(one),
    });
    prop_oneof![3 => number.prop_map(Value::Number), 1 => range].boxed()
}

fn compare() -> impl Strategy<Value = Compare> {
    prop::sample::select(Compare::ALL)
}

/// Dimension, ratios only, qualifiers, units, and whether a percentile may stand with it.
type Kind = (
    Dimension,
    bool,
    &'static [Option<Qualifier>],
    &'static [Option<&'static str>],
    bool,
);

#[rustfmt::skip]
fn kinds() -> Vec<Kind> {
    use Dimension as D;
    use Qualifier::*;
    const NONE: &[Option<&str>] = &[None];
    vec![
        (D::Latency, false, &[None, Some(Tail), Some(PerHop), Some(EndToEnd), Some(Average), Some(Peak)], NONE, true),
        (D::Freshness, false, &[None, Some(EndToEnd)], NONE, true),
        (D::Rate, false, &[None, Some(Average), Some(Peak), Some(Spike)],
            &[None, Some("requests"), Some("messages per shard"), Some("per node")], false),
        (D::DataRate, false, &[None, Some(Peak)], &[None, Some("per partition")], false),
        (D::EventSize, false, &[None, Some(Average)], NONE, false),
        (D::Size, false, &[None, Some(Peak)], NONE, false),
        (D::Retention, false, &[None, Some(Replay)], NONE, false),
        (D::Availability, true, &[None], NONE, false),
        (D::Cost, false, &[None], &[None, Some("per GB"), Some("EUR"), Some("EUR per GB-month"), Some("total"),
            Some("DBU/h"), Some("CHF"), Some("per 1,000,000 requests")], false),
        (D::Count, false, &[None], &[Some("replicas"), Some("source systems"), Some("daily active users")], false),
        (D::Factor, false, &[None, Some(Spike), Some(Growth), Some(FanOut), Some(Compression)], NONE, false),
        (D::Factor, true, &[None, Some(Utilisation), Some(Filter), Some(CacheHit), Some(Saving)], NONE, false),
        (D::Accuracy, true, &[None, Some(FalsePositives), Some(FalseNegatives), Some(Recall), Some(Precision),
            Some(ErrorRate), Some(Loss), Some(Duplicates), Some(Completeness)], NONE, false),
        (D::Recovery, false, &[Some(RecoveryTime), Some(RecoveryPoint)], NONE, false),
    ]
}

fn measured() -> impl Strategy<Value = Quantity> {
    prop::sample::select(kinds()).prop_flat_map(|(dimension, ratios, qualifiers, units, percentiles)| {
        let percentile = if percentiles {
            prop::sample::select(vec![None, Some(50.0), Some(99.0), Some(99.9)]).boxed()
        } else {
            Just(None).boxed()
        };
        let parts = (
            value(ratios),
            compare(),
            percentile,
            prop::sample::select(qualifiers),
            prop::sample::select(units),
        );
        parts.prop_map(move |(value, compare, percentile, qualifier, unit)| Quantity {
            dimension,
            value,
            compare,
            percentile,
            qualifier,
            unit: unit.map(str::to_owned),
            bound: None,
            span: Span { start: 0, end: 0 },
        })
    })
}

fn promised() -> impl Strategy<Value = Quantity> {
    use Guarantee as G;
    let plain = prop::sample::select(G::ALL).prop_map(|promise| (promise, None));
    let timed = (
        prop::sample::select(vec![
            G::Checkpoint,
            G::Backup,
            G::Timeout,
            G::Backoff,
            G::Retry,
            G::BoundedStaleness,
        ]),
        number(),
    )
        .prop_map(|(promise, seconds)| (promise, Some(Bound::Seconds(seconds))));
    let often = (1u32..100).prop_map(|times| (G::Retry, Some(Bound::Times(f64::from(times)))));
    (prop_oneof![plain, timed, often], compare()).prop_map(|((promise, bound), compare)| Quantity {
        dimension: promise.dimension(),
        value: Value::Word(promise),
        compare: if bound.is_some() {
            compare
        } else {
            Compare::Exactly
        },
        percentile: None,
        qualifier: None,
        unit: None,
        bound,
        span: Span { start: 0, end: 0 },
    })
}

/// Words thrown together that once printed as something else.
#[test]
fn what_once_failed_reads_back() {
    for text in [
        "1,000 exactly Gbps each h",
        "200 downtime a minutes Gbps/day",
        "15 in 1e63 1,000",
        "0.5 a/day",
        "~0.5 as/day",
        "10 eachs s/day",
        "10 withdailyeachss/day",
        "RTO: 5 ms 9s",
        "5 ms 9s RTO",
        "retry every 1e-40 s",
        "downtime 200s200 200 99.9 second/second",
        "15 $ a 9s 200",
        "RTO p99 0 s",
        "RTO 200: 200 200 200 200 200 200 200 h",
    ] {
        assert_spans(text);
        for quantity in read(text).quantities {
            assert_reads_back(&quantity);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn measured_quantities_read_back(quantity in measured()) {
        assert_reads_back(&quantity);
    }

    #[test]
    fn promises_read_back(quantity in promised()) {
        assert_reads_back(&quantity);
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        assert_spans(&text);
    }

    #[test]
    fn any_signs_and_digits_are_read(text in "[0-9a-zA-Z .,:/%$€×≤<>~+()\\-–\n]{0,60}") {
        assert_spans(&text);
    }

    #[test]
    fn known_words_in_any_order_are_read(words in prop::collection::vec(prop::sample::select(FRAGMENTS), 0..24), glue in prop::collection::vec(any::<bool>(), 24)) {
        let mut text = String::new();
        for (word, glued) in words.iter().zip(glue) {
            text.push_str(word);
            if !glued {
                text.push(' ');
            }
        }
        assert_spans(&text);
        for quantity in read(&text).quantities {
            assert_reads_back(&quantity);
        }
    }
}
