//! Latency and freshness: a waterfall along the worst path, and everybody else who waits.

use analysis::numbers::Path;
use board::Question;
use quantity::spoken::{duration, figure};

use super::{Bar, Chart, Missing, Names, Sheet, Tone, end_bar, held, is_over, said, scale, verdict};

/// How long an event takes.
pub(super) fn latency(path: &Path, names: Names<'_>) -> Sheet {
    let mut sheet = of(path, names);
    if path.budget.is_open() {
        let words = "The scope gives no latency to stay within.";
        sheet.missing.push(Missing::answer(words, Question::Latency));
    }
    let words = "No latency, so that the sum is a floor:";
    sheet.missing.extend(Missing::boxes(words, &path.open, names));
    sheet.empty = path
        .hops
        .is_empty()
        .then_some("Nobody waits yet: join boxes to a consumer, and write beside each how long it takes.");
    sheet
}

/// How old data is.
pub(super) fn freshness(path: &Path, names: Names<'_>) -> Sheet {
    let mut sheet = of(path, names);
    if path.budget.is_open() {
        let words = "The scope does not say how old data may be.";
        sheet.missing.push(Missing::answer(words, Question::Freshness));
    }
    let words = "Neither an interval nor a latency:";
    sheet.missing.extend(Missing::boxes(words, &path.open, names));
    sheet.empty = path.hops.is_empty().then_some(
        "Nothing says how often anything works: write `every 5 min` beside what runs at intervals.",
    );
    sheet
}

fn of(path: &Path, names: Names<'_>) -> Sheet {
    Sheet {
        verdict: verdict(path.total, path.budget, !path.open.is_empty()),
        figure: held(path.total, path.budget, duration),
        charts: vec![waterfall(path, names), others(path, names)],
        facts: Vec::new(),
        missing: Vec::new(),
        empty: None,
    }
}

fn waterfall(path: &Path, names: Names<'_>) -> Chart {
    let total = path.total.number().unwrap_or_default();
    let budget = path.budget.number();
    let scale = scale([total, budget.unwrap_or_default()]);
    let mut spent = 0.0;
    let mut bars: Vec<Bar> = Vec::new();
    for hop in &path.hops.rows {
        let (place, name) = names.of(&hop.at);
        let seconds = hop.seconds.number().unwrap_or_default();
        let is_open = hop.seconds.is_open();
        bars.push(Bar {
            tone: if is_open { Tone::Open } else { names.tone(&place) },
            place: Some(place),
            name,
            from: spent * scale,
            length: if is_open { 0.03 } else { seconds * scale },
            figure: said(hop.seconds, duration),
            note: if is_open {
                super::NOTHING.to_owned()
            } else {
                String::new()
            },
        });
        spent += seconds;
    }
    if path.hops.more > 0 {
        let rest = (total - spent).max(0.0);
        bars.push(bar(
            format!("{} shorter hops", path.hops.more),
            Tone::Edge,
            (spent * scale, rest * scale),
            duration(rest),
        ));
    }
    if !path.total.is_open() {
        let is_over = budget.is_some_and(|budget| is_over(total, budget));
        let tone = if is_over { Tone::Over } else { Tone::Total };
        bars.push(bar(
            "Together".to_owned(),
            tone,
            (0.0, total * scale),
            held(path.total, path.budget, duration),
        ));
    }
    let percentile = path
        .percentile
        .map_or_else(String::new, |at| format!(", at p{}", figure(at)));
    let end = path
        .end
        .as_ref()
        .map_or_else(String::new, |end| names.of_box(end).1);
    Chart {
        title: format!("The longest way to {end}{percentile}"),
        heads: ["Hop", "Where in the sum", "Time"],
        bars,
        limit: budget.map(|budget| budget * scale),
        more: 0,
    }
}

fn bar(name: String, tone: Tone, (from, length): (f64, f64), figure: String) -> Bar {
    Bar {
        place: None,
        name,
        tone,
        from,
        length,
        figure,
        note: String::new(),
    }
}

/// Everybody who waits, where there is more than one.
fn others(path: &Path, names: Names<'_>) -> Chart {
    let budget = path.budget.number();
    let known = path.ends.rows.iter().filter_map(|end| end.seconds.number());
    let scale = scale(known.chain(budget));
    let is_alone = path.ends.count() < 2 || path.total.is_open();
    let ends = path.ends.rows.iter().filter(|_| !is_alone).map(|end| {
        let seconds = end.seconds.number().unwrap_or_default();
        let is_over = budget.is_some_and(|budget| is_over(seconds, budget));
        end_bar(names, &end.at, seconds * scale, is_over, end.seconds, duration)
    });
    Chart {
        title: "Everybody who waits".to_owned(),
        heads: ["Who", "How long", "Time"],
        bars: ends.collect(),
        limit: budget.map(|budget| budget * scale),
        more: path.ends.more,
    }
}
