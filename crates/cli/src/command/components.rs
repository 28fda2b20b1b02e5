//! `sketchlint components`: what the catalogue knows, with its sources.

use board::nearest;
use std::fmt::Write;

use catalog::{Capacity, Component, Family, Figure, Source};

use crate::arguments::Components;
use crate::outcome::Outcome;

pub(super) fn run(arguments: &Components) -> Outcome {
    let Some(typed) = arguments.name.as_deref().map(str::trim) else {
        return Outcome::answer(listed());
    };
    let found = catalog::component(typed).or_else(|| catalog::recognise(typed).map(|found| found.component));
    match found {
        Some(known) => Outcome::answer(page(known)),
        None => {
            let names = catalog::components()
                .iter()
                .flat_map(|known| std::iter::once(known.id).chain(known.aliases()));
            let meant =
                nearest(typed, names).map_or_else(String::new, |meant| format!(" Did you mean `{meant}`?"));
            Outcome::failure(format!(
                "no component is called `{typed}`.{meant} `sketchlint components` lists them all."
            ))
        }
    }
}

fn listed() -> String {
    let mut text = String::new();
    for &family in Family::ALL {
        let _ = writeln!(text, "{}", family.as_str());
        for known in catalog::components()
            .iter()
            .filter(|known| known.family == family)
        {
            let _ = writeln!(text, "  {:32}  {}", known.id, known.name);
        }
        text.push('\n');
    }
    text.push_str("`sketchlint components NAME` tells what is known of one.\n");
    text
}

fn page(known: &'static Component) -> String {
    let mut text = format!("{} ({})\n", known.name, known.id);
    if let Some(purpose) = catalog::purpose(known) {
        let _ = writeln!(
            text,
            "  for         {}\n  not for     {}",
            purpose.good_for, purpose.not_for
        );
    }
    let roles: Vec<&str> = known.roles.iter().map(|role| role.as_str()).collect();
    let serves: Vec<&str> = board::Question::ALL
        .iter()
        .filter(|asked| known.serves(**asked))
        .map(|asked| asked.as_str())
        .collect();
    let idioms: Vec<&str> = known.idioms().map(|idiom| idiom.as_str()).collect();
    let others: Vec<&str> = catalog::similar(known).map(|other| other.name).collect();
    for (what, told) in [
        ("roles", roles.join(", ")),
        ("serves", serves.join(", ")),
        ("hosting", known.hosting.as_str().to_owned()),
        ("redundancy", known.redundancy.as_str().to_owned()),
        (
            "delivery",
            known
                .delivery
                .map_or_else(String::new, |told| told.as_str().to_owned()),
        ),
        (
            "reads",
            known
                .consistency
                .map_or_else(String::new, |told| told.as_str().to_owned()),
        ),
        ("fails by", idioms.join(", ")),
        ("instead", others.join(", ")),
    ] {
        if !told.is_empty() {
            let _ = writeln!(text, "  {what:10}  {told}");
        }
    }
    for (what, figure) in [
        ("latency", known.latency),
        ("freshness", known.freshness),
        ("start-up", known.start_up),
        ("retention", known.retention),
    ] {
        figure
            .into_iter()
            .for_each(|figure| line(&mut text, what, &range(figure, seconds), figure.source()));
    }
    if let Some(figure) = known.availability {
        let percent = |share: f32| format!("{} %", (f64::from(share) * 1e7).round() / 1e5);
        line(&mut text, "available", &range(figure, percent), figure.source());
    }
    if let Some(capacity) = known.capacity {
        line(&mut text, "takes in", &taken(capacity), capacity.source());
    }
    text
}

/// One figure, and behind it where it comes from.
fn line(text: &mut String, what: &str, told: &str, source: &Source) {
    let Source {
        title,
        url,
        as_of,
        confidence,
    } = source;
    let confidence = confidence.as_str();
    let _ = writeln!(
        text,
        "  {what:10}  {told}\n              {title} ({confidence}, checked {as_of})\n              {url}"
    );
}

fn range(figure: &Figure, write: impl Fn(f32) -> String) -> String {
    match figure {
        Figure { low, high, .. } if low == high => write(*low),
        Figure { low, high, .. } if *low == 0.0 => format!("up to {}", write(*high)),
        Figure { low, high, .. } => format!("{} to {}", write(*low), write(*high)),
    }
}

fn taken(capacity: &Capacity) -> String {
    let bytes = capacity.bytes.map(|bytes| format!("{} MB/s", bytes / 1e6));
    let events = capacity.events.map(|events| format!("{events}/s"));
    let rates: Vec<String> = bytes.into_iter().chain(events).collect();
    format!("{} per {}", rates.join(", "), capacity.unit)
}

/// A time in the largest unit that leaves it at one or more.
fn seconds(value: f32) -> String {
    let units = [(86_400.0, "d"), (3_600.0, "h"), (60.0, "min"), (1.0, "s")];
    let fitting = units.into_iter().find(|(size, _)| f64::from(value) >= *size);
    let (size, unit) = fitting.unwrap_or((0.001, "ms"));
    let rounded = (f64::from(value) / size * 100.0).round() / 100.0;
    format!("{rounded} {unit}")
}
