//! Sheets as JSON: texts that stand on the page as they are, and where they lead.

use lint::Place;
use serde_json::{Value, json};

use super::{Bar, Chart, Missing, Sheet, Tone, Verdict};

/// How many boxes are named before the rest is counted.
const MOST_NAMED: usize = 12;

/// All of `sheets`, one after the other.
pub(super) fn written(sheets: &[Sheet]) -> String {
    Value::from_iter(sheets.iter().map(sheet)).to_string()
}

fn sheet(sheet: &Sheet) -> Value {
    let (verdict, said) = match sheet.verdict {
        Verdict::Holds => ("ok", "holds"),
        Verdict::Breaks => ("error", "does not hold"),
        Verdict::Open => ("open", "cannot tell"),
    };
    let charts = sheet.charts.iter().filter(|chart| !chart.bars.is_empty());
    let facts = sheet.facts.iter();
    json!({
        "verdict": verdict,
        "said": said,
        "figure": sheet.figure,
        "empty": sheet.empty,
        "charts": Value::from_iter(charts.map(chart)),
        "facts": Value::from_iter(facts.map(|(name, figure)| json!({ "name": name, "figure": figure }))),
        "missing": Value::from_iter(sheet.missing.iter().map(missing)),
    })
}

fn chart(chart: &Chart) -> Value {
    let [first, second, third] = chart.heads;
    json!({
        "title": chart.title,
        "first": first,
        "second": second,
        "third": third,
        "notes": chart.bars.iter().any(|bar| !bar.note.is_empty()).to_string(),
        "bars": Value::from_iter(chart.bars.iter().map(|it| bar(it, chart.limit))),
        "more": more(chart.more),
    })
}

fn bar(bar: &Bar, limit: Option<f64>) -> Value {
    let from = bar.from.clamp(0.0, 0.99);
    let length = bar.length.clamp(0.006, 1.0 - from);
    let tone = match bar.tone {
        Tone::Role(role) => role.as_str(),
        Tone::Edge => "edge",
        Tone::Total => "total",
        Tone::Over => "over",
        Tone::Open => "open",
    };
    let (kind, id) = bar.place.as_ref().map(leading).unzip();
    json!({
        "kind": kind,
        "id": id,
        "row": if bar.place.is_some() { "bar-row bar-leads" } else { "bar-row bar-sum" },
        "name": bar.name,
        "class": format!("bar bar-{tone}"),
        "from": percent(from),
        "length": percent(length),
        "limit": limit.map(percent),
        "figure": bar.figure,
        "note": bar.note,
    })
}

fn missing(missing: &Missing) -> Value {
    let answer = missing.ask.map(|question| {
        let title = catalog::question(question).map_or("", |card| card.title);
        json!({
            "kind": "answer",
            "id": question.as_str(),
            "name": format!("Answer: {title}"),
            "tip": "To the question in the brief",
        })
    });
    let boxes = missing.boxes.iter().take(MOST_NAMED).map(|(place, name)| {
        json!({
            "kind": "words",
            "id": leading(place).1,
            "name": name,
            "tip": "Write it in the constraints",
        })
    });
    json!({
        "words": missing.words,
        "chips": Value::from_iter(answer.into_iter().chain(boxes)),
        "more": more(missing.more + missing.boxes.len().saturating_sub(MOST_NAMED)),
    })
}

/// The kind and the id of a place on the board.
fn leading(place: &Place) -> (&'static str, String) {
    let id = match place {
        Place::Box(id) => id.to_string(),
        Place::Edge(id) => id.to_string(),
        Place::Answer(_) | Place::Wrap | Place::Session | Place::Board => String::new(),
    };
    (place.kind(), id)
}

fn more(count: usize) -> Option<String> {
    (count > 0).then(|| format!("and {count} more"))
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}
