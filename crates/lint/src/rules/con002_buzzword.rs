//! CON002: a word where a number belongs.

use std::sync::LazyLock;

use board::{BoxRecord, RecordId};
use quantity::{Dimension, Reading, Span};
use sorted::ranked;

use crate::context::{Context, at_box, at_edge};
use crate::finding::{Field, Place};
use crate::findings::{Findings, Said};
use crate::mention::{Sieve, starts_with, word_starts};
use crate::phrase::{edge_name, list, opening};
use crate::rule::rule;

rule! {
    /// # Buzzword
    ///
    /// ## What it looks at
    /// The constraints of boxes and edges: words such as scalable, fast, real-time, high-throughput, highly available,
    /// robust, cloud-native or big data, where the same text holds no quantity of the matching dimension.
    /// `real-time, p99 200 ms` is fine, and so is `highly available, 99.95 %`. No number could prove cloud-native and
    /// the like, so they are always reported. Labels are names and not judged, nor are answers, which `SCO004` looks
    /// at. Where the box has no figure at all, `CON001` says so as well.
    ///
    /// ## Why an interviewer minds
    /// The word claims what the number would prove. Whoever hears "real-time" asks for the budget next, and the
    /// candidate who has said the number first has answered already.
    ///
    /// ## Bad board
    /// ```bad
    /// [ingest] Kafka: 7-day replay, highly scalable
    /// ```
    ///
    /// ## Good board
    /// ```good
    /// [ingest] Kafka: 7-day replay, scalable to 500k ev/s
    /// ```
    ///
    /// ## Fix
    /// Replace the word by its number: how fast, how much, how much of the time it is up. Take out a word that no
    /// number could prove. On a box the fix puts a blank in its place where one kind of figure is meant, and `CON001`
    /// or `CON003` goes on asking.
    ///
    /// ## Source
    /// Interview guide on big-data buzzwords: specific figures beat jargon.
    "CON002" "buzzword" Constraint Warning
    "a word such as scalable or real-time, with no quantity of the matching dimension beside it"
    check
}

/// What a word claims, the dimensions of which one would prove it, and how to ask for it.
struct Claim {
    words: &'static [&'static str],
    proof: &'static [Dimension],
    ask: &'static str,
    /// What stands for the figure until somebody fills it in; nothing where several figures would do.
    blank: &'static str,
}

const CLAIMS: &[Claim] = &[
    Claim {
        words: &[
            "near real time",
            "real time",
            "near realtime",
            "realtime",
            "ultra low latency",
            "low latency",
            "lightning fast",
            "blazing fast",
            "blazingly fast",
            "super fast",
            "very fast",
            "fast",
            "instant",
            "instantaneous",
            "instantly",
            "immediately",
            "snappy",
        ],
        proof: &[Dimension::Latency, Dimension::Freshness],
        ask: "how fast, as in `p99 200 ms`",
        blank: "? ms",
    },
    Claim {
        words: &[
            "highly scalable",
            "infinitely scalable",
            "massively scalable",
            "horizontally scalable",
            "hyper scalable",
            "scalable",
            "web scale",
            "internet scale",
            "massive scale",
            "at scale",
            "planet scale",
        ],
        proof: &[
            Dimension::Rate,
            Dimension::DataRate,
            Dimension::Size,
            Dimension::Count,
        ],
        ask: "scalable to what, as in `500k ev/s`",
        blank: "? ev/s",
    },
    Claim {
        words: &[
            "high throughput",
            "high volume",
            "big data",
            "massive data",
            "massive",
            "huge",
        ],
        proof: &[Dimension::Rate, Dimension::DataRate, Dimension::Size],
        ask: "how much, as in `50k ev/s` or `2 TB/day`",
        blank: "? ev/s",
    },
    Claim {
        words: &[
            "highly available",
            "high availability",
            "always available",
            "zero downtime",
            "no downtime",
        ],
        proof: &[Dimension::Availability, Dimension::Recovery],
        ask: "how available, as in `99.95 %`",
        blank: "? % of the time",
    },
    Claim {
        words: &[
            "robust",
            "resilient",
            "highly reliable",
            "reliable",
            "fault tolerant",
            "bulletproof",
            "rock solid",
            "battle tested",
            "durable",
        ],
        proof: &[
            Dimension::Availability,
            Dimension::Recovery,
            Dimension::Failure,
            Dimension::Delivery,
            Dimension::Retention,
            Dimension::Count,
        ],
        ask: "against what, as in `retry 5x with backoff` or `RTO 15 min`",
        blank: "",
    },
    Claim {
        words: &[
            "high performance",
            "highly performant",
            "performant",
            "efficient",
            "optimised",
            "optimized",
        ],
        proof: &[
            Dimension::Latency,
            Dimension::Freshness,
            Dimension::Rate,
            Dimension::DataRate,
            Dimension::Cost,
        ],
        ask: "by which figure, as in `p99 200 ms` or `50k ev/s`",
        blank: "",
    },
    Claim {
        words: &[
            "cost effective",
            "cost efficient",
            "low cost",
            "cheap",
            "inexpensive",
        ],
        proof: &[Dimension::Cost],
        ask: "at what price, as in `$6k/mo`",
        blank: "cost ? a month",
    },
    Claim {
        words: &[
            "cloud native",
            "state of the art",
            "cutting edge",
            "best in class",
            "best of breed",
            "next gen",
            "next generation",
            "world class",
            "enterprise grade",
            "future proof",
            "seamless",
            "modern",
        ],
        proof: &[],
        ask: "what it gives, in a figure",
        blank: "",
    },
];

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for node in context.graph.boxes() {
        let (text, reading) = (&node.record.constraints, context.reading(node.slot));
        let found = unproven(text, reading);
        let Some(said) = judge(at_box(node), || opening(node), text, &found, findings) else {
            continue;
        };
        let blank = || {
            let record = BoxRecord {
                constraints: blanked(text, &found)?,
                ..BoxRecord::clone(node.record)
            };
            let edit = context.put(RecordId::Box(node.id.clone()), record);
            Some(("Leave a blank in its place", edit))
        };
        said.fix_if(blank, false);
    }
    for link in context.graph.edges() {
        let (text, reading) = (&link.record.constraints, context.readings.of_edge(link.slot));
        let subject = || format!("The edge from {}", edge_name(context.graph, link));
        let found = unproven(text, reading);
        judge(at_edge(link), subject, text, &found, findings);
    }
}

