//! The boards of a cohort: a row of marks each, and below what was found on each.

use std::fmt::Write;

use lint::{Finding, Place, Rule};
use quantity::spoken::figure;
use score::{Dimension, Mark};

use super::Marked;
use crate::judged::sentence;
use crate::output::html::{badge, escaped, marked_up};
use crate::output::text::{again, follows, summary_of};

/// A row for each board, in the order of the files; its name leads to what was found.
pub(super) fn table(cohort: &[Marked<'_>]) -> String {
    let mut html = "<h2 id=\"boards\">The boards</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" \
                    aria-label=\"Marks of each board\">\n<table class=\"marks\">\n<thead><tr><th \
                    scope=\"col\">Board</th>"
        .to_owned();
    for dimension in Dimension::ALL {
        let title = dimension.title();
        let needed = dimension.needed();
        let needed = needed.map_or_else(String::new, |needed| format!("<small>{needed}</small>"));
        let _ = write!(html, "<th scope=\"col\">{title} {needed}</th>");
    }
    html.push_str(
        "<th scope=\"col\" class=\"count\">Of 25</th><th scope=\"col\">Verdict</th><th scope=\"col\" \
         class=\"count\">Findings</th></tr></thead>\n<tbody>\n",
    );
    for (number, marked) in (1..).zip(cohort) {
        let (path, verdict) = (escaped(&marked.judged.path), verdict(marked));
        let _ = write!(
            html,
            "<tr><th scope=\"row\"><a href=\"#board-{number}\"><bdi>{path}</bdi></a></th>"
        );
        for mark in &marked.score.marks {
            let points = figure(mark.points());
            let _ = write!(html, "<td class=\"mark\">{}{points}</td>", meter(mark));
        }
        let _ = writeln!(
            html,
            "<td class=\"count\"><strong>{}</strong></td><td>{verdict}</td><td class=\"count\">{}</td></tr>",
            figure(marked.score.total()),
            marked.judged.report.findings.len()
        );
    }
    html.push_str("</tbody>\n</table>\n</div>\n");
    html
}

fn verdict(marked: &Marked<'_>) -> String {
    let class = if marked.score.passes() { "passes" } else { "short" };
    format!("<span class=\"{class}\">{}</span>", marked.score.verdict())
}

/// Points as the length of a line; the number beside it says the same.
fn meter(mark: &Mark) -> String {
    let points = figure(mark.points());
    let class = match mark.dimension.needs() {
        None => "plain",
        Some(_) if mark.passes() => "enough",
        Some(_) => "short",
    };
    format!(
        "<svg class=\"meter\" viewBox=\"0 0 5 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"ground\" \
         width=\"5\" height=\"1\"/><rect class=\"{class}\" width=\"{points}\" height=\"1\"/></svg>"
    )
}

/// What was found, board by board.
pub(super) fn findings(cohort: &[Marked<'_>]) -> String {
    let mut html = "<h2 id=\"findings\">What was found</h2>\n<div class=\"found\">\n".to_owned();
    for (number, marked) in (1..).zip(cohort) {
        html.push_str(&article(number, marked));
    }
    html.push_str("</div>\n");
    html
}

fn article(number: usize, marked: &Marked<'_>) -> String {
    let Marked { judged, score } = marked;
    let (path, verdict) = (escaped(&judged.path), verdict(marked));
    let title = match judged.opened.board.brief().title.trim() {
        "" => String::new(),
        title => format!("<bdi>{}</bdi> · ", escaped(title)),
    };
    let summary = escaped(&summary_of(std::slice::from_ref(judged)));
    let mut html = format!(
        "<article id=\"board-{number}\">\n<h3><a href=\"#board-{number}\"><bdi>{path}</bdi></a></h3>\n<p \
         class=\"summary\">{title}{} of 25, {verdict}; {summary}. <a class=\"back\" href=\"#boards\">All \
         boards</a></p>\n",
        figure(score.total())
    );
    html.push_str(&marks(&score.marks));
    if !judged.opened.dropped.is_empty() {
        html.push_str("<p>Left out in reading:</p>\n<ul>\n");
        for dropped in &judged.opened.dropped {
            let _ = writeln!(html, "<li>{}</li>", escaped(&dropped.to_string()));
        }
        html.push_str("</ul>\n");
    }
    let report = &judged.report;
    let found = report.findings.iter().map(|finding| said(finding, marked));
    let open = report.cannot_tell.iter().map(|open| {
        let badge = "<span class=\"open\">cannot tell</span>";
        point(badge, (open.rule, &open.place), &open.message, "", marked)
    });
    let allowed = report.allowed.iter().map(|allowed| {
        let badge = "<span class=\"allowed\">allowed</span>";
        let finding = &allowed.finding;
        point(badge, (finding.rule, &finding.place), &allowed.why, "", marked)
    });
    let points: String = found.chain(open).chain(allowed).collect();
    if !points.is_empty() {
        let _ = write!(html, "<ul class=\"points\">\n{points}</ul>\n");
    }
    html.push_str("</article>\n");
    html
}

/// The five dimensions, with what is not shown of each.
fn marks(marks: &[Mark]) -> String {
    let mut html = "<ul class=\"dimensions\">\n".to_owned();
    for mark in marks {
        let missing = mark.criteria.iter().filter(|judged| judged.shown.is_none());
        let missing: Vec<&str> = missing.map(|judged| judged.criterion.title).collect();
        let missing = if missing.is_empty() {
            String::new()
        } else {
            format!("<small>Not shown: {}</small>", escaped(&missing.join("; ")))
        };
        let _ = writeln!(
            html,
            "<li>{} <strong>{}</strong> {} {missing}</li>",
            meter(mark),
            figure(mark.points()),
            mark.dimension.title()
        );
    }
    html.push_str("</ul>\n");
    html
}

/// A finding with what it rests on.
fn said(finding: &Finding, marked: &Marked<'_>) -> String {
    let mut more: Vec<String> = finding.evidence.iter().map(ToString::to_string).collect();
    more.extend(again(finding));
    more.extend(follows(finding));
    let more: String = more
        .iter()
        .map(|line| format!("<br><small>{}</small>", escaped(line)))
        .collect();
    let badge = badge(finding.severity);
    point(
        &badge,
        (finding.rule, &finding.place),
        &sentence(finding),
        &more,
        marked,
    )
}

/// `error CON001 missing-constraint, Kafka: …`
fn point(badge: &str, (rule, place): (&Rule, &Place), said: &str, more: &str, marked: &Marked<'_>) -> String {
    let (code, name) = (rule.code, rule.name);
    let (called, said) = (escaped(marked.judged.called(place)), marked_up(said));
    format!(
        "<li>{badge} <a href=\"#{code}\"><code>{code}</code> {name}</a>, <bdi>{called}</bdi>: {said}{more}</li>\n"
    )
}
