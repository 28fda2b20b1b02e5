//! Draws the score: the points, what would bring most, the five dimensions with what each point rests on, and its course.

use quantity::spoken::figure;
use yew::prelude::*;

use crate::components::element::{element, number};
use crate::components::glyph::{Glyph, glyph};
use crate::components::prose::prose;
use crate::components::told::Told;
use crate::scoring::criterion_id;
use crate::store::now;

use super::course::{Course, HEIGHT, Step, WIDTH};
use super::tick;

/// All of it.
pub(super) fn sheet(told: &Told, course: &Course) -> Html {
    html! {
        <>
            { result(told) }
            { next(told) }
            <section class="score-dimensions" aria-label="The five dimensions">
                { for told.list("dimensions").iter().map(dimension) }
            </section>
            { moved(course) }
        </>
    }
}

/// The points, the verdict, and what passing lacks.
fn result(told: &Told) -> Html {
    let short = told.list("short");
    let lacks = |short: &Told| {
        html! { <li><b>{ short.text("title") }</b>{ " has " }{ short.text("points") }{ ", " }{ short.text("needed") }</li> }
    };
    html! {
        <div class="score-result">
            <p class="score-total">
                <b>{ told.text("points") }</b><span>{ " of 25" }</span>
                <span class="score-stamp" data-passes={told.text("passes")}>{ tick(told) }{ told.text("verdict") }</span>
            </p>
            if !short.is_empty() {
                <ul class="score-lacks">{ for short.iter().map(lacks) }</ul>
            }
        </div>
    }
}

/// What would bring most, each a way to its criterion.
fn next(told: &Told) -> Html {
    let next = told.list("next");
    if next.is_empty() {
        return html! {};
    }
    let row = |next: &Told| {
        let values = [
            Some("score-next-row".into()),
            Some("button".into()),
            next.text("id"),
        ];
        let words = html! {
            <><span class="score-gain">{ next.text("gain") }</span><span>{ next.text("title") }</span></>
        };
        html! { <li>{ element("button", &["class", "type", "data-criterion"], values, words) }</li> }
    };
    html! {
        <section class="score-next" aria-labelledby="score-next">
            <h3 id="score-next">{ "Would bring most next" }</h3>
            <ol>{ for next.iter().map(row) }</ol>
        </section>
    }
}

/// One dimension: its bar, and unfolded its criteria.
fn dimension(told: &Told) -> Html {
    let summary = html! {
        <summary>
            <span class="score-title">{ told.text("title") }</span>
            <span class="score-mark">{ told.text("points") }<span class="score-of">{ " / 5" }</span></span>
            { bar(told) }
            if let Some(needed) = told.text("needed") {
                <span class="score-needed">{ needed }</span>
            }
        </summary>
    };
    let content = html! {
        <>
            { summary }
            <ul class="criteria">{ for told.list("criteria").iter().map(criterion) }</ul>
        </>
    };
    let values = [Some("score-dimension".into()), told.text("standing")];
    element("details", &["class", "data-standing"], values, content)
}

/// The points as a length, with a tick at each; the number beside it says the same.
fn bar(told: &Told) -> Html {
    let whole = Some(AttrValue::from("100%"));
    let rect = |class: &'static str, width: Option<AttrValue>| {
        let values = [Some(class.into()), width, Some("10".into()), Some("3".into())];
        element("rect", &["class", "width", "height", "rx"], values, html! {})
    };
    let tick = |x: &&'static str| {
        let values = [
            Some("score-tick".into()),
            Some(AttrValue::from(*x)),
            Some(AttrValue::from(*x)),
            Some("10".into()),
        ];
        element("line", &["class", "x1", "x2", "y2"], values, html! {})
    };
    html! {
        <svg class="score-bar" aria-hidden="true" height="10">
            { rect("score-ground", whole) }
            { rect("score-length", told.text("length")) }
            { for ["20%", "40%", "60%", "80%"].iter().map(tick) }
        </svg>
    }
}

/// One criterion: its point, what shows it or is missing, and what costs part of it.
fn criterion(told: &Told) -> Html {
    let costs = told.list("costs");
    let id = told.text("id").unwrap_or_default();
    let content = html! {
        <>
            <p class="criterion-head">
                <span class="criterion-points">{ told.text("points") }</span>
                <span class="criterion-title">{ told.text("title") }</span>
            </p>
            <p class="criterion-said">{ told.text("said") }</p>
            if !costs.is_empty() {
                <ul class="costs">
                    { for costs.iter().map(cost) }
                    { for told.text("more").map(|more| html! { <li class="cost-more">{ more }</li> }) }
                </ul>
            }
        </>
    };
    let values = [
        Some("criterion".into()),
        Some(criterion_id(&id).into()),
        Some("-1".into()),
        told.text("standing"),
    ];
    element(
        "li",
        &["class", "id", "tabindex", "data-standing"],
        values,
        content,
    )
}

