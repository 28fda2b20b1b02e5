//! `sketchlint read`: how the words beside a box are understood.

use std::fmt::Write;

use quantity::{Quantity, Reading, Span, Value};
use serde::Serialize;

use crate::arguments::{Format, Read};
use crate::outcome::Outcome;
use crate::output::{json, printable};

pub(super) fn run(arguments: &Read) -> Outcome {
    let mut outcome = Outcome::default();
    for text in &arguments.texts {
        let reading = quantity::read(text);
        match arguments.format {
            Format::Text => outcome.out.push_str(&underlined(text, &reading)),
            Format::Json => {
                let line = json::line(&Row::of(text, &reading));
                outcome.out.push_str(&line.out);
                outcome.err.push_str(&line.err);
                outcome.exit = outcome.exit.max(line.exit);
            }
        }
    }
    outcome
}

#[derive(Serialize)]
struct Row<'t> {
    text: &'t str,
    quantities: Vec<QuantityRow>,
    unread: Vec<UnreadRow>,
}

#[derive(Serialize)]
struct QuantityRow {
    dimension: &'static str,
    value: serde_json::Value,
    compare: &'static str,
    percentile: serde_json::Value,
    qualifier: Option<&'static str>,
    start: usize,
    end: usize,
    canonical: String,
}

#[derive(Serialize)]
struct UnreadRow {
    start: usize,
    end: usize,
}

impl<'t> Row<'t> {
    fn of(text: &'t str, reading: &Reading) -> Self {
        let unread = reading.unread.iter().map(|span| span.chars(text));
        Self {
            text,
            quantities: reading
                .quantities
                .iter()
                .map(|quantity| QuantityRow::of(text, quantity))
                .collect(),
            unread: unread.map(|(start, end)| UnreadRow { start, end }).collect(),
        }
    }
}

impl QuantityRow {
    fn of(text: &str, quantity: &Quantity) -> Self {
        let (start, end) = quantity.span.chars(text);
        Self {
            dimension: quantity.dimension.as_str(),
            value: match quantity.value {
                Value::Word(word) => word.as_str().into(),
                Value::Number(_) | Value::Range { .. } => json::number(quantity.number()),
            },
            compare: quantity.compare.as_str(),
            percentile: json::number(quantity.percentile),
            qualifier: quantity.qualifier.map(|qualifier| qualifier.as_str()),
            start,
            end,
            canonical: quantity.to_string(),
        }
    }
}

/// The text, and under it one line per quantity with carets beneath its words.
fn underlined(text: &str, reading: &Reading) -> String {
    let mut lines = format!("{}\n", printable(text).replace(['\n', '\t'], " "));
    let read = reading.quantities.iter().map(|quantity| {
        (
            quantity.span,
            '^',
            format!("{}: {quantity}", quantity.dimension.label()),
        )
    });
    let unread = reading
        .unread
        .iter()
        .map(|&span| (span, '?', "could not be read".to_owned()));
    let mut notes: Vec<(Span, char, String)> = read.chain(unread).collect();
    notes.sort_by_key(|(span, ..)| *span);
    for (span, mark, note) in &notes {
        let (start, end) = span.chars(text);
        let marks: String = std::iter::repeat_n(*mark, end.saturating_sub(start)).collect();
        let _ = writeln!(lines, "{:start$}{marks} {}", "", printable(note));
    }
    if notes.is_empty() {
        lines.push_str("no quantity and no named guarantee\n");
    }
    lines.push('\n');
    lines
}
