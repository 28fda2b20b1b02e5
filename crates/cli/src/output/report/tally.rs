//! Which rules fail how many boards.

use std::cmp::Reverse;
use std::fmt::Write;

use lint::{RULES, Rule, Severity};

use crate::judged::Judged;
use crate::output::html::badge;
use crate::output::text::plural;

/// How many rules are shown before the rest is folded.
const FIRST: usize = 12;

/// What a rule says of a cohort.
pub(super) struct Tally {
    pub(super) rule: &'static Rule,
    /// How grave it is where it is gravest; nothing where it finds nothing.
    gravest: Option<Severity>,
    /// How many boards it finds something on.
    failing: usize,
    /// How many places it speaks of.
    places: usize,
    /// On how many boards it finds nothing and cannot tell.
    open: usize,
    /// On how many boards something of it is set aside with a reason.
    allowed: usize,
}

/// What the rules say that say anything: those that fail most boards first, then in their order.
pub(super) fn of(boards: &[Judged]) -> Vec<Tally> {
    let tallies = RULES.iter().map(|rule| tally(rule, boards));
    let mut spoken: Vec<Tally> = tallies
        .filter(|tally| tally.failing + tally.open + tally.allowed > 0)
        .collect();
    spoken.sort_by_key(|tally| Reverse((tally.failing, tally.places, tally.open)));
    spoken
}

fn tally(rule: &'static Rule, boards: &[Judged]) -> Tally {
    let mut tally = Tally {
        rule,
        gravest: None,
        failing: 0,
        places: 0,
        open: 0,
        allowed: 0,
    };
    for report in boards.iter().map(|judged| &judged.report) {
        let mut is_failing = false;
        for finding in report.findings.iter().filter(|finding| finding.rule == rule) {
            is_failing = true;
            tally.places += finding.places().count();
            tally.gravest = tally.gravest.into_iter().chain([finding.severity]).min();
        }
        let is_open = report.cannot_tell.iter().any(|open| open.rule == rule);
        let is_allowed = report.allowed.iter().any(|allowed| allowed.finding.rule == rule);
        tally.failing += usize::from(is_failing);
        tally.open += usize::from(is_open && !is_failing);
        tally.allowed += usize::from(is_allowed);
    }
    tally
}

/// A bar for each rule, with its numbers beside it.
pub(super) fn section(tallies: &[Tally], boards: usize) -> String {
    let mut html = "<h2 id=\"fails\">What fails most</h2>\n".to_owned();
    if tallies.is_empty() {
        html.push_str("<p>No rule finds anything.</p>\n");
        return html;
    }
    html.push_str(
        "<p class=\"summary\">On how many boards each rule finds something; the paler part of a bar are those of which it \
         cannot tell for want of a figure. A code leads to the rule’s page below.</p>\n",
    );
    let (first, rest) = tallies.split_at(tallies.len().min(FIRST));
    html.push_str(&table(first, boards));
    if !rest.is_empty() {
        let more = plural(rest.len(), "more rule", "more rules");
        let table = table(rest, boards);
        let _ = write!(html, "<details>\n<summary>{more}</summary>\n{table}</details>\n");
    }
    html
}

fn table(tallies: &[Tally], boards: usize) -> String {
    let mut html = "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Rules by how many boards they \
                    fail\">\n<table class=\"tally\">\n<thead><tr><th scope=\"col\">Rule</th><th \
                    scope=\"col\">Boards</th><th scope=\"col\" class=\"count\">fail</th><th scope=\"col\" \
                    class=\"count\">places</th><th scope=\"col\" class=\"count\">cannot tell</th><th scope=\"col\" \
                    class=\"count\">allowed</th></tr></thead>\n<tbody>\n"
        .to_owned();
    for tally in tallies {
        let (code, name) = (tally.rule.code, tally.rule.name);
        let badge = tally.gravest.map(badge).unwrap_or_default();
        let bar = bar(tally, boards);
        let share = share(tally.failing, boards);
        let _ = writeln!(
            html,
            "<tr><th scope=\"row\"><a href=\"#{code}\"><code>{code}</code> {name}</a> {badge}</th><td \
             class=\"bars\">{bar}</td><td class=\"count\">{} <small>{share} %</small></td><td \
             class=\"count\">{}</td><td class=\"count\">{}</td><td class=\"count\">{}</td></tr>",
            tally.failing, tally.places, tally.open, tally.allowed
        );
    }
    html.push_str("</tbody>\n</table>\n</div>\n");
    html
}

/// A bar of a hundred parts; the numbers beside it say the same.
fn bar(tally: &Tally, boards: usize) -> String {
    let (failing, open) = (share(tally.failing, boards), share(tally.open, boards));
    let grave = tally.gravest.map_or("none", Severity::as_str);
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"ground\" \
         width=\"100\" height=\"8\"/><rect class=\"of-{grave}\" width=\"{failing}\" height=\"8\"/><rect class=\"open\" \
         x=\"{failing}\" width=\"{open}\" height=\"8\"/></svg>"
    )
}

/// In percent, to the nearest.
fn share(part: usize, whole: usize) -> usize {
    (part * 200 + whole) / (2 * whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_whole_percents() {
        assert_eq!(
            [share(0, 3), share(1, 3), share(2, 3), share(3, 3)],
            [0, 33, 67, 100]
        );
        assert_eq!(share(0, 0), 0);
    }
}