/// A finding that costs part of the point, and the way to it.
fn cost(told: &Told) -> Html {
    let severity = told.text("severity").unwrap_or_default();
    let sign = match &*severity {
        "error" => Glyph::Error,
        "warning" => Glyph::Warning,
        "info" => Glyph::Info,
        _ => Glyph::Open,
    };
    let severity = severity.replace('-', " ");
    let words = html! {
        <>
            { glyph(sign) }
            <span class="cost-words"><span class="unseen">{ severity }{ ": " }</span>{ prose(&told.text("message").unwrap_or_default()) }</span>
            <span class="finding-code">{ told.text("rule") }</span>
        </>
    };
    let values = [
        Some("cost".into()),
        Some("button".into()),
        told.text("rule"),
        told.text("kind"),
        told.text("id"),
        Some("Select this finding and show it".into()),
    ];
    let names = &["class", "type", "data-rule", "data-kind", "data-id", "title"];
    html! { <li>{ element("button", names, values, words) }</li> }
}

/// How it moved over the session, as a line and as a table.
fn moved(course: &Course) -> Html {
    let (Some(first), Some(last)) = (course.steps.first(), course.steps.last()) else {
        return html! {};
    };
    let from = clock(first.at);
    let said = if course.steps.len() == 1 {
        format!(
            "{} since {from}, when this tab first marked it. It has not moved yet.",
            figure(last.points())
        )
    } else {
        format!(
            "From {} at {from}, when this tab first marked it, to {}.",
            figure(first.points()),
            figure(last.points())
        )
    };
    html! {
        <section class="score-moved" aria-labelledby="score-moved">
            <h3 id="score-moved">{ "How it moved" }</h3>
            <p class="panel-note">{ said }</p>
            if course.steps.len() > 1 {
                { picture(course) }
                <p class="score-times" aria-hidden="true"><span>{ from }</span><span>{ "now" }</span></p>
                <details class="score-table">
                    <summary>{ "As a table" }</summary>
                    <table>
                        <thead><tr>
                            { for ["At", "Points", "Moved by", "Verdict"].iter().map(|head| html! { <th scope="col">{ *head }</th> }) }
                        </tr></thead>
                        <tbody>{ for rows(course) }</tbody>
                    </table>
                </details>
            }
        </section>
    }
}

/// The line, with a dot where the verdict changed.
fn picture(course: &Course) -> Html {
    let now = now();
    let line = course.line(now);
    let area = format!("{line}V{HEIGHT}H0Z");
    let path = |class: &'static str, d: String| {
        element(
            "path",
            &["class", "d"],
            [Some(class.into()), Some(d.into())],
            html! {},
        )
    };
    let corners = course.corners(now);
    let before = [None]
        .into_iter()
        .chain(course.steps.iter().map(|step| Some(step.passes)));
    let turns = course.steps.iter().zip(corners).zip(before);
    let turns = turns.filter(|((step, _), before)| before.is_some_and(|before| before != step.passes));
    let dot = |((step, (x, y)), _): ((&Step, (f64, f64)), Option<bool>)| {
        let class = if step.passes {
            "course-passes"
        } else {
            "course-fails"
        };
        element(
            "circle",
            &["class", "cx", "cy", "r"],
            [Some(class.into()), number(x), number(y), number(3.5)],
            html! {},
        )
    };
    let content = html! {
        <>
            { path("course-area", area) }
            { path("course-line", line) }
            { for turns.map(dot) }
        </>
    };
    let values = [
        Some("course".into()),
        Some(format!("0 0 {WIDTH} {HEIGHT}").into()),
        Some("img".into()),
        Some("The points over time, the same as in the table below".into()),
    ];
    element(
        "svg",
        &["class", "viewBox", "role", "aria-label"],
        values,
        content,
    )
}

fn rows(course: &Course) -> Vec<Html> {
    let mut before = None;
    let row = |step: &Step| {
        let by = before.replace(step.points()).map(|before| step.points() - before);
        let by = by.map_or_else(String::new, |by| match by > 0.0 {
            true => format!("+{}", figure(by)),
            false => figure(by),
        });
        let verdict = if step.passes { "passes" } else { "not yet" };
        html! {
            <tr><th scope="row">{ clock(step.at) }</th><td>{ figure(step.points()) }</td><td>{ by }</td><td>{ verdict }</td></tr>
        }
    };
    course.steps.iter().map(row).collect()
}

/// The time of day where the page is, such as `14:03`.
fn clock(at: f64) -> String {
    let date = js_sys::Date::new(&at.into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
