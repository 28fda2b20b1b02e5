//! Capacity, replay and storage: what comes against what a box takes, keeps and holds.

use analysis::numbers::{BoxLoad, Figure, Filling, Kept, Listed, Load, Replay};
use board::{BoxId, Question};
use quantity::spoken::{bytes, duration, events, figure, share, size};

use super::{Bar, Chart, Missing, Names, Sheet, Tone, Verdict, held, is_over, said, scale};

/// What reaches the boxes at the worst.
pub(super) fn capacity(load: &Load, names: Names<'_>) -> Sheet {
    let rows = &load.boxes.rows;
    let shares = || rows.iter().filter_map(BoxLoad::share);
    let fullest = shares().next();
    let scale = scale(shares().chain([1.0]));
    let unstated = ids(rows.iter().filter(|row| row.holds.is_open()).map(|row| &row.at));
    let has_no_load = load.worst_events.is_open() && load.worst_bytes.is_open();
    let mut missing = Vec::new();
    if has_no_load {
        missing.push(Missing::answer(
            "The scope does not say how much comes.",
            Question::Volume,
        ));
    }
    missing.extend(Missing::boxes("What they take is not stated:", &unstated, names));
    let shown = rows.iter().filter(|row| row.share().is_some());
    Sheet {
        verdict: match fullest {
            Some(share)
                if rows
                    .iter()
                    .any(|row| row.sure && row.share().is_some_and(|share| is_over(share, 1.0)))
                    || is_over(share, 1.0) && rows.iter().all(|row| row.sure) =>
            {
                Verdict::Breaks
            }
            Some(share) if !is_over(share, 1.0) => Verdict::Holds,
            _ => Verdict::Open,
        },
        figure: fullest.map_or_else(
            || super::NOTHING.to_owned(),
            |fullest| format!("{} full", share(round(fullest))),
        ),
        empty: fullest.is_none().then_some(
            "No box says both what reaches it and what it takes: write a rate beside it, such as `50k ev/s`.",
        ),
        charts: vec![Chart {
            title: "How full each box is at peak and spike".to_owned(),
            heads: ["Box", "How full", "Share"],
            bars: shown.map(|row| load_bar(row, scale, names)).collect(),
            limit: Some(scale),
            more: load.boxes.more,
        }],
        facts: asked(load),
        missing,
    }
}

fn asked(load: &Load) -> Vec<(&'static str, String)> {
    let both = |rate: Figure, data: Figure| {
        let told = [(rate, events as fn(f64) -> String), (data, bytes)];
        let told: Vec<String> = told
            .iter()
            .filter(|(it, _)| !it.is_open())
            .map(|(it, print)| said(*it, print))
            .collect();
        told.join(", ")
    };
    let mut facts = vec![
        ("On an ordinary day", both(load.usual_events, load.usual_bytes)),
        ("At peak and spike", both(load.worst_events, load.worst_bytes)),
    ];
    if load.spike > 1.0 {
        facts.push(("Spike", format!("{}×", figure(load.spike))));
    }
    facts.retain(|(_, words)| !words.is_empty());
    facts
}

fn load_bar(row: &BoxLoad, scale: f64, names: Names<'_>) -> Bar {
    let print = if row.in_bytes { bytes } else { events };
    let (place, name) = names.of_box(&row.at);
    let full = row.share().unwrap_or_default();
    let most = if row.sure { "" } else { "up to " };
    Bar {
        tone: if is_over(full, 1.0) {
            Tone::Over
        } else {
            names.tone(&place)
        },
        place: Some(place),
        name,
        from: 0.0,
        length: full * scale,
        figure: share(round(full)),
        note: format!(
            "{most}{}, {} usual",
            held(row.worst, row.holds, print),
            said(row.usual, print)
        ),
    }
}