fn judge<'f>(
    place: Place,
    subject: impl Fn() -> String,
    text: &str,
    found: &[(&'static Claim, Span)],
    findings: &'f mut Findings<'_>,
) -> Option<Said<'f>> {
    let (first, _) = found.first()?;
    let message = || {
        let words: Vec<&str> = found.iter().map(|(_, span)| span.of(text)).collect();
        format!(
            "{} is called {}, which any design could be. Say {}.",
            subject(),
            list(&words, words.len()),
            first.ask,
        )
    };
    let mut said = findings.say(place, message);
    for (claim, span) in found {
        said = said.words(|| format!("Say {}", claim.ask), Field::Constraints, text, *span);
    }
    Some(said)
}

/// The text with a blank in the place of each claim; nothing where one has none.
fn blanked(text: &str, found: &[(&'static Claim, Span)]) -> Option<String> {
    let mut blanked = String::new();
    let mut from = 0;
    for (claim, span) in found {
        if claim.blank.is_empty() {
            return None;
        }
        blanked.push_str(text.get(from..span.start)?);
        blanked.push_str(claim.blank);
        from = span.end;
    }
    blanked.push_str(text.get(from..)?);
    Some(blanked)
}

/// The claims of a text that no quantity in it proves, in the order of the text.
fn unproven(text: &str, reading: &Reading) -> Vec<(&'static Claim, Span)> {
    let is_proven = |claim: &Claim| {
        let mut quantities = reading.quantities.iter();
        quantities.any(|quantity| claim.proof.contains(&quantity.dimension))
    };
    let claims = claims_in(text);
    let mut found: Vec<(&'static Claim, Span)> = Vec::new();
    if claims.is_empty() {
        return found;
    }
    // Of words that overlap the first of the table counts.
    for (_, claim, span) in ranked(claims, |(number, ..)| *number) {
        let mut others = found.iter();
        let is_covered = others.any(|(_, other)| span.start < other.end && other.start < span.end);
        if !is_covered && !is_proven(claim) && !is_negated(text, span) {
            found.push((claim, span));
        }
    }
    // A word has one end: it is known by its start.
    let mut found = ranked(found, |(_, span)| span.start as u64);
    found.dedup_by_key(|(_, span)| *span);
    found
}

/// Whole words of the table with their number in it, in one pass over the text.
fn claims_in(text: &str) -> Vec<(u64, &'static Claim, Span)> {
    let mut found = Vec::new();
    for start in word_starts(text) {
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        if !BEGINNINGS.may_begin(rest) {
            continue;
        }
        let letter = rest.first().map(u8::to_ascii_lowercase).unwrap_or_default();
        for (number, claim, word) in BY_LETTER.get(usize::from(letter)).into_iter().flatten() {
            let end = start + word.len();
            let ends = || !text.get(end..).is_some_and(|behind| behind.starts_with(char::is_alphanumeric));
            if starts_with(rest, word) && ends() {
                found.push((*number, *claim, Span { start, end }));
            }
        }
    }
    found
}

/// A word with its number in the table, and what it claims.
type Word = (u64, &'static Claim, &'static str);

/// How the words begin: nearly every word of a text falls through at one look.
static BEGINNINGS: LazyLock<Sieve> = LazyLock::new(|| {
    let words: Vec<&str> = CLAIMS.iter().flat_map(|claim| claim.words).copied().collect();
    Sieve::of(&words)
});

/// The words of the table by the letter that they begin with.
static BY_LETTER: LazyLock<Vec<Vec<Word>>> = LazyLock::new(|| {
    let words = CLAIMS.iter().flat_map(|claim| claim.words.iter().map(move |word| (claim, *word)));
    let mut shelves = vec![Vec::new(); 128];
    for (number, (claim, word)) in (0..).zip(words) {
        let first = word.bytes().next().unwrap_or_default();
        if let Some(shelf) = shelves.get_mut(usize::from(first)) {
            shelf.push((number, claim, word));
        }
    }
    shelves
});

/// `fail fast` is a policy and `not real-time` a decision.
fn is_negated(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or_default();
    let before = before.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '-' | '_'));
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    ["fail", "not", "no", "non", "fails"].iter().any(|negation| word.eq_ignore_ascii_case(negation))
}

#[cfg(test)]
mod tests {
    #[test]
    fn fixtures() {
        crate::fixtures::hold(&super::RULE, &[
            (&["kafka"], "[ingest] Kafka: scalable, p99 20 ms"),
            (&["kafka"], "[ingest] Kafka: near-real-time"),
            (&["job"], "[process] Job: cloud-native, p99 20 ms"),
            (&[], "[ingest] Kafka: real-time, p99 20 ms"),
            (&[], "[ingest] Kafka: scalable to 500k ev/s, highly available at 99.95 %"),
            (&[], "[process] Fast lane: p99 20 ms, fail fast"),
        ]);
    }
}
