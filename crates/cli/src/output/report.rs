//! A cohort of boards on one page: how they score, what they fail, and every finding with the page of its rule.

mod boards;
mod spread;
mod tally;

use std::fmt::Write;

use quantity::spoken::figure;
use score::Score;

use super::html::{self, escaped};
use super::rule_book;
use super::text::{plural, summary_of};
use crate::judged::{Judged, Run};
use tally::Tally;

/// The looks of what only this page has.
const STYLE: &str = include_str!("report.css");

/// A board with its marks.
struct Marked<'r> {
    judged: &'r Judged,
    score: &'r Score,
}

/// The document on the boards of `run`, which have these `scores`.
pub(crate) fn document(run: &Run, scores: &[Score]) -> String {
    let marked = run.judged.iter().zip(scores);
    let cohort: Vec<Marked<'_>> = marked.map(|(judged, score)| Marked { judged, score }).collect();
    let tallies = tally::of(&run.judged);
    let mut body = header(run, &cohort);
    body.push_str("<main>\n");
    body.push_str(&unread(run));
    if !cohort.is_empty() {
        body.push_str(&spread::section(&cohort));
        body.push_str(&tally::section(&tallies, cohort.len()));
        body.push_str(&boards::table(&cohort));
        body.push_str(&boards::findings(&cohort));
        body.push_str(&pages(&tallies));
    }
    body.push_str("</main>\n");
    let title = format!("Sketchlint: {}", plural(cohort.len(), "board", "boards"));
    html::document(&title, STYLE, &body)
}

/// What is known at a glance.
fn header(run: &Run, cohort: &[Marked<'_>]) -> String {
    let totals: Vec<f64> = cohort.iter().map(|marked| marked.score.total()).collect();
    let passed = cohort.iter().filter(|marked| marked.score.passes()).count();
    let spotless = run
        .judged
        .iter()
        .filter(|judged| judged.report.findings.is_empty())
        .count();
    let median = median(&totals).map_or_else(|| "–".to_owned(), figure);
    let cards = [
        ("judged", cohort.len().to_string(), String::new()),
        ("pass", passed.to_string(), format!(" of {}", cohort.len())),
        ("the middle score", median, " of 25".to_owned()),
        ("without a finding", spotless.to_string(), String::new()),
        ("not read", run.unread.len().to_string(), String::new()),
    ];
    let title = plural(cohort.len(), "board", "boards");
    let summary = escaped(&summary_of(&run.judged));
    let mut html = format!(
        "<header>\n<h1>{title}</h1>\n<p class=\"summary\">Marked by an interviewer’s rubric and linted by Sketchlint: \
         {summary}. A board passes with four of five points on problem structuring and on technical fluency. Scores do not \
         depend on settings; findings do.</p>\n<dl class=\"cards\">\n"
    );
    for (name, figure, of) in cards {
        let _ = writeln!(
            html,
            "<div><dt>{name}</dt><dd>{figure}<small>{of}</small></dd></div>"
        );
    }
    html.push_str("</dl>\n</header>\n");
    html
}

/// The boards that are not on this page, and why.
fn unread(run: &Run) -> String {
    if run.unread.is_empty() {
        return String::new();
    }
    let mut html = "<h2 id=\"not-read\">Not read</h2>\n<ul class=\"unread\">\n".to_owned();
    for unread in &run.unread {
        let (path, why) = (escaped(&unread.path), escaped(&unread.why));
        let _ = writeln!(html, "<li><strong><bdi>{path}</bdi></strong>: {why}</li>");
    }
    html.push_str("</ul>\n");
    html
}

/// The pages of the rules that speak.
fn pages(tallies: &[Tally]) -> String {
    let mut rules: Vec<_> = tallies.iter().map(|tally| tally.rule).collect();
    if rules.is_empty() {
        return String::new();
    }
    rules.sort_by_key(|rule| rule.code);
    let articles: String = rules.into_iter().map(rule_book::article).collect();
    format!("<h2 id=\"rules\">What the rules ask</h2>\n<div class=\"book\">\n{articles}</div>\n")
}

/// The one in the middle; between two, half way.
fn median(points: &[f64]) -> Option<f64> {
    let mut sorted = points.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get((sorted.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_middle_of_many() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[25.0, 0.5, 4.0, 3.0]), Some(3.5));
    }
}