/// How far back can be replayed, and what stores hold.
pub(super) fn storage(replay: &Replay, stores: &Listed<Filling>, names: Names<'_>) -> Sheet {
    let window = replay.window.number();
    let is_short = |seconds: f64| window.is_some_and(|window| is_over(window, seconds));
    let least = replay.boxes.rows.first();
    let is_full = |it: &Filling| {
        it.sure
            && it
                .needs
                .number()
                .zip(it.size.number())
                .is_some_and(|(needs, size)| is_over(needs, size))
    };
    let mut missing = Vec::new();
    if window.is_none() {
        missing.push(Missing::answer(
            "The scope does not say how far back a replay has to reach.",
            Question::Failure,
        ));
    }
    let unsaid = ids(stores.rows.iter().filter(|it| it.kept.is_open()).map(|it| &it.at));
    missing.extend(Missing::boxes(
        "How long they keep is not stated:",
        &unsaid,
        names,
    ));
    let sizeless = ids(stores.rows.iter().filter(|it| it.size.is_open()).map(|it| &it.at));
    missing.extend(Missing::boxes(
        "How much they hold is not stated:",
        &sizeless,
        names,
    ));
    let shortest = least.and_then(|row| row.seconds.number());
    let is_open = window.is_none() || replay.boxes.rows.iter().any(|row| row.seconds.is_open());
    Sheet {
        verdict: match shortest {
            Some(seconds) if is_short(seconds) => Verdict::Breaks,
            _ if stores.rows.iter().any(is_full) => Verdict::Breaks,
            Some(_) if !is_open => Verdict::Holds,
            _ => Verdict::Open,
        },
        figure: held(
            least.map_or(Figure::Open, |row| row.seconds),
            replay.window,
            duration,
        ),
        empty: (replay.boxes.is_empty() && stores.is_empty()).then_some(
            "Nothing is kept yet: a store takes in what comes, a process replays what is kept before it.",
        ),
        charts: vec![replays(replay, names), fillings(stores, names)],
        facts: Vec::new(),
        missing,
    }
}

fn replays(replay: &Replay, names: Names<'_>) -> Chart {
    let window = replay.window.number();
    let known = replay.boxes.rows.iter().filter_map(|row| row.seconds.number());
    let scale = scale(known.chain(window));
    let bar = |row: &Kept| {
        let (place, name) = names.of_box(&row.at);
        let seconds = row.seconds.number().unwrap_or_default();
        Bar {
            tone: match window {
                _ if row.seconds.is_open() => Tone::Open,
                Some(window) if is_over(window, seconds) => Tone::Over,
                _ => names.tone(&place),
            },
            place: Some(place),
            name,
            from: 0.0,
            length: seconds * scale,
            figure: said(row.seconds, duration),
            note: row.by.as_ref().map_or_else(
                || "nothing says how long it is kept".to_owned(),
                |by| format!("from {}", names.of_box(by).1),
            ),
        }
    };
    Chart {
        title: "How far back each process can replay".to_owned(),
        heads: ["Process", "How far", "Time"],
        bars: replay.boxes.rows.iter().map(bar).collect(),
        limit: window.map(|window| window * scale),
        more: replay.boxes.more,
    }
}

fn fillings(stores: &Listed<Filling>, names: Names<'_>) -> Chart {
    let figures = stores.rows.iter().flat_map(|it| [it.needs, it.size, it.a_day]);
    let scale = scale(figures.filter_map(Figure::number));
    let bar = |it: &Filling| {
        let (place, name) = names.of_box(&it.at);
        let needs = it.needs.number().or(it.a_day.number()).unwrap_or_default();
        let is_full = it.size.number().is_some_and(|size| is_over(needs, size));
        let until = it.days_until_full.number().map_or_else(String::new, |days| {
            format!(", full in {} days", figure(days.round()))
        });
        let kept = it
            .kept
            .number()
            .map_or_else(String::new, |kept| format!(", kept {}", duration(kept)));
        Bar {
            tone: match it.needs.is_open() {
                true => Tone::Open,
                false if is_full => Tone::Over,
                false => names.tone(&place),
            },
            place: Some(place),
            name,
            from: 0.0,
            length: needs * scale,
            figure: held(it.needs, it.size, size),
            note: format!("{} a day{kept}{until}", said(it.a_day, size)),
        }
    };
    Chart {
        title: "What each store has to hold".to_owned(),
        heads: ["Store", "How much", "Size"],
        bars: stores.rows.iter().map(bar).collect(),
        limit: None,
        more: stores.more,
    }
}

fn ids<'i>(ids: impl Iterator<Item = &'i BoxId>) -> Listed<BoxId> {
    Listed {
        rows: ids.cloned().collect(),
        more: 0,
    }
}

/// A share of full to the percent.
fn round(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}
