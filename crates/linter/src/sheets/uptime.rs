//! Availability: what takes from it for whoever is served worst, and who loses what with a box.

use analysis::numbers::{Figure, Listed, Served, Share, Single, Uptime};
use board::Question;
use quantity::spoken::{duration, share};

use super::{Bar, Chart, Missing, Names, Sheet, Tone, Verdict, end_bar, held, is_over, said, scale};

const MONTH: f64 = 730.0 * 3600.0;

/// The share of time that whoever waits is served.
pub(super) fn availability(uptime: &Uptime, singles: &Listed<Single>, names: Names<'_>) -> Sheet {
    let worst = uptime.ends.rows.first();
    let total = worst.map_or(Figure::Open, |served| served.total);
    let target = uptime.target;
    let mut missing = Vec::new();
    if target.is_open() {
        missing.push(Missing::answer(
            "The scope asks for no availability.",
            Question::Availability,
        ));
    }
    missing.extend(Missing::boxes(
        "No availability, counted as always up:",
        &uptime.open,
        names,
    ));
    let verdict = match total.number().zip(target.number()) {
        Some((total, target)) if is_over(target, total) => Verdict::Breaks,
        Some(_) if uptime.open.is_empty() => Verdict::Holds,
        _ => Verdict::Open,
    };
    let figure = held(total, target, share);
    let downtime = worst.map(|served| taken(served, target, names));
    let is_empty = downtime.as_ref().is_none_or(|chart| chart.bars.is_empty());
    Sheet {
        verdict,
        figure,
        charts: downtime
            .into_iter()
            .chain([everybody(uptime, names), alone(singles, names)])
            .collect(),
        facts: Vec::new(),
        missing,
        empty: (is_empty && singles.is_empty())
            .then_some("Nobody is served yet: join boxes to a consumer, and write `99.9 %` beside each."),
    }
}

/// A waterfall of the time in which the end is not served.
fn taken(served: &Served, target: Figure, names: Names<'_>) -> Chart {
    let down = |figure: Figure| figure.number().map(|share| 1.0 - share);
    let (total, allowed) = (down(served.total), down(target));
    let scale = scale(total.into_iter().chain(allowed));
    let mut spent = 0.0;
    let mut bars = Vec::new();
    for row in served.shares.rows.iter().filter(|_| !served.total.is_open()) {
        bars.push(share_bar(row, spent, scale, names));
        spent += 1.0 - row.own.number().unwrap_or(1.0) * row.beside;
    }
    if let Some(total) = total {
        let is_over = allowed.is_some_and(|allowed| is_over(total, allowed));
        bars.push(Bar {
            place: None,
            name: "Together".to_owned(),
            tone: if is_over { Tone::Over } else { Tone::Total },
            from: 0.0,
            length: total * scale,
            figure: said(served.total, share),
            note: a_month(total),
        });
    }
    Chart {
        title: format!("When {} is not served", names.of_box(&served.at).1),
        heads: ["Box", "Where in the sum", "Available"],
        bars,
        limit: allowed.map(|allowed| allowed * scale),
        more: served.shares.more,
    }
}

fn share_bar(row: &Share, spent: f64, scale: f64, names: Names<'_>) -> Bar {
    let (place, name) = names.of_box(&row.at);
    let down = 1.0 - row.own.number().unwrap_or(1.0) * row.beside;
    let is_open = row.own.is_open() && row.beside >= 1.0;
    Bar {
        tone: if is_open { Tone::Open } else { names.tone(&place) },
        place: Some(place),
        name,
        from: spent * scale,
        length: if is_open { 0.03 } else { down * scale },
        figure: said(row.own, share),
        note: match is_open {
            true => super::NOTHING.to_owned(),
            false if row.beside < 1.0 => format!("{}, what comes before it included", a_month(down)),
            false => a_month(down),
        },
    }
}

/// Time lost in a month.
fn a_month(share: f64) -> String {
    format!("{} a month", duration((share * MONTH).round()))
}

/// Everybody who is served, where there is more than one.
fn everybody(uptime: &Uptime, names: Names<'_>) -> Chart {
    let is_told = uptime.ends.count() > 1 && uptime.ends.rows.iter().any(|served| !served.total.is_open());
    let down = |served: &Served| served.total.number().map(|share| 1.0 - share);
    let allowed = uptime.target.number().map(|target| 1.0 - target);
    let scale = scale(uptime.ends.rows.iter().filter_map(down).chain(allowed));
    let ends = uptime.ends.rows.iter().filter(|_| is_told).map(|served| {
        let lost = down(served).unwrap_or_default();
        let is_over = allowed.is_some_and(|allowed| is_over(lost, allowed));
        end_bar(names, &served.at, lost * scale, is_over, served.total, share)
    });
    Chart {
        title: "Everybody who is served".to_owned(),
        heads: ["Who", "When not", "Available"],
        bars: ends.collect(),
        limit: allowed.map(|allowed| allowed * scale),
        more: uptime.ends.more,
    }
}

/// Who gets nothing once a box is gone.
fn alone(singles: &Listed<Single>, names: Names<'_>) -> Chart {
    let most = singles
        .rows
        .iter()
        .map(|single| single.lost)
        .max()
        .unwrap_or_default();
    let bar = |single: &Single| {
        let (place, name) = names.of_box(&single.at);
        Bar {
            tone: names.tone(&place),
            place: Some(place),
            name,
            from: 0.0,
            length: 0.97 * single.lost as f64 / most.max(1) as f64,
            figure: format!("{} lost", single.lost),
            note: names.all(&single.losers),
        }
    };
    Chart {
        title: "Who gets nothing without it".to_owned(),
        heads: ["Box", "How many", "Who"],
        bars: singles.rows.iter().map(bar).collect(),
        limit: None,
        more: singles.more,
    }
}
