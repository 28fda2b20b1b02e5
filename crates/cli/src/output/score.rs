//! A score for people: each point with what earned it and what it cost.

use std::fmt::Write;

use quantity::spoken::figure;
use score::{Judged, Score, compare};

use super::printable;

/// How many costs of a criterion are told before the rest is counted, and how many criteria of what comes next.
const MOST: usize = 3;

/// The score of the board in the file called `name`.
pub(crate) fn said(name: &str, score: &Score) -> String {
    let mut text = format!("{name}: {} of 25, {}\n", figure(score.total()), score.verdict());
    for mark in &score.marks {
        let needed = mark.dimension.needed();
        let needed = needed.map_or_else(String::new, |needed| format!(", {needed}"));
        let _ = writeln!(
            text,
            "\n{}: {} of 5{needed}",
            mark.dimension.title(),
            figure(mark.points())
        );
        for judged in &mark.criteria {
            criterion(&mut text, judged);
        }
    }
    let next: Vec<String> = score.next().into_iter().take(MOST).map(next).collect();
    if !next.is_empty() {
        let _ = writeln!(text, "\nWould bring most next: {}.", next.join("; "));
    }
    text.push('\n');
    printable(&text).into_owned()
}

/// `+0.5 Keeps to the bill`
fn next(judged: &Judged) -> String {
    format!("{} {}", signed(judged.lacks()), judged.criterion.title)
}

fn criterion(text: &mut String, judged: &Judged) {
    let _ = writeln!(
        text,
        "  {:>4}  {}: {}",
        figure(judged.points()),
        judged.criterion.title,
        judged.said()
    );
    for cost in judged.costs.iter().take(MOST) {
        let severity = cost.severity.map_or("cannot tell", lint::Severity::as_str);
        let at = cost.place.id().unwrap_or(cost.place.kind());
        let _ = writeln!(
            text,
            "          {} {severity} on {at}: {}",
            cost.rule, cost.message
        );
    }
    if let Some(more @ 1..) = judged.costs.len().checked_sub(MOST) {
        let _ = writeln!(text, "          and {more} more");
    }
}

/// What moved since the score `before`.
pub(crate) fn moved(before: &Score, now: &Score) -> String {
    let by = now.total() - before.total();
    let mut text = format!("Since the earlier attempt: {}\n", signed(by));
    for step in compare(before, now) {
        let _ = writeln!(text, "  {:>5}  {}", signed(step.by()), step.criterion.title);
    }
    text.push('\n');
    text
}

fn signed(points: f64) -> String {
    if points > 0.0 {
        format!("+{}", figure(points))
    } else {
        figure(points)
    }
}
